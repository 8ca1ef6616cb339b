import {
  type BlockOfDataSet,
  type ImportJournal,
  type RecordOptions,
  type SeenRows,
} from '../../record/input/options.ts';
import { type Problem } from '../../record/input/problem.ts';
import { isTooLarge, readTransactionCapacity, rowsIn } from '../../record/input/transaction-capacity.ts';
import { checkReferences } from '../../record/recording/check-references.ts';
import { deleteJournal, readJournal } from '../../record/recording/import-journal.ts';
import { pruneUnseen } from '../../record/recording/prune.ts';
import { type RecordReport, record } from '../../record/recording/record.ts';
import { type Batch, BatchCutter, type Order, orderRows, totalSize } from './batches.ts';
import { Pace } from './pace.ts';
import { Progress } from '../../record/operation/progress.ts';

type Database = Parameters<typeof record>[0];

/** The result of an import in batches. */
export interface BatchImportResult {
  /** Problems with paths in the given blocks: found before anything was written, or in the batch that failed. */
  problems: Problem[];
  /** What is probably a slip, in the batches that this call has recorded. */
  warnings: Problem[];
  /** What this call has recorded; null if it only validated. */
  recorded: RecordReport | null;
  /** The number of rows now in the graph, and the total. */
  done: number;
  of: number;
}

export const NOTHING_RECORDED: RecordReport = {
  problems: [],
  warnings: [],
  created: {},
  corrected: 0,
  retracted: 0,
  redescribed: 0,
  unchanged: 0,
  matched: [],
  possibleDuplicates: [],
  written: false,
};

/**
 * Imports input that is too large for one transaction in batches, each in its own transaction. Recorded batches stay if a later
 * one fails or the process ends, and the next call with the same input continues after them.
 */
export async function importInBatches(
  database: Database,
  input: Iterable<BlockOfDataSet>,
  { by, dryRun = false, prune = false, strict, capacity, onProgress = () => {} }: BatchImportOptions,
): Promise<BatchImportResult> {
  const bytes = capacity ?? (await readTransactionCapacity(database));
  onProgress('Checking keys and references');
  const problems = await checkReferences(database, input);
  const order = orderRows(input);
  const of = totalSize(order);
  if (problems.length > 0 || dryRun) return { problems, warnings: [], recorded: null, done: 0, of };

  for (const line of WARNING) onProgress(line);
  const dataSets = keysOfDataSets(input);
  // Pruning needs the rows of all batches, so it cannot resume.
  const resumed = prune ? null : await resume(database, input, order, dataSets, onProgress);
  const { cutter, begun } = resumed ?? { cutter: new BatchCutter(input, order), begun: new Date().toISOString() };
  const seen: SeenRows | null = prune ? new Map() : null;
  const pace = new Pace(rowsIn(bytes));
  const progress = new Progress('rows', of, cutter.done);
  const warnings: Problem[] = [];
  let recorded = NOTHING_RECORDED;
  for (let number = 1, batch = cutter.cut(pace.rows); batch !== null; batch = cutter.cut(pace.rows)) {
    const done = cutter.done + batch.size;
    const journal: ImportJournal = { dataSets, fingerprint: batch.fingerprint, done, begun };
    const started = performance.now();
    const added = await recordIfItFits(database, batch, {
      by,
      prune,
      strict,
      capacity: bytes,
      part: { seen, begun, journal },
    });
    if (added === null) {
      pace.halve(batch.size);
      continue;
    }
    pace.took(batch.size, performance.now() - started);
    const { originalPath } = batch;
    const located = (found: readonly Problem[]) =>
      found.map((problem) => ({ ...problem, path: originalPath(problem.path) }));
    warnings.push(...located(added.warnings));
    if (added.problems.length > 0)
      return { problems: located(added.problems), warnings, recorded, done: cutter.done, of };
    if (!added.written && added.possibleDuplicates.length > 0) {
      const { possibleDuplicates } = addRecorded(recorded, added);
      return { problems: [], warnings, recorded: { ...recorded, possibleDuplicates }, done: cutter.done, of };
    }
    recorded = addRecorded(recorded, added);
    cutter.accept();
    progress.add(batch.size);
    onProgress(`Batch ${number++}: ${String(progress)}`);
  }
  if (prune) {
    onProgress('Retracting claims that are no longer in the files');
    recorded = { ...recorded, retracted: recorded.retracted + (await pruneUnseen(database, seen!, { by })) };
  }
  await deleteJournal(database, dataSets);
  return { problems: [], warnings, recorded, done: of, of };
}

type BatchImportOptions = Omit<RecordOptions, 'dataSets' | 'part'>;

const WARNING = [
  'They are imported in batches, each in its own transaction. So this is not all or nothing: readers see finished batches,',
  'which stay if the import is interrupted or a later batch has a problem. Import the same files again to continue.',
];

const keysOfDataSets = (input: Iterable<BlockOfDataSet>): string => {
  const keys = new Set<string>();
  for (const { dataSet } of input) keys.add(dataSet.key);
  return [...keys].sort().join(' ');
};

/** Null if the batch is more than the database holds and can be made smaller. */
async function recordIfItFits(
  database: Database,
  { blocks, dataSets, isSingle }: Batch,
  options: RecordOptions,
): Promise<RecordReport | null> {
  try {
    return await record(database, blocks, { ...options, dataSets });
  } catch (error) {
    if (isSingle || !isTooLarge(error)) throw error;
    return null;
  }
}

/** After the rows that an earlier call with the same input has recorded; null if there was none. */
async function resume(
  database: Database,
  input: Iterable<BlockOfDataSet>,
  order: Order,
  dataSets: string,
  onProgress: (line: string) => void,
): Promise<{ cutter: BatchCutter; begun: string } | null> {
  const before = await readJournal(database, dataSets);
  if (before === null) return null;
  const cutter = new BatchCutter(input, order);
  let fingerprint = '';
  while (cutter.done < before.done) {
    const next = cutter.cut(1);
    if (next === null) break;
    fingerprint = next.fingerprint;
    cutter.accept();
  }
  if (cutter.done === before.done && fingerprint === before.fingerprint) {
    onProgress(`Continuing after ${before.done} of ${totalSize(order)} rows.`);
    return { cutter, begun: before.begun };
  }
  onProgress(
    'An earlier import of these data sets was interrupted. The files have changed since, so all rows are compared again.',
  );
  return null;
}

export function addRecorded(a: RecordReport, b: RecordReport): RecordReport {
  const created = { ...a.created };
  for (const [type, number] of Object.entries(b.created) as [keyof typeof created, number][])
    created[type] = (created[type] ?? 0) + number;
  return {
    problems: [],
    warnings: [],
    created,
    corrected: a.corrected + b.corrected,
    retracted: a.retracted + b.retracted,
    redescribed: a.redescribed + b.redescribed,
    unchanged: a.unchanged + b.unchanged,
    matched: [...a.matched, ...b.matched],
    possibleDuplicates: [...a.possibleDuplicates, ...b.possibleDuplicates],
    written: a.written || b.written,
  };
}
