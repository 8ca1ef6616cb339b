import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type HoldingWindows, certaintyOn, heldOn, holdingWindows } from '../../../src/domain/time/holding-windows.ts';
import { parseTime } from '../../../src/domain/time/time.ts';
import { type TenureStatus } from '../../../src/domain/vocabulary.generated.ts';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { emptyGraph, testDatabase } from '../../support/database.ts';
import { dataOf, schema } from '../../support/query.ts';
import { sortKey, sortTime } from '../../../src/storage/order-keys.ts';
import { flattenTime } from '../../../src/storage/times.ts';

/** Ways in which sources tell when something was held: status, start, end, and when it was seen held. */
const holdings: Record<string, [TenureStatus, string | null, string | null, ...string[]]> = {
  known: ['ENDED', '2020-01-10', '2022-03-05'],
  months: ['ENDED', '2020-01', '2022-03'],
  current: ['CURRENT', '2021-06-01', null],
  seen: ['CURRENT', null, null, '[2022-03-01..2022-03-07]', '2023-01-01'],
  over: ['ENDED', null, null, '2022-03-03'],
  sinceAndSeen: ['CURRENT', '2021', null, '2022-06-30'],
  untilOnly: ['ENDED', null, '2022-03-05'],
  nominated: ['NOMINATED', '2022-01-01', null],
  never: ['NOT_TAKEN_UP', '2022-01-01', '2022-12-31'],
};
const days = [
  '2019-12-31',
  '2020-01-10',
  '2020-01-20',
  '2021-06-01',
  '2022-03-02',
  '2022-03-05',
  '2022-03-31',
  '2023-01-01',
  '2030-01-01',
];

const windowsOf = (name: string): HoldingWindows => {
  const [status, start, end, ...seen] = holdings[name]!;
  const times = seen.map((edtf) => parseTime({ edtf }));
  const [seenAt, saidOver] = status === 'ENDED' ? [[], times] : [times, []];
  return holdingWindows({
    status,
    start: parseTime({ edtf: start }),
    end: parseTime({ edtf: end }),
    seen: seenAt,
    saidOver,
  });
};

/** The properties of a thing as docs/graph.md has them. */
const thing = (key: string, more: Record<string, unknown> = {}) => {
  const now = '2025-01-01T00:00:00.000Z';
  const named = { name: key, sortName: `${key}  ${key}`, nameValues: [key], nameLangs: ['en'], nameKinds: ['COMMON'] };
  return {
    id: randomUUID(),
    key,
    sortKey: sortKey(key),
    version: 1,
    createdAt: now,
    updatedAt: now,
    ...named,
    ...more,
  };
};

const held = (name: string, kind: string) => {
  const [status, start, end, ...seen] = holdings[name]!;
  const from = parseTime({ edtf: start });
  return thing(`${kind}:${name}`, {
    standing: 'ESTABLISHED',
    ...flattenTime('start', from),
    ...flattenTime('end', parseTime({ edtf: end })),
    sortTime: sortTime(from, `${kind}:${name}`),
    observedAt: seen.map((edtf) => JSON.stringify(parseTime({ edtf }))),
    ...windowsOf(name),
    ...(kind === 'tenure' ? { status, acting: false } : { role: 'MEMBER' }),
  });
};

let engine: Engine;
beforeAll(async () => {
  const database = await testDatabase();
  await emptyGraph(database);
  await database.write((tx) =>
    tx.run(
      `CREATE (home:Thing:Entity:Actor:Country) SET home = $home
       CREATE (post:Thing:Entity:Post) SET post = $post CREATE (post)-[:POST_OF]->(home)
       CREATE (alliance:Thing:Entity:Actor:Organization) SET alliance = $alliance
       WITH * UNWIND $all AS each
       CREATE (o:Thing:Entity:Actor:Official) SET o = each.official
       CREATE (t:Thing:Fact:Tenure) SET t = each.tenure CREATE (t)-[:HELD_BY]->(o) CREATE (t)-[:OF_POST]->(post)
       CREATE (c:Thing:Entity:Actor:Country) SET c = each.country
       CREATE (m:Thing:Fact:Membership) SET m = each.membership
       CREATE (m)-[:OF_MEMBER]->(c) CREATE (m)-[:IN_ORGANIZATION]->(alliance)`,
      {
        home: thing('country:home'),
        post: thing('post:minister', { level: 'MINISTER', portfolio: 'DEFENCE', sortLevel: '04  post:minister' }),
        alliance: thing('org:alliance', { kind: 'INTERGOVERNMENTAL' }),
        all: Object.keys(holdings).map((name) => ({
          official: thing(`official:${name}`),
          tenure: held(name, 'tenure'),
          country: thing(`country:${name}`),
          membership: held(name, 'membership'),
        })),
      },
    ),
  );
  engine = createEngine({ schema, database });
}, 180_000);

const names = (things: { key: string }[]) => things.map(({ key }) => key.replace(/.*:/, '')).sort();
const expected = (on: string, match: 'POSSIBLY' | 'CERTAINLY') =>
  Object.keys(holdings)
    .filter((name) => heldOn(windowsOf(name), on, match))
    .sort();

type Keyed = { key: string };

describe.each(['POSSIBLY', 'CERTAINLY'] as const)('%s held', (match) => {
  test.each(days)('on %s equals the result of src/domain', async (on) => {
    const query = `query ($on: Date!, $match: TimeMatch!) {
      post(ref: "post:minister") { holders(on: $on, match: $match) { key certainty(on: $on) } }
      organization(ref: "org:alliance") { members(on: $on, match: $match) { key } }
      known: official(ref: "official:known") { tenures(on: $on, match: $match) { key } }
      member: country(ref: "country:known") { memberships(on: $on, match: $match) { key } }
    }`;
    const data = await dataOf<{
      post: { holders: (Keyed & { certainty: string })[] };
      organization: { members: Keyed[] };
      known: { tenures: Keyed[] };
      member: { memberships: Keyed[] };
    }>(engine, query, { on, match });
    const all = expected(on, match);
    expect(names(data.post.holders)).toEqual(all);
    expect(names(data.organization.members)).toEqual(all);
    expect(data.known.tenures).toHaveLength(all.includes('known') ? 1 : 0);
    expect(data.member.memberships).toHaveLength(all.includes('known') ? 1 : 0);
    for (const { key, certainty } of data.post.holders) {
      expect(certainty).toBe(certaintyOn(windowsOf(names([{ key }])[0]!), on));
    }
  });
});

test.each(days)('lists with a day show who may have held the post then: %s', async (on) => {
  const query = `query ($on: Date!) {
    country(ref: "country:home") { officials(on: $on) { nodes { key } } }
    countries(memberOf: "org:alliance", on: $on) { nodes { key } }
    officials(filter: {post: "post:minister", on: $on}) { nodes { key } }
    byPortfolio: officials(filter: {portfolio: DEFENCE, on: $on}) { nodes { key } }
    officeHolders(on: $on, level: MINISTER) { key }
  }`;
  type Nodes = { nodes: Keyed[] };
  const data = await dataOf<{
    country: { officials: Nodes };
    countries: Nodes;
    officials: Nodes;
    byPortfolio: Nodes;
    officeHolders: Keyed[];
  }>(engine, query, { on });
  const all = expected(on, 'POSSIBLY');
  expect(names(data.country.officials.nodes)).toEqual(all);
  expect(names(data.countries.nodes)).toEqual(all);
  expect(names(data.officials.nodes)).toEqual(all);
  expect(names(data.byPortfolio.nodes)).toEqual(all);
  expect(names(data.officeHolders)).toEqual(all);
});

test('without a day, lists have who held or was to hold the post; filters only who held it', async () => {
  const query = `{ post(ref: "post:minister") { holders { key start { edtf } observedAt { edtf } } }
    officials(filter: {post: "post:minister"}) { nodes { key } } }`;
  const { post, officials } = await dataOf<{ post: { holders: Keyed[] }; officials: { nodes: Keyed[] } }>(
    engine,
    query,
  );
  expect(names(post.holders)).toEqual(Object.keys(holdings).sort());
  expect(names(officials.nodes)).toEqual(names(post.holders).filter((name) => !['nominated', 'never'].includes(name)));
  expect(post.holders).toContainEqual({
    key: 'tenure:seen',
    start: { edtf: null },
    observedAt: [{ edtf: '[2022-03-01..2022-03-07]' }, { edtf: '2023-01-01' }],
  });
});
