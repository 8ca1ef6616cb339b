import { type ErrorCode } from '../../domain/error-codes.ts';
import { ClientError } from '../../domain/errors.ts';
import { type Database, type Tx } from '../../graph/database.ts';
import { excludedLabels, nodeKinds, exportedNodes } from './exported-schema.ts';

/**
 * `(:Arrival {only, run, revisions})` exists while a full import is running, which takes many transactions. It reveals an
 * interrupted import, and writes by anybody else: every write adds revisions, and `revisions` is how many the import has added.
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
  'The graph is not empty, and a full import needs an empty one, so that nothing is mixed. Use another database: ' +
  'CHANCERY_HOME=another-folder, or a new one at NEO4J_URI. To add a data set, use "import".';

const MIXED =
  'A full import was interrupted here, and others have written to the graph since, so their data cannot be separated. Empty ' +
  'the database, or use another one, and start again.';

/** Nodes removed in one transaction. */
const BATCH = 5_000;

const DERIVED_LABELS = excludedLabels.filter((label) => label === 'Conflict' || label === 'ExternalId');

const CLEAR = `MATCH (n:${[...nodeKinds.map((kind) => exportedNodes[kind].label), 'Revision', ...DERIVED_LABELS].join('|')})
WITH n LIMIT ${BATCH} DETACH DELETE n RETURN count(*)`;

const UPDATE_REVISION_COUNT = 'MATCH (a:Arrival) SET a.revisions = COUNT { (:Revision) }';

/**
 * Prepares the graph for a full import: removes what an interrupted one has left, and marks the graph as being imported.
 *
 * @param run Identifies this import.
 * @param latest The latest graph version in the file; later writes continue after it.
 * @throws ClientError NOT_EMPTY if the graph has any other data; IMPORT_MIXED if others wrote after an interrupted import.
 */
export async function acquireImportLock(
  database: Database,
  { run, latest }: { run: string; latest: number },
  onProgress: (line: string) => void,
): Promise<void> {
  await database.read(async (tx) => {
    const state = await readState(tx);
    if (state.run === null && state.holdsThings) throw clientError('NOT_EMPTY', NOT_EMPTY);
    if (state.run !== null && state.holdsThings) onProgress('Removing what an interrupted import has left');
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

const TAKEN_OVER = 'Another full import has started in the same graph; this one has stopped.';

/**
 * One transaction of a full import.
 *
 * @param work Writes, and returns the number of revisions that it added.
 * @throws ClientError IMPORT_TAKEN_OVER or IMPORT_MIXED if anybody else has written to the graph.
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

/** Marks the import as complete. */
export const releaseImportLock = (database: Database, run: string): Promise<void> =>
  importTransaction(database, run, async (tx) => {
    await tx.rows('MATCH (a:Arrival) DELETE a');
    return 0;
  });
