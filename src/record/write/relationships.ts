import { type WriteTransaction } from '../overlay/write-transaction.ts';
import { type Tx } from '../../graph/database.ts';
import { inBatches } from '../../graph/transactions/batches.ts';
import {
  type Relationship,
  type RelationshipType,
  CONCERNING,
  concerningRelationships,
  endpointRelationships,
  stateRelationships,
} from '../../storage/relationships.ts';

// One text for all types, so that the database plans it once; the types are those of src/storage/relationships.ts. The start
// of relationships is looked up once for all of them, and rows are lists, since field names would be half of what is sent.
const CREATE = `UNWIND $rows AS row
MATCH (a:Thing {id: row[0]})
UNWIND row[1] AS rel
MATCH (b:Thing {id: rel[1]})
CREATE (a)-[r:$(rel[0])]->(b)`;

const CREATE_WITH_PROPERTIES = `${CREATE} SET r += rel[2]`;

/** Deletes all equal ones. */
const DELETE = `UNWIND $rows AS row
MATCH (a:Thing {id: row.from})-[r:$(row.type)]->(b:Thing {id: row.to})
WHERE properties(r) = row.properties
DELETE r`;

/** Those of new nodes are sent with these. */
export function createRelationships(tx: WriteTransaction, relationships: readonly Relationship[]): void {
  const kindOf = (relationship: Relationship) => {
    if (tx.touchesNew(relationship)) return 'new';
    return Object.keys(relationship.properties).length === 0 ? 'bare' : 'rich';
  };
  const { new: ofNew = [], bare = [], rich = [] } = Object.groupBy(relationships, kindOf);
  for (const { type, from, to, properties } of ofNew) tx.link(type, from, to, properties);
  tx.tell(
    CREATE,
    byStart(bare, ({ type, to }) => [type, to]),
  );
  tx.tell(
    CREATE_WITH_PROPERTIES,
    byStart(rich, ({ type, to, properties }) => [type, to, properties]),
  );
}

/** Each start, with the relationships that begin there. */
const byStart = (relationships: readonly Relationship[], ends: (relationship: Relationship) => unknown[]) =>
  [...Map.groupBy(relationships, ({ from }) => from)].map(([from, own]) => [from, own.map(ends)]);

/** As-of queries find by FORMERLY what once led to a node. A claim still concerns what it leads to otherwise. */
const CREATE_FORMERLY = `UNWIND $rows AS row
MATCH (a:Thing {id: row.from}) MATCH (b:Thing {id: row.to})
WHERE row.type <> 'CONCERNS' OR NOT (a)-[:${CONCERNING}]->(b)
MERGE (a)-[:FORMERLY {type: row.type}]->(b)`;

/** Not shortcuts, which follow from facts, nor relations of claims, which the revisions of the claim keep. */
export const rememberedRelationships: readonly RelationshipType[] = [
  ...stateRelationships,
  'SERVES',
  'LOCATED_IN',
  'CONCERNS',
];

export async function deleteRelationships(tx: WriteTransaction, relationships: readonly Relationship[]): Promise<void> {
  if (relationships.length === 0) return;
  await tx.forget(relationships.flatMap(({ from, to }) => [from, to]));
  tx.tell(DELETE, relationships.map(toRow));
}

/** Keeps a FORMERLY for relationships that are deleted. A rebuild does not: what it deletes was never right. */
export async function recordFormerRelationships(
  tx: WriteTransaction,
  relationships: readonly Relationship[],
): Promise<void> {
  const remembered = relationships.filter(({ type }) => rememberedRelationships.includes(type));
  if (remembered.length === 0) return;
  await tx.send();
  tx.tell(CREATE_FORMERLY, remembered.map(toRow));
}

const FORMERLY_CONCERNED = `UNWIND $rows AS row
MATCH (c:Thing&Claim {id: row.id})-[f:FORMERLY]->(t:Thing) USING INDEX SEEK c:Thing(id)
WHERE f.type IN $types AND NOT (c)-[:${CONCERNING}]->(t)
  AND NOT (c)-[:SUPPORTS]->(:Fact)-[:${endpointRelationships.join('|')}]->(t)
MERGE (c)-[:FORMERLY {type: 'CONCERNS'}]->(t)`;

/** The same of claims that no longer lead where they did, if they do not concern it otherwise. */
export const recordFormerlyConcerned = (tx: Tx, claims: readonly string[]): Promise<void> =>
  inBatches(
    tx,
    FORMERLY_CONCERNED,
    claims.map((id) => ({ id })),
    { types: concerningRelationships },
  );

const toRow = ({ type, from, to, properties }: Relationship) => ({ type, from, to, properties });
