/// <reference lib="dom" />
import { useGraphiQL } from '@graphiql/react';
import { OperationTypeNode } from 'graphql';
import { useState } from 'react';
import { Notice } from './Notice.tsx';

/** How to get a key and where to put it, while a mutation is shown that has none. */
export function KeyNotice() {
  const isMutation = useGraphiQL(
    ({ operations }) => operations?.some(({ operation }) => operation === OperationTypeNode.MUTATION) ?? false,
  );
  const headers = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.headers ?? '');
  const [isClosed, setClosed] = useState(false);
  if (isClosed || !isMutation || hasKey(headers)) return null;
  return (
    <Notice onClose={() => setClosed(true)}>
      Recording needs a key, a dry run too.
      <ol>
        <li>
          The first start of the server printed one. For another, in its folder:{' '}
          <code>npm run -s chancery -- keys add "Your Name" --role analyst</code>. If somebody else runs this server,
          ask them.
        </li>
        <li>
          <button type="button" className="notice-action" onClick={openHeaders}>
            Open Headers
          </button>
          , take the slashes away before <code>"authorization"</code>, and put your key in place of{' '}
          <code>chancery_...</code>
        </li>
        <li>
          Run it again: the arrow, or Ctrl-Enter. With <code>dryRun: true</code> you see what it would change, and
          nothing is kept. The key is forgotten when you close the page.
        </li>
      </ol>
    </Notice>
  );
}

/** A line that begins with two slashes is a comment. */
const hasKey = (headers: string) => headers.split('\n').some((line) => /^(?!\s*\/\/).*"authorization"/i.test(line));

/** GraphiQL has no action for this; its pane is the only way there. */
function openHeaders() {
  document.querySelector<HTMLButtonElement>('button[data-name="headers"]')?.click();
}
