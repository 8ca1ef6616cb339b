import { levelRank, reliabilityRank } from '../../domain/claims/claim.ts';
import { sortKey } from '../../domain/identity/keys.ts';
import { type Name, searchTokens, sortName } from '../../domain/names/names.ts';
import { type HoldingWindows, holdingWindows } from '../../domain/time/holding-windows.ts';
import { type Time, flattenWindow, sortTime, parseTime, unflattenTime, windowOf } from '../../domain/time/time.ts';
import {
  type Level,
  type MembershipRole,
  type Reliability,
  type TenureStatus,
} from '../../domain/vocabulary.generated.ts';
import { type DerivedRelationshipType, type Relationship } from '../../storage/relationships.ts';
import { type DerivationInput } from './derivation-input.ts';
import { toTimeInput, previousTimes } from './previous-times.ts';

/** What a type of thing has beside its fields: orders, windows, copies that spare readers a hop, shadows of facts. */
export interface DerivedProperties {
  properties: Record<string, unknown>;
  relationships: Relationship<DerivedRelationshipType>[];
  state: Record<string, unknown>;
}

type Values = Readonly<Record<string, unknown>>;

const padRank = (rank: number) => String(rank).padStart(2, '0');
const timeOfField = (values: Values, field: string) => (values[field] as Time | undefined) ?? parseTime({});

export function derivedProperties(input: DerivationInput, values: Values): DerivedProperties {
  const { key, type } = input;
  const propertiesOnly = (properties: Record<string, unknown>): DerivedProperties => ({
    properties,
    relationships: [],
    state: {},
  });
  switch (type) {
    case 'Post':
      return propertiesOnly({ sortLevel: `${padRank(levelRank(values.level as Level))}|${sortKey(key)}` });
    case 'Meeting':
      return meetingProperties(input, values);
    case 'Development':
      return propertiesOnly({
        status: values.status ?? 'UNKNOWN',
        sortTime: sortTime(timeOfField(values, 'time'), key),
      });
    case 'Participation':
      return participationProperties(input, values);
    case 'Tenure':
      return tenureProperties(input, values);
    case 'Membership':
      return membershipProperties(input, values);
    case 'Statement':
      return propertiesOnly({
        sortTime: sortTime(timeOfField(values, 'time'), key),
        searchTokens: searchTokens([(values.gist ?? '') as string]),
      });
    case 'Document':
      return documentProperties(key, values);
    case 'AnonymousSource':
      return propertiesOnly({ plural: values.plural ?? false });
    default:
      return propertiesOnly({});
  }
}

function meetingProperties({ key, claims: said }: DerivationInput, values: Values): DerivedProperties {
  const ordinal = values.ordinal as number | undefined;
  const previous = previousTimes(said, values.time as Time | undefined);
  return {
    properties: {
      status: values.status ?? 'UNKNOWN',
      previousTimes: previous.map((time) => JSON.stringify(time)),
      sortTime: sortTime(timeOfField(values, 'time'), key),
      sortOrdinal: `${ordinal === undefined ? '~' : String(ordinal).padStart(6, '0')}|${sortKey(key)}`,
    },
    relationships: [],
    state: { previousTimes: previous.map(toTimeInput) },
  };
}

function participationProperties(
  { key, nodes: neighbours, endpoints: joins, role }: DerivationInput,
  values: Values,
): DerivedProperties {
  const actor = neighbours.get(joins.OF_ACTOR!)!;
  const event = neighbours.get(joins.IN_EVENT!)!;
  const time = unflattenTime('time', event.time);
  const rank = levelRank(values.level as Level);
  return {
    properties: {
      status: values.status ?? 'UNKNOWN',
      levelRank: rank,
      ...flattenWindow('time', windowOf(time)),
      sortTime: sortTime(time, key),
      sortLevel: `${padRank(rank)}|${sortKey(key)}`,
      sortName: `${actor.sortName ?? ''}|${sortKey(key)}`,
    },
    relationships: [],
    state: { actor: actor.key, meeting: event.key, role },
  };
}

function tenureProperties(
  { id, key, nodes: neighbours, endpoints: joins, claims: said }: DerivationInput,
  values: Values,
): DerivedProperties {
  const status = (values.status ?? 'UNKNOWN') as TenureStatus;
  const { windows, observed, properties } = holdingProperties(key, values, status);
  const shortcuts = ['NOMINATED', 'NOT_TAKEN_UP'].includes(status) ? [] : ['HOLDS' as const];
  return {
    properties: { status, acting: values.acting ?? false, ...properties },
    relationships: shortcuts.flatMap((link) =>
      shortcutRelationship(link, id, joins.HELD_BY!, joins.OF_POST!, { status, ...shortcutWindows(windows) }, said),
    ),
    state: {
      official: neighbours.get(joins.HELD_BY!)!.key,
      post: neighbours.get(joins.OF_POST!)!.key,
      observedAt: observed.map(toTimeInput),
    },
  };
}

function membershipProperties(
  { id, key, nodes: neighbours, endpoints: joins, claims: said }: DerivationInput,
  values: Values,
): DerivedProperties {
  const role = (values.role ?? 'MEMBER') as MembershipRole;
  const { windows, observed, properties } = holdingProperties(key, values, null);
  return {
    properties: { role, ...properties },
    relationships: shortcutRelationship(
      'MEMBER_OF',
      id,
      joins.OF_MEMBER!,
      joins.IN_ORGANIZATION!,
      { role, ...shortcutWindows(windows) },
      said,
    ),
    state: {
      member: neighbours.get(joins.OF_MEMBER!)!.key,
      organization: neighbours.get(joins.IN_ORGANIZATION!)!.key,
      observedAt: observed.map(toTimeInput),
    },
  };
}

function holdingProperties(key: string, values: Values, status: TenureStatus | null) {
  const start = timeOfField(values, 'start');
  const observed = (values.observedAt ?? []) as Time[];
  const windows = holdingWindows({ status, start, end: timeOfField(values, 'end'), observedAt: observed });
  const properties = {
    ...windows,
    observedAt: observed.map((time) => JSON.stringify(time)),
    sortTime: sortTime(start, key),
  };
  return { windows, observed, properties };
}

/** What the shadow needs to answer "on that day" without its fact. */
function shortcutWindows({ possibleFrom, possibleUntil, observedFrom, observedUntil }: HoldingWindows) {
  return { possibleFrom, possibleUntil, observedFrom, observedUntil };
}

/** The edge by which readers cross a fact in one step; what is withdrawn casts none. */
function shortcutRelationship(
  type: 'HOLDS' | 'MEMBER_OF',
  fact: string,
  from: string,
  to: string,
  properties: Record<string, unknown>,
  claims: DerivationInput['claims'],
): Relationship<DerivedRelationshipType>[] {
  const live = claims.some(
    ({ metadata: claim }) => claim.reviewState === 'ACCEPTED' || claim.reviewState === 'DISPUTED',
  );
  return live ? [{ type, from, to, properties: { fact, ...properties } }] : [];
}

function documentProperties(key: string, values: Values): DerivedProperties {
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
    relationships: [],
    state: { reliability },
  };
}
