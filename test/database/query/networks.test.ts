import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'graphql';
import { type Database } from '../../../src/graph/database.ts';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { type RootReader } from '../../../src/query/read/read-roots.ts';
import { canReadBatched, readRootsBatched } from '../../../src/query/tiers/tiered-reader.ts';
import { mergeEntitiesOperation } from '../../../src/record/identity/merge.ts';
import { type Sent, ask, dataOf, listening, schema } from '../../support/query.ts';
import { type Block, type MeetingRow, freshDatabase, importBlocks, recordBlocks } from '../../support/recording.ts';
import { runOperation } from '../../support/run-operation.ts';
import {
  type Participation,
  type PlainNetwork,
  type PlainTie,
  plainNetwork,
  plainShortest,
} from '../../support/plain-network.ts';

// A database that plans each statement for the first time takes its time on a busy machine.
jest.setTimeout(300_000);

const named = (key: string, name = key) => ({ key, names: [{ value: name, lang: 'en' }] });
const official = (name: string, country: string | null) => ({
  ...named(`official:${name}`),
  ...(country && { country: `country:${country}` }),
});

const READ_ALL = `{
  meetings(first: 20) { nodes { key participations(first: 40) { nodes {
    key role status standing inferred
    actor { key __typename ... on Official { country { key } } ... on Organization { country { key } } }
    onBehalfOf { key __typename ... on Organization { country { key } } }
    capacity { country { key } organization { key country { key } } }
    actedBy { status standing inferred }
  } } } }
}`;

/** All participations, as the API shows them. */
async function readParticipations(engine: Engine): Promise<Participation[]> {
  const { meetings } = await dataOf<{
    meetings: { nodes: { key: string; participations: { nodes: Omit<Participation, 'meeting'>[] } }[] };
  }>(engine, READ_ALL);
  return meetings.nodes.flatMap(({ key, participations }) =>
    participations.nodes.map((each) => ({ ...each, meeting: key })),
  );
}

type Kind = 'OFFICIAL' | 'COUNTRY' | 'ORGANIZATION';
const LISTS: Readonly<Record<Kind, string>> = {
  OFFICIAL: 'officials',
  COUNTRY: 'countries',
  ORGANIZATION: 'organizations',
};
const WEIGHTS = ['COUNT', 'NEWMAN', 'JACCARD'] as const;

interface Tie {
  a: { key: string };
  b: { key: string };
  weight: number;
  because: { key: string }[];
}

const TIE = 'a { key } b { key } weight because { key }';

/** A tie as text that is the same from both ends, with its weight to twelve digits. */
const textOf = ({ a, b, weight, meetings }: PlainTie) =>
  `${[a, b].sort().join(' - ')} ${weight.toPrecision(12)} ${[...meetings].sort().join(' ')}`;
const plain = ({ a, b, weight, because }: Tie): PlainTie => ({
  ...{ a: a.key, b: b.key, weight, meetings: because.map(({ key }) => key) },
});

/** The network as the API has it. */
async function readNetwork(engine: Engine, input: object) {
  const { network } = await dataOf<{
    network: {
      nodeCount: number;
      tieCount: number;
      meetingCount: number;
      nodes: { entity: { key: string }; degree: number; strength: number; component: number }[];
      ties: Tie[];
    };
  }>(
    engine,
    `query ($input: NetworkInput!) { network(input: $input) {
       nodeCount tieCount meetingCount nodes { entity { key } degree strength component } ties { ${TIE} } } }`,
    { input },
  );
  return network;
}

/** Compares a network with its definition. */
async function expectNetwork(engine: Engine, input: object, expected: PlainNetwork): Promise<void> {
  const network = await readNetwork(engine, input);
  expect(network.ties.map((tie) => textOf(plain(tie))).sort()).toEqual(expected.ties.map(textOf).sort());
  expect(network.nodes.map(({ entity }) => entity.key).sort()).toEqual([...expected.nodes].sort());
  expect(network).toMatchObject({
    nodeCount: expected.nodes.length,
    tieCount: expected.ties.length,
    meetingCount: expected.meetings.length,
  });
  for (const { entity, degree, strength } of network.nodes) {
    const own = expected.ties.filter(({ a, b }) => a === entity.key || b === entity.key);
    expect(degree).toBe(own.length);
    expect(strength).toBeCloseTo(
      own.reduce((sum, { weight }) => sum + weight, 0),
      10,
    );
  }
  const weights = network.ties.map(({ weight }) => weight);
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
}

async function expectMetWith(engine: Engine, kind: Kind, args: object, { ties }: PlainNetwork): Promise<void> {
  const names = Object.keys(ARGUMENT_TYPES).filter((name) => name in args);
  const declared = names.map((name) => `$${name}: ${ARGUMENT_TYPES[name]!}`).join(', ');
  const passed = names.map((name) => `${name}: $${name}`).join(', ');
  const list = LISTS[kind];
  const data = await dataOf<
    Record<string, { nodes: { key: string; metWith: { nodes: Tie[]; totalCount: number } }[] }>
  >(
    engine,
    `query (${declared}) { ${list}(first: 20) { nodes { key metWith(${passed}, first: 20) { totalCount nodes { ${TIE} } } } } }`,
    { ...args },
  );
  for (const { key, metWith } of data[list]!.nodes) {
    expect(metWith.nodes.every(({ a }) => a.key === key)).toBe(true);
    const own = ties.filter(({ a, b }) => a === key || b === key);
    expect(metWith.nodes.map((tie) => textOf(plain(tie))).sort()).toEqual(own.map(textOf).sort());
    expect(metWith.totalCount).toBe(own.length);
  }
}

const ARGUMENT_TYPES: Readonly<Record<string, string>> = {
  weight: 'TieWeight!',
  roles: '[Role!]',
  statuses: '[ParticipationStatus!]',
  standings: '[Standing!]',
  includeInferred: 'Boolean',
  kinds: '[MeetingKind!]',
  body: 'Ref',
  time: 'TimeFilter',
  maxMeetingSize: 'Int',
};

/** Every pair is explained by the participations of both at the meetings that they share, and by nothing else. */
async function expectExplained(engine: Engine, input: object, network: PlainNetwork): Promise<void> {
  const pairs = network.nodes.flatMap((a) => network.nodes.map((b) => [a, b] as const)).slice(0, 12);
  for (const [a, b] of pairs) {
    const { explainTie } = await dataOf<{ explainTie: { key: string }[] }>(
      engine,
      'query ($a: Ref!, $b: Ref!, $input: NetworkInput) { explainTie(a: $a, b: $b, input: $input) { key } }',
      { a, b, input },
    );
    const tie = network.ties.find((each) => [each.a, each.b].sort().join() === [a, b].sort().join());
    const expected = network.presences
      .filter(({ node, meeting }) => (node === a || node === b) && tie?.meetings.includes(meeting))
      .map(({ participation }) => participation);
    expect([a, b, ...explainTie.map(({ key }) => key).sort()]).toEqual([a, b, ...[...new Set(expected)].sort()]);
  }
}

async function expectPaths(engine: Engine, input: object, network: PlainNetwork): Promise<void> {
  const pairs = network.nodes.flatMap((from) => network.nodes.map((to) => [from, to] as const)).slice(0, 10);
  for (const [from, to] of pairs) {
    for (const lengths of ['STEPS', 'DISTANCE'] as const) {
      const { shortestPath: path } = await dataOf<{
        shortestPath: { length: number; distance: number; steps: Tie[] } | null;
      }>(
        engine,
        `query ($from: Ref!, $to: Ref!, $input: NetworkInput!, $lengths: PathLength!) {
           shortestPath(from: $from, to: $to, input: $input, lengths: $lengths) { length distance steps { ${TIE} } } }`,
        { from, to, input, lengths },
      );
      const expected = plainShortest(network, from, to, lengths);
      if (expected === null) {
        expect(path).toBeNull();
        continue;
      }
      expect(path!.distance).toBeCloseTo(expected, 10);
      expect(path!.steps).toHaveLength(path!.length);
      const way = [from, ...path!.steps.map(({ b }) => b.key)];
      expect(way.at(-1)).toBe(to);
      expect(path!.steps.map(({ a }) => a.key)).toEqual(way.slice(0, -1));
      const known = network.ties.map(textOf);
      for (const step of path!.steps) expect(known).toContain(textOf(plain(step)));
    }
  }
}

/** Some who serve a country or none, posts of all kinds, and an organization that belongs to a country. */
const people: Block = {
  source: { url: 'https://example.org/people', title: 'People', kind: 'DATASET', attributionKind: 'ANALYST' },
  countries: ['AT', 'BE', 'CH'].map((code) => named(`country:${code}`)),
  organizations: [
    { ...named('org:army'), kind: 'GOVERNMENT', country: 'country:AT' },
    { ...named('org:group'), kind: 'COALITION' },
    { ...named('org:series'), kind: 'COALITION' },
  ],
  officials: [
    ...['ann', 'bob'].map((name) => official(name, 'AT')),
    official('cid', 'BE'),
    ...['dan', 'eve'].map((name) => official(name, null)),
  ],
  posts: [
    { ...named('post:at'), country: 'country:AT', level: 'MINISTER', portfolio: 'DEFENCE' },
    { ...named('post:army'), organization: 'org:army', level: 'MILITARY_CHIEF' },
    { ...named('post:group'), organization: 'org:group', level: 'MINISTER' },
  ],
};

const ACTORS = [
  ...['ann', 'bob', 'cid', 'dan', 'eve'].map((name) => `official:${name}`),
  ...['country:AT', 'country:BE', 'org:army', 'org:group'],
];
/** The source of a row: one that can establish it, or hearsay. */
const SOURCES = {
  record: { url: 'https://example.org/record', title: 'Record', kind: 'READOUT', attributionKind: 'OFFICIAL_RECORD' },
  rumour: { url: 'https://example.org/rumour', title: 'Rumour', kind: 'NEWS_ARTICLE', attributionKind: 'ANONYMOUS' },
} as const;

interface Represents {
  onBehalfOf?: string;
  capacity?: string;
}

const rows = fc.uniqueArray(
  fc
    .record({
      actor: fc.constantFrom(...ACTORS),
      role: fc.constantFrom('ATTENDEE', 'SPEAKER'),
      status: fc.constantFrom('ATTENDED', 'ATTENDED', 'ATTENDED', 'PLANNED'),
      inferred: fc.constantFrom(false, false, false, true),
      represents: fc.constantFrom<Represents>(
        ...[{}, {}, {}, { onBehalfOf: 'country:CH' }, { onBehalfOf: 'org:army' }, { onBehalfOf: 'org:group' }],
        ...[{ capacity: 'post:at' }, { capacity: 'post:army' }, { capacity: 'post:group' }],
      ),
      source: fc.constantFrom('record', 'record', 'record', 'rumour'),
    })
    .map(({ represents, ...row }) => ({ ...row, ...(row.actor.startsWith('official:') && represents) })),
  { selector: ({ actor, role }) => `${actor} ${role}`, maxLength: 7 },
);

type Kinds = NonNullable<MeetingRow['kind']>;

const meetings = fc.array(
  fc.record({
    rows,
    kind: fc.constantFrom<Kinds>('CONFERENCE', 'BILATERAL_MEETING'),
    body: fc.constantFrom(null, 'org:series', 'org:series'),
    time: fc.constantFrom(null, '2024-05-01', '2024-05', '2024', '2025-01-01/2025-01-03'),
  }),
  { minLength: 3, maxLength: 6 },
);

const blocksOf = (world: typeof meetings extends fc.Arbitrary<infer World> ? World : never): Block[] =>
  (['record', 'rumour'] as const).map((source) => ({
    source: SOURCES[source],
    meetings: world.map(({ rows, kind, body, time }, number) => ({
      ...(source === 'record'
        ? {
            ...named(`meeting:m${number}`),
            ...{ kind, status: 'HELD' as const },
            ...(body && { body }),
            ...(time && { time: { edtf: time } }),
          }
        : { ref: `meeting:m${number}` }),
      participants: rows.flatMap(({ source: from, ...row }) => (from === source ? [row as never] : [])),
    })),
  }));

/** Every argument at once, so that there is one statement for each kind of node. */
const restrictions = fc.record({
  body: fc.constant('org:series'),
  roles: fc.constantFrom(['ATTENDEE'], ['ATTENDEE', 'SPEAKER']),
  statuses: fc.constantFrom(['ATTENDED', 'PLANNED'], ['PLANNED', 'CONFIRMED', 'ATTENDED']),
  standings: fc.constantFrom(['ESTABLISHED', 'ALLEGED', 'DISPUTED'], ['ESTABLISHED']),
  includeInferred: fc.constant(true),
  kinds: fc.constantFrom(['CONFERENCE'], ['CONFERENCE', 'BILATERAL_MEETING']),
  time: fc.record({
    from: fc.constantFrom('2024-01-01', '2024-05-01'),
    to: fc.constantFrom('2024-05-31', '2025-12-31'),
    match: fc.constant('POSSIBLY'),
  }),
  maxMeetingSize: fc.constantFrom(2, 3, 10),
});

describe('in any world', () => {
  test('networks, metWith, explainTie and shortestPath are what participations say', async () => {
    await fc.assert(
      fc.asyncProperty(meetings, restrictions, async (world, restriction) => {
        const database = await freshDatabase();
        const blocks = [people, ...blocksOf(world)];
        const report = await recordBlocks(database, blocks);
        expect(report.problems).toEqual([]);
        const engine = createEngine({ schema, database });
        const participations = await readParticipations(engine);
        const { meetings: within } = await dataOf<{ meetings: { nodes: { key: string }[] } }>(
          engine,
          'query ($filter: MeetingFilter!) { meetings(filter: $filter, first: 100) { nodes { key } } }',
          { filter: { time: restriction.time, kinds: restriction.kinds, body: restriction.body } },
        );
        const isWithin = new Set(within.nodes.map(({ key }) => key));
        for (const nodes of Object.keys(LISTS) as Kind[]) {
          for (const weight of WEIGHTS) {
            const expected = plainNetwork(participations, { nodes, weight });
            await expectNetwork(engine, { nodes, weight }, expected);
            await expectMetWith(engine, nodes, { weight }, expected);
            if (weight !== 'NEWMAN') continue;
            await expectExplained(engine, { nodes }, expected);
            await expectPaths(engine, { nodes, weight }, expected);
            const restricted = plainNetwork(participations, { nodes, weight, ...restriction, isWithin });
            await expectNetwork(engine, { nodes, weight, ...restriction }, restricted);
            await expectMetWith(engine, nodes, { weight, ...restriction }, restricted);
            await expectExplained(engine, { nodes, ...restriction }, restricted);
          }
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 6), seed: Number(process.env.SEED ?? 19), endOnFailure: true },
    );
  });
});

const come = (...names: string[]): MeetingRow['participants'] =>
  names.map((name) => ({ actor: `official:${name}`, role: 'ATTENDEE', status: 'ATTENDED' }));
const page = (name: string, rows: Partial<Block>): Block => ({
  source: { url: `https://example.org/${name}`, title: name, kind: 'READOUT', attributionKind: 'OFFICIAL_RECORD' },
  ...rows,
});
const held = (name: string, time: string, body: string, participants: MeetingRow['participants']): MeetingRow => ({
  ...named(`meeting:${name}`),
  ...{ kind: 'BILATERAL_MEETING', status: 'HELD', time: { edtf: time }, body, participants },
});

/** Ann met bob, and bob met cid, who is also recorded as sid. */
const small: Block = page('small', {
  countries: [named('country:AT'), named('country:BE')],
  organizations: [
    { ...named('org:nato'), kind: 'INTERGOVERNMENTAL', externalIds: [{ scheme: 'WIKIDATA', value: 'Q7184' }] },
    { ...named('org:alliance'), kind: 'INTERGOVERNMENTAL' },
  ],
  officials: [
    ...[official('ann', 'AT'), official('bob', 'BE'), official('cid', 'BE'), official('dot', null)],
    { ...named('official:sid', 'Sid'), externalIds: [{ scheme: 'WIKIDATA', value: 'Q42' }] },
  ],
  posts: [{ ...named('post:at'), country: 'country:AT', level: 'MINISTER', portfolio: 'DEFENCE' }],
  tenures: [
    { official: 'official:ann', post: 'post:at', status: 'CURRENT', observedAt: { edtf: '2024-05-01' } },
    { official: 'official:bob', post: 'post:at', status: 'ENDED', start: { edtf: '2020' }, end: { edtf: '2021' } },
  ],
  meetings: [
    held('first', '2024-05-01', 'org:alliance', come('ann', 'bob')),
    held('second', '2024-06', 'org:nato', come('bob', 'cid')),
    held('third', '2025-01-01', 'org:nato', come('bob', 'sid')),
    held('off', '2025-02-01', 'org:nato', come('ann', 'dot')),
  ],
});

describe('a small world', () => {
  let database: Database;
  let engine: Engine;
  let sent: Sent[];
  beforeAll(async () => {
    const fresh = await freshDatabase();
    expect((await importBlocks(fresh, 'small', [small])).problems).toEqual([]);
    ({ database, sent } = listening(fresh));
    engine = createEngine({ schema, database });
  });
  const reads = () => sent.filter(({ cypher }) => /collect\(DISTINCT \w+\.id\)/.test(cypher)).length;
  const pairs = async (input: object) => {
    const { ties } = await readNetwork(engine, input);
    return ties.map(({ a, b }) => [a, b].map(({ key }) => key.replace('official:', '')).join(' - ')).sort();
  };
  const messages = async (query: string, variables = {}) =>
    ((await ask(engine, query, variables)).errors ?? []).map(({ message }) => message);

  test('around nobody there is nobody, whatever was asked before', async () => {
    const whole = ['ann - bob', 'ann - dot', 'bob - cid', 'bob - sid'];
    for (const [around, ties] of [
      [null, whole],
      ['official:nobody', []],
      [null, whole],
      ['official:ann', ['ann - bob', 'ann - dot']],
    ] as const) {
      expect(await pairs({ around })).toEqual(ties);
    }
    expect(await pairs({ around: 'official:ann', radius: 2 })).toEqual(whole);
    expect(await pairs({ around: 'official:ann', radius: 0 })).toEqual([]);
  });

  test('null is as if left out, as the address of the whole says', async () => {
    const nulls = { statuses: null, standings: null, includeInferred: null, around: 'official:ann', radius: null };
    expect(await pairs(nulls)).toEqual(await pairs({ around: 'official:ann' }));
    const document = parse('query ($input: NetworkInput!) { network(input: $input) { exportUrl(format: GEXF) } }');
    const { data } = await engine.execute({ document, variables: { input: nulls }, baseUrl: 'https://here.example' });
    const exportUrl = 'https://here.example/export/network.gexf?around=official%3Aann';
    expect(data).toMatchObject({ network: { exportUrl } });
    const query =
      'query ($no: [ParticipationStatus!]) { official(ref: "official:ann") { metWith(statuses: $no) { totalCount } } }';
    expect(await dataOf(engine, query, { no: null })).toEqual({ official: { metWith: { totalCount: 2 } } });
  });

  test('is kept as long as the graph is unchanged, and holds what was written then', async () => {
    await pairs({});
    const before = reads();
    expect(await pairs({})).toHaveLength(4);
    expect(reads()).toBe(before);

    const better: Block['source'] = { ...page('better', {}).source, reliability: 'RELIABLE' };
    await importBlocks(database, 'better', [
      { source: better, meetings: [{ ref: 'meeting:off', status: 'CANCELLED' }] },
    ]);
    const all = { standings: ['ESTABLISHED', 'DISPUTED', 'ALLEGED'] };
    expect(await pairs({})).toEqual(['ann - bob', 'bob - cid', 'bob - sid']);
    expect(await pairs(all)).toEqual(['ann - bob', 'bob - cid', 'bob - sid']);
    expect(reads()).toBe(before + 2);

    const extra = page('extra', { meetings: [held('extra', '2025', 'org:nato', come('ann', 'cid'))] });
    await importBlocks(database, 'extra', [extra]);
    expect(await pairs({})).toContain('ann - cid');
    const nothing = page('extra', { meetings: [{ ...named('meeting:extra'), kind: 'OTHER' }] });
    await importBlocks(database, 'extra', [nothing], { prune: true });
    expect(await pairs({})).not.toContain('ann - cid');
    expect(await pairs({ standings: ['WITHDRAWN'] })).toEqual([]);
  });

  test('officials are chosen for ties and for what explains them', async () => {
    const input = { officials: { portfolio: 'DEFENCE' } };
    expect(await pairs(input)).toEqual(['ann - bob']);
    const explained = async (a: string, b: string, more: object = input) => {
      const query =
        'query ($a: Ref!, $b: Ref!, $input: NetworkInput) { explainTie(a: $a, b: $b, input: $input) { key } }';
      const { explainTie } = await dataOf<{ explainTie: object[] }>(engine, query, { a, b, input: more });
      return explainTie.length;
    };
    expect(await explained('official:ann', 'official:bob')).toBe(2);
    expect(await explained('official:bob', 'official:cid')).toBe(0);
    expect(await explained('official:cid', 'official:bob')).toBe(0);
    expect(await explained('official:bob', 'official:cid', {})).toBe(2);
    await expect(explained('country:AT', 'country:BE', {})).rejects.toThrow('Ask for input: {nodes: COUNTRY}');
    await expect(explained('official:ann', 'official:bob', { mode: 'TWO_MODE' })).rejects.toThrow('expected a meeting');
    expect(await explained('official:ann', 'meeting:first', { mode: 'TWO_MODE' })).toBe(1);
    expect(await explained('official:cid', 'meeting:first', { mode: 'TWO_MODE' })).toBe(0);
  });

  test('of two modes: a path leads over meetings, and around one are those who were there', async () => {
    const { shortestPath } = await dataOf<{ shortestPath: { length: number; steps: Tie[] } }>(
      engine,
      `{ shortestPath(from: "official:ann", to: "meeting:second", input: {mode: TWO_MODE}) { length steps { ${TIE} } } }`,
    );
    expect(shortestPath.steps.map(({ a, b, because }) => [a.key, b.key, because.map(({ key }) => key)])).toEqual([
      ['official:ann', 'meeting:first', ['meeting:first']],
      ['meeting:first', 'official:bob', ['meeting:first']],
      ['official:bob', 'meeting:second', ['meeting:second']],
    ]);
    const around = await readNetwork(engine, { mode: 'TWO_MODE', around: 'meeting:second' });
    expect(around.nodes.map(({ entity }) => entity.key).sort()).toEqual([
      ...['meeting:second', 'official:bob', 'official:cid'],
    ]);
    expect(around).toMatchObject({ nodeCount: 3, tieCount: 2, meetingCount: 1 });
    const tooLarge = { mode: 'TWO_MODE', around: 'meeting:second', maxMeetingSize: 1 };
    expect(await readNetwork(engine, tooLarge)).toMatchObject({ nodeCount: 0 });
  });

  test('pages of metWith have each once, in order; a cursor of another weight, or none, is refused', async () => {
    const PAGE = `query ($after: String, $weight: TieWeight!) { official(ref: "official:bob") {
      metWith(first: 1, after: $after, weight: $weight) { nodes { b { key } } pageInfo { endCursor hasNextPage hasPreviousPage } } } }`;
    interface Page {
      official: { metWith: { nodes: Tie[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
    }
    const met: string[] = [];
    let after: string | null = null;
    do {
      const { official: bob }: Page = await dataOf<Page>(engine, PAGE, { after, weight: 'JACCARD' });
      met.push(...bob.metWith.nodes.map(({ b }) => b.key));
      after = bob.metWith.pageInfo.hasNextPage ? bob.metWith.pageInfo.endCursor : null;
      if (after !== null)
        expect(await messages(PAGE, { after, weight: 'COUNT' })).toEqual([expect.stringContaining('order')]);
    } while (after !== null);
    // Each shares one of bob's three meetings, and was at no other.
    expect(met).toEqual(['official:ann', 'official:cid', 'official:sid']);
    for (const place of ['{"x":1}', 'NaN x', ' x', '1']) {
      const crafted = Buffer.from(`Tie.COUNT.DESC\n${place}`).toString('base64url');
      expect(await messages(PAGE, { after: crafted, weight: 'COUNT' })).toEqual([
        expect.stringContaining('not a cursor'),
      ]);
    }
  });

  test('what cannot be asked is refused before anything is read', async () => {
    sent.length = 0;
    const refuse = async (input: object, why: RegExp) => {
      for (const query of [
        'query ($input: NetworkInput!) { network(input: $input) { tieCount } }',
        'query ($input: NetworkInput!) { shortestPath(from: "official:ann", to: "official:bob", input: $input) { length } }',
        'query ($input: NetworkInput!) { explainTie(a: "official:ann", b: "official:bob", input: $input) { key } }',
      ]) {
        expect(await messages(query, { input })).toEqual([expect.stringMatching(why)]);
      }
    };
    await refuse({ mode: 'TWO_MODE', weight: 'NEWMAN' }, /each tie is one presence/);
    await refuse({ nodes: 'COUNTRY', officials: {} }, /chooses among officials/);
    await refuse({ radius: -1 }, /`radius` is -1; expected at least 0/);
    await refuse({ minWeight: -0.5 }, /`minWeight` is -0.5; expected 0 or more/);
    await refuse({ maxMeetingSize: 0 }, /`maxMeetingSize` is 0; expected at least 1/);
    await refuse({ time: { from: '2025-01-02', to: '2025-01-01' } }, /starts .* after it ends/);
    expect(sent).toEqual([]);
    expect(await messages('{ network(input: {around: "country:AT"}) { tieCount } }')).toEqual([
      expect.stringContaining('Ask for input: {nodes: COUNTRY}'),
    ]);
  });

  test('read level by level is the same', async () => {
    const read: RootReader = (from, statements, options) => {
      expect(canReadBatched(statements)).toBe(true);
      return readRootsBatched(from, statements, options);
    };
    const batched = createEngine({ schema, database, read });
    for (const query of [
      '{ network { tieCount nodes { degree strength betweenness entity { key } } ties { weight b { key } } } }',
      '{ official(ref: "official:bob") { metWith(first: 2) { totalCount nodes { weight b { key } } pageInfo { endCursor } } } }',
      '{ explainTie(a: "official:ann", b: "official:bob") { key meeting { key } } }',
      '{ shortestPath(from: "official:ann", to: "official:cid") { length steps { weight b { key } } } }',
    ]) {
      const answer = await dataOf(engine, query);
      expect(await dataOf(batched, query)).toEqual(answer);
      expect(JSON.stringify(answer)).not.toMatch(/null|\[\]/);
    }
  });

  test('below what is asked of an earlier state metWith is refused, with what can be asked', async () => {
    const query = `query ($at: DateTime!) { meeting(ref: "meeting:first", knownAt: $at) {
      participations { nodes { actor { ... on Official { metWith { totalCount } } } } } } }`;
    const [message] = await messages(query, { at: new Date(Date.now() + 1_000).toISOString() });
    expect(message).toMatch(/`metWith` has no answer below a field with `knownAt`/);
  });

  test('references to what was merged and external ids mean the same as keys', async () => {
    const merge = (keep: string, merged: string) =>
      runOperation(database, mergeEntitiesOperation({ keep, merge: merged }), { reason: 'The same.' });
    await merge('official:cid', 'official:sid');
    await merge('org:nato', 'org:alliance');
    expect(await pairs({})).toEqual(['ann - bob', 'bob - cid']);
    for (const around of ['official:cid', 'official:sid', 'wikidata:Q42']) {
      expect(await pairs({ around })).toEqual(['bob - cid']);
      const { shortestPath } = await dataOf<{ shortestPath: { length: number } }>(
        engine,
        'query ($from: Ref!) { shortestPath(from: $from, to: "official:ann") { length } }',
        { from: around },
      );
      expect(shortestPath).toEqual({ length: 2 });
      const { explainTie } = await dataOf<{ explainTie: object[] }>(
        engine,
        'query ($a: Ref!) { explainTie(a: $a, b: "official:bob") { key } }',
        { a: around },
      );
      expect(explainTie).toHaveLength(4);
    }
    for (const body of ['org:nato', 'org:alliance', 'wikidata:Q7184']) {
      expect(await pairs({ body })).toEqual(['ann - bob', 'bob - cid']);
    }
  });
});
