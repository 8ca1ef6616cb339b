import { type Capacity, capacityOf } from '../record/capacity.ts';
import { type Recorded, record } from '../record/record.ts';
import { rowsIn } from './large/batches.ts';
import { importInBatches } from './large/import.ts';
import { type Prepared, prepare } from './prepare.ts';
import { type FileProblem, inReadingOrder } from './problems.ts';
import { type SourceCheck } from './source/check.ts';

type Database = Parameters<typeof record>[0];

/** How to write what the files hold. */
export interface WriteOptions {
  /** Who imports, for the revisions. */
  by: string;
  /** Check everything and say what would change, but write nothing. */
  dryRun?: boolean;
  /** Retract what an earlier import of these data sets brought and the files no longer hold. */
  prune?: boolean;
  /** What one transaction holds; left out: what the database says. */
  capacity?: Capacity;
  onProgress?: (line: string) => void;
}

export interface ImportOptions extends WriteOptions {
  /** A copy of the text that one of the files codes, to check the citations against. */
  source?: string;
}

/** What came of an import. With a problem nothing is written, unless it went in batches. */
export interface Report {
  /** All that is wrong with any of the files, in the order of files and lines. */
  problems: FileProblem[];
  /** What was written, or would be; null where the files hold nothing that could be compared with the graph. */
  recorded: Recorded | null;
  source: SourceCheck | null;
  /** How far it came, where it was too large for one transaction. */
  batches?: { done: number; of: number };
}

/** The smallest database holds so many rows in one transaction, and need not be asked. */
const ALWAYS_AT_ONCE = 200;

/**
 * Imports data-set files: all of them, or none when anything in any of them is wrong. Importing a file again brings just
 * the difference. Throws only what is no fault of the files: a lost database.
 */
export async function importFiles(
  database: Database,
  files: readonly string[],
  options: ImportOptions,
): Promise<Report> {
  return importPrepared(database, await prepare(files, options), options);
}

/** Writes what has been read and checked; of faulty files the sound rest is checked against the graph, and nothing written. */
export async function importPrepared(
  database: Database,
  { files, problems, blocks, dataSets, source, told }: Prepared,
  { by, dryRun = false, prune, capacity, onProgress }: WriteOptions,
): Promise<Report> {
  const rows = rowsIn(blocks);
  const most = capacity ?? (rows > ALWAYS_AT_ONCE ? await capacityOf(database) : null);
  if (most !== null && rows > most.atOnce) {
    onProgress?.(`${rows} rows are more than one transaction of this database holds (${most.atOnce})`);
    const large = { dryRun: dryRun || problems.length > 0, by, prune, onProgress };
    const {
      problems: found,
      recorded,
      ...batches
    } = await importInBatches(database, { blocks, dataSets }, most, large);
    return { problems: inReadingOrder([...problems, ...told(found)], files), recorded, source, batches };
  }
  const recorded =
    blocks.length === 0
      ? null
      : await record(database, blocks, { by, dataSets, dryRun: dryRun || problems.length > 0, prune, onProgress });
  return { problems: inReadingOrder([...problems, ...told(recorded?.problems ?? [])], files), recorded, source };
}
