import { cite } from '../../../citation/cite.ts';
import { type CitedDocument } from '../../../citation/works.ts';
import { ClientError } from '../../../domain/errors.ts';
import { type Name, bestName } from '../../../domain/names/names.ts';
import { type DocumentCitationStyle, type DocumentKind } from '../../../domain/vocabulary.generated.ts';
import { type AsOfRelationship, type AsOfNode } from '../graph/node.ts';
import { type AsOfGraph } from '../graph/graph.ts';
import { getProperty, getString } from '../graph/values.ts';
import { asOfNodeFields, refuseDescriptions } from './entities.ts';
import { type AsOfFields, asOfConnection, ownProperties } from './fields.ts';
import { type FilterInput, matchesClaimFilter } from './filters.ts';
import { storedAsOfFields } from './stored-fields.ts';

/** A relationship with the node it leads to. */
interface RelationshipTarget {
  relationship: AsOfRelationship;
  node: AsOfNode | null;
}

const relationshipTargets = (graph: AsOfGraph, claim: AsOfNode, type: string): RelationshipTarget[] =>
  graph.map(
    claim.relationships.filter((relationship) => relationship.type === type),
    (relationship) => ({ relationship, node: graph.nodeByKey(relationship.to) }),
  );

export const asOfClaimFields: AsOfFields = {
  ...asOfNodeFields,
  ...storedAsOfFields('Claim'),
  attribution: (node, _, graph) => relationshipTargets(graph, node, 'ATTRIBUTED_TO'),
  evidence: (node, _, graph) => relationshipTargets(graph, node, 'EVIDENCE'),
  supports: (node, _, graph) =>
    graph.sorted(graph.outgoing(node, 'SUPPORTS'), (supported) => getString(supported, 'sortKey')),
  relations: (node, _, graph) =>
    graph.sorted(
      relationshipTargets(graph, node, 'RELATES_TO'),
      ({ relationship }) => relationship.properties.type as string,
      ({ node }) => getString(node!, 'sortKey'),
      ({ relationship }) => (relationship.properties.slot ?? '') as string,
    ),
  says: (node, _, graph) => relationshipTargets(graph, node, 'SAYS'),
  correctedBy: (node, _, graph) => graph.incoming(node, 'CORRECTS')[0] ?? null,
};

const relationshipProperties = (...names: string[]): AsOfFields<RelationshipTarget> =>
  Object.fromEntries(
    names.map((name) => [name, ({ relationship }: RelationshipTarget) => relationship.properties[name] ?? null]),
  );

export const asOfAttributionStepFields: AsOfFields<RelationshipTarget> = {
  agent: ({ node }) => node,
  ...relationshipProperties('how'),
};
export const asOfEvidenceFields: AsOfFields<RelationshipTarget> = {
  document: ({ node }) => node,
  ...relationshipProperties('paragraph', 'line'),
};
export const asOfClaimRelationFields: AsOfFields<RelationshipTarget> = {
  claim: ({ node }) => node,
  ...relationshipProperties('type', 'slot'),
};
export const asOfClaimSlotFields: AsOfFields<RelationshipTarget> = {
  subject: ({ node }) => node,
  node: ({ relationship }, _, graph) => {
    const { node } = relationship.properties;
    return typeof node === 'string' ? graph.nodeByKey(node) : null;
  },
  ...relationshipProperties('slot', 'value', 'independentSources'),
};

export const asOfAnonymousSourceFields: AsOfFields = { ...asOfNodeFields, ...storedAsOfFields('AnonymousSource') };

function citedDocument(graph: AsOfGraph, node: AsOfNode): CitedDocument {
  const text = (name: string) => getProperty(node, name) as string | null;
  const nameOf = (entity: AsOfNode) => bestName(getProperty(entity, 'names') as Name[]);
  const [publisher, platform] = graph.map(['PUBLISHED_BY', 'PUBLISHED_ON'], (type) => {
    const entity = graph.outgoingOne(node, type);
    return entity && nameOf(entity);
  });
  return {
    work: 'document',
    key: node.key,
    kind: getString(node, 'kind') as DocumentKind,
    title: text('title'),
    authors: [
      ...graph.outgoing(node, 'AUTHORED_BY').map(nameOf),
      ...((getProperty(node, 'authorNames') ?? []) as string[]),
    ],
    publisher: publisher ?? null,
    platform: platform ?? null,
    published: text('publishedEdtf'),
    url: text('url'),
    language: text('language'),
  };
}

export const asOfDocumentFields: AsOfFields = {
  ...asOfNodeFields,
  ...ownProperties('version'),
  ...storedAsOfFields('Document'),
  descriptions: refuseDescriptions,
  citation: (node, { style }, graph) => cite(citedDocument(graph, node), style as DocumentCitationStyle),
  counts: () => {
    throw new ClientError(
      'NOT_KNOWN_AT',
      'Revisions do not record which nodes a document described, so `counts` has no value with `knownAt`. Leave the field ' +
        'out, or ask without `knownAt` for its current value.',
    );
  },
  claimsAbout: asOfConnection((node, { filter }, graph) =>
    graph.filter(graph.incoming(node, 'EVIDENCE'), (claim) => matchesClaimFilter(graph, filter as FilterInput, claim)),
  ),
};
