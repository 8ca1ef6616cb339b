import { type Tx } from '../../graph/database.ts';
import { inBatches } from '../write/batches.ts';
import { ownedRelationships } from './tombstones.ts';

/**
 * What a merge points elsewhere remembers on the relationship itself: `originalTo` and `originalFrom` hold an entry
 * `MERGED|END` for each merge, the id of what was merged and the id of the end it had until then. So each merge finds
 * its own again, whatever other merges did since.
 */
const originEntry = (merged: string, end: string) => `${merged}|${end}`;

const types = ownedRelationships.join('|');

/** Who asks how things were then finds the way that led there. */
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

/** A list without an entry, and no list where nothing is left. */
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

/** A node that everything about it is pointed away from, and the one it is pointed at from now on; by their ids. */
export interface Redirect {
  old: string;
  new: string;
}

const toRows = (merged: string, redirects: readonly Redirect[]) =>
  redirects.map((redirect) => ({ ...redirect, entry: originEntry(merged, redirect.old) }));

/**
 * Points what leads to the old things at the new ones.
 *
 * @param merged The id of the entity by whose merge this happens.
 */
export const redirectIncoming = (tx: Tx, merged: string, redirects: readonly Redirect[]) =>
  inBatches(tx, REDIRECT_INCOMING, toRows(merged, redirects));

/** Lets what goes out from the old things go out from the new ones: of a document, what it describes. */
export const redirectOutgoing = (tx: Tx, merged: string, redirects: readonly Redirect[]) =>
  inBatches(tx, REDIRECT_OUTGOING, toRows(merged, redirects));

/** Gives back to the old things, which are things again, everything that the merge took from them. */
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

/** Of facts that go over with what they join, marks what was said of them until now, so that it is told from what comes later. */
export const tagClaims = (tx: Tx, merged: string, ids: readonly string[]) => tx.rows(TAG, { ids, merged });
export const untagClaims = (tx: Tx, merged: string, ids: readonly string[]) => tx.rows(UNTAG, { ids, merged });
