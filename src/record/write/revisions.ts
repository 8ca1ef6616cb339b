import { newId } from '../../domain/identity/keys.ts';
import { type Operation } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { canonicalJson } from './derived-state.ts';
import { typeNames } from '../../domain/node-types.ts';
import { cypherSortUpdated, sortSequence } from '../../storage/order-keys.ts';
import { inBatches } from './batches.ts';
import { type WriteContext } from './write-context.ts';

/** A thing whose state may have changed. */
export interface StateChange {
  id: string;
  /** True for a thing without any revision yet. */
  isNew: boolean;
  state: Readonly<Record<string, unknown>>;
  /** True where `state` holds only what changes, a field that goes as null; the rest stays as it was. */
  isPartial?: true;
  /** What was done, where it is neither CREATE nor UPDATE. */
  operation?: Operation;
}

/** What was deleted or merged away keeps its revisions, and may get another. */
const FIND = (id: string) => `OPTIONAL MATCH (a:Thing {id: ${id}}) OPTIONAL MATCH (b:Tombstone {id: ${id}})
WITH *, coalesce(a, b) AS t WHERE t IS NOT NULL`;

const LAST = `UNWIND $ids AS id
${FIND('id')}
OPTIONAL MATCH (t)<-[:REVISES]-(r:Revision)
WITH id, r ORDER BY r.version DESC
WITH id, collect(r)[0] AS r
RETURN id, coalesce(r.version, 0) AS version, r.state AS state, r.typeName AS typeName, r.key AS key`;

const REVISE = `UNWIND $rows AS row
${FIND('row.id')}
CREATE (r:Revision)-[:REVISES]->(t) SET r = row.revision
SET r.key = coalesce(t.key, row.last.key),
  r.typeName = coalesce([label IN labels(t) WHERE label IN $types][0], row.last.typeName)
WITH t, row WHERE t:Thing
SET t.version = row.revision.version, t.updatedAt = row.revision.at
SET t.sortUpdated = CASE WHEN t:Entity THEN ${cypherSortUpdated('row.revision.at', 't.sortKey')} ELSE null END`;

interface LastRevision {
  id: string;
  version: number;
  state: string | null;
  typeName: string | null;
  key: string | null;
}

/**
 * Keeps a revision of every thing whose state differs from its last one; called once in a write, since it numbers the
 * changes of that write. Things may be named more than once: what is said of one later adds to what was said before.
 * Returns how many revisions there were.
 */
export async function writeRevisions(tx: Tx, things: readonly StateChange[], stamp: WriteContext): Promise<number> {
  const changes = Map.groupBy(things, ({ id }) => id);
  const revised = [...changes].flatMap(([id, all]) => (all.some(({ isNew }) => isNew) ? [] : [id]));
  const last = new Map(
    (revised.length === 0 ? [] : await tx.run<LastRevision>(LAST, { ids: revised })).map((row) => [row.id, row]),
  );
  const rows: { id: string; last: Partial<LastRevision>; revision: Record<string, unknown> }[] = [];
  for (const [id, all] of changes) {
    const { version = 0, state: before = null, typeName, key } = last.get(id) ?? {};
    const held = before === null ? {} : (JSON.parse(before) as State);
    const after = canonicalJson(
      all.reduce<State>((state, each) => (each.isPartial ? { ...state, ...each.state } : each.state), {
        ...held,
        ...REVIVED,
      }),
    );
    if (before === after) continue;
    const operation = all.findLast((each) => each.operation !== undefined)?.operation;
    const revision = {
      id: newId(),
      thing: id,
      at: stamp.at,
      by: stamp.by,
      operation: operation ?? (before === null ? 'CREATE' : 'UPDATE'),
      reason: stamp.reason,
      version: version + 1,
      changes: canonicalJson(changesBetween(held, JSON.parse(after) as State)),
      state: after,
      sequence: stamp.version,
      sortSequence: sortSequence(stamp.version, rows.length),
    };
    rows.push({ id, last: { typeName, key }, revision });
  }
  await inBatches(tx, REVISE, rows, { types: typeNames });
  return rows.length;
}

/** What is told of again is there again. */
const REVIVED = { deleted: null, mergedInto: null };

type State = Record<string, unknown>;

/** Each field that changed, with its value before and after; a side that is missing had none. */
function changesBetween(before: State, after: State): State {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...fields]
      .filter((field) => canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null))
      .map((field) => [field, { before: before[field], after: after[field] }]),
  );
}
