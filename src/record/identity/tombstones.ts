import { type Tx } from '../../graph/database.ts';
import {
  CONCERNING,
  claimRelationships,
  derivedRelationships,
  endpointRelationships,
} from '../../storage/relationships.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { inBatches } from '../../graph/transactions/batches.ts';
import { rememberedRelationships } from '../write/relationships.ts';
import { cypherRevisions, cypherWriteOut } from '../../storage/revisions.ts';
import { labelsOf, typeFromLabels } from '../../storage/labels.ts';

/** Relationships that are written, not derived, except those between claims. */
export const assertedRelationships = [...endpointRelationships, ...claimRelationships, 'DESCRIBES', 'BETWEEN'] as const;

/** All relationships that a merge redirects, also those that other merges and deletions have archived. */
export const ownedRelationships = [...assertedRelationships, 'MERGED_INTO', 'SHELVED'] as const;

const DELETE_DERIVED = [
  `UNWIND $rows AS row
MATCH (t:Thing {id: row.id})-[r:${CONCERNING}]-()
WITH DISTINCT startNode(r) AS a, endNode(r) AS b
MERGE (a)-[:FORMERLY {type: 'CONCERNS'}]->(b)`,
  `UNWIND $rows AS row
MATCH (t:Thing {id: row.id})-[r:${derivedRelationships.join('|')}]-() WHERE type(r) <> 'RELATES_TO' OR r.by = 'RULE'
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b, type(r) AS type
DELETE r
FOREACH (_ IN CASE WHEN type IN $remembered THEN [1] ELSE [] END | MERGE (a)-[:FORMERLY {type: type}]->(b))`,
  `UNWIND $rows AS row
MATCH (t:Thing {id: row.id})<-[:OF|AMONG]-(x:Conflict) WHERE x.key STARTS WITH row.id + '|' OR t:Claim
WITH DISTINCT x DETACH DELETE x`,
  `UNWIND $rows AS row
MATCH (t:Thing {id: row.id})<-[:FIRST_OF|SECOND_OF]-(x:PossibleDuplicate)
WITH DISTINCT x DETACH DELETE x`,
  `UNWIND $rows AS row
MATCH (t:Thing {id: row.id})-[r:IDENTIFIED_BY]->(x)
DELETE r WITH x WHERE NOT (x)<-[:IDENTIFIED_BY]-() DELETE x`,
];

/** Deletes everything derived of these nodes; what they and their neighbours should have is derived afterwards. */
export async function deleteDerived(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const statement of DELETE_DERIVED)
    await inBatches(
      tx,
      statement,
      ids.map((id) => ({ id })),
      { remembered: rememberedRelationships },
    );
}

const DELETE_SHORTCUTS = `UNWIND $rows AS row
MATCH (f:Thing {id: row.id})-[:HELD_BY|OF_MEMBER]->()-[r:HOLDS|MEMBER_OF {fact: row.id}]->() DELETE r`;

/** Deletes the shortcut relationships of facts before the facts get other endpoints, by which the shortcuts are found. */
export const deleteShortcuts = (tx: Tx, facts: readonly string[]) =>
  inBatches(
    tx,
    DELETE_SHORTCUTS,
    facts.map((id) => ({ id })),
  );

const ARCHIVE = `UNWIND $rows AS row
MATCH (t:Thing {id: row.id})-[r]-() WHERE NOT type(r) IN ['REVISES', 'FORMERLY', 'SHELVED', 'RESULTED_IN', 'CLAIMED', 'SPOKE_OF']
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b, type(r) AS type, properties(r) AS properties
DELETE r
CREATE (a)-[s:SHELVED]->(b) SET s = properties, s.was = type`;

const RESTORE = `UNWIND $rows AS row
MATCH (t:Thing {id: row.id})-[s:SHELVED]-(o) WHERE o:Thing OR s.was IN ['MERGED_INTO', 'BETWEEN']
WITH DISTINCT s, startNode(s) AS a, endNode(s) AS b, s.was AS type, properties(s) AS properties
DELETE s
CREATE (a)-[r:$(type)]->(b) SET r = properties, r.was = null`;

/**
 * Archives the relationships of these nodes as SHELVED. Queries distinguish relationships by type only, so a type that no query
 * reads hides them.
 */
export const archiveRelationships = (tx: Tx, ids: readonly string[]) =>
  inBatches(
    tx,
    ARCHIVE,
    ids.map((id) => ({ id })),
  );

/** Restores what {@link archiveRelationships} archived, except relationships to nodes that are still tombstones. */
export const restoreRelationships = (tx: Tx, ids: readonly string[]) =>
  inBatches(
    tx,
    RESTORE,
    ids.map((id) => ({ id })),
  );

const TO_TOMBSTONES = `UNWIND $rows AS row
MATCH (t:Thing {id: row.id})
${cypherWriteOut('t')}
REMOVE t:$(row.labels) SET t:Tombstone SET t.typeName = row.type, t.deletedWith = row.deletedWith`;

const FROM_TOMBSTONES = `UNWIND $rows AS row
MATCH (t:Tombstone {id: row.id})
REMOVE t:Tombstone SET t:$(row.labels) SET t.typeName = null, t.deletedWith = null`;

const LABELS = 'UNWIND $ids AS id MATCH (t:Thing {id: id}) RETURN id, labels(t)';
const TOMBSTONE_TYPES = 'UNWIND $ids AS id MATCH (t:Tombstone {id: id}) RETURN id, t.typeName';

/**
 * Turns these nodes into tombstones, which no query by label finds. They keep their properties, so that they can be restored.
 *
 * @param deletedWith The id of the entity they are deleted with; null if they are merged.
 */
export async function toTombstones(tx: Tx, ids: readonly string[], deletedWith: string | null): Promise<void> {
  const rows = (await tx.rows(LABELS, { ids })) as [id: string, labels: string[]][];
  const typed = rows.map(([id, labels]) => ({ id, type: typeFromLabels(labels)! }));
  await inBatches(
    tx,
    TO_TOMBSTONES,
    typed.map(({ id, type }) => ({ id, type, labels: labelsOf(type), deletedWith })),
  );
}

/** Turns tombstones back into the nodes that they were, and returns the type of each. */
export async function fromTombstones(tx: Tx, ids: readonly string[]): Promise<{ id: string; type: TypeName }[]> {
  const rows = (await tx.rows(TOMBSTONE_TYPES, { ids })) as [id: string, type: TypeName][];
  await inBatches(
    tx,
    FROM_TOMBSTONES,
    rows.map(([id, type]) => ({ id, labels: labelsOf(type) })),
  );
  return rows.map(([id, type]) => ({ id, type }));
}

const STATES = `UNWIND $ids AS id
MATCH ${cypherRevisions('t:Tombstone {id: id}', 'r')}
WITH id, r ORDER BY r.version DESC
RETURN id, collect(r.state)[1] AS state`;

/** The state of each tombstone before it became one, in the terms of the API. */
export async function statesBeforeRemoval(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Record<string, unknown>>> {
  const rows = (await tx.rows(STATES, { ids })) as [id: string, state: string][];
  return new Map(rows.map(([id, state]) => [id, JSON.parse(state) as Record<string, unknown>]));
}
