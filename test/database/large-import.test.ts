import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { type WriteOptions, importFiles } from '../../src/dataset/import.ts';
import { formatReport } from '../../src/dataset/format-report.ts';
import { prepareImport } from '../../src/dataset/prepare.ts';
import { type Database, connect } from '../../src/graph/database.ts';
import { BYTES_PER_ROW } from '../../src/record/input/transaction-capacity.ts';
import { verify } from '../../src/record/integrity/verify.ts';
import { record } from '../../src/record/recording/record.ts';
import { emptyGraph, testAddress, testDatabase } from '../support/database.ts';
import { scratch } from '../support/files.ts';
import { queryGraph, recordBlocks, snapshotFacts } from '../support/recording.ts';

jest.setTimeout(8 * 60_000);

const { file, [Symbol.dispose]: remove } = scratch();
afterAll(remove);

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => emptyGraph(database));

/** As if the database held hardly anything at once. */
const capacity = 40 * BYTES_PER_ROW;

const bring = (files: string[], options: Partial<WriteOptions> = {}, on = database) =>
  importFiles(on, files, { by: 'test', ...options });

const officials = (count: number, changed: Record<number, string> = {}) =>
  file(
    'officials.json',
    JSON.stringify({
      dataSet: { key: 'officials', title: 'Officials' },
      blocks: [
        {
          source: { title: 'A list', kind: 'REPORT', attributionKind: 'NARRATION' },
          officials: Array.from({ length: count }, (_, index) => ({
            key: `official:o${index}`,
            names: [{ value: changed[index] ?? `Person ${index}`, lang: 'en' }],
            country: 'country:XX',
          })),
          countries: [{ key: 'country:XX', names: [{ value: 'Xland', lang: 'en' }] }],
          tenures: Array.from({ length: count }, (_, index) => ({
            official: `official:o${index}`,
            post: 'post:x',
            status: 'ENDED',
            start: '2001',
            end: '2002',
          })),
          posts: [{ key: 'post:x', names: [{ value: 'Post', lang: 'en' }], country: 'country:XX', level: 'MINISTER' }],
        },
      ],
    }),
  );

/** Lines of one text that the other lacks: some, to be looked at. */
function onlyIn(one: string, other: string): string[] {
  const lines = new Set(other.split('\n'));
  return one
    .split('\n')
    .filter((line) => !lines.has(line))
    .slice(0, 10);
}

const count = async (cypher: string) => (await queryGraph(database, cypher))[0]![0];

test('an import in batches creates the same graph as one in a single transaction', async () => {
  // Those that fit into a minute; the meetings and who was there are rows of the same kinds.
  const files = ['article', 'office-holders', 'reference', 'udcg-history'].map((name) => `seed/${name}.yaml`);
  await bring(files);
  // The sentences of rows' claims are made of the names known by then, which in one go are those of the first file.
  const facts = () => snapshotFacts(database, { sentences: false });
  const whole = await facts();
  await emptyGraph(database);

  const { problems, batches } = await bring(files, { capacity: 150 * BYTES_PER_ROW });
  expect(problems.map(({ message }) => message)).toEqual([]);
  expect(batches!.of).toBeGreaterThan(1_000);
  expect(batches!.done).toBe(batches!.of);
  const inBatches = await facts();
  expect(onlyIn(inBatches, whole)).toEqual([]);
  expect(onlyIn(whole, inBatches)).toEqual([]);
  expect(await verify(database)).toEqual([]);
});

test('an interrupted import continues where it stopped', async () => {
  const data = officials(100);
  let writes = 0;
  const failing: Database = {
    ...database,
    write: (work) => (++writes > 3 ? Promise.reject(new Error('gone')) : database.write(work)),
  };
  await expect(bring([data], { capacity }, failing)).rejects.toThrow('gone');
  expect(await count('MATCH (j:ImportJournal) RETURN j.done')).toBe(120);

  const said: string[] = [];
  const { batches, recorded } = await bring([data], { capacity, onProgress: (line) => said.push(line) });
  expect(batches).toEqual({ done: 202, of: 202 });
  expect(said).toContain('Continuing after 120 of 202 rows.');
  expect(said.some((line) => /^Batch 3: 202 of 202 rows, \d+ rows\/s$/.test(line))).toBe(true);
  // Each batch says again which document it is from; no row is compared again.
  expect(recorded!.unchanged).toBe(3);
  expect(await count('MATCH (t:Tenure) RETURN count(t)')).toBe(100);
  expect(await count('MATCH (j:ImportJournal) RETURN count(j)')).toBe(0);
});

test('a problem in a later batch is reported; what is written stays, and the corrected file adds the rest', async () => {
  // Two persons with one external id: only the graph knows, once the first of them is in it.
  const withIds = (last: string) =>
    JSON.stringify(
      {
        dataSet: { key: 'ids', title: 'Ids' },
        blocks: [
          {
            source: { title: 'A list', kind: 'REPORT', attributionKind: 'NARRATION' },
            officials: Array.from({ length: 100 }, (_, index) => ({
              key: `official:o${index}`,
              names: [{ value: `Person ${index}`, lang: 'en' }],
              externalIds: [{ scheme: 'X', value: index === 99 ? last : String(index) }],
            })),
          },
        ],
      },
      null,
      1,
    );
  const text = withIds('1');
  const report = await bring([file('ids.json', text)], { capacity });
  expect(report.batches).toEqual({ done: 80, of: 100 });
  expect(report.problems).toHaveLength(1);
  const before = text.split('\n').slice(0, report.problems[0]!.position!.line);
  expect(before.findLast((line) => line.includes('official:'))).toContain('official:o99');
  expect(formatReport(report).join('\n')).toMatch(
    /1 problem\. The batch was not written, .*\. The 80 of 100 rows before it stay in the graph\./,
  );
  expect(await count('MATCH (o:Official) RETURN count(o)')).toBe(80);

  const mended = await bring([file('ids.json', withIds('99'))], { capacity });
  expect(mended.problems).toEqual([]);
  expect(await count('MATCH (o:Official) RETURN count(o)')).toBe(100);
});

test('an edited file is applied as a difference, and prune retracts what was removed from it', async () => {
  await bring([officials(100)], { capacity });
  const again = await bring([officials(100)], { capacity, prune: true });
  expect(again.recorded).toMatchObject({ created: {}, corrected: 0, redescribed: 0, retracted: 0, written: false });

  const { recorded } = await bring([officials(60, { 5: 'Somebody Else' })], { capacity, prune: true });
  expect(recorded).toMatchObject({ created: {}, corrected: 0, redescribed: 1, retracted: 40 });
  expect(await count("MATCH (t:Tenure) WHERE t.standing <> 'WITHDRAWN' RETURN count(t)")).toBe(60);
  expect(await count("MATCH (o:Official {key: 'official:o5'}) RETURN o.name")).toBe('Somebody Else');
});

/** Statements whose texts are as long as thousands of others: few rows, and much of a transaction. */
const speeches = (count: number) =>
  file(
    'speeches.json',
    JSON.stringify({
      dataSet: { key: 'speeches', title: 'Speeches' },
      blocks: [
        {
          source: { title: 'Speeches', kind: 'REPORT', attributionKind: 'NARRATION' },
          officials: [{ key: 'official:speaker', names: [{ value: 'A Speaker', lang: 'en' }] }],
          claims: Array.from({ length: count }, (_, index) => ({
            key: `claim:${index}`,
            type: 'STATED',
            subject: 'official:speaker',
            text: `${index} ${'a word '.repeat(1_400)}`,
            modality: 'OCCURRED',
          })),
        },
      ],
    }),
  );

test('what is more than a transaction holds is found out before it is sent, and goes in batches by itself', async () => {
  const data = speeches(190);
  const said: string[] = [];
  const bytes = 200 * BYTES_PER_ROW;
  const report = await bring([data], { capacity: bytes, onProgress: (line) => said.push(line) });
  expect(formatReport(report).join('\n')).toMatch(/new +190 claims/);
  expect(said).toContain('These 191 rows are more than one transaction of this database holds.');
  // It fits neither whole nor at first.
  expect(said.filter((line) => line.startsWith('Batch '))).toHaveLength(2);
  expect(await count('MATCH (c:Claim) RETURN count(c)')).toBe(190);
  expect(await verify(database)).toEqual([]);
});

test('a recording that is more than a transaction holds is refused with the limit, and nothing is kept', async () => {
  const { blocks } = await prepareImport([speeches(190)]);
  await expect(record(database, blocks, { by: 'test', capacity: 9 * 2 ** 20 })).rejects.toMatchObject({
    code: 'TOO_LARGE',
    message: expect.stringContaining('more than 9 MB at once'),
  });
  expect(await count('MATCH (t:Thing) RETURN count(t)')).toBe(0);
});

test('whoever else writes gets a turn after each batch', async () => {
  const other = await connect(testAddress());
  let [ended, longest, turns] = [false, 0, 0];
  const batches: number[] = [];
  const write = async () => {
    while (!ended) {
      const begun = performance.now();
      await recordBlocks(other, [
        {
          source: { title: 'News', kind: 'REPORT', attributionKind: 'NARRATION' },
          topics: [{ key: `topic:t${turns}`, names: [{ value: `Topic ${turns}`, lang: 'en' }] }],
        },
      ]);
      longest = Math.max(longest, performance.now() - begun);
      turns += 1;
    }
  };
  await bring([officials(20)], { capacity }); // the database plans what follows
  const writing = write();
  await bring([officials(400)], {
    capacity: 200 * BYTES_PER_ROW,
    onProgress: (line) => line.startsWith('Batch ') && batches.push(performance.now()),
  });
  ended = true;
  await writing;
  await other.close();
  const lengths = batches.slice(1).map((at, index) => at - batches[index]!);
  expect(turns).toBeGreaterThanOrEqual(batches.length - 1);
  expect(longest).toBeLessThan(2 * Math.max(...lengths));
});

test('unknown references are reported before anything is written; a dry run says what it could check', async () => {
  const faulty = file(
    'faulty.json',
    JSON.stringify({
      dataSet: { key: 'faulty', title: 'Faulty' },
      blocks: [
        {
          source: { title: 'A list', kind: 'REPORT', attributionKind: 'NARRATION' },
          countries: [{ key: 'country:XX', names: [{ value: 'Xland', lang: 'en' }] }],
          officials: Array.from({ length: 100 }, (_, index) => ({
            key: `official:o${index === 50 ? 49 : index}`,
            names: [{ value: `Person ${index}`, lang: 'en' }],
            country: index === 90 ? 'country:YY' : 'country:XX',
          })),
        },
      ],
    }),
  );
  const report = await bring([faulty], { capacity });
  expect(report.problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^official:o49 is given twice/),
    expect.stringMatching(/^nothing is known as country:YY; expected the key or id of a country$/),
  ]);
  expect(formatReport(report).at(-1)).toBe('2 problems. Nothing was written.');

  const dry = await bring([officials(100)], { capacity, dryRun: true });
  expect(formatReport(dry, { dryRun: true }).join('\n')).toMatch(
    /These 202 rows would be imported in batches\. Checked: /,
  );
  expect(await count('MATCH (t:Thing) RETURN count(t)')).toBe(0);
});
