import { isCjk, normalizeText, splitWords } from './normalize-text.ts';
import { romanize } from './romanize.ts';
import { SpelledWord } from './spelled-word.ts';

/** A word of a person's name. */
export class PersonWord extends SpelledWord {
  /** Whether it only joins others, and is written or left out at will: `al`, `van`. */
  readonly isParticle: boolean;
  readonly isInitial: boolean;

  constructor(text: string, latin: string) {
    super(text, PARTICLE_FORMS[latin] ?? latin);
    this.isParticle = PARTICLES.has(latin);
    this.isInitial = latin.length === 1;
  }
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Titles, ranks and forms of address before a name, normalized. */
const TITLES = words(`
  dr doctor prof professor mr mrs ms miss mx sir dame lord lady baron baroness count countess hon honble honourable honorable right rt
  most the he she his her hrh hm majesty highness excellency gen general lt lieutenant col colonel maj major capt captain adm admiral
  vadm radm rear vice brig brigadier cdr commander field marshal sgt amb ambassador min minister sec secretary sen senator rep pm premier
  prime president prasident praesident prezident presidente presiden presedintele presidentti prezydent presidentas cumhurbaskani
  chair chairman chairwoman director chancellor kanzler bundeskanzler king queen prince princess duke duchess emperor sheikh shaikh
  shaykh sheik haji hajji mullah mulla maulvi maulawi qari sayyid sayed syed herr frau monsieur madame madam mme senor senora sr sra
  signor signora dott pan pani president президент міністр министр генерал пан пані господин рейс الرئيس رئيس الوزير السيد الدكتور
  الشيخ الامير`);

/** What follows a name and is no part of it. */
const SUFFIXES = words('jr junior sr senior ii iii iv phd md obe cbe kcb mp mep llc elnok');
/** The same in Chinese, which is written without spaces. */
const CHINESE_SUFFIX = /(?<=.)(总统|主席|部长|总理|大使|将军|先生|女士)$/;

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
export const isTitle = (word: string): boolean => TITLES.has(word) || SUFFIXES.has(word);

/** Whether a Latin word only joins others. */
export const isParticle = (word: string): boolean => PARTICLES.has(word);

/**
 * The words of a person's name, without titles; those of a name that has nothing else. Han characters give the family name and the given
 * name, as they are read in Mandarin, or, between points (`贝拉克·奥巴马`), one word for each part.
 */
export function personWords(name: string): PersonWord[] {
  const parts = splitWords(normalizeText(name));
  const bare = withoutTitles(parts).map((part) => part.replace(CHINESE_SUFFIX, ''));
  const isCarriedOver = bare.filter(isCjk).length > 1;
  return bare.flatMap((text) => {
    const latin = romanize(text);
    return isCjk(text) && isCarriedOver
      ? new PersonWord(text, latin.join(''))
      : latin.map((word) => new PersonWord(text, word));
  });
}

/** Titles stand first, and suffixes last: `Min` is also a given name. */
function withoutTitles(parts: readonly string[]): readonly string[] {
  const first = parts.findIndex((part) => !TITLES.has(part));
  const last = parts.findLastIndex((part) => !SUFFIXES.has(part));
  return first < 0 || last < first ? parts : parts.slice(first, last + 1);
}
