/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { builtExplorer, builtPlayground } from '../../web/built.ts';
import { axeViolations } from '../support/accessibility.ts';
import { launchChromium } from '../support/browser.ts';
import { serve, testApi, type TestServer } from '../support/http.ts';
import { seededDatabase } from '../support/seed.ts';

let server: TestServer;
let browser: Browser;
let page: Page;
const thrown: string[] = [];
beforeAll(async () => {
  await seededDatabase();
  server = await serve({
    api: await testApi(),
    playground: await builtPlayground(() => {}),
    explorer: await builtExplorer(() => {}),
  });
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(60_000);
  page.on('pageerror', ({ message }) => thrown.push(message));
  page.on('console', (message) => message.type() === 'error' && thrown.push(message.text()));
});
afterAll(() => browser?.close());

const PICTURES = {
  'meetings-per-year': '.plot svg a rect',
  levels: '.plot svg a rect',
  matrix: '.matrix td[data-shade="5"]',
  network: '.network-canvas[data-settled=true] canvas',
  map: '.map svg a circle',
  'way?from=official:lloyd-austin&to=official:xi-jinping': '.way .stop',
  most: '.scroll tbody tr',
};

const open = (path: string) => page.goto(`${server.url}/explore/pictures${path}`);

async function ask<Data>(query: string): Promise<Data> {
  const { body } = await server.ask(query);
  expect(body.errors).toBeUndefined();
  return body.data as Data;
}

/** The cells of the table of figures, row by row. */
async function figures(): Promise<string[][]> {
  await page.getByText('The same as a table').click();
  return page
    .locator('.figures table tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.innerText)));
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(Object.entries(PICTURES))('%s is drawn, and axe finds nothing', async (name, drawn) => {
    await page.emulateMedia({ colorScheme });
    await open(`/${name}`);
    await page.locator(drawn).first().waitFor();
    expect(await page.locator('.seen').innerText()).toMatch(/\d/);
    expect(await axeViolations(page)).toEqual([]);
    expect(thrown).toEqual([]);
  });
});

test('every picture fits a phone', async () => {
  const phone = await browser.newPage({ viewport: { width: 390, height: 800 } });
  for (const [name, drawn] of Object.entries(PICTURES)) {
    await phone.goto(`${server.url}/explore/pictures/${name}`);
    await phone.locator(drawn).first().waitFor();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  }
  await phone.goto(`${server.url}/explore/pictures/way`);
  await phone.getByLabel('From whom').fill('austin');
  await phone.close();
});

test('meetings per year are those of the API; a bar leads to its meetings by key', async () => {
  await open('/meetings-per-year?body=org:udcg');
  await page.locator(PICTURES['meetings-per-year']).first().waitFor();
  const { meetings } = await ask<{ meetings: { counts: { values: string[]; count: number }[] } }>(
    '{ meetings(filter: { body: "org:udcg", statuses: [HELD, ONGOING] }) { counts(by: [YEAR]) { values count } } }',
  );
  const rows = await figures();
  expect(rows.map((row) => [row[0], Number(row.at(-1))])).toEqual(
    meetings.counts.map(({ values, count }) => [values[0], count]),
  );
  await page.locator('.plot a').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/explore\/meetings\?body=org:udcg&.*beginsIn=\d{4}&kinds=/);
});

test('a cell of the matrix has the number of the API, and opens the meetings behind it', async () => {
  await open('/matrix');
  const { network } = await ask<{ network: { ties: { weight: number }[] } }>(
    '{ network(input: { nodes: COUNTRY }) { ties(first: 1) { weight } } }',
  );
  const cell = page.locator(PICTURES.matrix).first();
  await cell.waitFor();
  const most = page.locator('.matrix td', { hasText: new RegExp(`^${network.ties[0]!.weight}$`) }).first();
  await most.focus();
  await most.click();
  await page.getByText(`Both were at ${network.ties[0]!.weight} meetings.`).waitFor();
  await page.locator('.tie-why .says-who').first().click();
  await page.locator('.tie-why .evidence-panel .claim').first().waitFor();
  expect(page.url()).toContain('tie=country');
});

test('a tie of the network explains itself, from the keyboard alone', async () => {
  await open('/network?body=org:udcg');
  await page.locator(PICTURES.network).first().waitFor();
  const { network } = await ask<{ network: { nodeCount: number; tieCount: number } }>(
    '{ network(input: { body: "org:udcg" }) { nodeCount tieCount } }',
  );
  expect(await page.locator('.seen').innerText()).toContain(
    `${network.nodeCount} officials and ${network.tieCount.toLocaleString('en')} ties`,
  );
  await page.getByLabel('Find in the picture').fill('austin');
  await page.getByLabel('Find in the picture').press('Enter');
  await page.getByRole('heading', { name: 'Lloyd Austin' }).waitFor();
  await page.locator('.ties button').first().press('Enter');
  await page.locator('.tie-why .says-who').first().press('Enter');
  await page.locator('.evidence-panel .claim').first().waitFor();
});

test('somebody in the network is found in any script, and whom it is around is shown and taken away', async () => {
  await open('/network?body=org:udcg');
  await page.locator(PICTURES.network).first().waitFor();
  await page.getByLabel('Find in the picture').fill('希利');
  const found = page.getByRole('option', { name: 'John Healey' });
  await found.waitFor();
  expect(await axeViolations(page)).toEqual([]);
  // The list may be made anew while the picture settles.
  await found.waitFor();
  await page.getByLabel('Find in the picture').press('Enter');
  await page.getByRole('heading', { name: 'John Healey' }).waitFor();
  await page.getByRole('link', { name: 'Only those around' }).click();
  await page.getByText('Shown are John Healey, all within 1 tie').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take away: Around, John Healey' }).click();
  await page.waitForURL((url) => !url.searchParams.has('around'));
});

test('the settings of the network are folded, and what is set is told beside them', async () => {
  await open('/network?nodes=COUNTRY&body=org:udcg&weight=NEWMAN&time.from=2023&maxMeetingSize=60');
  await page.locator(PICTURES.network).first().waitFor();
  const weight = page.getByLabel('A tie counts').and(page.locator('select'));
  expect(await weight.isVisible()).toBe(false);
  const chips = page.getByRole('list', { name: 'What is shown' });
  await chips.getByText('Ukraine Defense Contact Group').waitFor();
  expect(await chips.getByRole('listitem').allTextContents()).toEqual(
    [
      'Between: countries',
      'Body: Ukraine Defense Contact Group',
      'A tie counts: meetings, small ones more',
      'From: 2023',
      'Meetings of at most: 60',
    ].map((words) => expect.stringContaining(words)),
  );
  expect(await axeViolations(page)).toEqual([]);
  await chips.getByRole('button', { name: 'Take away: From, 2023' }).press('Enter');
  await page.waitForURL((url) => !url.searchParams.has('time.from'));
  expect(await chips.evaluate((list) => list === document.activeElement)).toBe(true);
  await page.getByText('Settings', { exact: true }).press('Enter');
  await weight.selectOption('COUNT');
  await page.waitForURL((url) => !url.searchParams.has('weight'));
});

test('on a phone what explains is below the picture, and comes into view when somebody is found', async () => {
  const phone = await browser.newPage({ viewport: { width: 390, height: 800 } });
  await phone.goto(`${server.url}/explore/pictures/network?nodes=COUNTRY`);
  await phone.locator(PICTURES.network).first().waitFor();
  await phone.getByLabel('Find in the picture').fill('norw');
  await phone.getByLabel('Find in the picture').press('Enter');
  const name = phone.getByRole('heading', { name: 'Norway' });
  await name.waitFor();
  await name.evaluate(
    (heading) =>
      new Promise<void>((resolve) => {
        new IntersectionObserver(([entry]) => entry!.isIntersecting && resolve()).observe(heading);
      }),
  );
  await phone.close();
});

test('the way between two is found by name, and each step explains itself', async () => {
  await open('/way');
  await page.getByLabel('From whom').fill('austin lloyd');
  await page.getByLabel('From whom').press('Enter');
  await page.getByLabel('To whom').fill('習近平');
  await page.getByLabel('To whom').press('Enter');
  const { shortestPath } = await ask<{ shortestPath: { length: number } }>(
    '{ shortestPath(from: "official:lloyd-austin", to: "official:xi-jinping", lengths: STEPS) { length } }',
  );
  await page.locator('.way .stop').first().waitFor();
  expect(await page.locator('.way .stop').count()).toBe(shortestPath.length + 1);
  await page.locator('.way .step > p > button').first().click();
  await page.locator('.way .tie-why .says-who').first().click();
  await page.locator('.way .evidence-panel .claim').first().waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await open('/way?from=official:lloyd-austin&to=official:xi-jinping&time.from=2024&time.to=2024');
  await page.getByText('No way of at most 6 steps').waitFor();
});

test('who was at most meetings leads to as many meetings', async () => {
  await open('/most?officials.country=country:DE');
  const first = page.locator('.scroll tbody tr').first();
  const meetings = await first.locator('td').first().innerText();
  await first.getByRole('link').click();
  await page.getByText(`${meetings} meetings`, { exact: true }).waitFor();
});

test('the network is saved as a picture', async () => {
  await open('/network?nodes=COUNTRY&body=org:udcg');
  await page.locator(PICTURES.network).first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'PNG' }).click(),
  ]);
  expect(
    readFileSync(await download.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

test('without WebGL the network says so and shows its tables', async () => {
  const other = await browser.newPage();
  await other.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await other.goto(`${server.url}/explore/pictures/network?body=org:udcg`);
  await other.getByText('This browser cannot draw networks').waitFor();
  expect(await other.locator('.figures table').count()).toBe(2);
  await other.close();
});

test('the map leads to the meetings at a place, and tells what it cannot show', async () => {
  await open('/map');
  await page.getByRole('button', { name: 'Europe' }).click();
  await page.waitForURL(/view=/);
  expect(await page.getByText('Not on the map').innerText()).toMatch(/no place is recorded \(\d+\)/);
  await page.getByRole('link', { name: /^NATO Headquarters: \d+ meetings$/ }).press('Enter');
  await page.waitForURL(/\/explore\/meetings\?.*place=place:nato-hq/);
});
