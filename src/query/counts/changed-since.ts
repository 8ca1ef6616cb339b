import { REBUILD } from '../../storage/derived.ts';
import { REVISED_PATH } from '../../storage/revisions.ts';
import { type Tx } from '../../graph/database.ts';
import { pattern } from '../statement/pattern.ts';

/** The state of the graph, as far as it matters to what is kept of it. */
export interface CountedState {
  instance: string;
  version: number;
  /** Versions up to this one belong to an imported history. */
  floor: number;
}

export async function readState(tx: Tx): Promise<CountedState> {
  const [state] = await tx.run<CountedState>(
    'MATCH (g:Graph {only: true}) RETURN g.instance AS instance, g.version AS version, coalesce(g.floor, 0) AS floor',
  );
  return state!;
}

/** Where more has changed, everything is read again. */
const MOST_REVISIONS = 5_000;

/** Changes after which all that a node rests on is still found from what was changed: nothing is gone, and nothing has moved to another. */
const TRACEABLE = ['CREATE', 'UPDATE', 'RETRACT'];

/**
 * The revisions since a version, if they tell all that has changed: each write since has left some, and none is of a rebuild, which also
 * repairs what no revision shows.
 */
const REVISIONS_SINCE = `MATCH (r:Revision) WHERE r.sequence > $since
WITH r LIMIT ${MOST_REVISIONS}
WITH collect(r) AS revisions, count(DISTINCT r.sequence) AS writes,
  count(CASE WHEN r.by = '${REBUILD}' OR NOT r.operation IN $traceable THEN 1 END) AS others
WHERE size(revisions) < ${MOST_REVISIONS} AND writes = $writes AND others = 0`;

/**
 * The numbers of the nodes with a label of which something has changed since a state of the graph that they rest on; null if
 * that cannot be told from the changes that are recorded.
 *
 * @param restsOn Paths from a node to what it rests on beside itself.
 */
export async function changedSince(
  tx: Tx,
  before: CountedState,
  now: CountedState,
  { label, restsOn }: { label: string; restsOn: readonly string[] },
): Promise<number[] | null> {
  if (before.instance !== now.instance || now.floor > before.version) return null;
  const paths = restsOn.map((path) => `MATCH ${pattern(`n:${label}`, path, 't')} RETURN n`);
  const found = [`WITH t AS n WHERE n:${label} RETURN n`, ...paths].join(' UNION ');
  const rows = await tx.rows(
    `${REVISIONS_SINCE}
RETURN COLLECT { UNWIND revisions AS r MATCH ${pattern('r', REVISED_PATH, 't')} WITH DISTINCT t CALL (t) { ${found} } RETURN DISTINCT id(n) }`,
    { since: BigInt(before.version), writes: BigInt(now.version - before.version), traceable: TRACEABLE },
  );
  return (rows[0]?.[0] as number[] | undefined) ?? null;
}
