import { isCjk, normalizeText, splitWords } from './normalize-text.ts';
import { romanize } from './romanize.ts';
import { SpelledWord } from './spelled-word.ts';

/** A word of a person's name. */
export class PersonWord extends SpelledWord {
  /** Whether it only joins others, and is written or left out at will: `al`, `van`. */
  readonly isParticle: boolean;
  readonly isInitial: boolean;

  constructor(text: string, latin: string, isParticle: boolean) {
    super(text, isParticle ? (PARTICLE_FORMS[latin] ?? latin) : latin);
    this.isParticle = isParticle;
    this.isInitial = latin.length === 1;
  }
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).map(normalizeText));

/** Titles, ranks and forms of address before a name. */
const TITLES = words(`
  dr doctor prof professor mr mrs ms miss mx sir dame lord lady baron baroness count countess hon honble honourable honorable right rt
  most the he she his her hrh hm majesty highness excellency gen general lt lieutenant col colonel maj major capt captain adm admiral
  vadm radm rear vice brig brigadier cdr commander field marshal sgt amb ambassador min minister sec secretary sen senator rep pm premier
  prime president prasident praesident prezident presidente presiden presedintele presidentti prezydent presidentas cumhurbaskani
  chair chairman chairwoman director chancellor kanzler bundeskanzler king queen prince princess duke duchess emperor sheikh shaikh
  shaykh sheik haji hajji mullah mulla maulvi maulawi qari sayyid sayed syed herr frau monsieur madame madam mme senor senora sr sra
  signor signora dott pan pani foreign defence defense deputy acting former state
  президент міністр министр генерал пан пані господин الرئيس رئيس الوزير السيد الدكتور الشيخ الامير`);

/** Titles that are also names, as of Gen Nakatani, He Lifeng and Pan Jianwei. */
const ALSO_NAMES = words('gen he min pan');

/** What follows a name and is no part of it. */
const SUFFIXES = words('phd md obe cbe kcb mp mep llc elnok');
/** The same in Chinese, which is written without spaces. */
const CHINESE_SUFFIX = /(?<=.)(总统|主席|部长|总理|首相|大使|外长|防长|将军|先生|女士)$/;
/** What tells people of one name from one another. */
const GENERATIONS: Readonly<Record<string, string>> = {
  ...{ jr: 'jr', junior: 'jr', sr: 'sr', senior: 'sr' },
  ...Object.fromEntries('i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi'.split(' ').map((each) => [each, each])),
};

const PARTICLES = words(
  'al el ul ad as ash an ar at az bin ben ibn bint ould de del della dello da di do dos das du la le los las van von den der dem ter ten zu ' +
    'zur af av na y e',
);
/** Spellings of one particle. */
const PARTICLE_FORMS: Readonly<Record<string, string>> = {
  ...{ el: 'al', ul: 'al', ad: 'al', as: 'al', ash: 'al', ar: 'al', an: 'al', at: 'al', az: 'al' },
  ...{ ben: 'bin', ibn: 'bin' },
};

/** Whether a normalized word is a title, rank or form of address. */
export const isTitle = (word: string): boolean => TITLES.has(word) || SUFFIXES.has(word) || word === 'jr';

/** Whether a normalized word after a name tells its bearer from others of the name: `jr`, `ii`. */
export const isGeneration = (word: string): boolean => Object.hasOwn(GENERATIONS, word);

/** Whether a Latin word only joins others. */
export const isParticle = (word: string): boolean => PARTICLES.has(word);

/** A Chinese word without the title at its end: `王毅外长` gives `王毅`. */
export const withoutChineseTitle = (word: string): string => word.replace(CHINESE_SUFFIX, '');

/**
 * The words of a person's name, without titles; those of a name that has nothing else. Han characters give the family name and the given
 * name, as they are read in Mandarin, or, between points (`贝拉克·奥巴马`), one word for each part.
 */
export function personWords(name: string): PersonWord[] {
  const bare = withoutTitles(splitWords(normalizeText(name)), name).map(withoutChineseTitle);
  const isCarriedOver = bare.filter(isCjk).length > 1;
  const spelled = bare.flatMap((text) => {
    const latin = romanize(text);
    return isCjk(text) && isCarriedOver
      ? [{ text, latin: latin.join('') }]
      : latin.map((word) => ({ text, latin: word }));
  });
  // Ben and Al are names where they stand first, and An where it stands last.
  const isBetween = (index: number) => index > 0 && index < spelled.length - 1;
  return spelled.map(({ text, latin }, index) => new PersonWord(text, latin, PARTICLES.has(latin) && isBetween(index)));
}

/** What tells a person from others of the name, if the last word says it: `jr`, `ii`; null if it does not. */
export const generationOf = (words: readonly PersonWord[]): string | null =>
  words.length < 2 ? null : (GENERATIONS[words.at(-1)!.latin] ?? null);

/** Titles stand first, and suffixes last: `Min` is also a given name. */
function withoutTitles(parts: readonly string[], name: string): readonly string[] {
  const first = parts.findIndex((part) => !TITLES.has(part));
  const last = parts.findLastIndex((part) => !SUFFIXES.has(part));
  if (first < 0 || last < first) return parts;
  return parts.slice(first === last && isName(parts[first - 1], name) ? first - 1 : first, last + 1);
}

/** Whether a title before a single word is the other half of a name: Gen Nakatani, but not Gen. Milley. */
const isName = (title: string | undefined, name: string): boolean =>
  title !== undefined && ALSO_NAMES.has(title) && new RegExp(`(^|\\s)${title}\\s`, 'i').test(name);
