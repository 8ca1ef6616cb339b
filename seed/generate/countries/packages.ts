import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { type Row, rowsOf } from '../csv.ts';
import { readCatalogue } from './message-catalogue.ts';

/** What the packages of open data say, as far as it is used. Names of countries are by their ISO 3166-1 alpha-2 codes. */
export interface Packages {
  /** CLDR: the names in a language, with variants (`CZ-alt-variant`); undefined for a language that CLDR does not have. */
  cldrNames(lang: string): Record<string, string> | undefined;
  /** CLDR: the languages that are official in the whole of a country, as tags: `sr-Latn`. */
  officialLanguages(country: string): string[];
  /** CLDR: alpha-3 and numeric codes. */
  cldrCodes: Record<string, { _alpha3?: string; _numeric?: string } | undefined>;
  /** iso-codes: the formal English names, and the translations of such names into a language (of gettext: `zh_TW`). */
  isoOfficial: Record<string, string | undefined>;
  isoTranslations(language: string): Map<string, string>;
  /** The taxonomy of OCHA, with the names of the United Nations, by country. */
  unNames: Map<string, Row>;
  /** Demonyms in a language (`en`, `de`, `fr`, `es`). */
  demonyms(lang: string): Record<string, string | undefined>;
  /** The spellings that countrynames knows of a country. */
  spellings(country: string): Set<string>;
  /** What was taken out of ISO 3166-1, by the rules of ISO 3166-3. */
  formerCodes: FormerCode[];
  /** The codes of the International Olympic Committee. */
  olympicCodes: Record<string, string | undefined>;
  /** The table of countrycode: numbers and abbreviations of the Correlates of War and of Gleditsch and Ward. */
  stateNumbers: Row[];
}

export interface FormerCode {
  alpha4: string;
  type: string;
  from: { alpha3: string; name: string };
  to: { alpha2: string }[];
}

/** Reads the packages that were installed into a folder, as seed/README.md says. */
export async function readPackages(folder: string): Promise<Packages> {
  const npm = (path: string) => join(folder, 'node_modules', path);
  const python = (path: string) => join(folder, 'python', path);
  const json = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;
  const csv = (file: string) => rowsOf(readFileSync(file, 'utf8'), file);

  const territories = json<{ supplemental: { territoryInfo: Record<string, TerritoryInfo> } }>(
    npm('cldr-core/supplemental/territoryInfo.json'),
  ).supplemental.territoryInfo;
  const codes = json<{ supplemental: { codeMappings: Packages['cldrCodes'] } }>(
    npm('cldr-core/supplemental/codeMappings.json'),
  );
  const iso = json<{ '3166-1': { alpha_2: string; official_name?: string }[] }>(
    python('pycountry/databases/iso3166-1.json'),
  );
  const spellings = parse(readFileSync(python('countrynames/data.yaml'), 'utf8')) as Record<string, unknown[]>;
  const { iso31663 } = (await import(pathToFileURL(npm('iso-3166/3.js')).href)) as { iso31663: FormerCode[] };
  const { countries } = (await import(pathToFileURL(npm('country-data-list/dist/index.js')).href)) as {
    countries: { all: { alpha2: string; ioc: string; status: string }[] };
  };
  return {
    cldrNames(lang) {
      const file = npm(`cldr-localenames-full/main/${lang}/territories.json`);
      if (!existsSync(file)) return undefined;
      const { main } = json<{
        main: Record<string, { localeDisplayNames: { territories: Record<string, string> } }>;
      }>(file);
      return main[lang]!.localeDisplayNames.territories;
    },
    officialLanguages: (country) =>
      Object.entries(territories[country]?.languagePopulation ?? {})
        .filter(([, { _officialStatus: status }]) => status === 'official' || status === 'de_facto_official')
        .map(([language]) => language.replaceAll('_', '-')),
    cldrCodes: codes.supplemental.codeMappings,
    isoOfficial: Object.fromEntries(iso['3166-1'].map((row) => [row.alpha_2, row.official_name])),
    isoTranslations(language) {
      const file = python(`pycountry/locales/${language}/LC_MESSAGES/iso3166-1.mo`);
      return existsSync(file) ? readCatalogue(file) : new Map();
    },
    unNames: new Map(
      csv(python('hdx/location/Countries & Territories Taxonomy MVP - C&T Taxonomy.csv')).map((row) => [
        row['ISO 3166-1 Alpha 2-Codes']!,
        row,
      ]),
    ),
    demonyms: (lang) =>
      json<{ nationalities: Record<string, string> }>(npm(`i18n-nationality/langs/${lang}.json`)).nationalities,
    spellings: (country) => new Set((spellings[country] ?? []).map(String)),
    formerCodes: iso31663,
    olympicCodes: Object.fromEntries(
      countries.all.filter(({ status }) => status !== 'deleted').map(({ alpha2, ioc }) => [alpha2, ioc || undefined]),
    ),
    stateNumbers: csv(python('countrycode/data/codelist.csv')),
  };
}

interface TerritoryInfo {
  languagePopulation?: Record<string, { _officialStatus?: string }>;
}
