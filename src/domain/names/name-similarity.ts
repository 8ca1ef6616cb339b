import { distance } from 'fastest-levenshtein';
import { normalizeText, isCjk, compactText, splitWords } from './normalize-text.ts';

/** A name as far as likeness is concerned; `lang` is a BCP 47 tag. */
export interface NameValue {
  value: string;
  lang: string;
}

/** How alike two things are called, from 0 to 1, and by which of their names; null where by none. */
export interface NameSimilarity {
  score: number;
  names: readonly [string, string] | null;
}

/** From this score on two names may well be those of the same thing. */
export const MATCH_THRESHOLD = 0.7;
/** What is left of a likeness where full names in the same language tell the two apart: namesakes, shared abbreviations. */
const DISTINCT_NAMES_LIMIT = 0.6;
/** Two words of one letter more or less, and of one other letter: Zelensky and Zelenskyy, Ireland and Iceland. */
const INSERTED_LETTER = 0.9;
const REPLACED_LETTER = 0.65;
const TWO_LETTERS = 0.6;
/** Shorter words are only ever the same. */
const MIN_FUZZY_LENGTH = 5;
const MIN_TWO_EDITS_LENGTH = 9;
/** Of persons a surname alone may be meant, or a middle name left out. */
const SURNAME_ALONE = 0.8;
const WITHOUT_MIDDLE_NAME = 0.9;

/** Words that tell nothing apart. */
const stopWords: ReadonlySet<string> = new Set(['the', 'of', 'and', 'for', 'in', 'at', 'on', 'to', 'a']);

/**
 * How alike two things are called: the best of all pairs of their names, whatever language or script these are in. Numbers
 * are never alike: the 26th meeting is not the 27th. Symmetric; 1 for two that share a name, unless they are told apart.
 *
 * @param isPerson Whether they are persons, of whom a surname alone may be said.
 */
export function nameSimilarity(a: readonly NameValue[], b: readonly NameValue[], isPerson: boolean): NameSimilarity {
  const pairs = a.flatMap((one) => b.map((other) => compareNames(one, other, isPerson)));
  const closest = pairs.reduce<NameSimilarity>((best, pair) => (pair.score > best.score ? pair : best), {
    score: 0,
    names: null,
  });
  const full = pairs.filter(({ isFull }) => isFull);
  const areDistinct = full.length > 0 && full.every(({ score }) => score < MATCH_THRESHOLD);
  return { score: areDistinct ? Math.min(closest.score, DISTINCT_NAMES_LIMIT) : closest.score, names: closest.names };
}

/** Two names with their score; `isFull` where both are of one language and of more than one word. */
function compareNames(a: NameValue, b: NameValue, isPerson: boolean) {
  const [one, other] = [normalizeText(a.value), normalizeText(b.value)];
  const [words, others] = [significantWords(one), significantWords(other)];
  const isSame = compactText(one) === compactText(other) && one !== '';
  return {
    score: isSame ? 1 : wordsSimilarity(words, others, isPerson),
    names: [a.value, b.value] as const,
    isFull: languageOf(a) === languageOf(b) && words.length > 1 && others.length > 1,
  };
}

const languageOf = ({ lang }: NameValue) => lang.split('-', 1)[0];

/** The words of a folded name that may tell it apart; `26th` counts as `26`. */
function significantWords(normalized: string): string[] {
  const words = splitWords(normalized).map((word) => word.replace(/^(\d+)(st|nd|rd|th)$/, '$1'));
  const significant = words.filter((word) => !stopWords.has(word));
  return significant.length > 0 ? significant : words;
}

function wordsSimilarity(a: readonly string[], b: readonly string[], isPerson: boolean): number {
  if (numbersIn(a) !== numbersIn(b) || a.length === 0 || b.length === 0) return 0;
  const { matched, unmatchedA, unmatchedB } = pairWords(a, b);
  if (matched.length === 0) return 0;
  const lengths = matched.map(([one, other]) => one.length + other.length);
  const total = sum(lengths);
  const quality = sum(matched.map(([, , closeness], index) => closeness * lengths[index]!)) / total;
  const unmatchedLength = sum([...unmatchedA, ...unmatchedB].map(({ length }) => length));
  const coverage = total / (total + unmatchedLength);
  if (unmatchedA.length > 0 && unmatchedB.length > 0) return quality * coverage * 0.5;
  if (unmatchedLength === 0) return quality;
  if (!isPerson) return quality * coverage * DISTINCT_NAMES_LIMIT;
  if (matched.length > 1) return quality * WITHOUT_MIDDLE_NAME;
  const isSurname = matched.every(([one, other]) => one === a.at(-1) && other === b.at(-1));
  return isSurname ? quality * SURNAME_ALONE : quality * coverage * 0.5;
}

const numbersIn = (words: readonly string[]) =>
  words
    .filter((word) => /\p{N}/u.test(word))
    .sort()
    .join(' ');

/** Pairs words one to one, the closest first. */
function pairWords(a: readonly string[], b: readonly string[]) {
  const pairs = a
    .flatMap((one, i) => b.map((other, j) => ({ one, other, i, j, closeness: wordSimilarity(one, other) })))
    .filter(({ closeness }) => closeness > 0)
    .sort((x, y) => y.closeness - x.closeness || x.i + x.j - (y.i + y.j) || Math.abs(x.i - x.j) - Math.abs(y.i - y.j));
  const [usedA, usedB] = [new Set<number>(), new Set<number>()];
  const matched: [string, string, number][] = [];
  for (const { one, other, i, j, closeness } of pairs) {
    if (usedA.has(i) || usedB.has(j)) continue;
    usedA.add(i);
    usedB.add(j);
    matched.push([one, other, closeness]);
  }
  return { matched, unmatchedA: a.filter((_, i) => !usedA.has(i)), unmatchedB: b.filter((_, j) => !usedB.has(j)) };
}

/** How likely two words are one, spelled in two ways: 1 for the same, 0 for others. */
function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const shorter = Math.min(a.length, b.length);
  if (shorter < MIN_FUZZY_LENGTH || a[0] !== b[0] || [a, b].some((word) => isCjk(word) || /\p{N}/u.test(word)))
    return 0;
  const edits = distance(a, b);
  if (edits === 1) return a.length === b.length ? REPLACED_LETTER : INSERTED_LETTER;
  return edits === 2 && shorter >= MIN_TWO_EDITS_LENGTH ? TWO_LETTERS : 0;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
