import { type TypeName } from '../../domain/node-types.ts';
import { type Tx } from '../../graph/database.ts';
import { typeFromLabels } from '../../storage/labels.ts';

/** The ids of nodes that have to be derived again, by type. */
export class DirtySet {
  readonly #ids = new Map<TypeName, Set<string>>();

  add(type: TypeName, id: string): void {
    const ids = this.#ids.get(type);
    if (ids) ids.add(id);
    else this.#ids.set(type, new Set([id]));
  }

  of(types: readonly TypeName[]): string[] {
    return types.flatMap((type) => [...(this.#ids.get(type) ?? [])]);
  }
}

/**
 * A statement for {@link markDirty}: from the nodes with these ids to others.
 *
 * @param pattern Leads from a node to `t`, the one to be marked.
 * @param where Further clauses, before the nodes are returned.
 */
export const findFrom = (pattern: string, where = '') =>
  `UNWIND $ids AS id MATCH (from:Thing {id: id})${pattern} USING INDEX SEEK from:Thing(id) ${where} RETURN DISTINCT t.id AS id, labels(t) AS labels`;

/** Marks the nodes that a statement finds from these ids; it returns the `id` and the `labels` of each. */
export async function markDirty(tx: Tx, statement: string, ids: readonly string[], dirty: DirtySet): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.run<{ id: string; labels: string[] }>(statement, { ids });
  for (const { id, labels } of rows) dirty.add(typeFromLabels(labels)!, id);
}

/** What claims support. */
export const SUPPORTED_NODES = findFrom('-[:SUPPORTS]->(t:Thing)');

/** What the claims support that these contradict: its standing depends on both. */
export const SUPPORTED_BY_CONTRADICTED = findFrom(
  "-[:RELATES_TO {type: 'CONTRADICTS'}]-(:Claim)-[:SUPPORTS]->(t:Thing)",
);

/** Claims that are related to these: which of two contradicting claims is followed depends on both. */
const RELATED_CLAIMS = findFrom('-[:RELATES_TO]-(t:Claim)');

/** Marks claims that were added, that ended or whose relations changed, with everything that depends on that. */
export async function markClaimsDirty(tx: Tx, claims: readonly string[], dirty: DirtySet): Promise<void> {
  for (const id of claims) dirty.add('Claim', id);
  for (const statement of [SUPPORTED_NODES, SUPPORTED_BY_CONTRADICTED, RELATED_CLAIMS])
    await markDirty(tx, statement, claims, dirty);
}
