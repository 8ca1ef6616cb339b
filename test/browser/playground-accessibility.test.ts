/// <reference lib="dom" />
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { builtPlayground } from '../../web/built.ts';
import { axeViolations } from '../support/accessibility.ts';
import { launchChromium } from '../support/browser.ts';
import { serve, testApi, type TestServer } from '../support/http.ts';
import { seededDatabase } from '../support/seed.ts';

let server: TestServer;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  await seededDatabase();
  server = await serve({ api: await testApi(), playground: await builtPlayground(() => {}) });
  browser = await launchChromium();
  page = await browser.newPage({ reducedMotion: 'reduce' });
  page.setDefaultTimeout(60_000);
});
afterAll(() => browser?.close());

const press = (name: string) => page.getByRole('button', { name }).click();
const pane = () => page.locator('.graphiql-plugin');

/** Opens the page as somebody who has never been here does, until it shows an answer. */
async function openPage(path = '/'): Promise<void> {
  await page.goto(`${server.url}/livez`);
  await page.evaluate(() => localStorage.clear());
  await page.goto(server.url + path);
  await page.locator('.result-window .view-line').getByText('"data"').waitFor();
}

/** What the page shows one after the other; axe looks at each. */
const STATES: readonly (readonly [name: string, reach: () => Promise<unknown>])[] = [
  ['the first view', () => openPage()],
  ['a table', () => press('Table').then(() => page.getByRole('table').waitFor())],
  ['variables', () => press('JSON').then(() => press('Variables'))],
  [
    'headers',
    () => press('Headers').then(() => page.getByRole('region', { name: 'Headers' }).getByText('Writing').waitFor()),
  ],
  ['history', () => press('Show History').then(() => page.getByText('Welcome').first().waitFor())],
  ['documentation', () => press('Show Documentation Explorer').then(() => pane().getByText('Root Types').waitFor())],
  ['a type', () => pane().getByRole('link', { name: 'Query', exact: true }).first().click()],
  ['a field', () => pane().getByRole('link', { name: 'meetings', exact: true }).click()],
  ['short keys', () => press('Open short keys dialog').then(() => page.getByRole('dialog').waitFor())],
  ['settings', () => page.keyboard.press('Escape').then(() => press('Open settings dialog'))],
  ['several tabs', () => page.keyboard.press('Escape').then(() => press('New tab'))],
  ['an editor with the focus', () => page.locator('#query .monaco-editor').click()],
  ['a notice and an example', () => openPage('/?example=who-chair')],
  [
    'an error',
    async () => {
      await page.goto(`${server.url}/?query={mistake}`);
      await press('Execute query');
      await page.locator('.result-window').getByText('Cannot query field').waitFor();
    },
  ],
  ['an error instead of a table', () => press('Table').then(() => page.getByText('There is no table').waitFor())],
];

describe.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
  ['dark', 390],
] as const)('axe finds nothing, %s, %d px wide, in', (colorScheme, width) => {
  beforeAll(async () => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  });

  test.each(STATES)('%s', async (_, reach) => {
    await reach();
    expect(await axeViolations(page)).toEqual([]);
  });
});

describe('with the keyboard', () => {
  beforeEach(async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await openPage();
  });
  const focused = () => page.evaluate(() => document.activeElement?.closest('section, button')?.className ?? '');

  test('the query is the first stop but one', async () => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the query');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('graphiql-query-editor');
    await page.keyboard.type('# typed');
    await page.locator('#query .view-line').getByText('# typed').waitFor();
  });

  test('the editor says how it is left, and is left that way, forwards and back', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('To leave the editor, press Escape, then Tab.').waitFor();
    await page.keyboard.press('Tab'); // indents
    expect(await focused()).toBe('graphiql-query-editor');
    await page.keyboard.press('Escape');
    await page.getByText('Tab now leaves the editor.').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toContain('graphiql-execute-button');
    expect(await page.locator('.editor-keys').textContent()).toBe('');

    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('x'); // changed my mind
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('graphiql-query-editor');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.matches('.monaco-editor textarea'))).toBe(false);
  });

  test('what is hidden gets no focus', async () => {
    await press('Hide Examples');
    await page.getByRole('button', { name: 'Open settings dialog' }).focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Welcome');
  });
});
