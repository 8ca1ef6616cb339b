import { type Tx } from '../../graph/database.ts';
import { inBatches } from '../../graph/transactions/batches.ts';
import { ownedRelationships } from './tombstones.ts';

/**
 * A relationship that a merge redirects keeps its origin: for each merge, `originalTo` or `originalFrom` has an entry
 * `MERGED|END`, with the id of the merged entity and the id of the node at that end before. So a merge can be undone whatever
 * other merges did since.
 */
const originEntry = (merged: string, end: string) => `${merged}|${end}`;

const types = ownedRelationships.join('|');

/** FORMERLY lets as-of queries follow the relationship that there was. */
const MERGE_FORMERLY = (end: string) =>
  `FOREACH (_ IN CASE WHEN x:Thing AND NOT type IN ['SHELVED', 'MERGED_INTO', 'BETWEEN'] THEN [1] ELSE [] END |
  MERGE (x)-[:FORMERLY {type: type}]->(${end}))`;

const REDIRECT_INCOMING = `UNWIND $rows AS row
MATCH (old:Thing {id: row.old})<-[r:${types}]-(x)
MATCH (new:Thing {id: row.new})
WITH row, r, x, old, new, type(r) AS type, properties(r) AS properties
DELETE r
CREATE (x)-[n:$(type)]->(new) SET n = properties, n.originalTo = coalesce(properties.originalTo, []) + [row.entry]
${MERGE_FORMERLY('old')}`;

const REDIRECT_OUTGOING = `UNWIND $rows AS row
MATCH (old:Thing {id: row.old})-[r:${types}]->(x)
MATCH (new:Thing {id: row.new})
WITH row, r, x, new, type(r) AS type, properties(r) AS properties
DELETE r
CREATE (new)-[n:$(type)]->(x) SET n = properties, n.originalFrom = coalesce(properties.originalFrom, []) + [row.entry]`;

/** The list without the entry; null if nothing is left. */
const without = (list: string, entry: string) =>
  `CASE WHEN size(${list}) > 1 THEN [each IN ${list} WHERE each <> ${entry}] ELSE null END`;

const RESTORE_INCOMING = `UNWIND $rows AS row
MATCH (new:Thing {id: row.new})<-[r:${types}]-(x) WHERE row.entry IN r.originalTo
MATCH (old:Thing {id: row.old})
WITH row, r, x, old, new, type(r) AS type, properties(r) AS properties
DELETE r
CREATE (x)-[n:$(type)]->(old) SET n = properties, n.originalTo = ${without('properties.originalTo', 'row.entry')}
${MERGE_FORMERLY('new')}`;

const RESTORE_OUTGOING = `UNWIND $rows AS row
MATCH (new:Thing {id: row.new})-[r:${types}]->(x) WHERE row.entry IN r.originalFrom
MATCH (old:Thing {id: row.old})
WITH row, r, x, old, type(r) AS type, properties(r) AS properties
DELETE r
CREATE (old)-[n:$(type)]->(x) SET n = properties, n.originalFrom = ${without('properties.originalFrom', 'row.entry')}`;

/** The ids of a node that loses its relationships, and of the one that gets them. */
export interface Redirect {
  old: string;
  new: string;
}

const toRows = (merged: string, redirects: readonly Redirect[]) =>
  redirects.map((redirect) => ({ ...redirect, entry: originEntry(merged, redirect.old) }));

/**
 * Redirects the incoming relationships of the old nodes to the new ones.
 *
 * @param merged The id of the merged entity, which identifies the merge.
 */
export const redirectIncoming = (tx: Tx, merged: string, redirects: readonly Redirect[]) =>
  inBatches(tx, REDIRECT_INCOMING, toRows(merged, redirects));

/** Redirects the outgoing relationships of the old nodes, such as DESCRIBES of a document. */
export const redirectOutgoing = (tx: Tx, merged: string, redirects: readonly Redirect[]) =>
  inBatches(tx, REDIRECT_OUTGOING, toRows(merged, redirects));

/** Gives back to the old nodes, no longer tombstones, every relationship that the merge took from them. */
export async function undoRedirects(tx: Tx, merged: string, redirects: readonly Redirect[]): Promise<void> {
  for (const statement of [RESTORE_INCOMING, RESTORE_OUTGOING])
    await inBatches(tx, statement, toRows(merged, redirects));
}

const taggedTypes = 'SUPPORTS|SUBJECT|OBJECT|DESCRIBES|SHELVED';

const TAG = `UNWIND $ids AS id
MATCH (f:Thing {id: id})<-[r:${taggedTypes}]-()
SET r.originalTo = coalesce(r.originalTo, []) + [$merged + '|' + id]`;

const UNTAG = `UNWIND $ids AS id
MATCH (f:Thing {id: id})<-[r:${taggedTypes}]-() WITH r, $merged + '|' + id AS entry WHERE entry IN r.originalTo
SET r.originalTo = ${without('r.originalTo', 'entry')}`;

/** Tags the relationships that moved facts have from claims and descriptions, to tell them from those that come after the merge. */
export const tagClaims = (tx: Tx, merged: string, ids: readonly string[]) => tx.rows(TAG, { ids, merged });
export const untagClaims = (tx: Tx, merged: string, ids: readonly string[]) => tx.rows(UNTAG, { ids, merged });
