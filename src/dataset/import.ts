import { type Recorded, record } from '../record/record.ts';
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
  onProgress?: (line: string) => void;
}

export interface ImportOptions extends WriteOptions {
  /** A copy of the text that one of the files codes, to check the citations against. */
  source?: string;
}

/** What came of an import. With a problem nothing is written. */
export interface Report {
  /** All that is wrong with any of the files, in the order of files and lines. */
  problems: FileProblem[];
  /** What was written, or would be; null where the files hold nothing that could be compared with the graph. */
  recorded: Recorded | null;
  source: SourceCheck | null;
}

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
  { by, dryRun = false, prune, onProgress }: WriteOptions,
): Promise<Report> {
  const recorded =
    blocks.length === 0
      ? null
      : await record(database, blocks, { by, dataSets, dryRun: dryRun || problems.length > 0, prune, onProgress });
  return { problems: inReadingOrder([...problems, ...told(recorded?.problems ?? [])], files), recorded, source };
}
