import { type Migration } from './migrate.ts';

/** Properties of which every value lies on one node of the label at most. */
const unique = {
  Thing: ['id', 'key'],
  Tombstone: ['id'],
  ExternalId: ['name'],
  Conflict: ['key'],
  DataSet: ['key'],
  Revision: ['id'],
};

/**
 * Properties to start from: orders (a sort string is unique by the key at its end), and filters that leave few. Each
 * index costs a little at every write and start, so what only ever narrows a list further has none.
 */
const indexed = {
  Country: ['sortName'],
  Official: ['sortName'],
  Organization: ['sortName', 'kind'],
  Post: ['level', 'portfolio'],
  Event: ['sortTime', 'timeFrom', 'timeUntil'],
  Meeting: [
    ...['sortTime', 'sortOrdinal', 'sortName', 'sortUpdated'],
    ...['ordinal', 'kind', 'status', 'timeFrom', 'timeUntil', 'updatedAt'],
  ],
  Fact: ['slot'],
  Participation: ['sortTime', 'sortLevel', 'sortName', 'role', 'status', 'level', 'timeFrom', 'timeUntil'],
  Tenure: ['possibleFrom', 'possibleUntil'],
  Statement: ['sortTime', 'act', 'stance', 'timeFrom', 'timeUntil'],
  Claim: [
    ...['sortKey', 'type', 'status', 'attributionKind', 'dataSet'],
    ...['timeFrom', 'timeUntil', 'publishedFrom', 'publishedUntil'],
  ],
  Document: ['sortName', 'url', 'sha256'],
  Revision: ['sequence'],
};

/** Full-text indexes over tokens that src/domain makes; `whitespace` leaves them as they are. */
const searched = { entity_search: 'Entity', statement_search: 'Statement', document_search: 'Document' };

const pairs = (properties: { [label: string]: string[] }) =>
  Object.entries(properties).flatMap(([label, names]) => names.map((name) => [label, name] as const));

const snake = (word: string) => word.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** Identity, the orders of connections, what filters ask for, and search: everything that docs/graph.md names. */
export const identityAndOrders: Migration = {
  number: 1,
  name: 'identity and orders',
  schema: [
    ...pairs(unique).map(
      ([label, property]) =>
        `CREATE CONSTRAINT ${snake(label)}_${snake(property)} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`,
    ),
    ...pairs(indexed).map(
      ([label, property]) =>
        `CREATE INDEX ${snake(label)}_${snake(property)} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`,
    ),
    'CREATE INDEX claim_origin IF NOT EXISTS FOR (n:Claim) ON (n.dataSet, n.localKey)',
    'CREATE INDEX describes_origin IF NOT EXISTS FOR ()-[r:DESCRIBES]-() ON (r.dataSet, r.localKey)',
    ...Object.entries(searched).map(
      ([name, label]) =>
        `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON EACH [n.searchTokens] ` +
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}",
    ),
  ],
};
