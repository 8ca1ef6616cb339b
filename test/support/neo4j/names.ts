import { type DatabaseAddress, connect } from '../../../src/graph/database.ts';
import { nodeProperties, relationshipProperties } from '../../../src/storage/properties.ts';

/** The procedures that make Neo4j know a name, and the names of the stored graph. */
const NAMES: readonly (readonly [procedure: string, names: readonly string[]])[] = [
  ['db.createLabel', Object.keys(nodeProperties)],
  ['db.createRelationshipType', Object.keys(relationshipProperties)],
  [
    'db.createProperty',
    [...new Set([...Object.values(nodeProperties), ...Object.values(relationshipProperties)].flat())],
  ],
];

/**
 * Migrates a new database and makes every name of the stored graph known to it, as they are to one with some data in it. Neo4j plans
 * a statement again each time that a label, a type of relationship or a property in it comes into being: on a database that
 * starts empty, half of those that are sent often were planned three times or more, a few tenths of a second each.
 */
export async function createNames(address: DatabaseAddress): Promise<void> {
  const database = await connect(address);
  try {
    await database.migrate();
    await database.write(async (tx) => {
      for (const [procedure, names] of NAMES) await tx.run(`UNWIND $names AS name CALL ${procedure}(name)`, { names });
    });
  } finally {
    await database.close();
  }
}
