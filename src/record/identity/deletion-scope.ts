import { type Tx } from '../../graph/database.ts';
import { endpointRelationships, stateRelationships } from '../../storage/relationships.ts';

/** What would be deleted with an entity, and what prevents its deletion. */
export interface DeletionScope {
  /** Ids of its own facts: participations, tenures, memberships, statements. */
  facts: string[];
  /** Ids of claims about nothing but the entity and its facts. */
  claims: string[];
  /** Keys of other nodes that refer to it and prevent the deletion. */
  blockedBy: string[];
}

/** A joint statement also belongs to its other speakers: it refers to this one. */
const FACTS = `MATCH (e:Thing {id: $id})<-[:${[...endpointRelationships, 'MADE_BY'].join('|')}]-(f:Fact)
WHERE NOT EXISTS { (f)-[:MADE_BY]->(other) WHERE other <> e }
RETURN DISTINCT f.id`;

const CLAIMS = `UNWIND $ids AS id
MATCH (:Thing {id: id})<-[:SUBJECT|OBJECT|SUPPORTS|ATTRIBUTED_TO]-(c:Claim)
WITH DISTINCT c
RETURN c.id AS id, c.key AS key, c.live AS live, [(c)-[:SUBJECT]->(s) | s.id] AS subject,
  [(c)-[:SUPPORTS]->(t) | t.id] AS supports, [(c)-[:OBJECT|ATTRIBUTED_TO]->(o) | o.id] AS named ORDER BY c.sortKey`;

interface ClaimRow {
  id: string;
  key: string;
  live: boolean;
  subject: string[];
  supports: string[];
  named: string[];
}

const REFERRING = `UNWIND $ids AS id
MATCH (:Thing {id: id})<-[:${[...stateRelationships, 'SERVES', 'LOCATED_IN'].join('|')}]-(t:Thing) WHERE NOT t.id IN $ids
RETURN DISTINCT t.key ORDER BY t.key`;

/** Values that lost a conflict refer to it too: they would silently become meaningless. */
const REFERRING_IN_VALUES = `MATCH (c:Claim)-[s:SUPPORTS]->(t:Thing)
WHERE c.live AND NOT c.id IN $claims AND NOT t.id IN $ids AND any(value IN s.values WHERE value CONTAINS $id)
RETURN c.key AS key
UNION
MATCH (:Document)-[d:DESCRIBES]->(t:Thing) WHERE NOT t.id IN $ids AND d.values CONTAINS $id RETURN t.key AS key`;

/** @param id The entity to be deleted. */
export async function findDeletionScope(tx: Tx, id: string): Promise<DeletionScope> {
  const facts = (await tx.rows(FACTS, { id })).map(([fact]) => fact as string);
  const ids = [id, ...facts];
  const deletedIds = new Set(ids);
  const claimRows = await tx.run<ClaimRow>(CLAIMS, { ids });
  const isDeleted = ({ live, subject, supports }: ClaimRow) => {
    const hasDeletedSubject = subject.some((node) => deletedIds.has(node));
    const supportsOnlyDeleted = supports.length > 0 && supports.every((node) => deletedIds.has(node));
    return supportsOnlyDeleted || (hasDeletedSubject && (supports.length === 0 || !live));
  };
  const claims = claimRows.filter(isDeleted).map((claim) => claim.id);
  const isBlocking = (claim: ClaimRow) =>
    claim.live && !isDeleted(claim) && [...claim.subject, ...claim.named].some((node) => deletedIds.has(node));
  const keys = [
    ...(await tx.rows(REFERRING, { ids })).map(([key]) => key as string),
    ...claimRows.filter(isBlocking).map(({ key }) => key),
    ...(await tx.rows(REFERRING_IN_VALUES, { id, ids, claims })).map(([key]) => key as string),
  ];
  return { facts, claims, blockedBy: [...new Set(keys)] };
}
