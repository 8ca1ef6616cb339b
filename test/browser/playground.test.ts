/// <reference lib="dom" />
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
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
  context = await browser.newContext();
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

const exampleLink = ({ title }: Example) => page.getByRole('link', { name: title });

testInNewPage('a new user sees what this is, examples, and a first response', async () => {
  await page.goto(server.url);
  expect(await page.title()).toContain('Chancery');
  await exampleLink(examples[0]!).waitFor();
  expect(await page.getByRole('region', { name: 'Examples' }).getByRole('listitem').count()).toBe(examples.length);
  expect(await page.getByRole('tab', { name: 'Welcome' }).count()).toBe(1);
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
    await page.getByRole('tab', { name: operationName(example) }).waitFor();

    const answer = (await response.json()) as Record<string, unknown>;
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual(expect.any(Object));
    while (!isDeepStrictEqual(await shownAnswer(), answer)) await page.waitForTimeout(20);
    expect(await exampleLink(example).getAttribute('aria-current')).toBe('true');
    expect(new URL(page.url()).searchParams.get('example')).toBe(example.name);
    expect(complaints).toEqual([]);
  });
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
    await page.getByRole('tab', { name: operationName(second) }).waitFor();
    expect(await page.getByRole('tab').count()).toBe(1);

    await page.locator('.graphiql-query-editor .monaco-editor').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('# mine ');
    await exampleLink(third).click();
    await page.getByRole('tab', { name: operationName(third) }).waitFor();
    expect(await page.getByRole('tab').count()).toBe(2);

    await page.waitForTimeout(700); // Tabs are stored half a second after a change.
    await page.reload();
    await page.getByRole('tab', { name: operationName(second) }).waitFor();
    expect(await page.getByRole('tab').count()).toBe(2);
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
    await page.getByRole('tab', { name: 'Mine' }).waitFor();
    await page.waitForTimeout(500);
    expect(server.lines.some(({ operation }) => operation === 'Mine')).toBe(false);
    expect(await page.getByRole('status').textContent()).toContain('has not been run');
    await page.getByRole('button', { name: 'Execute query' }).click();
    expect(await shownAnswer()).toEqual({ data: { node: { key: 'country:GB' } } });
    expect(await page.getByRole('status').count()).toBe(0);
  });

  testInNewPage('to an example that there is not say so, and name the nearest', async () => {
    const [first, second] = examples as [Example, Example];
    await page.goto(`${server.url}/?example=${first.name}`);
    await shownAnswer();
    await page.goto(`${server.url}/?example=${second.name}s`);
    const notice = page.getByRole('status');
    await notice.waitFor();
    expect(await notice.textContent()).toContain(`There is no example called “${second.name}s”`);
    await notice.getByRole('link').first().click();
    await page.getByRole('tab', { name: operationName(second) }).waitFor();
    expect(await page.getByRole('status').count()).toBe(0);
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
  await page.getByRole('link', { name: 'Query' }).first().click();
  await page.getByText('Entities by any of their names').waitFor();
  expect(complaints).toEqual([]);
});

testInNewPage('on a narrow screen nothing overflows to the side', async () => {
  await page.setViewportSize({ width: 420, height: 800 });
  await page.goto(server.url);
  await exampleLink(examples[0]!).click();
  await page.getByRole('tab', { name: operationName(examples[0]!) }).waitFor();
  expect(await shownAnswer()).toHaveProperty('data');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(420);
  const answer = await page.locator('.graphiql-response').boundingBox();
  expect(answer!.width).toBeGreaterThan(350);
  expect(complaints).toEqual([]);
});

function operationName({ query }: Example): string {
  return /(?:query|mutation) (\w+)/.exec(query)![1]!;
}
