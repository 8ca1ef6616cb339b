import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { Neo4jError } from 'neo4j-driver';
import { type Database, type Tx } from '../../../src/graph/database.ts';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { deleteEntityOperation } from '../../../src/record/identity/delete.ts';
import { mergeEntitiesOperation } from '../../../src/record/identity/merge.ts';
import { restoreEntityOperation } from '../../../src/record/identity/restore.ts';
import { runOperation } from '../../support/run-operation.ts';
import { nowQuery, pastQueries, pastQuery } from '../../support/as-of-queries.ts';
import { ask, dataOf, schema } from '../../support/query.ts';
import { type Block, type MeetingRow, freshDatabase, importBlocks, recordBlocks } from '../../support/recording.ts';

jest.setTimeout(600_000);

let database: Database;
let engine: Engine;
beforeEach(async () => {
  database = await freshDatabase();
  engine = createEngine({ schema, database });
});

const named = (value: string) => [{ value, lang: 'en' }];

const source = (name: string, more: Partial<Block['source']> = {}): Block['source'] => ({
  url: `https://example.org/${name}`,
  title: name,
  kind: 'NEWS_ARTICLE',
  published: { edtf: '2025-02-10' },
  attributionKind: 'NARRATION',
  ...more,
});

/** Who is who, for all sources. */
const world: Block = {
  source: source('gazetteer', { kind: 'DATASET', attributionKind: 'ANALYST' }),
  countries: ['GB', 'DE', 'BE'].map((code) => ({ key: `country:${code}`, names: named(`Country ${code}`) })),
  organizations: [{ key: 'org:group', kind: 'COALITION', names: named('Group') }],
  places: [
    { key: 'place:brussels', kind: 'CITY', names: named('Brussels'), country: 'country:BE' },
    { key: 'place:hq', kind: 'VENUE', names: named('Headquarters'), within: 'place:brussels' },
  ],
  posts: [{ key: 'post:gb-minister', names: named('Minister'), country: 'country:GB', level: 'MINISTER' }],
  officials: [{ key: 'official:ann', names: named('Ann Able') }],
  topics: [{ key: 'topic:air', names: named('Air') }],
};

const talks = (more: Partial<MeetingRow> = {}): MeetingRow => ({
  key: 'meeting:talks',
  kind: 'MULTILATERAL_MEETING',
  names: named('Talks'),
  status: 'SCHEDULED',
  time: { edtf: '2025-02-12' },
  participants: [{ key: 'part:gb', actor: 'country:GB', role: 'CHAIR', status: 'PLANNED' }],
  ...more,
});

/** The next millisecond: what is recorded from now on is later than what was. */
async function moment(): Promise<string> {
  const now = new Date().toISOString();
  await sleep(3);
  return now;
}

const answers = async (query: (name: string) => string, variables: Record<string, unknown> = {}) => {
  const all: Record<string, unknown> = {};
  for (const name of pastQueries) {
    all[name] = JSON.parse(JSON.stringify(await ask(engine, query(name), variables)));
  }
  return all;
};

describe('a query with knownAt', () => {
  test('gives the earlier response: recorded, extended by another source, pruned', async () => {
    await recordBlocks(database, [world]);
    const before = await moment();
    await importBlocks(database, 'a', [{ source: source('a'), meetings: [talks()] }]);
    const first = { at: await moment(), told: await answers(nowQuery) };
    await recordBlocks(database, [
      {
        source: source('b', {
          reliability: 'RELIABLE',
          published: { edtf: '2025-02-13' },
          attributionKind: 'OFFICIAL_RECORD',
        }),
        meetings: [
          talks({
            status: 'HELD',
            place: 'place:hq',
            participants: [
              { actor: 'country:GB', role: 'CHAIR', status: 'ABSENT' },
              { actor: 'official:ann', role: 'CHAIR', status: 'ATTENDED', capacity: 'post:gb-minister' },
            ],
          }),
        ],
      },
    ]);
    const second = { at: await moment(), told: await answers(nowQuery) };
    await importBlocks(database, 'a', [{ source: source('a') }], { prune: true });
    const third = { at: await moment(), told: await answers(nowQuery) };

    for (const { at, told } of [first, second, third]) expect(await answers(pastQuery, { at })).toEqual(told);
    expect(first.told).not.toEqual(second.told);
    expect(second.told).not.toEqual(third.told);

    const query = `query ($at: DateTime!) { meeting(ref: "meeting:talks", knownAt: $at) { key } meetings(knownAt: $at) { totalCount } }`;
    expect(await dataOf(engine, query, { at: before })).toEqual({ meeting: null, meetings: { totalCount: 0 } });
    const future = await answers(pastQuery, { at: '2999-01-01T00:00:00Z' });
    expect(future).toEqual(third.told);
  });

  test('gives the earlier response: before and after a person was deleted, restored and merged', async () => {
    const twin = { key: 'official:anne', names: named('Anne Able') };
    const seats: MeetingRow['participants'] = [
      { key: 'part:ann', actor: 'official:ann', role: 'CHAIR', status: 'ATTENDED', capacity: 'post:gb-minister' },
      { key: 'part:anne', actor: 'official:anne', role: 'SPEAKER', status: 'ATTENDED' },
    ];
    await recordBlocks(database, [
      { ...world, officials: [...world.officials!, twin] },
      { source: source('a'), meetings: [talks({ status: 'HELD', participants: seats })] },
    ]);
    const told: { at: string; answers: Record<string, unknown> }[] = [];
    const note = async () => told.push({ at: await moment(), answers: await answers(nowQuery) });
    const versionOf = async (ref: string) => {
      const { official } = await dataOf<{ official: { version: number } }>(
        engine,
        `{ official(ref: "${ref}") { version } }`,
      );
      return official.version;
    };
    await note();
    await runOperation(
      database,
      deleteEntityOperation({ ref: 'official:ann', expectedVersion: await versionOf('official:ann') }),
    );
    // While it is deleted, too.
    expect(await answers(pastQuery, { at: told[0]!.at })).toEqual(told[0]!.answers);
    await note();
    await runOperation(database, restoreEntityOperation({ id: 'official:ann' }));
    await note();
    await runOperation(database, mergeEntitiesOperation({ keep: 'official:ann', merge: 'official:anne' }));
    await note();

    for (const { at, answers: then } of told) expect(await answers(pastQuery, { at })).toEqual(then);
    const [before, deleted, restored, merged] = told.map(({ answers }) => JSON.stringify(answers));
    expect(before).toContain('official:ann"');
    expect(deleted).not.toContain('official:ann"');
    expect(restored).toContain('official:ann"');
    expect(restored).toContain('official:anne"');
    expect(merged).not.toContain('official:anne"');
  });

  test('does not affect other root fields of the operation', async () => {
    await recordBlocks(database, [world, { source: source('a'), meetings: [talks()] }]);
    const at = await moment();
    await recordBlocks(database, [{ source: source('b'), meetings: [talks({ status: 'HELD' })] }]);

    const query = `query ($at: DateTime) { then: meeting(ref: "meeting:talks", knownAt: $at) { status __typename }
      now: meeting(ref: "meeting:talks", knownAt: null) { status } __typename }`;
    expect(await dataOf(engine, query, { at })).toEqual({
      then: { status: 'SCHEDULED', __typename: 'Meeting' },
      now: { status: 'HELD' },
      __typename: 'Query',
    });
  });

  test('reports invalid arguments with their path, as without knownAt', async () => {
    const query = (at: string) => `{ wrong: meetings(first: -1${at}) { totalCount } }`;
    const [now, then] = [await ask(engine, query('')), await ask(engine, query(', knownAt: "2025-01-01T00:00:00Z"'))];
    expect(then.errors).toEqual(now.errors);

    await recordBlocks(database, [world, { source: source('a'), meetings: [talks()] }]);
    const at = await moment();
    const inside = `query ($at: DateTime) { meeting(ref: "meeting:talks", knownAt: $at) { claimsAbout { nodes { evidence { document {
      counts { count } } } } } participations(after: "x") { totalCount } } }`;
    const { errors } = await ask(engine, inside, { at });
    expect(errors!.map(({ extensions }) => extensions.code).sort()).toContain('BAD_USER_INPUT');
    const untold = await ask(engine, inside.replace('participations(after: "x") { totalCount }', ''), { at });
    expect(untold.errors).toMatchObject([{ extensions: { code: 'NOT_KNOWN_AT' } }]);
  });
});

/** A source about the talks, and perhaps about another meeting. */
const block = fc
  .record({
    status: fc.constantFrom('SCHEDULED', 'HELD', 'POSTPONED', 'CANCELLED'),
    edtf: fc.constantFrom('2025-02-12', '2025-02', '2025-02-14'),
    places: fc.constantFrom(
      undefined,
      ['place:hq'],
      ['place:brussels', 'country:DE'],
      ['country:BE'],
      ['country:GB', 'place:hq'],
    ),
    note: fc.constantFrom(undefined, 'A remark.', 'Another remark.'),
    used: fc.constantFrom(undefined, '../2024', '2024/..'),
    reliability: fc.constantFrom(undefined, 'RELIABLE', 'UNRELIABLE'),
    published: fc.constantFrom('2025-02-10', '2025-02-13T09:00Z', '2025-02-13T18:00Z', '2025-02-20'),
    kind: fc.constantFrom('NARRATION', 'OFFICIAL_RECORD', 'MEDIA_REPORT'),
    chair: fc.constantFrom('country:GB', 'country:DE', 'official:ann'),
    chairing: fc.constantFrom('PLANNED', 'ATTENDED', 'ABSENT'),
    body: fc.constantFrom(undefined, 'org:group'),
    other: fc.boolean(),
    name: fc.constantFrom('Talks', 'Brussels talks', 'Переговори'),
    page: fc.constantFrom('p', 'q', 'r'),
    how: fc.constantFrom('record', 'import', 'prune'),
    tenure: fc.boolean(),
  })
  .map(({ how, ...drawn }) => ({ how, block: blockOf(drawn) }));

function blockOf(drawn: Record<string, unknown>): Block {
  const {
    status,
    edtf,
    places,
    note,
    used,
    reliability,
    published,
    kind,
    chair,
    chairing,
    body,
    other,
    name,
    page,
    tenure,
  } = drawn;
  const ordinal = body === undefined ? undefined : 7;
  // Nobody was at what was called off.
  const attendance = status === 'HELD' ? chairing : 'PLANNED';
  return {
    source: source(
      page as string,
      {
        published: { edtf: published as string },
        attributionKind: kind,
        ...(reliability === undefined ? {} : { reliability }),
      } as Partial<Block['source']>,
    ),
    meetings: [
      talks({
        names: named(name as string).map((each) => (used === undefined ? each : { ...each, time: { edtf: used } })),
        status,
        time: { edtf, raw: 'as printed' },
        ...(places === undefined ? {} : { places }),
        note,
        ...(body === undefined ? {} : { body, ordinal }),
        participants: [
          {
            actor: chair,
            role: 'CHAIR',
            status: attendance,
            ...(chair === 'official:ann' ? { capacity: 'post:gb-minister' } : {}),
          },
          { actor: 'country:BE', role: 'HOST', status: attendance },
        ],
      } as Partial<MeetingRow>),
      ...(other
        ? [{ ...talks(), key: 'meeting:other', names: named('Other talks'), partOf: 'meeting:talks', participants: [] }]
        : []),
    ],
    tenures: tenure
      ? [
          {
            key: 'tenure:ann',
            official: 'official:ann',
            post: 'post:gb-minister',
            status: 'CURRENT',
            start: { edtf: (published as string).slice(0, '2025-02-13'.length) },
          },
        ]
      : [],
    claims: [
      {
        key: 'c001',
        type: 'ASSESSMENT',
        subject: 'meeting:talks',
        modality: 'OCCURRED',
        text: `On ${edtf as string} it was ${status as string}.`,
      },
    ],
  };
}

test('for any sources in any order, each earlier response can be read again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 2, maxLength: 4 }), async (series) => {
      database = await freshDatabase();
      engine = createEngine({ schema, database });
      await recordBlocks(database, [world]);
      const kept: { at: string; told: unknown }[] = [];
      for (const { how, block } of series) {
        const { problems } =
          how === 'record'
            ? await recordBlocks(database, [{ ...block, claims: [] }])
            : await importBlocks(database, 'set', [block], how === 'prune' ? { prune: true } : {});
        expect(problems).toEqual([]);
        kept.push({ at: await moment(), told: await answers(nowQuery) });
      }
      for (const { at, told } of kept) expect(await answers(pastQuery, { at })).toEqual(told);
    }),
    { numRuns: 5, endOnFailure: true },
  );
});

describe('a failure of the database within it', () => {
  /** Reads of which one statement fails, after the first. */
  const failing = (code: string, times: number): Database => {
    let left = times;
    return {
      ...database,
      read: (work, options) =>
        database.read((tx) => {
          let statements = 0;
          const rows: Tx['rows'] = (...args) => {
            if (++statements < 2 || left === 0) return tx.rows(...args);
            left--;
            return Promise.reject(new Neo4jError('It failed.', code, '', ''));
          };
          return work({ ...tx, rows });
        }, options),
    };
  };
  const query =
    '{ meeting(ref: "meeting:talks", knownAt: "2100-01-01T00:00:00.000Z") { name participations { nodes { role } } } }';
  const known = { meeting: { name: 'Talks', participations: { nodes: [{ role: 'CHAIR' }] } } };

  test('is that of the whole read, which is repeated if that can help', async () => {
    await importBlocks(database, 'a', [world, { source: source('a'), meetings: [talks()] }]);
    const deadlock = failing('Neo.TransientError.Transaction.DeadlockDetected', 1);
    expect(await ask(createEngine({ schema, database: deadlock }), query)).toEqual({ data: known });
    const late = failing('Neo.ClientError.Transaction.TransactionTimedOut', Infinity);
    await expect(ask(createEngine({ schema, database: late }), query)).rejects.toMatchObject({ code: 'TIMED_OUT' });
  });
});
