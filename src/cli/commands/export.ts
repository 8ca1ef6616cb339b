import { once } from 'node:events';
import { Command } from 'commander';
import { ClientError } from '../../domain/errors.ts';
import { exportRecord } from '../../record/archive/export.ts';
import { readConfig } from '../runtime/config.ts';
import { print } from '../runtime/output.ts';
import { withDatabase } from '../runtime/with-database.ts';

export const exportCommand = new Command('export')
  .description('print the whole graph with its history as JSON lines (docs/export.md); writes wait until it is done')
  .addHelpText('after', '\nnpm run -s chancery -- export > all.jsonl   "import-all" imports it into an empty graph.')
  .action(async () => {
    const write = createStdoutWriter();
    const { sha256, counts } = await withDatabase(readConfig(process.env), print, (database) =>
      exportRecord(database, write, print),
    );
    const nodes = Object.values(counts.things).reduce((sum, number) => sum + number, 0);
    print(`Exported ${nodes.toLocaleString('en')} nodes and ${counts.revisions.toLocaleString('en')} revisions.`);
    print(`SHA-256 ${sha256}`);
  });

/** Writes to standard output with backpressure. */
function createStdoutWriter(): (text: string) => Promise<void> {
  let failed: NodeJS.ErrnoException | undefined;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    failed = error;
  });
  return async (text) => {
    if (!failed && !process.stdout.write(text)) await once(process.stdout, 'drain').catch(() => {});
    if (!failed) return;
    const message = `The export is not complete: its output was closed (${failed.code ?? failed.message}).`;
    throw new ClientError('OUTPUT_CLOSED', message);
  };
}
