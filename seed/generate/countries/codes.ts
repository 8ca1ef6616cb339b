import { type Row } from '../csv.ts';
import { type Packages } from './packages.ts';

/** A code of a country, as `seed/tables/country-codes.csv` has it. */
export interface CountryCode {
  country: string;
  scheme: string;
  value: string;
  source: string;
}

/** The Gilbert and Ellice Islands became two states, Kiribati and Tuvalu; the package calls that a change of name. */
const SPLIT = new Set(['GEHH']);

/**
 * The codes of the countries beside those of `countries.csv`, by country. Numbers of ISO 3166-1 have their leading zeros, as that
 * standard writes them; those of the Correlates of War and of Gleditsch and Ward have none.
 *
 * @param countries The rows of `countries.csv`.
 * @param corrections Codes that take the place of those of a package: rows of `country-codes-corrected.csv`.
 */
export function countryCodes(
  packages: Packages,
  countries: readonly Row[],
  corrections: readonly Row[],
): CountryCode[] {
  const numbers = new Map(packages.stateNumbers.map((row) => [row.iso2c || alpha2Of(row), row]));
  const corrected = Map.groupBy(corrections, ({ country }) => country!);
  return countries.flatMap(({ alpha2, note }) => {
    const country = alpha2!;
    const { _alpha3: alpha3, _numeric: numeric } = packages.cldrCodes[country] ?? {};
    const row = numbers.get(country);
    const former = packages.formerCodes.filter(
      ({ alpha4, type, to }) => type === 'change' && !SPLIT.has(alpha4) && to.length === 1 && to[0]!.alpha2 === country,
    );
    const codes = [
      ['doc:country-names-cldr', note ? 'USER_ASSIGNED_NUMERIC' : 'ISO3166_1_NUMERIC', numeric],
      ['doc:country-names-cldr', 'USER_ASSIGNED_ALPHA3', note ? alpha3 : undefined],
      ...former.flatMap(({ alpha4, from }) => [
        ['doc:iso-3166', 'ISO3166_3', alpha4],
        ['doc:iso-3166', 'FORMER_ISO3166_1_ALPHA3', from.alpha3],
      ]),
      ['doc:country-data', 'IOC', packages.olympicCodes[country]],
      ['doc:state-numbers', 'COW', row?.cown],
      ['doc:state-numbers', 'COW_ABBREVIATION', row?.cowc],
      ['doc:state-numbers', 'GLEDITSCH_WARD', row?.gwn],
      ['doc:state-numbers', 'GLEDITSCH_WARD_ABBREVIATION', row?.gwc],
    ].map(([source, scheme, value]) => ({ country, scheme: scheme!, value: value ?? '', source: source! }));
    const better = (corrected.get(country) ?? []) as unknown as CountryCode[];
    const isCorrected = ({ scheme }: CountryCode) => better.some((each) => each.scheme === scheme);
    return [...codes.filter((code) => code.value !== '' && !isCorrected(code)), ...better];
  });
}

/** The table knows Kosovo by its name only. */
const alpha2Of = (row: Row) => (row['country.name.en'] === 'Kosovo' ? 'XK' : '');
