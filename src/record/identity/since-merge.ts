import { newId } from '../../domain/identity/keys.ts';
import { type Tx } from '../../graph/database.ts';
import { endpointRelationships, factEndpoints } from '../../storage/relationships.ts';
import { KeyAllocator } from '../resolve/key-allocator.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { inBatches } from '../../graph/transactions/batches.ts';
import { type WriteContext } from '../write/write-context.ts';
import { sortKey } from '../../storage/order-keys.ts';
import { labelsOf, typeFromLabels } from '../../storage/labels.ts';

const DESCRIBED_SINCE = `UNWIND $ids AS id
MATCH (f:Thing {id: id}) WITH f, $merged + '|' + id AS entry
WHERE EXISTS { (f)<-[d:DESCRIBES]-() WHERE NOT entry IN coalesce(d.originalTo, []) }
  AND EXISTS { (f)<-[s:SUPPORTS]-() WHERE NOT entry IN coalesce(s.originalTo, []) }
RETURN f.id AS id, f.key AS key, labels(f) AS labels, f.role AS role,
  [(f)-[r:${endpointRelationships.join('|')}]->(x) | [type(r), x.id]] AS ends`;

/** A fact moved by a merge that sources described after the merge, when its endpoint was the kept entity. */
export interface FactSinceMerge {
  id: string;
  key: string;
  type: TypeName;
  role: string | null;
  ends: [type: string, id: string][];
}

/**
 * Of the facts that a merge moved, those that rows described after it. A claim that only refers to the fact by its key, without
 * a row that would create it, follows the fact wherever it goes.
 */
export async function findFactsSinceMerge(tx: Tx, merged: string, ids: readonly string[]): Promise<FactSinceMerge[]> {
  const rows = await tx.run<Omit<FactSinceMerge, 'type'> & { labels: string[] }>(DESCRIBED_SINCE, { merged, ids });
  return rows.map(({ labels, ...row }) => ({ ...row, type: typeFromLabels(labels)! }));
}

const CREATE = `UNWIND $rows AS row
CREATE (f:Thing) SET f:$(row.labels) SET f = row.properties
WITH f, row
UNWIND row.ends AS end
MATCH (x:Thing {id: end[1]})
CREATE (f)-[r:$(end[0])]->(x)`;

const MOVE_CLAIMS = `UNWIND $rows AS row
MATCH (old:Thing {id: row.old})<-[r:SUPPORTS|DESCRIBES|SUBJECT|OBJECT]-(x) WHERE NOT row.entry IN coalesce(r.originalTo, [])
MATCH (new:Thing {id: row.new})
WITH r, x, new, type(r) AS type, properties(r) AS properties
DELETE r
CREATE (x)-[n:$(type)]->(new) SET n = properties`;

/**
 * Creates facts of the kept entity for what was recorded after the merge, and moves those claims and descriptions to them: they
 * stay with the kept entity. Has to run before the redirects are undone, while the facts still have the kept entity as endpoint.
 *
 * @returns The new facts.
 */
export async function createFactsForKept(
  tx: Tx,
  merged: string,
  facts: readonly FactSinceMerge[],
  context: WriteContext,
): Promise<{ id: string; type: TypeName }[]> {
  if (facts.length === 0) return [];
  const keys = await KeyAllocator.load(
    tx,
    facts.map(({ key }) => key),
    [],
  );
  const newFacts = facts.map(({ id, key: preferredKey, type, role, ends }) => {
    const key = keys.allocate(preferredKey);
    const properties = {
      id: newId(),
      key,
      sortKey: sortKey(key),
      version: 0,
      createdAt: context.at,
      updatedAt: context.at,
      role: type === 'Participation' ? role : null,
    };
    const endpoints = ends.filter(([relationship]) =>
      (factEndpoints[type as keyof typeof factEndpoints] as readonly string[]).includes(relationship),
    );
    return {
      type,
      labels: labelsOf(type),
      properties,
      ends: endpoints,
      old: id,
      entry: `${merged}|${id}`,
    };
  });
  await inBatches(tx, CREATE, newFacts);
  await inBatches(
    tx,
    MOVE_CLAIMS,
    newFacts.map(({ old, entry, properties }) => ({ old, entry, new: properties.id })),
  );
  return newFacts.map(({ type, properties: { id } }) => ({ id, type }));
}
