import { Command, InvalidArgumentError, Option } from 'commander';
import { KnownValues } from '../../dataset/suggest/known-values.ts';
import { suggestMapping } from '../../dataset/suggest/suggest-mapping.ts';
import { type FileFormat, openTable } from '../../dataset/table/table.ts';
import { readCountryCodes, readKnownNames } from '../../record/resolve/known-names.ts';
import { readConfig } from '../runtime/config.ts';
import { print } from '../runtime/output.ts';
import { withDatabase } from '../runtime/with-database.ts';

export const mapCommand = new Command('map')
  .description('print a mapping to go on with: what the columns of a table seem to be, and what is not sure of them')
  .argument('<file>', 'a table: .csv, .tsv, .jsonl, .ndjson or .xlsx; or .json of Popolo, Wikidata or FollowTheMoney')
  .option('--delimiter <sign>', 'of CSV, where it is no comma')
  .option('--sheet <name>', 'of a spreadsheet with several sheets')
  .option('--header-row <number>', 'where other rows stand above the names of the columns', toRow)
  .addOption(
    new Option('--encoding <name>', 'of a text file, where it is not UTF-8').choices(['WINDOWS-1252', 'UTF-16LE']),
  )
  .addHelpText('after', '\nnpm run -s chancery -- map visits.csv > visits.mapping.yaml')
  .action(async (path: string, format: FileFormat) => {
    const table = await openTable(path, format);
    const known = await withDatabase(
      readConfig(process.env),
      print,
      async (database) => new KnownValues(await readKnownNames(database), await readCountryCodes(database)),
    );
    for (const line of await suggestMapping(table, known, { path, format })) process.stdout.write(`${line}\n`);
  });

function toRow(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError(`${text} is no number of a row; give one like 3.`);
  return Number(text);
}
