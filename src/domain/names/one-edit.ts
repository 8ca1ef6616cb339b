import { charactersOf } from './normalize-text.ts';

/** Words of at least this length are also found with one edit. */
const MIN_FUZZY_LENGTH = 4;
/** The same where nothing ranks what is found: among the sixty names of a country, four letters are near to something of many. */
export const MIN_UNRANKED_FUZZY_LENGTH = 5;

/** Whether a word may be found with one edit. Numbers never are: the 26th meeting is not the 27th. */
export function isFuzzy(word: string, minLength = MIN_FUZZY_LENGTH): boolean {
  return charactersOf(word).length >= minLength && !/\p{N}/u.test(word);
}

/** True if one insertion, deletion, replacement or transposition turns `a` into `b`: what Lucene's `~1` finds. */
export function isWithinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
