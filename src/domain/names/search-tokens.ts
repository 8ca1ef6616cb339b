import { bigramsOf, charactersOf, compactText, isCjk, normalizeText, splitWords } from './normalize-text.ts';
import { isParticle, isTitle } from './person-words.ts';
import { romanize } from './romanize.ts';
import { soundsOf } from './sound.ts';
import { plainSpelling } from './spelling.ts';
import { runsOf } from './word-runs.ts';

/** The part of a text that is indexed, in characters: titles and gists are shorter, hostile uploads are not. */
const MAX_TEXT_LENGTH = 4_000;
/** More tokens than the names of any one node give. */
const MAX_TOKENS = 10_000;
/** Longer tokens are truncated: Lucene rejects terms of 32 kB and patterns of a thousand letters. */
const MAX_TOKEN_LENGTH = 100;
/** More words than names have; only so many are joined. */
export const MAX_NAME_WORDS = 12;
/** The sound of a shorter word is that of too many. */
const MIN_SOUND_LENGTH = 3;

/**
 * Tokens that are no word of a text, told from words by the underscore: a whole name, and what it sounds like, so that what has many names
 * is found by each of them before others that only have its words; what a word sounds like; the first letter of a name of a person, one
 * that is given by its first letter only, and one that every person has, so that a title before a name finds those whose name has none.
 */
export const wholeToken = (compact: string): string => `w_${compact}`;
export const wholeSoundToken = (sound: string): string => `h_${sound}`;
export const soundToken = (sound: string): string => `s_${sound}`;
export const firstLetterToken = (letter: string): string => `f_${letter}`;
export const initialToken = (letter: string): string => `i_${letter}`;
export const TITLE_TOKEN = 'title_';

/**
 * The tokens for indexing these texts (a title, a gist), joined by spaces for a full-text index with the `whitespace` analyzer:
 * normalized words, each text as one compact word, and for scripts without spaces the characters and bigrams.
 */
export function textTokens(texts: readonly string[]): string {
  return collect((add) => texts.forEach((text) => addText(normalizePart(text), add)));
}

/**
 * The tokens for indexing the names of an entity: besides those of its texts, neighbouring words as one, words of other scripts in Latin
 * letters, and what words sound like; of a person also initials. And the codes by which it is known.
 */
export function nameTokens(
  names: readonly string[],
  { isPerson = false, codes = [] as readonly string[] } = {},
): string {
  return collect((add) => {
    for (const name of names.map(normalizePart)) {
      addText(name, add);
      addSpellings(name, isPerson, add);
    }
    for (const code of codes.map((each) => compactText(normalizeText(each.slice(0, MAX_TOKEN_LENGTH))))) {
      add(code);
      add(wholeToken(code));
    }
    if (isPerson && names.length > 0) add(TITLE_TOKEN);
  });
}

/** Collects distinct tokens, up to a number. */
function collect(fill: (add: (token: string) => void) => void): string {
  const tokens = new Set<string>();
  fill((token) => {
    if (token !== '' && tokens.size < MAX_TOKENS) tokens.add(truncateToken(token));
  });
  return [...tokens].join(' ');
}

/** The part of a text that is indexed, normalized. */
const normalizePart = (text: string) => normalizeText(text.slice(0, MAX_TEXT_LENGTH));

function addText(normalized: string, add: (token: string) => void): void {
  const words = splitWords(normalized);
  for (const word of words) {
    add(word);
    if (isCjk(word)) [...charactersOf(word), ...bigramsOf(word)].forEach(add);
  }
  if (words.length > 1 && words.length <= MAX_NAME_WORDS) add(compactText(normalized));
}

function addSpellings(normalized: string, isPerson: boolean, add: (token: string) => void): void {
  if (normalized === '') return;
  wholeTokens(normalized).forEach(add);
  const words = splitWords(normalized).slice(0, MAX_NAME_WORDS);
  joinedRunsOf(words).forEach(({ joined }) => add(joined));
  const latin = words.flatMap((text) => romanize(text, isPerson).map((word) => ({ text, word })));
  joinedRunsOf(latin.map(({ word }) => word)).forEach(({ joined }) => add(joined));
  for (const { text, word } of latin) {
    add(word);
    soundTokens(word).forEach(add);
    // Nobody abbreviates characters by the letters of their reading.
    if (!isPerson || isCjk(text) || isParticle(word) || isTitle(word)) continue;
    add(word.length === 1 ? initialToken(word) : firstLetterToken(word[0]!));
  }
}

/** The tokens of a whole name, normalized: as it is written, and what it sounds like. */
export function wholeTokens(normalized: string): string[] {
  const latin = splitWords(normalized)
    .slice(0, MAX_NAME_WORDS)
    .flatMap((word) => romanize(word))
    .join('');
  return [wholeToken(compactText(normalized)), ...soundsIn(latin).map(wholeSoundToken)];
}

/** The tokens of what a Latin word sounds like; none for short words and numbers. */
export const soundTokens = (latin: string): string[] => soundsIn(latin).map(soundToken);

const soundsIn = (latin: string): string[] =>
  /[0-9]/.test(latin) ? [] : soundsOf(plainSpelling(latin)).filter(({ length }) => length >= MIN_SOUND_LENGTH);

/** Each two and three words in a row, as one; `has` are their positions. */
export const joinedRunsOf = (words: readonly string[]): { joined: string; has: (index: number) => boolean }[] =>
  runsOf(words).map((run) => ({ joined: run.words.join(''), has: run.has }));

/** Truncates a token without splitting a surrogate pair. */
export function truncateToken(token: string): string {
  return token.slice(0, MAX_TOKEN_LENGTH).replace(/[\ud800-\udbff]$/, '');
}
