import { beforeAll, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { findDuplicates } from '../../../src/record/duplicates/find-duplicates.ts';
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
    const { candidates, within } = await findDuplicates(tx, plan);
    const known = await loadProfiles(
      tx,
      candidates.map(({ entity }) => entity),
    );
    const named = candidates.map(({ entity, score, reasons }) => [known.get(entity)!.key, score, reasons]);
    return { problems: plan.problems, named, within };
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

const day = { status: 'HELD', time: { edtf: '2025-02-12' } } as const;
const there = (actor: string, role: 'CHAIR' | 'PARTICIPANT' = 'PARTICIPANT') =>
  ({ actor, role, status: 'ATTENDED' }) as const;

test('talks known under another title and as another kind are a possible duplicate, wherever in the city they were', async () => {
  const call = (rest: Partial<MeetingRow> = {}): MeetingRow => ({
    key: 'meeting:new',
    names: [{ value: 'The ministers speak about drones', lang: 'en' }],
    kind: 'PHONE_CALL',
    ...day,
    participants: ['official:john-healey', 'official:rustem-umerov'].map((actor) => there(actor)),
    ...rest,
  });
  const known = 'meeting:bilat-healey-umerov-2025-02-12';
  const { problems, named } = await found({ meetings: [call()] });
  expect(problems).toEqual([]);
  expect(named).toEqual([[known, 0.8, ['meeting:new: on the same day, with 2 of the same participants']]]);
  expect((await found({ meetings: [call({ place: 'place:nato-hq' })] })).named).toEqual([
    [
      known,
      0.8,
      ['meeting:new: on the same day, in places of which one lies in the other, with 2 of the same participants'],
    ],
  ]);
  expect((await found({ meetings: [call({ place: 'place:kyiv' })] })).named).toEqual([]);
  expect((await found({ meetings: [call({ time: { edtf: '2025-02-17' } })] })).named).toEqual([]);
});

test('a gathering under another title and as another kind is one by its chair, in the house, its city and its country', async () => {
  const conference = (place: string, participants: MeetingRow['participants']): Partial<Block> => ({
    places: [
      {
        key: 'place:new-hall',
        names: [{ value: 'A hall not known yet', lang: 'en' }],
        kind: 'VENUE',
        within: 'place:nato-hq',
      },
    ],
    meetings: [
      {
        key: 'meeting:new',
        names: [{ value: 'Allies on drones', lang: 'en' }],
        kind: 'CONFERENCE',
        ...day,
        place,
        participants,
      },
    ],
  });
  const led = [there('official:john-healey', 'CHAIR')];
  for (const [place, where] of [
    ['place:nato-hq', 'in the same place'],
    ['place:brussels', 'in places of which one lies in the other'],
    ['country:BE', 'in places of which one lies in the other'],
    ['place:new-hall', 'in places of which one lies in the other'],
  ] as const)
    expect((await found(conference(place, led))).named).toEqual([
      ['meeting:udcg-26', 0.8, [`meeting:new: on the same day, ${where}, with the same chair or host`]],
    ]);
  expect((await found(conference('place:paris', led))).named).toEqual([]);
  expect((await found(conference('place:nato-hq', [there('official:john-healey')]))).named).toEqual([]);
});
