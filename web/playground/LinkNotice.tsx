/// <reference lib="dom" />
import { useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { linkToExample, type DeepLink } from './links.ts';
import { Notice } from './Notice.tsx';

/** What there is to know about the link that opened the page: it names no example, or waits for its reader to run it. */
export function LinkNotice({ link }: { link: DeepLink | null }) {
  const hasRun = useGraphiQL(({ queryId }) => queryId > 0);
  const [isClosed, setClosed] = useState(false);
  if (isClosed || !link) return null;
  const close = () => setClosed(true);
  if ('unknownExample' in link) {
    return (
      <Notice onClose={close}>
        There is no example called “{link.unknownExample}”. The nearest:{' '}
        {link.nearest.map((example, index) => (
          <span key={example.name}>
            {index > 0 && ', '}
            <a href={linkToExample(example)}>{example.title}</a>
          </span>
        ))}
      </Notice>
    );
  }
  if (link.run || hasRun) return null;
  return (
    <Notice onClose={close}>
      This query came with the link and has not been run. Read it, then press the arrow or Ctrl-Enter to run it.
    </Notice>
  );
}
