import { externalIdOfRef } from '../../domain/identity/external-ids.ts';
import { isId } from '../../domain/identity/keys.ts';
import { normalizeAddress } from '../../domain/identity/web-address.ts';
import { type Tx } from '../../graph/database.ts';
import { together } from '../../graph/transactions/together.ts';
import { type Name } from '../../domain/names/names.ts';
import { type TypeName, typeNames } from '../../domain/node-types.ts';
import { type MergedNodeRef, type NodeRef } from './node-ref.ts';
import { typeFromLabels } from '../../storage/labels.ts';
import { cypherRevisions } from '../../storage/revisions.ts';
import { NAME_PROPERTIES, toNames } from '../../storage/names.ts';

/** A node of the graph, with the properties that resolving needs. */
export interface StoredNode extends NodeRef {
  readonly isNew: false;
  readonly names: readonly Name[];
  /** Of documents. */
  readonly title: string | null;
  readonly url: string | null;
  readonly published: { edtf: string; raw?: string; basis?: string } | null;
  readonly publisher: string | null;
  /** Of facts: what identifies the same fact (docs/graph.md, "Facts"). */
  readonly slot: string | null;
  /** Of tenures and memberships: status and times, as stored. Of places: their kind. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The columns of a lookup; `t` is the node. */
const NODE_FIELDS = `t.id AS id, t.key AS key, labels(t) AS labels,
  t {.nameValues, .nameLangs, .nameKinds, .nameTimes, .title, .url, .publishedEdtf, .publishedRaw, .publishedBasis, .slot, .kind, .status,
     .startStartEarliest, .startStartLatest, .startEndEarliest, .startEndLatest,
     .endStartEarliest, .endStartLatest, .endEndEarliest, .endEndLatest, .observedAt} AS properties`;

const BY_KEY = `UNWIND $refs AS ref MATCH (t:Thing {key: ref}) RETURN ref, ${NODE_FIELDS}`;
const BY_ID = `UNWIND $refs AS ref MATCH (t:Thing {id: ref}) RETURN ref, ${NODE_FIELDS}`;
const PUBLISHERS =
  'UNWIND $ids AS id MATCH (d:Thing&Document {id: id})-[:PUBLISHED_BY]->(o) USING INDEX SEEK d:Thing(id) RETURN id, o.id';
const TOMBSTONES = 'MATCH (x:Tombstone) RETURN count(x)';
const BY_TOMBSTONE = `MATCH (x:Tombstone) WHERE x.id IN $refs OR x.key IN $refs
MATCH (x)-[:MERGED_INTO]->(t:Thing)
UNWIND [name IN [x.id, x.key] WHERE name IN $refs] AS ref RETURN ref, x {.id, .key} AS former, ${NODE_FIELDS}`;
const DELETED = `MATCH (x:Tombstone) WHERE (x.id IN $refs OR x.key IN $refs) AND x.deletedWith IS NOT NULL
OPTIONAL MATCH ${cypherRevisions('x', 'r')} WHERE r.operation = 'DELETE'
WITH x, r ORDER BY r.version DESC WITH x, collect(r)[0] AS r
UNWIND [name IN [x.id, x.key] WHERE name IN $refs] AS ref RETURN ref, r.by, r.at`;
const BY_URL = `UNWIND $urls AS at MATCH (t:Document {address: at.address})
WITH at.url AS ref, t ORDER BY t.url = ref, t.sortKey DESC RETURN ref, ${NODE_FIELDS}`;
const BY_FORMER_URL = `UNWIND $urls AS at MATCH (x:Tombstone)-[:MERGED_INTO]->(t:Document) WHERE x.address = at.address OR x.url = at.url
RETURN at.url AS ref, x {.id, .key} AS former, ${NODE_FIELDS}`;
const BY_EXTERNAL_ID = `UNWIND $names AS ref MATCH (x:ExternalId {name: ref})<-[:IDENTIFIED_BY]-(t:Entity)
USING INDEX SEEK x:ExternalId(name) WITH ref, t ORDER BY t.sortKey DESC RETURN ref, ${NODE_FIELDS}`;
const BY_ROW = `MATCH (:DataSet {key: $scope}) UNWIND $refs AS ref
MATCH ()-[r:DESCRIBES {dataSet: $scope}]->(t:Entity) USING INDEX SEEK r:DESCRIBES(dataSet, localKey)
WHERE r.localKey STARTS WITH ref + '@' WITH DISTINCT ref, t RETURN ref, ${NODE_FIELDS}`;
const NAMED = `UNWIND $searches AS search
CALL (search) { CALL db.index.fulltext.queryNodes('entity_search', search.query, {limit: 20}) YIELD node AS t RETURN t }
RETURN search.at AS at, ${NODE_FIELDS}`;
const OF_COUNTRY = `UNWIND $pairs AS pair
MATCH (t:Thing {id: pair.id})-[:SERVES|OF_COUNTRY|POST_OF|LOCATED_IN]->(c:Country {id: pair.country})
USING INDEX SEEK t:Thing(id) RETURN DISTINCT t.id, c.id`;
const DESCRIBED = `UNWIND $ids AS id MATCH (t:Thing {id: id}) UNWIND $scopes AS scope
MATCH ()-[r:DESCRIBES {dataSet: scope}]->(t) WHERE r.localKey STARTS WITH t.key + '@' RETURN DISTINCT scope, id`;
const BY_SLOT = `UNWIND $slots AS ref MATCH (t:Fact {slot: ref}) RETURN ref, ${NODE_FIELDS}`;
const BY_FORMER_SLOT = `UNWIND $slots AS ref MATCH (x:Tombstone {slot: ref})-[:MERGED_INTO]->(t:Fact)
RETURN ref, x {.id, .key} AS former, ${NODE_FIELDS}`;
const BY_ORDINAL = (property: 'id' | 'key') => `UNWIND $seats AS seat
MATCH (t:Meeting {ordinal: toInteger(seat.ordinal)})-[:OF_BODY]->(o:Thing&Organization {${property}: seat.body}) USING INDEX SEEK o:Thing(${property})
RETURN seat.body + '#' + toInteger(seat.ordinal) AS ref, ${NODE_FIELDS}`;
const BY_BODY_AND_ORDINAL = { id: BY_ORDINAL('id'), key: BY_ORDINAL('key') };

interface LookupRow {
  ref: string;
  id: string;
  key: string;
  labels: string[];
  properties: Record<string, unknown>;
  /** The node merged into it, where the lookup found that one. */
  former?: MergedNodeRef;
}

/** Nodes by key, id or external id, in this order. Ids and keys of merged nodes resolve to the kept node. */
export async function findByRef(tx: Tx, refs: readonly string[]): Promise<Map<string, StoredNode>> {
  const distinct = [...new Set(refs)];
  const ids = distinct.filter(isId);
  const [byKey, byId, someAreMerged] = await together([
    tx.run<LookupRow>(BY_KEY, { refs: distinct }),
    ids.length > 0 ? tx.run<LookupRow>(BY_ID, { refs: ids }) : [],
    hasTombstones(tx),
  ]);
  const found = [...byKey, ...byId];
  const foundRefs = new Set(found.map(({ ref }) => ref));
  const missing = distinct.filter((ref) => !foundRefs.has(ref));
  if (missing.length > 0 && someAreMerged) {
    found.push(...(await tx.run<LookupRow>(BY_TOMBSTONE, { refs: missing })));
  }
  const byKeyOrId = await byRef(tx, found);
  return new Map([
    ...byKeyOrId,
    ...(await findByExternalIdRef(
      tx,
      missing.filter((ref) => !byKeyOrId.has(ref)),
    )),
  ]);
}

/** Entities by references that are external ids: `wikidata:Q145`. */
async function findByExternalIdRef(tx: Tx, refs: readonly string[]): Promise<[ref: string, node: StoredNode][]> {
  const named = refs.flatMap((ref) => {
    const name = externalIdOfRef(ref);
    return name === null ? [] : [{ ref, name }];
  });
  const owners = await findByExternalId(tx, [...new Set(named.map(({ name }) => name))]);
  return named.flatMap(({ ref, name }) => {
    const owner = owners.get(name);
    return owner === undefined ? [] : [[ref, owner]];
  });
}

/** Entities by the keys that an import of this data set gave to rows which it matched with them: those keys are of no node. */
export const findByRow = async (tx: Tx, scope: string, refs: readonly string[]) =>
  byRef(tx, refs.length === 0 ? [] : await tx.run<LookupRow>(BY_ROW, { scope, refs: [...new Set(refs)] }));

/** Neo4j answers a count by label from its count store, which is cheaper than looking up many references in vain. */
async function hasTombstones(tx: Tx): Promise<boolean> {
  const [row] = await tx.rows(TOMBSTONES);
  return row![0] !== 0;
}

/** The unresolved references to deleted nodes, each with a text saying by whom and when. */
export async function findDeleted(tx: Tx, refs: readonly string[]): Promise<Map<string, string>> {
  if (refs.length === 0 || !(await hasTombstones(tx))) return new Map();
  const rows = (await tx.rows(DELETED, { refs })) as [ref: string, by: string, at: string][];
  return new Map(rows.map(([ref, by, at]) => [ref, `by ${by} (${at})`]));
}

/** Documents whose page has one of these addresses, by the URL as it is given and by their own. Of several, the one with just this URL. */
export async function findDocumentsByUrl(tx: Tx, given: readonly string[]): Promise<Map<string, StoredNode>> {
  if (given.length === 0) return new Map();
  const urls = [...new Set(given)].map((url) => ({ url, address: normalizeAddress(url) }));
  const [found, someAreMerged] = await together([tx.run<LookupRow>(BY_URL, { urls }), hasTombstones(tx)]);
  const former = someAreMerged ? await tx.run<LookupRow>(BY_FORMER_URL, { urls }) : [];
  // What comes later counts.
  const byGiven = await byRef(tx, [...former, ...found]);
  const own = [...byGiven.values()].flatMap((document) =>
    document.url === null ? [] : [[document.url, document] as const],
  );
  return new Map([...own, ...byGiven]);
}

/** By `SCHEME value`. */
export const findByExternalId = async (tx: Tx, names: readonly string[]) =>
  byRef(tx, names.length === 0 ? [] : await tx.run<LookupRow>(BY_EXTERNAL_ID, { names }));

/** Which of these nodes have rows under their own keys in which of these data sets: texts of scope and id, with a space between. */
export async function findDescribed(tx: Tx, scopes: readonly string[], ids: readonly string[]): Promise<Set<string>> {
  const rows = ids.length === 0 ? [] : await tx.rows(DESCRIBED, { scopes, ids });
  return new Set(rows.map(([scope, id]) => `${String(scope)} ${String(id)}`));
}

/** The number of a meeting of a body. */
export interface Seat {
  /** The id or the key of the body. */
  body: string;
  ordinal: number;
}

/** Meetings, under `body#ordinal`. */
export const findMeetingsByOrdinal = async (tx: Tx, by: 'id' | 'key', seats: readonly Seat[]) =>
  byRef(tx, seats.length === 0 ? [] : await tx.run<LookupRow>(BY_BODY_AND_ORDINAL[by], { seats }));

/** Facts by slot; several tenures or memberships may share one. */
export async function findFactsBySlot(tx: Tx, slots: readonly string[]): Promise<Map<string, StoredNode[]>> {
  const found = slots.length === 0 ? [] : await tx.run<LookupRow>(BY_SLOT, { slots: [...new Set(slots)] });
  return Map.groupBy(
    found.map((row) => toStoredNode(row, null)),
    (fact) => fact.slot!,
  );
}

/** Facts by the former slots of facts that were merged into them. */
export async function findFactsByFormerSlot(tx: Tx, slots: readonly string[]): Promise<Map<string, StoredNode[]>> {
  const found = slots.length === 0 ? [] : await tx.run<LookupRow>(BY_FORMER_SLOT, { slots: [...new Set(slots)] });
  return Map.groupBy(
    found.map((row) => toStoredNode(row, null)),
    ({ requestedAs: as }) => found.find(({ former }) => former!.id === as!.id)!.ref,
  );
}

/** Of these pairs of nodes and countries, by their ids, those of which the node is of the country. */
export async function filterByCountry(tx: Tx, pairs: readonly { id: string; country: string }[]): Promise<Set<string>> {
  const rows = pairs.length === 0 ? [] : await tx.rows(OF_COUNTRY, { pairs });
  return new Set(rows.map(([id, country]) => `${String(id)} ${String(country)}`));
}

/** The entities that each of these queries of the full-text index finds, the best first, under its number. */
export async function findNamed(
  tx: Tx,
  searches: readonly { at: number; query: string }[],
): Promise<Map<number, StoredNode[]>> {
  const found = searches.length === 0 ? [] : await tx.run<LookupRow & { at: number }>(NAMED, { searches });
  const byQuery = Map.groupBy(found, ({ at }) => at);
  return new Map([...byQuery].map(([at, rows]) => [at, rows.map((row) => toStoredNode(row, null))]));
}

const KEYS = Object.fromEntries(typeNames.map((type) => [type, `MATCH (t:${type}) RETURN t.key LIMIT 5000`])) as Record<
  TypeName,
  string
>;

/** Keys of nodes of a type, a few thousand at most, for "did you mean" suggestions. */
export async function keysOfType(tx: Tx, type: TypeName): Promise<string[]> {
  return (await tx.rows(KEYS[type])).map(([key]) => key as string);
}

async function byRef(tx: Tx, found: readonly LookupRow[]): Promise<Map<string, StoredNode>> {
  const ids = found.filter(({ labels }) => labels.includes('Document')).map(({ id }) => id);
  const publishers = new Map(ids.length === 0 ? [] : ((await tx.rows(PUBLISHERS, { ids })) as [string, string][]));
  return new Map(found.map((row) => [row.ref, toStoredNode(row, publishers.get(row.id) ?? null)]));
}

function toStoredNode({ id, key, labels, properties, former }: LookupRow, publisher: string | null): StoredNode {
  const text = (name: string) => (properties[name] as string | null | undefined) ?? null;
  const list = (name: string) => (properties[name] as string[] | null | undefined) ?? [];
  const edtf = text('publishedEdtf');
  return {
    id,
    key,
    type: typeFromLabels(labels)!,
    isNew: false,
    ...(former ? { requestedAs: former } : {}),
    names: toNames(NAME_PROPERTIES.map(list)),
    title: text('title'),
    url: text('url'),
    published:
      edtf === null
        ? null
        : { edtf, raw: text('publishedRaw') ?? undefined, basis: text('publishedBasis') ?? undefined },
    publisher,
    slot: text('slot'),
    properties,
  };
}
