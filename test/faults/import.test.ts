import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { readConfig } from '../../src/cli/config.ts';
import { openDatabase } from '../../src/cli/open.ts';
import { processesOn } from '../../src/graph/managed/orphans.ts';
import { chancery, throwawayHome } from '../support/chancery.ts';

jest.setTimeout(8 * 60_000);

const ARTICLE = join(import.meta.dirname, '../../seed/article.yaml');

const { home, settings } = throwawayHome();

/** How many things the graph holds, read by a start of our own. */
async function things(): Promise<number> {
  const opened = await openDatabase(readConfig(settings, '/'), () => {});
  try {
    const [[count]] = (await opened.database.read((tx) => tx.rows('MATCH (t:Thing) RETURN count(*)'))) as [[number]];
    return count;
  } finally {
    await opened.stop();
  }
}

test('an import that is interrupted, or killed together with its database, leaves nothing; the next one brings it all', async () => {
  const interrupted = chancery(['import', ARTICLE], settings);
  await interrupted.says('Writing');
  interrupted.process.kill('SIGINT');
  expect(await interrupted.ended).toBe(130);
  expect(interrupted.output()).toMatch(/Interrupted\.\n$/);
  expect(interrupted.output()).not.toContain('error');

  const killed = chancery(['import', ARTICLE], settings);
  await killed.says('Writing');
  for (const pid of await processesOn(home.neo4j)) process.kill(pid, 'SIGKILL');
  killed.process.kill('SIGKILL');
  await killed.ended;
  expect(await things()).toBe(0);

  const whole = chancery(['import', ARTICLE], settings);
  expect(await whole.ended).toBe(0);
  const verified = chancery(['verify'], settings);
  expect(await verified.ended).toBe(0);
  expect(await things()).toBeGreaterThan(100);
});
