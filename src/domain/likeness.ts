import { distance } from 'fastest-levenshtein';
import { fold, isUnspaced, squash, wordsOf } from './fold.ts';

/** A name as far as likeness is concerned; `lang` is a BCP 47 tag. */
export interface Called {
  value: string;
  lang: string;
}

/** How alike two things are called, from 0 to 1, and by which of their names; null where by none. */
export interface Likeness {
  score: number;
  names: readonly [string, string] | null;
}

/** From this score on two names may well be those of the same thing. */
export const ALIKE = 0.7;
/** What is left of a likeness where full names in the same language tell the two apart: namesakes, shared abbreviations. */
const TOLD_APART = 0.6;
/** Two words of one letter more or less, and of one other letter: Zelensky and Zelenskyy, Ireland and Iceland. */
const ONE_LETTER_MORE = 0.9;
const ONE_OTHER_LETTER = 0.65;
const TWO_LETTERS = 0.6;
/** Shorter words are only ever the same. */
const SLIPPERY = 5;
const LONG = 9;
/** Of persons a surname alone may be meant, or a middle name left out. */
const SURNAME_ALONE = 0.8;
const WITHOUT_MIDDLE_NAME = 0.9;

/** Words that tell nothing apart. */
const particles: ReadonlySet<string> = new Set(['the', 'of', 'and', 'for', 'in', 'at', 'on', 'to', 'a']);

/**
 * How alike two things are called: the best of all pairs of their names, whatever language or script these are in. Numbers
 * are never alike: the 26th meeting is not the 27th. Symmetric; 1 for two that share a name, unless they are told apart.
 *
 * @param isPerson Whether they are persons, of whom a surname alone may be said.
 */
export function likenessOf(a: readonly Called[], b: readonly Called[], isPerson: boolean): Likeness {
  const pairs = a.flatMap((one) => b.map((other) => compared(one, other, isPerson)));
  const found = pairs.reduce<Likeness>((best, pair) => (pair.score > best.score ? pair : best), {
    score: 0,
    names: null,
  });
  const full = pairs.filter(({ isFull }) => isFull);
  const areToldApart = full.length > 0 && full.every(({ score }) => score < ALIKE);
  return { score: areToldApart ? Math.min(found.score, TOLD_APART) : found.score, names: found.names };
}

/** Two names with their score; `isFull` where both are of one language and of more than one word. */
function compared(a: Called, b: Called, isPerson: boolean) {
  const [one, other] = [fold(a.value), fold(b.value)];
  const [words, others] = [tellingWords(one), tellingWords(other)];
  const isSame = squash(one) === squash(other) && one !== '';
  return {
    score: isSame ? 1 : likenessOfWords(words, others, isPerson),
    names: [a.value, b.value] as const,
    isFull: languageOf(a) === languageOf(b) && words.length > 1 && others.length > 1,
  };
}

const languageOf = ({ lang }: Called) => lang.split('-', 1)[0];

/** The words of a folded name that may tell it apart; `26th` counts as `26`. */
function tellingWords(folded: string): string[] {
  const words = wordsOf(folded).map((word) => word.replace(/^(\d+)(st|nd|rd|th)$/, '$1'));
  const telling = words.filter((word) => !particles.has(word));
  return telling.length > 0 ? telling : words;
}

function likenessOfWords(a: readonly string[], b: readonly string[], isPerson: boolean): number {
  if (numbersIn(a) !== numbersIn(b) || a.length === 0 || b.length === 0) return 0;
  const { matched, leftA, leftB } = matching(a, b);
  if (matched.length === 0) return 0;
  const lengths = matched.map(([one, other]) => one.length + other.length);
  const total = sum(lengths);
  const quality = sum(matched.map(([, , close], index) => close * lengths[index]!)) / total;
  const left = sum([...leftA, ...leftB].map(({ length }) => length));
  const coverage = total / (total + left);
  if (leftA.length > 0 && leftB.length > 0) return quality * coverage * 0.5;
  if (left === 0) return quality;
  if (!isPerson) return quality * coverage * TOLD_APART;
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
function matching(a: readonly string[], b: readonly string[]) {
  const pairs = a
    .flatMap((one, i) => b.map((other, j) => ({ one, other, i, j, close: closenessOf(one, other) })))
    .filter(({ close }) => close > 0)
    .sort((x, y) => y.close - x.close || x.i + x.j - (y.i + y.j) || Math.abs(x.i - x.j) - Math.abs(y.i - y.j));
  const [metA, metB] = [new Set<number>(), new Set<number>()];
  const matched: [string, string, number][] = [];
  for (const { one, other, i, j, close } of pairs) {
    if (metA.has(i) || metB.has(j)) continue;
    metA.add(i);
    metB.add(j);
    matched.push([one, other, close]);
  }
  return { matched, leftA: a.filter((_, i) => !metA.has(i)), leftB: b.filter((_, j) => !metB.has(j)) };
}

/** How likely two words are one, spelled in two ways: 1 for the same, 0 for others. */
function closenessOf(a: string, b: string): number {
  if (a === b) return 1;
  const shorter = Math.min(a.length, b.length);
  if (shorter < SLIPPERY || a[0] !== b[0] || [a, b].some((word) => isUnspaced(word) || /\p{N}/u.test(word))) return 0;
  const edits = distance(a, b);
  if (edits === 1) return a.length === b.length ? ONE_OTHER_LETTER : ONE_LETTER_MORE;
  return edits === 2 && shorter >= LONG ? TWO_LETTERS : 0;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
