import { type Tx } from '../../graph/database.ts';
import { endpointRelationships } from '../../storage/relationships.ts';

/** Later decisions that depend on a merge and have to be undone before it. */
export interface DependentMerges {
  /** Keys of entities merged later. */
  merges: string[];
  /** Keys of entities deleted later. */
  deleted: string[];
}

const DELETED = `MATCH (x:Tombstone)-[m:SHELVED {was: 'MERGED_INTO', with: $merged}]->(into)
MATCH (d:Tombstone {id: into.deletedWith}) RETURN DISTINCT d.key ORDER BY d.key`;

/** The kept node, or a fact of it, was merged into another one since. */
const REDIRECTED_AGAIN = `MATCH (:Tombstone)-[m:MERGED_INTO {with: $merged}]->() WHERE m.originalTo IS NOT NULL
RETURN DISTINCT split(m.originalTo[-1], '|')[0] AS id`;

/** A fact that the merge moved was merged with another one since. */
const FACTS_MERGED_LATER = `MATCH (kept:Thing {id: $kept})<-[r:${endpointRelationships.join('|')}|SHELVED]-(f)
WHERE $merged + '|' + $merged IN r.originalTo
MATCH (f)-[m:MERGED_INTO]-() WHERE m.with <> $merged AND m.sequence > $sequence
RETURN DISTINCT m.with AS id`;

const KEYS = 'UNWIND $ids AS id MATCH (x:Tombstone {id: id}) RETURN x.key ORDER BY x.key';

/** @param sequence The graph version of the merge. */
export async function findDependentMerges(
  tx: Tx,
  merged: string,
  kept: string | null,
  sequence: number,
): Promise<DependentMerges> {
  const deleted = await tx.rows(DELETED, { merged });
  const laterMerges = [
    ...(await tx.rows(REDIRECTED_AGAIN, { merged })),
    ...(kept === null ? [] : await tx.rows(FACTS_MERGED_LATER, { merged, kept, sequence: BigInt(sequence) })),
  ];
  const ids = [...new Set(laterMerges.map(([id]) => id as string))];
  const merges = ids.length === 0 ? [] : await tx.rows(KEYS, { ids });
  return { merges: merges.map(([key]) => key as string), deleted: deleted.map(([key]) => key as string) };
}

const FACTS_MOVED_LATER = `UNWIND $facts AS id
MATCH (f:Thing {id: id})-[r:${endpointRelationships.join('|')}]->() UNWIND coalesce(r.originalTo, []) AS entry
WITH DISTINCT split(entry, '|')[0] AS merge
MATCH (x:Tombstone {id: merge})-[m:MERGED_INTO]->() WHERE m.sequence > $sequence
RETURN DISTINCT x.key ORDER BY x.key`;

/** Keys of entities merged after this graph version whose merge moved these facts. */
export async function findLaterMerges(tx: Tx, facts: readonly string[], sequence: number): Promise<string[]> {
  if (facts.length === 0) return [];
  const rows = await tx.rows(FACTS_MOVED_LATER, { facts, sequence: BigInt(sequence) });
  return rows.map(([key]) => key as string);
}
