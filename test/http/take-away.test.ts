import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { serve, testApi, type TestServer } from '../support/http.ts';
import { R_ENV, R_OPTIONS, rTest } from '../support/r.ts';
import { seededDatabase } from '../support/seed.ts';

/** "Take it away" in the README, and every address in the pages that it leads to: as they stand there. */
let server: TestServer;
beforeAll(async () => {
  await seededDatabase();
  server = await serve({ api: await testApi() });
});

const section = /^## Take it away$(.*?)^## /ms.exec(readFileSync('README.md', 'utf8'))![1]!;
const here = (text: string) => text.replaceAll('http://localhost:4000', server.url);

test('whom Austin met most in 2023', async () => {
  const [, question, answer] = /```graphql\n(.*?)```.*?```json\n(.*?)```/s.exec(section)!;
  const { body } = await server.ask(question!);
  expect(body.data).toEqual(JSON.parse(answer!));
});

const ADDRESS = /http:\/\/localhost:4000(\/export\/[^"\s)`]+)/g;
const addresses = ['README.md', 'docs/export.md', 'docs/networks.md', 'docs/exports-in-tools.md'].flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(ADDRESS)].map(([, address]) => ({ page, address: address! })),
);

describe('the addresses', () => {
  test('are there', () => expect(addresses.filter(({ page }) => page === 'README.md')).toHaveLength(3));

  test.each(addresses)('$page: $address', async ({ address }) => {
    const response = await fetch(`${server.url}${address}`);
    const text = await response.text();
    expect({ status: response.status, text }).toMatchObject({ status: 200 });
    // More than what is there without a single row.
    expect(text.trimEnd().split('\n').length).toBeGreaterThan(1);
  });
});

test('the ministers as GEXF: everyone who met, and how often', async () => {
  const [, address] = ADDRESS[Symbol.matchAll](section)
    .filter(([, each]) => each!.startsWith('/export/network.gexf'))
    .next().value!;
  const text = await (await fetch(`${server.url}${address}`)).text();
  expect(text).toMatch(/<node id="official:lloyd-austin" label="Lloyd Austin"/);
  expect(text.match(/<edge /g)!.length).toBeGreaterThan(40);
});

rTest('one line of R reads the table', ['utils'], async () => {
  const [, line] = /```r\n(.*?)```/s.exec(section)!;
  const [name] = line!.split(' ');
  const code = `${here(line!)}cat(nrow(${name}), all(${name}$kind == "SUMMIT"), all(${name}$time.startEarliest >= "2023"))`;
  const { stdout } = await promisify(execFile)('Rscript', [...R_OPTIONS, '-e', code], { env: R_ENV });
  const { body } = await server.ask(
    '{ meetings(filter: { kinds: [SUMMIT], statuses: [HELD], time: { from: "2024-01-01" } }) { totalCount } }',
  );
  const { meetings } = body.data as { meetings: { totalCount: number } };
  expect(meetings.totalCount).toBeGreaterThan(5);
  expect(stdout).toBe(`${meetings.totalCount} TRUE TRUE`);
});

describe('a table in the documentation says as what a question can be had', () => {
  const [, table] = /^\*\*As what\.\*\*.*?\n\n(.*?)\n\n/ms.exec(readFileSync('docs/export.md', 'utf8'))!;
  const rows = table!
    .split('\n')
    .slice(2)
    .flatMap((line) => {
      const [, endings, of] = line.split('|');
      const names = of!.includes('`record`')
        ? ['record']
        : of!.includes('both')
          ? ['meetings', 'network']
          : of!.includes('lists')
            ? ['meetings']
            : ['network'];
      return [...endings!.matchAll(/`(\.[\w.-]+)`/g)].flatMap(([, ending]) => names.map((name) => `${name}${ending}`));
    });

  test.each(rows)('%s', async (name) => {
    const response = await fetch(`${server.url}/export/${name}`);
    expect({ status: response.status, name: response.headers.get('content-disposition') }).toEqual({
      status: 200,
      name: expect.stringMatching(/^attachment; filename="chancery-\w+-v\d+\.[\w.-]+"$/),
    });
    await response.body!.cancel();
  });
});
