import { cite } from '../../citation/cite.ts';
import { type CitedDocument } from '../../citation/works.ts';
import { type DocumentCitationStyle } from '../../domain/vocabulary.generated.ts';
import { type Arguments } from '../ir/bound-arguments.ts';
import { filter } from '../ir/condition.ts';
import { filterArgument, claimFilter } from '../filters/filters.ts';
import { connection } from '../fields/connection.ts';
import { type FieldMappings } from '../ir/field.ts';
import { subquery, property } from '../fields/property.ts';
import { descriptionsField } from './descriptions.ts';
import { nodeFields } from './entity.ts';
import { orders } from './orders.ts';
import { storedFieldMappings } from './stored-fields.ts';

/** The types counted as entities, in this order: everything a document can describe except facts and claims. */
const ENTITY_TYPES = [
  'Country',
  'Organization',
  'Place',
  'Post',
  'Topic',
  'Official',
  'Meeting',
  'Development',
  'Document',
  'AnonymousSource',
] as const;
const FACT_TYPES = ['Participation', 'Tenure', 'Membership', 'Statement'] as const;

export const documentFields: FieldMappings = {
  ...nodeFields,
  ...storedFieldMappings('Document'),
  version: property(),
  descriptions: descriptionsField,
  counts: subquery('counts', countNodes, toCountRows),
  citation: subquery('citation', citedProperties, citeDocument, ['style']),
  claimsAbout: connection({
    path: '<-[:EVIDENCE]-',
    distinct: 'always',
    filter: filter({}, filterArgument(claimFilter)),
    orders: orders.claims,
  }),
};

function countNodes(document: string): string {
  const described = `MATCH (${document})-[:DESCRIBES]->(x) RETURN x`;
  const claimed = `MATCH (${document})<-[:EVIDENCE]-(x) RETURN x`;
  return (
    `CALL (${document}) { ${described} UNION ${claimed} } UNWIND labels(x) AS label ` +
    'WITH label, count(x) AS number RETURN collect([label, number])'
  );
}

/** The rows of `Document.counts`: all entities, entities by type, facts by type, claims; without rows that are zero. */
function toCountRows(counted: readonly [label: string, number: number][]): { typeName: string; count: number }[] {
  const numbers = new Map(counted);
  const count = (typeName: string) => ({ typeName, count: numbers.get(typeName) ?? 0 });
  const entityCounts = ENTITY_TYPES.map(count);
  const entities = { typeName: 'Entity', count: entityCounts.reduce((sum, { count }) => sum + count, 0) };
  return [entities, ...entityCounts, ...FACT_TYPES.map(count), count('Claim')].filter((row) => row.count > 0);
}

/** What is cited of a document, as a {@link CitedDocument}: those of its authors that are entities come first. */
function citedProperties(document: string): string {
  const nameOf = (type: string) => `head([(${document})-[:${type}]->(x) | x.name])`;
  const authors = `COLLECT { MATCH (${document})-[by:AUTHORED_BY]->(x) RETURN x.name ORDER BY by.order }`;
  return (
    `RETURN ${document} { .key, .kind, .title, .url, .language, published: ${document}.publishedEdtf, ` +
    `publisher: ${nameOf('PUBLISHED_BY')}, platform: ${nameOf('PUBLISHED_ON')}, ` +
    `authors: ${authors} + coalesce(${document}.authorNames, []) }`
  );
}

function citeDocument(document: Omit<CitedDocument, 'work'>, { style }: Arguments): string {
  return cite({ ...document, work: 'document' }, style as DocumentCitationStyle);
}
