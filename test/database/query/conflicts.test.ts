import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { articleGraph } from '../../support/article.ts';
import { dataOf, schema } from '../../support/query.ts';
import { type Block, recordBlocks } from '../../support/recording.ts';
import { reviewClaimOperation, withdrawReviewOperation } from '../../../src/record/claims/review.ts';
import { runOperation } from '../../support/run-operation.ts';
import { verify } from '../../../src/record/integrity/verify.ts';

// A database that plans each statement for the first time takes its time on a busy machine.
jest.setTimeout(120_000);

interface Listed {
  totalCount: number;
  nodes: { slot: string; follows: { key: string } | null; rule: string | null; claims: { key: string }[] }[];
}

let database: Database;
let engine: Engine;
beforeAll(async () => {
  database = await articleGraph();
  engine = createEngine({ schema, database });
}, 180_000);

const conflicts = async (filter: object | null = null): Promise<Listed> => {
  const query = `query ($filter: ClaimFilter) {
    conflicts(filter: $filter, first: 100) { totalCount nodes { slot rule follows { key } claims { key } } }
  }`;
  return (await dataOf<{ conflicts: Listed }>(engine, query, { filter })).conflicts;
};
const pairs = ({ nodes }: Listed) => nodes.map(({ claims }) => claims.map(({ key }) => key));

describe('conflicts', () => {
  test('are listed, each once', async () => {
    const stored = await database.read((tx) => tx.rows('MATCH (x:Conflict) RETURN x.slot ORDER BY x.sortKey'));
    const listed = await conflicts();
    expect(stored.length).toBeGreaterThan(2);
    expect(listed.totalCount).toBe(stored.length);
    expect(listed.nodes.map(({ slot }) => slot)).toEqual(stored.flat());
    expect(pairs(listed)).toEqual(expect.arrayContaining([['c010', 'c041']]));
  });

  test('match if one of their claims does, and are shown with all claims', async () => {
    expect(pairs(await conflicts({ about: 'country:GB', types: ['LEADS'] }))).toEqual(
      pairs(await conflicts()).filter((keys) => keys.some((key) => ['c002', 'c043'].includes(key))),
    );
    expect((await conflicts({ document: 'doc:article' })).totalCount).toBe((await conflicts()).totalCount);
  });

  test('match only if one claim meets all conditions', async () => {
    const all = await conflicts({ reviewStates: null });
    expect(all.totalCount).toBe((await conflicts()).totalCount);
    expect(await conflicts({ reviewStates: ['RETRACTED'] })).toEqual({ totalCount: 0, nodes: [] });
    expect(await conflicts({ about: 'country:XX' })).toEqual({ totalCount: 0, nodes: [] });
  });
});

describe('what disagrees', () => {
  const source = (title: string): Block['source'] => ({
    ...{ title, url: `https://example.org/${title}`, kind: 'NEWS_ARTICLE', attributionKind: 'NARRATION' },
  });
  const calls = (title: string, time: string, level: 'MINISTER' | 'AMBASSADOR', name: string): Block => ({
    source: source(title),
    posts: [{ key: 'post:probe', names: [{ value: name, lang: 'en' }], level, country: 'country:GB' }],
    meetings: [
      {
        ...{ key: 'meeting:probe', kind: 'PHONE_CALL', names: [{ value: 'Probe', lang: 'en' }], status: 'HELD' },
        ...{ time: { edtf: time }, attendance: { value: 50, comparator: 'OVER' } },
      },
    ],
  });
  beforeAll(async () => {
    for (const block of [
      calls('a', '2025-03-10', 'MINISTER', 'Envoy'),
      calls('b', '2025-03-17', 'AMBASSADOR', 'Plenipotentiary'),
    ]) {
      const { problems } = await recordBlocks(database, [block]);
      expect(problems).toEqual([]);
    }
  });

  test('is listed as waiting until a review decides it, and again once that is taken back', async () => {
    const listed = async (reviewed: boolean | null) => {
      const { nodes, totalCount } = (
        await dataOf<{ conflicts: Listed }>(
          engine,
          `query ($reviewed: Boolean) { conflicts(reviewed: $reviewed, first: 100) {
            totalCount nodes { slot rule follows { key } claims { key } } } }`,
          { reviewed },
        )
      ).conflicts;
      expect(nodes).toHaveLength(totalCount);
      return nodes;
    };
    const time = 'meeting:probe|time';
    const all = await listed(null);
    expect(await listed(false)).toEqual(all);
    const [{ key }] = all.find(({ slot }) => slot === time)!.claims as [{ key: string }];
    await runOperation(database, reviewClaimOperation({ claim: key, state: 'ACCEPTED' }));
    expect(await listed(true)).toMatchObject([{ slot: time, rule: 'REVIEWED_FIRST', follows: { key } }]);
    expect((await listed(false)).map(({ slot }) => slot)).toEqual(
      all.map(({ slot }) => slot).filter((slot) => slot !== time),
    );
    // No rule decides between alternatives; they are reviewed all the same.
    await runOperation(database, reviewClaimOperation({ claim: 'c014', state: 'DISPUTED' }));
    expect((await listed(true)).map(({ slot, rule }) => [slot, rule])).toEqual([
      ['country:GB|CHAIRS', null],
      [time, 'REVIEWED_FIRST'],
    ]);
    for (const claim of [key, 'c014']) await runOperation(database, withdrawReviewOperation({ claim }));
    expect(await listed(true)).toEqual([]);
    expect(await listed(false)).toEqual(all);
  });

  test('is shown with its values, and a claim with what it says: a source of one day is none of another', async () => {
    const { meeting } = await dataOf<Record<string, unknown>>(
      engine,
      `{ meeting(ref: "meeting:probe") {
        time { edtf } attendance { value comparator }
        conflicts { slot values { value claims { __typename } documents { title } } }
        claimsAbout(first: 1) { nodes {
          independentSources says { subject { key } slot value node { key } independentSources }
          relations { type slot }
        } }
      } }`,
    );
    const slot = (field: string) => `meeting:probe|${field}`;
    const said = (field: string, value: string, independentSources: number) => ({
      ...{ subject: { key: 'meeting:probe' }, slot: slot(field), value, node: null, independentSources },
    });
    const value = (edtf: string, title: string) => ({
      ...{ value: edtf, claims: [{ __typename: 'Claim' }], documents: [{ title }] },
    });
    expect(meeting).toMatchObject({
      time: { edtf: '[2025-03-10,2025-03-17]' },
      attendance: { value: 50, comparator: 'OVER' },
      conflicts: [{ slot: slot('time'), values: [value('2025-03-10', 'a'), value('2025-03-17', 'b')] }],
    });
    const [claim] = (meeting as { claimsAbout: { nodes: { says: unknown[] }[] } }).claimsAbout.nodes;
    expect(claim).toMatchObject({ independentSources: 1 });
    expect(claim!.says).toEqual(
      expect.arrayContaining([
        said('time', '2025-03-10', 1),
        said('status', 'HELD', 2),
        said('attendance', '50 OVER', 2),
      ]),
    );
  });

  test('within one document is decided by its last word, also when it returns to an earlier one', async () => {
    const says = async (level: 'MINISTER' | 'AMBASSADOR') => {
      const names = [{ value: 'Legate', lang: 'en' }];
      const posts: Block['posts'] = [{ key: 'post:legate', names, level, country: 'country:GB' }];
      expect(await recordBlocks(database, [{ source: source('c'), posts }])).toMatchObject({ problems: [] });
      const { post } = await dataOf<{ post: { level: string; conflicts: object[] } }>(
        engine,
        '{ post(ref: "post:legate") { level conflicts { slot } } }',
      );
      return post;
    };
    for (const level of ['MINISTER', 'AMBASSADOR', 'MINISTER', 'MINISTER'] as const)
      expect(await says(level)).toEqual({ level, conflicts: [] });
  });

  test('in descriptions is listed with the documents, and the label stays', async () => {
    const { post } = await dataOf<Record<string, unknown>>(
      engine,
      '{ post(ref: "post:probe") { name level conflicts { slot rule claims { key } values { value documents { title } } } } }',
    );
    expect(post).toMatchObject({
      name: 'Envoy',
      conflicts: [{ slot: 'post:probe|level', rule: null, claims: [] }],
    });
    const [{ values }] = (post as { conflicts: [{ values: unknown[] }] }).conflicts;
    expect(values).toHaveLength(2);
    expect(values).toContainEqual({ value: 'AMBASSADOR', documents: [{ title: 'b' }] });
    expect((await conflicts()).nodes.map(({ slot }) => slot)).toContain('post:probe|level');
    expect(await verify(database)).toEqual([]);
  });

  test('about whether something was said stands at the statement, and the denial shows what it denies', async () => {
    const key = 'stmt:lammy-no-sign';
    const denial: Block = {
      source: source('denial'),
      claims: [
        {
          type: 'STATED',
          subject: 'official:david-lammy',
          objects: [key],
          polarity: 'NEGATIVE',
          modality: 'OCCURRED',
          text: 'He did not.',
        },
      ],
    };
    expect((await recordBlocks(database, [denial])).problems).toEqual([]);
    const { statements } = await dataOf<{
      statements: { nodes: { key: string; conflicts: { values: { value: string }[] }[] }[] };
    }>(
      engine,
      `{ statements(filter: { occasion: "meeting:press-conference-lammy-sybiha" }) { nodes {
        key act standing conflicts { slot values { value claims { says { slot value } } } }
      } } }`,
    );
    const statement = statements.nodes.find((node) => node.key === key)!;
    const act = { slot: `${key}|act`, value: 'NOT ASSESS' };
    expect(statement).toMatchObject({ act: 'ASSESS', conflicts: [{ slot: act.slot }] });
    expect(statement.conflicts[0]!.values).toContainEqual({ value: act.value, claims: [{ says: [act] }] });
  });
});

test('every write increases the version of the graph', async () => {
  const version = async () => Number((await dataOf<{ graphVersion: string }>(engine, '{ graphVersion }')).graphVersion);
  const before = await version();
  expect(await version()).toBe(before);
  await database.write((tx) => tx.run('RETURN 1'));
  expect(await version()).toBe(before + 1);
});
