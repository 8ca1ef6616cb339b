import { endpointRelationships, claimRelationships } from '../../storage/relationships.ts';
import { ownedRelationships } from '../identity/tombstones.ts';
import { type TypeName } from '../../domain/node-types.ts';

/** The nodes that are the record, in the order of a file, and the property by which they are in order. */
export const exportedNodes = {
  dataSet: { label: 'DataSet', order: 'key' },
  thing: { label: 'Thing', order: 'key' },
  tombstone: { label: 'Tombstone', order: 'id' },
  judgement: { label: 'Judgement', order: 'id' },
  formerJudgement: { label: 'FormerJudgement', order: 'id' },
} as const;

export type NodeKind = keyof typeof exportedNodes;

export const nodeKinds = Object.keys(exportedNodes) as NodeKind[];

/** Nodes that relationships of the record join. */
export const endpointKinds = [
  'thing',
  'tombstone',
  'judgement',
  'formerJudgement',
] as const satisfies readonly NodeKind[];

export type EndpointKind = (typeof endpointKinds)[number];

/** Labels of what is no part of the record: what follows from it, what the service keeps for itself, and snapshots of it. */
export const excludedLabels = [
  ...['Conflict', 'ExternalId'],
  ...['Graph', 'Commits', 'Migration', 'Arrival', 'ApiKey', 'Activity', 'ImportJournal'],
  'Snapshot',
] as const;

/** Relationships that are the record; those of other types follow from it. Of RELATES_TO those that no rule has set. */
export const exportedRelationships: readonly string[] = [
  ...new Set([...endpointRelationships, ...claimRelationships, ...ownedRelationships, 'RELATES_TO', 'FORMERLY']),
].sort();

/** All that the node of a thing is told by itself: what it is said to be lies in claims and descriptions. */
const NODE_PROPERTIES = ['version', 'createdAt', 'updatedAt', 'slot'];

/** Of a claim, what follows from its words, its documents, and how it stands to others. */
const DERIVED_CLAIM_PROPERTIES = new Set([
  ...['status', 'live', 'independentSources', 'reliabilityRank', 'publishedFrom', 'publishedUntil', 'publishedExact'],
  ...['planOutcome', 'dueFrom', 'dueUntil', 'dueExact', 'sortTime', 'sortDue', 'sortKey'],
]);

/** Whether a property of a thing is the record; others follow from it. */
export function isExported(type: TypeName, property: string): boolean {
  if (type === 'Claim') return !DERIVED_CLAIM_PROPERTIES.has(property);
  return NODE_PROPERTIES.includes(property) || (type === 'Participation' && property === 'role');
}
