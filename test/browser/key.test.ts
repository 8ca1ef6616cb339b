/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { createAuthenticator } from '../../src/access/authenticator.ts';
import { addKey } from '../../src/access/api-keys.ts';
import { builtPlayground } from '../../web/built.ts';
import { readExamples } from '../../web/examples.ts';
import { launchChromium } from '../support/browser.ts';
import { testDatabase } from '../support/database.ts';
import { type TestServer, serve, testApi } from '../support/http.ts';

let server: TestServer;
let browser: Browser;
let key: string;
beforeAll(async () => {
  const database = await testDatabase();
  key = await addKey(database, { name: 'rita', role: 'READER' });
  server = await serve({
    api: await testApi(),
    authenticator: createAuthenticator(database, { readingIsOpen: false, issuer: null }),
    playground: await builtPlayground(() => {}),
  });
  browser = await launchChromium();
});
afterAll(() => browser?.close());

type Shown = { editor: { getModels(): { uri: { path: string }; getValue(): string; setValue(text: string): void }[] } };

/** The text of a pane, once it contains this. */
async function shows(page: Page, file: string, words: string): Promise<string> {
  const text = await page.waitForFunction(
    ([file, words]) => {
      const monaco = (globalThis as unknown as { __MONACO?: Shown }).__MONACO;
      const value = monaco?.editor
        .getModels()
        .find(({ uri }) => uri.path.endsWith(file!))
        ?.getValue();
      return value?.includes(words!) ? value : null;
    },
    [file, words],
  );
  return (await text.jsonValue()) ?? '';
}

test('if reading is closed, the page says where to put the key, and keeps it for all examples, not in storage', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(60_000);
  await page.goto(server.url);
  expect(await shows(page, 'response.json', 'UNAUTHENTICATED')).toContain('put it under Headers');
  expect(await page.getByText('Take the slashes away').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Headers' }).click();
  await page.getByText('Take the slashes away').waitFor();

  const headers = await shows(page, 'request-headers.json', '// "authorization"');
  const filled = headers.replace('// "authorization": "Bearer chancery_..."', `"authorization": "Bearer ${key}"`);
  await page.evaluate((filled) => {
    const monaco = (globalThis as unknown as { __MONACO: Shown }).__MONACO;
    monaco.editor
      .getModels()
      .find(({ uri }) => uri.path.endsWith('request-headers.json'))!
      .setValue(filled);
  }, filled);
  await page.getByRole('button', { name: 'Execute query' }).click();
  await shows(page, 'response.json', '"meetings"');
  await page.getByRole('button', { name: 'Re-fetch GraphQL schema' }).click();
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page
    .getByText('Entities by any of their names')
    .or(page.getByRole('link', { name: 'Query', exact: true }))
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Show Examples' }).click();

  const [first] = readExamples();
  const answered = page.waitForResponse((response) => response.request().postData()?.includes('WhatIsInHere') ?? false);
  await page.getByRole('link', { name: first!.title }).click();
  expect((await answered).status()).toBe(200);
  await page.waitForTimeout(700); // Tabs are stored half a second after a change.
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(stored).toContain('graphiql');
  expect(stored).not.toContain(key);
});
