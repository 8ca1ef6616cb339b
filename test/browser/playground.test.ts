/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { csvParseRows } from 'd3-dsv';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { builtPlayground } from '../../web/built.ts';
import { readExamples, type Example } from '../../web/examples.ts';
import { launchChromium } from '../support/browser.ts';
import { serve, testApi, type TestServer } from '../support/http.ts';
import { seededDatabase } from '../support/seed.ts';

const examples = readExamples();

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  await seededDatabase();
  server = await serve({
    api: await testApi(),
    // Examples of mutations need a key; they are dry runs.
    authenticator: { authenticate: () => Promise.resolve({ name: 'analyst', role: 'ANALYST', kind: 'key' } as const) },
    playground: await builtPlayground(() => {}),
  });
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** One for all tests: the compiled scripts of the page stay in its cache, and what a test stores is removed before the next. */
let context: BrowserContext;
let page: Page;
/** What must not happen: requests to other hosts, errors and warnings on the console, violations of the content security policy. */
let complaints: string[] = [];
beforeAll(async () => {
  context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective}`));
  });
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== server.url && protocol !== 'data:' && protocol !== 'blob:')
      complaints.push(`asked ${request.url()}`);
  });
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`thrown: ${error.error().message}`));
});
beforeEach(() => {
  complaints = [];
});

async function openPage(): Promise<void> {
  await page?.close();
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${server.url}/livez`);
  await page.evaluate(() => localStorage.clear());
}

function testInNewPage(name: string, body: () => Promise<void>): void {
  test(name, async () => {
    await openPage();
    await body();
  });
}

/** What the pane on the right shows, once there is a response. */
async function shownAnswer(): Promise<Record<string, unknown>> {
  const text = await page.waitForFunction(() => {
    type Shown = { editor: { getModels(): { uri: { path: string }; getValue(): string }[] } };
    const monaco = (globalThis as unknown as { __MONACO?: Shown }).__MONACO;
    return monaco?.editor
      .getModels()
      .find(({ uri }) => uri.path.endsWith('response.json'))
      ?.getValue();
  });
  return JSON.parse((await text.jsonValue()) ?? '') as Record<string, unknown>;
}

const openQueries = () => page.getByRole('list', { name: 'Open queries' });
const openQuery = (name: string) => openQueries().getByRole('button', { name, exact: true });
const notice = () => page.locator('.notice');
const exampleLink = ({ title }: Example) => page.getByRole('link', { name: title });

testInNewPage('a new user sees what this is, examples, and a first response', async () => {
  await page.goto(server.url);
  expect(await page.title()).toContain('Chancery');
  await exampleLink(examples[0]!).waitFor();
  expect(await page.getByRole('region', { name: 'Examples' }).getByRole('listitem').count()).toBe(examples.length);
  expect(await openQuery('Welcome').count()).toBe(1);
  expect(await shownAnswer()).toMatchObject({ data: { meetings: { totalCount: expect.any(Number) as unknown } } });
  expect(complaints).toEqual([]);
});

describe('one click runs', () => {
  // One after another in one page, as somebody tries them.
  beforeAll(async () => {
    await openPage();
    await page.goto(server.url);
    await shownAnswer();
  });

  test.each(examples)('$title', async (example) => {
    const answered = page.waitForResponse(
      (response) => response.request().postData()?.includes(operationName(example)) ?? false,
    );
    await exampleLink(example).click();
    const response = await answered;
    expect(response.status()).toBe(200);
    await openQuery(operationName(example)).waitFor();

    const answer = (await response.json()) as Record<string, unknown>;
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual(expect.any(Object));
    while (!isDeepStrictEqual(await shownAnswer(), answer)) await page.waitForTimeout(20);
    expect(await exampleLink(example).getAttribute('aria-current')).toBe('true');
    expect(new URL(page.url()).searchParams.get('example')).toBe(example.name);
    expect(complaints).toEqual([]);
  });
});

testInNewPage('a subscription shows what is told, until it is stopped', async () => {
  const { body } = await server.ask('{ changes(first: 1) { cursor } }');
  const [first] = (body.data as { changes: { cursor: string }[] }).changes;
  const query = `subscription Told { changes(after: "${first!.cursor}") { key } }`;
  await page.goto(`${server.url}/?query=${encodeURIComponent(query)}`);
  await page.getByRole('button', { name: 'Execute query' }).click();
  await page.getByRole('button', { name: 'Stop query' }).waitFor();
  while (!('changes' in ((await shownAnswer()).data as object))) await page.waitForTimeout(20);
  await page.getByRole('button', { name: 'Stop query' }).click();
  await page.getByRole('button', { name: 'Execute query' }).waitFor();
  expect(complaints).toEqual([]);
});

testInNewPage('words narrow the examples to those that have them, in their groups', async () => {
  await page.goto(server.url);
  await page.getByRole('searchbox', { name: 'Search the examples' }).fill('metWith');
  await page.getByRole('link', { name: 'Whom did Boris Pistorius meet' }).waitFor();
  const list = page.getByRole('region', { name: 'Examples' });
  expect(await list.getByRole('listitem').count()).toBe(2);
  expect(await list.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Who met whom', 'Networks']);
  await page.getByRole('searchbox').fill('metWith xyz');
  await page.getByText('No example has all of these words').waitFor();
  expect(complaints).toEqual([]);
});

testInNewPage('an example that records says how to get a key, and no more once there is one', async () => {
  await page.goto(`${server.url}/?example=find-by-any-name`);
  await shownAnswer();
  expect(await page.getByText('Recording needs a key').count()).toBe(0);
  await exampleLink(examples.find(({ name }) => name === 'record-a-meeting')!).click();
  await page.getByText('Recording needs a key').waitFor();
  await page.getByRole('button', { name: 'Open Headers' }).click();
  await page.getByText('put yours in').waitFor();
  await page.evaluate(() => {
    type Shown = { editor: { getModels(): { uri: { path: string }; setValue(text: string): void }[] } };
    const { __MONACO: monaco } = globalThis as unknown as { __MONACO: Shown };
    const headers = monaco.editor.getModels().find(({ uri }) => uri.path.endsWith('request-headers.json'))!;
    headers.setValue('{ "authorization": "Bearer chancery_of_a_test" }');
  });
  await page.getByText('Recording needs a key').waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});

describe('tabs', () => {
  testInNewPage('a changed query is kept: the next example opens a new tab', async () => {
    const [first, second, third] = examples as [Example, Example, Example];
    await page.goto(`${server.url}/?example=${first.name}`);
    await shownAnswer();
    await exampleLink(second).click(); // Shown as it was saved, the first is replaced.
    await openQuery(operationName(second)).waitFor();
    expect(await openQueries().getByRole('listitem').count()).toBe(1);

    await page.locator('.graphiql-query-editor .monaco-editor').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('# mine ');
    await exampleLink(third).click();
    await openQuery(operationName(third)).waitFor();
    expect(await openQueries().getByRole('listitem').count()).toBe(2);

    await page.waitForTimeout(700); // Tabs are stored half a second after a change.
    await page.reload();
    await openQuery(operationName(second)).waitFor();
    expect(await openQueries().getByRole('listitem').count()).toBe(2);
  });
});

describe('links', () => {
  testInNewPage('to an example run it', async () => {
    await page.goto(`${server.url}/?example=find-by-any-name`);
    expect(await shownAnswer()).toMatchObject({ data: { search: expect.anything() } });
    expect(complaints).toEqual([]);
  });

  testInNewPage('to any other query show it with its variables, without running it', async () => {
    const query = 'query Mine($ref: Ref!) { node: entity(ref: $ref) { key } }';
    const variables = '{ "ref": "country:GB" }';
    await page.goto(`${server.url}/?${new URLSearchParams({ query, variables }).toString()}`);
    await openQuery('Mine').waitFor();
    await page.waitForTimeout(500);
    expect(server.lines.some(({ operation }) => operation === 'Mine')).toBe(false);
    expect(await notice().textContent()).toContain('has not been run');
    await page.getByRole('button', { name: 'Execute query' }).click();
    expect(await shownAnswer()).toEqual({ data: { node: { key: 'country:GB' } } });
    expect(await notice().count()).toBe(0);
  });

  testInNewPage('to an example that there is not say so, and name the nearest', async () => {
    const [first, second] = examples as [Example, Example];
    await page.goto(`${server.url}/?example=${first.name}`);
    await shownAnswer();
    await page.goto(`${server.url}/?example=${second.name}s`);
    await notice().waitFor();
    expect(await notice().textContent()).toContain(`There is no example called “${second.name}s”`);
    await notice().getByRole('link').first().click();
    await openQuery(operationName(second)).waitFor();
    expect(await notice().count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  testInNewPage(
    'to any other query can be run as soon as there is a button, before the editors have loaded',
    async () => {
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          const button = document.querySelector<HTMLButtonElement>('.graphiql-execute-button');
          if (!button) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            document.title = document.querySelector('.monaco-editor') ? 'too late' : 'before the editors';
            button.click();
          });
        }).observe(document, { childList: true, subtree: true });
      });
      const query = '{ early: entity(ref: "country:GB") { key } }';
      await page.goto(`${server.url}/?${new URLSearchParams({ query }).toString()}`);
      expect(await shownAnswer()).toEqual({ data: { early: { key: 'country:GB' } } });
      expect(await page.title()).toBe('before the editors');
    },
  );
});

describe('an answer as a table', () => {
  const openTable = async (query: string) => {
    await page.goto(`${server.url}/?${new URLSearchParams({ query }).toString()}`);
    await page.getByRole('button', { name: 'Execute query' }).click();
    await page.getByRole('button', { name: 'Table' }).click();
  };
  const table = () => page.getByRole('region', { name: 'Answer as a table' });
  const cells = (row: number) => table().getByRole('row').nth(row).locator('th, td').allTextContents();

  testInNewPage('has a row for each item, paths as columns, and is taken away as CSV', async () => {
    await openTable(`{
      meetings(filter: { body: "org:udcg", statuses: [HELD] }, orderBy: { field: TIME, direction: DESC }, first: 3) {
        totalCount
        nodes { key time { edtf } chairs { actor { name } } }
      }
      countries(first: 2) { edges { node { key name } } }
      none: officials(filter: { text: "nobody has this name" }) { nodes { key } }
    }`);
    await table().getByRole('table', { name: 'meetings.nodes: 3 rows' }).waitFor();
    const columns = ['key', 'time.edtf', 'chairs.actor.name'];
    expect(await table().getByRole('columnheader').allTextContents()).toEqual(columns);
    const { data } = (await shownAnswer()) as {
      data: { meetings: { nodes: { key: string; time: { edtf: string }; chairs: { actor: { name: string } }[] }[] } };
    };
    const rows = data.meetings.nodes.map(({ key, time, chairs }) => [
      key,
      time.edtf,
      chairs.map(({ actor }) => actor.name).join(';'),
    ]);
    expect(rows.some(([, , chairs]) => chairs?.includes(';'))).toBe(true);
    expect(await cells(1)).toEqual(rows[0]);
    expect(await cells(3)).toEqual(rows[2]);

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('chancery-meetings.csv');
    const csv = readFileSync(await file.path(), 'utf8');
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csvParseRows(csv)).toEqual([columns, ...rows]);
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByRole('status').getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      csvParseRows(csv)
        .map((row) => row.join('\t') + '\r\n')
        .join(''),
    );

    await page.getByLabel('Rows').selectOption('countries.edges');
    await table().getByRole('table', { name: 'countries.edges: 2 rows' }).waitFor();
    expect(await table().getByRole('columnheader').allTextContents()).toEqual(['node.key', 'node.name']);
    await page.getByLabel('Rows').selectOption('none.nodes');
    await table().getByRole('table', { name: 'none.nodes: 0 rows' }).waitFor();
    await page.getByLabel('Rows').selectOption('the whole answer in one row');
    await table().getByRole('columnheader', { name: 'meetings.totalCount' }).waitFor();
    await page.getByRole('button', { name: 'JSON' }).click();
    await table().waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  testInNewPage('is one row without lists, and says what is wrong with an answer', async () => {
    await openTable('{ country(ref: "country:GB") { key name } none: country(ref: "country:XX") { key } }');
    await table().getByRole('table', { name: 'The whole answer: 1 row' }).waitFor();
    expect(await table().getByRole('columnheader').allTextContents()).toEqual(['country.key', 'country.name', 'none']);
    expect(await cells(1)).toEqual(['country:GB', 'United Kingdom', '']);

    const released = Promise.withResolvers<void>();
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('mistake')) await released.promise;
      await route.continue();
    });
    await openTable('{ mistake }');
    const problems = page.getByRole('status').filter({ hasText: 'There is no table:' });
    await problems.getByText('the answer has not come yet').waitFor();
    released.resolve();
    await problems.getByText('Cannot query field "mistake"').waitFor();
  });

  testInNewPage(
    'of more than a thousand rows has its first thousand, in a region that the keyboard scrolls',
    async () => {
      const nodes = Array.from({ length: 1_200 }, (_, at) =>
        Object.fromEntries('abcdefghij'.split('').map((name) => [name, `${name} of row ${at}`])),
      );
      const answer = { data: { things: { nodes } } };
      await page.route('**/graphql', (route) =>
        route.request().postData()?.includes('Introspection') ? route.continue() : route.fulfill({ json: answer }),
      );
      await page.goto(`${server.url}/?query={__typename}`);
      await page.getByRole('button', { name: 'Execute query' }).click();
      while (!isDeepStrictEqual(await shownAnswer(), answer)) await page.waitForTimeout(20);
      await page.getByRole('button', { name: 'Table' }).click();
      await table()
        .getByRole('table', { name: 'things.nodes: 1,200 rows, the first 1,000 here, all in the CSV' })
        .waitFor();
      expect(await table().locator('tbody tr').count()).toBe(1_000);
      await table().focus();
      await page.keyboard.press('End');
      await page.waitForFunction(() => document.querySelector('.answer-table')!.scrollTop > 10_000);
    },
  );
});

testInNewPage('a click while a response is pending sends the next request at once', async () => {
  const isQuestion = (body: string | null) => !/IntrospectionQuery/.test(body ?? '');
  const click = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    if (isQuestion(route.request().postData())) await click.promise;
    await route.continue().catch(() => {}); // the page may have given it up
  });
  await Promise.all([
    page.waitForRequest((request) => isQuestion(request.postData()) && request.method() === 'POST'),
    page.goto(server.url),
  ]);
  const asked = page.waitForRequest((request) => request.postData()?.includes(operationName(examples[1]!)) ?? false);
  await exampleLink(examples[1]!).click();
  await asked;
  click.resolve();
  expect(await shownAnswer()).toHaveProperty('data');
});

testInNewPage('the page documents the schema', async () => {
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByRole('link', { name: 'Query', exact: true }).first().click();
  await page.getByText('Entities by any of their names').waitFor();
  expect(complaints).toEqual([]);
});

testInNewPage('on a narrow screen nothing overflows to the side', async () => {
  await page.setViewportSize({ width: 420, height: 800 });
  await page.goto(server.url);
  await exampleLink(examples[0]!).click();
  await openQuery(operationName(examples[0]!)).waitFor();
  expect(await shownAnswer()).toHaveProperty('data');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(420);
  const answer = await page.locator('.graphiql-response').boundingBox();
  expect(answer!.width).toBeGreaterThan(350);
  expect(complaints).toEqual([]);
});

function operationName({ query }: Example): string {
  return /(?:query|mutation) (\w+)/.exec(query)![1]!;
}
