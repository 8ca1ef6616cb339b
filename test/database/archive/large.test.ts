import { beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Database } from '../../../src/graph/database.ts';
import { nodePages } from '../../../src/record/integrity/node-pages.ts';
import { exportedText, linesOf } from '../../support/archive.ts';
import { emptyGraph, testAddress, testDatabase } from '../../support/database.ts';
import { settingsFor } from '../../support/program.ts';

jest.setTimeout(300_000);

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => emptyGraph(database));

/** In transactions of a size that a small database takes. */
async function create(count: number, statement: string): Promise<void> {
  for (let start = 1; start <= count; start += 5_000) {
    const range = { from: BigInt(start), to: BigInt(Math.min(count, start + 4_999)) };
    await database.write((tx) => tx.rows(`UNWIND range($from, $to) AS n ${statement}`, range));
  }
}

test('an export takes no more memory than a part of it', async () => {
  await create(
    16_000,
    `CREATE (:Tombstone {id: toString(100000 + n), key: 'topic:' + n, typeName: 'Topic', about: n + ' ${'x'.repeat(5_000)}'})`,
  );
  const child = spawn(
    process.execPath,
    [
      ...['--disable-warning=ExperimentalWarning', '--max-old-space-size=96'],
      ...[join(import.meta.dirname, '../../../src/cli/main.ts'), 'export'],
    ],
    { env: { PATH: process.env.PATH, ...settingsFor(testAddress()) }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let bytes = 0;
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (bytes += chunk.length));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise((resolve) => child.once('close', resolve));

  expect(said).toContain('SHA-256');
  expect(code).toBe(0);
  expect(bytes).toBeGreaterThan(80_000_000);
});

test('an export has the relationships of a node with very many, in the order of all others', async () => {
  const count = 10_500;
  await create(
    count,
    `MERGE (d:Thing:Document {id: 'd', key: 'doc:d'})
CREATE (t:Thing:Entity:Topic {id: 't' + (100000 + (n * 7919) % ${count}), key: 'topic:' + n})
CREATE (d)-[:DESCRIBES {dataSet: 'b', values: '{}'}]->(t)
FOREACH (_ IN CASE WHEN n % 2 = 0 THEN [1] ELSE [] END | CREATE (d)-[:DESCRIBES {dataSet: 'a', values: '{}'}]->(t))`,
  );
  await database.write((tx) =>
    tx.rows(`MATCH (d:Document) WITH d MATCH (t:Topic {key: 'topic:1'}) CREATE (d)-[:FORMERLY]->(t)-[:FORMERLY]->(d)`),
  );

  const links = linesOf(await exportedText(database)).filter(({ record }) => record === 'link');
  expect(links.map(({ from }) => from)).toEqual([...Array<string>(links.length - 1).fill('d'), links.at(-1)!.from]);
  const names = links.slice(0, -1).map((link) => `${String(link.type)} ${String(link.to)} ${JSON.stringify(link)}`);
  expect(names).toHaveLength(1.5 * count + 1);
  expect(names).toEqual(names.toSorted((a, b) => (a < b ? -1 : 1)));
});

test('an export goes on after a page of relationships that it leaves out', async () => {
  await create(
    10_500,
    `MERGE (c:Thing:Claim {id: 'c', key: 'claim:c'})
CREATE (o:Thing:Claim {id: 'o' + (100000 + n), key: 'claim:' + n})
CREATE (c)-[:RELATES_TO {type: 'SUPPORTS', by: CASE WHEN n > 10400 THEN 'test' ELSE 'RULE' END}]->(o)`,
  );
  const lines = linesOf(await exportedText(database)).filter(
    ({ record, type }) => record === 'link' && type === 'RELATES_TO',
  );
  expect(lines).toHaveLength(100);
});

test('nodes of several types are read page by page, each once and in order', async () => {
  await create(
    25,
    `CREATE (:Thing:Entity:Topic {id: 't' + (100 + n), key: 'topic:' + n}), (:Thing:Entity:Place {id: 'p' + (100 + n), key: 'place:' + n})`,
  );
  const [said, pages]: [string[], string[][]] = [[], []];
  const options = { size: 10, work: 'Counting', onProgress: (line: string) => said.push(line) };
  for await (const ids of nodePages(database, ['Topic', 'Place'], options)) pages.push(ids);

  expect(pages.map((ids) => ids.length)).toEqual([10, 10, 5, 10, 10, 5]);
  expect(pages.flat()).toEqual(
    ['t', 'p'].flatMap((letter) => Array.from({ length: 25 }, (_, n) => `${letter}${101 + n}`)),
  );
  expect(said).toEqual(['Counting: 50']);
});
