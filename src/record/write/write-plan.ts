import { parseTime } from '../../domain/time/time.ts';
import { type WriteTransaction } from '../overlay/write-transaction.ts';
import { SUPPORTED_NODES, DirtySet, markDirty, markClaimsDirty } from './dirty-set.ts';
import { type Relationship } from '../../storage/relationships.ts';
import { propositionKey } from '../../storage/proposition-key.ts';
import { type NewClaim } from '../diff/diff.ts';
import { type Support } from '../draft/claim-draft.ts';
import { type WritePlan } from '../diff/plan-recording.ts';
import { type RelinkedClaim } from '../draft/relink-claims.ts';
import { toIds } from '../draft/row-values.ts';
import { type StoredClaimRow } from '../diff/stored-rows.ts';
import { createRelationships, recordFormerlyConcerned } from './relationships.ts';
import { writeDescriptions } from './descriptions.ts';
import { type StateChange } from './revisions.ts';
import { type WriteContext } from './write-context.ts';
import { sortKey } from '../../storage/order-keys.ts';
import { cypherWriteOut } from '../../storage/revisions.ts';
import { type Properties, storedProperties } from '../../storage/values.ts';

const DATA_SETS = `UNWIND $rows AS row
MERGE (d:DataSet {key: row.key}) SET d.title = row.title, d.note = row.note, d.importedAt = $at`;

/** The correction takes over the key, so that the key always refers to the current claim. */
const CORRECT = `UNWIND $rows AS row
MATCH (c:Thing&Claim {id: row.id})
${cypherWriteOut('c')}
SET c.key = row.key, c.sortKey = row.sortKey, c.reviewState = 'CORRECTED', c.live = false`;

/** Relations of other claims to a corrected one are copied to its correction. */
const INHERIT_INCOMING_RELATIONS = `UNWIND $rows AS row
MATCH (old:Thing&Claim {id: row.old})<-[r:RELATES_TO]-(other:Claim) WHERE r.by <> 'RULE' AND other.live
MATCH (new:Thing&Claim {id: row.new})
CREATE (other)-[s:RELATES_TO]->(new) SET s = properties(r)`;

/** Relations that an analyst set on a corrected claim are copied to its correction. */
const INHERIT_ANALYST_RELATIONS = `UNWIND $rows AS row
MATCH (old:Thing&Claim {id: row.old})-[r:RELATES_TO {by: 'ANALYST'}]->(other:Claim) WHERE other.live
MATCH (new:Thing&Claim {id: row.new})
CREATE (new)-[s:RELATES_TO]->(other) SET s = properties(r)`;

/** A relation of the source that an analyst replaced stays replaced when the source is imported again. */
const KEEP_REPLACED_RELATIONS = `UNWIND $rows AS row
MATCH (new:Thing&Claim {id: row.new})-[a:RELATES_TO {by: 'ANALYST'}]-(other:Claim) WHERE a.replaces IS NOT NULL
MATCH (new)-[s:RELATES_TO {by: 'SOURCE'}]-(other) WHERE s.type IN a.replaces
DELETE s`;

const RETRACT = `UNWIND $rows AS row
MATCH (c:Thing&Claim {id: row.id})
SET c.reviewState = 'RETRACTED', c.live = false, c.pruned = true, c.retractedAt = $at, c.retractionReason = $reason`;

const SET_OWNER = `UNWIND $rows AS row
MATCH (c:Thing&Claim {id: row.id}) USING INDEX SEEK c:Thing(id)
SET c.dataSet = row.dataSet, c.localKey = row.localKey, c.mutationKey = row.mutationKey`;

const UNLINK_SUPPORTS = `UNWIND $rows AS row
MATCH (c:Thing&Claim {id: row.id})-[r:SUPPORTS]->(t)
MERGE (c)-[:FORMERLY {type: 'SUPPORTS'}]->(t) DELETE r`;

/** What has to be derived after a plan was written, and the changes of the claims that it added or ended. */
export interface WriteResult {
  dirty: DirtySet;
  stateChanges: StateChange[];
}

/** Writes the nodes, claims and descriptions of a plan. What follows from them is derived afterwards. */
export async function writePlan(
  tx: WriteTransaction,
  { newNodes, changes, relinked, dataSets }: WritePlan,
  context: WriteContext,
): Promise<WriteResult> {
  const dirty = new DirtySet();
  tx.tell(
    DATA_SETS,
    dataSets.map(({ key, title, note }) => ({ key, title, note: note ?? null })),
    { at: context.at },
  );

  for (const { node, fact } of newNodes)
    tx.create(node.type, {
      ...baseProperties(node.id, node.key, context),
      slot: fact?.slot,
      role: fact?.role,
    });
  createRelationships(
    tx,
    newNodes.flatMap(({ node, fact }) =>
      (fact?.relationships ?? []).map(({ type, to }) => ({ type, from: node.id, to: to.id, properties: {} })),
    ),
  );
  for (const { node, fact } of newNodes) {
    dirty.add(node.type, node.id);
    // Attendance is derived with the meeting, the country served with the official.
    for (const { type, to } of fact?.relationships ?? []) {
      if (type === 'IN_EVENT' || type === 'HELD_BY') dirty.add(to.type, to.id);
    }
  }

  tx.tell(SET_OWNER, changes.owners);
  await writeClaims(tx, changes.claims, context);
  retractPruned(tx, changes.retracted, context);
  await writeRelinkedClaims(tx, relinked, dirty);
  await writeDescriptions(tx, changes, dirty, context);

  for (const { id, draft } of changes.claims) {
    dirty.add('Claim', id);
    for (const { node } of draft.supports) dirty.add(node.type, node.id);
  }
  const ended = [...changes.claims.flatMap(({ corrects }) => corrects ?? []), ...changes.retracted];
  const relating = changes.claims.filter(({ relations, corrects }) => relations.length > 0 || corrects !== null);
  const affectedClaims = [...ended, ...relating].map(({ id }) => id);
  await markClaimsDirty(tx, affectedClaims, dirty);
  return { dirty, stateChanges: claimStateChanges(changes) };
}

const baseProperties = (id: string, key: string, { at }: WriteContext) => ({
  id,
  key,
  sortKey: sortKey(key),
  version: 0,
  createdAt: at,
  updatedAt: at,
});

async function writeClaims(tx: WriteTransaction, claims: readonly NewClaim[], context: WriteContext): Promise<void> {
  const corrections = claims.filter(({ corrects }) => corrects !== null);
  const correctedRows = corrections.map(({ corrects }) => ({ ...corrects!, sortKey: sortKey(corrects!.key) }));
  tx.tell(CORRECT, correctedRows);
  for (const claim of claims) tx.create('Claim', claimProperties(claim, context));
  createRelationships(tx, claims.flatMap(claimRelationshipsOf));
  if (corrections.length === 0) return;
  const inheritances = corrections.map(({ id, corrects }) => ({ old: corrects!.id, new: id }));
  // Their relations, also with one another, are no longer those of the overlay alone.
  await tx.forget(claims.map(({ id }) => id));
  for (const statement of [INHERIT_INCOMING_RELATIONS, INHERIT_ANALYST_RELATIONS, KEEP_REPLACED_RELATIONS])
    tx.tell(statement, inheritances);
}

function retractPruned(tx: WriteTransaction, claims: readonly StoredClaimRow[], { at }: WriteContext): void {
  const rows = claims.map(({ id }) => ({ id }));
  tx.tell(RETRACT, rows, { at, reason: 'No longer in its data set.' });
}

/** Both what the claims supported before and what they support now has to be derived again. */
async function writeRelinkedClaims(
  tx: WriteTransaction,
  claims: readonly RelinkedClaim[],
  dirty: DirtySet,
): Promise<void> {
  const ids = claims.map(({ id }) => id);
  if (ids.length === 0) return;
  await markDirty(tx, SUPPORTED_NODES, ids, dirty);
  tx.tell(
    UNLINK_SUPPORTS,
    ids.map((id) => ({ id })),
  );
  createRelationships(
    tx,
    claims.flatMap(({ id, supports }) => supports.map((support) => supportsRelationship(id, support))),
  );
  await recordFormerlyConcerned(tx, ids);
  for (const { id, supports } of claims) {
    dirty.add('Claim', id);
    for (const { node } of supports) dirty.add(node.type, node.id);
  }
}

/** What a claim says never changes: its revisions show its review. */
function claimStateChanges({ claims, retracted }: WritePlan['changes']): StateChange[] {
  const ended = claims.flatMap(({ corrects }) => corrects ?? []);
  return [
    ...claims.map(({ id }) => ({ id, isNew: true, state: { reviewState: 'ACCEPTED' } })),
    ...ended.map(({ id }) => ({ id, isNew: false, isPartial: true as const, state: { reviewState: 'CORRECTED' } })),
    ...retracted.map(({ id }) => ({
      id,
      isNew: false,
      isPartial: true as const,
      state: { reviewState: 'RETRACTED' },
      operation: 'RETRACT' as const,
    })),
  ];
}

function claimProperties({ id, key, draft, localKey, fingerprint }: NewClaim, context: WriteContext): Properties {
  const { type, subject, objects, isGenerated } = draft;
  return {
    ...baseProperties(id, key, context),
    ...storedProperties(
      'Claim',
      { ...draft, time: parseTime(draft.time ?? {}), recordedAt: context.recordedAt, recordedBy: context.by },
      'creation',
    ),
    reviewState: 'ACCEPTED',
    live: true,
    // A generated claim says no more than its fact does, so it is compared with other claims of that fact only.
    matter: isGenerated
      ? null
      : propositionKey(
          type,
          subject.id,
          objects.map((object) => object.id),
        ),
    supportsFollow: draft.supportsAreInferred ? true : null,
    dataSet: draft.scope,
    localKey,
    fingerprint,
  };
}

function claimRelationshipsOf({ id, draft, relations, corrects }: NewClaim): Relationship[] {
  const from = id;
  return [
    { type: 'SUBJECT', from, to: draft.subject.id, properties: {} },
    ...draft.objects.map((object, order): Relationship => ({
      type: 'OBJECT',
      from,
      to: object.id,
      properties: { order },
    })),
    ...draft.evidence.map(({ document, paragraph, line }, order): Relationship => ({
      type: 'EVIDENCE',
      from,
      to: document.id,
      properties: { order, paragraph, line },
    })),
    ...draft.attribution.map(({ agent, how }, order): Relationship => ({
      type: 'ATTRIBUTED_TO',
      from,
      to: agent.id,
      properties: { order, how },
    })),
    ...draft.supports.map((support) => supportsRelationship(id, support)),
    ...relations.map(({ type, to }): Relationship => ({
      type: 'RELATES_TO',
      from,
      to,
      properties: { type, by: 'SOURCE' },
    })),
    ...(corrects ? [{ type: 'CORRECTS' as const, from, to: corrects.id, properties: {} }] : []),
  ];
}

function supportsRelationship(from: string, { node, values }: Support): Relationship {
  const fields = Object.keys(values).sort();
  const json = fields.map((field) => JSON.stringify(toIds(values[field])));
  return { type: 'SUPPORTS', from, to: node.id, properties: { fields, values: json } };
}
