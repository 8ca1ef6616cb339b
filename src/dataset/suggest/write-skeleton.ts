import { basename, extname } from 'node:path';
import { stringify } from 'yaml';
import { normalizeText } from '../../domain/names/normalize-text.ts';
import { type ParagraphSuggestions, type Suggestions } from './suggest.ts';

/** The text that was looked at. */
export interface SuggestedText {
  path: string;
  sha256: string;
  published: string | null;
}

/**
 * A data set to go on with: valid as it is, with one block for the document, and what each paragraph speaks of as comments. What
 * is not sure has a question mark and the reason.
 */
export function* writeSkeleton(
  { body, paragraphs }: Suggestions,
  { path, sha256, published }: SuggestedText,
): Generator<string> {
  const key = normalizeText(basename(path, extname(path))).replaceAll(' ', '-') || 'article';
  const document = `doc:${key}`;
  yield stringify({
    dataSet: { key, title: 'TODO what this is', source: { document, body: [...body] } },
    blocks: [
      {
        source: { document, attributionKind: 'NARRATION' },
        documents: [
          {
            key: document,
            kind: 'NEWS_ARTICLE',
            title: 'TODO the title as printed',
            ...(published && { published }),
            sha256,
          },
        ],
      },
    ],
  }).trimEnd();
  for (const paragraph of paragraphs) yield* paragraphLines(paragraph);
}

function* paragraphLines({ label, mentions, unknown, times }: ParagraphSuggestions): Generator<string> {
  if (mentions.length + unknown.length + times.length === 0) return;
  yield '';
  yield `    # Paragraph ${label}`;
  for (const { words, keys, doubt } of mentions) yield line(keys.join(' or '), words, doubt);
  for (const { words, edtf, doubt } of times) yield line(edtf ?? 'a time', words, doubt);
  for (const words of unknown) yield line('not known', words, 'looks like a name');
}

const line = (what: string, words: string, doubt: string | null): string =>
  `    #   ${doubt === null ? what : `${what} ?`}: ${words}${doubt === null ? '' : ` (${doubt})`}`;
