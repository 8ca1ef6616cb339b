import { sortKey } from '../../domain/identity.ts';
import { flatTime, flatWindow, timeOf, windowOf } from '../../domain/time.ts';
import { type Tx } from '../../graph/database.ts';
import { SUPPORTED, Touched, mark, markStanding } from '../derive/touched.ts';
import { type Link } from '../links.ts';
import { matterOf } from '../matter.ts';
import { type NewClaim } from '../plan/changes.ts';
import { type Support } from '../plan/draft.ts';
import { type Writing } from '../plan/plan.ts';
import { type Rebound } from '../plan/rebinding.ts';
import { stored } from '../plan/values.ts';
import { type StoredClaim } from '../plan/stored-rows.ts';
import { type TypeName, furtherLabels } from '../../domain/thing-types.ts';
import { inBatches } from './batches.ts';
import { createLinks } from './links.ts';
import { writeDescriptions } from './descriptions.ts';
import { type Changed } from './revisions.ts';
import { type Stamp } from './stamp.ts';

// One text for all types, so that the database plans it once; the labels come from the tables in things.ts.
const CREATE = `UNWIND $rows AS row
CREATE (t:Thing) SET t:$(row.labels) SET t += row.properties`;

const DATA_SETS = `UNWIND $rows AS row
MERGE (d:DataSet {key: row.key}) SET d.title = row.title, d.note = row.note, d.importedAt = $at`;

/** The key passes on to the correction, so that it always leads to what holds now. */
const CORRECT = `UNWIND $rows AS row
MATCH (c:Thing&Claim {id: row.id})
SET c.key = row.key, c.sortKey = row.sortKey, c.reviewState = 'CORRECTED', c.live = false`;

/** How others stand to a claim, they stand to its correction too. */
const PASS_ON_RELATIONS = `UNWIND $rows AS row
MATCH (old:Thing&Claim {id: row.old})<-[r:RELATES_TO]-(other:Claim) WHERE r.by <> 'RULE' AND other.live
MATCH (new:Thing&Claim {id: row.new})
CREATE (other)-[s:RELATES_TO]->(new) SET s = properties(r)`;

/** What an analyst has said of how a claim stands, it says of the correction. */
const PASS_ON_JUDGEMENTS = `UNWIND $rows AS row
MATCH (old:Thing&Claim {id: row.old})-[r:RELATES_TO {by: 'ANALYST'}]->(other:Claim) WHERE other.live
MATCH (new:Thing&Claim {id: row.new})
CREATE (new)-[s:RELATES_TO]->(other) SET s = properties(r)`;

/** A word of the source that an analyst has replaced stays replaced when the source is read again. */
const KEEP_REPLACED = `UNWIND $rows AS row
MATCH (new:Thing&Claim {id: row.new})-[a:RELATES_TO {by: 'ANALYST'}]-(other:Claim) WHERE a.replaces IS NOT NULL
MATCH (new)-[s:RELATES_TO {by: 'SOURCE'}]-(other) WHERE s.type IN a.replaces
DELETE s`;

const RETRACT = `UNWIND $rows AS row
MATCH (c:Thing&Claim {id: row.id})
SET c.reviewState = 'RETRACTED', c.live = false, c.pruned = true, c.retractedAt = $at, c.retractionReason = $reason`;

const UNBIND = `UNWIND $rows AS row
MATCH (c:Thing&Claim {id: row.id})-[r:SUPPORTS]->(t)
MERGE (c)-[:FORMERLY {type: 'SUPPORTS'}]->(t) DELETE r`;

/** What a plan's writing leaves to be worked out, and the claims that it added or ended. */
export interface Written {
  touched: Touched;
  changed: Changed[];
}

/** Writes what a plan brings: things, claims and descriptions as they were said. What follows from them is settled after. */
export async function writePlan(
  tx: Tx,
  { newThings, changes, rebound, dataSets }: Writing,
  stamp: Stamp,
): Promise<Written> {
  const touched = new Touched();
  await inBatches(
    tx,
    DATA_SETS,
    dataSets.map(({ key, title, note }) => ({ key, title, note: note ?? null })),
    { at: stamp.at },
  );

  await inBatches(
    tx,
    CREATE,
    newThings.map(({ thing, fact }) => ({
      labels: labelsOf(thing.type),
      properties: { ...bookkeeping(thing.id, thing.key, stamp), slot: fact?.slot, role: fact?.role },
    })),
  );
  await createLinks(
    tx,
    newThings.flatMap(({ thing, fact }) =>
      (fact?.links ?? []).map(({ type, to }) => ({ type, from: thing.id, to: to.id, properties: {} })),
    ),
  );
  for (const { thing, fact } of newThings) {
    touched.add(thing.type, thing.id);
    // Meetings answer for the presence edges of those who take part, officials for the state that they serve.
    for (const { type, to } of fact?.links ?? []) {
      if (type === 'IN_EVENT' || type === 'HELD_BY') touched.add(to.type, to.id);
    }
  }

  await writeClaims(tx, changes.claims, stamp);
  await retract(tx, changes.retracted, stamp);
  await rebind(tx, rebound, touched);
  await writeDescriptions(tx, changes, stamp, touched);

  for (const { id, draft } of changes.claims) {
    touched.add('Claim', id);
    for (const { thing } of draft.supports) touched.add(thing.type, thing.id);
  }
  const ended = [...changes.claims.flatMap(({ corrects }) => corrects ?? []), ...changes.retracted];
  const relating = changes.claims.filter(({ relations, corrects }) => relations.length > 0 || corrects !== null);
  const standing = [...ended, ...relating].map(({ id }) => id);
  await markStanding(tx, standing, touched);
  return { touched, changed: claimChanges(changes) };
}

const labelsOf = (type: TypeName) => [...furtherLabels[type], type];

const bookkeeping = (id: string, key: string, { at }: Stamp) => ({
  id,
  key,
  sortKey: sortKey(key),
  version: 0,
  createdAt: at,
  updatedAt: at,
});

async function writeClaims(tx: Tx, claims: readonly NewClaim[], stamp: Stamp): Promise<void> {
  const corrections = claims.filter(({ corrects }) => corrects !== null);
  const corrected = corrections.map(({ corrects }) => ({ ...corrects!, sortKey: sortKey(corrects!.key) }));
  await inBatches(tx, CORRECT, corrected);
  await inBatches(
    tx,
    CREATE,
    claims.map((claim) => ({ labels: labelsOf('Claim'), properties: propertiesOf(claim, stamp) })),
  );
  await createLinks(tx, claims.flatMap(linksOf));
  const passed = corrections.map(({ id, corrects }) => ({ old: corrects!.id, new: id }));
  for (const statement of [PASS_ON_RELATIONS, PASS_ON_JUDGEMENTS, KEEP_REPLACED])
    await inBatches(tx, statement, passed);
}

async function retract(tx: Tx, claims: readonly StoredClaim[], { at }: Stamp): Promise<void> {
  const rows = claims.map(({ id }) => ({ id }));
  await inBatches(tx, RETRACT, rows, { at, reason: 'No longer in its data set.' });
}

/** What the claims spoke for before is worked out anew as well as what they speak for now. */
async function rebind(tx: Tx, claims: readonly Rebound[], touched: Touched): Promise<void> {
  const ids = claims.map(({ id }) => id);
  if (ids.length === 0) return;
  await mark(tx, SUPPORTED, ids, touched);
  await inBatches(
    tx,
    UNBIND,
    ids.map((id) => ({ id })),
  );
  await createLinks(
    tx,
    claims.flatMap(({ id, supports }) => supports.map((support) => supportOf(id, support))),
  );
  for (const { id, supports } of claims) {
    touched.add('Claim', id);
    for (const { thing } of supports) touched.add(thing.type, thing.id);
  }
}

/** A claim never changes: what its revisions tell is how it stands. */
function claimChanges({ claims, retracted }: Writing['changes']): Changed[] {
  const ended = claims.flatMap(({ corrects }) => corrects ?? []);
  return [
    ...claims.map(({ id }) => ({ id, isNew: true, state: { reviewState: 'ACCEPTED' } })),
    ...ended.map(({ id }) => ({ id, isNew: false, isPart: true as const, state: { reviewState: 'CORRECTED' } })),
    ...retracted.map(({ id }) => ({
      id,
      isNew: false,
      isPart: true as const,
      state: { reviewState: 'RETRACTED' },
      operation: 'RETRACT' as const,
    })),
  ];
}

function propertiesOf({ id, key, draft, localKey, fingerprint }: NewClaim, stamp: Stamp): Record<string, unknown> {
  const time = timeOf(draft.time ?? {});
  return {
    ...bookkeeping(id, key, stamp),
    type: draft.type,
    value: draft.value,
    text: draft.text,
    polarity: draft.polarity,
    quantifier: draft.quantifier,
    modality: draft.modality,
    attributionKind: draft.attributionKind,
    attributionInferred: draft.attributionInferred,
    confidence: draft.confidence,
    note: draft.note,
    countValue: draft.count?.value ?? null,
    countComparator: draft.count?.comparator ?? null,
    countRaw: draft.count?.raw ?? null,
    ...flatTime('time', time),
    ...flatWindow('time', windowOf(time)),
    reviewState: 'ACCEPTED',
    live: true,
    recordedAt: stamp.at,
    recordedBy: stamp.by,
    // Claims that rows make say no more than their facts do.
    matter: draft.textMade
      ? null
      : matterOf(
          draft.type,
          draft.subject.id,
          draft.objects.map(({ id }) => id),
        ),
    supportsFollow: draft.supportsFollow ? true : null,
    dataSet: draft.scope,
    localKey,
    fingerprint,
  };
}

function linksOf({ id, draft, relations, corrects }: NewClaim): Link[] {
  const from = id;
  return [
    { type: 'SUBJECT', from, to: draft.subject.id, properties: {} },
    ...draft.objects.map((object, order): Link => ({ type: 'OBJECT', from, to: object.id, properties: { order } })),
    ...draft.evidence.map(({ document, paragraph, line }, order): Link => ({
      type: 'EVIDENCE',
      from,
      to: document.id,
      properties: { order, paragraph, line },
    })),
    ...draft.attribution.map(({ agent, how }, order): Link => ({
      type: 'ATTRIBUTED_TO',
      from,
      to: agent.id,
      properties: { order, how },
    })),
    ...draft.supports.map((support) => supportOf(id, support)),
    ...relations.map(({ type, to }): Link => ({ type: 'RELATES_TO', from, to, properties: { type, by: 'SOURCE' } })),
    ...(corrects ? [{ type: 'CORRECTS' as const, from, to: corrects.id, properties: {} }] : []),
  ];
}

function supportOf(from: string, { thing, values }: Support): Link {
  const fields = Object.keys(values).sort();
  const json = fields.map((field) => JSON.stringify(stored(values[field])));
  return { type: 'SUPPORTS', from, to: thing.id, properties: { fields, values: json } };
}
