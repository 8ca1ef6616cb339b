import { endOfSequence } from '../../../storage/order-keys.ts';
import { cypherRevision, cypherRevisions } from '../../../storage/revisions.ts';
import { type TypeName } from '../../../domain/node-types.ts';
import { type Tx } from '../../../graph/database.ts';

/** What has to be loaded next. */
export interface LoadRequest {
  ids: Set<string>;
  keys: Set<string>;
  /** `TYPE|TYPE id` is all nodes with a relationship of those types to that node; `: Label` is all nodes with the label. */
  nodeSets: Set<string>;
  /** Ids of the nodes whose list of revisions is asked for. */
  revisionsOf: Set<string>;
}

/** The last revision of a node that counts, i.e. not after the instant asked for. */
export interface StateRow {
  id: string;
  typeName: TypeName;
  key: string;
  version: number;
  at: string;
  /** JSON in the terms of the API. */
  state: string;
  /** The properties of the node of a claim, deleted or not: what a claim says never changes, so its revisions leave it out. */
  claimNode: Readonly<Record<string, unknown>> | null;
}

/** An entry of `Entity.revisions`. */
export interface AsOfRevision {
  id: string;
  at: string;
  by: string;
  operation: string;
  reason: string | null;
  version: number;
  changes: string | null;
  state: string;
}

export interface LoadedRows {
  states: Map<string, StateRow>;
  idsByKey: Map<string, string[]>;
  idsByNodeSet: Map<string, string[]>;
  revisions: Map<string, AsOfRevision[]>;
}

const FIND_NODE = (id: string) => `OPTIONAL MATCH (a:Thing {id: ${id}}) OPTIONAL MATCH (b:Tombstone {id: ${id}})
WITH *, coalesce(a, b) AS x WHERE x IS NOT NULL`;

/** For each node `t` its last revision that counts, with the `need` it was found for. */
const LAST_STATES = `MATCH ${cypherRevisions('t', 'r')} WHERE r.sortSequence <= $until
WITH need, t, r ORDER BY r.version DESC
WITH need, t, collect(r)[0] AS r
RETURN need, r {id: t.id, .typeName, .key, .version, .at, .state, claimNode: CASE r.typeName WHEN 'Claim' THEN t {.*, state: null} END} AS state`;

const BY_ID = `UNWIND $needs AS need ${FIND_NODE('need')} WITH need, x AS t ${LAST_STATES}`;

/** A correction takes over the key of the claim it corrects, so the claim that had the key before is found through it. */
const BY_KEY = `UNWIND $needs AS need
CALL (need) {
  MATCH (t:Thing {key: need}) RETURN t
  UNION MATCH (:Thing {key: need})-[:CORRECTS*1..]->(t) RETURN t
  UNION MATCH (t:Tombstone {key: need}) RETURN t
}
WITH need, t ${LAST_STATES}`;

/** Nodes that have such a relationship now, or had one once (`FORMERLY`, or `SHELVED` with what is deleted); their revisions say whether they had it then. */
const BY_RELATIONSHIP = (types: string) => `UNWIND $needs AS need ${FIND_NODE('need')}
MATCH (x)-[:MERGED_INTO*0..]->(y)
CALL (y) {
  MATCH (y)<-[:${types}]-(t) RETURN t
  UNION MATCH (y)<-[r:FORMERLY]-(t) WHERE r.type IN split('${types}', '|') RETURN t
  UNION MATCH (y)<-[r:SHELVED]-(t) WHERE r.was IN split('${types}', '|') RETURN t
}
WITH DISTINCT need, t ${LAST_STATES}`;

const BY_LABEL = (label: string) => `CALL () {
  MATCH (t:${label}) RETURN t
  UNION MATCH ${cypherRevisions('t:Tombstone', 'r')} WHERE r.typeName = '${label}' RETURN t
}
WITH DISTINCT '${label}' AS need, t ${LAST_STATES} LIMIT $most`;

const REVISIONS_OF = `UNWIND $needs AS need
MATCH ${cypherRevisions('t:Thing {id: need}', 'r')} WHERE r.sortSequence <= $until
WITH need, r ORDER BY r.sortSequence
RETURN need, collect(${cypherRevision('r')}) AS revisions`;

/** Relationship types and labels become part of the text of a statement, so they are checked. */
const IDENTIFIERS = /^[A-Z][A-Za-z_]*(\|[A-Z_]+)*$/;

/**
 * Loads everything requested: one statement each for ids, keys and revisions, and one for each relationship type and label.
 *
 * @param lastSequence Revisions after this one do not count.
 */
export async function loadRows(
  tx: Tx,
  lastSequence: string,
  { ids, keys, nodeSets, revisionsOf }: LoadRequest,
): Promise<LoadedRows> {
  const loaded: LoadedRows = { states: new Map(), idsByKey: new Map(), idsByNodeSet: new Map(), revisions: new Map() };
  const loadStates = async (
    cypher: string,
    parameters: Record<string, unknown>,
    onRow: (need: string, id: string) => void,
  ) => {
    const rows = (await tx.rows(cypher, { until: lastSequence, ...parameters })) as [need: string, state: StateRow][];
    for (const [need, state] of rows) {
      loaded.states.set(state.id, state);
      onRow(need, state.id);
    }
  };
  const byType = Map.groupBy(
    [...nodeSets].map((nodeSet) => nodeSet.split(' ') as [type: string, end: string]),
    ([type]) => type,
  );
  await Promise.all([
    ids.size > 0 && loadStates(BY_ID, { needs: [...ids] }, () => {}),
    keys.size > 0 && loadStates(BY_KEY, { needs: [...keys] }, (key, id) => append(loaded.idsByKey, key, id)),
    ...[...byType].flatMap(([type, ends]) =>
      type === ':'
        ? ends.map(([, label]) =>
            loadStates(BY_LABEL(assertIdentifier(label)), { most: MAX_ROWS }, (_, id) =>
              append(loaded.idsByNodeSet, `: ${label}`, id),
            ),
          )
        : [
            loadStates(BY_RELATIONSHIP(assertIdentifier(type)), { needs: ends.map(([, end]) => end) }, (end, id) =>
              append(loaded.idsByNodeSet, `${type} ${end}`, id),
            ),
          ],
    ),
    revisionsOf.size > 0 &&
      tx.rows(REVISIONS_OF, { until: lastSequence, needs: [...revisionsOf] }).then((rows) => {
        for (const [id, revisions] of rows as [string, AsOfRevision[]][]) loaded.revisions.set(id, revisions);
      }),
  ]);
  return loaded;
}

/** One more than the limit on nodes (graph.ts), which is enough to see that there are too many. */
const MAX_ROWS = 20_001n;

function assertIdentifier(name: string): string {
  if (!IDENTIFIERS.test(name)) throw new Error(`${name} is not a label, nor relationship types.`);
  return name;
}

function append(lists: Map<string, string[]>, name: string, item: string): void {
  const list = lists.get(name);
  if (list) list.push(item);
  else lists.set(name, [item]);
}

/** The `sortSequence` up to which revisions count at an instant; empty before the first write. */
export async function sequenceAt(tx: Tx, instant: string): Promise<string> {
  const [row] = await tx.rows(
    `MATCH (r:Revision) WHERE r.at <= $instant
     RETURN r.sequence ORDER BY r.at DESC, r.sortSequence DESC LIMIT 1`,
    { instant },
  );
  return row === undefined ? '' : endOfSequence(row[0] as number);
}
