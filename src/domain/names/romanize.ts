import anyAscii from 'any-ascii';
import { pinyin } from 'pinyin-pro';

/**
 * Latin spellings of words in other scripts, for comparing and finding, never for showing: `путин` is `putin`. They are those of no
 * standard, but near enough to all of them for `spelling.ts` and `sound.ts` to see that two are of one name.
 */

/** Digraphs of Greek that are one sound, and not that of their letters. */
const GREEK: readonly [RegExp, string][] = [
  [/(^)?μπ/g, 'b'],
  [/^ντ/g, 'd'],
  [/γκ/g, 'g'],
  [/τζ/g, 'j'],
  [/ου/g, 'u'],
  [/([αε])υ/g, '$1v'],
];

/** Letters of Arabic that are or carry vowels, two of them only inside a word. Short vowels are not written. */
const ARABIC: readonly [RegExp, string][] = [
  [/[اع]/g, 'a'],
  [/(?<!^)و/g, 'u'],
  [/(?<!^)ي/g, 'i'],
];
const ARABIC_ARTICLE = /^ال(?=...)/;

/** Family names of two characters or syllables. */
const COMPOUND_FAMILY_NAME =
  /^(欧阳|司马|诸葛|上官|夏侯|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|端木|长孙|南宫|남궁|황보|제갈|선우|독고|사공)./;

const isHan = /\p{Script=Han}/u;
const isHangul = /\p{Script=Hangul}/u;
const isArabic = /\p{Script=Arabic}/u;
const isGreek = /\p{Script=Greek}/u;
const isLatin = /^[a-z0-9]*$/;

/** Whether a word, as `normalizeText` gives it, has only letters of basic Latin and digits. */
export const isRoman = (word: string): boolean => isLatin.test(word);

/** Whether a word is in a script that does not write short vowels. */
export const lacksVowels = (word: string): boolean =>
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Thai}]/u.test(word);

/**
 * A normalized word in Latin letters; itself, if it is Latin. Han characters are read in Mandarin. If it is the name of a person, Han
 * and Hangul give a family name and a given name: `曾毅` gives `zeng`, `yi`, not `ceng`. Other scripts give one word, or none, if nothing
 * of it can be spelled.
 */
export function romanize(word: string, isPerson = true): string[] {
  if (isRoman(word)) return [word];
  const isFamilyFirst = isPerson && (isHan.test(word) || isHangul.test(word));
  const ends = COMPOUND_FAMILY_NAME.test(word) ? 2 : 1;
  const syllables = isHan.test(word) ? readHan(word, isPerson) : [...word].map(anyAscii);
  const parts = isFamilyFirst
    ? [syllables.slice(0, ends).join(''), syllables.slice(ends).join('')]
    : [isHan.test(word) ? syllables.join('') : anyAscii(prepare(word))];
  return parts.map(clean).filter((part) => part !== '');
}

/** The family names that characters have only as such need to be told. */
const readHan = (word: string, isPerson: boolean): string[] =>
  pinyin(word, { toneType: 'none', type: 'array', surname: isPerson ? 'head' : 'off' }).map(anyAscii);

function prepare(word: string): string {
  if (isGreek.test(word)) return rewrite(word, GREEK);
  if (isArabic.test(word)) return rewrite(word.replace(ARABIC_ARTICLE, ''), ARABIC);
  return word;
}

const rewrite = (word: string, rules: readonly [RegExp, string][]) =>
  rules.reduce((text, [pattern, latin]) => text.replace(pattern, latin), word);

const clean = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
