import { type Database, type Tx } from '../../graph/database.ts';
import { derivedRelationships, factEndpoints, attendanceRelationships } from '../../storage/relationships.ts';
import { typeNames } from '../../domain/node-types.ts';
import { cypherBelongsTo } from '../../storage/conflicts.ts';
import { cypherRevisions } from '../../storage/revisions.ts';
import { labelsOf } from '../../storage/labels.ts';

/** Something that the graph holds and should not, or lacks and should hold. */
export interface Violation {
  /** The key of the node, or else what it can be found by. */
  key: string;
  /** What is wrong with it, to be read after the key: `meeting:udcg-26` `lacks ATTENDS from official:john-healey`. */
  message: string;
}

/** What must hold of the graph and cannot be derived again. */
interface Invariant {
  /** What is wrong with the node, to be read after its key; `what`, if it is returned, follows. */
  message: string;
  /** Returns the keys (or ids) of the nodes that violate it. */
  statement: string;
}

const NAME = 'coalesce(t.key, t.id, elementId(t))';

/** Properties that all nodes of a label have. */
const required: Readonly<Record<string, readonly string[]>> = {
  Thing: ['id', 'key', 'sortKey', 'version', 'createdAt', 'updatedAt'],
  Entity: ['sortName', 'sortUpdated'],
  Organization: ['kind'],
  Post: ['level'],
  Place: ['kind'],
  Meeting: ['kind', 'status', 'standing'],
  Development: ['kind', 'status', 'standing'],
  Document: ['kind', 'reliability'],
  AnonymousSource: ['description'],
  Fact: ['slot', 'standing'],
  Participation: ['role', 'status'],
  Statement: ['act', 'gist'],
  Claim: ['type', 'text', 'polarity', 'modality', 'attributionKind', 'reviewState', 'recordedAt', 'recordedBy'],
};

/** Relationships of which every node with the label has exactly one. */
const exactlyOne: Readonly<Record<string, readonly string[]>> = {
  ...factEndpoints,
  Claim: ['SUBJECT'],
};

/** Properties that no two nodes of a label share: slots of facts, and order keys, which are cursors. */
const unique: Readonly<Record<string, readonly string[]>> = {
  Thing: ['sortKey'],
  Entity: ['sortName'],
  Event: ['sortTime'],
  Meeting: ['sortOrdinal'],
  Post: ['sortLevel'],
  Participation: ['slot', 'sortTime', 'sortLevel', 'sortName'],
  Tenure: ['sortTime'],
  Membership: ['sortTime'],
  Statement: ['sortTime'],
  Claim: ['sortTime', 'sortDue'],
  Document: ['sortName'],
  Conflict: ['sortKey'],
  PossibleDuplicate: ['sortScore'],
};

const typeLabelCount = typeNames.map((type) => `CASE WHEN t:${type} THEN 1 ELSE 0 END`).join(' + ');
const lacksAdditionalLabels = typeNames
  .map(
    (type) =>
      `(t:${type} AND NOT (${labelsOf(type)
        .map((label) => `t:${label}`)
        .join(' AND ')}))`,
  )
  .join(' OR ');
const each = (
  table: Readonly<Record<string, readonly string[]>>,
  invariant: (label: string, names: readonly string[]) => Invariant,
) => Object.entries(table).map(([label, names]) => invariant(label, names));

const invariants: readonly Invariant[] = [
  ...each(required, (label, names) => ({
    message: 'has no',
    statement: `MATCH (t:${label})
UNWIND [${names.map((name) => `[t.${name} IS NULL, '${name}']`).join(', ')}] AS check
WITH t, check WHERE check[0] RETURN ${NAME} AS key, check[1] AS what`,
  })),
  ...each(exactlyOne, (label, names) => ({
    message: 'has not exactly one',
    statement: `MATCH (t:${label})
UNWIND [${names.map((name) => `[COUNT { (t)-[:${name}]->() }, '${name}']`).join(', ')}] AS check
WITH t, check WHERE check[0] <> 1 RETURN ${NAME} AS key, check[1] AS what`,
  })),
  {
    message: 'has not exactly one label of a type, with those that go with it',
    statement: `MATCH (t:Thing|${typeNames.join('|')}) WHERE ${typeLabelCount} <> 1 OR ${lacksAdditionalLabels} RETURN ${NAME} AS key`,
  },
  {
    message: 'was said by nobody',
    statement: `MATCH (t:Statement) WHERE NOT (t)-[:MADE_BY]->() RETURN ${NAME} AS key`,
  },
  {
    message: 'is described by no document',
    statement: `MATCH (t:Thing) WHERE NOT t:Claim AND NOT (t)<-[:DESCRIBES]-(:Document) RETURN ${NAME} AS key`,
  },
  {
    message: 'rests on no claim',
    statement: `MATCH (t:Fact) WHERE NOT (t)<-[:SUPPORTS]-(:Claim) RETURN ${NAME} AS key`,
  },
  {
    message: 'rests on no document',
    statement: `MATCH (t:Claim) WHERE NOT (t)-[:EVIDENCE]->(:Document) RETURN ${NAME} AS key`,
  },
  {
    message: 'is corrected, but by no claim',
    statement: `MATCH (t:Claim {reviewState: 'CORRECTED'}) WHERE NOT (t)<-[:CORRECTS]-(:Claim) RETURN ${NAME} AS key`,
  },
  {
    message: 'is retracted without a date and a reason',
    statement: `MATCH (t:Claim {reviewState: 'RETRACTED'}) WHERE t.retractedAt IS NULL OR t.retractionReason IS NULL
RETURN ${NAME} AS key`,
  },
  {
    message: 'is a tombstone, but was neither deleted nor merged into another node',
    statement: `MATCH (t:Tombstone) WHERE t.deletedWith IS NULL AND NOT (t)-[:MERGED_INTO]->(:Thing)
AND NOT (t)-[:SHELVED {was: 'MERGED_INTO'}]->(:Tombstone) RETURN ${NAME} AS key`,
  },
  {
    message: 'is a tombstone, but readers still come across its',
    statement: `MATCH (t:Tombstone)-[r]-()
WHERE NOT type(r) IN ['MERGED_INTO', 'SHELVED', 'REVISES', 'FORMERLY', 'RESULTED_IN', 'CLAIMED', 'SPOKE_OF', 'UNDERMINES']
RETURN DISTINCT ${NAME} AS key, type(r) AS what`,
  },
  {
    message: 'has no revision of its version',
    statement: `MATCH (t:Thing) WHERE NOT EXISTS { MATCH ${cypherRevisions('t', 'r')} WHERE r.version = t.version }
RETURN ${NAME} AS key`,
  },
  {
    message: 'is its own first revision, but has changed since',
    statement: `MATCH (t:Revision) WHERE t:Tombstone OR (t:Thing AND (t.version <> 1 OR EXISTS { (t)<-[:REVISES]-() }))
RETURN ${NAME} AS key`,
  },
];

/** Checks every invariant, each in a transaction of its own: one for all would be repeated whenever somebody writes. */
export async function* findViolations(database: Database): AsyncGenerator<Violation> {
  for (const { message, statement } of invariants) {
    for (const { key, what } of await checked(database, (tx) => tx.run<{ key: string; what?: string }>(statement))) {
      yield { key, message: what === undefined ? message : `${message} ${what}` };
    }
  }
  for (const [label, names] of Object.entries(unique)) {
    for (const name of names) yield* findShared(database, label, name);
  }
}

/** Values that one statement compares, all of which the database has in memory. */
const COMPARED = 100_000;
/** Of so many values a sample has about this many. */
const SAMPLED = 20;

const SAMPLE = (label: string, name: string) => `MATCH (t:${label}) WHERE rand() < $share AND t.${name} IS NOT NULL
RETURN t.${name} AS value ORDER BY value`;

const SHARED = (label: string, name: string) => `MATCH (t:${label}) WHERE t.${name} > $after AND t.${name} <= $upTo
WITH t.${name} AS value, collect(t.key) AS keys WHERE size(keys) > 1
UNWIND keys AS key RETURN key`;

/** After every value. */
const END = '\u{10ffff}';

/** Nodes that share a value, range by range: not every property has an index by which they could be compared in order. */
async function* findShared(database: Database, label: string, name: string): AsyncGenerator<Violation> {
  const share = SAMPLED / COMPARED;
  const sample = await checked(database, (tx) => tx.rows(SAMPLE(label, name), { share }));
  const ends = sample.flatMap(([value], index) => ((index + 1) % SAMPLED === 0 ? [value as string] : []));
  let after = '';
  for (const upTo of [...ends, END]) {
    for (const [key] of await checked(database, (tx) => tx.rows(SHARED(label, name), { after, upTo }))) {
      yield { key: key as string, message: `shares with another its ${name}` };
    }
    after = upTo;
  }
}

/** For statements that look at the whole graph. */
const TIMEOUT_MS = 10 * 60_000;

const checked = <T>(database: Database, work: (tx: Tx) => Promise<T[]>): Promise<T[]> =>
  database.read(work, { timeoutMs: TIMEOUT_MS });

/** Derived relationships and nodes that belong to no node, so that deriving nodes one by one never removes them. */
const orphans: readonly { message: string; match: string; remove: string; key: string }[] = [
  ...(
    [
      ['HOLDS', 'Tenure', 'HELD_BY'],
      ['MEMBER_OF', 'Membership', 'OF_MEMBER'],
    ] as const
  ).map(([type, label, endpoint]) => ({
    message: `has a ${type} that belongs to no ${label.toLowerCase()}`,
    match: `MATCH (a)-[x:${type}]->() WHERE NOT EXISTS { MATCH (t:Thing&${label} {id: x.fact})-[:${endpoint}]->(a) }`,
    remove: 'DELETE x',
    key: 'a.key',
  })),
  {
    message: 'has an attendance relationship to a node that is not a meeting',
    match: `MATCH (a)-[x:${attendanceRelationships.join('|')}]->(m) WHERE NOT m:Meeting`,
    remove: 'DELETE x',
    key: 'a.key',
  },
  {
    message: 'has a derived relationship that its type cannot have',
    match: `MATCH (a)-[x:${derivedRelationships.join('|')}]->(b)
WHERE NOT a:Thing OR NOT b:Thing OR (type(x) = 'SERVES' AND NOT a:Official) OR (type(x) = 'LOCATED_IN' AND NOT a:Place)
  OR (type(x) IN ['CONCERNS', 'SAYS', 'RELATES_TO', 'CONFIRMED_BY', 'CONTRADICTED_BY'] AND NOT a:Claim)`,
    remove: 'DELETE x',
    key: 'coalesce(a.key, elementId(a))',
  },
  {
    message: 'is a conflict about nothing',
    match: `MATCH (x:Conflict)
WHERE NOT EXISTS { MATCH (x)-[:OF]->(t:Thing) WHERE ${cypherBelongsTo('x', 't.id')} }
  AND NOT EXISTS { MATCH (x)-[:AMONG]->(c:Claim) WHERE ${cypherBelongsTo('x', 'c.id')} }`,
    remove: 'DETACH DELETE x',
    key: 'coalesce(x.slot, x.key)',
  },
  {
    message: 'is a possible duplicate, but not of two entities',
    match: `MATCH (x:PossibleDuplicate)
WHERE COUNT { (x)-[:FIRST_OF]->(:Entity) } <> 1 OR COUNT { (x)-[:SECOND_OF]->(:Entity) } <> 1`,
    remove: 'DETACH DELETE x',
    key: 'x.key',
  },
  {
    message: 'is an external id of nothing',
    match: 'MATCH (x:ExternalId) WHERE NOT (x)<-[:IDENTIFIED_BY]-(:Entity)',
    remove: 'DETACH DELETE x',
    key: 'x.name',
  },
];

export async function* findOrphans(database: Database): AsyncGenerator<Violation> {
  for (const { message, match, key } of orphans) {
    for (const [name] of await checked(database, (tx) => tx.rows(`${match} RETURN ${key}`)))
      yield { key: String(name), message };
  }
}

export async function removeOrphans(tx: Tx): Promise<void> {
  for (const { match, remove } of orphans) await tx.rows(`${match} ${remove}`);
}
