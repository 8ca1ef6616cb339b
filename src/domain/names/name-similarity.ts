import { distance } from 'fastest-levenshtein';
import { romanize } from './romanize.ts';
import { personWordsSimilarity } from './person-similarity.ts';
import { type PersonWord, personWords } from './person-words.ts';
import { normalizeText, isCjk, compactText, splitWords } from './normalize-text.ts';

/** A name to compare; `lang` is a BCP 47 tag. */
export interface NameValue {
  value: string;
  lang: string;
}

/** The similarity of two nodes' names, from 0 to 1, and the pair of names that gives it; null if no pair matches. */
export interface NameSimilarity {
  score: number;
  names: readonly [string, string] | null;
}

/** From this score on, two names may belong to the same entity. */
export const MATCH_THRESHOLD = 0.7;
/** The highest score if full names in the same language differ: namesakes, shared abbreviations. */
const DISTINCT_NAMES_LIMIT = 0.6;
/** Two words that differ by one inserted letter (Zelensky, Zelenskyy), by one replaced (Iceland, Ireland), or by two edits. */
const INSERTED_LETTER = 0.9;
const REPLACED_LETTER = 0.65;
const TWO_LETTERS = 0.6;
/** Shorter words have to be equal. */
const MIN_FUZZY_LENGTH = 5;
const MIN_TWO_EDITS_LENGTH = 9;

const stopWords: ReadonlySet<string> = new Set(['the', 'of', 'and', 'for', 'in', 'at', 'on', 'to', 'a']);

/** So many names of each are compared with one another; of the others only equal ones count. */
const MAX_NAMES = 20;

/**
 * The similarity of the best pair of names, across languages and scripts. Numbers have to be equal: the 26th meeting is not
 * the 27th. Symmetric; 1 for a shared name, unless their full names differ.
 *
 * @param isPerson Whether both are persons, who may be referred to by surname alone.
 */
export function nameSimilarity(a: readonly NameValue[], b: readonly NameValue[], isPerson: boolean): NameSimilarity {
  const [all, others] = [a.map(toComparable), b.map(toComparable)];
  const pairs = all
    .slice(0, MAX_NAMES)
    .flatMap((one) => others.slice(0, MAX_NAMES).map((other) => compareNames(one, other, isPerson)));
  const closest = [...pairs, ...equalNames(all, others)].reduce<NameSimilarity>(
    (best, pair) => (pair.score > best.score ? pair : best),
    { score: 0, names: null },
  );
  const full = pairs.filter(({ isFull }) => isFull);
  const areDistinct =
    (full.length > 0 && full.every(({ score }) => score < MATCH_THRESHOLD)) || (isPerson && areHomophones(all, others));
  return { score: areDistinct ? Math.min(closest.score, DISTINCT_NAMES_LIMIT) : closest.score, names: closest.names };
}

/** A name, with what comparing it with several others takes. */
interface Comparable extends NameValue {
  compact: string;
  words: readonly string[];
  personWords: () => readonly PersonWord[];
}

function toComparable({ value, lang }: NameValue): Comparable {
  const normalized = normalizeText(value);
  let words: readonly PersonWord[] | undefined;
  return {
    ...{ value, lang, compact: compactText(normalized), words: significantWords(normalized) },
    personWords: () => (words ??= personWords(value)),
  };
}

function equalNames(a: readonly Comparable[], b: readonly Comparable[]): NameSimilarity[] {
  const others = new Map(b.map((name) => [name.compact, name]));
  return a.flatMap(({ compact, value }) => {
    const other = compact === '' ? undefined : others.get(compact);
    return other ? [{ score: 1, names: [value, other.value] }] : [];
  });
}

/** Whether both have names in characters that are read alike, and none in common: 王毅 and 王義 are two. */
function areHomophones(a: readonly Comparable[], b: readonly Comparable[]): boolean {
  const [one, other] = [a, b].map((names) => names.filter(({ compact }) => isHan(compact)));
  const reading = ({ compact }: Comparable) => romanize(compact).join(' ');
  const isShared = one!.some(({ compact }) => other!.some((each) => each.compact === compact));
  return !isShared && one!.some((name) => other!.some((each) => reading(each) === reading(name)));
}

const isHan = (compact: string) => /^\p{Script=Han}+$/u.test(compact);

/** Scores two names; `isFull` if both are in the same language and have more than one word. */
function compareNames(a: Comparable, b: Comparable, isPerson: boolean) {
  const compare = () =>
    isPerson ? personWordsSimilarity(a.personWords(), b.personWords()) : wordsSimilarity(a.words, b.words);
  return {
    score: a.compact === b.compact && a.compact !== '' ? 1 : compare(),
    names: [a.value, b.value] as const,
    isFull: languageOf(a) === languageOf(b) && a.words.length > 1 && b.words.length > 1,
  };
}

const languageOf = ({ lang }: NameValue) => lang.split('-', 1)[0];

/** The words of a normalized name without stop words; `26th` counts as `26`. */
function significantWords(normalized: string): string[] {
  const words = splitWords(normalized).map((word) => word.replace(/^(\d+)(st|nd|rd|th)$/, '$1'));
  const significant = words.filter((word) => !stopWords.has(word));
  return significant.length > 0 ? significant : words;
}

function wordsSimilarity(a: readonly string[], b: readonly string[]): number {
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
  return quality * coverage * DISTINCT_NAMES_LIMIT;
}

const numbersIn = (words: readonly string[]) =>
  words
    .filter((word) => /\p{N}/u.test(word))
    .sort()
    .join(' ');

/** Pairs words one to one, the most similar first. */
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

/** How likely two words are spellings of the same word: 1 if equal, 0 if unrelated. */
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
