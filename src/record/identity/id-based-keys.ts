import { type ClaimType } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { propositionKey } from '../../storage/proposition-key.ts';
import { inBatches } from '../../graph/transactions/batches.ts';

const SET_SLOTS = `UNWIND $rows AS row
MATCH (f:Thing&Fact {id: row.id}) USING INDEX SEEK f:Thing(id)
MATCH (f)-[:OF_ACTOR|HELD_BY|OF_MEMBER]->(one) MATCH (f)-[:IN_EVENT|OF_POST|IN_ORGANIZATION]->(other)
SET f.slot = one.id + '|' + other.id + CASE WHEN f:Participation THEN '|' + f.role ELSE '' END`;

/** Recomputes the slots of facts from their endpoints, so that later recordings find them. */
export const updateSlots = (tx: Tx, facts: readonly string[]) =>
  inBatches(
    tx,
    SET_SLOTS,
    facts.map((id) => ({ id })),
  );

const PROPOSITION_KEYS = `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id})-[:SUBJECT]->(s) USING INDEX SEEK c:Thing(id) WHERE c.matter IS NOT NULL
RETURN id, c.type AS type, c.matter AS matter, s.id AS subject,
  COLLECT { MATCH (c)-[r:OBJECT]->(o) RETURN o.id ORDER BY r.order } AS objects`;

const SET_PROPOSITION_KEY =
  'UNWIND $rows AS row MATCH (c:Thing&Claim {id: row.id}) USING INDEX SEEK c:Thing(id) SET c.matter = row.matter';

/** Recomputes the proposition keys of claims, so that they are compared with others about the same. */
export async function updatePropositionKeys(tx: Tx, claims: readonly string[]): Promise<void> {
  const rows = await tx.run<{ id: string; type: ClaimType; matter: string; subject: string; objects: string[] }>(
    PROPOSITION_KEYS,
    { ids: claims },
  );
  const changed = rows
    .map(({ id, type, matter, subject, objects }) => ({
      id,
      before: matter,
      matter: propositionKey(type, subject, objects),
    }))
    .filter(({ before, matter }) => before !== matter);
  await inBatches(tx, SET_PROPOSITION_KEY, changed);
}
