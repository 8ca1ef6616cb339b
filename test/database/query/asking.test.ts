import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { type Block, freshDatabase, recordBlocks } from '../../support/recording.ts';
import { dataOf, schema } from '../../support/query.ts';

// A database that plans each statement for the first time takes its time on a busy machine.
jest.setTimeout(120_000);

let database: Database;
let engine: Engine;

const named = (key: string, value: string) => ({ key, names: [{ value, lang: 'en' }] });
const source = (title: string, rest: Partial<Block['source']> = {}): Block['source'] => ({
  ...{ title, kind: 'NEWS_ARTICLE', attributionKind: 'NARRATION', published: { edtf: '2024-12-01' } },
  ...rest,
});
type Participant = NonNullable<NonNullable<Block['meetings']>[number]['participants']>[number];
const came = (actor: string, onBehalfOf?: string, rest: Partial<Participant> = {}): Participant => ({
  ...{ actor, onBehalfOf, role: 'PARTICIPANT', status: 'ATTENDED' },
  ...rest,
});

/** Three ministers, a secretary general, and what is told of whom they met. */
const blocks: Block[] = [
  {
    source: source('A communique', { attributionKind: 'OFFICIAL_RECORD', reliability: 'RELIABLE' }),
    countries: [
      named('country:GB', 'United Kingdom'),
      named('country:US', 'United States'),
      named('country:UA', 'Ukraine'),
    ],
    organizations: [
      { ...named('org:nato', 'NATO'), kind: 'INTERGOVERNMENTAL' },
      { ...named('org:group', 'The Group'), kind: 'COALITION' },
    ],
    posts: [
      {
        ...named('post:gb', 'UK Secretary of State for Defence'),
        country: 'country:GB',
        level: 'MINISTER',
        portfolio: 'DEFENCE',
      },
      {
        ...named('post:us', 'US Secretary of Defense'),
        country: 'country:US',
        level: 'MINISTER',
        portfolio: 'DEFENCE',
      },
      { ...named('post:nato', 'Secretary General of NATO'), organization: 'org:nato', level: 'HEAD_OF_ORGANIZATION' },
    ],
    officials: [
      { ...named('official:ann', 'Ann'), country: 'country:GB' },
      { ...named('official:bob', 'Bob'), country: 'country:US' },
      { ...named('official:uma', 'Uma'), country: 'country:UA' },
      named('official:sven', 'Sven'),
    ],
    tenures: [
      {
        key: 'tenure:ann',
        official: 'official:ann',
        post: 'post:gb',
        status: 'CURRENT',
        start: { edtf: '2024-07-05' },
      },
      {
        key: 'tenure:bob',
        official: 'official:bob',
        post: 'post:us',
        status: 'ENDED',
        start: { edtf: '2021-01' },
        end: { edtf: '2024-03-20' },
      },
      { key: 'tenure:sven', official: 'official:sven', post: 'post:nato', status: 'NOMINATED' },
    ],
    meetings: [
      {
        ...named('meeting:all', 'Meeting of all'),
        ...{ kind: 'CONFERENCE', status: 'HELD', time: { edtf: '2024-01-10' }, body: 'org:group' },
        participants: [
          came('official:ann', 'country:GB', { key: 'part:ann-all', role: 'CHAIR' }),
          came('official:bob', 'country:US', { key: 'part:bob-all' }),
          came('official:uma', 'country:UA', { key: 'part:uma-all' }),
        ],
      },
      {
        ...named('meeting:missed', 'Meeting that one missed'),
        ...{ kind: 'CONFERENCE', status: 'HELD', time: { edtf: '2024-04-10' }, body: 'org:group' },
        participants: [{ key: 'part:gb-missed', actor: 'country:GB', role: 'PARTICIPANT', status: 'ABSENT' }],
      },
      {
        ...named('meeting:planned', 'Meeting to come'),
        ...{ kind: 'CONFERENCE', status: 'SCHEDULED', time: { edtf: '2030-01-10' }, body: 'org:group' },
        participants: [
          {
            key: 'part:ann-planned',
            actor: 'official:ann',
            onBehalfOf: 'country:GB',
            role: 'CHAIR',
            status: 'PLANNED',
          },
          { key: 'part:group-planned', actor: 'org:group', role: 'CONVENER', status: 'PLANNED' },
          { key: 'part:us-planned', actor: 'country:US', role: 'PARTICIPANT', status: 'INVITED' },
        ],
      },
    ],
  },
  {
    source: source('A rumour', { attributionKind: 'ANONYMOUS', reliability: 'NOT_USUALLY_RELIABLE' }),
    meetings: [
      {
        ...named('meeting:call', 'Call'),
        ...{ kind: 'PHONE_CALL', status: 'HELD', time: { edtf: '2024-02-10' } },
        participants: [
          came('official:ann', undefined, { key: 'part:ann-call' }),
          came('official:sven', undefined, { key: 'part:sven-call' }),
        ],
      },
    ],
  },
  {
    source: source('A report', { reliability: 'FAIRLY_RELIABLE' }),
    meetings: [
      {
        ...named('meeting:visit', 'Visit'),
        ...{ kind: 'VISIT', status: 'HELD', time: { edtf: '2024-03-10' } },
        participants: [
          came('official:ann', 'country:GB', { key: 'part:ann-visit' }),
          came('official:uma', 'country:UA', { key: 'part:uma-visit', role: 'HOST' }),
          came('official:bob', 'country:US', { key: 'part:bob-visit', inferred: true }),
        ],
      },
    ],
  },
];

beforeAll(async () => {
  database = await freshDatabase();
  const { problems } = await recordBlocks(database, blocks);
  expect(problems).toEqual([]);
  engine = createEngine({ schema, database, today: () => '2024-12-24' });
}, 180_000);

/** The keys in a list, which is the only root field. */
async function keysIn(list: string, args: string, at: (data: never) => unknown = (data) => data): Promise<string[]> {
  const data = await dataOf<Record<string, never>>(engine, `{ ${list}(${args}) { totalCount nodes { key } } }`);
  const page = at(data[list]!) as { totalCount: number; nodes: { key: string }[] };
  expect(page.nodes).toHaveLength(page.totalCount);
  return page.nodes.map(({ key }) => key);
}

/** The same for meetings, also as they are known to have been now. */
async function meetingsLike(filter: string): Promise<string[]> {
  const now = await keysIn('meetings', `filter: {${filter}}`);
  expect(await keysIn('meetings', `filter: {${filter}}, knownAt: "2999-01-01T00:00:00Z"`)).toEqual(now);
  return now;
}

describe('meetings in which all of these took part', () => {
  test.each([
    ['"official:ann"', ['meeting:all', 'meeting:visit']],
    ['"official:ann", "official:uma"', ['meeting:all', 'meeting:visit']],
    // Inferred of the visit, planned of another meeting.
    ['"official:ann", "official:bob"', ['meeting:all']],
    ['"country:GB", "country:US"', ['meeting:all']],
    ['"country:GB", "official:uma", "country:GB"', ['meeting:all', 'meeting:visit']],
    // Only alleged.
    ['"official:ann", "official:sven"', []],
    ['"official:ann", "official:unheard-of"', []],
    ['"org:nato"', []],
    ['', ['meeting:all', 'meeting:call', 'meeting:visit', 'meeting:missed', 'meeting:planned']],
  ])('[%s]', async (actors, expected) => {
    expect((await meetingsLike(`actors: [${actors}]`)).sort()).toEqual(expected.toSorted());
  });

  test('with other conditions, by id, and below an official', async () => {
    expect(await meetingsLike('actors: ["official:ann", "official:uma"], kinds: [VISIT]')).toEqual(['meeting:visit']);
    const { official } = await dataOf<{ official: { id: string } }>(engine, '{ official(ref: "official:uma") { id } }');
    expect(await meetingsLike(`actors: ["official:bob", "${official.id}"]`)).toEqual(['meeting:all']);
    const query = `{ official(ref: "official:ann") { meetings(filter: {actors: ["country:UA"]}) { nodes { key } } } }`;
    expect(await dataOf(engine, query)).toEqual({
      official: { meetings: { nodes: [{ key: 'meeting:visit' }, { key: 'meeting:all' }] } },
    });
  });
});

describe('officials', () => {
  const officialsLike = (filter: string) => keysIn('officials', `filter: {${filter}}`);

  test.each([
    ['"meeting:all"', ['official:ann', 'official:bob', 'official:uma']],
    ['"meeting:all", "meeting:visit"', ['official:ann', 'official:uma']],
    ['"meeting:all", "meeting:planned"', []],
    ['"meeting:all", "meeting:unheard-of"', []],
    ['', ['official:ann', 'official:bob', 'official:sven', 'official:uma']],
  ])('who were at all of the meetings [%s]', async (meetings, expected) => {
    expect(await officialsLike(`meetings: [${meetings}]`)).toEqual(expected);
  });

  test.each([
    ['official:ann', ['official:bob', 'official:uma']],
    ['official:bob', ['official:ann', 'official:uma']],
    ['official:sven', []],
    // Ann is there for it alone.
    ['country:GB', ['official:bob', 'official:uma']],
    ['country:UA', ['official:ann', 'official:bob']],
    ['country:unheard-of', []],
  ])('who met %s', async (metWith, expected) => {
    expect(await officialsLike(`metWith: "${metWith}"`)).toEqual(expected);
  });

  test('who met one and served another', async () => {
    expect(await officialsLike('metWith: "country:UA", country: "country:US", meetings: ["meeting:all"]')).toEqual([
      'official:bob',
    ]);
  });
});

describe('meetings of a country or body by role and status', () => {
  test.each([
    ['country(ref: "country:GB") { meetings', ['meeting:all', 'meeting:visit', 'meeting:planned']],
    ['country(ref: "country:GB") { meetings(roles: [CHAIR])', ['meeting:all', 'meeting:planned']],
    ['country(ref: "country:GB") { meetings(roles: [CHAIR], statuses: [ATTENDED])', ['meeting:all']],
    ['country(ref: "country:US") { meetings(statuses: [INVITED])', ['meeting:planned']],
    ['country(ref: "country:GB") { meetings(statuses: [ABSENT])', ['meeting:missed']],
    ['organization(ref: "org:group") { meetings', ['meeting:planned', 'meeting:missed', 'meeting:all']],
    ['organization(ref: "org:group") { meetings(roles: [CONVENER])', ['meeting:planned']],
    ['organization(ref: "org:group") { meetings(statuses: [ATTENDED])', []],
  ])('%s', async (field, expected) => {
    const query = `{ ${field} { totalCount nodes { key } } } }`;
    type Data = Record<string, { meetings: { totalCount: number; nodes: { key: string }[] } }>;
    const [owner] = Object.values(await dataOf<Data>(engine, query));
    expect(owner!.meetings.nodes.map(({ key }) => key)).toEqual(expected);
    expect(owner!.meetings.totalCount).toBe(expected.length);
  });

  test('also as they were known to be', async () => {
    const query = (
      knownAt: string,
    ) => `{ meeting(ref: "meeting:all"${knownAt}) { body { meetings(roles: [CONVENER]) { nodes { key } } }
      participations(filter: {actors: ["official:ann"]}) { nodes { onBehalfOf { ... on Country {
        meetings(roles: [CHAIR], statuses: [PLANNED]) { nodes { key } } } } } } } }`;
    const now = await dataOf(engine, query(''));
    expect(JSON.stringify(now)).toContain('meeting:planned');
    expect(await dataOf(engine, query(', knownAt: "2999-01-01T00:00:00Z"'))).toEqual(now);
  });
});

describe('what facts and meetings rest on', () => {
  const participationsLike = (filter: string) => keysIn('participations', `filter: {${filter}}`);

  test('anonymous sources alone', async () => {
    expect((await participationsLike('onlyAnonymous: true')).sort()).toEqual(['part:ann-call', 'part:sven-call']);
    const others = await participationsLike('onlyAnonymous: false');
    expect(others).toHaveLength((await participationsLike('')).length - 2);
    expect(others).not.toContain('part:ann-call');
    const query = (knownAt: string) =>
      `{ meetings(filter: {participation: {onlyAnonymous: true, minReliability: UNRELIABLE}}${knownAt}) { nodes { key } } }`;
    expect(await dataOf(engine, query(''))).toEqual({ meetings: { nodes: [{ key: 'meeting:call' }] } });
    expect(await dataOf(engine, query(', knownAt: "2999-01-01T00:00:00Z"'))).toEqual(await dataOf(engine, query('')));
  });

  test('documents with at least a rating', async () => {
    const ofAnn = (least: string) => participationsLike(`actors: ["official:ann"], minReliability: ${least}`);
    expect(await ofAnn('RELIABLE')).toEqual(['part:ann-all', 'part:ann-planned']);
    expect(await ofAnn('FAIRLY_RELIABLE')).toEqual(['part:ann-all', 'part:ann-visit', 'part:ann-planned']);
    expect(await ofAnn('UNKNOWN')).toEqual(await ofAnn('FAIRLY_RELIABLE'));
    expect(await ofAnn('NOT_USUALLY_RELIABLE')).toHaveLength(4);
    const meetings = async (least: string) => (await meetingsLike(`minReliability: ${least}`)).sort();
    expect(await meetings('RELIABLE')).toEqual(['meeting:all', 'meeting:missed', 'meeting:planned']);
    expect(await meetings('FAIRLY_RELIABLE')).toEqual([
      'meeting:all',
      'meeting:missed',
      'meeting:planned',
      'meeting:visit',
    ]);
    expect(await meetings('UNRELIABLE')).toHaveLength(5);
  });

  test('a meeting also on the word of those who tell who was there', async () => {
    const better = source('Minutes', { reliability: 'USUALLY_RELIABLE' });
    await recordBlocks(database, [
      {
        source: source('A first word', { reliability: 'UNRELIABLE' }),
        meetings: [
          { ...named('meeting:told', 'Told'), kind: 'CONFERENCE', status: 'HELD', time: { edtf: '2023-01-10' } },
        ],
      },
      {
        source: better,
        meetings: [{ ref: 'meeting:told', participants: [came('official:uma', undefined, { key: 'part:uma-told' })] }],
      },
    ]);
    expect(await meetingsLike('minReliability: USUALLY_RELIABLE, time: {to: "2023"}')).toEqual(['meeting:told']);
    expect(await meetingsLike('minReliability: RELIABLE, time: {to: "2023"}')).toEqual([]);
  });
});

describe('conditions that must not hold, and sets of which one must', () => {
  test.each([
    [
      'not: {actors: ["official:bob"]}',
      ['meeting:call', 'meeting:missed', 'meeting:planned', 'meeting:told', 'meeting:visit'],
    ],
    ['body: "org:group", not: {participation: {actors: ["official:ann"], roles: [CHAIR]}}', ['meeting:missed']],
    // A missing body or mode meets no condition.
    ['not: {body: "org:group"}', ['meeting:call', 'meeting:told', 'meeting:visit']],
    ['not: {modes: [REMOTE, IN_PERSON, HYBRID]}, statuses: [SCHEDULED]', ['meeting:planned']],
    [
      'not: {body: "org:group", statuses: [HELD]}',
      ['meeting:call', 'meeting:planned', 'meeting:told', 'meeting:visit'],
    ],
    [
      'anyOf: [{actors: ["official:bob"]}, {participation: {actors: ["official:sven"]}}]',
      ['meeting:all', 'meeting:call'],
    ],
    ['anyOf: [{kinds: [VISIT]}, {text: "come"}]', ['meeting:planned', 'meeting:visit']],
    ['anyOf: [{refs: ["meeting:all", "country:GB"]}, {refs: ["meeting:all"], kinds: [VISIT]}]', ['meeting:all']],
    [
      'anyOf: [{kinds: [VISIT]}, {kinds: [PHONE_CALL]}], not: {participation: {onlyAnonymous: true}}',
      ['meeting:visit'],
    ],
    ['anyOf: [{}], kinds: [VISIT]', ['meeting:visit']],
    ['anyOf: []', []],
    ['not: {}', []],
    [
      'participation: {anyOf: [{actors: ["official:sven"]}, {roles: [HOST]}], not: {levels: [OTHER]}}',
      ['meeting:call', 'meeting:visit'],
    ],
  ])('meetings {%s}', async (filter, expected) => {
    expect((await meetingsLike(filter)).sort()).toEqual(expected);
  });

  test('of participations', async () => {
    const like = 'actors: ["official:ann"], not: {statuses: [ATTENDED], onlyAnonymous: false}';
    expect(await keysIn('participations', `filter: {${like}}`)).toEqual(['part:ann-call', 'part:ann-planned']);
    const inferred = 'anyOf: [{actors: ["official:bob"]}, {actors: ["country:GB"]}], not: {includeInferred: false}';
    expect(await keysIn('participations', `filter: {${inferred}}`)).toEqual(['part:bob-visit']);
  });

  test('of officials', async () => {
    const officials = (filter: string) => keysIn('officials', `filter: {${filter}}`);
    expect(await officials('not: {country: "country:GB"}')).toEqual(['official:bob', 'official:sven', 'official:uma']);
    expect(await officials('metWith: "country:UA", not: {post: "post:us"}')).toEqual(['official:ann']);
    expect(await officials('anyOf: [{post: "post:gb"}, {metWith: "official:ann"}]')).toEqual([
      'official:ann',
      'official:bob',
      'official:uma',
    ]);
  });

  test('of claims, also as they were', async () => {
    const query = `query ($filter: ClaimFilter, $at: DateTime) { now: claims(filter: $filter, first: 100) { totalCount nodes { key } }
      then: claims(filter: $filter, first: 100, knownAt: $at) { totalCount nodes { key } } }`;
    type Page = { totalCount: number; nodes: { key: string }[] };
    const ask = async (filter: object) => {
      const { now, then } = await dataOf<{ now: Page; then: Page }>(engine, query, {
        filter,
        at: '2999-01-01T00:00:00Z',
      });
      expect(then).toEqual(now);
      return now.totalCount;
    };
    const all = await ask({});
    const [anonymous, official] = [
      await ask({ attributionKinds: ['ANONYMOUS'] }),
      await ask({ attributionKinds: ['OFFICIAL_RECORD'] }),
    ];
    expect(await ask({ not: { attributionKinds: ['ANONYMOUS'] } })).toBe(all - anonymous);
    const either = { anyOf: [{ attributionKinds: ['ANONYMOUS'] }, { minReliability: 'RELIABLE' }] };
    expect(await ask(either)).toBe(anonymous + official);
    expect(await ask({ ...either, not: { about: 'official:sven' } })).toBeLessThan(anonymous + official);
    // Retracted claims stay out, whatever else is asked.
    expect(await ask({ anyOf: [{ reviewStates: ['RETRACTED'] }] })).toBe(0);
  });

  test('at most ten sets', async () => {
    const ten = Array.from({ length: 10 }, () => '{kinds: [VISIT]}').join(' ');
    expect(await meetingsLike(`anyOf: [${ten}]`)).toEqual(['meeting:visit']);
    const filter = { anyOf: Array.from({ length: 11 }, () => ({ kinds: ['VISIT'] })) };
    const tooMany = dataOf(engine, 'query ($filter: MeetingFilter) { meetings(filter: $filter) { totalCount } }', {
      filter,
    });
    await expect(tooMany).rejects.toThrow(/MeetingFilter\.anyOf.* has 11 items; the limit is 10/);
  });
});

describe('a list of posts', () => {
  test.each([
    ['', ['post:nato', 'post:us', 'post:gb']],
    ['organization: "org:nato"', ['post:nato']],
    ['country: "country:GB"', ['post:gb']],
    ['country: "org:nato"', []],
    ['levels: [MINISTER, OTHER], portfolio: DEFENCE', ['post:us', 'post:gb']],
    ['text: "secretary defense", country: "country:US"', ['post:us']],
  ])('{%s}', async (filter, expected) => {
    expect((await keysIn('posts', `filter: {${filter}}`)).sort()).toEqual(expected.toSorted());
  });

  test('by name, in pages', async () => {
    const query = `{ posts(first: 2) { nodes { name holders { official { key } } } pageInfo { hasNextPage } } }`;
    expect(await dataOf(engine, query)).toMatchObject({
      posts: {
        nodes: [{ name: 'Secretary General of NATO' }, { name: 'UK Secretary of State for Defence' }],
        pageInfo: { hasNextPage: true },
      },
    });
  });
});

describe('a list of tenures', () => {
  test.each([
    ['', ['tenure:bob', 'tenure:ann', 'tenure:sven']],
    ['official: "official:ann"', ['tenure:ann']],
    ['post: "post:us"', ['tenure:bob']],
    ['country: "country:GB"', ['tenure:ann']],
    ['statuses: [NOMINATED]', ['tenure:sven']],
    ['standings: [ALLEGED, WITHDRAWN]', []],
    ['time: {from: "2024-02", to: "2024-06"}', ['tenure:bob']],
    ['time: {from: "2024"}', ['tenure:bob', 'tenure:ann']],
    ['time: {to: "2021-01-15"}', ['tenure:bob']],
    ['time: {to: "2021-01-15", match: CERTAINLY}', []],
    ['time: {to: "2021-01-31", match: CERTAINLY}', ['tenure:bob']],
    ['time: {from: "2024-03-21", match: CERTAINLY}', ['tenure:ann']],
  ])('{%s}', async (filter, expected) => {
    expect(await keysIn('tenures', `filter: {${filter}}`)).toEqual(expected);
  });

  test('a day of a window is as the day alone', async () => {
    for (const match of ['POSSIBLY', 'CERTAINLY']) {
      const query = `query ($match: TimeMatch) {
        tenures(filter: {post: "post:us", time: {from: "2024-03-20", to: "2024-03-20", match: $match}}) { nodes { key } }
        post(ref: "post:us") { holders(on: "2024-03-20", match: $match) { key } } }`;
      type Data = { tenures: { nodes: object[] }; post: { holders: object[] } };
      const { tenures, post } = await dataOf<Data>(engine, query, { match });
      expect(tenures.nodes).toEqual(post.holders);
      expect(tenures.nodes).toHaveLength(1);
    }
  });

  test('no window ends before it begins', async () => {
    const reversed = dataOf(engine, '{ tenures(filter: {time: {from: "2025", to: "2024"}}) { totalCount } }');
    await expect(reversed).rejects.toThrow(/starts .* after it ends/);
  });
});
