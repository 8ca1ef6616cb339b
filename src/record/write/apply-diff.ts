import { type Tx } from '../../graph/database.ts';
import { type DerivedDiff } from './derived-state.ts';
import { inBatches } from './batches.ts';
import { createRelationships, deleteRelationships } from './relationships.ts';

const SET_PROPERTIES = 'UNWIND $rows AS row MATCH (t:Thing {id: row.id}) SET t += row.properties';

const ADD_EXTERNAL_ID = `UNWIND $rows AS row
MATCH (t:Thing {id: row.id})
MERGE (x:ExternalId {name: row.name}) ON CREATE SET x.scheme = row.scheme, x.value = row.value
CREATE (t)-[:IDENTIFIED_BY]->(x)`;

const REMOVE_EXTERNAL_ID = `UNWIND $rows AS row
MATCH (:Thing {id: row.id})-[r:IDENTIFIED_BY]->(x:ExternalId {name: row.name})
DELETE r WITH x WHERE NOT (x)<-[:IDENTIFIED_BY]-() DELETE x`;

const REMOVE_CONFLICT = 'UNWIND $rows AS row MATCH (x:Conflict {key: row.key}) DETACH DELETE x';

const ADD_CONFLICT = `UNWIND $rows AS row
MATCH (t:Thing {id: row.of})
CREATE (x:Conflict {key: row.key, slot: row.slot, sortKey: row.sortKey, rule: row.rule})-[:OF]->(t)
WITH x, row
UNWIND range(0, size(row.among) - 1) AS order
MATCH (c:Thing&Claim {id: row.among[order]}) USING INDEX SEEK c:Thing(id)
CREATE (x)-[:AMONG {order: order, value: row.values[order]}]->(c)`;

const ADD_TOLD_IN = `UNWIND $rows AS row
MATCH (x:Conflict {key: row.key})
UNWIND range(0, size(row.documents) - 1) AS order
MATCH (d:Thing&Document {id: row.documents[order].id}) USING INDEX SEEK d:Thing(id)
CREATE (x)-[:TOLD_IN {order: size(row.among) + order, value: row.documents[order].value}]->(d)`;

const ADD_FOLLOWS = `UNWIND $rows AS row
MATCH (x:Conflict {key: row.key}) MATCH (c:Thing&Claim {id: row.follows})
CREATE (x)-[:FOLLOWS]->(c)`;

/** Writes these diffs. */
export async function applyDiffs(tx: Tx, diffs: readonly DerivedDiff[]): Promise<void> {
  const all = <T>(select: (diff: DerivedDiff) => readonly T[]) => diffs.flatMap((diff) => select(diff));
  await inBatches(
    tx,
    SET_PROPERTIES,
    diffs
      .filter(({ properties }) => Object.keys(properties).length > 0)
      .map(({ derivation: { id }, properties }) => ({ id, properties })),
  );
  await deleteRelationships(
    tx,
    all(({ removeRelationships }) => removeRelationships),
  );
  await createRelationships(
    tx,
    all(({ addRelationships }) => addRelationships),
  );

  const externalIdRows = ({ derivation: { id } }: DerivedDiff, names: readonly string[]) =>
    names.map((name) => ({ id, ...splitExternalId(name) }));
  await inBatches(
    tx,
    REMOVE_EXTERNAL_ID,
    all((diff) => externalIdRows(diff, diff.removeExternalIds)),
  );
  await inBatches(
    tx,
    ADD_EXTERNAL_ID,
    all((diff) => externalIdRows(diff, diff.addExternalIds)),
  );

  const added = all(({ addConflicts }) => addConflicts).map((conflict) => ({ ...conflict }));
  await inBatches(
    tx,
    REMOVE_CONFLICT,
    all(({ removeConflicts }) => removeConflicts).map(({ key }) => ({ key })),
  );
  await inBatches(tx, ADD_CONFLICT, added);
  await inBatches(
    tx,
    ADD_TOLD_IN,
    added.filter(({ documents }) => documents.length > 0),
  );
  await inBatches(
    tx,
    ADD_FOLLOWS,
    added.filter(({ follows }) => follows !== null),
  );
}

/** The two parts of `SCHEME value`; only the value may contain spaces. */
function splitExternalId(name: string): { name: string; scheme: string; value: string } {
  const space = name.indexOf(' ');
  return { name, scheme: name.slice(0, space), value: name.slice(space + 1) };
}
