import { beforeAll, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { findDuplicatesWithin, findDuplicates } from '../../../src/record/duplicates/find-duplicates.ts';
import { loadProfiles, blockingCandidates } from '../../../src/record/duplicates/blocking.ts';
import { DUPLICATE_THRESHOLD, similarityOf } from '../../../src/record/duplicates/similarity.ts';
import { RecordInput } from '../../../src/record/input/record-input.ts';
import { planRecording } from '../../../src/record/diff/plan-recording.ts';
import { type Block, type MeetingRow, queryGraph } from '../../support/recording.ts';
import { seededDatabase } from '../../support/seed.ts';

jest.setTimeout(900_000);

/** Entities asked about in one transaction. */
const BATCH = 20;

let database: Database;
beforeAll(async () => {
  database = await seededDatabase();
});

test('no entity of the seed is a possible duplicate of another', async () => {
  const ids = (await queryGraph(database, 'MATCH (t:Entity) WHERE NOT t:Development RETURN t.id')).map(
    ([id]) => id as string,
  );
  expect(ids.length).toBeGreaterThan(500);
  const profiles = await database.read((tx) => loadProfiles(tx, ids));
  const flagged: string[] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = [...profiles.values()].slice(start, start + BATCH);
    for (const [id, found] of await database.read((tx) => blockingCandidates(tx, batch))) {
      const [one, other] = [profiles.get(id)!, profiles.get(found)];
      if (other === undefined || one.key >= other.key) continue;
      const { score, reasons } = similarityOf(one, other);
      if (score >= DUPLICATE_THRESHOLD) flagged.push(`${one.key} ${other.key} ${score} ${reasons.join('; ')}`);
    }
  }
  expect([...new Set(flagged)].sort()).toEqual([]);
});

const found = async (rest: Partial<Block>) => {
  const source = { title: 'a page', kind: 'NEWS_ARTICLE', attributionKind: 'NARRATION' } as const;
  const blocks = [RecordInput.parse({ source, ...rest })];
  return database.read(async (tx) => {
    const plan = await planRecording(tx, blocks, { by: 'test' }, new Date().toISOString());
    const candidates = await findDuplicates(tx, plan);
    const known = await loadProfiles(
      tx,
      candidates.map(({ entity }) => entity),
    );
    const named = candidates.map(({ entity, score, reasons }) => [known.get(entity)!.key, score, reasons]);
    return { problems: plan.problems, named, within: findDuplicatesWithin(plan) };
  });
};
const called = (value: string, lang = 'en') => ({ key: 'official:new', names: [{ value, lang }] });

test.each([
  ['Zelensky', 'en', 'official:volodymyr-zelenskyy'],
  ['Володимир Зеленський', 'uk', 'official:volodymyr-zelenskyy'],
  ['澤倫斯基', 'zh-Hant-TW', 'official:volodymyr-zelenskyy'],
  ['Volodymyr Zelensky', 'en', 'official:volodymyr-zelenskyy'],
  ['John Heley', 'en', 'official:john-healey'],
])('%s is a possible duplicate', async (name, lang, key) => {
  const { problems, named } = await found({ officials: [called(name, lang)] });
  expect(problems).toEqual([]);
  expect(named[0]![0]).toBe(key);
});

test('a name unlike any other is new', async () => {
  expect((await found({ officials: [called('John Kelly')] })).named).toEqual([]);
  expect((await found({ officials: [called('Ada Lovelace')] })).named).toEqual([]);
});

test('a call of the same two officials on the same day is a possible duplicate, in the graph and within one input', async () => {
  const call = (key: string, day: string): MeetingRow => ({
    key,
    names: [{ value: `They talk, ${key}`, lang: 'en' }],
    kind: 'PHONE_CALL',
    status: 'HELD',
    time: { edtf: day },
    participants: ['official:john-healey', 'official:pete-hegseth'].map((actor) => ({
      actor,
      role: 'PARTICIPANT' as const,
      status: 'ATTENDED' as const,
    })),
  });
  const { problems, named } = await found({ meetings: [call('meeting:a', '2025-01-31')] });
  expect(problems).toEqual([]);
  expect(named).toEqual([
    [
      'meeting:call-hegseth-healey',
      0.8,
      ['meeting:a: the same kind of meeting at the same time, with 2 of the same participants'],
    ],
  ]);
  const twice = await found({ meetings: [call('meeting:a', '2025-05-05'), call('meeting:b', '2025-05-05')] });
  expect(twice.named).toEqual([]);
  expect(twice.within).toMatchObject([
    {
      code: 'DUPLICATE',
      path: [0, 'meetings', 1],
      message: expect.stringMatching(/^meeting:b may be the same as meeting:a in this input/),
    },
  ]);
});

test('another meeting of a body on the day of a known one, without its number, is a possible duplicate', async () => {
  const session = (day: string): MeetingRow => ({
    key: 'meeting:session',
    names: [{ value: 'Allies pledge air defence', lang: 'en' }],
    kind: 'MULTILATERAL_MEETING',
    body: 'org:udcg',
    status: 'HELD',
    time: { edtf: day },
    participants: [{ actor: 'country:UA', role: 'PARTICIPANT', status: 'ATTENDED' }],
  });
  const { problems, named } = await found({ meetings: [session('2026-02-12')] });
  expect(problems).toEqual([]);
  expect(named).toEqual([
    ['meeting:udcg-33', 0.8, ['meeting:session: a meeting of the same body, of the same kind, on the same day']],
  ]);
  expect((await found({ meetings: [session('2026-02-19')] })).named).toEqual([]);
});
