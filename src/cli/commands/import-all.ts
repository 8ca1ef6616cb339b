import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { Command } from 'commander';
import { ClientError } from '../../domain/errors.ts';
import { importRecord } from '../../record/archive/import.ts';
import { readConfig } from '../runtime/config.ts';
import { print } from '../runtime/output.ts';
import { withDatabase } from '../runtime/with-database.ts';

export const importAllCommand = new Command('import-all')
  .description('import the file that "export" printed, with its history, into an empty graph')
  .argument('<file>', 'the output of "export" (docs/export.md)')
  .addHelpText(
    'after',
    '\nThe file is checked first. After an interruption, run it again. To add data sets, use "import".',
  )
  .action(async (file: string) => {
    await checkReadable(file);
    const { sha256, counts } = await withDatabase(
      readConfig(process.env),
      print,
      (database) => importRecord(database, () => createReadStream(file), print),
      { creates: true },
    );
    for (const [type, number] of Object.entries(counts.things)) print(`${number.toLocaleString('en')} ${type}`);
    print(`${counts.revisions.toLocaleString('en')} revisions, ${counts.tombstones} deleted or merged`);
    print(`Imported: the graph equals the file, and is consistent. SHA-256 ${sha256}`);
  });

async function checkReadable(file: string): Promise<void> {
  await access(file, constants.R_OK).catch(() => {
    throw new ClientError('NO_SUCH_FILE', `${file} cannot be read. Give the path of a file that "export" printed.`);
  });
}
