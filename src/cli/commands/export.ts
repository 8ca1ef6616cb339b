import { once } from 'node:events';
import { Command } from 'commander';
import { TellableError } from '../../domain/errors.ts';
import { exportRecord } from '../../record/archive/export.ts';
import { readConfig } from '../config.ts';
import { say } from '../say.ts';
import { withDatabase } from '../with-database.ts';

export const exportCommand = new Command('export')
  .description('print the whole record, history included, as lines of JSON (docs/export.md); writers wait meanwhile')
  .addHelpText(
    'after',
    '\nnpm run -s chancery -- export > all.jsonl   "import-all" brings it back into an empty graph.',
  )
  .action(async () => {
    const print = printer();
    const { sha256, counts } = await withDatabase(readConfig(process.env), say, (database) =>
      exportRecord(database, print),
    );
    const things = Object.values(counts.things).reduce((sum, number) => sum + number, 0);
    say(`Exported ${things.toLocaleString('en')} things and ${counts.revisions.toLocaleString('en')} revisions.`);
    say(`SHA-256 ${sha256}`);
  });

/** Prints, waiting until what reads it has room for more. */
function printer(): (text: string) => Promise<void> {
  let failed: NodeJS.ErrnoException | undefined;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    failed = error;
  });
  return async (text) => {
    if (!failed && !process.stdout.write(text)) await once(process.stdout, 'drain').catch(() => {});
    if (!failed) return;
    const message = `The export is not whole: what it is printed to takes no more (${failed.code ?? failed.message}).`;
    throw new TellableError('OUTPUT_CLOSED', message);
  };
}
