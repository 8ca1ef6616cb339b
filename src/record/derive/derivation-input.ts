import { reliabilityRank } from '../../domain/claims/claim.ts';
import { isId } from '../../domain/identity/keys.ts';
import { AFTER_ALL, BEFORE_ALL, isDated, windowOf, type Window } from '../../domain/time/time.ts';
import { type ClaimType } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type FieldSpec } from '../input/type-specs.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { OnlyInGraph, type OverlayNode } from '../overlay/overlay.ts';
import { readRowsOf, type RowsOf, walkFrom } from '../overlay/read-rows.ts';
import { WriteTransaction, ofGraph } from '../overlay/write-transaction.ts';
import {
  type ClaimMetadata,
  type ClaimMetadataRow,
  CLAIM_METADATA,
  toClaimMetadata,
  walkMetadata,
} from './claim-metadata.ts';
import { type RetractedValue, retractedValues, withoutRetracted } from '../../storage/retracted-values.ts';
import { boundProperties, cypherPick, unflattenTime } from '../../storage/times.ts';

/** What a document says of a node apart from claims. */
export interface StoredDescription {
  document: { id: string; key: string };
  /** One document's words of one node, as both were recorded: the last of these counts. A merge does not make two into one. */
  series: string;
  /** Its publisher, else the document itself. */
  origin: string;
  /** Null for a description of a document: its reliability is only derived with it. */
  reliabilityRank: number | null;
  published: Window;
  /** When it was first recorded, and when for the last time. */
  recordedAt: string;
  changedAt: string;
  /** Without what was taken back. */
  values: Readonly<Record<string, unknown>>;
  /** What an analyst has taken back. */
  retracted: readonly RetractedValue[];
}

const PUBLISHED = [
  'publishedEdtf',
  'publishedStartEarliest',
  'publishedStartLatest',
  'publishedEndEarliest',
  'publishedEndLatest',
] as const;

export const DESCRIPTIONS: RowsOf<DescriptionRow> = {
  statement: `UNWIND $ids AS id
MATCH (t:Thing {id: id})<-[r:DESCRIBES]-(d:Document) USING INDEX SEEK t:Thing(id)
RETURN id, t:Document AS ofDocument, d {.id, .key} AS document,
  coalesce(split(r.originalFrom[0], '|')[1], d.id) + ' ' + coalesce(split(r.originalTo[0], '|')[1], id) AS series, coalesce(d.reliabilityRank, ${reliabilityRank(null)}) AS reliabilityRank,
  d {${cypherPick(PUBLISHED)}} AS published,
  coalesce([(d)-[:PUBLISHED_BY]->(p) | p.id][0], d.id) AS origin, r.localKey AS localKey, r.values AS json,
  coalesce(r.retracted, []) AS retracted, coalesce(r.recordedAt, '${BEFORE_ALL}') AS recordedAt, coalesce(r.changedAt, r.recordedAt, '${BEFORE_ALL}') AS changedAt`,
  walk: (t) =>
    t.in('DESCRIBES').map(({ from: document, properties }) => {
      const { localKey, values, retracted, recordedAt, changedAt } = properties as Partial<Record<string, string>>;
      return {
        id: t.id,
        ofDocument: t.is('Document'),
        document: { id: document.id, key: document.key },
        series: `${document.id} ${t.id}`,
        reliabilityRank: (document.properties.reliabilityRank ?? reliabilityRank(null)) as number,
        published: document.pick(PUBLISHED),
        origin: document.out('PUBLISHED_BY')[0]?.to.id ?? document.id,
        localKey: localKey!,
        json: values!,
        retracted: (retracted ?? []) as string[],
        recordedAt: recordedAt ?? BEFORE_ALL,
        changedAt: changedAt ?? recordedAt ?? BEFORE_ALL,
      };
    }),
};

interface DescriptionRow extends Omit<StoredDescription, 'reliabilityRank' | 'published' | 'values' | 'retracted'> {
  id: string;
  ofDocument: boolean;
  reliabilityRank: number;
  published: Record<string, unknown>;
  localKey: string;
  json: string;
  retracted: string[];
}

/**
 * Descriptions of nodes, best first: those of the more reliable document, then of the later one, then by keys; of one document, what
 * was recorded last, and of what was recorded at once, what was not said of a node that was merged. Of a document, what it says of itself comes first, then keys decide.
 */
export async function readDescriptions(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredDescription[]>> {
  const rows = await readRowsOf(tx, ids, DESCRIPTIONS);
  const sorted = rows.map((row) => ({ row, order: orderOf(row) })).sort((a, b) => compareLists(a.order, b.order));
  return groupRows(sorted, ({ row }) => [row.id, toDescription(row)]);
}

const toDescription = (row: DescriptionRow): StoredDescription => ({
  document: row.document,
  series: row.series,
  origin: row.origin,
  reliabilityRank: row.ofDocument ? null : row.reliabilityRank,
  published: windowOf(unflattenTime('published', row.published)),
  recordedAt: row.recordedAt,
  changedAt: row.changedAt,
  values: withoutRetracted(JSON.parse(row.json) as StoredDescription['values'], row.retracted),
  retracted: retractedValues(row.retracted),
});

/** What descriptions are ordered by; of days and instants later ones come first. */
function orderOf({ id, ofDocument, document, series, localKey, json, changedAt, ...row }: DescriptionRow): string[] {
  const redirected = series === `${document.id} ${id}` ? '0' : '1';
  const withinDocument = [document.key, reversed(changedAt), redirected, localKey, json];
  if (ofDocument) return [document.id === id ? '0' : '1', ...withinDocument];
  const window = windowOf(unflattenTime('published', row.published));
  return [
    String(row.reliabilityRank),
    isDated(window) ? reversed(window.until) : AFTER_ALL,
    reversed(window.at ?? ''),
    ...withinDocument,
  ];
}

/** Text by which later days and instants sort before earlier ones. */
const reversed = (time: string) => time.replace(/\d/g, (digit) => String(9 - Number(digit)));

function compareLists(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((each, at) => each !== b[at]);
  return index < 0 ? 0 : a[index]! < b[index]! ? -1 : 1;
}

/** A claim that supports a node, with what it says of it. */
export interface SupportingClaim {
  id: string;
  type: ClaimType;
  metadata: ClaimMetadata;
  /** Slots and what it says of each; empty if it only shows that the node exists. */
  values: Readonly<Record<string, unknown>>;
  /** Ids of the live claims with which a source or an analyst says that it contradicts, in either direction. */
  opposed: readonly string[];
}

export const SUPPORTING_CLAIMS: RowsOf<ClaimRow> = {
  statement: `UNWIND $ids AS id
MATCH (t:Thing {id: id})<-[s:SUPPORTS]-(c:Claim) USING INDEX SEEK t:Thing(id)
WHERE c.reviewState <> 'CORRECTED' OR NOT EXISTS { (t)<-[:SUPPORTS]-(:Claim)-[:CORRECTS*1..]->(c) }
RETURN id, c.type AS type, s.fields AS fields, s.values AS json,
  [(c)-[r:RELATES_TO {type: 'CONTRADICTS'}]-(o:Claim) WHERE r.by <> 'RULE' AND o.live | o.id] AS opposed, ${CLAIM_METADATA}`,
  walk: (t) =>
    t.in('SUPPORTS').map(({ from: claim, properties }) => {
      // Whether it counts depends on what corrects it.
      if (claim.properties.reviewState === 'CORRECTED') throw new OnlyInGraph();
      return {
        id: t.id,
        type: claim.properties.type as ClaimType,
        fields: properties.fields as string[],
        json: properties.values as string[],
        opposed: walkOpposed(claim),
        ...walkMetadata(claim),
      };
    }),
};

const walkOpposed = (claim: OverlayNode): string[] => {
  const related = [
    ...claim.out('RELATES_TO').map(({ to, properties }) => ({ other: to, properties })),
    ...claim.in('RELATES_TO').map(({ from, properties }) => ({ other: from, properties })),
  ];
  return related
    .filter(({ other, properties: { type, by } }) => type === 'CONTRADICTS' && by !== 'RULE' && other.properties.live)
    .map(({ other }) => other.id);
};

interface ClaimRow extends ClaimMetadataRow, SupportRow {
  id: string;
  opposed: string[];
}

/** A claim's type, and what it says of one node that it supports. */
interface SupportRow {
  type: ClaimType;
  fields: string[];
  json: string[];
}

/**
 * The claims that support nodes, in the order of their keys. Of corrected ones only those whose correction is about another node: what
 * they said is all that a withdrawn node may have left.
 */
export async function readSupportingClaims(tx: Tx, ids: readonly string[]): Promise<Map<string, SupportingClaim[]>> {
  const rows = await readRowsOf(tx, ids, SUPPORTING_CLAIMS);
  rows.sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
  return groupRows(rows, (row): [string, SupportingClaim] => [row.id, toSupportingClaim(row)]);
}

export const toSupportingClaim = (row: ClaimMetadataRow & SupportRow & { opposed?: string[] }): SupportingClaim => ({
  id: row.claimId,
  type: row.type,
  metadata: toClaimMetadata(row),
  values: Object.fromEntries(row.fields.map((field, index) => [field, JSON.parse(row.json[index]!) as unknown])),
  opposed: row.opposed ?? [],
});

/** What is read of a node that the values of another one name. */
export interface ReferencedNode {
  id: string;
  key: string;
  labels: readonly string[];
  sortName: string | null;
  level: string | null;
  /** Of a post: the ids of its country and its organization. */
  country: string | null;
  organization: string | null;
  /** Of a place: the ids of the places around it, the nearest first, and of its country. */
  around: readonly string[];
  /** Of a meeting. */
  time: Readonly<Record<string, unknown>>;
}

const TIME = boundProperties('time');

/** How a referenced node `t` is read. */
const RETURNED = `RETURN id AS named, t.id AS id, t.key AS key, labels(t) AS labels, t.sortName AS sortName, t.level AS level,
  [(t)-[:POST_OF]->(c:Country) | c.id][0] AS country,
  [(t)-[:POST_OF]->(o:Organization) | o.id][0] AS organization,
  [path = (t)-[:WITHIN*1..8]->(p:Place) | [length(path), p.id]] + [(t)-[:LOCATED_IN]->(c) | [9, c.id]] AS around,
  t {${cypherPick(TIME)}} AS time`;
const NODES = `UNWIND $ids AS id MATCH (t:Thing {id: id}) ${RETURNED}`;
const MERGED_NODES = `UNWIND $ids AS id MATCH (:Tombstone {id: id})-[:MERGED_INTO]->(t:Thing) ${RETURNED}`;

/** The same of a node in the overlay, new or not. */
const walkReferenced = (t: OverlayNode): RequestedNode => {
  const of = (label: string) => t.out('POST_OF').find(({ to }) => to.is(label))?.to.id ?? null;
  return {
    named: t.id,
    id: t.id,
    key: t.key,
    labels: t.labels,
    ...(t.pick(['sortName', 'level']) as Pick<RequestedNode, 'sortName' | 'level'>),
    country: t.is('Post') ? of('Country') : null,
    organization: t.is('Post') ? of('Organization') : null,
    around: t.is('Place') ? walkAround(t) : [],
    time: t.pick(TIME),
  };
};

/** The places around a place with the steps that lead there, and its country. */
export const walkAround = (place: OverlayNode): [distance: number, id: string][] => [
  ...walkOutward(place, 1),
  ...place.out('LOCATED_IN').map(({ to }): [number, string] => [9, to.id]),
];

/** As `WITHIN*1..8`, which takes no relationship twice. */
export const walkOutward = (
  place: OverlayNode,
  distance: number,
  taken: readonly OverlayNode[] = [],
): [number, string][] =>
  distance > 8
    ? []
    : place
        .out('WITHIN')
        .filter(() => !taken.includes(place))
        .flatMap(({ to }) => [[distance, to.id], ...walkOutward(to, distance + 1, [...taken, place])]);

type RequestedNode = Omit<ReferencedNode, 'around'> & { named: string; around: [distance: number, id: string][] };

const toReferencedNode = ({ named: _, around, ...row }: RequestedNode): ReferencedNode => ({
  ...row,
  around: around.toSorted(([a, x], [b, y]) => a - b || (x < y ? -1 : 1)).map(([, id]) => id),
});

/**
 * The nodes with these ids that exist. The id of a merged node finds the kept one: values keep the ids with which
 * they were recorded, and {@link resolveReference} translates them.
 */
export async function readReferencedNodes(tx: Tx, ids: Iterable<string>): Promise<Map<string, ReferencedNode>> {
  const wanted = [...new Set(ids)];
  const rows = await requestedNodes(tx, wanted);
  const found = new Set(rows.map(({ named }) => named));
  const missing = wanted.filter((id) => !found.has(id) && isId(id));
  if (missing.length > 0) rows.push(...(await ofGraph(tx).run<RequestedNode>(MERGED_NODES, { ids: missing })));
  return new Map(
    rows.flatMap((row) => {
      const node = toReferencedNode(row);
      return [[row.named, node] as const, [node.id, node] as const];
    }),
  );
}

async function requestedNodes(tx: Tx, ids: readonly string[]): Promise<RequestedNode[]> {
  if (ids.length === 0) return [];
  if (!(tx instanceof WriteTransaction)) return tx.run<RequestedNode>(NODES, { ids });
  return (await walkFrom(tx, ids.filter(isId), (node) => [walkReferenced(node)])).rows;
}

/** The value of a field as it is compared and stored: a reference is the id of the node today. */
export const resolveReference = (value: unknown, { targets: to }: FieldSpec, nodes: ReferencedNodes): unknown =>
  to ? (nodes.get(value as string)?.id ?? value) : value;

export type ReferencedNodes = ReadonlyMap<string, ReferencedNode>;

/** Everything that the state of a node is derived from. */
export interface DerivationInput {
  id: string;
  key: string;
  type: Exclude<TypeName, 'Claim'>;
  descriptions: readonly StoredDescription[];
  claims: readonly SupportingClaim[];
  /** Of a meeting: the claims about who attended it, without inferred ones. */
  attendance: readonly SupportingClaim[];
  /** Of a participation: the claims about others in its meeting that stand against claims about it. */
  contrary: readonly SupportingClaim[];
  /** Of a participation: the conflict about the status of its meeting, where the meeting was not held. */
  excludedBy: ExclusionOfAttendance | null;
  /** True if a source or an analyst set another claim against one of these, and no rule decides between the two. */
  isContested: boolean;
  nodes: ReferencedNodes;
  /** Of a fact: the ids of the nodes that it joins, by relationship type (`OF_ACTOR`, `IN_EVENT`, ...), and its role. */
  endpoints: Readonly<Record<string, string>>;
  role: string | null;
  /** The ids of the nodes that were merged into it, in the order of the merges. */
  formerIds: readonly string[];
  /** Verdicts of analysts on whether it is the same as another node, by the key of the other. */
  judgements: Readonly<Record<string, string>>;
}

/** Claims that disagree on whether a meeting was held, and the one that it follows: it was not. */
export interface ExclusionOfAttendance {
  /** What each claim says of the meeting; `ofMeeting` is false for what only tells of the attendance of somebody. */
  among: readonly { id: string; key: string; value: string; ofMeeting: boolean }[];
  follows: string | null;
  rule: string | null;
}

function groupRows<R, T>(rows: readonly R[], pair: (row: R) => [string, T]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [id, item] of rows.map(pair)) {
    const group = groups.get(id);
    if (group) group.push(item);
    else groups.set(id, [item]);
  }
  return groups;
}
