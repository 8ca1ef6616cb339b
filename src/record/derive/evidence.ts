import { reliabilityRank } from '../../domain/claim.ts';
import { isId } from '../../domain/identity.ts';
import { unflatTime, windowOf } from '../../domain/time.ts';
import { type ClaimType } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type Field } from '../parts.ts';
import { type TypeName } from '../../domain/thing-types.ts';
import { type Voice, type VoiceRow, VOICE, voiceOf } from './voices.ts';

/** What a document says of a thing beside claims. */
export interface Told {
  /** Sorts before the order of what counts less. */
  order: string;
  values: Readonly<Record<string, unknown>>;
}

const DESCRIPTIONS = `UNWIND $ids AS id
MATCH (t:Thing {id: id})<-[r:DESCRIBES]-(d:Document) USING INDEX SEEK t:Thing(id)
RETURN id, t:Document AS ofDocument, d.id AS document, d.key AS documentKey, coalesce(d.reliabilityRank, ${reliabilityRank(null)}) AS reliabilityRank,
  d {.publishedEdtf, .publishedStartEarliest, .publishedStartLatest, .publishedEndEarliest, .publishedEndLatest} AS published,
  r.localKey AS localKey, r.values AS json`;

interface DescriptionRow {
  id: string;
  ofDocument: boolean;
  document: string;
  documentKey: string;
  reliabilityRank: number;
  published: Record<string, unknown>;
  localKey: string;
  json: string;
}

/**
 * Descriptions of things, best first: the more reliable document, then the later one, then by keys; never by the order
 * of recording. Of documents, what one says of itself goes first, then keys alone: how reliable they are is being worked
 * out here.
 */
export async function descriptionsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Told[]>> {
  const rows = await tx.run<DescriptionRow>(DESCRIPTIONS, { ids });
  return grouped(rows.map(toldOf), ({ id, told }) => [id, told], bestFirst);
}

function toldOf({ id, ofDocument, json, published, reliabilityRank, ...row }: DescriptionRow): {
  id: string;
  told: Told;
} {
  const self = row.document === id;
  const window = windowOf(unflatTime('published', published));
  const dated = window.from <= window.until;
  const order = ofDocument ? [self ? '0' : '1'] : [String(reliabilityRank), dated ? reversed(window.until) : '~'];
  return {
    id,
    told: {
      order: [...order, row.documentKey, row.localKey, json].join(' '),
      values: JSON.parse(json) as Told['values'],
    },
  };
}

/** Text by which later days sort before earlier ones. */
const reversed = (day: string) => day.replace(/\d/g, (digit) => String(9 - Number(digit)));

const bestFirst = (a: Told, b: Told): number => (a.order < b.order ? -1 : 1);

/** A claim that supports a thing, with what it says of it. */
export interface Said {
  id: string;
  type: ClaimType;
  claim: Voice;
  /** Slots and what it says of each; empty where it only shows that the thing is. */
  values: Readonly<Record<string, unknown>>;
  documents: readonly string[];
  /** Ids of live claims that a source or an analyst says it contradicts, or which are said to contradict it. */
  opposed: readonly string[];
}

const CLAIMS = `UNWIND $ids AS id
MATCH (t:Thing {id: id})<-[s:SUPPORTS]-(c:Claim) USING INDEX SEEK t:Thing(id)
WHERE c.reviewState <> 'CORRECTED'
RETURN id, c.type AS type, s.fields AS fields, s.values AS json,
  [(c)-[r:RELATES_TO {type: 'CONTRADICTS'}]-(o:Claim) WHERE r.by <> 'RULE' AND o.live | o.id] AS opposed, ${VOICE}`;

interface ClaimRow extends VoiceRow {
  id: string;
  type: ClaimType;
  fields: string[];
  json: string[];
  opposed: string[];
}

/** The claims that support things, corrected ones left out, in the order of their keys. */
export async function claimsFor(tx: Tx, ids: readonly string[]): Promise<Map<string, Said[]>> {
  const rows = await tx.run<ClaimRow>(CLAIMS, { ids });
  rows.sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
  return grouped(rows, (row): [string, Said] => [row.id, saidOf(row)]);
}

const saidOf = (row: ClaimRow): Said => ({
  id: row.claimId,
  type: row.type,
  claim: voiceOf(row),
  values: Object.fromEntries(row.fields.map((field, index) => [field, JSON.parse(row.json[index]!) as unknown])),
  documents: row.documents,
  opposed: row.opposed,
});

/** What a thing knows of the things that its values name. */
export interface Neighbour {
  id: string;
  key: string;
  labels: readonly string[];
  sortName: string | null;
  level: string | null;
  /** Of a post: the ids of its country and its organization. */
  country: string | null;
  organization: string | null;
  /** Of a place: the ids of the places around it. */
  around: readonly string[];
  /** Of a meeting. */
  time: Readonly<Record<string, unknown>>;
}

/** How a neighbour is read; `t` is the thing. */
const RETURNED = `RETURN id AS named, t.id AS id, t.key AS key, labels(t) AS labels, t.sortName AS sortName, t.level AS level,
  [(t)-[:POST_OF]->(c:Country) | c.id][0] AS country,
  [(t)-[:POST_OF]->(o:Organization) | o.id][0] AS organization,
  [(t)-[:WITHIN*1..8]->(p:Place) | p.id] AS around,
  t {.timeEdtf, .timePrecision, .timeStartEarliest, .timeStartLatest, .timeEndEarliest, .timeEndLatest} AS time`;
const NEIGHBOURS = `UNWIND $ids AS id MATCH (t:Thing {id: id}) ${RETURNED}`;
const MERGED = `UNWIND $ids AS id MATCH (:Tombstone {id: id})-[:MERGED_INTO]->(t:Thing) ${RETURNED}`;

type NamedNeighbour = Neighbour & { named: string };

/**
 * The things of these ids that there are. Where something was merged into another, its id leads to the one that was
 * kept: values keep the ids with which they were recorded, and {@link resolved} tells what they mean.
 */
export async function neighboursOf(tx: Tx, ids: Iterable<string>): Promise<Map<string, Neighbour>> {
  const wanted = [...new Set(ids)];
  const rows = wanted.length === 0 ? [] : await tx.run<NamedNeighbour>(NEIGHBOURS, { ids: wanted });
  const met = new Set(rows.map(({ named }) => named));
  const missing = wanted.filter((id) => !met.has(id) && isId(id));
  if (missing.length > 0) rows.push(...(await tx.run<NamedNeighbour>(MERGED, { ids: missing })));
  return new Map(rows.flatMap(({ named, ...row }) => [[named, row] as const, [row.id, row] as const]));
}

/** The value of a field as it is compared and kept: of what points at a thing, the id by which the graph has it now. */
export const resolved = (value: unknown, { to }: Field, neighbours: Neighbours): unknown =>
  to ? (neighbours.get(value as string)?.id ?? value) : value;

export type Neighbours = ReadonlyMap<string, Neighbour>;

/** All that a thing's state is worked out from. */
export interface Evidence {
  id: string;
  key: string;
  type: Exclude<TypeName, 'Claim'>;
  told: readonly Told[];
  said: readonly Said[];
  /** True where somebody has set another claim against one of these, and no rule decides between the two. */
  contested: boolean;
  neighbours: Neighbours;
  /** Of a fact: ids of what it joins (`OF_ACTOR`, `IN_EVENT`, ...), and its role. */
  joins: Readonly<Record<string, string>>;
  role: string | null;
  /** Ids of what was merged into it, in the order in which that was done. */
  formerIds: readonly string[];
  /** What analysts have said of it and others: whether they are the same. Verdicts by the keys of the others. */
  judgements: Readonly<Record<string, string>>;
}

function grouped<R, T>(rows: readonly R[], pair: (row: R) => [string, T], order?: (a: T, b: T) => number) {
  const groups = new Map<string, T[]>();
  for (const [id, item] of rows.map(pair)) {
    const group = groups.get(id);
    if (group) group.push(item);
    else groups.set(id, [item]);
  }
  if (order) for (const group of groups.values()) group.sort(order);
  return groups;
}
