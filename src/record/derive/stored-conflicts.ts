import { type Tx } from '../../graph/database.ts';
import { cypherBelongsTo } from '../../storage/conflicts.ts';
import { type DerivedConflict } from '../write/derived-state.ts';

/** How a conflict `x` is read. */
export const CONFLICT_MAP = `x {.key, .slot, .sortKey, .rule,
    of: [(x)-[:OF]->(of) | of.id][0], follows: [(x)-[:FOLLOWS]->(follows) | follows.id][0],
    members: [(x)-[a:AMONG]->(member) | [a.order, member.id, a.value]],
    toldIn: [(x)-[a:TOLD_IN]->(document) | [a.order, document.id, a.value]]}`;

const CLAIM_CONFLICTS = `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id})<-[:AMONG]-(x:Conflict) USING INDEX SEEK c:Thing(id)
WHERE ${cypherBelongsTo('x', 'id')}
RETURN id, collect(${CONFLICT_MAP}) AS conflicts`;

/** The row of {@link CONFLICT_MAP}. */
export interface ConflictRow extends Omit<DerivedConflict, 'among' | 'values' | 'documents'> {
  members: OrderedValue[];
  toldIn: OrderedValue[];
}

type OrderedValue = [order: number, id: string, value: string];

/** The conflicts that the graph holds between claims, by the first claim of each. */
export async function readClaimConflicts(tx: Tx, ids: readonly string[]): Promise<Map<string, DerivedConflict[]>> {
  const rows = await tx.run<{ id: string; conflicts: ConflictRow[] }>(CLAIM_CONFLICTS, { ids });
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
