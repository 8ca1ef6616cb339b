import { type Migration } from './migration.ts';

/** Unique properties by label. */
const unique = {
  Thing: ['id', 'key'],
  Tombstone: ['id'],
  ExternalId: ['name'],
  Conflict: ['key'],
  DataSet: ['key'],
  Revision: ['id'],
};

/**
 * Indexed properties: sort strings (unique by the key at their end) and selective filters. Each index adds cost to every write
 * and start, so properties that only narrow a list further have none.
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

/** Full-text indexes over the tokens of src/domain/names/search.ts; the `whitespace` analyzer does not change them. */
const searched = { entity_search: 'Entity', statement_search: 'Statement', document_search: 'Document' };

const pairs = (properties: { [label: string]: string[] }) =>
  Object.entries(properties).flatMap(([label, names]) => names.map((name) => [label, name] as const));

const snake = (word: string) => word.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** Constraints and indexes for identity, sorting, filters and search (docs/graph.md). */
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
