/// <reference lib="dom" />
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import type { GraphiQLPlugin } from '@graphiql/react';
import { useMemo } from 'react';
import type { Example } from '../examples.ts';
import { AnswerView } from './AnswerView.tsx';
import { EditorKeys } from './EditorKeys.tsx';
import { ExampleList, ExamplesIcon } from './ExampleList.tsx';
import { fetcher } from './fetcher.ts';
import { KeyNotice } from './KeyNotice.tsx';
import { LinkNotice } from './LinkNotice.tsx';
import type { DeepLink } from './links.ts';
import { ReadableEditors } from './ReadableEditors.tsx';
import { Roles } from './Roles.tsx';
import { RunAtStart } from './RunAtStart.tsx';
import { ShareButton } from './ShareButton.tsx';
import { SkipLink } from './SkipLink.tsx';
import { storage } from './storage.ts';
import { WELCOME } from './welcome.ts';

/** What the headers tab shows at first: nothing is sent until the slashes are taken away. */
const WHERE_THE_KEY_GOES = `{
  // Writing needs a key, reading only where it is closed. Take the slashes away and put yours in:
  // "authorization": "Bearer chancery_..."
}`;

interface PlaygroundProps {
  examples: Example[];
  link: DeepLink | null;
  /** Stands before everything else in the page. */
  first: Element;
}

/** GraphiQL over this server's API, opened at the saved queries. */
export function Playground({ examples, link, first }: PlaygroundProps) {
  const plugins = useMemo<{ saved: GraphiQLPlugin; all: GraphiQLPlugin[] }>(() => {
    const saved = { title: 'Examples', icon: ExamplesIcon, content: () => <ExampleList examples={examples} /> };
    return { saved, all: [saved, HISTORY_PLUGIN] };
  }, [examples]);
  const linked = link && 'query' in link ? link : null;
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins.all}
      visiblePlugin={plugins.saved}
      defaultQuery={WELCOME}
      defaultHeaders={WHERE_THE_KEY_GOES}
      shouldPersistHeaders={false}
      storage={storage}
      defaultEditorToolsVisibility={linked?.variables ? 'variables' : false}
      initialQuery={linked?.query}
      initialVariables={linked?.variables || undefined}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>
        <EditorKeys />
        <h1>
          <a className="chancery-logo" href="/">
            <img src="/playground/favicon.svg" alt="" width="20" height="20" /> Chancery
          </a>
        </h1>
        <a className="chancery-logo" href="/explore">
          Explorer
        </a>
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, copy, merge }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <ShareButton />
          </>
        )}
      </GraphiQL.Toolbar>
      <GraphiQL.Footer>
        <LinkNotice link={link} />
        <KeyNotice />
      </GraphiQL.Footer>
      <SkipLink into={first} />
      <Roles />
      <ReadableEditors />
      <AnswerView />
      <RunAtStart query={!linked ? WELCOME : linked.run ? linked.query : undefined} />
    </GraphiQL>
  );
}
