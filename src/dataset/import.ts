import { type TransactionCapacity, readTransactionCapacity } from '../record/input/transaction-capacity.ts';
import { type RecordReport, record } from '../record/recording/record.ts';
import { countRows } from './batches/batches.ts';
import { importInBatches } from './batches/import-in-batches.ts';
import { type PreparedImport, prepareImport } from './prepare.ts';
import { type FileProblem, sortProblems } from './file/problems.ts';
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
  capacity?: TransactionCapacity;
  onProgress?: (line: string) => void;
}

export interface ImportOptions extends WriteOptions {
  /** A copy of the text that one of the files codes, to check the citations against. */
  source?: string;
}

/** What came of an import. With a problem nothing is written, unless it went in batches. */
export interface ImportReport {
  /** All that is wrong with any of the files, in the order of files and lines. */
  problems: FileProblem[];
  /** What was written, or would be; null where the files hold nothing that could be compared with the graph. */
  recorded: RecordReport | null;
  source: SourceCheck | null;
  /** How far it came, where it was too large for one transaction. */
  batches?: { done: number; of: number };
}

/** The smallest database holds so many rows in one transaction, and need not be asked. */
const ALWAYS_SINGLE_TRANSACTION = 200;

/**
 * Imports data-set files: all of them, or none when anything in any of them is wrong. Importing a file again brings just
 * the difference. Throws only what is no fault of the files: a lost database.
 */
export async function importFiles(
  database: Database,
  files: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  return importPrepared(database, await prepareImport(files, options), options);
}

/** Writes what has been read and checked; of faulty files the sound rest is checked against the graph, and nothing written. */
export async function importPrepared(
  database: Database,
  { files, problems, blocks, dataSets, source, toFileProblems }: PreparedImport,
  { by, dryRun = false, prune, capacity, onProgress }: WriteOptions,
): Promise<ImportReport> {
  const rows = countRows(blocks);
  const limits = capacity ?? (rows > ALWAYS_SINGLE_TRANSACTION ? await readTransactionCapacity(database) : null);
  if (limits !== null && rows > limits.atOnce) {
    onProgress?.(`${rows} rows are more than one transaction of this database holds (${limits.atOnce})`);
    const batchOptions = { dryRun: dryRun || problems.length > 0, by, prune, onProgress };
    const {
      problems: batchProblems,
      recorded,
      ...batches
    } = await importInBatches(database, { blocks, dataSets }, limits, batchOptions);
    return {
      problems: sortProblems([...problems, ...toFileProblems(batchProblems)], files),
      recorded,
      source,
      batches,
    };
  }
  const recorded =
    blocks.length === 0
      ? null
      : await record(database, blocks, { by, dataSets, dryRun: dryRun || problems.length > 0, prune, onProgress });
  return {
    problems: sortProblems([...problems, ...toFileProblems(recorded?.problems ?? [])], files),
    recorded,
    source,
  };
}
