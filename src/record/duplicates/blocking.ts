import { candidatesQuery } from '../../domain/names/names.ts';
import { AFTER_ALL } from '../../domain/time/time.ts';
import { type Tx } from '../../graph/database.ts';
import { together } from '../../graph/transactions/together.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { type Verdict } from '../../domain/vocabulary.generated.ts';
import { toStorable } from '../../graph/transactions/batches.ts';
import { type Link, type OverlayNode } from '../overlay/overlay.ts';
import { type RowsOf, readRowsOf } from '../overlay/read-rows.ts';
import { type EntityProfile, LEADING_ROLES, type MeetingProfile } from './similarity.ts';
import { typeFromLabels } from '../../storage/labels.ts';
import { ofTypesQuery } from '../../storage/names.ts';

/** Hits of the full-text index for the names of an entity, the best first, all of the type that is looked for. */
const MAX_NAME_HITS = 20;

const BY_NAME = `UNWIND $rows AS row
CALL (row) {
  CALL db.index.fulltext.queryNodes('entity_search', row.query, {limit: ${MAX_NAME_HITS}}) YIELD node
  // Meetings of one name at other times are others, and there are many. Of those without a known time, see toMeetingProfile.
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

export const PROFILES: RowsOf<Row> = {
  statement: `UNWIND $ids AS id
MATCH (t:Thing&Entity {id: id}) USING INDEX SEEK t:Thing(id)
RETURN id, t.key AS key, labels(t) AS labels, t.createdAt AS createdAt, t.externalIds AS externalIds,
  [i IN range(0, size(t.nameValues) - 1) | {value: t.nameValues[i], lang: t.nameLangs[i]}] AS names,
  [(t)-[:POST_OF|OF_COUNTRY|LOCATED_IN]->(o) | o.id] AS owners,
  [(t)<-[:BETWEEN]-(j:Judgement)-[:BETWEEN]->(o) WHERE o <> t | [o.id, j.verdict]] AS judged,
  CASE WHEN t:Meeting THEN t {.kind, .ordinal, .timeFrom, .timeUntil, body: [(t)-[:OF_BODY]->(o) | o.id][0],
    places: [(t)-[:HELD_AT]->(p) | p.id], around: [(t)-[:HELD_AT]->()-${AROUND} | p.id],
    partOf: [(t)-[:PART_OF]->(e) | e.id][0], actors: [(a)-[:ATTENDS]->(t) | a.id],
    leaders: [(a)-[r:ATTENDS]->(t) WHERE ${LEADS} | a.id]} END AS meeting`,
  walk: (t) => (t.is('Entity') ? [walkProfile(t)] : []),
};

const idsOf = (nodes: readonly OverlayNode[]) => nodes.map(({ id }) => id);
const ends = (node: OverlayNode, ...types: Link['type'][]) => node.out(...types).map(({ to }) => to);

function walkProfile(t: OverlayNode): Row {
  const [values, langs] = [t.properties.nameValues ?? [], t.properties.nameLangs ?? []] as [string[], string[]];
  return {
    id: t.id,
    key: t.key,
    labels: [...t.labels],
    createdAt: t.properties.createdAt as string,
    externalIds: (t.properties.externalIds ?? null) as string[] | null,
    names: values.map((value, index) => ({ value, lang: langs[index]! })),
    owners: idsOf(ends(t, 'POST_OF', 'OF_COUNTRY', 'LOCATED_IN')),
    // An analyst judges of what is there.
    judged: [],
    meeting: t.is('Meeting') ? walkMeetingProfile(t) : null,
  };
}

function walkMeetingProfile(t: OverlayNode): NonNullable<Row['meeting']> {
  const attends = t.in('ATTENDS');
  const leads = attends.filter(({ properties }) =>
    (properties.roles as string[]).some((role) => LEADING_ROLES.includes(role)),
  );
  return {
    ...(t.pick(OF_MEETING) as Pick<NonNullable<Row['meeting']>, (typeof OF_MEETING)[number]>),
    body: ends(t, 'OF_BODY')[0]?.id ?? null,
    places: idsOf(ends(t, 'HELD_AT')),
    around: ends(t, 'HELD_AT').flatMap((place) => walkAround(place)),
    partOf: ends(t, 'PART_OF')[0]?.id ?? null,
    actors: attends.map(({ from }) => from.id),
    leaders: leads.map(({ from }) => from.id),
  };
}

const OF_MEETING = ['kind', 'ordinal', 'timeFrom', 'timeUntil'] as const;

const walkAround = (place: OverlayNode, taken: readonly OverlayNode[] = []): string[] =>
  taken.includes(place)
    ? []
    : [place.id, ...ends(place, 'WITHIN', 'LOCATED_IN').flatMap((outer) => walkAround(outer, [...taken, place]))];

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

interface Row extends Omit<StoredProfile, 'type' | 'externalIds' | 'meeting' | 'different' | 'judged'> {
  labels: string[];
  externalIds: string[] | null;
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
  const found = await together(
    searches
      .filter(([, rows]) => rows.length > 0)
      .map(([statement, rows]) => tx.rows(statement, { rows: toStorable(rows) }) as Promise<[string, string][]>),
  );
  return found.flat();
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
    for (const row of await readRowsOf(tx, distinct.slice(start, start + BATCH), PROFILES))
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
    meeting: meeting && toMeetingProfile(meeting),
  };
}

/** Its window is null where the time is unknown. */
function toMeetingProfile({ timeFrom: from, timeUntil: until, ...rest }: NonNullable<Row['meeting']>): MeetingProfile {
  const isKnown = from !== null && until !== null && from <= until && until < AFTER_ALL;
  return { ...rest, window: isKnown ? { from, until } : null };
}
