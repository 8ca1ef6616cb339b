import { claimStatus, levelRank } from '../../../domain/claims/claim.ts';
import { sortKey } from '../../../domain/identity/keys.ts';
import { type Name, bestName, searchTokens, sortName } from '../../../domain/names/names.ts';
import { type TypeName, additionalLabels } from '../../../domain/node-types.ts';
import { holdingWindows } from '../../../domain/time/holding-windows.ts';
import { type TimePrefix, flattenTime, sortTime, parseTime } from '../../../domain/time/time.ts';
import {
  type AttributionKind,
  type Level,
  type Modality,
  type TenureStatus,
} from '../../../domain/vocabulary.generated.ts';
import { type StateRow } from './load.ts';

/** A relationship to another node, which is named by the key it had at the time. */
export interface AsOfRelationship {
  type: string;
  to: string;
  properties: Readonly<Record<string, unknown>>;
}

/** A conflict as the revision of its subject has it, or that of its first claim. */
export interface AsOfConflict {
  /** The key of the node in dispute; left out where the conflict is in the revision of that node. */
  subject?: string;
  slot: string;
  order: string;
  rule?: string | null;
  claims: readonly string[];
  follows?: string | null;
}

/** A node as it was then, with the properties and relationships the graph would have stored (docs/graph.md). */
export interface AsOfNode {
  id: string;
  key: string;
  type: string;
  labels: ReadonlySet<string>;
  properties: Readonly<Record<string, unknown>>;
  relationships: readonly AsOfRelationship[];
  conflicts: readonly AsOfConflict[];
  formerIds: readonly string[];
  /** The key of the node it was merged into. */
  mergedInto: string | undefined;
}

/** For each type, the fields that refer to other nodes, and the relationship type of each. */
const RELATIONSHIPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Official: { country: 'SERVES' },
  Organization: { country: 'OF_COUNTRY', parent: 'PARENT' },
  Post: { country: 'POST_OF', organization: 'POST_OF' },
  Place: { country: 'LOCATED_IN', within: 'WITHIN', operatedBy: 'OPERATED_BY' },
  Topic: { broader: 'BROADER' },
  Meeting: { place: 'HELD_AT', body: 'OF_BODY', partOf: 'PART_OF', topics: 'ABOUT_TOPIC' },
  Development: { partOf: 'PART_OF', topics: 'ABOUT_TOPIC' },
  Participation: {
    ...{ actor: 'OF_ACTOR', meeting: 'IN_EVENT', capacity: 'AS_POST' },
    ...{ onBehalfOf: 'ON_BEHALF_OF', standsInFor: 'STANDS_IN_FOR' },
  },
  Tenure: { official: 'HELD_BY', post: 'OF_POST' },
  Membership: { member: 'OF_MEMBER', organization: 'IN_ORGANIZATION' },
  Statement: {
    ...{ speaker: 'MADE_BY', capacity: 'AS_POST', occasion: 'ON_OCCASION', addressee: 'ADDRESSED_TO' },
    ...{ topics: 'ABOUT_TOPIC', document: 'IN_DOCUMENT' },
  },
  Document: {
    ...{ publisher: 'PUBLISHED_BY', originator: 'ORIGINATED_BY', platform: 'PUBLISHED_ON' },
    ...{ authors: 'AUTHORED_BY', cites: 'CITES' },
  },
  AnonymousSource: { affiliation: 'AFFILIATED_TO', toldTo: 'TOLD_TO' },
  Claim: {
    ...{ subject: 'SUBJECT', objects: 'OBJECT', evidence: 'EVIDENCE', attribution: 'ATTRIBUTED_TO' },
    ...{ supports: 'SUPPORTS', relations: 'RELATES_TO', corrects: 'CORRECTS' },
  },
};

/** For each type, the times that are stored as flat properties with the field's name as prefix. */
const TIME_FIELDS: Readonly<Record<string, readonly TimePrefix[]>> = {
  Organization: ['founded', 'dissolved'],
  Meeting: ['time'],
  Development: ['time'],
  Tenure: ['start', 'end'],
  Membership: ['start', 'end'],
  Statement: ['time'],
  Document: ['published'],
};

type NodeState = Readonly<Record<string, unknown>>;
type TimeInput = { edtf?: string; raw?: string; basis?: string };

/** The node that a revision describes; null if the revision says that it was deleted. */
export function toAsOfNode(row: StateRow): AsOfNode | null {
  const { id, typeName, key, version, at } = row;
  const state = JSON.parse(row.state) as NodeState;
  if (state.deleted === true) return null;
  const sortKeyValue = sortKey(key);
  return {
    id,
    key,
    type: typeName,
    labels: new Set([typeName, 'Thing', ...additionalLabels[typeName]]),
    properties: {
      ...(row.claimNode ?? {}),
      ...state,
      ...derivedProperties(typeName, key, row.claimNode ?? state),
      ...nameProperties(typeName, state, key),
      ...(typeName === 'Claim' ? claimProperties(row.claimNode!, state) : {}),
      ...{ id, key, version, sortKey: sortKeyValue, updatedAt: at, sortUpdated: `${at}|${sortKeyValue}` },
    },
    relationships: toRelationships(typeName, state),
    conflicts: (state.conflicts ?? []) as AsOfConflict[],
    formerIds: (state.formerIds ?? []) as string[],
    mergedInto: state.mergedInto as string | undefined,
  };
}

const timeField = (state: NodeState, field: string) => parseTime(state[field] ?? {});

function toRelationships(type: string, state: NodeState): AsOfRelationship[] {
  return Object.entries(RELATIONSHIPS[type] ?? {}).flatMap(([field, relationshipType]) =>
    [(state[field] ?? []) as string | object].flat().map((value): AsOfRelationship => {
      if (typeof value === 'string') return { type: relationshipType, to: value, properties: {} };
      const { document, agent, claim, ...properties } = value as Record<string, string | undefined>;
      return { type: relationshipType, to: (document ?? agent ?? claim)!, properties };
    }),
  );
}

function nameProperties(type: TypeName, { names = [], externalIds }: NodeState, key: string): NodeState {
  if (type === 'AnonymousSource') return { names };
  if (!additionalLabels[type].includes('Entity')) return {};
  const allNames = names as Name[];
  return {
    names: allNames,
    name: bestName(allNames),
    sortName: sortName(allNames, key),
    searchTokens: searchTokens(allNames.map(({ value }) => value)),
    externalIds: externalIds ?? [],
  };
}

/** Sort keys, windows and default values, as src/record writes them. */
function derivedProperties(type: string, key: string, state: NodeState): NodeState {
  const flat = Object.assign(
    {},
    ...(TIME_FIELDS[type] ?? []).map((field) => flattenTime(field, timeField(state, field))),
  ) as NodeState;
  const byLevel = () => `${String(levelRank(state.level as Level)).padStart(2, '0')}|${sortKey(key)}`;
  switch (type) {
    case 'Post':
      return { sortLevel: byLevel() };
    case 'Meeting': {
      const ordinal = typeof state.ordinal === 'number' ? String(state.ordinal).padStart(6, '0') : '~';
      return {
        ...flat,
        status: state.status ?? 'UNKNOWN',
        previousTimes: ((state.previousTimes ?? []) as TimeInput[]).map(parseTime),
        sortTime: sortTime(timeField(state, 'time'), key),
        sortOrdinal: `${ordinal}|${sortKey(key)}`,
      };
    }
    case 'Development':
      return { ...flat, status: state.status ?? 'UNKNOWN', sortTime: sortTime(timeField(state, 'time'), key) };
    case 'Participation':
      return { status: state.status ?? 'UNKNOWN', levelRank: levelRank(state.level as Level), sortLevel: byLevel() };
    case 'Tenure':
      return {
        ...flat,
        ...holdingProperties(key, state, (state.status ?? 'UNKNOWN') as TenureStatus),
        acting: state.acting ?? false,
      };
    case 'Membership':
      return { ...flat, ...holdingProperties(key, state, null), role: state.role ?? 'MEMBER' };
    case 'Statement':
      return {
        ...flat,
        sortTime: sortTime(timeField(state, 'time'), key),
        searchTokens: searchTokens([(state.gist ?? '') as string]),
      };
    case 'Document': {
      const title = (state.title ?? state.url ?? '') as string;
      const names: Name[] = title === '' ? [] : [{ value: title, lang: 'en', kind: 'COMMON' }];
      return { ...flat, kind: state.kind ?? 'OTHER', keywords: state.keywords ?? [], sortName: sortName(names, key) };
    }
    case 'AnonymousSource':
      return { plural: state.plural ?? false };
    default:
      return flat;
  }
}

function holdingProperties(key: string, state: NodeState, status: TenureStatus | null): NodeState {
  const [start, end] = [timeField(state, 'start'), timeField(state, 'end')];
  const observedAt = ((state.observedAt ?? []) as TimeInput[]).map(parseTime);
  return {
    ...holdingWindows({ status, start, end, observedAt }),
    ...(status === null ? {} : { status }),
    observedAt,
    sortTime: sortTime(start, key),
  };
}

/** What a claim says is on its node and never changes; its review state and the like are in its revisions. */
function claimProperties(claimNode: NodeState, state: NodeState): NodeState {
  const { reviewState, retractedAt = null, retractionReason = null, independentSources } = state;
  return {
    status: claimStatus(claimNode.modality as Modality, claimNode.attributionKind as AttributionKind),
    live: reviewState === 'ACCEPTED' || reviewState === 'DISPUTED',
    ...{ reviewState, retractedAt, retractionReason, independentSources },
  };
}
