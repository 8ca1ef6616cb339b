import { type KnownName } from '../../record/resolve/known-names.ts';
import { splitParagraphs } from '../source/paragraphs.ts';
import { type ParagraphMentions, findNamesInText } from './find-mentions.ts';
import { type TimeMention, findTimes } from './find-times.ts';
import { Lexicon } from './lexicon.ts';

/** What a paragraph of a text seems to speak of. */
export interface ParagraphSuggestions extends ParagraphMentions {
  /** As data sets cite it. */
  label: string;
  times: TimeMention[];
}

/** A text with what was found in it. */
export interface Suggestions {
  /** The first line of the text and its last one with words, counted from 1. */
  body: readonly [first: number, last: number];
  paragraphs: ParagraphSuggestions[];
}

/**
 * Finds the names of the graph and the times in a text, paragraph by paragraph.
 *
 * @param published The day on which the text was published, `YYYY-MM-DD`; null if it is not known.
 */
export function suggest(text: string, names: readonly KnownName[], published: string | null): Suggestions {
  const lines = text.split('\n');
  const body = [1, Math.max(1, lines.findLastIndex((line) => line.trim() !== '') + 1)] as const;
  const paragraphs = [...splitParagraphs(text, { body: [...body] }).paragraphs];
  const mentions = findNamesInText(
    paragraphs.map(([, { text: words }]) => words),
    new Lexicon(names),
  );
  return {
    body,
    paragraphs: paragraphs.map(([label, { text: words }], index) => ({
      label,
      ...mentions[index]!,
      times: findTimes(words, published),
    })),
  };
}
