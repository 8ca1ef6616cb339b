import { createHash } from 'node:crypto';
import { type TransactionCapacity } from '../../record/input/transaction-capacity.ts';
import { type RecordInput } from '../../record/input/record-input.ts';
import { type ImportJournal, saveJournal, readJournal, deleteJournal } from '../../record/recording/import-journal.ts';
import { type DataSet, type RecordOptions, type SeenRows } from '../../record/input/options.ts';
import { type Problem } from '../../record/input/problem.ts';
import { pruneUnseen } from '../../record/recording/prune.ts';
import { type RecordReport, record } from '../../record/recording/record.ts';
import { checkReferences } from '../../record/recording/check-references.ts';
import { type Batch, splitIntoBatches, countRows } from './batches.ts';
import { Progress } from '../../record/operation/progress.ts';

type Database = Parameters<typeof record>[0];

/** The blocks of data sets. */
export interface BatchInput {
  blocks: readonly RecordInput[];
  /** The data set of each block. */
  dataSets: readonly DataSet[];
}

/** The result of an import in batches. */
export interface BatchImportResult {
  /** Problems with paths in the given blocks: found before anything was written, or in the batch that failed. */
  problems: Problem[];
  /** What is probably a slip, in the batches that this call has recorded. */
  warnings: Problem[];
  /** What this call has recorded; null if it only validated. */
  recorded: RecordReport | null;
  /** The number of batches now in the graph, and the total. */
  done: number;
  of: number;
}

const NOTHING_RECORDED: RecordReport = {
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
  input: BatchInput,
  capacity: TransactionCapacity,
  { by, dryRun = false, prune = false, strict, onProgress = () => {} }: Omit<RecordOptions, 'dataSets' | 'part'>,
): Promise<BatchImportResult> {
  const { blocks, dataSets } = input;
  const scopes = dataSets.map(({ key }) => key);
  const totalRowCount = countRows(blocks);
  const batches = splitIntoBatches(blocks, dataSets, capacity.batch);
  const of = batches.length;
  onProgress('Checking keys and references');
  const problems = [...(await checkReferences(database, blocks, scopes)), ...oversizedBatches(batches, capacity)];
  if (problems.length > 0 || dryRun) return { problems, warnings: [], recorded: null, done: 0, of };

  const names = [...new Set(scopes)].sort().join(' ');
  const journal: ImportJournal = {
    dataSets: names,
    fingerprint: fingerprintInput(input, capacity),
    batches: of,
    done: 0,
  };
  for (const line of warning(of)) onProgress(line);
  // Pruning needs the rows of all batches, so it cannot resume.
  if (!prune) journal.done = await resumeAfter(database, journal, onProgress);
  await saveJournal(database, journal);
  const seen: SeenRows = new Map();
  const progress = new Progress('rows', totalRowCount, totalRows(batches.slice(0, journal.done)));
  const warnings: Problem[] = [];
  let recorded = NOTHING_RECORDED;
  for (const [number, batch] of batches.entries()) {
    if (number < journal.done) continue;
    const added = await record(database, batch.blocks, { by, dataSets: batch.dataSets, prune, strict, part: { seen } });
    const located = (found: readonly Problem[]) =>
      found.map((problem) => ({ ...problem, path: batch.originalPath(problem.path) }));
    warnings.push(...located(added.warnings));
    if (added.problems.length > 0)
      return { problems: located(added.problems), warnings, recorded, done: journal.done, of };
    if (!added.written && added.possibleDuplicates.length > 0) {
      const { possibleDuplicates } = addRecorded(recorded, added);
      return { problems: [], warnings, recorded: { ...recorded, possibleDuplicates }, done: journal.done, of };
    }
    recorded = addRecorded(recorded, added);
    progress.add(batch.size);
    journal.done = number + 1;
    await saveJournal(database, journal);
    onProgress(`Batch ${journal.done} of ${of}: ${String(progress)}`);
  }
  if (prune) {
    onProgress('Retracting claims that are no longer in the files');
    recorded = { ...recorded, retracted: recorded.retracted + (await pruneUnseen(database, seen, { by })) };
  }
  await deleteJournal(database, names);
  return { problems: [], warnings, recorded, done: of, of };
}

const warning = (of: number) => [
  `They are imported in ${of} batches, each in its own transaction. So this is not all or nothing: readers see finished batches,`,
  'which stay if the import is interrupted or a later batch has a problem. Import the same files again to continue.',
];

/** The number of batches done by an earlier call with the same input. */
async function resumeAfter(
  database: Database,
  journal: ImportJournal,
  onProgress: (line: string) => void,
): Promise<number> {
  const before = await readJournal(database, journal.dataSets);
  if (before === null) return 0;
  if (before.fingerprint !== journal.fingerprint) {
    onProgress(
      'An earlier import of these data sets was interrupted. The files have changed since, so all rows are compared again.',
    );
    return 0;
  }
  onProgress(`Continuing after batch ${before.done} of ${before.batches}.`);
  return before.done;
}

/** Problems for batches that are too large for one transaction and cannot be split. */
const oversizedBatches = (batches: readonly Batch[], { atOnce }: TransactionCapacity): Problem[] =>
  batches
    .filter(({ size }) => size > atOnce)
    .map(({ size, blocks, originalPath }) => ({
      code: 'NOT_ALLOWED',
      path: originalPath([0, Object.keys(blocks[0]!).find((name) => name !== 'source')!, 0]),
      message:
        `these ${size} rows must be imported together, because they are about the same nodes or refer to each other, but one ` +
        `transaction of this database holds ${atOnce}. Give the database more memory`,
      suggestions: [],
    }));

const totalRows = (batches: readonly Batch[]) => batches.reduce((sum, { size }) => sum + size, 0);

/** A fingerprint of the input and of how it is split. */
function fingerprintInput({ blocks, dataSets }: BatchInput, { batch }: TransactionCapacity): string {
  const hash = createHash('sha256').update(String(batch));
  blocks.forEach((block, number) => hash.update(JSON.stringify([dataSets[number], block])));
  return hash.digest('hex');
}

function addRecorded(a: RecordReport, b: RecordReport): RecordReport {
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
