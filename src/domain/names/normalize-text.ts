import { Converter } from 'opencc-js/t2cn';

/**
 * Normalizes text for searching and sorting: removes case, accents, ligatures, full-width forms, repeated spaces, hyphens and
 * apostrophes, and writes letters in one way that are written in several. Nothing is transliterated: Cyrillic stays Cyrillic.
 */

/**
 * Traditional characters by simplified ones. Not the other way round: several traditional ones have become one, and to choose among them
 * spoils names (范斯 would be 範斯).
 */
// The types of opencc-js 1.4.2 import one another without the ending that modules need, so that none is known.
const convert = Converter({ from: 't', to: 'cn' }) as (text: string) => string;
const simplified = new Map<string, string>();

/** The simplified form of a Han character, by itself: in phrases the library chooses by what stands beside it, and parts would not match. */
function simplify(character: string): string {
  let known = simplified.get(character);
  if (known === undefined) simplified.set(character, (known = convert(character)));
  return known;
}
const HAN = /\p{Script=Han}/gu;

/** Letters that Unicode does not decompose into a base letter and an accent. */
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

/** Letters of Arabic script that keyboards or habits put for one another, as the keyboard of Arabic has them. */
const ARABIC_LETTERS: Record<string, string> = {
  ک: 'ك',
  ی: 'ي',
  ى: 'ي',
  ې: 'ي',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ٱ: 'ا',
};
const REPLACED_ARABIC = new RegExp(`[${Object.keys(ARABIC_LETTERS).join('')}]`, 'g');
/** The stroke that lengthens a word in print. */
const TATWEEL = /\u0640/g;

/** Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic; not Indic vowel signs or kana marks. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;
const APOSTROPHES = /['’‘ʼʹ`´′ʾʿ＇]/g;
/** `l'` of French before a word, and `'s` of English after it: L'OTAN, NATO's. */
const ARTICLE_OR_POSSESSIVE = /(?<![\p{L}\p{N}])l['’](?=\p{L})|(?<=\p{L})['’]s(?![\p{L}\p{N}])/giu;
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/gu;

/** The characters of scripts written without spaces, for a class of a regular expression. */
export const CJK_CHARACTERS = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
/** Scripts written without spaces: names in them are indexed by single characters and bigrams. */
export const CJK = new RegExp(`[${CJK_CHARACTERS}]+`, 'gu');

/** The normalized words of a text, joined by single spaces: `Jean-Claude  Müller` gives `jean claude muller`. */
export function normalizeText(text: string): string {
  return text
    .replace(ARTICLE_OR_POSSESSIVE, '')
    .replace(APOSTROPHES, '') // before NFKD, which turns some into a space and an accent
    .normalize('NFKD')
    .toLowerCase()
    .replace(APOSTROPHES, '') // after NFKD, which turns other characters into apostrophes
    .replace(ACCENTS, '')
    .replace(REPLACED_LETTERS, (letter) => LETTER_REPLACEMENTS[letter] ?? letter)
    .replace(TATWEEL, '')
    .replace(REPLACED_ARABIC, (letter) => ARABIC_LETTERS[letter] ?? letter)
    .normalize('NFC')
    .replace(HAN, simplify)
    .replace(BETWEEN_WORDS, ' ')
    .trim();
}

/** A normalized text without spaces: `john healey` gives `johnhealey`. */
export function compactText(normalized: string): string {
  return normalized.replaceAll(' ', '');
}

/** The words of a normalized text; a run of CJK characters is a word of its own: `g7峰會 2025` gives `g7`, `峰會`, `2025`. */
export function splitWords(normalized: string): string[] {
  return normalized
    .replace(CJK, ' $& ')
    .split(' ')
    .filter((word) => word !== '');
}

/** True for a word in a script without spaces. */
export function isCjk(word: string): boolean {
  CJK.lastIndex = 0;
  return CJK.test(word);
}

/** The characters (code points) of a word. */
export function charactersOf(word: string): string[] {
  return [...word];
}

/** Each two adjacent characters of a word. */
export function bigramsOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
