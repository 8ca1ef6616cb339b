/**
 * Makes the tables `country-names` and `country-codes` of seed/tables from packages of open data, which were installed into a folder
 * as seed/README.md says: `node seed/generate/countries/make.ts FOLDER`. Only needed when a package has a new version or a name
 * was added; the data sets are made from the tables.
 */
import { writeFileSync } from 'node:fs';
import { csvOf, readTable } from '../csv.ts';
import { countryCodes } from './codes.ts';
import { countryNames } from './names.ts';
import { readPackages } from './packages.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('expected the folder of the packages: see seed/README.md');
const packages = await readPackages(folder);
const countries = readTable('countries');
const names = countryNames(packages, countries, readTable('country-names-added'));
const codes = countryCodes(packages, countries, readTable('country-codes-corrected'));
for (const [table, columns, rows] of [
  ['country-names', ['country', 'value', 'lang', 'kind', 'source'], names],
  ['country-codes', ['country', 'scheme', 'value', 'source'], codes],
] as const) {
  const text = csvOf(
    columns,
    rows.map((row) => ({ ...row })),
  );
  writeFileSync(new URL(`../../tables/${table}.csv`, import.meta.url), text);
  process.stdout.write(`Wrote seed/tables/${table}.csv with ${rows.length} rows.\n`);
}
