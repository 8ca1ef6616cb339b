/** Every property of the graph, by label and by type of relationship: what docs/graph.md names. */
import { type TypeName, typeNames } from '../domain/node-types.ts';
import { parseTime, windowOf } from '../domain/time/time.ts';
import { derivedProperties, participationCopies } from './derived.ts';
import { type FieldStorage } from './fields.ts';
import { HOLDING_WINDOWS } from './holding-windows.ts';
import { derivedFromNames, flattenNames } from './names.ts';
import { claimRelationships, derivedRelationships, endpointRelationships } from './relationships.ts';
import { flattenWindow } from './times.ts';
import { REVISION_PROPERTIES } from './revisions.ts';
import { storedProperties } from './values.ts';

const UNKNOWN = parseTime({});

/** By label, the properties that all its nodes have. */
const ofInterfaces: Readonly<Record<string, readonly string[]>> = {
  Thing: ['id', 'key', 'sortKey', 'version', 'createdAt', 'updatedAt', 'formerIds'],
  Entity: [
    ...Object.keys({ ...flattenNames([]), ...derivedFromNames([], { key: '', type: 'Country', externalIds: [] }) }),
    'externalIds',
    'sortUpdated',
  ],
  Event: ['standing'],
  Fact: ['slot', 'standing'],
};

/** What is recorded of a claim beside its fields. */
const recordedOfClaim = [
  'dataSet',
  'localKey',
  'mutationKey',
  'fingerprint',
  'pruned',
  'matter',
  'supportsFollow',
  'reviewed',
];

/** What a type has that does not follow from its own fields. */
const ofTypes: Partial<Record<TypeName, readonly string[]>> = {
  Participation: [
    ...Object.keys(participationCopies({ meetingTime: UNKNOWN, actorSortName: null }, '')),
    'actedFor',
    'excludedByMeeting',
  ],
  AnonymousSource: Object.keys(flattenNames([])),
  Tenure: HOLDING_WINDOWS,
  Claim: [
    ...['live', 'reliabilityRank', ...Object.keys(flattenWindow('published', windowOf(UNKNOWN))), 'publishedAt'],
    ...['planOutcome', ...Object.keys(flattenWindow('due', windowOf(UNKNOWN))), 'sortDue'],
    ...recordedOfClaim,
  ],
};

const writtenBy = (type: TypeName, by: FieldStorage['by']) => Object.keys(storedProperties(type, {}, by));

const ofFields = (type: TypeName) => [
  ...([undefined, 'creation', 'review', 'another step'] as const).flatMap((by) => writtenBy(type, by)),
  ...Object.keys(derivedProperties(type, '', {})),
];

/** The properties of a node, beside its id and key, that are recorded; the others are derived from claims and descriptions. */
export const recordedProperties = (type: TypeName): readonly string[] => [
  ...['version', 'createdAt', 'updatedAt', 'slot'],
  ...(type === 'Claim' ? recordedOfClaim : []),
  ...writtenBy(type, 'creation'),
  ...writtenBy(type, 'review'),
];

/** Nodes without a type: derived ones, and those for internal use. */
const ofOtherNodes: Readonly<Record<string, readonly string[]>> = {
  Tombstone: ['typeName', 'deletedWith'],
  Judgement: ['id', 'verdict', 'reason', 'by', 'at', 'sequence'],
  FormerJudgement: ['id', 'verdict', 'reason', 'by', 'at', 'sequence'],
  ExternalId: ['scheme', 'value', 'name'],
  Conflict: ['key', 'slot', 'rule', 'sortKey'],
  PossibleDuplicate: ['key', 'score', 'reasons', 'verdict', 'sortScore'],
  Revision: REVISION_PROPERTIES,
  DataSet: ['key', 'title', 'note', 'importedAt'],
  Activity: ['id', 'operation', 'by', 'at', 'reason', 'sequence', 'onceKey', 'fingerprint'],
  Problem: ['code', 'path', 'message'],
  Candidate: ['score', 'reasons'],
  Snapshot: ['id', 'takenAt', 'takenBy', 'note', 'sha256', 'counts', 'instance', 'sequence'],
  Graph: ['only', 'version', 'instance', 'recent', 'floor'],
  Commits: ['only', 'begun', 'done'],
  Arrival: ['only', 'run', 'revisions'],
  ImportJournal: ['dataSets', 'fingerprint', 'done', 'begun', 'at'],
  ApiKey: ['id', 'name', 'role', 'hash', 'createdAt', 'lastUsedOn', 'revokedAt'],
  Migration: ['number', 'name', 'appliedAt'],
};

/** The properties of nodes, by label; a node has those of all its labels. */
export const nodeProperties: Readonly<Record<string, readonly string[]>> = {
  ...ofInterfaces,
  ...Object.fromEntries(typeNames.map((type) => [type, [...new Set([...ofFields(type), ...(ofTypes[type] ?? [])])]])),
  ...ofOtherNodes,
};

const holding = ['fact', 'possibleFrom', 'possibleUntil'];
const attendance = ['status', 'standing', 'inferred', 'startEarliest'];

/** The properties of relationships, by type; any of them may have `originalTo` and `originalFrom` too, and SHELVED what it had. */
export const relationshipProperties: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    [...derivedRelationships, ...endpointRelationships, ...claimRelationships].map((type) => [type, []]),
  ),
  ...{ HELD_AT: ['order'], MADE_BY: ['order'], AUTHORED_BY: ['order'], CITES: ['order'] },
  ...{ OBJECT: ['order'], EVIDENCE: ['order', 'paragraph', 'line'], ATTRIBUTED_TO: ['order', 'how'] },
  SUPPORTS: ['fields', 'values'],
  SAYS: ['order', 'slot', 'value', 'node', 'independentSources'],
  RELATES_TO: ['type', 'by', 'slot', 'replaces'],
  DESCRIBES: ['dataSet', 'localKey', 'fingerprint', 'values', 'retracted', 'recordedAt', 'changedAt'],
  ATTENDS: ['roles', ...attendance, 'onBehalfOf'],
  ...Object.fromEntries(['CHAIRS', 'CONVENES', 'HOSTS', 'SPEAKS_AT'].map((type) => [type, attendance])),
  HOLDS: [...holding, 'status'],
  MEMBER_OF: [...holding, 'role'],
  ...{
    IDENTIFIED_BY: [],
    OF: [],
    AMONG: ['order', 'value'],
    TOLD_IN: ['order', 'value'],
    FOLLOWS: [],
    FIRST_OF: [],
    SECOND_OF: [],
    REVISES: [],
    FORMERLY: ['type'],
  },
  ...{ MERGED_INTO: ['with', 'sequence'], SHELVED: ['was'], BETWEEN: [] },
  ...{ RESULTED_IN: [], CLAIMED: ['order'], SPOKE_OF: ['order'], UNDERMINES: ['order'] },
  ...{ MEETS: ['order'], WARNS_OF: ['order'], SUGGESTS: ['order'], MAY_REPEAT: ['order'] },
};
