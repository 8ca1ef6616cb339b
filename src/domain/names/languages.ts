/** The languages that ISO 639-3 joins in one macrolanguage, as far as names are likely to be tagged with either. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  ar: ['arb', 'apc', 'ary', 'arz', 'ajp', 'acm', 'afb', 'ayl'],
  az: ['azj', 'azb'],
  et: ['ekk', 'vro'],
  fa: ['pes', 'prs'],
  ku: ['kmr', 'ckb', 'sdh'],
  lv: ['lvs', 'ltg'],
  mn: ['khk', 'mvf'],
  ms: ['zsm', 'id', 'ind'],
  no: ['nb', 'nn'],
  ps: ['pbt', 'pbu', 'pst'],
  sh: ['bs', 'cnr', 'hr', 'sr'],
  sq: ['als', 'aln'],
  sw: ['swh', 'swc'],
  uz: ['uzn', 'uzs'],
  zh: ['cmn', 'yue', 'wuu', 'nan', 'hak'],
};

const macrolanguages = new Map(
  Object.entries(MEMBERS).flatMap(([macrolanguage, members]) => members.map((member) => [member, macrolanguage])),
);

/** Whether a reader of the one language reads the other: the same, or one is the macrolanguage of the other. */
export const isSameLanguage = (one: string, other: string): boolean =>
  one === other || macrolanguages.get(one) === other || macrolanguages.get(other) === one;

/** The macrolanguage of a language, or itself. */
export const macrolanguageOf = (language: string): string => macrolanguages.get(language) ?? language;

/** Scripts whose letters Unicode counts to others. */
const LETTERS: Readonly<Record<string, string>> = {
  Hans: '\\p{Script=Han}',
  Hant: '\\p{Script=Han}',
  Jpan: '\\p{Script=Han}\\p{Script=Hira}\\p{Script=Kana}',
  Kore: '\\p{Script=Hang}\\p{Script=Han}',
};

/** Whether a text begins in the script of one of these languages. */
export function isWrittenFor(tags: readonly string[]): (text: string) => boolean {
  const letters = [...new Set(tags.flatMap((tag) => scriptOfReader(tag) ?? []))].map(
    (script) => LETTERS[script] ?? `\\p{Script=${script}}`,
  );
  if (letters.length === 0) return () => false;
  const first = new RegExp(`^\\P{L}*[${letters.join('')}]`, 'u');
  return (text) => first.test(text);
}

/** The script in which a language is mostly written; null for what is no tag of a known language. */
function scriptOfReader(tag: string): string | null {
  try {
    return new Intl.Locale(tag).maximize().script ?? null;
  } catch {
    return null;
  }
}
