import { candidatesQuery } from '../../domain/names/names.ts';
import { AFTER_ALL } from '../../domain/time/time.ts';
import { type Tx } from '../../graph/database.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { type Verdict } from '../../domain/vocabulary.generated.ts';
import { toStorable } from '../../graph/transactions/batches.ts';
import { type EntityProfile, LEADING_ROLES } from './similarity.ts';
import { typeFromLabels } from '../../storage/labels.ts';
import { ofTypesQuery } from '../../storage/names.ts';

/** Hits of the full-text index for the names of an entity, the best first, all of the type that is looked for. */
const MAX_NAME_HITS = 20;

const BY_NAME = `UNWIND $rows AS row
CALL (row) {
  CALL db.index.fulltext.queryNodes('entity_search', row.query, {limit: ${MAX_NAME_HITS}}) YIELD node
  // Meetings of one name at other times are others, and there are many. Of those without a known time, see toWindow.
  WITH node WHERE row.from IS NULL OR node.timeFrom IS NULL OR node.timeUntil IS NULL OR node.timeFrom > node.timeUntil
    OR node.timeUntil >= '${AFTER_ALL}' OR (node.timeFrom <= row.until AND node.timeUntil >= row.from)
  RETURN node.id AS found
}
RETURN DISTINCT row.id AS id, found`;

const BY_EXTERNAL_ID = `UNWIND $rows AS row
MATCH (x:ExternalId {name: row.name})<-[:IDENTIFIED_BY]-(t:Entity) USING INDEX SEEK x:ExternalId(name)
RETURN row.id AS id, t.id AS found`;

const BY_ORDINAL = `UNWIND $rows AS row
MATCH (t:Meeting {ordinal: row.ordinal})-[:OF_BODY]->(o:Thing&Organization {id: row.body}) USING INDEX SEEK o:Thing(id)
RETURN row.id AS id, t.id AS found`;

/** Whether an actor leads a meeting. */
const LEADS = `any(role IN r.roles WHERE role IN ['${LEADING_ROLES.join("', '")}'])`;

/** Meetings at the same time, with at least two of the same actors, or one who leads both. */
const BY_ACTORS = `UNWIND $rows AS row
UNWIND row.actors AS actor
MATCH (a:Thing&Actor {id: actor})-[r:ATTENDS]->(t:Meeting) USING INDEX SEEK a:Thing(id)
WHERE t.timeFrom <= row.until AND t.timeUntil >= row.from
WITH row, t, count(*) AS actors, count(CASE WHEN actor IN row.leaders AND ${LEADS} THEN 1 END) AS leaders
WHERE actors > 1 OR leaders > 0
RETURN row.id AS id, t.id AS found`;

/** Meetings of the same body, at the same time. */
const BY_BODY = `UNWIND $rows AS row
MATCH (t:Meeting)-[:OF_BODY]->(o:Thing&Organization {id: row.body}) USING INDEX SEEK o:Thing(id)
WHERE t.timeFrom <= row.until AND t.timeUntil >= row.from
RETURN row.id AS id, t.id AS found`;

/** From a place or a country to itself and to everything that it lies in. */
const AROUND = '[:WITHIN|LOCATED_IN*0..]->(p)';

const PROFILES = `UNWIND $ids AS id
MATCH (t:Thing&Entity {id: id}) USING INDEX SEEK t:Thing(id)
RETURN id, t.key AS key, labels(t) AS labels, t.createdAt AS createdAt, t.externalIds AS externalIds,
  [i IN range(0, size(t.nameValues) - 1) | {value: t.nameValues[i], lang: t.nameLangs[i]}] AS names,
  [(t)-[:POST_OF|OF_COUNTRY|LOCATED_IN]->(o) | o.id] AS owners,
  [(t)<-[:BETWEEN]-(j:Judgement)-[:BETWEEN]->(o) WHERE o <> t | [o.id, j.verdict]] AS judged,
  CASE WHEN t:Meeting THEN t {.kind, .ordinal, .timeFrom, .timeUntil, body: [(t)-[:OF_BODY]->(o) | o.id][0],
    places: [(t)-[:HELD_AT]->(p) | p.id], around: [(t)-[:HELD_AT]->()-${AROUND} | p.id],
    partOf: [(t)-[:PART_OF]->(e) | e.id][0], actors: [(a)-[:ATTENDS]->(t) | a.id],
    leaders: [(a)-[r:ATTENDS]->(t) WHERE ${LEADS} | a.id]} END AS meeting`;

const PLACES_AROUND = `UNWIND $ids AS id
MATCH (place:Thing {id: id}) USING INDEX SEEK place:Thing(id)
RETURN id, [(place)-${AROUND} | p.id] AS around`;

/** The profile of an entity of the graph. */
export interface StoredProfile extends EntityProfile {
  /** The instant at which it was recorded. */
  createdAt: string;
  /** What analysts have judged of it and others, by their ids. */
  judged: ReadonlyMap<string, Verdict>;
}

interface Row extends Omit<StoredProfile, 'type' | 'meeting' | 'different' | 'judged'> {
  labels: string[];
  judged: [id: string, verdict: Verdict][];
  meeting:
    | (Omit<NonNullable<EntityProfile['meeting']>, 'window'> & { timeFrom: string | null; timeUntil: string | null })
    | null;
}

/** The blocking step of record linkage: pairs of the id of a profile and of an existing entity worth comparing. */
export async function blockingCandidates(
  tx: Tx,
  profiles: readonly EntityProfile[],
): Promise<[id: string, found: string][]> {
  const dated = profiles.flatMap(({ id, meeting }) => (meeting?.window ? [{ ...meeting, ...meeting.window, id }] : []));
  const searches: [statement: string, rows: Record<string, unknown>[]][] = [
    [BY_NAME, profiles.flatMap(nameQueries)],
    [BY_EXTERNAL_ID, profiles.flatMap(({ id, externalIds }) => externalIds.map((name) => ({ id, name })))],
    [BY_ORDINAL, profiles.flatMap(({ id, meeting }) => (meeting?.body && meeting.ordinal ? [{ ...meeting, id }] : []))],
    [BY_ACTORS, dated],
    [BY_BODY, dated.filter(({ body }) => body !== null)],
  ];
  const pairs: [string, string][] = [];
  for (const [statement, rows] of searches) {
    if (rows.length === 0) continue;
    pairs.push(...((await tx.rows(statement, { rows: toStorable(rows) })) as [string, string][]));
  }
  return pairs;
}

function nameQueries({ id, type, names, meeting }: EntityProfile) {
  const query = candidatesQuery(
    names.map(({ value }) => value),
    type === 'Official',
  );
  const { from, until } = meeting?.window ?? { from: null, until: null };
  return query === null ? [] : [{ id, query: ofTypesQuery([type], query), from, until }];
}

/** What each of these places lies in, by its id: ids, its own among them. Those of places that are not in the graph are missing. */
export async function placesAround(tx: Tx, ids: readonly string[]): Promise<Map<string, readonly string[]>> {
  const rows = ids.length === 0 ? [] : await tx.run<{ id: string; around: string[] }>(PLACES_AROUND, { ids });
  return new Map(rows.map(({ id, around }) => [id, around]));
}

/** Profiles of one statement: until its end the database holds tens of kilobytes of each. */
const BATCH = 500;

/** The profiles of existing entities, by id. */
export async function loadProfiles(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredProfile>> {
  const distinct = [...new Set(ids)];
  const profiles = new Map<string, StoredProfile>();
  for (let start = 0; start < distinct.length; start += BATCH)
    for (const row of await tx.run<Row>(PROFILES, { ids: distinct.slice(start, start + BATCH) }))
      profiles.set(row.id, toProfile(row));
  return profiles;
}

function toProfile({ labels, meeting, externalIds, judged, ...row }: Row): StoredProfile {
  const type: TypeName = typeFromLabels(labels)!;
  return {
    ...row,
    type,
    externalIds: externalIds ?? [],
    different: judged.flatMap(([other, verdict]) => (verdict === 'DIFFERENT' ? other : [])),
    judged: new Map(judged),
    meeting: meeting && { ...meeting, window: toWindow(meeting) },
  };
}

function toWindow({ timeFrom: from, timeUntil: until }: NonNullable<Row['meeting']>) {
  const isKnown = from !== null && until !== null && from <= until && until < AFTER_ALL;
  return isKnown ? { from, until } : null;
}
