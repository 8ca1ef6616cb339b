import { filter } from '../ir/condition.ts';
import { filterArgument, claimFilter } from '../filters/filters.ts';
import { connection } from '../fields/connection.ts';
import { type FieldMappings } from '../ir/field.ts';
import { subquery, mapped, embeddedObject, property } from '../fields/property.ts';
import { toMany, toOne } from '../fields/nodes.ts';
import { nodeFields } from './entity.ts';
import { orders } from './orders.ts';

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
  version: property(),
  kind: property(),
  title: property(),
  url: property(),
  language: property(),
  published: embeddedObject('published'),
  publisher: toOne('-[:PUBLISHED_BY]->'),
  originator: toOne('-[:ORIGINATED_BY]->'),
  platform: toOne('-[:PUBLISHED_ON]->'),
  authors: toMany({ path: '-[:AUTHORED_BY]->', bindsRelationship: true, order: ({ rel }) => `${rel}.order` }),
  cites: toMany({ path: '-[:CITES]->', bindsRelationship: true, order: ({ rel }) => `${rel}.order` }),
  sha256: property(),
  reliability: property(),
  keywords: mapped(['keywords'], ([keywords]) => keywords ?? []),
  counts: subquery('counts', countNodes, toCountRows),
  claimsAbout: connection({
    path: '<-[:EVIDENCE]-',
    distinct: 'always',
    filter: filter({}, filterArgument(claimFilter)),
    orders: orders.claims,
  }),
  note: property(),
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
