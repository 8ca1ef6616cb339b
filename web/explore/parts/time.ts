import { timeInWords } from '../../../src/domain/time/time-in-words.ts';
import type { WhenFragment } from '../api/documents.generated.ts';

/** An EDTF time in words that stand by themselves: `12 February 2025`, `14 to 16 February 2025`, `a day from 5 to 11 February 2025`. */
export const timeByItself = (edtf: string): string =>
  timeInWords(edtf)
    .replace(/^(on|in) /, '')
    .replace(/^from (?=.* to )/, '');

/** A time of the API in words, as exact as the source and no more; `date unknown` where nothing is known. */
export function whenInWords({
  edtf,
  startEarliest,
  endLatest,
}: Pick<WhenFragment, 'edtf' | 'startEarliest' | 'endLatest'>): string {
  if (edtf !== null) return timeByItself(edtf);
  const [from, until] = [startEarliest, endLatest].map((day) => day && timeByItself(day));
  if (from && until) return `between ${from} and ${until}`;
  if (from) return `${from} or later`;
  return until ? `${until} or earlier` : 'date unknown';
}
