import { descriptions, node, orders } from './entities.ts';
import { type Fields, inOrder, own, time } from './fields.ts';
import { type ClaimFilter, isClaimLike } from './filters.ts';
import { type Thing, into, onlyTo, property, to } from './graph.ts';
import { connection } from './page.ts';

/** What counts as an entity of a document, in the order in which its counts are shown. */
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
];
const FACTS = ['Participation', 'Tenure', 'Membership', 'Statement'];

export const document: Fields = {
  ...node,
  ...own('version', 'kind', 'title', 'url', 'language', 'sha256', 'reliability', 'note'),
  published: time('published'),
  descriptions,
  publisher: (thing) => onlyTo(thing, 'PUBLISHED_BY'),
  originator: (thing) => onlyTo(thing, 'ORIGINATED_BY'),
  platform: (thing) => onlyTo(thing, 'PUBLISHED_ON'),
  authors: (thing) => inOrder(thing, 'AUTHORED_BY').map((link) => link.to),
  cites: (thing) => inOrder(thing, 'CITES').map((link) => link.to),
  authorNames: (thing) => property(thing, 'authorNames') ?? [],
  keywords: (thing) => property(thing, 'keywords') ?? [],
  counts: (thing) => {
    const brought = [...new Set([...to(thing, 'DESCRIBES'), ...into(thing, 'EVIDENCE')])];
    const count = (typeName: string, types: string[]) => ({
      typeName,
      count: brought.filter(({ labels }) => types.some((type) => labels.has(type))).length,
    });
    const all = [
      count('Entity', DESCRIBED),
      ...[...DESCRIBED, ...FACTS, 'Claim'].map((typeName) => count(typeName, [typeName])),
    ];
    return all.filter((row) => row.count > 0);
  },
  claimsAbout: connection(orders.claims, (thing: Thing, { filter }: { filter?: ClaimFilter | null }, graph) =>
    [...new Set(into(thing, 'EVIDENCE'))].filter((claim) => isClaimLike(graph, filter, claim)),
  ),
};
