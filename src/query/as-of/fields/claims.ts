import { ClientError } from '../../../domain/errors.ts';
import { type AsOfRelationship, type AsOfNode } from '../graph/node.ts';
import { type AsOfGraph } from '../graph/graph.ts';
import { getProperty, getString } from '../graph/values.ts';
import { asOfNodeFields } from './entities.ts';
import { type AsOfFields, asOfConnection, relatedNodes, relatedNode, ownProperties, timeField } from './fields.ts';
import { type FilterInput, matchesClaimFilter } from './filters.ts';

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
  ...ownProperties('type', 'value', 'text', 'polarity', 'quantifier', 'modality', 'status'),
  ...ownProperties('attributionKind', 'attributionInferred', 'independentSources', 'confidence', 'reviewState', 'note'),
  ...ownProperties('recordedAt', 'recordedBy', 'retractedAt', 'retractionReason'),
  subject: relatedNode('SUBJECT'),
  objects: relatedNodes('OBJECT'),
  count: (node) => {
    const value = getProperty(node, 'countValue');
    const [comparator, raw] = [getProperty(node, 'countComparator'), getProperty(node, 'countRaw')];
    return value === null ? null : { value, comparator, raw };
  },
  attribution: (node, _, graph) => relationshipTargets(graph, node, 'ATTRIBUTED_TO'),
  time: timeField('time'),
  evidence: (node, _, graph) => relationshipTargets(graph, node, 'EVIDENCE'),
  supports: (node, _, graph) =>
    graph.sorted(graph.outgoing(node, 'SUPPORTS'), (supported) => getString(supported, 'sortKey')),
  relations: (node, _, graph) =>
    graph.sorted(
      relationshipTargets(graph, node, 'RELATES_TO'),
      ({ relationship }) => relationship.properties.type as string,
      ({ node }) => getString(node!, 'sortKey'),
    ),
  corrects: relatedNode('CORRECTS'),
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
  ...relationshipProperties('type'),
};

export const asOfAnonymousSourceFields: AsOfFields = {
  ...asOfNodeFields,
  ...ownProperties('description', 'plural'),
  affiliation: relatedNode('AFFILIATED_TO'),
  toldTo: relatedNode('TOLD_TO'),
};

export const asOfDocumentFields: AsOfFields = {
  ...asOfNodeFields,
  ...ownProperties('version', 'kind', 'title', 'url', 'language', 'sha256', 'reliability', 'keywords', 'note'),
  published: timeField('published'),
  publisher: relatedNode('PUBLISHED_BY'),
  originator: relatedNode('ORIGINATED_BY'),
  platform: relatedNode('PUBLISHED_ON'),
  authors: relatedNodes('AUTHORED_BY'),
  cites: relatedNodes('CITES'),
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
