import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { deleteEntityOperation } from '../../../src/record/identity/delete.ts';
import { type IdentityVerdict, judgeIdentityOperation } from '../../../src/record/identity/judge.ts';
import { mergeEntitiesOperation } from '../../../src/record/identity/merge.ts';
import { unmergeEntitiesOperation } from '../../../src/record/identity/unmerge.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { type Outcome, runOperation } from '../../support/run-operation.ts';
import { type Block, freshDatabase, importBlocks, queryGraph, recordBlocks, stateOf } from '../../support/recording.ts';
import { differenceOf, linesOfGraph } from './fixtures.ts';

const named = (value: string) => [{ value, lang: 'en' }];

const page = (name: string, rows: Omit<Block, 'source'>): Block => ({
  source: {
    url: `https://example.org/${name}`,
    title: name,
    kind: 'REPORT',
    published: { edtf: '2025-02-13' },
    attributionKind: 'NARRATION',
  },
  ...rows,
});

/** Two pages call one official by two names, and both say that he chaired the meeting. */
const first = page('first', {
  countries: [{ key: 'country:GB', names: named('United Kingdom') }],
  posts: [{ key: 'post:defence', names: named('Defence Secretary'), country: 'country:GB', level: 'MINISTER' }],
  officials: [{ key: 'official:healey', names: named('John Healey') }],
  meetings: [
    {
      key: 'meeting:talks',
      names: named('Talks'),
      kind: 'MULTILATERAL_MEETING',
      status: 'HELD',
      time: { edtf: '2025-02-12' },
      participants: [{ actor: 'official:healey', role: 'CHAIR', status: 'ATTENDED' }],
    },
  ],
});
const second = page('second', {
  officials: [{ key: 'official:j-healey', names: named('J. Healey'), externalIds: [{ scheme: 'CODE', value: '7' }] }],
  tenures: [{ official: 'official:j-healey', post: 'post:defence', status: 'CURRENT' }],
  meetings: [
    {
      ref: 'meeting:talks',
      participants: [
        { actor: 'official:j-healey', role: 'CHAIR', status: 'ATTENDED' },
        { actor: 'official:j-healey', role: 'SPEAKER', status: 'ATTENDED' },
      ],
    },
  ],
});
const later = (actor: string) =>
  page('third', {
    meetings: [{ ref: 'meeting:talks', participants: [{ actor, role: 'SPEAKER', status: 'ATTENDED' }] }],
  });

let database: Database;
let former: string;
beforeEach(async () => {
  database = await freshDatabase();
  await importBlocks(database, 'first', [first]);
  await importBlocks(database, 'second', [second]);
  [[former]] = (await queryGraph(database, "MATCH (t:Thing {key: 'official:j-healey'}) RETURN t.id")) as [[string]];
}, 120_000);

const merge = (keep = 'official:healey', merged = 'official:j-healey'): Promise<Outcome> =>
  runOperation(database, mergeEntitiesOperation({ keep, merge: merged }), { reason: 'One man.' });
const unmerge = (merged = former) => runOperation(database, unmergeEntitiesOperation({ merged }));

const participations = () =>
  queryGraph(
    database,
    `MATCH (p:Participation)-[:OF_ACTOR]->(a), (p)-[:IN_EVENT]->(m)
     RETURN a.key, p.role, COUNT { (p)<-[:SUPPORTS]-() } ORDER BY a.key, p.role`,
  );

describe('merging two officials', () => {
  test('merges participations in the same meeting and role, with the claims of both', async () => {
    expect(await merge()).toEqual({ problems: [], thing: 'official:healey' });
    expect(await participations()).toEqual([
      ['official:healey', 'CHAIR', 2],
      ['official:healey', 'SPEAKER', 1],
    ]);
    expect(await queryGraph(database, 'MATCH (a)-[r:ATTENDS]->() RETURN a.key, r.roles')).toEqual([
      ['official:healey', ['CHAIR', 'SPEAKER']],
    ]);
    expect(await stateOf(database, 'official:healey')).toMatchObject({
      names: [{ value: 'John Healey' }, { value: 'J. Healey' }],
      externalIds: ['CODE 7'],
      formerIds: [former],
      country: 'country:GB',
    });
    expect(await verify(database)).toEqual([]);
  });

  test('writes a revision of each, with the reason', async () => {
    await merge();
    const revisions = await queryGraph(
      database,
      `MATCH (t)<-[:REVISES]-(r:Revision {operation: 'MERGE'}) WHERE t.key STARTS WITH 'official:'
       RETURN t.key, r.by, r.reason ORDER BY t.key`,
    );
    expect(revisions).toEqual([
      ['official:healey', 'anna', 'One man.'],
      ['official:j-healey', 'anna', 'One man.'],
    ]);
  });

  test('redirects later recordings that use either key, or the old id, to the kept entity', async () => {
    await merge();
    for (const [index, actor] of ['official:healey', 'official:j-healey', former].entries()) {
      const block = { ...later(actor), source: { ...later(actor).source, url: `https://example.org/later/${index}` } };
      expect((await recordBlocks(database, [block])).problems).toEqual([]);
    }
    expect(await participations()).toEqual([
      ['official:healey', 'CHAIR', 2],
      ['official:healey', 'SPEAKER', 4],
    ]);
    expect(await verify(database)).toEqual([]);
  });

  test('leaves the data sets as they were: importing them again changes nothing', async () => {
    await merge();
    for (const [key, block] of [
      ['first', first],
      ['second', second],
    ] as const) {
      expect(await importBlocks(database, key, [block], { prune: true })).toMatchObject({
        problems: [],
        written: false,
      });
    }
  });
});

describe('merging two of which one document tells', () => {
  const office = (key: string, name: string, rest: object) => ({ key: `org:${key}`, names: named(name), ...rest });
  const register = page('register', {
    countries: [{ key: 'country:FR', names: named('France') }],
    organizations: [
      office('mod', 'Ministry of Defence', {
        kind: 'MINISTRY',
        country: 'country:GB',
        externalIds: [{ scheme: 'CODE', value: '1' }],
        note: 'Whitehall.',
      }),
      office('defence', 'Defence Ministry', {
        kind: 'GOVERNMENT',
        country: 'country:FR',
        externalIds: [{ scheme: 'CODE', value: '2' }],
        note: 'Moved.',
      }),
    ],
  });
  const both = ['Ministry of Defence', 'Defence Ministry'];
  const shown = async (key: string) => {
    const { names, externalIds, note } = (await stateOf(database, key)) as Record<string, unknown> & {
      names: { value: string }[];
    };
    return { names: names.map(({ value }) => value), externalIds, note };
  };
  /** Values of what documents tell otherwise, by field. */
  const disputed = () =>
    queryGraph(
      database,
      `MATCH (x:Conflict)-[:OF]->({key: 'org:mod'}), (x)-[t:TOLD_IN]->(d)
       WITH x, d, t ORDER BY t.value RETURN x.slot, x.rule, collect(DISTINCT d.title), collect(t.value) ORDER BY x.slot`,
    );

  test('keeps all names, codes and remarks of both, and tells of kinds and countries that differ; undone, all is as before', async () => {
    await importBlocks(database, 'register', [register]);
    const before = await linesOfGraph(database);
    const [[id]] = (await queryGraph(database, "MATCH (t:Thing {key: 'org:defence'}) RETURN t.id")) as [[string]];
    await merge('org:mod', 'org:defence');
    expect(await shown('org:mod')).toEqual({
      names: both,
      externalIds: ['CODE 1', 'CODE 2'],
      note: 'Whitehall.\n\nMoved.',
    });
    expect(await disputed()).toEqual([
      [expect.stringMatching(/country$/), null, ['register'], ['country:FR', 'country:GB']],
      [expect.stringMatching(/kind$/), null, ['register'], ['GOVERNMENT', 'MINISTRY']],
    ]);
    expect(await verify(database)).toEqual([]);
    expect(await importBlocks(database, 'register', [register], { prune: true })).toMatchObject({ written: false });
    await unmerge(id);
    expect(differenceOf(before, await linesOfGraph(database))).toEqual({ lost: [], gained: [] });
    expect(await verify(database)).toEqual([]);
  });

  test('does not compare a claim about both with itself', async () => {
    const [a, b] = ['official:a', 'official:b'] as const;
    const both = page('both', {
      officials: [a, b].map((key) => ({ key, names: named(key) })),
      meetings: [
        {
          ref: 'meeting:talks',
          participants: [
            { key: 'part:a', actor: a, role: 'CHAIR', status: 'ATTENDED' },
            { key: 'part:b', actor: b, role: 'CHAIR', status: 'ATTENDED' },
          ],
        },
      ],
      claims: [
        {
          key: 'c1',
          type: 'ATTENDS',
          subject: a,
          modality: 'OCCURRED',
          text: 'Both were in the chair.',
          supports: ['part:a', 'part:b'],
        },
      ],
    });
    expect(await recordBlocks(database, [both])).toMatchObject({ problems: [] });
    expect((await merge(a, b)).problems).toEqual([]);
    expect(await verify(database)).toEqual([]);
  });

  test('keeps the names that two documents give, which turn out to be one', async () => {
    const called = (name: string) => page(name, { organizations: [office('mod', name, { kind: 'MINISTRY' })] });
    await importBlocks(database, 'one', [called(both[0]!)]);
    await importBlocks(database, 'two', [
      { ...called(both[1]!), organizations: [{ ref: 'org:mod', names: named(both[1]!) }] },
    ]);
    const [first, second] = (await queryGraph(
      database,
      "MATCH (d:Document)-[:DESCRIBES]->({key: 'org:mod'}) RETURN d.key ORDER BY d.key",
    )) as [[string], [string]];
    const before = await linesOfGraph(database);
    await merge(first[0], second[0]);
    expect((await shown('org:mod')).names).toEqual(both);
    expect(await verify(database)).toEqual([]);
    await unmerge(second[0]);
    expect(differenceOf(before, await linesOfGraph(database))).toEqual({ lost: [], gained: [] });
  });
});

describe('a chain of merges', () => {
  beforeEach(async () => {
    await recordBlocks(database, [page('chain', { officials: [{ key: 'official:x', names: named('X') }] })]);
  });

  test('redirects each merged entity to the last one, in one step', async () => {
    await merge();
    await merge('official:x', 'official:healey');
    const leads = await queryGraph(
      database,
      'MATCH (t:Tombstone)-[:MERGED_INTO]->(x:Official) RETURN t.key, x.key ORDER BY t.key',
    );
    expect(leads).toEqual([
      ['official:healey', 'official:x'],
      ['official:j-healey', 'official:x'],
    ]);
    expect(await stateOf(database, 'official:x')).toMatchObject({ formerIds: [former, expect.any(String)] });
    expect(await verify(database)).toEqual([]);
  });

  test('is undone in reverse order', async () => {
    await merge();
    await merge('official:x', 'official:healey');
    expect((await unmerge()).problems).toEqual([
      {
        code: 'NOT_ALLOWED',
        message: 'later merges depend on this one; first undo the merge of official:healey',
      },
    ]);
    expect((await unmerge('official:healey')).problems).toEqual([]);
    expect((await unmerge()).problems).toEqual([]);
  });
});

describe('undoing a merge', () => {
  test('leaves what was recorded since then with the kept entity', async () => {
    const before = await linesOfGraph(database);
    await merge();
    await recordBlocks(database, [later('official:healey')]);
    expect(await unmerge()).toEqual({ problems: [], thing: 'official:j-healey' });
    expect(await participations()).toEqual([
      ['official:healey', 'CHAIR', 1],
      ['official:healey', 'SPEAKER', 1],
      ['official:j-healey', 'CHAIR', 1],
      ['official:j-healey', 'SPEAKER', 1],
    ]);
    const isSeenAt = (line: string) => line.includes('"ATTENDS"');
    expect(differenceOf(before, await linesOfGraph(database)).lost.filter((line) => !isSeenAt(line))).toEqual([]);
    expect(await verify(database)).toEqual([]);
  });

  test('is a problem if the entity is not merged', async () => {
    const { problems } = await unmerge('official:healey');
    expect(problems).toMatchObject([
      { code: 'NOT_ALLOWED', message: expect.stringContaining('is not merged into anything') },
    ]);
  });
});

describe('entities that cannot be merged', () => {
  test.each([
    ['official:healey', 'official:healey', 'INVALID', 'give two different entities'],
    ['official:healey', 'country:GB', 'INVALID', 'official:healey is an official, country:GB is a country'],
    ['official:healey', 'official:j-haeley', 'NOT_FOUND', 'did you mean official:j-healey'],
    ['official:healey', 'meeting:talks', 'INVALID', 'is a meeting'],
  ])('%s and %s', async (keep, merged, code, message) => {
    const version = await database.version(true);
    expect((await merge(keep, merged)).problems).toMatchObject([{ code, message: expect.stringContaining(message) }]);
    expect(await database.version(true)).toBe(version);
  });

  test('two that an analyst judged to be two, whichever is kept: the problem says who did so, and a later judgement lifts it', async () => {
    const judge = (verdict: IdentityVerdict, reason: string) => {
      const operation = judgeIdentityOperation({ a: 'official:healey', b: 'official:j-healey', verdict });
      return runOperation(database, operation, { reason });
    };
    await judge('DIFFERENT', 'Father and son.');
    const version = await database.version(true);
    const expected =
      /^official:j-healey cannot be merged into official:healey: anna judged them DIFFERENT \(\d{4}-.*Z\): "Father and son\."; if they are one, judge again with judgeIdentity, as SAME or UNSURE, then merge$/;
    expect((await merge()).problems).toMatchObject([{ code: 'NOT_ALLOWED', message: expect.stringMatching(expected) }]);
    expect((await merge('official:j-healey', 'official:healey')).problems).toMatchObject([{ code: 'NOT_ALLOWED' }]);
    expect(await database.version(true)).toBe(version);

    await judge('UNSURE', 'Perhaps one man.');
    expect(await merge()).toEqual({ problems: [], thing: 'official:healey' });
    expect(await verify(database)).toEqual([]);
  });

  test('an entity that is already merged: the problem names the one it was merged into', async () => {
    await merge();
    const { problems } = await merge('official:j-healey', 'official:healey');
    expect(problems).toMatchObject([
      {
        code: 'NOT_ALLOWED',
        message: expect.stringContaining('official:j-healey was merged into official:healey by anna'),
      },
    ]);
    const deleted = await runOperation(database, deleteEntityOperation({ ref: former, expectedVersion: 1 }));
    expect(deleted.problems).toMatchObject([{ code: 'NOT_ALLOWED' }]);
  });
});
