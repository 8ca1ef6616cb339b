/// <reference lib="dom" />
import type { QueryClient } from '@tanstack/react-query';
import { createContext } from 'react';
import {
  SourcesAboutDocument,
  type SourcesAboutQuery,
  type SourcesAboutQueryVariables,
} from '../api/documents.generated.ts';
import { queryOf } from './Ask.tsx';

type Claim = SourcesAboutQuery['claims']['nodes'][number];
type Document = Claim['evidence'][number]['document'];

/** A document, and where in it something stands. */
export interface Source {
  document: Document;
  paragraphs: readonly string[];
}

/** The sources of facts, by their ids, and of values, by their slots (`meeting:udcg-26|time`). */
export type Sources = ReadonlyMap<string, readonly Source[]>;

/** The sources of all that a page shows, none until they are set, and how to set them. */
export const SourcesContext = createContext<readonly [Sources, (sources: Sources) => void]>([new Map(), () => {}]);

/** A thing, now or as it was known at a moment. */
export type About = Pick<SourcesAboutQueryVariables, 'ref' | 'knownAt'>;

/** What every fact about a thing rests on. */
export async function sourcesAbout(
  about: About,
  { lang, hasKey, answers }: { lang: string[]; hasKey: boolean; answers: QueryClient },
): Promise<Sources> {
  const claims: Claim[] = [];
  for (let after: string | null = null; ;) {
    const page: SourcesAboutQuery = await answers.fetchQuery(
      queryOf(SourcesAboutDocument, { ...about, after, lang }, hasKey),
    );
    claims.push(...page.claims.nodes);
    if (!page.claims.pageInfo.hasNextPage) return sourcesOf(claims);
    after = page.claims.pageInfo.endCursor ?? null;
  }
}

/** By what claims support and say, the documents in which they stand, each once with all paragraphs. */
export function sourcesOf(claims: readonly Claim[]): Sources {
  const found = new Map<string, Map<string, Source>>();
  for (const { supports, says, evidence, retractedAt, correctedBy } of claims) {
    if (retractedAt !== null || correctedBy !== null) continue;
    for (const key of new Set([...supports.map(({ id }) => id), ...says.map(({ slot }) => slot)])) {
      const sources = found.get(key) ?? new Map<string, Source>();
      found.set(key, sources);
      for (const { document, paragraph } of evidence) {
        const paragraphs = new Set([
          ...(sources.get(document.key)?.paragraphs ?? []),
          ...(paragraph === null ? [] : [paragraph]),
        ]);
        sources.set(document.key, { document, paragraphs: [...paragraphs] });
      }
    }
  }
  return new Map([...found].map(([key, sources]) => [key, [...sources.values()]]));
}
