import { newId } from '../../domain/identity.ts';
import { type Operation } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { textOf } from '../derive/shape.ts';
import { inBatches } from './batches.ts';
import { type Stamp } from './stamp.ts';

/** A thing whose state may have changed. */
export interface Changed {
  id: string;
  /** True for a thing without any revision yet. */
  isNew: boolean;
  state: Readonly<Record<string, unknown>>;
  /** What was done, where it is neither CREATE nor UPDATE. */
  /** True where `state` holds only what changes, a field that goes as null; the rest stays as it was. */
  isPart?: true;
  operation?: Operation;
}

const LAST = `UNWIND $ids AS id
MATCH (t:Thing {id: id})
RETURN id, t.version AS version, [(t)<-[:REVISES]-(r:Revision) WHERE r.version = t.version | r.state][0] AS state`;

const REVISE = `UNWIND $rows AS row
MATCH (t:Thing {id: row.id})
CREATE (r:Revision)-[:REVISES]->(t) SET r = row.revision
SET t.version = row.revision.version, t.updatedAt = row.revision.at
SET t.sortUpdated = CASE WHEN t:Entity THEN row.revision.at + '|' + t.sortKey ELSE null END`;

interface Last {
  id: string;
  version: number;
  state: string | null;
}

/** Keeps a revision of every thing whose state differs from its last one. Returns how many there were. */
export async function revise(tx: Tx, things: readonly Changed[], stamp: Stamp): Promise<number> {
  const revised = things.filter(({ isNew }) => !isNew).map(({ id }) => id);
  const last = new Map(
    (revised.length === 0 ? [] : await tx.run<Last>(LAST, { ids: revised })).map((row) => [row.id, row]),
  );
  const rows = things.flatMap(({ id, state, operation }) => {
    const { version, state: before } = last.get(id) ?? { version: 0, state: null };
    const after = textOf(state);
    if (before === after) return [];
    const revision = {
      id: newId(),
      at: stamp.at,
      by: stamp.by,
      operation: operation ?? (before === null ? 'CREATE' : 'UPDATE'),
      reason: stamp.reason,
      version: version + 1,
      changes: textOf(changesBetween(before === null ? {} : (JSON.parse(before) as State), JSON.parse(after) as State)),
      state: after,
      sequence: stamp.version,
    };
    return [{ id, revision }];
  });
  await inBatches(tx, REVISE, rows);
  return rows.length;
}

type State = Record<string, unknown>;

/** Each field that changed, with its value before and after; a side that is missing had none. */
function changesBetween(before: State, after: State): State {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...fields]
      .filter((field) => textOf(before[field] ?? null) !== textOf(after[field] ?? null))
      .map((field) => [field, { before: before[field], after: after[field] }]),
  );
}
