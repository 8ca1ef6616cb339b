import { type TypeName } from '../../domain/thing-types.ts';
import { type Tx } from '../../graph/database.ts';

/** What has to be loaded: ids, keys, what led somewhere (`TYPE id`, or `: Label` for all of a label), and whose revisions. */
export interface Needs {
  ids: Set<string>;
  keys: Set<string>;
  sources: Set<string>;
  revised: Set<string>;
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

export interface Revision {
  id: string;
  at: string;
  by: string;
  operation: string;
  reason: string | null;
  version: number;
  changes: string | null;
}

export interface Found {
  states: Map<string, StateRow>;
  keys: Map<string, string[]>;
  sources: Map<string, string[]>;
  revisions: Map<string, Revision[]>;
}

const THING = (id: string) => `OPTIONAL MATCH (a:Thing {id: ${id}}) OPTIONAL MATCH (b:Tombstone {id: ${id}})
WITH *, coalesce(a, b) AS x WHERE x IS NOT NULL`;

/** Of each thing `t` its last revision that counts, and for what it was wanted. */
const STATES = `MATCH (t)<-[:REVISES]-(r:Revision) WHERE r.sortSequence <= $until
WITH need, t, r ORDER BY r.version DESC
WITH need, t, collect(r)[0] AS r
RETURN need, r {id: t.id, .typeName, .key, .version, .at, .state, said: CASE WHEN t:Claim THEN properties(t) END} AS state`;

const IDS = `UNWIND $needs AS need ${THING('need')} WITH need, x AS t ${STATES}`;

/** A correction takes over the key of the claim that it corrects, which then has another. */
const KEYS = `UNWIND $needs AS need
CALL (need) {
  MATCH (t:Thing {key: need}) RETURN t
  UNION MATCH (:Thing {key: need})-[:CORRECTS*1..]->(t) RETURN t
  UNION MATCH (t:Tombstone {key: need}) RETURN t
}
WITH need, t ${STATES}`;

const SOURCES = (type: string) => `UNWIND $needs AS need ${THING('need')}
MATCH (x)-[:MERGED_INTO*0..]->(y)
CALL (y) {
  MATCH (y)<-[:${type}]-(t) RETURN t
  UNION MATCH (y)<-[:FORMERLY {type: '${type}'}]-(t) RETURN t
}
WITH DISTINCT need, t ${STATES}`;

const ALL = (label: string) => `CALL () {
  MATCH (t:${label}) RETURN t
  UNION MATCH (t:Tombstone)<-[:REVISES]-(:Revision {typeName: '${label}'}) RETURN t
}
WITH DISTINCT '${label}' AS need, t ${STATES} LIMIT $most`;

const REVISIONS = `UNWIND $needs AS need
MATCH (:Thing {id: need})<-[:REVISES]-(r:Revision) WHERE r.sortSequence <= $until
WITH need, r ORDER BY r.sortSequence
RETURN need, collect(r {.id, .at, .by, .operation, .reason, .version, .changes}) AS revisions`;

/** Types of links and labels that are asked for from their end; nothing else becomes part of a statement. */
const SAFE = /^[A-Z][A-Za-z_]*$/;

/** Loads all of it in a handful of statements. */
export async function load(tx: Tx, until: string, { ids, keys, sources, revised }: Needs): Promise<Found> {
  const found: Found = { states: new Map(), keys: new Map(), sources: new Map(), revisions: new Map() };
  const take = async (
    cypher: string,
    parameters: Record<string, unknown>,
    keep: (need: string, id: string) => void,
  ) => {
    const rows = (await tx.rows(cypher, { until, ...parameters })) as [need: string, state: StateRow][];
    for (const [need, state] of rows) {
      found.states.set(state.id, state);
      keep(need, state.id);
    }
  };
  const byType = Map.groupBy(
    [...sources].map((source) => source.split(' ') as [type: string, end: string]),
    ([type]) => type,
  );
  await Promise.all([
    ids.size > 0 && take(IDS, { needs: [...ids] }, () => {}),
    keys.size > 0 && take(KEYS, { needs: [...keys] }, (key, id) => push(found.keys, key, id)),
    ...[...byType].flatMap(([type, ends]) =>
      type === ':'
        ? ends.map(([, label]) =>
            take(ALL(safe(label)), { most: MOST }, (_, id) => push(found.sources, `: ${label}`, id)),
          )
        : [
            take(SOURCES(safe(type)), { needs: ends.map(([, end]) => end) }, (end, id) =>
              push(found.sources, `${type} ${end}`, id),
            ),
          ],
    ),
    revised.size > 0 &&
      tx.rows(REVISIONS, { until, needs: [...revised] }).then((rows) => {
        for (const [id, revisions] of rows as [string, Revision[]][]) found.revisions.set(id, revisions);
      }),
  ]);
  return found;
}

/** One more than may be looked at is enough to see that there are too many. */
const MOST = 20_001n;

function safe(word: string): string {
  if (!SAFE.test(word)) throw new Error(`${word} is no label or type of link.`);
  return word;
}

function push(lists: Map<string, string[]>, name: string, item: string): void {
  const list = lists.get(name);
  if (list) list.push(item);
  else lists.set(name, [item]);
}

/** The last place in the order of changes at a moment; nothing was known before the first change. */
export async function placeAt(tx: Tx, moment: string): Promise<string> {
  const [row] = await tx.rows(
    `MATCH (r:Revision) WHERE r.at <= $moment
     RETURN r.sequence ORDER BY r.at DESC, r.sortSequence DESC LIMIT 1`,
    { moment },
  );
  // '~' sorts after every place within the write.
  return row === undefined ? '' : `${String(row[0]).padStart(12, '0')}|~`;
}
