import { charactersOf, normalizeText, isCjk, bigramsOf, compactText, splitWords } from './normalize-text.ts';
import { orderNames, type Name } from './display-name.ts';

/** The part of a text that is indexed, in characters: titles and gists are shorter, hostile uploads are not. */
const MAX_TEXT_LENGTH = 4_000;
/** More tokens than the names of any one node give. */
const MAX_TOKENS = 10_000;
/** Longer tokens are truncated: Lucene rejects terms of 32 kB and patterns of a thousand letters. */
const MAX_TOKEN_LENGTH = 100;
/** The part of a search text that is used. */
const MAX_QUERY_LENGTH = 200;
const MAX_QUERY_WORDS = 12;
/** Words of at least this length are also found with one edit. */
const MIN_FUZZY_LENGTH = 4;

/**
 * The tokens for indexing these texts (names, a title, a gist), joined by spaces for a full-text index with the `whitespace`
 * analyzer: normalized words, each text as one compact word, and for scripts without spaces the characters and bigrams.
 */
export function searchTokens(texts: readonly string[]): string {
  const tokens = new Set<string>();
  for (const text of texts) {
    if (tokens.size >= MAX_TOKENS) break;
    const normalized = normalizeText(text.slice(0, MAX_TEXT_LENGTH));
    const words = splitWords(normalized);
    for (const word of words) {
      tokens.add(truncateToken(word));
      if (isCjk(word)) for (const token of [...charactersOf(word), ...bigramsOf(word)]) tokens.add(token);
    }
    if (words.length > 1 && words.length <= MAX_QUERY_WORDS) tokens.add(truncateToken(compactText(normalized)));
  }
  return [...tokens].slice(0, MAX_TOKENS).join(' ');
}

/**
 * The Lucene query for a search text, over {@link searchTokens}; null if it has no letter or digit. Each word may match
 * exactly, as a prefix, or (from four letters on) with one edit; exact matches score highest. `ANY` requires one word to match,
 * `EVERY` all of them. Query syntax cannot be injected: tokens have letters, digits and marks only, and lower case is never a
 * Lucene operator.
 */
export function searchQuery(text: string, words: 'ANY' | 'EVERY' = 'ANY'): string | null {
  const normalized = normalizeText(text.slice(0, MAX_QUERY_LENGTH));
  const terms = [...new Set(splitWords(normalized).map(truncateToken))].slice(0, MAX_QUERY_WORDS);
  if (terms.length === 0) return null;
  const whole = truncateToken(compactText(normalized));
  const clauses = terms.map((term) => `(${termClause(term)})`);
  const parts = clauses.join(words === 'EVERY' ? ' AND ' : ' ');
  return terms.length === 1 ? parts : `(${parts}) OR ${whole}^8 OR ${whole}*^4`;
}

/**
 * Whether {@link searchQuery} with `EVERY` finds a node with these {@link searchTokens}: the same rule without an index.
 */
export function hasEveryWord(text: string, tokens: string): boolean {
  const normalized = normalizeText(text.slice(0, MAX_QUERY_LENGTH));
  const terms = [...new Set(splitWords(normalized).map(truncateToken))].slice(0, MAX_QUERY_WORDS);
  const indexed = tokens.split(' ');
  const hasPrefix = (word: string) => indexed.some((token) => token.startsWith(word));
  const isMatched = (word: string): boolean => {
    if (isCjk(word)) {
      const pairs = bigramsOf(word);
      return hasPrefix(word) || (pairs.length > 1 && pairs.some((pair) => indexed.includes(pair)));
    }
    if (indexed.includes(word) || (charactersOf(word).length > 1 && hasPrefix(word))) return true;
    return isFuzzy(word) && indexed.some((token) => isWithinOneEdit(word, token));
  };
  if (terms.length === 0) return false;
  return terms.every(isMatched) || (terms.length > 1 && hasPrefix(truncateToken(compactText(normalized))));
}

function termClause(word: string): string {
  if (isCjk(word)) {
    const pairs = bigramsOf(word);
    return pairs.length > 1 ? `${word}^8 OR ${word}*^4 OR (${pairs.join(' ')})` : `${word}^8 OR ${word}*^4`;
  }
  const clauses = [`${word}^8`];
  if (charactersOf(word).length > 1) clauses.push(`${word}*^4`);
  if (isFuzzy(word)) clauses.push(`${word}~1`);
  return clauses.join(' OR ');
}

/** Truncates a token without splitting a surrogate pair. */
function truncateToken(token: string): string {
  return token.slice(0, MAX_TOKEN_LENGTH).replace(/[\ud800-\udbff]$/, '');
}

/** How a query word matches a word of a name, worst to best. */
const MatchGrade = { NONE: 0, FUZZY: 1, SUBSTRING: 2, PREFIX: 3, EXACT: 4 } as const;
type MatchGrade = (typeof MatchGrade)[keyof typeof MatchGrade];
/** The score of one grade; a match of the whole name is one grade above EXACT, at 1. */
const BAND_WIDTH = 1 / (MatchGrade.EXACT + 1);

/**
 * How well a text matches a node's names, and which name matches best (of equals the one preferred by a reader of `langs`).
 * Scores are in bands: 1 is a whole name; from 0.8 all words match; from 0.6 some only as prefixes; from 0.4 some only as
 * substrings, in scripts without spaces; from 0.2 some only with an edit; above 0 some words do not match. Within a band the
 * score grows with the covered part of the name.
 */
export function rankNames(
  text: string,
  names: readonly Name[],
  langs?: readonly string[],
): { score: number; matched: string } {
  const normalized = normalizeText(text.slice(0, MAX_QUERY_LENGTH));
  const words = splitWords(normalized).slice(0, MAX_QUERY_WORDS);
  let bestMatch = { score: 0, matched: '' };
  for (const name of orderNames(names, langs)) {
    const score = scoreName(normalized, words, normalizeText(name.value.slice(0, MAX_TEXT_LENGTH)));
    if (score > bestMatch.score) bestMatch = { score, matched: name.value };
  }
  return bestMatch;
}

function scoreName(text: string, words: readonly string[], name: string): number {
  const compactQuery = compactText(text);
  const compactName = compactText(name);
  if (compactQuery === '' || compactName === '') return 0;
  if (compactQuery === compactName) return 1;
  const nameWords = splitWords(name);
  const grades = words.map((word) =>
    nameWords.map((nameWord) => gradeMatch(word, nameWord)).reduce(best, MatchGrade.NONE),
  );
  const matched = words.filter((_, index) => grades[index] !== MatchGrade.NONE);
  const coverage = Math.min(1, matched.join('').length / compactName.length);
  if (matched.length === words.length) return scoreInBand(grades.reduce(worst), coverage);
  if (compactName.startsWith(compactQuery))
    return scoreInBand(MatchGrade.PREFIX, compactQuery.length / compactName.length);
  const share = grades.reduce<number>((sum, grade) => sum + grade, 0) / (MatchGrade.EXACT * words.length);
  return BAND_WIDTH * share * (0.5 + coverage / 2);
}

/** A score from the bottom of a grade's band to just below the next. */
function scoreInBand(grade: MatchGrade, coverage: number): number {
  return BAND_WIDTH * (grade + 0.95 * coverage);
}

function gradeMatch(word: string, nameWord: string): MatchGrade {
  if (word === nameWord) return MatchGrade.EXACT;
  if (nameWord.startsWith(word)) return MatchGrade.PREFIX;
  if (isCjk(word)) {
    if (nameWord.includes(word)) return MatchGrade.SUBSTRING;
    const pairs = bigramsOf(word);
    const shared = pairs.filter((pair) => nameWord.includes(pair)).length;
    return shared > 0 && shared * 2 >= pairs.length ? MatchGrade.FUZZY : MatchGrade.NONE;
  }
  return isFuzzy(word) && isWithinOneEdit(word, nameWord) ? MatchGrade.FUZZY : MatchGrade.NONE;
}

/** Numbers never match fuzzily: the 26th meeting is not the 27th. */
function isFuzzy(word: string): boolean {
  return charactersOf(word).length >= MIN_FUZZY_LENGTH && !/\p{N}/u.test(word);
}

function best(a: MatchGrade, b: MatchGrade): MatchGrade {
  return a > b ? a : b;
}

function worst(a: MatchGrade, b: MatchGrade): MatchGrade {
  return a < b ? a : b;
}

/** True if one insertion, deletion, replacement or transposition turns `a` into `b`: what Lucene's `~1` finds. */
function isWithinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
