import { identityLinks, claimLinks } from '../links.ts';
import { keptLinks } from '../identity/tombstones.ts';
import { type TypeName } from '../../domain/thing-types.ts';

/** The nodes that are the record, in the order of a file, and the property by which they are in order. */
export const nodes = {
  dataSet: { label: 'DataSet', order: 'key' },
  thing: { label: 'Thing', order: 'key' },
  tombstone: { label: 'Tombstone', order: 'id' },
  judgement: { label: 'Judgement', order: 'id' },
  formerJudgement: { label: 'FormerJudgement', order: 'id' },
} as const;

export type NodeKind = keyof typeof nodes;

export const nodeKinds = Object.keys(nodes) as NodeKind[];

/** Nodes that relationships of the record join. */
export const joinedKinds = [
  'thing',
  'tombstone',
  'judgement',
  'formerJudgement',
] as const satisfies readonly NodeKind[];

export type JoinedKind = (typeof joinedKinds)[number];

/** Labels of what is no part of the record: what follows from it, what the service keeps for itself, and snapshots of it. */
export const leftOut = [
  ...['Conflict', 'ExternalId'],
  ...['Graph', 'Commits', 'Migration', 'Arrival', 'ApiKey', 'Activity', 'ImportJournal'],
  'Snapshot',
] as const;

/** Relationships that are the record; those of other types follow from it. Of RELATES_TO those that no rule has set. */
export const links: readonly string[] = [
  ...new Set([...identityLinks, ...claimLinks, ...keptLinks, 'RELATES_TO', 'FORMERLY']),
].sort();

/** All that the node of a thing is told by itself: what it is said to be lies in claims and descriptions. */
const OWN = ['version', 'createdAt', 'updatedAt', 'slot'];

/** Of a claim, what follows from its words, its documents, and how it stands to others. */
const FOLLOWS_FROM_CLAIM = new Set([
  ...['status', 'live', 'independentSources', 'reliabilityRank', 'publishedFrom', 'publishedUntil', 'publishedExact'],
  ...['planOutcome', 'dueFrom', 'dueUntil', 'dueExact', 'sortTime', 'sortDue', 'sortKey'],
]);

/** Whether a property of a thing is the record; others follow from it. */
export function isKept(type: TypeName, property: string): boolean {
  if (type === 'Claim') return !FOLLOWS_FROM_CLAIM.has(property);
  return OWN.includes(property) || (type === 'Participation' && property === 'role');
}
