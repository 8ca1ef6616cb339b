import { type TimeSpan, parseTime, windowOf } from '../../src/domain/time/time.ts';
import { type TypeName } from '../../src/domain/node-types.ts';
import { type DerivationInput, type ReferencedNode } from '../../src/record/derive/derivation-input.ts';

type DerivedType = Exclude<TypeName, 'Claim'>;

const node = (id: string, more: Partial<ReferencedNode> = {}): ReferencedNode => ({
  ...{ id, key: `key:${id}`, labels: [], sortName: null, level: null, country: null, organization: null, around: [] },
  time: {},
  ...more,
});

const day = (edtf: string): TimeSpan => parseTime({ edtf });
const meetingDay = day('2025-02-12');

/** The nodes that facts join. */
const nodes = new Map(
  [
    node('official', { key: 'official:ann', sortName: 'ann able  official:ann' }),
    node('country', { key: 'country:GB', labels: ['Country'], sortName: 'united kingdom  country:GB' }),
    node('organization', { key: 'org:group', sortName: 'group  org:group' }),
    node('post', { key: 'post:minister' }),
    node('meeting', {
      key: 'meeting:m2',
      time: Object.fromEntries(
        Object.entries(meetingDay).map(([part, value]) => [`time${part[0]!.toUpperCase()}${part.slice(1)}`, value]),
      ),
    }),
  ].map((each) => [each.id, each] as const),
);

const endpoints: Partial<Record<DerivedType, DerivationInput['endpoints']>> = {
  Participation: { OF_ACTOR: 'official', IN_EVENT: 'meeting' },
  Tenure: { HELD_BY: 'official', OF_POST: 'post' },
  Membership: { OF_MEMBER: 'country', IN_ORGANIZATION: 'organization' },
};

const names = [{ value: 'The 9th of all', lang: 'en', kind: 'COMMON' }];

/** What sources say of a node of each type: enough for each order key to have something in it. */
const said: Record<DerivedType, Readonly<Record<string, unknown>>> = {
  Country: { names },
  Official: { names },
  Organization: { names, kind: 'COALITION', founded: { edtf: '2022' } },
  Post: { names, level: 'MINISTER' },
  Place: { names, kind: 'CITY' },
  Topic: { names },
  Meeting: { names, kind: 'CONFERENCE', status: 'HELD', time: { edtf: '2025-02-12' }, ordinal: 26, mode: 'REMOTE' },
  Development: { names, kind: 'OTHER', status: 'HELD', time: { edtf: '2025-02' } },
  Participation: { status: 'ATTENDED', level: 'MINISTER', mode: 'REMOTE' },
  Tenure: { status: 'CURRENT', start: { edtf: '2024-07-05' }, observedAt: { edtf: '2025-01-10' } },
  Membership: { role: 'MEMBER', start: { edtf: '2022-04' } },
  Statement: { act: 'DENY', gist: 'Nothing of the kind', time: { edtf: '2025-02-11' } },
  Document: { kind: 'NEWS_ARTICLE', title: 'A readout', reliability: 'RELIABLE', published: { edtf: '2025-02-13' } },
  AnonymousSource: { description: 'a diplomat', names },
};

export const derivedTypes = Object.keys(said) as DerivedType[];

/** What a node of this type is derived from: one description and one claim, which say the same, and say `more`. */
export function nodeInput(
  type: DerivedType,
  key: string,
  more: Readonly<Record<string, unknown>> = {},
): DerivationInput {
  const values = { ...said[type], ...more };
  return {
    id: `id of ${key}`,
    key,
    type,
    descriptions: [
      {
        ...{
          document: { id: 'd', key: 'doc:d' },
          series: 'd',
          origin: 'd',
          reliabilityRank: 0,
          recordedAt: '2025',
          changedAt: '2025',
        },
        published: windowOf(parseTime({})),
        values,
        retracted: [],
      },
    ],
    claims: [
      {
        id: 'claim',
        type: 'STATUS',
        metadata: {
          ...{ claim: 'c1', polarity: 'AFFIRMATIVE', modality: 'OCCURRED', status: 'OCCURRED' },
          ...{ attributionKind: 'OFFICIAL_RECORD', origins: ['d'], reliabilityRank: 0 },
          ...{ reviewState: 'ACCEPTED', published: null, supersedes: [], recordedAt: '2025-02-12T09:00:00.000Z' },
        },
        values,
        opposed: [],
      },
    ],
    attendance: [],
    contrary: [],
    excludedBy: null,
    isContested: false,
    nodes,
    endpoints: endpoints[type] ?? {},
    role: type === 'Participation' ? 'CHAIR' : null,
    formerIds: [],
    judgements: {},
  };
}
