import { type Tx } from '../../graph/database.ts';
import { type Link } from '../links.ts';
import { inBatches } from './batches.ts';

// One text for all types, so that the database plans it once; the types come from the tables in links.ts.
const CREATE = `UNWIND $rows AS row
MATCH (a:Thing {id: row.from}) MATCH (b:Thing {id: row.to})
CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties`;

/** Of several alike, all go. */
const DELETE = `UNWIND $rows AS row
MATCH (a:Thing {id: row.from})-[r:$(row.type)]->(b:Thing {id: row.to})
WHERE properties(r) = row.properties
DELETE r`;

export const createLinks = (tx: Tx, links: readonly Link[]) => inBatches(tx, CREATE, links.map(asRow));
export const deleteLinks = (tx: Tx, links: readonly Link[]) => inBatches(tx, DELETE, links.map(asRow));

const asRow = ({ type, from, to, properties }: Link) => ({ type, from, to, properties });
