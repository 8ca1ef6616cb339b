import { type Problem } from '../record/input/problem.ts';
import { isTooLarge, readTransactionCapacity, rowsIn } from '../record/input/transaction-capacity.ts';
import { type RecordReport, record } from '../record/recording/record.ts';
import { countRows } from './batches/batches.ts';
import { importInBatches } from './batches/import-in-batches.ts';
import { type PreparedImport, prepareImport } from './prepare.ts';
import { type FileProblem, sortProblems } from './file/problems.ts';
import { type SourceCheck } from './source/check.ts';

type Database = Parameters<typeof record>[0];

/** Options for writing prepared files. */
export interface WriteOptions {
  /** Who imports, for the revisions. */
  by: string;
  /** Validate and report the changes, but do not write. */
  dryRun?: boolean;
  /** Write nothing if there are new possible duplicates. */
  strict?: boolean;
  /** Retract claims of an earlier import of these data sets that are no longer in the files. */
  prune?: boolean;
  /** How many bytes one transaction may write; by default what the database holds. */
  capacity?: number;
  onProgress?: (line: string) => void;
}

export interface ImportOptions extends WriteOptions {
  /** The path of a copy of the text that one of the files codes, to check its citations. */
  source?: string;
}

/** The result of an import. If there are problems, nothing is written, except by an import in batches. */
export interface ImportReport {
  /** The problems of all files, in the order of files and lines. */
  problems: FileProblem[];
  /** What is possible, but probably a slip, in the same order. It does not stop the import. */
  warnings: FileProblem[];
  /** What was or would be written; null if the files have nothing that could be compared with the graph. */
  recorded: RecordReport | null;
  source: SourceCheck | null;
  /** How many rows are in the graph, if they were too many for one transaction. */
  batches?: { done: number; of: number };
}

/**
 * Imports data-set files: all of them, or none if any has a problem. Importing a file again writes only the difference. Throws
 * only errors not caused by the files, such as a lost connection.
 */
export async function importFiles(
  database: Database,
  files: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  return importPrepared(database, await prepareImport(files, options), options);
}

/** Writes prepared files. If there are problems, the valid rest is checked against the graph and nothing is written. */
export async function importPrepared(
  database: Database,
  { files, problems, blocks, dataSets, source, toFileProblems }: PreparedImport,
  { by, dryRun = false, strict, prune, capacity, onProgress }: WriteOptions,
): Promise<ImportReport> {
  // Rows that analysts have ended are told of at each import: they come last, so that they hide no slip.
  const toFileWarnings = (found: readonly Problem[]) => {
    const [ended, slips] = [true, false].map((is) => found.filter(({ code }) => (code === 'ENDED_BEFORE') === is));
    return [slips!, ended!].flatMap((each) => sortProblems(toFileProblems(each), files));
  };
  const options = { by, dryRun: dryRun || problems.length > 0, strict, prune, onProgress };
  const inBatches = async (bytes: number): Promise<ImportReport> => {
    onProgress?.(`These ${countRows(blocks)} rows are more than one transaction of this database holds.`);
    const input = blocks.map((block, number) => ({ block, dataSet: dataSets[number]! }));
    const { done, of, ...result } = await importInBatches(database, input, { ...options, capacity: bytes });
    return toReport(result, { batches: { done, of } });
  };
  const toReport = (
    { recorded, ...found }: { recorded: RecordReport | null; problems: Problem[]; warnings: Problem[] },
    batches: Pick<ImportReport, 'batches'> = {},
  ): ImportReport => ({
    problems: sortProblems([...problems, ...toFileProblems(found.problems)], files),
    warnings: toFileWarnings(found.warnings),
    recorded,
    source,
    ...batches,
  });

  if (blocks.length === 0) return toReport({ recorded: null, problems: [], warnings: [] });
  const bytes = capacity ?? (await readTransactionCapacity(database));
  if (countRows(blocks) > rowsIn(bytes)) return inBatches(bytes);
  try {
    const recorded = await record(database, blocks, { ...options, dataSets, capacity: bytes });
    return toReport({ recorded, problems: recorded.problems, warnings: recorded.warnings });
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return inBatches(bytes);
  }
}
