import { type TypeName } from '../../domain/node-types.ts';
import { ClientError } from '../../domain/errors.ts';
import { closestMatches } from '../../domain/identity/keys.ts';
import { type TimeSpan } from '../../domain/time/time.ts';
import { type Tx } from '../../graph/database.ts';
import { typeFromLabels } from '../../storage/labels.ts';
import { factEndpoints } from '../../storage/relationships.ts';
import { unflattenTime } from '../../storage/times.ts';
import { didYouMean } from '../input/problem.ts';
import { type DataSet } from '../input/options.ts';
import { type ClaimInput, type TimeInput } from '../input/record-input.ts';
import { type NodeRef } from '../resolve/node-ref.ts';

/** What the graph has of a data set: what its rows say, as they said it. */
export interface StoredDataSet {
  dataSet: DataSet;
  descriptions: DescribedRow[];
  /** Those that are live, in the order of their keys. */
  claims: StoredClaim[];
  /** Facts by id, with what they join and in what role. */
  facts: ReadonlyMap<string, StoredFact>;
  /** Keys by the ids of nodes, and of what was merged into them: those that the data set uses. */
  keys: ReadonlyMap<string, string>;
  /** When documents were published, by their ids: on that day they show tenures, unless a row says another. */
  published: ReadonlyMap<string, TimeInput>;
  /** Claims that analysts have corrected or retracted. */
  ended: number;
  /** Descriptions of which analysts have taken something back. */
  takenBack: number;
}

/** What a row said beside claims, by the names of the input; nodes by id. */
export interface DescribedRow {
  document: NodeRef;
  node: NodeRef;
  values: StoredValues;
}

export type StoredValues = Readonly<Record<string, unknown>>;

/** A claim by the names of the input; nodes by id. */
export interface StoredClaim extends Required<
  Pick<ClaimInput, 'type' | 'text' | 'polarity' | 'modality' | 'attributionInferred'>
> {
  key: string;
  /** By which an import recognises its row. */
  localKey: string;
  isGenerated: boolean;
  subject: NodeRef;
  objects: NodeRef[];
  value: string | null;
  count: ClaimInput['count'] | null;
  time: TimeInput | null;
  quantifier: ClaimInput['quantifier'] | null;
  attributionKind: string;
  attribution: { agent: NodeRef; how: string }[];
  confidence: number | null;
  note: string | null;
  evidence: { document: NodeRef; paragraph: string | null; line: number | null }[];
  supports: { node: NodeRef; values: StoredValues }[];
  supportsAreInferred: boolean;
  relations: { type: string; to: string }[];
}

export interface StoredFact {
  /** The actor and the meeting, the official and the post, the member and the organization. */
  ends: readonly [string, string];
  role: string | null;
}

/** More than a file that can be imported has; what is read of them is in memory at once. */
const MAX_ROWS = 100_000;

/** Rows read in one statement. */
const PAGE = 2_000;

const DATA_SET = 'MATCH (d:DataSet {key: $scope}) RETURN d {.key, .title, .note} AS dataSet';
const KNOWN = 'MATCH (d:DataSet) RETURN d.key ORDER BY d.key LIMIT 1000';
const NUMBERS = `CALL () { MATCH ()-[r:DESCRIBES {dataSet: $scope}]->() USING INDEX SEEK r:DESCRIBES(dataSet, localKey)
  WHERE r.localKey IS NOT NULL RETURN count(r) AS rows, count(r.retracted) AS takenBack }
CALL () { MATCH (c:Claim {dataSet: $scope}) USING INDEX SEEK c:Claim(dataSet, localKey) WHERE c.localKey IS NOT NULL
  RETURN count(CASE WHEN c.live THEN 1 END) AS claims, count(CASE WHEN NOT c.live AND c.pruned IS NULL
    AND NOT EXISTS { (n:Claim)-[:CORRECTS]->(c) WHERE n.dataSet = c.dataSet } THEN 1 END) AS ended }
RETURN rows, takenBack, claims, ended`;

const node = (name: string) => `[${name}.id, ${name}.key, labels(${name})]`;
/** The order in which relationships that have none were created, by the number within their element id. */
const AS_WRITTEN = "toInteger(split(elementId(r), ':')[2])";
const DESCRIPTIONS = `MATCH (d)-[r:DESCRIBES {dataSet: $scope}]->(t:Thing) USING INDEX SEEK r:DESCRIBES(dataSet, localKey)
WHERE r.localKey IS NOT NULL
RETURN ${node('d')} AS document, ${node('t')} AS node, r.values AS values, r.localKey AS localKey ORDER BY t.sortKey, d.sortKey, r.values`;
const CLAIMS = `MATCH (c:Claim {dataSet: $scope}) USING INDEX SEEK c:Claim(dataSet, localKey)
WHERE c.localKey IS NOT NULL AND c.live AND c.sortKey > $after
WITH c ORDER BY c.sortKey LIMIT ${PAGE}
MATCH (c)-[:SUBJECT]->(s)
RETURN properties(c) AS claim, ${node('s')} AS subject,
  COLLECT { MATCH (c)-[r:OBJECT]->(n) RETURN ${node('n')} ORDER BY r.order } AS objects,
  COLLECT { MATCH (c)-[r:EVIDENCE]->(n) RETURN [${node('n')}, r.paragraph, r.line] ORDER BY r.order } AS evidence,
  COLLECT { MATCH (c)-[r:ATTRIBUTED_TO]->(n) RETURN [${node('n')}, r.how] ORDER BY r.order } AS attribution,
  COLLECT { MATCH (c)-[r:SUPPORTS]->(n) RETURN [${node('n')}, r.fields, r.values] ORDER BY ${AS_WRITTEN} } AS supports,
  COLLECT { MATCH (c)-[r:RELATES_TO {by: 'SOURCE'}]->(n)
    RETURN [r.type, CASE WHEN n.dataSet = $scope AND NOT n.localKey CONTAINS '@' THEN n.localKey ELSE n.key END]
    ORDER BY ${AS_WRITTEN} } AS relations
ORDER BY c.sortKey`;
const FACTS = `UNWIND $ids AS id MATCH (f:Thing {id: id})-[:${Object.values(factEndpoints)
  .map(([first]) => first)
  .join('|')}]->(a)
MATCH (f)-[:${Object.values(factEndpoints)
  .map(([, second]) => second)
  .join('|')}]->(b) RETURN id, a.id, b.id, f.role`;
const KEYS = `UNWIND $ids AS id OPTIONAL MATCH (t:Thing {id: id}) OPTIONAL MATCH (x:Tombstone {id: id})
WITH id, coalesce(t.key, x.key) AS key WHERE key IS NOT NULL RETURN id, key`;

const PUBLISHED = `UNWIND $ids AS id MATCH (t:Thing&Document {id: id}) WHERE t.publishedEdtf IS NOT NULL
RETURN id, t {.publishedEdtf, .publishedRaw, .publishedBasis}`;

type NodeColumns = [id: string, key: string, labels: string[]];

/** @throws ClientError if there is no such data set, or it is larger than a file may be. */
export async function readStoredDataSet(tx: Tx, scope: string): Promise<StoredDataSet> {
  const [found] = await tx.run<{ dataSet: DataSet }>(DATA_SET, { scope });
  if (found === undefined) throw await notFound(tx, scope);
  const [numbers] = await tx.run<Record<'rows' | 'takenBack' | 'claims' | 'ended', number>>(NUMBERS, { scope });
  const { rows, takenBack, claims: live, ended } = numbers!;
  if (rows + live > MAX_ROWS)
    throw new ClientError(
      'BAD_REQUEST',
      `${scope} has ${(rows + live).toLocaleString('en')} rows and claims; expected at most ${MAX_ROWS.toLocaleString('en')} for a file. ` +
        'Keep the table that it came from, or export the whole record.',
    );
  const descriptions = await readDescriptions(tx, scope);
  const claims = await readClaims(tx, scope);
  const nodes = [
    ...descriptions.map((each) => each.node),
    ...claims.flatMap(({ supports }) => supports.map((each) => each.node)),
  ];
  const facts = await readFacts(tx, nodes);
  // A row that gives a node the key of what was merged into it goes on doing so.
  const known = [
    ...claims.flatMap(nodesOf),
    ...descriptions.flatMap(({ document, node: described }) => [document, described]),
  ];
  const keys = new Map(known.map(({ id, key }) => [id, key]));
  const values = [
    ...descriptions.map((each) => each.values),
    ...claims.flatMap(({ supports }) => supports.map((each) => each.values)),
  ];
  const ids = [...values.flatMap(textsIn), ...[...facts.values()].flatMap(({ ends }) => ends)];
  const missing = [...new Set(ids.filter((id) => IS_ID.test(id) && !keys.has(id)))];
  for (const [id, key] of await inPages(tx, KEYS, missing)) keys.set(id as string, key as string);
  const documents = new Set(claims.flatMap(({ evidence }) => evidence.map(({ document }) => document.id)));
  const dates = await inPages(tx, PUBLISHED, [...documents]);
  const published = new Map(
    dates.map(([id, time]) => [id as string, toTimeInput(unflattenTime('published', time as StoredValues))!]),
  );
  const { key, title, note } = found.dataSet;
  const dataSet = { key, title, ...(note && { note }) };
  return {
    dataSet,
    descriptions,
    claims,
    facts,
    keys,
    published,
    ended,
    takenBack,
  };
}

async function notFound(tx: Tx, scope: string): Promise<ClientError> {
  const known = (await tx.rows(KNOWN)).map(([key]) => key as string);
  const nearest = closestMatches(scope, known);
  const all = known.length === 0 ? 'none has been imported' : `expected one of ${known.slice(0, 20).join(', ')}`;
  return new ClientError(
    'NOT_FOUND',
    `There is no data set ${scope}${nearest.length > 0 ? didYouMean(nearest) : `; ${all}`}`,
  );
}

async function readDescriptions(tx: Tx, scope: string): Promise<DescribedRow[]> {
  const rows = await tx.run<{ document: NodeColumns; node: NodeColumns; values: string; localKey: string }>(
    DESCRIPTIONS,
    {
      scope,
    },
  );
  return rows.map(({ document, node: described, values, localKey }) => {
    const [nodeKey, documentKey] = splitLocalKey(localKey);
    return {
      document: { ...toNode(document), key: documentKey },
      node: { ...toNode(described), key: nodeKey },
      values: JSON.parse(values) as StoredValues,
    };
  });
}

/** The keys by which a row was given, which stay when nodes are merged. */
const splitLocalKey = (localKey: string): [node: string, document: string] => {
  const at = localKey.lastIndexOf('@');
  return [localKey.slice(0, at), localKey.slice(at + 1)];
};

interface ClaimColumns {
  claim: Readonly<Record<string, unknown>>;
  subject: NodeColumns;
  objects: NodeColumns[];
  evidence: [NodeColumns, paragraph: string | null, line: number | null][];
  attribution: [NodeColumns, how: string][];
  supports: [NodeColumns, fields: string[], values: string[]][];
  relations: [type: string, to: string][];
}

async function readClaims(tx: Tx, scope: string): Promise<StoredClaim[]> {
  const all: StoredClaim[] = [];
  for (let after = ''; ;) {
    const page = await tx.run<ClaimColumns>(CLAIMS, { scope, after });
    all.push(...page.map(toClaim));
    if (page.length < PAGE) return all;
    after = page.at(-1)!.claim.sortKey as string;
  }
}

function toClaim({ claim, subject, objects, evidence, attribution, supports, relations }: ClaimColumns): StoredClaim {
  const stored = <T>(name: string) => (claim[name] ?? null) as T;
  const count = { value: stored('countValue'), comparator: stored('countComparator'), raw: stored('countRaw') };
  return {
    key: stored('key'),
    localKey: stored('localKey'),
    // What a claim made from a row says is compared within its fact alone.
    isGenerated: claim.matter === undefined,
    type: stored('type'),
    text: stored('text'),
    subject: toNode(subject),
    objects: objects.map(toNode),
    value: stored('value'),
    count: count.value === null ? null : (withoutNulls(count) as ClaimInput['count']),
    time: toTimeInput(unflattenTime('time', claim)),
    polarity: stored('polarity'),
    quantifier: stored('quantifier'),
    modality: stored('modality'),
    attributionKind: stored('attributionKind'),
    attributionInferred: stored('attributionInferred'),
    attribution: attribution.map(([agent, how]) => ({ agent: toNode(agent), how })),
    confidence: stored('confidence'),
    note: stored('note'),
    evidence: evidence.map(([document, paragraph, line]) => ({ document: toNode(document), paragraph, line })),
    supports: supports.map(([supported, fields, values]) => ({
      node: toNode(supported),
      values: Object.fromEntries(fields.map((field, index) => [field, JSON.parse(values[index]!) as unknown])),
    })),
    supportsAreInferred: claim.supportsFollow === true,
    relations: relations.map(([type, to]) => ({ type, to })),
  };
}

/** A time as it was given. */
function toTimeInput({ edtf, raw, basis }: TimeSpan): TimeInput | null {
  return edtf === null ? null : (withoutNulls({ edtf, raw, basis }) as TimeInput);
}

const withoutNulls = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

const toNode = ([id, key, labels]: NodeColumns): NodeRef => ({
  ...{ id, key, type: typeFromLabels(labels) as TypeName, isNew: false },
});

const nodesOf = ({ subject, objects, evidence, attribution, supports }: StoredClaim): NodeRef[] => [
  ...[subject, ...objects, ...supports.map((each) => each.node)],
  ...evidence.map(({ document }) => document),
  ...attribution.map(({ agent }) => agent),
];

async function readFacts(tx: Tx, nodes: readonly NodeRef[]): Promise<Map<string, StoredFact>> {
  const ids = nodes.filter(({ type }) => type in factEndpoints).map(({ id }) => id);
  const rows = await inPages(tx, FACTS, [...new Set(ids)]);
  return new Map(
    rows.map(([id, first, second, role]) => [
      id as string,
      { ends: [first as string, second as string], role: role as string | null },
    ]),
  );
}

async function inPages(tx: Tx, statement: string, ids: readonly string[]): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  for (let start = 0; start < ids.length; start += PAGE)
    rows.push(...(await tx.rows(statement, { ids: ids.slice(start, start + PAGE) })));
  return rows;
}

const IS_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The texts in a value, in lists and objects too. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
