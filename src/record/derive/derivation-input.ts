import { reliabilityRank } from '../../domain/claims/claim.ts';
import { isId } from '../../domain/identity/keys.ts';
import { windowOf } from '../../domain/time/time.ts';
import { type ClaimType } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type FieldSpec } from '../input/type-specs.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { type ClaimMetadata, type ClaimMetadataRow, CLAIM_METADATA, toClaimMetadata } from './claim-metadata.ts';
import { unflattenTime } from '../../storage/times.ts';

/** What a document says of a thing beside claims. */
export interface StoredDescription {
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
export async function readDescriptions(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredDescription[]>> {
  const rows = await tx.run<DescriptionRow>(DESCRIPTIONS, { ids });
  return groupRows(rows.map(toStoredDescription), ({ id, told }) => [id, told], byOrder);
}

function toStoredDescription({ id, ofDocument, json, published, reliabilityRank, ...row }: DescriptionRow): {
  id: string;
  told: StoredDescription;
} {
  const self = row.document === id;
  const window = windowOf(unflattenTime('published', published));
  const dated = window.from <= window.until;
  const order = ofDocument ? [self ? '0' : '1'] : [String(reliabilityRank), dated ? reversedDay(window.until) : '~'];
  return {
    id,
    told: {
      order: [...order, row.documentKey, row.localKey, json].join(' '),
      values: JSON.parse(json) as StoredDescription['values'],
    },
  };
}

/** Text by which later days sort before earlier ones. */
const reversedDay = (day: string) => day.replace(/\d/g, (digit) => String(9 - Number(digit)));

const byOrder = (a: StoredDescription, b: StoredDescription): number => (a.order < b.order ? -1 : 1);

/** A claim that supports a thing, with what it says of it. */
export interface SupportingClaim {
  id: string;
  type: ClaimType;
  metadata: ClaimMetadata;
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
  [(c)-[r:RELATES_TO {type: 'CONTRADICTS'}]-(o:Claim) WHERE r.by <> 'RULE' AND o.live | o.id] AS opposed, ${CLAIM_METADATA}`;

interface ClaimRow extends ClaimMetadataRow {
  id: string;
  type: ClaimType;
  fields: string[];
  json: string[];
  opposed: string[];
}

/** The claims that support things, corrected ones left out, in the order of their keys. */
export async function readSupportingClaims(tx: Tx, ids: readonly string[]): Promise<Map<string, SupportingClaim[]>> {
  const rows = await tx.run<ClaimRow>(CLAIMS, { ids });
  rows.sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
  return groupRows(rows, (row): [string, SupportingClaim] => [row.id, toSupportingClaim(row)]);
}

const toSupportingClaim = (row: ClaimRow): SupportingClaim => ({
  id: row.claimId,
  type: row.type,
  metadata: toClaimMetadata(row),
  values: Object.fromEntries(row.fields.map((field, index) => [field, JSON.parse(row.json[index]!) as unknown])),
  documents: row.documents,
  opposed: row.opposed,
});

/** What a thing knows of the things that its values name. */
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

/** How a neighbour is read; `t` is the thing. */
const RETURNED = `RETURN id AS named, t.id AS id, t.key AS key, labels(t) AS labels, t.sortName AS sortName, t.level AS level,
  [(t)-[:POST_OF]->(c:Country) | c.id][0] AS country,
  [(t)-[:POST_OF]->(o:Organization) | o.id][0] AS organization,
  [(t)-[:WITHIN*1..8]->(p:Place) | p.id] AS around,
  t {.timeEdtf, .timePrecision, .timeStartEarliest, .timeStartLatest, .timeEndEarliest, .timeEndLatest} AS time`;
const NODES = `UNWIND $ids AS id MATCH (t:Thing {id: id}) ${RETURNED}`;
const MERGED_NODES = `UNWIND $ids AS id MATCH (:Tombstone {id: id})-[:MERGED_INTO]->(t:Thing) ${RETURNED}`;

type RequestedNode = ReferencedNode & { named: string };

/**
 * The things of these ids that there are. Where something was merged into another, its id leads to the one that was
 * kept: values keep the ids with which they were recorded, and {@link resolveReference} tells what they mean.
 */
export async function readReferencedNodes(tx: Tx, ids: Iterable<string>): Promise<Map<string, ReferencedNode>> {
  const wanted = [...new Set(ids)];
  const rows = wanted.length === 0 ? [] : await tx.run<RequestedNode>(NODES, { ids: wanted });
  const found = new Set(rows.map(({ named }) => named));
  const missing = wanted.filter((id) => !found.has(id) && isId(id));
  if (missing.length > 0) rows.push(...(await tx.run<RequestedNode>(MERGED_NODES, { ids: missing })));
  return new Map(rows.flatMap(({ named, ...row }) => [[named, row] as const, [row.id, row] as const]));
}

/** The value of a field as it is compared and kept: of what points at a thing, the id by which the graph has it now. */
export const resolveReference = (value: unknown, { targets: to }: FieldSpec, nodes: ReferencedNodes): unknown =>
  to ? (nodes.get(value as string)?.id ?? value) : value;

export type ReferencedNodes = ReadonlyMap<string, ReferencedNode>;

/** All that a thing's state is worked out from. */
export interface DerivationInput {
  id: string;
  key: string;
  type: Exclude<TypeName, 'Claim'>;
  descriptions: readonly StoredDescription[];
  claims: readonly SupportingClaim[];
  /** True where somebody has set another claim against one of these, and no rule decides between the two. */
  isContested: boolean;
  nodes: ReferencedNodes;
  /** Of a fact: ids of what it joins (`OF_ACTOR`, `IN_EVENT`, ...), and its role. */
  endpoints: Readonly<Record<string, string>>;
  role: string | null;
  /** Ids of what was merged into it, in the order in which that was done. */
  formerIds: readonly string[];
  /** What analysts have said of it and others: whether they are the same. Verdicts by the keys of the others. */
  judgements: Readonly<Record<string, string>>;
}

function groupRows<R, T>(rows: readonly R[], pair: (row: R) => [string, T], order?: (a: T, b: T) => number) {
  const groups = new Map<string, T[]>();
  for (const [id, item] of rows.map(pair)) {
    const group = groups.get(id);
    if (group) group.push(item);
    else groups.set(id, [item]);
  }
  if (order) for (const group of groups.values()) group.sort(order);
  return groups;
}
