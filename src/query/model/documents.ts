import { filter } from '../filters/condition.ts';
import { asFilter, claimFilter } from '../filters/filters.ts';
import { connection } from '../fields/connection.ts';
import { type Mappings } from '../fields/mapping.ts';
import { computed, decoded, embedded, property } from '../fields/property.ts';
import { many, one } from '../fields/things.ts';
import { node } from './entity.ts';
import { orders } from './orders.ts';

/** What counts as an entity here: all that is described, but no fact and no claim; in this order. */
const DESCRIBED = [
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
const FACTS = ['Participation', 'Tenure', 'Membership', 'Statement'] as const;

export const document: Mappings = {
  ...node,
  version: property(),
  kind: property(),
  title: property(),
  url: property(),
  language: property(),
  published: embedded('published'),
  publisher: one('-[:PUBLISHED_BY]->'),
  originator: one('-[:ORIGINATED_BY]->'),
  platform: one('-[:PUBLISHED_ON]->'),
  authors: many({ path: '-[:AUTHORED_BY]->', via: true, order: ({ via }) => `${via}.order` }),
  cites: many({ path: '-[:CITES]->', via: true, order: ({ via }) => `${via}.order` }),
  sha256: property(),
  reliability: property(),
  keywords: decoded(['keywords'], ([keywords]) => keywords ?? []),
  counts: computed('counts', countsOf, countRows),
  claimsAbout: connection({
    path: '<-[:EVIDENCE]-',
    distinct: 'always',
    filter: filter({}, asFilter(claimFilter)),
    orders: orders.claims,
  }),
  note: property(),
};

function countsOf(document: string): string {
  const described = `MATCH (${document})-[:DESCRIBES]->(x) RETURN x`;
  const claimed = `MATCH (${document})<-[:EVIDENCE]-(x) RETURN x`;
  return (
    `CALL (${document}) { ${described} UNION ${claimed} } UNWIND labels(x) AS label ` +
    'WITH label, count(x) AS number RETURN collect([label, number])'
  );
}

/** The rows of `Document.counts`: entities in all and by type, facts, claims; those that are none are left out. */
function countRows(counted: readonly [label: string, number: number][]): { typeName: string; count: number }[] {
  const numbers = new Map(counted);
  const count = (typeName: string) => ({ typeName, count: numbers.get(typeName) ?? 0 });
  const described = DESCRIBED.map(count);
  const entities = { typeName: 'Entity', count: described.reduce((sum, { count }) => sum + count, 0) };
  return [entities, ...described, ...FACTS.map(count), count('Claim')].filter((row) => row.count > 0);
}
