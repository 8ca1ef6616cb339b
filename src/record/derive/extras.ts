import { levelRank, reliabilityRank } from '../../domain/claim.ts';
import { sortKey } from '../../domain/identity.ts';
import { type Name, searchTokens, sortName } from '../../domain/names.ts';
import { type HoldingWindows, holdingWindows } from '../../domain/tenure.ts';
import { type Time, flatWindow, sortTime, timeOf, unflatTime, windowOf } from '../../domain/time.ts';
import {
  type Level,
  type MembershipRole,
  type Reliability,
  type TenureStatus,
} from '../../domain/vocabulary.generated.ts';
import { type DerivedLink, type Link } from '../links.ts';
import { type Evidence } from './evidence.ts';
import { asWritten, previousTimes } from './times.ts';

/** What a type of thing has beside its fields: orders, windows, copies that spare readers a hop, shadows of facts. */
export interface Extras {
  properties: Record<string, unknown>;
  links: Link<DerivedLink>[];
  state: Record<string, unknown>;
}

type Values = Readonly<Record<string, unknown>>;

const padded = (rank: number) => String(rank).padStart(2, '0');
const timeIn = (values: Values, field: string) => (values[field] as Time | undefined) ?? timeOf({});

export function extrasOf(evidence: Evidence, values: Values): Extras {
  const { key, type } = evidence;
  const only = (properties: Record<string, unknown>): Extras => ({ properties, links: [], state: {} });
  switch (type) {
    case 'Post':
      return only({ sortLevel: `${padded(levelRank(values.level as Level))}|${sortKey(key)}` });
    case 'Meeting':
      return meeting(evidence, values);
    case 'Development':
      return only({ status: values.status ?? 'UNKNOWN', sortTime: sortTime(timeIn(values, 'time'), key) });
    case 'Participation':
      return participation(evidence, values);
    case 'Tenure':
      return tenure(evidence, values);
    case 'Membership':
      return membership(evidence, values);
    case 'Statement':
      return only({
        sortTime: sortTime(timeIn(values, 'time'), key),
        searchTokens: searchTokens([(values.gist ?? '') as string]),
      });
    case 'Document':
      return document(key, values);
    case 'AnonymousSource':
      return only({ plural: values.plural ?? false });
    default:
      return only({});
  }
}

function meeting({ key, said }: Evidence, values: Values): Extras {
  const ordinal = values.ordinal as number | undefined;
  const previous = previousTimes(said, values.time as Time | undefined);
  return {
    properties: {
      status: values.status ?? 'UNKNOWN',
      previousTimes: previous.map((time) => JSON.stringify(time)),
      sortTime: sortTime(timeIn(values, 'time'), key),
      sortOrdinal: `${ordinal === undefined ? '~' : String(ordinal).padStart(6, '0')}|${sortKey(key)}`,
    },
    links: [],
    state: { previousTimes: previous.map(asWritten) },
  };
}

function participation({ key, neighbours, joins, role }: Evidence, values: Values): Extras {
  const actor = neighbours.get(joins.OF_ACTOR!)!;
  const event = neighbours.get(joins.IN_EVENT!)!;
  const time = unflatTime('time', event.time);
  const rank = levelRank(values.level as Level);
  return {
    properties: {
      status: values.status ?? 'UNKNOWN',
      levelRank: rank,
      ...flatWindow('time', windowOf(time)),
      sortTime: sortTime(time, key),
      sortLevel: `${padded(rank)}|${sortKey(key)}`,
      sortName: `${actor.sortName ?? ''}|${sortKey(key)}`,
    },
    links: [],
    state: { actor: actor.key, meeting: event.key, role },
  };
}

function tenure({ id, key, neighbours, joins, said }: Evidence, values: Values): Extras {
  const status = (values.status ?? 'UNKNOWN') as TenureStatus;
  const { windows, observed, properties } = held(key, values, status);
  const shadow = ['NOMINATED', 'NOT_TAKEN_UP'].includes(status) ? [] : ['HOLDS' as const];
  return {
    properties: { status, acting: values.acting ?? false, ...properties },
    links: shadow.flatMap((link) =>
      shadowOf(link, id, joins.HELD_BY!, joins.OF_POST!, { status, ...bounds(windows) }, said),
    ),
    state: {
      official: neighbours.get(joins.HELD_BY!)!.key,
      post: neighbours.get(joins.OF_POST!)!.key,
      observedAt: observed.map(asWritten),
    },
  };
}

function membership({ id, key, neighbours, joins, said }: Evidence, values: Values): Extras {
  const role = (values.role ?? 'MEMBER') as MembershipRole;
  const { windows, observed, properties } = held(key, values, null);
  return {
    properties: { role, ...properties },
    links: shadowOf('MEMBER_OF', id, joins.OF_MEMBER!, joins.IN_ORGANIZATION!, { role, ...bounds(windows) }, said),
    state: {
      member: neighbours.get(joins.OF_MEMBER!)!.key,
      organization: neighbours.get(joins.IN_ORGANIZATION!)!.key,
      observedAt: observed.map(asWritten),
    },
  };
}

function held(key: string, values: Values, status: TenureStatus | null) {
  const start = timeIn(values, 'start');
  const observed = (values.observedAt ?? []) as Time[];
  const windows = holdingWindows({ status, start, end: timeIn(values, 'end'), observedAt: observed });
  const properties = {
    ...windows,
    observedAt: observed.map((time) => JSON.stringify(time)),
    sortTime: sortTime(start, key),
  };
  return { windows, observed, properties };
}

/** What the shadow needs to answer "on that day" without its fact. */
function bounds({ possibleFrom, possibleUntil, observedFrom, observedUntil }: HoldingWindows) {
  return { possibleFrom, possibleUntil, observedFrom, observedUntil };
}

/** The edge by which readers cross a fact in one step; what is withdrawn casts none. */
function shadowOf(
  type: 'HOLDS' | 'MEMBER_OF',
  fact: string,
  from: string,
  to: string,
  properties: Record<string, unknown>,
  said: Evidence['said'],
): Link<DerivedLink>[] {
  const live = said.some(({ claim }) => claim.reviewState === 'ACCEPTED' || claim.reviewState === 'DISPUTED');
  return live ? [{ type, from, to, properties: { fact, ...properties } }] : [];
}

function document(key: string, values: Values): Extras {
  const title = (values.title as string | undefined) ?? (values.url as string | undefined) ?? '';
  const names: Name[] = title === '' ? [] : [{ value: title, lang: 'en', kind: 'COMMON' }];
  const reliability = (values.reliability ?? 'UNKNOWN') as Reliability;
  return {
    properties: {
      kind: values.kind ?? 'OTHER',
      reliability,
      reliabilityRank: reliabilityRank(reliability),
      keywords: values.keywords ?? [],
      sortName: sortName(names, key),
      searchTokens: searchTokens([title]),
    },
    links: [],
    state: { reliability },
  };
}
