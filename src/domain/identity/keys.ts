import { randomUUID } from 'node:crypto';
import { distance } from 'fastest-levenshtein';

/** Far above what people write, far below the limit of an index entry. */
const MAX_KEY_LENGTH = 200;
/** Shorter texts are codes, near to too many others: they are suggested neither as a part of a longer text nor for another code. */
const MIN_WORD_LENGTH = 3;
/** Numbers up to this many digits sort by value. */
const PADDED_DIGITS = 12;
/** What fits into the twelve bits below the time of an id. */
const MAX_COUNT = 0xfff;

const WORD = '[A-Za-z0-9][A-Za-z0-9._/-]*';
const KEY = new RegExp(`^${WORD}(:${WORD})?$`);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** When the last id was made, in milliseconds since 1970, and how many were made at that time before it. */
const last = { time: 0, count: 0 };

/**
 * A new opaque id, never reused: a UUID of version 7 (RFC 9562), random but for the time at which it is made, so that an index adds it
 * beside the ones before instead of anywhere. The ids of one process ascend, also if its clock is set back.
 */
export function newId(): string {
  const now = Date.now();
  if (now > last.time) Object.assign(last, { time: now, count: 0 });
  else if (++last.count > MAX_COUNT) Object.assign(last, { time: last.time + 1, count: 0 });
  const time = last.time.toString(16).padStart(12, '0');
  const count = last.count.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}${randomUUID().slice('xxxxxxxx-xxxx-4xxx'.length)}`;
}

/** True for text in the format of {@link newId}. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/**
 * True for a valid key of a node: `kind:slug` (`meeting:udcg-26`) or a plain word (`c001`), of ASCII letters, digits and
 * `- . _ /`, beginning with a letter or digit. Text in the format of an id is not a key, so that a reference, which may be
 * either, is unambiguous.
 */
export function isKey(text: string): boolean {
  return text.length <= MAX_KEY_LENGTH && KEY.test(text) && !isId(text);
}

/** Pads every number in a text with zeros, so that `9th` sorts before `10th`. */
export function padNumbers(text: string): string {
  return text.replace(/[0-9]+/g, (number) => number.replace(/^0+(?=[0-9])/, '').padStart(PADDED_DIGITS, '0'));
}

/**
 * The text by which keys compare in natural order: `c2` before `c10`. It is unique: where padding alone would make `c2` and `c02`
 * equal, the key itself follows after a space, which no key contains.
 */
export function naturalOrder(key: string): string {
  const padded = padNumbers(key);
  return /(^|[^0-9])0+[0-9]/.test(key) ? `${padded} ${key}` : padded;
}

/**
 * The candidates that `word` was probably meant to be, closest first, at most `limit`. Case is ignored, and so is a missing or
 * wrong kind: `john-healy` finds `official:john-healey`. Candidates within a few edits come first, then those that contain it
 * as whole words: `NEWS` finds `NEWS_ARTICLE`.
 */
export function closestMatches(word: string, candidates: Iterable<string>, limit = 3): string[] {
  const normalizedWord = word.slice(0, MAX_KEY_LENGTH).toLowerCase();
  const slug = slugOf(normalizedWord);
  const matches: { candidate: string; cost: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const normalizedCandidate = candidate.toLowerCase();
    const candidateSlug = slugOf(normalizedCandidate);
    // The kind is written rightly as a rule: edits of the rest are not made fewer by its length.
    const whole = editCost(slug, candidateSlug) + editCost(kindOf(normalizedWord), kindOf(normalizedCandidate));
    // A matching slug with another kind ranks after a match of the whole key with the same distance.
    const part = editCost(slug, candidateSlug) + 0.5;
    const cost = Math.min(whole, part, wordRunCost(slug, candidateSlug));
    if (cost < Infinity) matches.push({ candidate, cost });
  }
  matches.sort((a, b) => a.cost - b.cost || (a.candidate < b.candidate ? -1 : 1));
  return matches.slice(0, limit).map(({ candidate }) => candidate);
}

/** ` Did you mean official:john-healey?`, to go after a sentence; empty where nothing is near. */
export function suggestNearest(word: string, candidates: Iterable<string>): string {
  const [nearest] = closestMatches(word, candidates, 1);
  return nearest === undefined ? '' : ` Did you mean ${nearest}?`;
}

function slugOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

const kindOf = (key: string): string => key.slice(0, key.indexOf(':') + 1);

/** If `part` is a run of whole words of `whole`: above every edit distance, less for fewer other characters; else Infinity. */
function wordRunCost(part: string, whole: string): number {
  if (part.length < MIN_WORD_LENGTH || !withSpacedWords(whole).includes(withSpacedWords(part))) return Infinity;
  return MAX_KEY_LENGTH + whole.length - part.length;
}

/** The words of a key or constant between spaces, so that only whole words match. */
function withSpacedWords(text: string): string {
  return ` ${text.replace(/[-_./]/g, ' ')} `;
}

/** The edit distance of two words, or Infinity if more than a third of the characters differ; of codes, if any does. */
function editCost(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  const maxEdits = longer < MIN_WORD_LENGTH ? 0 : Math.ceil(longer / 3);
  if (Math.abs(a.length - b.length) > maxEdits) return Infinity;
  const edits = distance(a, b);
  return edits <= maxEdits ? edits : Infinity;
}
