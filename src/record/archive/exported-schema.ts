import { type TypeName, typeNames } from '../../domain/node-types.ts';
import { recordedProperties } from '../../storage/properties.ts';
import { endpointRelationships, claimRelationships } from '../../storage/relationships.ts';
import { ownedRelationships } from '../identity/tombstones.ts';

/** The exported nodes, in the order of the file, and the property by which each kind is sorted. */
export const exportedNodes = {
  dataSet: { label: 'DataSet', order: 'key' },
  thing: { label: 'Thing', order: 'key' },
  tombstone: { label: 'Tombstone', order: 'id' },
  judgement: { label: 'Judgement', order: 'id' },
  formerJudgement: { label: 'FormerJudgement', order: 'id' },
} as const;

export type NodeKind = keyof typeof exportedNodes;

export const nodeKinds = Object.keys(exportedNodes) as NodeKind[];

/** The kinds of nodes that exported relationships connect. */
export const endpointKinds = [
  'thing',
  'tombstone',
  'judgement',
  'formerJudgement',
] as const satisfies readonly NodeKind[];

export type EndpointKind = (typeof endpointKinds)[number];

/** Labels that are not exported: derived nodes, nodes for internal use, and snapshots. */
export const excludedLabels = [
  ...['Conflict', 'ExternalId'],
  ...['Graph', 'Commits', 'Migration', 'Arrival', 'ApiKey', 'Activity', 'Problem', 'ImportJournal'],
  'Snapshot',
] as const;

/** The types of exported relationships; others are derived. RELATES_TO is exported unless a rule has set it. */
export const exportedRelationships: readonly string[] = [
  ...new Set([...endpointRelationships, ...claimRelationships, ...ownedRelationships, 'RELATES_TO', 'FORMERLY']),
].sort();

const exportedProperties = new Map(typeNames.map((type) => [type, new Set(recordedProperties(type))]));

/** Whether a property is exported; others are derived. */
export const isExported = (type: TypeName, property: string): boolean => exportedProperties.get(type)!.has(property);
