import { type Tx } from '../../graph/database.ts';
import { type Relationship, type RelationshipType, stateRelationships } from '../../storage/relationships.ts';
import { inBatches } from './batches.ts';

// One text for all types, so that the database plans it once; the types come from the tables in links.ts. What a link
// starts from is looked up once for all its links, and rows are lists, since names of fields would be half of what is sent.
const CREATE = `UNWIND $rows AS row
MATCH (a:Thing {id: row[0]})
UNWIND row[1] AS link
MATCH (b:Thing {id: link[1]})
CREATE (a)-[r:$(link[0])]->(b)`;

const CREATE_WITH_PROPERTIES = `${CREATE} SET r += link[2]`;

/** Of several alike, all go. */
const DELETE = `UNWIND $rows AS row
MATCH (a:Thing {id: row.from})-[r:$(row.type)]->(b:Thing {id: row.to})
WHERE properties(r) = row.properties
DELETE r`;

export async function createRelationships(tx: Tx, relationships: readonly Relationship[]): Promise<void> {
  const isBare = ({ properties }: Relationship) => Object.keys(properties).length === 0;
  const { bare: withoutProperties = [], rich: withProperties = [] } = Object.groupBy(relationships, (relationship) =>
    isBare(relationship) ? 'bare' : 'rich',
  );
  await inBatches(
    tx,
    CREATE,
    byStart(withoutProperties, ({ type, to }) => [type, to]),
  );
  await inBatches(
    tx,
    CREATE_WITH_PROPERTIES,
    byStart(withProperties, ({ type, to, properties }) => [type, to, properties]),
  );
}

/** What a link starts from, with all that start there. */
const byStart = (relationships: readonly Relationship[], ends: (relationship: Relationship) => unknown[]) =>
  [...Map.groupBy(relationships, ({ from }) => from)].map(([from, own]) => [from, own.map(ends)]);

/** What once led to a thing is found from it by whoever asks how it was then. */
const CREATE_FORMERLY = `UNWIND $rows AS row
MATCH (a:Thing {id: row.from}) MATCH (b:Thing {id: row.to})
MERGE (a)-[:FORMERLY {type: row.type}]->(b)`;

/** Shadows of facts are told by the facts, and relations by the claim they start from. */
export const rememberedRelationships: readonly RelationshipType[] = [
  ...stateRelationships,
  'SERVES',
  'LOCATED_IN',
  'CONCERNS',
];

export const deleteRelationships = (tx: Tx, relationships: readonly Relationship[]) =>
  inBatches(tx, DELETE, relationships.map(toRow));

/** Remembers links that held until now. What was never recorded, and a rebuild takes away, is not to be remembered. */
export const recordFormerRelationships = (tx: Tx, relationships: readonly Relationship[]) =>
  inBatches(tx, CREATE_FORMERLY, relationships.filter(({ type }) => rememberedRelationships.includes(type)).map(toRow));

const toRow = ({ type, from, to, properties }: Relationship) => ({ type, from, to, properties });
