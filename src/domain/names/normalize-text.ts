/**
 * How text is made comparable for searching and sorting: without case, accents, ligatures, full-width forms, spaces,
 * hyphens and apostrophes. Scripts are kept apart: Cyrillic stays Cyrillic, Han stays Han.
 */

/** Letters that Unicode does not take apart into a base letter and an accent. */
const LETTER_REPLACEMENTS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ə: 'e',
  ɛ: 'e',
  ɔ: 'o',
  ƒ: 'f',
  ς: 'σ',
};
const REPLACED_LETTERS = new RegExp(`[${Object.keys(LETTER_REPLACEMENTS).join('')}]`, 'g');

/** Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic; not the vowels of Indic or the marks of kana. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;
const APOSTROPHES = /['’‘ʼʹ`´′ʾʿ＇]/g;
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/gu;

/** Scripts written without spaces, in which a name is found by its single characters and pairs. */
export const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;

/** The folded words of a text, joined by single spaces: `Jean-Claude  Müller` gives `jean claude muller`. */
export function normalizeText(text: string): string {
  return text
    .replace(APOSTROPHES, '') // before, as some would become a space and an accent
    .normalize('NFKD')
    .toLowerCase()
    .replace(APOSTROPHES, '') // after, as some only now are one
    .replace(ACCENTS, '')
    .replace(REPLACED_LETTERS, (letter) => LETTER_REPLACEMENTS[letter] ?? letter)
    .normalize('NFC')
    .replace(BETWEEN_WORDS, ' ')
    .trim();
}

/** A folded text without its spaces: `john healey` gives `johnhealey`. */
export function compactText(normalized: string): string {
  return normalized.replaceAll(' ', '');
}

/** The words of a folded text, with runs of an unspaced script apart: `g7峰會 2025` gives `g7`, `峰會`, `2025`. */
export function splitWords(normalized: string): string[] {
  return normalized
    .replace(CJK, ' $& ')
    .split(' ')
    .filter((word) => word !== '');
}

/** True for a word of an unspaced script. */
export function isCjk(word: string): boolean {
  CJK.lastIndex = 0;
  return CJK.test(word);
}

/** The characters of an unspaced word, and each two that stand side by side. */
export function charactersOf(word: string): string[] {
  return [...word];
}

/** Each two characters that stand side by side. */
export function bigramsOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
