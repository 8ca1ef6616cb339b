import { CJK_CHARACTERS, normalizeText } from '../../domain/names/normalize-text.ts';

/** A word of a text, normalized, with its place in it; in scripts without spaces a single character. */
export interface Token {
  word: string;
  from: number;
  to: number;
}

const LETTER = `[[\\p{L}\\p{N}\\p{M}]--[${CJK_CHARACTERS}]]`;
/** A character of a script without spaces, initials with points (`U.S.`), or a word. */
const TOKEN = new RegExp(`[${CJK_CHARACTERS}]|(?:\\p{Lu}\\.){2,}|${LETTER}(?:['’ʼ]?${LETTER})*`, 'gv');

/** The words of a text in order. */
export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(TOKEN)].flatMap(({ 0: raw, index }) => {
    const word = normalizeText(raw.replaceAll('.', ''));
    return word === '' ? [] : [{ word, from: index, to: index + raw.length }];
  });

/** Scripts that have capital letters. */
const CASED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Whether a name could be written so: a short one in capitals is a word in other letters, and a name does not begin small. */
export function isWrittenAs(name: string, raw: string): boolean {
  if (!CASED.test(name)) return true;
  const isAbbreviation = name.length <= LONGEST_ABBREVIATION && name === name.toUpperCase();
  if (isAbbreviation) return raw.replace(/['’]s$/, '').replaceAll('.', '') === name.replaceAll('.', '');
  return /^\p{Ll}/u.test(name) || !/^\p{Ll}/u.test(raw);
}

const LONGEST_ABBREVIATION = 5;
