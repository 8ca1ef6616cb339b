import { type Tx } from '../../graph/database.ts';
import { type DerivedConflict, cypherBelongsTo } from '../../storage/conflicts.ts';
import { type OverlayNode } from '../overlay/overlay.ts';
import { readRowsOf, type RowsOf } from '../overlay/read-rows.ts';

/** How a conflict `x` is read. */
export const CONFLICT_MAP = `x {.key, .slot, .sortKey, .rule,
    of: [(x)-[:OF]->(of) | of.id][0], follows: [(x)-[:FOLLOWS]->(follows) | follows.id][0],
    members: [(x)-[a:AMONG]->(member) | [a.order, member.id, a.value]],
    toldIn: [(x)-[a:TOLD_IN]->(document) | [a.order, document.id, a.value]]}`;

export const CLAIM_CONFLICTS: RowsOf<{ id: string; conflicts: ConflictRow[] }> = {
  statement: `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id})<-[:AMONG]-(x:Conflict) USING INDEX SEEK c:Thing(id)
WHERE ${cypherBelongsTo('x', 'id')}
RETURN id, collect(${CONFLICT_MAP}) AS conflicts`,
  walk: (claim) => {
    const conflicts = walkConflicts(claim);
    return conflicts.length > 0 ? [{ id: claim.id, conflicts }] : [];
  },
};

/** The conflicts that belong to a node in the overlay, as {@link CONFLICT_MAP} has them. */
export const walkConflicts = (node: OverlayNode): ConflictRow[] =>
  node.derived.conflicts.map(({ among, values, documents, ...conflict }) => ({
    ...conflict,
    members: among.map((id, order): OrderedValue => [order, id, values[order]!]),
    toldIn: documents.map(({ id, value }, order): OrderedValue => [among.length + order, id, value]),
  }));

/** The row of {@link CONFLICT_MAP}. */
export interface ConflictRow extends Omit<DerivedConflict, 'among' | 'values' | 'documents'> {
  members: OrderedValue[];
  toldIn: OrderedValue[];
}

type OrderedValue = [order: number, id: string, value: string];

/** The conflicts that the graph holds between claims, by the first claim of each. */
export async function readClaimConflicts(tx: Tx, ids: readonly string[]): Promise<Map<string, DerivedConflict[]>> {
  const rows = await readRowsOf(tx, ids, CLAIM_CONFLICTS);
  return new Map(rows.map(({ id, conflicts }) => [id, conflicts.map(toDerivedConflict)]));
}

export function toDerivedConflict({ members, toldIn, ...conflict }: ConflictRow): DerivedConflict {
  const inOrder = (items: OrderedValue[]) => items.toSorted(([a], [b]) => a - b);
  const claims = inOrder(members);
  return {
    ...conflict,
    among: claims.map(([, id]) => id),
    values: claims.map(([, , value]) => value),
    documents: inOrder(toldIn).map(([, id, value]) => ({ id, value })),
  };
}
