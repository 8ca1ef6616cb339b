import { type Tx } from '../../graph/database.ts';
import { type ConflictShape } from './shape.ts';

/** A conflict as it is read; `x` is the conflict. */
export const CONFLICT = `x {.key, .slot, .sortKey, .rule,
    of: [(x)-[:OF]->(of) | of.id][0], follows: [(x)-[:FOLLOWS]->(follows) | follows.id][0],
    members: [(x)-[a:AMONG]->(member) | [a.order, member.id]]}`;

const PAIRS = `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id})<-[:AMONG]-(x:Conflict) USING INDEX SEEK c:Thing(id)
WHERE x.key STARTS WITH id + '|'
RETURN id, collect(${CONFLICT}) AS conflicts`;

/** The row of {@link CONFLICT}. */
export interface ConflictRow extends Omit<ConflictShape, 'among'> {
  members: [order: number, id: string][];
}

/** The conflicts that the graph holds between pairs of claims, by the first of each pair. */
export async function storedPairs(tx: Tx, ids: readonly string[]): Promise<Map<string, ConflictShape[]>> {
  const rows = await tx.run<{ id: string; conflicts: ConflictRow[] }>(PAIRS, { ids });
  return new Map(rows.map(({ id, conflicts }) => [id, conflicts.map(conflictOf)]));
}

export function conflictOf({ members, ...conflict }: ConflictRow): ConflictShape {
  return { ...conflict, among: members.sort(([a], [b]) => a - b).map(([, id]) => id) };
}
