import { once } from 'node:events';
import { Command } from 'commander';
import { MAX_BYTES } from '../../dataset/file/decode-text.ts';
import { type DataSetFormat, writeDataSet } from '../../dataset/file/write-data-set.ts';
import { ClientError } from '../../domain/errors.ts';
import { exportDataSet } from '../../record/archive/export-data-set.ts';
import { exportRecord } from '../../record/archive/export.ts';
import { readConfig } from '../runtime/config.ts';
import { print } from '../runtime/output.ts';
import { withDatabase } from '../runtime/with-database.ts';

export const exportCommand = new Command('export')
  .description(
    'print the whole graph with its history as JSON lines (docs/export.md), or one data set as a file to import',
  )
  .option('--data-set <key>', 'only what this data set says, as a file that "import" takes (docs/data-sets.md)')
  .option('--json', 'with --data-set: JSON instead of YAML')
  .addHelpText(
    'after',
    '\nnpm run -s chancery -- export > all.jsonl   "import-all" imports it into an empty graph.\nWrites wait until it is done.',
  )
  .action(async ({ dataSet, json }: { dataSet?: string; json?: true }) => {
    if (dataSet !== undefined) return printDataSet(dataSet, json === true ? 'json' : 'yaml');
    if (json === true)
      throw new ClientError('BAD_REQUEST', '--json needs --data-set: the whole graph is JSON already.');
    const write = createStdoutWriter();
    const { sha256, counts } = await withDatabase(readConfig(process.env), print, (database) =>
      exportRecord(database, write, print),
    );
    const nodes = Object.values(counts.things).reduce((sum, number) => sum + number, 0);
    print(`Exported ${nodes.toLocaleString('en')} nodes and ${counts.revisions.toLocaleString('en')} revisions.`);
    print(`SHA-256 ${sha256}`);
  });

async function printDataSet(key: string, format: DataSetFormat): Promise<void> {
  const write = createStdoutWriter();
  const { dataSet, blocks, lost, ended, takenBack } = await withDatabase(readConfig(process.env), print, (database) =>
    exportDataSet(database, key),
  );
  let bytes = 0;
  for (const text of writeDataSet(dataSet, blocks, format)) {
    bytes += Buffer.byteLength(text);
    await write(text);
  }
  print(`${key} has ${blocks.length.toLocaleString('en')} blocks.`);
  const told: [number, string][] = [
    [ended, 'rows that analysts have corrected or retracted are left out'],
    [takenBack, 'rows have names or codes that analysts have taken back'],
    [lost, 'rows that describe a fact and claim nothing of it are left out'],
  ];
  for (const [number, what] of told) if (number > 0) print(`${number.toLocaleString('en')} ${what}.`);
  if (bytes > MAX_BYTES)
    print(`The file has ${bytes.toLocaleString('en')} bytes; an import takes ${MAX_BYTES.toLocaleString('en')}.`);
}

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
