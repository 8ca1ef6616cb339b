import { normalizeText } from '../../../src/domain/names/names.ts';
import { type Row } from '../csv.ts';
import { type Packages } from './packages.ts';

/** A name of a country, as `seed/tables/country-names.csv` has it. */
export interface CountryName {
  country: string;
  value: string;
  lang: string;
  kind: 'COMMON' | 'OFFICIAL' | 'ALIAS' | 'ABBREVIATION' | 'FORMER' | 'DEMONYM';
  source: string;
}

/** The documents of `seed/tables/sources.csv` in which the names stand. */
export const SOURCES = {
  codes: 'doc:country-codes',
  cldr: 'doc:country-names-cldr',
  isoCodes: 'doc:iso-codes',
  unitedNations: 'doc:un-country-names',
  nationality: 'doc:i18n-nationality',
  countrynames: 'doc:countrynames',
  generalKnowledge: 'doc:general-knowledge',
};

/** The languages in which every country has a name, each with its name in CLDR and in iso-codes. */
const LANGUAGES = [
  { lang: 'en', cldr: 'en', iso: 'en' },
  { lang: 'fr', cldr: 'fr', iso: 'fr' },
  { lang: 'es', cldr: 'es', iso: 'es' },
  { lang: 'ru', cldr: 'ru', iso: 'ru' },
  { lang: 'ar', cldr: 'ar', iso: 'ar' },
  { lang: 'zh-Hans', cldr: 'zh', iso: 'zh_CN' },
  { lang: 'zh-Hant', cldr: 'zh-Hant', iso: 'zh_TW' },
  { lang: 'de', cldr: 'de', iso: 'de' },
  { lang: 'uk', cldr: 'uk', iso: 'uk' },
];
const UN_COLUMNS = { en: 'English', fr: 'French', es: 'Spanish', ru: 'Russian', ar: 'Arabic', 'zh-Hans': 'Chinese' };
const DEMONYM_LANGUAGES = ['en', 'fr', 'es', 'de'];

/** Countries whose usual name is the short one of CLDR, as its long one names a status ("Hong Kong SAR China"). */
const USUALLY_SHORT = new Set(['HK', 'MM', 'MO', 'PS']);
/** Countries whose variant in CLDR is a name that they have given up. */
const FORMER_VARIANT = new Set(['SZ']);
/**
 * Countries without a formal name of iso-codes: that of Bosnia and Herzegovina is out of date, and what calls Taiwan a province
 * says more than a name does (one such name, as tables print it, is among the added ones).
 */
const WITHOUT_OFFICIAL = new Set(['BA', 'TW']);
/** Parts of the world that are not independent by the United Nations and have demonyms all the same. */
const FURTHER_NATIONS = new Set(['PS', 'TW', 'XK']);
/** Abbreviations that are taken for something else first: "RU" is Russia, "É.-U." reads as "EU". */
const MISLEADING = new Set(['É.-U.', 'R.-U.', 'RU']);

/** What packages have wrong: misspelt, out of date, of another country, or no demonym at all. */
const WRONG = new Set([
  ...['BD fr République populaire du Bengladesh', 'BT fr Royaume du Bouthan', 'CI es República de Costa de Marfíl'],
  ...['KH zh-Hans 柬埔塞王国', 'GT zh-Hans 瓜地马拉共和国', 'BO zh-Hans 玻利维亚共和国', 'GR ar الجمهورية الهلنستية'],
  ...['HU ar المجر (هنغاريا)', 'AG en Antiguans', 'BA en Bosnian - Herzegovinian', 'TT en Trinidadian or Tobagonian'],
  ...['PS en Palestinian Territory, Occupied', 'PS fr Territoires Palestiniens, Occupés', 'PS de Gazastreifen'],
  ...['KI fr Kiribatiens', 'KN fr Afro-Kittitien et Afro-Nevisien', 'TT fr Trinidadien ou Tobagonien', 'KR es Coreano'],
  ...['LC es Luciano', 'SD es Sudanes', 'TW es Taiwanes', 'SL es Sierra Leones', 'ZA es Sudáfricano'],
  ...['NE de Nigerianisch', 'NZ de Neuseelandneuseeländisch', 'PG de Papua-Neuguienisch', 'DM de Dominicanisch'],
]);

/**
 * All names of the countries but the English ones that `countries.csv` gives, by country: the usual names first, so that of
 * these and the official ones the usual are shown. Each stands once in a language, and a name that is none of the usual or
 * official ones not again in others.
 *
 * @param countries The rows of `countries.csv`.
 * @param added Names that no package gives with their language and kind: rows of `country-names-added.csv`.
 */
export function countryNames(packages: Packages, countries: readonly Row[], added: readonly Row[]): CountryName[] {
  const addedOf = Map.groupBy(added, ({ country }) => country!);
  return countries.flatMap(({ alpha2, name_en: english }) => {
    const country = alpha2!;
    const isNation = packages.unNames.get(country)?.Independent === 'Y' || FURTHER_NATIONS.has(country);
    const usual = usualNames(packages, country);
    return distinct(
      [
        ...usual.filter(({ lang }) => lang !== 'en'),
        ...namesOfHongKong(packages, country),
        ...ownNames(packages, country),
        ...officialNames(packages, country),
        ...usual.filter(({ lang }) => lang === 'en').map((name) => ({ ...name, kind: 'ALIAS' as const })),
        ...variants(packages, country),
        ...namesOfUnitedNations(packages, country),
        ...(addedOf.get(country) ?? []).map((row) => addedName(packages, row)),
        ...(isNation ? [...demonyms(packages, country), ...chineseDemonyms(usual)] : []),
      ],
      { country, value: english!, lang: 'en', kind: 'COMMON', source: SOURCES.codes },
    );
  });
}

/** The usual names of Hong Kong in Traditional Chinese, where they are others than those of Taiwan. */
function namesOfHongKong(packages: Packages, country: string): CountryName[] {
  const value = packages.cldrNames('zh-Hant-HK')![country];
  if (!value || USUALLY_SHORT.has(country) || value === packages.cldrNames('zh-Hant')![country]) return [];
  return [{ country, value, lang: 'zh-Hant-HK', kind: 'COMMON', source: SOURCES.cldr }];
}

function usualNames(packages: Packages, country: string): CountryName[] {
  return LANGUAGES.map(({ lang, cldr }) => {
    const names = packages.cldrNames(cldr)!;
    const short = USUALLY_SHORT.has(country) ? names[`${country}-alt-short`] : undefined;
    // "Myanmar (Burma)": the former name has a row of its own.
    const value = short ?? (country === 'MM' ? names.MM!.replace(/\s*[(（].*/, '') : names[country]!);
    return { country, value, lang, kind: 'COMMON', source: SOURCES.cldr };
  });
}

/** The names in the country's own official languages. */
function ownNames(packages: Packages, country: string): CountryName[] {
  return packages.officialLanguages(country).flatMap((language): CountryName[] => {
    const lang = language === 'zh' ? 'zh-Hans' : language;
    const usual = packages.cldrNames(language)?.[country];
    if (usual === undefined || usual === country || LANGUAGES.some((known) => known.lang === lang)) return [];
    const common: CountryName = { country, value: usual, lang, kind: 'COMMON', source: SOURCES.cldr };
    return [common, ...officialName(packages, country, lang, language.replace('sr-Latn', 'sr@latin'))];
  });
}

const officialNames = (packages: Packages, country: string): CountryName[] =>
  LANGUAGES.flatMap(({ lang, iso }) => officialName(packages, country, lang, iso));

function officialName(packages: Packages, country: string, lang: string, iso: string): CountryName[] {
  const english = packages.isoOfficial[country];
  if (lang === 'en') {
    const formal = packages.unNames.get(country)?.['English Formal']?.replace(/^the /, '');
    if (formal) return [{ country, value: formal, lang, kind: 'OFFICIAL', source: SOURCES.unitedNations }];
  }
  if (WITHOUT_OFFICIAL.has(country)) return [];
  if (lang === 'en') {
    return english ? [{ country, value: english, lang, kind: 'OFFICIAL', source: SOURCES.isoCodes }] : [];
  }
  const translated = english && packages.isoTranslations(iso).get(english);
  if (!translated || translated === english) return [];
  const value = withoutSigns(translated).replace(/^(la |le |les |l['’]|el |los |las )/i, '');
  return [{ country, value, lang, kind: 'OFFICIAL', source: SOURCES.isoCodes }];
}

/** The other names of CLDR: short ones, those beside the usual one, and the usual one with its "islands" spelled out. */
function variants(packages: Packages, country: string): CountryName[] {
  const source = SOURCES.cldr;
  return LANGUAGES.flatMap(({ lang, cldr }): CountryName[] => {
    const names = packages.cldrNames(cldr)!;
    const others = ['alt-short', 'alt-variant', 'alt-chagos'].flatMap(
      (variant) => names[`${country}-${variant}`] ?? [],
    );
    const long = USUALLY_SHORT.has(country) && country !== 'MM' ? [names[country]!] : [];
    const spelledOut = names[country]!.replace(/о-ва/g, 'острова').replace(/о-в /g, 'остров ');
    const kindOf = (value: string): CountryName['kind'] =>
      /^[\p{Lu}.\s-]{2,8}$/u.test(value) ? 'ABBREVIATION' : FORMER_VARIANT.has(country) ? 'FORMER' : 'ALIAS';
    return [...others, ...long, ...(country === 'MM' ? [] : [spelledOut])].map((value) => {
      return { country, value, lang, kind: kindOf(value), source };
    });
  });
}

function namesOfUnitedNations(packages: Packages, country: string): CountryName[] {
  const row = packages.unNames.get(country);
  if (!row) return [];
  return Object.entries(UN_COLUMNS).flatMap(([lang, column]): CountryName[] => {
    const value = row[`${column} Short`];
    // "Bolivia (Plurinational State of)" is an order of words for lists; the formal name has the same words.
    return value && !/[(（]/.test(value)
      ? [{ country, value: withoutSigns(value), lang, kind: 'ALIAS', source: SOURCES.unitedNations }]
      : [];
  });
}

/** A name that somebody chose: one that countrynames has too rests on that, others on general knowledge. */
function addedName(packages: Packages, { country, value, lang, kind }: Row): CountryName {
  const isKnown = packages.spellings(country!).has(value!);
  const source = isKnown ? SOURCES.countrynames : SOURCES.generalKnowledge;
  return { country: country!, value: value!, lang: lang!, kind: kind as CountryName['kind'], source };
}

function demonyms(packages: Packages, country: string): CountryName[] {
  const source = SOURCES.nationality;
  return DEMONYM_LANGUAGES.flatMap((lang): CountryName[] => {
    // "Dominican (Dominica)"
    const value = packages.demonyms(lang)[country]?.replace(/\s*\(.*/, '');
    return value ? [{ country, value, lang, kind: 'DEMONYM', source }] : [];
  });
}

/** In Chinese a person of a country is its name and 人. */
const chineseDemonyms = (usual: readonly CountryName[]): CountryName[] =>
  usual
    .filter(({ lang, value }) => lang.startsWith('zh') && /^\p{Script=Han}+$/u.test(value))
    .map((name) => ({ ...name, value: `${name.value}人`, kind: 'DEMONYM' }));

/** A name without the signs of Arabic for short vowels and the stress marks of Cyrillic, which texts leave out. */
const withoutSigns = (value: string) => value.replace(/[\u064b-\u0652\u0301]/g, '');

/** The names after those that a country has already, without those that say nothing new. */
function distinct(names: readonly CountryName[], ...before: CountryName[]): CountryName[] {
  const inLanguage = new Set<string>();
  const inAny = new Set<string>();
  return [...before, ...names]
    .filter(({ country, value, lang, kind }) => {
      const text = normalizeText(value);
      const isShown = kind === 'COMMON' || kind === 'OFFICIAL';
      if (MISLEADING.has(value) || WRONG.has(`${country} ${lang} ${value}`)) return false;
      if (inLanguage.has(`${lang} ${text}`) || (!isShown && inAny.has(text))) return false;
      inLanguage.add(`${lang} ${text}`);
      inAny.add(text);
      return true;
    })
    .slice(before.length);
}
