import { reliabilityRank } from '../../domain/claims/claim.ts';
import { isId } from '../../domain/identity/keys.ts';
import { AFTER_ALL, isDated, windowOf } from '../../domain/time/time.ts';
import { type ClaimType } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type FieldSpec } from '../input/type-specs.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { type ClaimMetadata, type ClaimMetadataRow, CLAIM_METADATA, toClaimMetadata } from './claim-metadata.ts';
import { unflattenTime } from '../../storage/times.ts';

/** What a document says of a node apart from claims. */
export interface StoredDescription {
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
 * Descriptions of nodes, best first: those of the more reliable document, then of the later one, then by keys; never by the
 * order of recording. Of a document, what it says of itself comes first, then keys decide: its reliability is only derived here.
 */
export async function readDescriptions(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredDescription[]>> {
  const rows = await tx.run<DescriptionRow>(DESCRIPTIONS, { ids });
  const sorted = rows.map((row) => ({ row, order: orderOf(row) })).sort((a, b) => compareLists(a.order, b.order));
  return groupRows(sorted, ({ row }) => [row.id, { values: JSON.parse(row.json) as StoredDescription['values'] }]);
}

/** What descriptions are ordered by; of days later ones come first. */
function orderOf({ id, ofDocument, document, documentKey, localKey, json, ...row }: DescriptionRow): string[] {
  if (ofDocument) return [document === id ? '0' : '1', documentKey, localKey, json];
  const window = windowOf(unflattenTime('published', row.published));
  return [
    String(row.reliabilityRank),
    isDated(window) ? reversedDay(window.until) : AFTER_ALL,
    documentKey,
    localKey,
    json,
  ];
}

/** Text by which later days sort before earlier ones. */
const reversedDay = (day: string) => day.replace(/\d/g, (digit) => String(9 - Number(digit)));

function compareLists(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((each, at) => each !== b[at]);
  return index < 0 ? 0 : a[index]! < b[index]! ? -1 : 1;
}

/** A claim that supports a node, with what it says of it. */
export interface SupportingClaim {
  id: string;
  type: ClaimType;
  recordedAt: string;
  metadata: ClaimMetadata;
  /** Slots and what it says of each; empty if it only shows that the node exists. */
  values: Readonly<Record<string, unknown>>;
  documents: readonly string[];
  /** Ids of the live claims with which a source or an analyst says that it contradicts, in either direction. */
  opposed: readonly string[];
}

const CLAIMS = `UNWIND $ids AS id
MATCH (t:Thing {id: id})<-[s:SUPPORTS]-(c:Claim) USING INDEX SEEK t:Thing(id)
WHERE c.reviewState <> 'CORRECTED'
RETURN id, c.type AS type, c.recordedAt AS recordedAt, s.fields AS fields, s.values AS json,
  [(c)-[r:RELATES_TO {type: 'CONTRADICTS'}]-(o:Claim) WHERE r.by <> 'RULE' AND o.live | o.id] AS opposed, ${CLAIM_METADATA}`;

interface ClaimRow extends ClaimMetadataRow {
  id: string;
  type: ClaimType;
  recordedAt: string;
  fields: string[];
  json: string[];
  opposed: string[];
}

/** The claims that support nodes, without corrected ones, in the order of their keys. */
export async function readSupportingClaims(tx: Tx, ids: readonly string[]): Promise<Map<string, SupportingClaim[]>> {
  const rows = await tx.run<ClaimRow>(CLAIMS, { ids });
  rows.sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
  return groupRows(rows, (row): [string, SupportingClaim] => [row.id, toSupportingClaim(row)]);
}

const toSupportingClaim = (row: ClaimRow): SupportingClaim => ({
  id: row.claimId,
  type: row.type,
  recordedAt: row.recordedAt,
  metadata: toClaimMetadata(row),
  values: Object.fromEntries(row.fields.map((field, index) => [field, JSON.parse(row.json[index]!) as unknown])),
  documents: row.documents,
  opposed: row.opposed,
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
  /** Of a place: the ids of the places around it. */
  around: readonly string[];
  /** Of a meeting. */
  time: Readonly<Record<string, unknown>>;
}

/** How a referenced node `t` is read. */
const RETURNED = `RETURN id AS named, t.id AS id, t.key AS key, labels(t) AS labels, t.sortName AS sortName, t.level AS level,
  [(t)-[:POST_OF]->(c:Country) | c.id][0] AS country,
  [(t)-[:POST_OF]->(o:Organization) | o.id][0] AS organization,
  [(t)-[:WITHIN*1..8]->(p:Place) | p.id] AS around,
  t {.timeEdtf, .timePrecision, .timeStartEarliest, .timeStartLatest, .timeEndEarliest, .timeEndLatest} AS time`;
const NODES = `UNWIND $ids AS id MATCH (t:Thing {id: id}) ${RETURNED}`;
const MERGED_NODES = `UNWIND $ids AS id MATCH (:Tombstone {id: id})-[:MERGED_INTO]->(t:Thing) ${RETURNED}`;

type RequestedNode = ReferencedNode & { named: string };

/**
 * The nodes with these ids that exist. The id of a merged node finds the kept one: values keep the ids with which
 * they were recorded, and {@link resolveReference} translates them.
 */
export async function readReferencedNodes(tx: Tx, ids: Iterable<string>): Promise<Map<string, ReferencedNode>> {
  const wanted = [...new Set(ids)];
  const rows = wanted.length === 0 ? [] : await tx.run<RequestedNode>(NODES, { ids: wanted });
  const found = new Set(rows.map(({ named }) => named));
  const missing = wanted.filter((id) => !found.has(id) && isId(id));
  if (missing.length > 0) rows.push(...(await tx.run<RequestedNode>(MERGED_NODES, { ids: missing })));
  return new Map(rows.flatMap(({ named, ...row }) => [[named, row] as const, [row.id, row] as const]));
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

function groupRows<R, T>(rows: readonly R[], pair: (row: R) => [string, T]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [id, item] of rows.map(pair)) {
    const group = groups.get(id);
    if (group) group.push(item);
    else groups.set(id, [item]);
  }
  return groups;
}
