import { newId, sortKey } from '../../domain/identity.ts';
import { type Tx } from '../../graph/database.ts';
import { identityLinks, joins } from '../links.ts';
import { FreeKeys } from '../plan/keys.ts';
import { type TypeName, furtherLabels, typeOf } from '../../domain/thing-types.ts';
import { inBatches } from '../write/batches.ts';
import { type Stamp } from '../write/stamp.ts';

const LATER = `UNWIND $ids AS id
MATCH (f:Thing {id: id}) WITH f, $merged + '|' + id AS entry
WHERE EXISTS { (f)<-[d:DESCRIBES]-() WHERE NOT entry IN coalesce(d.originalTo, []) }
  AND EXISTS { (f)<-[s:SUPPORTS]-() WHERE NOT entry IN coalesce(s.originalTo, []) }
RETURN f.id AS id, f.key AS key, labels(f) AS labels, f.role AS role,
  [(f)-[r:${identityLinks.join('|')}]->(x) | [type(r), x.id]] AS ends`;

/** A fact of the merged thing of which sources spoke after the merge, meaning the kept one. */
export interface LaterFact {
  id: string;
  key: string;
  type: TypeName;
  role: string | null;
  ends: [type: string, id: string][];
}

/**
 * Of facts that went over with a merge, those of which rows spoke after it. A claim that only points at the fact by its
 * key, without a row that would make it, means that fact wherever it goes.
 */
export async function laterFacts(tx: Tx, merged: string, ids: readonly string[]): Promise<LaterFact[]> {
  const rows = await tx.run<Omit<LaterFact, 'type'> & { labels: string[] }>(LATER, { merged, ids });
  return rows.map(({ labels, ...row }) => ({ ...row, type: typeOf(labels)! }));
}

const CREATE = `UNWIND $rows AS row
CREATE (f:Thing) SET f:$(row.labels) SET f = row.properties
WITH f, row
UNWIND row.ends AS end
MATCH (x:Thing {id: end[1]})
CREATE (f)-[r:$(end[0])]->(x)`;

const HAND_OVER = `UNWIND $rows AS row
MATCH (old:Thing {id: row.old})<-[r:SUPPORTS|DESCRIBES|SUBJECT|OBJECT]-(x) WHERE NOT row.entry IN coalesce(r.originalTo, [])
MATCH (new:Thing {id: row.new})
WITH r, x, new, type(r) AS type, properties(r) AS properties
DELETE r
CREATE (x)-[n:$(type)]->(new) SET n = properties`;

/**
 * Gives what was said after the merge to facts of the kept thing, which are made for it: it stays with the kept.
 *
 * @param kept The id of the kept thing, with which the facts are joined now; asked before anything is pointed back.
 * @returns The new facts.
 */
export async function keepLater(
  tx: Tx,
  merged: string,
  facts: readonly LaterFact[],
  stamp: Stamp,
): Promise<{ id: string; type: TypeName }[]> {
  if (facts.length === 0) return [];
  const keys = await FreeKeys.among(
    tx,
    facts.map(({ key }) => key),
    [],
  );
  const made = facts.map(({ id, key: wanted, type, role, ends }) => {
    const key = keys.take(wanted);
    const properties = {
      id: newId(),
      key,
      sortKey: sortKey(key),
      version: 0,
      createdAt: stamp.at,
      updatedAt: stamp.at,
      role: type === 'Participation' ? role : null,
    };
    const joining = ends.filter(([link]) => (joins[type as keyof typeof joins] as readonly string[]).includes(link));
    return {
      type,
      labels: [...furtherLabels[type], type],
      properties,
      ends: joining,
      old: id,
      entry: `${merged}|${id}`,
    };
  });
  await inBatches(tx, CREATE, made);
  await inBatches(
    tx,
    HAND_OVER,
    made.map(({ old, entry, properties }) => ({ old, entry, new: properties.id })),
  );
  return made.map(({ type, properties: { id } }) => ({ id, type }));
}
