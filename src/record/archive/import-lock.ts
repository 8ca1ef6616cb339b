import { type ErrorCode } from '../../domain/error-codes.ts';
import { ClientError } from '../../domain/errors.ts';
import { type Database, type Tx } from '../../graph/database.ts';
import { excludedLabels, nodeKinds, exportedNodes } from './exported-schema.ts';

/**
 * `(:Arrival {only, run, revisions})` is there while an import of a whole record goes on, which takes many transactions. So
 * one that was broken off is noticed, and what it wrote can be told from what anybody else wrote: whoever records anything
 * adds revisions, and here stands how many the import has added.
 */
const ACQUIRE = `MERGE (a:Arrival {only: true}) SET a.run = $run, a.revisions = 0
WITH a MATCH (g:Graph) SET g.floor = CASE WHEN coalesce(g.floor, 0) < $latest THEN $latest ELSE g.floor END`;

const LOCK_STATE = `OPTIONAL MATCH (a:Arrival)
RETURN a.run AS run, a.revisions AS written, COUNT { (:Revision) } AS present,
  EXISTS { MATCH (n:${nodeKinds.map((kind) => exportedNodes[kind].label).join('|')}) } OR EXISTS { (:Revision) } AS holdsThings`;

interface LockState {
  run: string | null;
  written: number | null;
  present: number;
  holdsThings: boolean;
}

const readState = async (tx: Tx): Promise<LockState> => (await tx.run<LockState>(LOCK_STATE))[0]!;

const clientError = (code: ErrorCode, message: string) => new ClientError(code, message);

const NOT_EMPTY =
  'The graph is not empty, and a whole record goes only into an empty one, so that nothing is mixed. Give it a database ' +
  'of its own: CHANCERY_HOME=another-folder, or a new one at NEO4J_URI. Data sets are added with "import".';

const MIXED =
  'An import of a whole record was broken off here, and others have written into the graph since. It cannot be told apart: ' +
  'empty the database, or take another one, and begin again.';

const UNFINISHED =
  'An import of a whole record goes on here or was broken off, so the graph holds only a part of it. If it was broken ' +
  'off, begin it again: npm run -s chancery -- import-all FILE';

/** @throws TellableError where the graph holds only a part of what an import is to bring. */
export async function rejectUnfinishedImport(tx: Tx): Promise<void> {
  if ((await readState(tx)).run !== null) throw clientError('IMPORT_UNFINISHED', UNFINISHED);
}

/** Nodes removed in one transaction. */
const BATCH = 5_000;

const DERIVED_LABELS = excludedLabels.filter((label) => label === 'Conflict' || label === 'ExternalId');

const CLEAR = `MATCH (n:${[...nodeKinds.map((kind) => exportedNodes[kind].label), 'Revision', ...DERIVED_LABELS].join('|')})
WITH n LIMIT ${BATCH} DETACH DELETE n RETURN count(*)`;

const UPDATE_REVISION_COUNT = 'MATCH (a:Arrival) SET a.revisions = COUNT { (:Revision) }';

/**
 * Makes the graph ready for an import, or finds out that it cannot be. What an import that was broken off has left is
 * removed.
 *
 * @param run Tells this import from others.
 * @param latest Versions of the graph up to this one are taken by what comes.
 * @throws TellableError NOT_EMPTY where the graph holds anything else.
 */
export async function acquireImportLock(
  database: Database,
  { run, latest }: { run: string; latest: number },
  onProgress: (line: string) => void,
): Promise<void> {
  await database.read(async (tx) => {
    const state = await readState(tx);
    if (state.run === null && state.holdsThings) throw clientError('NOT_EMPTY', NOT_EMPTY);
    if (state.run !== null && state.holdsThings) onProgress('Removing what an import that was broken off has left');
  });
  for (let removed = BATCH; removed === BATCH;) {
    removed = await database.write(async (tx) => {
      const state = await readState(tx);
      if (state.run === null && state.holdsThings) throw clientError('NOT_EMPTY', NOT_EMPTY);
      if (state.run !== null && state.written !== state.present) throw clientError('IMPORT_MIXED', MIXED);
      if (state.run === null) return 0;
      const [[count]] = (await tx.rows(CLEAR)) as [[number]];
      await tx.rows(UPDATE_REVISION_COUNT);
      return count;
    });
  }
  await database.write(async (tx) => {
    if ((await readState(tx)).holdsThings) throw clientError('IMPORT_MIXED', MIXED);
    await tx.rows(ACQUIRE, { run, latest: BigInt(latest) });
  });
}

const TAKEN_OVER = 'Another import of a whole record has begun in the same graph; this one has stopped.';

/**
 * One transaction of an import.
 *
 * @param work Writes, and gives the number of revisions that it added.
 * @throws TellableError where somebody else writes into the graph too.
 */
export function importTransaction(database: Database, run: string, work: (tx: Tx) => Promise<number>): Promise<void> {
  return database.write(async (tx) => {
    const state = await readState(tx);
    if (state.run !== run) throw clientError('IMPORT_TAKEN_OVER', TAKEN_OVER);
    if (state.written !== state.present) throw clientError('IMPORT_MIXED', MIXED);
    const added = await work(tx);
    if (added > 0) await tx.rows('MATCH (a:Arrival) SET a.revisions = a.revisions + $added', { added: BigInt(added) });
  });
}

/** Says that all of it is there. */
export const releaseImportLock = (database: Database, run: string): Promise<void> =>
  importTransaction(database, run, async (tx) => {
    await tx.rows('MATCH (a:Arrival) DELETE a');
    return 0;
  });
