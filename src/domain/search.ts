import { charactersOf, fold, isUnspaced, pairsOf, squash, wordsOf } from './fold.ts';
import { orderNames, type Name } from './preference.ts';

/** As much of a text as becomes tokens, in characters: a title or gist is shorter, a hostile upload is not. */
const INDEXED_LENGTH = 4_000;
/** More tokens than the names of any one thing make. */
const MOST_TOKENS = 10_000;
/** Longer tokens are cut: Lucene takes neither a term of 32 kB nor a pattern of a thousand letters. */
const LONGEST_TOKEN = 100;
/** As much of a search as is looked at. */
const SEARCHED_LENGTH = 200;
const SEARCHED_WORDS = 12;
/** Words from this length on are also found with one slip. */
const FUZZY_LENGTH = 4;

/**
 * The tokens by which something with these texts (names, a title, a gist) is found, joined by spaces for a full-text
 * index that splits at white space: folded words, each text squashed into one word, and for unspaced scripts the
 * single characters and the pairs.
 */
export function searchTokens(texts: readonly string[]): string {
  const tokens = new Set<string>();
  for (const text of texts) {
    if (tokens.size >= MOST_TOKENS) break;
    const folded = fold(text.slice(0, INDEXED_LENGTH));
    const words = wordsOf(folded);
    for (const word of words) {
      tokens.add(cut(word));
      if (isUnspaced(word)) for (const token of [...charactersOf(word), ...pairsOf(word)]) tokens.add(token);
    }
    if (words.length > 1 && words.length <= SEARCHED_WORDS) tokens.add(cut(squash(folded)));
  }
  return [...tokens].slice(0, MOST_TOKENS).join(' ');
}

/**
 * The Lucene query for what a person typed, over {@link searchTokens}; null when it holds no letter or digit. Each word
 * may match exactly, as a beginning, or (from four letters on) with one slip; exact matches weigh most. `ANY` finds
 * what matches some word, best first; `EVERY` only what matches all of them. Nothing typed acts as query syntax: a
 * token has letters, digits and marks only, and lower case is never a Lucene operator.
 */
export function searchQuery(text: string, words: 'ANY' | 'EVERY' = 'ANY'): string | null {
  const folded = fold(text.slice(0, SEARCHED_LENGTH));
  const terms = [...new Set(wordsOf(folded).map(cut))].slice(0, SEARCHED_WORDS);
  if (terms.length === 0) return null;
  const whole = cut(squash(folded));
  const clauses = terms.map((term) => `(${clauseOf(term)})`);
  const parts = clauses.join(words === 'EVERY' ? ' AND ' : ' ');
  return terms.length === 1 ? parts : `(${parts}) OR ${whole}^8 OR ${whole}*^4`;
}

/**
 * Whether {@link searchQuery}, asked for `EVERY` word, finds what has these {@link searchTokens}: the same rule without an
 * index.
 */
export function hasEveryWord(text: string, tokens: string): boolean {
  const folded = fold(text.slice(0, SEARCHED_LENGTH));
  const terms = [...new Set(wordsOf(folded).map(cut))].slice(0, SEARCHED_WORDS);
  const known = tokens.split(' ');
  const begins = (word: string) => known.some((token) => token.startsWith(word));
  const isMet = (word: string): boolean => {
    if (isUnspaced(word)) {
      const pairs = pairsOf(word);
      return begins(word) || (pairs.length > 1 && pairs.some((pair) => known.includes(pair)));
    }
    if (known.includes(word) || (charactersOf(word).length > 1 && begins(word))) return true;
    return isFuzzy(word) && known.some((token) => withinOneSlip(word, token));
  };
  if (terms.length === 0) return false;
  return terms.every(isMet) || (terms.length > 1 && begins(cut(squash(folded))));
}

function clauseOf(word: string): string {
  if (isUnspaced(word)) {
    const pairs = pairsOf(word);
    return pairs.length > 1 ? `${word}^8 OR ${word}*^4 OR (${pairs.join(' ')})` : `${word}^8 OR ${word}*^4`;
  }
  const clauses = [`${word}^8`];
  if (charactersOf(word).length > 1) clauses.push(`${word}*^4`);
  if (isFuzzy(word)) clauses.push(`${word}~1`);
  return clauses.join(' OR ');
}

/** A token no longer than is taken, with no half of a character at its end. */
function cut(token: string): string {
  return token.slice(0, LONGEST_TOKEN).replace(/[\ud800-\udbff]$/, '');
}

/** How a searched word met a word of a name, worst to best. */
const Met = { NOT: 0, SLIP: 1, INSIDE: 2, BEGINNING: 3, WORD: 4 } as const;
type Met = (typeof Met)[keyof typeof Met];
/** What one grade is worth: the whole name stands one above WORD, at 1. */
const STEP = 1 / (Met.WORD + 1);

/**
 * How well a text matches a thing's names, and which name matched best (of equals the one a reader of `langs` would
 * rather see). Scores stand in bands: 1 is a whole name; from 0.8 all words are in it; from 0.6 some only as beginnings;
 * from 0.4 some only inside a longer word, in scripts without spaces; from 0.2 some only with a slip; above 0 some of the
 * words match, others do not. Within a band, the more of the name is covered the better.
 */
export function rankNames(
  text: string,
  names: readonly Name[],
  langs?: readonly string[],
): { score: number; matched: string } {
  const folded = fold(text.slice(0, SEARCHED_LENGTH));
  const words = wordsOf(folded).slice(0, SEARCHED_WORDS);
  let found = { score: 0, matched: '' };
  for (const name of orderNames(names, langs)) {
    const score = scoreOf(folded, words, fold(name.value.slice(0, INDEXED_LENGTH)));
    if (score > found.score) found = { score, matched: name.value };
  }
  return found;
}

function scoreOf(text: string, words: readonly string[], name: string): number {
  const whole = squash(text);
  const squashed = squash(name);
  if (whole === '' || squashed === '') return 0;
  if (whole === squashed) return 1;
  const nameWords = wordsOf(name);
  const grades = words.map((word) => nameWords.map((nameWord) => meet(word, nameWord)).reduce(best, Met.NOT));
  const met = words.filter((_, index) => grades[index] !== Met.NOT);
  const covered = Math.min(1, met.join('').length / squashed.length);
  if (met.length === words.length) return band(grades.reduce(worst), covered);
  if (squashed.startsWith(whole)) return band(Met.BEGINNING, whole.length / squashed.length);
  const share = grades.reduce<number>((sum, grade) => sum + grade, 0) / (Met.WORD * words.length);
  return STEP * share * (0.5 + covered / 2);
}

/** From the foot of a grade's band to just below the next. */
function band(grade: Met, covered: number): number {
  return STEP * (grade + 0.95 * covered);
}

function meet(word: string, nameWord: string): Met {
  if (word === nameWord) return Met.WORD;
  if (nameWord.startsWith(word)) return Met.BEGINNING;
  if (isUnspaced(word)) {
    if (nameWord.includes(word)) return Met.INSIDE;
    const pairs = pairsOf(word);
    const shared = pairs.filter((pair) => nameWord.includes(pair)).length;
    return shared > 0 && shared * 2 >= pairs.length ? Met.SLIP : Met.NOT;
  }
  return isFuzzy(word) && withinOneSlip(word, nameWord) ? Met.SLIP : Met.NOT;
}

/** Numbers are never close: the 26th meeting is not the 27th. */
function isFuzzy(word: string): boolean {
  return charactersOf(word).length >= FUZZY_LENGTH && !/\p{N}/u.test(word);
}

function best(a: Met, b: Met): Met {
  return a > b ? a : b;
}

function worst(a: Met, b: Met): Met {
  return a < b ? a : b;
}

/** True when one letter more, less, other or two exchanged turn `a` into `b`: what Lucene's `~1` finds. */
function withinOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
