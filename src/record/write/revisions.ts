import { newId } from '../../domain/identity/keys.ts';
import { type Operation } from '../../domain/vocabulary.generated.ts';
import { type WriteTransaction } from '../overlay/write-transaction.ts';
import { canonicalJson } from './derived-state.ts';
import { typeFromLabels } from '../../storage/labels.ts';
import { typeNames } from '../../domain/node-types.ts';
import { cypherSortUpdated, sortSequence } from '../../storage/order-keys.ts';
import { type Changes, type State, cypherRevisions, cypherWriteOut } from '../../storage/revisions.ts';
import { type Properties } from '../../storage/values.ts';
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
OPTIONAL MATCH ${cypherRevisions('t', 'r')} WHERE r.state IS NOT NULL
WITH id, t, r ORDER BY r.version DESC
WITH id, t, collect(r)[0] AS r
RETURN id, t:Thing AS isThing, coalesce(r.version, 0) AS version, r.state AS state, r.typeName AS typeName, r.key AS key`;

const TYPE = '[label IN labels(t) WHERE label IN $types][0]';

const SORT_UPDATED = `SET t.sortUpdated = CASE WHEN t:Entity THEN ${cypherSortUpdated('t.updatedAt', 't.sortKey')} ELSE null END`;

const REVISE = `UNWIND $rows AS row
${FIND('row.id')}
${cypherWriteOut('t')}
CREATE (r:Revision)-[:REVISES]->(t) SET r = row.revision
SET r.key = coalesce(t.key, row.last.key),
  r.typeName = coalesce(${TYPE}, row.last.typeName)
WITH t, row WHERE t:Thing
SET t.version = row.revision.version, t.updatedAt = row.revision.at
${SORT_UPDATED}`;

/** The first revision of a thing that the overlay does not have, or no longer. */
const BEGIN = `UNWIND $rows AS row
MATCH (t:Thing {id: row.id}) USING INDEX SEEK t:Thing(id)
SET t:Revision, t += row.revision, t.typeName = ${TYPE}, t.version = 1, t.updatedAt = row.revision.at
${SORT_UPDATED}`;

interface LastRevision {
  id: string;
  isThing: boolean;
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
  const first: { id: string; revision: Properties }[] = [];
  const later: { id: string; last: Partial<LastRevision>; revision: Properties }[] = [];
  for (const [id, all] of changes) {
    const { isThing = true, version = 0, state: before = null, typeName, key } = last.get(id) ?? {};
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
      at: context.at,
      by: context.by,
      operation: operation ?? (before === null ? 'CREATE' : 'UPDATE'),
      reason: context.reason,
      changes: before === null ? null : canonicalJson(changesBetween(held, JSON.parse(after) as State)),
      state: after,
      sequence: context.version,
      sortSequence: sortSequence(context.version, written - 1),
    };
    const node = tx.overlay.get(id);
    if (node?.isNew) tx.set(id, { ...revision, typeName: typeFromLabels(node.labels) });
    else if (version === 0 && isThing) first.push({ id, revision });
    else
      later.push({
        id,
        last: { typeName, key },
        revision: { ...revision, id: newId(), thing: id, version: version + 1 },
      });
  }
  // A node that the overlay has forgotten may be one that is sent only now.
  await inBatches(tx, BEGIN, first, { types: typeNames });
  await inBatches(tx, REVISE, later, { types: typeNames });
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
