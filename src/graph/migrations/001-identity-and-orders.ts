import { type Migration } from './migrate.ts';

/** Label.property pairs, each value on one node at most. */
const unique = ['Thing.id', 'Thing.key', 'ExternalId.name', 'Conflict.key', 'DataSet.key', 'Revision.id'];

/** Label.property pairs that are ordered on (each sort string is unique by the key at its end) or filtered on. */
const indexed = {
  Thing: ['sortKey'],
  Entity: ['sortName', 'sortUpdated'],
  Country: ['sortName', 'sortUpdated'],
  Official: ['sortName', 'sortUpdated'],
  Organization: ['sortName', 'sortUpdated', 'kind'],
  Post: ['sortName', 'sortLevel', 'level', 'portfolio'],
  Place: ['sortName', 'kind'],
  Topic: ['sortName'],
  Event: ['sortTime', 'timeFrom', 'timeUntil'],
  Meeting: [
    'sortTime',
    'sortOrdinal',
    'sortName',
    'sortUpdated',
    'kind',
    'status',
    'timeFrom',
    'timeUntil',
    'updatedAt',
  ],
  Development: ['sortTime', 'kind', 'status', 'timeFrom', 'timeUntil'],
  Participation: ['sortTime', 'sortLevel', 'sortName', 'role', 'status', 'level', 'timeFrom', 'timeUntil'],
  Tenure: ['sortTime', 'possibleFrom', 'possibleUntil', 'certainFrom', 'certainUntil'],
  Membership: ['sortTime', 'possibleFrom', 'possibleUntil'],
  Statement: ['sortTime', 'act', 'stance', 'timeFrom', 'timeUntil'],
  Claim: [
    'sortTime',
    'type',
    'status',
    'attributionKind',
    'modality',
    'reviewState',
    'timeFrom',
    'timeUntil',
    'publishedFrom',
    'publishedUntil',
    'dataSet',
  ],
  Document: ['sortName', 'kind', 'url', 'sha256', 'publishedFrom', 'publishedUntil'],
  Conflict: ['sortKey'],
  Revision: ['sequence', 'at'],
  ExternalId: ['value'],
} as const;

/** Full-text indexes over tokens that src/domain makes; `whitespace` leaves them as they are. */
const searched = { entity_search: 'Entity', statement_search: 'Statement', document_search: 'Document' } as const;

const snake = (word: string) => word.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** Identity, the orders of connections, what filters ask for, and search: everything that docs/graph.md names. */
export const identityAndOrders: Migration = {
  number: 1,
  name: 'identity and orders',
  schema: [
    ...unique.map((pair) => {
      const [label, property] = pair.split('.') as [string, string];
      return `CREATE CONSTRAINT ${snake(label)}_${snake(property)} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`;
    }),
    ...Object.entries(indexed).flatMap(([label, properties]) =>
      properties.map(
        (property) =>
          `CREATE INDEX ${snake(label)}_${snake(property)} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`,
      ),
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
