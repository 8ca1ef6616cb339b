import { join } from 'node:path';
import { afterAll, expect, jest, test } from '@jest/globals';
import { connect } from '../../src/graph/database.ts';
import { findProcesses } from '../../src/graph/managed/orphans.ts';
import { addressOf, chancery, startDb, throwawayHome } from '../support/chancery.ts';
import { scratch } from '../support/files.ts';

jest.setTimeout(8 * 60_000);

const ARTICLE = join(import.meta.dirname, '../../seed/article.yaml');

const { home, settings } = throwawayHome();
const { file, [Symbol.dispose]: remove } = scratch();
afterAll(remove);

/** `chancery db`, on whose database commands work and of which a test asks; stopped before one that is to start its own. */
async function openDb(): Promise<{ things: () => Promise<number>; stop: () => Promise<void> }> {
  const db = await startDb(settings);
  const database = await connect(await addressOf(home));
  return {
    things: async () => {
      const [[count]] = (await database.read((tx) => tx.rows('MATCH (t:Thing) RETURN count(*)'))) as [[number]];
      return count;
    },
    stop: async () => {
      await database.close();
      db.process.kill('SIGINT');
      expect(await db.ended).toBe(0);
    },
  };
}

/** How many things there are before the second test. */
let before = 0;

test('an import that is interrupted, or killed together with its database, leaves nothing; the next one brings it all', async () => {
  const interrupted = chancery(['import', ARTICLE], settings);
  await interrupted.says('Writing');
  interrupted.process.kill('SIGINT');
  expect(await interrupted.ended).toBe(130);
  expect(interrupted.output()).toMatch(/Interrupted\.\n$/);
  expect(interrupted.output()).not.toContain('error');

  const killed = chancery(['import', ARTICLE], settings);
  await killed.says('Writing');
  for (const pid of await findProcesses(home.neo4j)) process.kill(pid, 'SIGKILL');
  killed.process.kill('SIGKILL');
  await killed.ended;
  const db = await openDb();
  expect(await db.things()).toBe(0);

  const whole = chancery(['import', ARTICLE], settings);
  expect(await whole.ended).toBe(0);
  const verified = chancery(['verify'], settings);
  expect(await verified.ended).toBe(0);
  expect(await db.things()).toBeGreaterThan(100);
  before = await db.things();
  await db.stop();
});

/** A list of posts, longer than one transaction holds, before the countries whose posts they are. */
const posts = (count: number) =>
  file(
    'posts.json',
    JSON.stringify({
      dataSet: { key: 'posts', title: 'Posts' },
      blocks: [
        {
          source: { title: 'A list', kind: 'DATASET', attributionKind: 'NARRATION' },
          posts: Array.from({ length: count }, (_, index) => ({
            key: `post:p${index}`,
            names: [{ value: `Post ${index}`, lang: 'en' }],
            country: `country:c${index % 1_000}`,
            level: 'MINISTER',
          })),
          countries: Array.from({ length: 1_000 }, (_, index) => ({
            key: `country:c${index}`,
            names: [{ value: `Country ${index}`, lang: 'en' }],
          })),
        },
      ],
    }),
  );

test('a large import that is killed together with its database goes on after what was written', async () => {
  const large = posts(13_000);
  const killed = chancery(['import', large], settings);
  await killed.says('Batch 2:');
  for (const pid of await findProcesses(home.neo4j)) process.kill(pid, 'SIGKILL');
  killed.process.kill('SIGKILL');
  await killed.ended;
  const db = await openDb();
  const there = (await db.things()) - before;
  expect(there).toBeGreaterThan(400);
  expect(there).toBeLessThan(14_000);

  const resumed = chancery(['import', large], settings);
  expect(await resumed.ended).toBe(0);
  expect(resumed.output()).toMatch(/Continuing after \d+ of 14000 rows\./);
  // The document of the list, and every row of it once.
  expect((await db.things()) - before).toBe(14_001);

  const again = chancery(['import', large], settings);
  expect(await again.ended).toBe(0);
  expect(again.output()).toMatch(/Nothing changed: \d+ rows as before\./);
  await db.stop();
});
