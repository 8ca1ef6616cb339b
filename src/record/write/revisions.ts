import { newId } from '../../domain/identity/keys.ts';
import { type Operation } from '../../domain/vocabulary.generated.ts';
import { type WriteTransaction } from '../overlay/write-transaction.ts';
import { canonicalJson } from './derived-state.ts';
import { typeFromLabels } from '../../storage/labels.ts';
import { typeNames } from '../../domain/node-types.ts';
import { cypherSortUpdated, sortSequence } from '../../storage/order-keys.ts';
import { type Changes, type State } from '../../storage/revisions.ts';
import { inBatches } from '../../graph/transactions/batches.ts';
import { type WriteContext } from './write-context.ts';

/** A node whose state may have changed. */
export interface StateChange {
  id: string;
  /** True for a node without a revision. */
  isNew: boolean;
  state: Readonly<Record<string, unknown>>;
  /** True if `state` has only the fields that change, null for one that is removed; the others stay. */
  isPartial?: true;
  /** The operation, if it is neither CREATE nor UPDATE. */
  operation?: Operation;
}

/** A deleted or merged node keeps its revisions, and may get another one. */
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
 * Writes a revision of each node whose state differs from that of its last one. Called once per write, since it numbers the
 * changes of the write. A node may occur more than once: later changes are added to earlier ones.
 *
 * @returns The number of revisions written.
 */
export async function writeRevisions(
  tx: WriteTransaction,
  stateChanges: readonly StateChange[],
  context: WriteContext,
): Promise<number> {
  const changes = Map.groupBy(stateChanges, ({ id }) => id);
  const revised = [...changes].flatMap(([id, all]) => (all.some(({ isNew }) => isNew) ? [] : [id]));
  const last = new Map(
    (revised.length === 0 ? [] : await tx.graph.run<LastRevision>(LAST, { ids: revised })).map((row) => [row.id, row]),
  );
  let written = 0;
  const rows: { id: string; last: Partial<LastRevision>; revision: Record<string, unknown> }[] = [];
  for (const [id, all] of changes) {
    const { version = 0, state: before = null, typeName, key } = last.get(id) ?? {};
    const held = before === null ? {} : (JSON.parse(before) as State);
    const state = all.reduce<State>((state, each) => (each.isPartial ? { ...state, ...each.state } : each.state), {
      ...held,
      ...REVIVED,
    });
    const after = canonicalJson(state);
    if (before === after) continue;
    const operation = all.findLast((each) => each.operation !== undefined)?.operation;
    written += 1;
    const revision = {
      id: newId(),
      thing: id,
      at: context.at,
      by: context.by,
      operation: operation ?? (before === null ? 'CREATE' : 'UPDATE'),
      reason: context.reason,
      version: version + 1,
      changes: before === null ? null : canonicalJson(changesBetween(held, JSON.parse(after) as State)),
      state: after,
      sequence: context.version,
      sortSequence: sortSequence(context.version, written - 1),
    };
    const node = tx.overlay.get(id);
    if (node?.isNew) {
      tx.create(['Revision'], { ...revision, key: node.key, typeName: typeFromLabels(node.labels) });
      tx.link('REVISES', revision.id, id, {});
    } else rows.push({ id, last: { typeName, key }, revision });
  }
  // A node that the overlay has forgotten may be one that is sent only now.
  await inBatches(tx, REVISE, rows, { types: typeNames });
  return written;
}

/** A node that is written again is no longer deleted or merged. */
const REVIVED = { deleted: null, mergedInto: null };

/** Each field that changed. */
function changesBetween(before: State, after: State): Changes {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...fields]
      .filter((field) => canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null))
      .map((field) => [field, { before: before[field], after: after[field] }]),
  );
}
