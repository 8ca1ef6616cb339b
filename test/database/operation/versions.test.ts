import { beforeAll, expect, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { type ExpectedVersion, checkVersions } from '../../../src/record/operation/versions.ts';
import { type Block, freshDatabase, queryGraph, recordBlocks } from '../../support/recording.ts';

const source = (number: number): Block['source'] => ({
  url: `https://example.org/${number}`,
  title: `Page ${number}`,
  attributionKind: 'NARRATION',
});

let database: Database;
let meeting: { id: string; version: number };
beforeAll(async () => {
  database = await freshDatabase();
  const names = [{ value: 'Talks', lang: 'en' }];
  await recordBlocks(database, [
    {
      source: source(1),
      meetings: [{ key: 'meeting:talks', names, kind: 'CONFERENCE', status: 'SCHEDULED', time: { edtf: '2025-02' } }],
    },
  ]);
  const [row] = await queryGraph(database, "MATCH (t:Thing {key: 'meeting:talks'}) RETURN t.id, t.version");
  meeting = { id: row![0] as string, version: row![1] as number };
  for (const [number, mode] of [
    [2, 'REMOTE'],
    [3, 'HYBRID'],
  ] as const) {
    const row = { ref: 'meeting:talks', mode, names: [{ value: `Talks ${number}`, lang: 'en' }] };
    await recordBlocks(database, [{ source: source(number), meetings: [row] }], { by: `analyst ${number}` });
  }
}, 120_000);

const told = (version: number) => {
  const expected: ExpectedVersion = { node: meeting.id, key: 'meeting:talks', version, path: ['expectedVersion'] };
  return database.read((tx) => checkVersions(tx, [expected]));
};

test('the current version is accepted', async () => {
  expect(await told(meeting.version + 2)).toEqual([]);
});

test('for an older version, the problem says what has changed since then, when and by whom', async () => {
  const [problem, ...others] = await told(meeting.version);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code: 'VERSION_CONFLICT', path: ['expectedVersion'] });
  expect(problem!.message).toMatch(
    /^meeting:talks is at version 3; expectedVersion was 1\. Since then analyst 2 changed .*\bmode\b.* \(20\d\d-.*Z\); analyst 3 changed .*\bnames\b.* send it with expectedVersion 3$/,
  );
});

test('the problem lists only changes after the version that was read', async () => {
  const [problem] = await told(meeting.version + 1);
  expect(problem!.message).not.toContain('analyst 2');
});

test('a version that does not exist yet is a problem', async () => {
  expect((await told(99))[0]!.message).toContain('is at version 3; expectedVersion was 99');
});
