import { type WriteTransaction } from '../overlay/write-transaction.ts';
import { type DerivedConflict } from '../../storage/conflicts.ts';
import { type DerivedDiff } from './derived-state.ts';
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

/** Writes these diffs: those of new nodes when these are sent, others at once. */
export async function applyDiffs(tx: WriteTransaction, diffs: readonly DerivedDiff[]): Promise<void> {
  const isOfNew = ({ derivation: { id } }: DerivedDiff) => tx.overlay.isNew(id);
  const ofNew = diffs.filter(isOfNew);
  const ofOthers = diffs.filter((diff) => !isOfNew(diff));
  const all = <T>(select: (diff: DerivedDiff) => readonly T[]) => diffs.flatMap((diff) => select(diff));

  for (const { derivation, properties } of ofNew) if (hasAny(properties)) tx.set(derivation.id, properties);
  tx.tell(
    SET_PROPERTIES,
    ofOthers
      .filter(({ properties }) => hasAny(properties))
      .map(({ derivation: { id }, properties }) => ({ id, properties })),
  );
  await deleteRelationships(
    tx,
    all(({ removeRelationships }) => removeRelationships),
  );
  createRelationships(
    tx,
    all(({ addRelationships }) => addRelationships),
  );
  await removeLists(tx, diffs);
  if (ofOthers.some(({ addExternalIds, addConflicts }) => addExternalIds.length + addConflicts.length > 0)) {
    await tx.send();
    addLists(ofOthers, (statement, rows) => tx.tell(statement, rows));
  }
  addLists(ofNew, (statement, rows) => tx.afterwards(statement, rows));
  for (const { derivation, addExternalIds, addConflicts } of ofNew) {
    if (addExternalIds.length + addConflicts.length === 0) continue;
    const node = tx.overlay.node(derivation.id);
    const { externalIds, conflicts } = node.derived;
    node.derive({ externalIds: [...externalIds, ...addExternalIds], conflicts: [...conflicts, ...addConflicts] });
  }
  for (const { of } of all(({ addConflicts }) => addConflicts)) tx.overlay.node(of).derive({ isDisputed: true });
  tx.overlay.forget(ofOthers.map(({ derivation: { id } }) => id));
}

const hasAny = (properties: object) => Object.keys(properties).length > 0;

const externalIdRows = ({ derivation: { id } }: DerivedDiff, names: readonly string[]) =>
  names.map((name) => ({ id, ...splitExternalId(name) }));

async function removeLists(tx: WriteTransaction, diffs: readonly DerivedDiff[]): Promise<void> {
  const removing = diffs.filter((diff) => diff.removeExternalIds.length + diff.removeConflicts.length > 0);
  if (removing.length === 0) return;
  await tx.forget(removing.map(({ derivation: { id } }) => id));
  tx.tell(
    REMOVE_EXTERNAL_ID,
    removing.flatMap((diff) => externalIdRows(diff, diff.removeExternalIds)),
  );
  tx.tell(
    REMOVE_CONFLICT,
    removing.flatMap(({ removeConflicts }) => removeConflicts.map(({ key }) => ({ key }))),
  );
}

function addLists(
  diffs: readonly DerivedDiff[],
  write: (statement: string, rows: readonly Record<string, unknown>[]) => void,
): void {
  const conflicts = diffs.flatMap(({ addConflicts }) => addConflicts.map((conflict) => ({ ...conflict })));
  const where = (test: (conflict: DerivedConflict) => boolean) => conflicts.filter(test);
  write(
    ADD_EXTERNAL_ID,
    diffs.flatMap((diff) => externalIdRows(diff, diff.addExternalIds)),
  );
  write(ADD_CONFLICT, conflicts);
  write(
    ADD_TOLD_IN,
    where(({ documents }) => documents.length > 0),
  );
  write(
    ADD_FOLLOWS,
    where(({ follows }) => follows !== null),
  );
}

/** The two parts of `SCHEME value`; only the value may contain spaces. */
function splitExternalId(name: string): { name: string; scheme: string; value: string } {
  const space = name.indexOf(' ');
  return { name, scheme: name.slice(0, space), value: name.slice(space + 1) };
}
