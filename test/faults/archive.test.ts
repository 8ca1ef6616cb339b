import { beforeAll, expect, jest, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type Database } from '../../src/graph/database.ts';
import { exportedText } from '../support/archive.ts';
import { chancery } from '../support/chancery.ts';
import { emptyGraph, testAddress } from '../support/database.ts';
import { scratch } from '../support/files.ts';
import { freshDatabase, queryGraph, recordBlocks } from '../support/recording.ts';
import { base } from '../database/identity/fixtures.ts';

jest.setTimeout(5 * 60_000);

let database: Database;
let settings: Record<string, string>;
beforeAll(async () => {
  const { uri, username, password } = testAddress();
  settings = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
  database = await freshDatabase();
  await recordBlocks(database, [base]);
});

test('a record goes out and comes back on the command line, also after an import that was killed', async () => {
  const exporting = chancery(['export'], settings);
  let file = '';
  exporting.process.stdout!.setEncoding('utf8').on('data', (text: string) => (file += text));
  expect(await exporting.ended).toBe(0);
  expect(file).toBe(await exportedText(database));
  expect(exporting.output()).toContain(`SHA-256 ${createHash('sha256').update(file).digest('hex')}`);

  using files = scratch();
  const path = files.file('all.jsonl', file);
  const refused = chancery(['import-all', path], settings);
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toMatch(/The graph is not empty.*CHANCERY_HOME/);

  await emptyGraph(database);
  const killed = chancery(['import-all', path], settings);
  await killed.says('Deriving');
  killed.process.kill('SIGKILL');
  await killed.ended;
  expect(await queryGraph(database, 'MATCH (a:Arrival) RETURN count(a)')).toEqual([[1]]);

  const again = chancery(['import-all', path], settings);
  expect(await again.ended).toBe(0);
  expect(again.output()).toMatch(
    /Removing what an interrupted import has left[^]*Imported: the graph equals the file, and is consistent/,
  );
  expect(await exportedText(database)).toBe(file);
});

test('an export to something that reads only its beginning says that it is not complete', async () => {
  const long = 'far more than fits between two programs '.repeat(20).trim();
  const topics = Array.from({ length: 400 }, (_, n) => ({
    key: `topic:long-${n}`,
    names: [{ value: `${long} ${n}`, lang: 'en' }],
  }));
  await recordBlocks(database, [{ source: { document: 'doc:register', attributionKind: 'OFFICIAL_RECORD' }, topics }]);
  const exporting = chancery(['export'], settings);
  await once(exporting.process.stdout!, 'data');
  exporting.process.stdout!.destroy();
  expect(await exporting.ended).toBe(1);
  expect(exporting.output()).toContain('The export is not complete');
});
