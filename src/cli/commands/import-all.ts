import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { Command } from 'commander';
import { ClientError } from '../../domain/errors.ts';
import { importRecord } from '../../record/archive/import.ts';
import { readConfig } from '../runtime/config.ts';
import { print } from '../runtime/output.ts';
import { withDatabase } from '../runtime/with-database.ts';

export const importAllCommand = new Command('import-all')
  .description('bring the whole record that "export" printed, history included, into a graph that holds nothing')
  .argument('<file>', 'what "export" printed (docs/export.md)')
  .addHelpText(
    'after',
    '\nThe file is checked first. If it is interrupted, run it again. Data sets are added with "import".',
  )
  .action(async (file: string) => {
    await checkReadable(file);
    const { sha256, counts } = await withDatabase(readConfig(process.env), print, (database) =>
      importRecord(database, () => createReadStream(file), print),
    );
    for (const [type, number] of Object.entries(counts.things)) print(`${number.toLocaleString('en')} ${type}`);
    print(`${counts.revisions.toLocaleString('en')} revisions, ${counts.tombstones} deleted or merged`);
    print(`The graph holds what the file does, and is sound. SHA-256 ${sha256}`);
  });

async function checkReadable(file: string): Promise<void> {
  await access(file, constants.R_OK).catch(() => {
    throw new ClientError('NO_SUCH_FILE', `${file} cannot be read. Give the path of a file that "export" has printed.`);
  });
}
