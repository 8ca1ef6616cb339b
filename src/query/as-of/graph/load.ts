import { endOfSequence } from '../../../storage/order-keys.ts';
import { type TypeName } from '../../../domain/node-types.ts';
import { type Tx } from '../../../graph/database.ts';

/** What has to be loaded: ids, keys, what led somewhere (`TYPE id`, or `: Label` for all of a label), and whose revisions. */
export interface LoadRequest {
  ids: Set<string>;
  keys: Set<string>;
  nodeSets: Set<string>;
  revisionsOf: Set<string>;
}

/** A thing as its last revision has it. */
export interface StateRow {
  id: string;
  typeName: TypeName;
  key: string;
  version: number;
  at: string;
  state: string;
  /** What a claim says, which never changes. */
  said: Readonly<Record<string, unknown>> | null;
}

export interface AsOfRevision {
  id: string;
  at: string;
  by: string;
  operation: string;
  reason: string | null;
  version: number;
  changes: string | null;
}

export interface LoadedRows {
  states: Map<string, StateRow>;
  idsByKey: Map<string, string[]>;
  idsByNodeSet: Map<string, string[]>;
  revisions: Map<string, AsOfRevision[]>;
}

const FIND_NODE = (id: string) => `OPTIONAL MATCH (a:Thing {id: ${id}}) OPTIONAL MATCH (b:Tombstone {id: ${id}})
WITH *, coalesce(a, b) AS x WHERE x IS NOT NULL`;

/** Of each thing `t` its last revision that counts, and for what it was wanted. */
const LAST_STATES = `MATCH (t)<-[:REVISES]-(r:Revision) WHERE r.sortSequence <= $until
WITH need, t, r ORDER BY r.version DESC
WITH need, t, collect(r)[0] AS r
RETURN need, r {id: t.id, .typeName, .key, .version, .at, .state, said: CASE WHEN t:Claim THEN properties(t) END} AS state`;

const BY_ID = `UNWIND $needs AS need ${FIND_NODE('need')} WITH need, x AS t ${LAST_STATES}`;

/** A correction takes over the key of the claim that it corrects, which then has another. */
const BY_KEY = `UNWIND $needs AS need
CALL (need) {
  MATCH (t:Thing {key: need}) RETURN t
  UNION MATCH (:Thing {key: need})-[:CORRECTS*1..]->(t) RETURN t
  UNION MATCH (t:Tombstone {key: need}) RETURN t
}
WITH need, t ${LAST_STATES}`;

const BY_RELATIONSHIP = (type: string) => `UNWIND $needs AS need ${FIND_NODE('need')}
MATCH (x)-[:MERGED_INTO*0..]->(y)
CALL (y) {
  MATCH (y)<-[:${type}]-(t) RETURN t
  UNION MATCH (y)<-[:FORMERLY {type: '${type}'}]-(t) RETURN t
}
WITH DISTINCT need, t ${LAST_STATES}`;

const BY_LABEL = (label: string) => `CALL () {
  MATCH (t:${label}) RETURN t
  UNION MATCH (t:Tombstone)<-[:REVISES]-(:Revision {typeName: '${label}'}) RETURN t
}
WITH DISTINCT '${label}' AS need, t ${LAST_STATES} LIMIT $most`;

const REVISIONS_OF = `UNWIND $needs AS need
MATCH (:Thing {id: need})<-[:REVISES]-(r:Revision) WHERE r.sortSequence <= $until
WITH need, r ORDER BY r.sortSequence
RETURN need, collect(r {.id, .at, .by, .operation, .reason, .version, .changes}) AS revisions`;

/** Types of links and labels that are asked for from their end; nothing else becomes part of a statement. */
const IDENTIFIER = /^[A-Z][A-Za-z_]*$/;

/** Loads all of it in a handful of statements. */
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

/** One more than may be looked at is enough to see that there are too many. */
const MAX_ROWS = 20_001n;

function assertIdentifier(name: string): string {
  if (!IDENTIFIER.test(name)) throw new Error(`${name} is no label or type of link.`);
  return name;
}

function append(lists: Map<string, string[]>, name: string, item: string): void {
  const list = lists.get(name);
  if (list) list.push(item);
  else lists.set(name, [item]);
}

/** The last place in the order of changes at a moment; nothing was known before the first change. */
export async function sequenceAt(tx: Tx, instant: string): Promise<string> {
  const [row] = await tx.rows(
    `MATCH (r:Revision) WHERE r.at <= $moment
     RETURN r.sequence ORDER BY r.at DESC, r.sortSequence DESC LIMIT 1`,
    { moment: instant },
  );
  return row === undefined ? '' : endOfSequence(row[0] as number);
}
