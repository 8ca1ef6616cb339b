import { type Tx } from '../../graph/database.ts';
import { inBatches } from '../write/batches.ts';
import { keptLinks } from './tombstones.ts';

/**
 * What a merge points elsewhere remembers on the relationship itself: `originalTo` and `originalFrom` hold an entry
 * `MERGED|END` for each merge, the id of what was merged and the id of the end it had until then. So each merge finds
 * its own again, whatever other merges did since.
 */
const entryOf = (merged: string, end: string) => `${merged}|${end}`;

const types = keptLinks.join('|');

/** Who asks how things were then finds the way that led there. */
const REMEMBER = (end: string) =>
  `FOREACH (_ IN CASE WHEN x:Thing AND NOT type IN ['SHELVED', 'MERGED_INTO', 'BETWEEN'] THEN [1] ELSE [] END |
  MERGE (x)-[:FORMERLY {type: type}]->(${end}))`;

const POINT_IN = `UNWIND $rows AS row
MATCH (old:Thing {id: row.old})<-[r:${types}]-(x)
MATCH (new:Thing {id: row.new})
WITH row, r, x, old, new, type(r) AS type, properties(r) AS properties
DELETE r
CREATE (x)-[n:$(type)]->(new) SET n = properties, n.originalTo = coalesce(properties.originalTo, []) + [row.entry]
${REMEMBER('old')}`;

const POINT_OUT = `UNWIND $rows AS row
MATCH (old:Thing {id: row.old})-[r:${types}]->(x)
MATCH (new:Thing {id: row.new})
WITH row, r, x, new, type(r) AS type, properties(r) AS properties
DELETE r
CREATE (new)-[n:$(type)]->(x) SET n = properties, n.originalFrom = coalesce(properties.originalFrom, []) + [row.entry]`;

/** A list without an entry, and no list where nothing is left. */
const without = (list: string, entry: string) =>
  `CASE WHEN size(${list}) > 1 THEN [each IN ${list} WHERE each <> ${entry}] ELSE null END`;

const BACK_IN = `UNWIND $rows AS row
MATCH (new:Thing {id: row.new})<-[r:${types}]-(x) WHERE row.entry IN r.originalTo
MATCH (old:Thing {id: row.old})
WITH row, r, x, old, new, type(r) AS type, properties(r) AS properties
DELETE r
CREATE (x)-[n:$(type)]->(old) SET n = properties, n.originalTo = ${without('properties.originalTo', 'row.entry')}
${REMEMBER('new')}`;

const BACK_OUT = `UNWIND $rows AS row
MATCH (new:Thing {id: row.new})-[r:${types}]->(x) WHERE row.entry IN r.originalFrom
MATCH (old:Thing {id: row.old})
WITH row, r, x, old, type(r) AS type, properties(r) AS properties
DELETE r
CREATE (old)-[n:$(type)]->(x) SET n = properties, n.originalFrom = ${without('properties.originalFrom', 'row.entry')}`;

/** A node that everything about it is pointed away from, and the one it is pointed at from now on; by their ids. */
export interface Move {
  old: string;
  new: string;
}

const rowsOf = (merged: string, moves: readonly Move[]) =>
  moves.map((move) => ({ ...move, entry: entryOf(merged, move.old) }));

/**
 * Points what leads to the old things at the new ones.
 *
 * @param merged The id of the entity by whose merge this happens.
 */
export const pointIn = (tx: Tx, merged: string, moves: readonly Move[]) =>
  inBatches(tx, POINT_IN, rowsOf(merged, moves));

/** Lets what goes out from the old things go out from the new ones: of a document, what it describes. */
export const pointOut = (tx: Tx, merged: string, moves: readonly Move[]) =>
  inBatches(tx, POINT_OUT, rowsOf(merged, moves));

/** Gives back to the old things, which are things again, everything that the merge took from them. */
export async function pointBack(tx: Tx, merged: string, moves: readonly Move[]): Promise<void> {
  for (const statement of [BACK_IN, BACK_OUT]) await inBatches(tx, statement, rowsOf(merged, moves));
}

const said = 'SUPPORTS|SUBJECT|OBJECT|DESCRIBES|SHELVED';

const MARK = `UNWIND $ids AS id
MATCH (f:Thing {id: id})<-[r:${said}]-()
SET r.originalTo = coalesce(r.originalTo, []) + [$merged + '|' + id]`;

const UNMARK = `UNWIND $ids AS id
MATCH (f:Thing {id: id})<-[r:${said}]-() WITH r, $merged + '|' + id AS entry WHERE entry IN r.originalTo
SET r.originalTo = ${without('r.originalTo', 'entry')}`;

/** Of facts that go over with what they join, marks what was said of them until now, so that it is told from what comes later. */
export const markSaid = (tx: Tx, merged: string, ids: readonly string[]) => tx.rows(MARK, { ids, merged });
export const unmarkSaid = (tx: Tx, merged: string, ids: readonly string[]) => tx.rows(UNMARK, { ids, merged });
