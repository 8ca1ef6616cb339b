import { claimStatus, levelRank } from '../../domain/claim.ts';
import { sortKey } from '../../domain/identity.ts';
import { type Name, bestName, searchTokens, sortName } from '../../domain/names.ts';
import { type TypeName, furtherLabels } from '../../domain/thing-types.ts';
import { holdingWindows } from '../../domain/tenure.ts';
import { type TimePrefix, flatTime, sortTime, timeOf } from '../../domain/time.ts';
import {
  type AttributionKind,
  type Level,
  type Modality,
  type TenureStatus,
} from '../../domain/vocabulary.generated.ts';
import { type StateRow } from './loading.ts';

/** A link to a thing, by the key that it had. */
export interface PastLink {
  type: string;
  to: string;
  properties: Readonly<Record<string, unknown>>;
}

/** A conflict that a thing, or a claim, begins. */
export interface PastConflict {
  /** The key of the thing in dispute; left out where it is the thing itself. */
  subject?: string;
  slot: string;
  order: string;
  rule?: string | null;
  claims: readonly string[];
  follows?: string | null;
}

/** A thing as it was, in the form in which the graph would have held it. */
export interface PastThing {
  id: string;
  key: string;
  type: string;
  labels: ReadonlySet<string>;
  properties: Readonly<Record<string, unknown>>;
  links: readonly PastLink[];
  conflicts: readonly PastConflict[];
  formerIds: readonly string[];
  /** The key of what it was merged into. */
  mergedInto: string | undefined;
}

/** The fields of each type that name things, and the links that they are. */
const LINKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
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

/** Times of a type, which lie flat under their names. */
const TIMES: Readonly<Record<string, readonly TimePrefix[]>> = {
  Organization: ['founded', 'dissolved'],
  Meeting: ['time'],
  Development: ['time'],
  Tenure: ['start', 'end'],
  Membership: ['start', 'end'],
  Statement: ['time'],
  Document: ['published'],
};

type State = Readonly<Record<string, unknown>>;
type Written = { edtf?: string; raw?: string; basis?: string };

/** The thing that a revision tells of; null where the revision tells that it went. */
export function thingOf(row: StateRow): PastThing | null {
  const { id, typeName, key, version, at } = row;
  const state = JSON.parse(row.state) as State;
  if (state.deleted === true) return null;
  const sort = sortKey(key);
  return {
    id,
    key,
    type: typeName,
    labels: new Set([typeName, 'Thing', ...furtherLabels[typeName]]),
    properties: {
      ...(row.said ?? {}),
      ...state,
      ...orderOf(typeName, key, row.said ?? state),
      ...named(typeName, state, key),
      ...(typeName === 'Claim' ? claim(row.said!, state) : {}),
      ...{ id, key, version, sortKey: sort, updatedAt: at, sortUpdated: `${at}|${sort}` },
    },
    links: linksOf(typeName, state),
    conflicts: (state.conflicts ?? []) as PastConflict[],
    formerIds: (state.formerIds ?? []) as string[],
    mergedInto: state.mergedInto as string | undefined,
  };
}

const timeIn = (state: State, field: string) => timeOf(state[field] ?? {});

function linksOf(type: string, state: State): PastLink[] {
  return Object.entries(LINKS[type] ?? {}).flatMap(([field, link]) =>
    [(state[field] ?? []) as string | object].flat().map((value): PastLink => {
      if (typeof value === 'string') return { type: link, to: value, properties: {} };
      const { document, agent, claim, ...properties } = value as Record<string, string | undefined>;
      return { type: link, to: (document ?? agent ?? claim)!, properties };
    }),
  );
}

function named(type: TypeName, { names = [], externalIds }: State, key: string): State {
  if (type === 'AnonymousSource') return { names };
  if (!furtherLabels[type].includes('Entity')) return {};
  const all = names as Name[];
  return {
    names: all,
    name: bestName(all),
    sortName: sortName(all, key),
    searchTokens: searchTokens(all.map(({ value }) => value)),
    externalIds: externalIds ?? [],
  };
}

/** Orders, windows and what is taken where nothing is said: as src/record writes them. */
function orderOf(type: string, key: string, state: State): State {
  const flat = Object.assign({}, ...(TIMES[type] ?? []).map((field) => flatTime(field, timeIn(state, field)))) as State;
  const byLevel = () => `${String(levelRank(state.level as Level)).padStart(2, '0')}|${sortKey(key)}`;
  switch (type) {
    case 'Post':
      return { sortLevel: byLevel() };
    case 'Meeting': {
      const ordinal = typeof state.ordinal === 'number' ? String(state.ordinal).padStart(6, '0') : '~';
      return {
        ...flat,
        status: state.status ?? 'UNKNOWN',
        previousTimes: ((state.previousTimes ?? []) as Written[]).map(timeOf),
        sortTime: sortTime(timeIn(state, 'time'), key),
        sortOrdinal: `${ordinal}|${sortKey(key)}`,
      };
    }
    case 'Development':
      return { ...flat, status: state.status ?? 'UNKNOWN', sortTime: sortTime(timeIn(state, 'time'), key) };
    case 'Participation':
      return { status: state.status ?? 'UNKNOWN', levelRank: levelRank(state.level as Level), sortLevel: byLevel() };
    case 'Tenure':
      return {
        ...flat,
        ...held(key, state, (state.status ?? 'UNKNOWN') as TenureStatus),
        acting: state.acting ?? false,
      };
    case 'Membership':
      return { ...flat, ...held(key, state, null), role: state.role ?? 'MEMBER' };
    case 'Statement':
      return {
        ...flat,
        sortTime: sortTime(timeIn(state, 'time'), key),
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

function held(key: string, state: State, status: TenureStatus | null): State {
  const [start, end] = [timeIn(state, 'start'), timeIn(state, 'end')];
  const observedAt = ((state.observedAt ?? []) as Written[]).map(timeOf);
  return {
    ...holdingWindows({ status, start, end, observedAt }),
    ...(status === null ? {} : { status }),
    observedAt,
    sortTime: sortTime(start, key),
  };
}

/** A claim's own words are its node's; how it stood is its revision's. */
function claim(said: State, state: State): State {
  const { reviewState, retractedAt = null, retractionReason = null, independentSources } = state;
  return {
    status: claimStatus(said.modality as Modality, said.attributionKind as AttributionKind),
    live: reviewState === 'ACCEPTED' || reviewState === 'DISPUTED',
    ...{ reviewState, retractedAt, retractionReason, independentSources },
  };
}
