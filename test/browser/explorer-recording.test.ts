/// <reference lib="dom" />
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { addKey } from '../../src/access/api-keys.ts';
import { createAuthenticator } from '../../src/access/authenticator.ts';
import { type Database } from '../../src/graph/database.ts';
import { builtExplorer } from '../../web/built.ts';
import { axeViolations } from '../support/accessibility.ts';
import { launchChromium } from '../support/browser.ts';
import { type TestServer, serve, testApi } from '../support/http.ts';
import { type Block, freshDatabase, importBlocks, recordBlocks } from '../support/recording.ts';

const en = (value: string) => [{ value, lang: 'en' }];
const source = (title: string, published: string): Block['source'] => ({
  title,
  url: `https://example.org/${title.toLowerCase().replaceAll(' ', '-')}`,
  kind: 'NEWS_ARTICLE',
  published: { edtf: published },
  attributionKind: 'NARRATION',
});

/** Two countries with a minister each, talks on whose day two pages disagree, a plan whose day is past, and two who may be one. */
const RECORD: Block[] = [
  {
    source: source('Who is who', '2025-01-01'),
    countries: [
      { key: 'country:XA', names: en('Aldania') },
      { key: 'country:XB', names: en('Borvia') },
    ],
    posts: [
      { key: 'post:xa-defence', names: en('Minister of Defence of Aldania'), country: 'country:XA', level: 'MINISTER' },
      { key: 'post:xa-finance', names: en('Minister of Finance of Aldania'), country: 'country:XA', level: 'MINISTER' },
    ],
    officials: [
      {
        key: 'official:ilse-maren',
        names: [...en('Ilse Maren'), { value: '馬倫', lang: 'zh-Hant' }],
        country: 'country:XA',
      },
      { key: 'official:jon-tarvik', names: en('Jon Tarvik'), country: 'country:XB' },
      { key: 'official:marta-lindqvist', names: en('Marta Lindqvist'), country: 'country:XB' },
      { key: 'official:marta-lindqvist-2', names: en('Marta Lindqvist'), country: 'country:XB' },
    ],
    tenures: [
      {
        official: 'official:ilse-maren',
        post: 'post:xa-finance',
        status: 'ENDED',
        start: { edtf: '2018-01-01' },
        end: { edtf: '2019-12-31' },
      },
      { official: 'official:ilse-maren', post: 'post:xa-defence', status: 'CURRENT', start: { edtf: '2024-01-01' } },
    ],
    meetings: [
      {
        key: 'meeting:talks',
        names: en('Talks of Aldania and Borvia'),
        kind: 'BILATERAL_MEETING',
        status: 'HELD',
        time: { edtf: '2025-02-12' },
        participants: [
          { actor: 'official:ilse-maren', role: 'PARTICIPANT', status: 'ATTENDED' },
          { actor: 'official:jon-tarvik', role: 'PARTICIPANT', status: 'ATTENDED' },
        ],
      },
      {
        key: 'meeting:planned',
        names: en('Autumn conference'),
        kind: 'CONFERENCE',
        status: 'SCHEDULED',
        time: { edtf: '2025-03-01' },
        participants: [],
      },
    ],
  },
  {
    source: source('Another page', '2025-02-20'),
    meetings: [{ ref: 'meeting:talks', status: 'HELD', time: { edtf: '2025-02-13' } }],
  },
];

let database: Database;
let server: TestServer;
let browser: Browser;
let key: string;
beforeAll(async () => {
  database = await freshDatabase();
  await importBlocks(database, 'dataset:record', RECORD);
  key = await addKey(database, { name: 'ann', role: 'ANALYST' });
  server = await serve({
    api: await testApi(),
    authenticator: createAuthenticator(database, { readingIsOpen: true, issuer: null }),
    explorer: await builtExplorer(() => {}),
  });
  browser = await launchChromium();
});
afterAll(() => browser?.close());

let context: BrowserContext;
let page: Page;
let complaints: string[];
beforeEach(async () => {
  complaints = [];
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(60_000);
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('net::ERR')) complaints.push(message.text());
  });
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

const open = async (path: string) => {
  await page.goto(`${server.url}${path}`);
  await page.locator('main h1').waitFor();
};

const giveKey = async () => {
  await page.locator('.top .key > summary').click();
  await page.locator('.top').getByLabel('Your key').fill(key);
  await page.keyboard.press('Enter');
  await page.locator('.top').getByText('Key in use').waitFor();
};

const field = (name: string) => page.locator(`[id="field-${name}"]`);
const dryRun = () => page.locator('.dry-run');
const record = () => page.getByRole('button', { name: 'Record', exact: true });

/** Waits until the dry run says this of what the form has now. */
const says = (words: string) => page.locator('.dry-run-state', { hasText: words }).waitFor();

/** Chooses something of the record in a field, by typing. */
async function pick(name: string, typed: string, found: string) {
  await field(name).focus();
  await page.keyboard.type(typed);
  await chooseFound(found);
}

async function chooseFound(found: string) {
  const options = page.locator('.picker [role=option]:visible');
  await options.filter({ hasText: found }).first().waitFor();
  await page
    .locator('.picker')
    .getByText('arrows and Enter choose')
    .or(page.getByText('Nothing has such a name'))
    .or(page.getByText('Or type another name'))
    .filter({ visible: true })
    .waitFor();
  const texts = await options.allInnerTexts();
  const index = texts.findIndex((text) => text.includes(found));
  for (let step = 0; step <= index; step++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** The source and the meeting as far as all tests need them. */
async function fillIn(title: string, name: string) {
  await field('source.url').fill(`https://example.org/${title}`);
  await field('source.title').fill(title);
  await field('source.attributionKind').selectOption('OFFICIAL_RECORD');
  await field('names.0').fill(name);
  await field('kind').selectOption('PHONE_CALL');
  await field('status').selectOption('HELD');
}

const meetingsNamed = async (text: string) => {
  const { body } = await server.ask('query ($text: String!) { meetings(filter: {text: $text}) { nodes { key } } }', {
    text,
  });
  return (body.data as { meetings: { nodes: { key: string }[] } }).meetings.nodes.map((each) => each.key);
};

/** Goes on with Tab until the focus is where it should be, as somebody does who has no mouse. */
async function tabTo(selector: string) {
  for (let presses = 0; presses < 80; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

test('a meeting is recorded with the keyboard alone, seen in words before it is written', async () => {
  await open('/explore/record');
  await giveKey();
  await page.locator('main h1').focus();
  await tabTo('[id="field-source.url"]');
  await page.keyboard.type('https://example.org/readout');
  await tabTo('[id="field-source.title"]');
  await page.keyboard.type('Readout of a call');
  await tabTo('[id="field-source.attributionKind"]');
  await page.keyboard.type('An official');
  await tabTo('[id="field-names.0"]');
  await page.keyboard.type('Call about the harvest');
  await tabTo('[id="field-kind"]');
  await page.keyboard.type('Phone');
  await tabTo('[id="field-status"]');
  await page.keyboard.type('Held');
  await tabTo('[id="field-time"] select');
  await page.keyboard.type('In a month');
  await tabTo('[id="field-time"] label:nth-of-type(2) select');
  await page.keyboard.type('Early');
  await page.keyboard.press('Tab');
  await page.keyboard.type('June');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2025');
  await tabTo('#add-participant');
  await page.keyboard.press('Enter');
  await page.keyboard.type('馬倫');
  await chooseFound('Ilse Maren');
  await tabTo('[id="field-participants.0.capacity"]');
  await chooseFound('Minister of Defence of Aldania');
  await tabTo('#add-participant');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Tarvik');
  await chooseFound('Jon Tarvik');

  await says('Ready to record: 3 claims');
  const words = await dryRun().innerText();
  expect(words).toContain('Adds the source “Readout of a call”.');
  expect(words).toContain('Adds the meeting “Call about the harvest”.');
  expect(words).toContain('Call about the harvest took place on a day from 1 to 10 June 2025, as a phone call.');
  expect(words).toContain('Ilse Maren took part in Call about the harvest, as Minister of Defence of Aldania.');
  expect(await axeViolations(page)).toEqual([]);
  expect(await meetingsNamed('harvest')).toEqual([]);

  await tabTo('.record-it .main');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Recorded' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  const keys = await meetingsNamed('harvest');
  expect(keys).toHaveLength(1);
  const address = await page.getByRole('link', { name: 'Open its page' }).getAttribute('href');
  expect(address).toBe(`/explore/meeting/${keys[0]!.slice('meeting:'.length)}`);

  await page.getByRole('button', { name: 'Record another from the same source' }).click();
  await page.getByText('Recorded already: Readout of a call').waitFor();
  expect(await field('source.attributionKind').inputValue()).toBe('OFFICIAL_RECORD');
  expect(await field('names.0').inputValue()).toBe('');
});

test('the form is left for another view, before and after recording, and the page goes on', async () => {
  await open('/explore/record');
  await giveKey();
  await page.getByRole('link', { name: 'Meetings', exact: true }).click();
  await page.getByRole('heading', { name: 'Meetings', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Record', exact: true }).click();
  await fillIn('left', 'Call before leaving');
  await says('Ready to record');
  await record().click();
  await page.getByRole('heading', { name: 'Recorded' }).waitFor();
  await page.getByRole('link', { name: 'Open its page' }).click();
  await page.getByRole('heading', { name: 'Call before leaving', level: 1 }).waitFor();
});

test('a view that cannot be drawn says so, and the head of the page stays', async () => {
  await page.route('**/graphql', (route) => route.fulfill({ json: { data: { meeting: {} } } }));
  await page.goto(`${server.url}/explore/meeting/talks`);
  await page.getByRole('heading', { name: 'This page could not be shown' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.unroute('**/graphql');
  await page.getByRole('link', { name: 'Record', exact: true }).click();
  await page.getByRole('heading', { name: 'Record a meeting' }).waitFor();
  expect(complaints.splice(0)).not.toEqual([]);
});

test('posts that were held on the day of the meeting are offered first', async () => {
  await open('/explore/record');
  await page.locator('[id="field-time"] select').selectOption('day');
  await page.locator('[id="field-time"] input[type=date]').fill('2019-05-05');
  await page.locator('#add-participant').click();
  await pick('participants.0.actor', 'Maren', 'Ilse Maren');
  await field('participants.0.capacity').focus();
  const offered = page.locator('.picker [role=option]:visible');
  await offered.first().waitFor();
  expect(await offered.allInnerTexts()).toEqual([
    expect.stringMatching(/Minister of Finance of Aldania\s*held on that day/),
    expect.stringMatching(/Minister of Defence of Aldania\s*held at some time/),
  ]);
});

test('the one post that was held on the day is taken with a click', async () => {
  await open('/explore/record');
  await page.locator('[id="field-time"] select').selectOption('day');
  await page.locator('[id="field-time"] input[type=date]').fill('2025-02-12');
  await page.locator('#add-participant').click();
  await pick('participants.0.actor', 'Maren', 'Ilse Maren');
  await page.getByRole('button', { name: 'As Minister of Defence of Aldania, held on that day' }).click();
  expect(await field('participants.0.capacity').locator('..').innerText()).toContain('Minister of Defence of Aldania');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-participants.0.capacity');
});

test('what is typed and not chosen is said and holds up recording, and a change can be left alone', async () => {
  await open('/explore/record');
  await giveKey();
  await fillIn('typed', 'Call of the typed');
  await says('Ready to record');
  await pick('places.0', 'Aldania', 'Aldania');
  expect(await field('places.1').inputValue()).toBe('');
  await field('places.0').click();
  await page.keyboard.type('Borv');
  await page.keyboard.press('Tab');
  await says('Still needed: 1 entry');
  expect(await page.locator('main').innerText()).toContain('“Borv” is not chosen yet.');
  expect(await axeViolations(page)).toEqual([]);
  await field('places.0').focus();
  await page.keyboard.press('Escape');
  expect(await field('places.0').locator('..').innerText()).toContain('Aldania');
  await says('Ready to record');
});

test('a key that the server does not know is refused where it is put in; the menu closes by Escape and by a click', async () => {
  await open('/explore/record');
  const menu = page.locator('.top .key');
  await menu.locator('> summary').click();
  await menu.getByLabel('Your key').fill('chancery_wrong');
  await page.keyboard.press('Enter');
  await menu.getByText('The server does not know this key.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await menu.getAttribute('open')).toBeNull();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Access key');
  await menu.locator('> summary').click();
  await page.locator('main h1').click();
  expect(await menu.getAttribute('open')).toBeNull();
  complaints = complaints.filter((text) => !text.includes('401'));
});

test('a search without an answer offers nothing to add, and goes on once there is one; offline is said', async () => {
  await open('/explore/record');
  await page.locator('#add-participant').click();
  await context.setOffline(true);
  await page.keyboard.type('Tarvik');
  await page.locator('.picker').getByText('This computer is offline.').waitFor();
  expect(await page.locator('.picker [role=option]:visible').count()).toBe(0);
  await context.setOffline(false);
  await page.locator('.picker [role=option]:visible').filter({ hasText: 'Jon Tarvik' }).waitFor();
});

test('the key is in no address, in no storage, and in no line of the log', async () => {
  await open('/explore/record');
  await giveKey();
  await fillIn('secrets', 'Call about secrets');
  await says('Ready to record');
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  expect(kept).toContain('Call about secrets');
  expect(kept).not.toContain(key);
  expect(page.url()).not.toContain(key);
  expect(JSON.stringify(server.lines)).not.toContain(key);
});

test('without a key all can be filled in, and the page says where one goes', async () => {
  await open('/explore/record');
  await fillIn('keyless', 'Call without a key');
  await says('A dry run needs your key');
  expect(await dryRun().innerText()).toContain('A dry run needs a key of an analyst.');
  await dryRun().getByText('Access key').click();
  await dryRun().getByLabel('Your key').fill(key);
  await page.keyboard.press('Enter');
  await says('Ready to record: 1 claim');
});

test('what is much like something in the record stands beside it, and is recorded onto it', async () => {
  await open('/explore/record');
  await giveKey();
  await fillIn('second-page', 'Talks of Aldania and Borvia');
  await field('kind').selectOption('BILATERAL_MEETING');
  await page.locator('[id="field-time"] select').selectOption('day');
  await page.locator('[id="field-time"] input[type=date]').fill('2025-02-12');
  await says('1 thing in the record may be the same');
  const rows = await dryRun().locator('.compared tbody tr').allInnerTexts();
  expect(rows).toContainEqual(
    expect.stringMatching(/Name =.*Talks of Aldania and Borvia\s+Talks of Aldania and Borvia/s),
  );
  await record().focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('It is this one');
  await page.getByRole('button', { name: /^It is this one/ }).click();
  await says('Ready to record: 1 claim');
  expect(await field('known').locator('..').innerText()).toContain('Talks of Aldania and Borvia');
  expect(await dryRun().innerText()).toContain('Where sources would disagree');
  expect(await axeViolations(page)).toEqual([]);
  await record().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Recorded' }).waitFor();
  expect(await meetingsNamed('Talks of Aldania')).toEqual(['meeting:talks']);
});

test('another one is recorded beside it only after that was said twice', async () => {
  await open('/explore/record');
  await giveKey();
  await fillIn('third-page', 'Talks of Aldania and Borvia');
  await field('kind').selectOption('BILATERAL_MEETING');
  await page.locator('[id="field-time"] select').selectOption('day');
  await page.locator('[id="field-time"] input[type=date]').fill('2025-02-12');
  await page.getByRole('button', { name: 'It is another' }).click();
  expect(await dryRun().innerText()).toContain('Are you sure?');
  expect(await record().getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('button', { name: 'Yes, it is another' }).click();
  await says('Ready to record: 1 claim');
});

test('a meeting known under another title and as another kind is shown, with why it may be the same', async () => {
  await open('/explore/record');
  await giveKey();
  await fillIn('other-title', 'Ministers speak about barley');
  await page.locator('[id="field-time"] select').selectOption('day');
  await page.locator('[id="field-time"] input[type=date]').fill('2025-02-12');
  for (const [typed, name] of [
    ['Maren', 'Ilse Maren'],
    ['Tarvik', 'Jon Tarvik'],
  ] as const) {
    await page.locator('#add-participant').click();
    await page.keyboard.type(typed);
    await chooseFound(name);
  }
  await says('1 thing in the record may be the same');
  const words = await dryRun().innerText();
  expect(words).toContain('Talks of Aldania and Borvia');
  expect(words).toContain('Why it may be the same: On the same day, with 2 of the same participants.');
  expect(await axeViolations(page)).toEqual([]);
});

test('topics, how many came, codes, and the publisher that a known page lacks are recorded with the rest', async () => {
  await open('/explore/record');
  await giveKey();
  await fillIn('who-is-who', 'Assembly of the growers');
  await page.getByText('Recorded already: Who is who').waitFor();
  await pick('source.publisher', 'Harvest Herald', 'Add “Harvest Herald”');
  await field('added.org:harvest-herald.kind').selectOption('MEDIA');
  await field('kind').selectOption('CONFERENCE');
  await field('source.paragraph').fill('the ninth');
  await pick('topics.0', 'Barley', 'Add “Barley”');
  await field('attendance').fill('50');
  await field('comparator').selectOption('OVER');
  await page.getByText('Body and number, part of another').click();
  await page.getByRole('button', { name: 'Add a code' }).click();
  await field('externalIds.0.scheme').fill('WIKIDATA');
  await says('Still needed: 2 entries');
  expect(await dryRun().innerText()).toContain('Write the number of the paragraph, such as 9; H for the headline');
  await field('source.paragraph').fill('9');
  await field('externalIds.0.value').fill('Q42');
  await says('Ready to record');
  expect(await axeViolations(page)).toEqual([]);
  await record().click();
  await page.getByRole('heading', { name: 'Recorded' }).waitFor();
  const { body } = await server.ask(
    `{ meetings(filter: {text: "growers"}) { nodes { topics { name } attendance { value comparator } externalIds { scheme value } } }
       document(url: "https://example.org/who-is-who") { title kind publisher { name } } }`,
  );
  expect(body.data).toEqual({
    meetings: {
      nodes: [
        {
          topics: [{ name: 'Barley' }],
          attendance: { value: 50, comparator: 'OVER' },
          externalIds: [{ scheme: 'WIKIDATA', value: 'Q42' }],
        },
      ],
    },
    document: { title: 'Who is who', kind: 'NEWS_ARTICLE', publisher: { name: 'Harvest Herald' } },
  });
});

test('a meeting that somebody changes meanwhile is shown anew before anything is recorded onto it', async () => {
  await open('/explore/record?meeting=meeting:planned&status=HELD');
  await page.locator('.compared-list').waitFor();
  await giveKey();
  await field('source.url').fill('https://example.org/meanwhile');
  await field('source.title').fill('Meanwhile');
  await field('source.attributionKind').selectOption('OFFICIAL_RECORD');
  await says('Ready to record');
  await recordBlocks(database, [
    {
      source: source('Invitation', '2025-02-01'),
      meetings: [{ ref: 'meeting:planned', names: en('Fall conference') }],
    },
  ]);
  await record().click();
  await says('1 problem to mend');
  expect(await dryRun().innerText()).toMatch(
    /Autumn conference has changed since you looked at it: test changed names/,
  );
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show it as it is now, and go on' }).click();
  await says('Ready to record');
  expect(await page.locator('.compared-list').innerText()).toContain('Fall conference');
});

test('a problem is at its field, which gets the focus', async () => {
  await open('/explore/record');
  await giveKey();
  await record().focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-source.url');
  expect(await field('source.url').locator('..').innerText()).toContain(
    'Give the address of the source, or its title.',
  );

  await fillIn('problems', 'Call on no day');
  await page.locator('[id="field-time"] select').selectOption('edtf');
  await page.locator('[id="field-time"] input').fill('2/5/2025');
  await says('1 problem to mend');
  await field('names.0').focus();
  await record().focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.closest('fieldset')?.id)).toBe('field-time');
  expect(await field('time').innerText()).toContain('Did you mean “2025-02-05” or “2025-05-02”?');
  expect(await axeViolations(page)).toEqual([]);
});

test('somebody new is added in the same activity, with the post held', async () => {
  await open('/explore/record');
  await giveKey();
  await fillIn('newcomer', 'Call with a newcomer');
  await page.locator('#add-participant').click();
  await page.keyboard.type('Orsolya Quandt');
  await chooseFound('a new person');
  await pick('added.official:orsolya-quandt.country', 'Borvia', 'Borvia');
  await pick('added.official:orsolya-quandt.post', 'Minister of Harvests', 'Add “Minister of Harvests”');
  await field('added.post:minister-of-harvests.level').selectOption('MINISTER');
  await says('Ready to record: 3 claims');
  expect(await dryRun().innerText()).toContain('Orsolya Quandt holds the post Minister of Harvests.');
  await record().click();
  await page.getByRole('heading', { name: 'Recorded' }).waitFor();
  const { body } = await server.ask(
    '{ official(ref: "official:orsolya-quandt") { country { key } tenures { post { name level } } meetings { nodes { name } } } }',
  );
  expect(body.data).toEqual({
    official: {
      country: { key: 'country:XB' },
      tenures: [{ post: { name: 'Minister of Harvests', level: 'MINISTER' } }],
      meetings: { nodes: [{ name: 'Call with a newcomer' }] },
    },
  });
});

test('a lost answer loses nothing, and what is sent again is recorded once', async () => {
  await open('/explore/record');
  await giveKey();
  await fillIn('lost', 'Call with a lost answer');
  await says('Ready to record');
  let isLost = false;
  await page.route('**/graphql', async (route) => {
    const isRecording =
      route.request().postData()?.includes('idempotencyKey\\":') ||
      route.request().postData()?.includes('"idempotencyKey":"');
    if (!isRecording || isLost) return route.continue();
    isLost = true;
    await route.fetch();
    return route.abort();
  });
  await record().click();
  await page.getByText('The server does not answer.').waitFor();
  expect(await field('names.0').inputValue()).toBe('Call with a lost answer');
  expect(await meetingsNamed('lost answer')).toHaveLength(1);
  await record().click();
  await page.getByRole('heading', { name: 'Recorded' }).waitFor();
  expect(await meetingsNamed('lost answer')).toHaveLength(1);
});

test('what is typed outlives a reload, and the browser asks before it goes', async () => {
  await open('/explore/record');
  await field('names.0').fill('Half a meeting');
  const asked = page.waitForEvent('dialog');
  const reloaded = page.reload();
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await reloaded;
  expect(await field('names.0').inputValue()).toBe('Half a meeting');
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('button', { name: 'Yes, start over' }).click();
  expect(await field('names.0').inputValue()).toBe('');
});

describe('review', () => {
  test('a conflict is decided by a claim that is accepted, and leaves the list', async () => {
    await open('/explore/review/conflicts');
    const conflict = page.locator('.conflict', { hasText: 'Talks of Aldania and Borvia: time' });
    await conflict
      .getByRole('button', { name: /^Accept/ })
      .first()
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await conflict.getByRole('button', { name: /^Accept ?: .*13 February/ }).click();
    expect(await conflict.innerText()).toContain('Deciding needs a key of an analyst.');
    await giveKey();
    await conflict.getByText('Talks of Aldania and Borvia: time from').waitFor();
    expect(await conflict.getByRole('button', { name: 'Accept the claim' }).getAttribute('aria-disabled')).toBe('true');
    await conflict.getByLabel('Why, in your words').fill('The page of the ministry says so.');
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('1 claim reviewed').waitFor();
    await conflict.waitFor({ state: 'detached' });
    const rules = async () => {
      const { body } = await server.ask(
        '{ meeting(ref: "meeting:talks") { time { edtf } conflicts { rule } } waiting: conflicts(reviewed: false) { totalCount } }',
      );
      return body.data;
    };
    expect(await rules()).toEqual({
      meeting: { time: { edtf: '2025-02-13' }, conflicts: [{ rule: 'REVIEWED_FIRST' }] },
      waiting: { totalCount: 0 },
    });
    await page.getByRole('link', { name: 'Review', exact: true }).first().click();
    await page.getByRole('heading', { name: /Where sources disagree\s*0/ }).waitFor();
  });

  test('a review is taken back, and the conflict waits again', async () => {
    await open('/explore/review/conflicts');
    await giveKey();
    await page.getByText('Nothing here waits for a review.').waitFor();
    await page.getByLabel('Show those that are reviewed').check();
    const conflict = page.locator('.conflict', { hasText: 'Talks of Aldania and Borvia: time' });
    await conflict.getByRole('button', { name: /^Take the review back ?: .*13 February/ }).click();
    await conflict.getByText('This would change:').waitFor();
    await conflict.getByLabel('Why, in your words').fill('The page was another one.');
    expect(await axeViolations(page)).toEqual([]);
    await conflict.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('1 claim reviewed').waitFor();
    const { body } = await server.ask(
      '{ conflicts(reviewed: false) { nodes { subject { key } } } waiting: conflicts(reviewed: true) { totalCount } }',
    );
    expect(body.data).toEqual({
      conflicts: { nodes: [{ subject: { key: 'meeting:talks' } }] },
      waiting: { totalCount: 0 },
    });
    await open('/explore');
    await page.getByRole('link', { name: '1 disagreement to review' }).waitFor();
  });

  test('two who may be one are told apart with a reason, and leave the list', async () => {
    await open('/explore/review/duplicates');
    await giveKey();
    const pair = page.locator('.conflict', { hasText: 'Marta Lindqvist and Marta Lindqvist' });
    await pair.getByRole('button', { name: 'They are one: keep the left' }).click();
    await pair.getByText('Marta Lindqvist becomes part of Marta Lindqvist').waitFor();
    await pair.getByRole('button', { name: 'Not now' }).click();
    await pair.getByRole('button', { name: 'They are two' }).click();
    await pair.getByText('judged another than').first().waitFor();
    await pair.getByLabel('Why, in your words').fill('Mother and daughter.');
    await pair.getByRole('button', { name: 'They are two' }).click();
    await page.getByText('1 pair decided').waitFor();
    expect(await pair.count()).toBe(0);
    const { body } = await server.ask('{ possibleDuplicates { nodes { a { name } } } }');
    expect(JSON.stringify(body.data)).not.toContain('Lindqvist');
  });

  test('overdue plans are narrowed by body, country and for how long, and the address says so', async () => {
    const plan = page.getByRole('link', { name: /^Was cancelled ?: Autumn conference/ });
    await open('/explore/review/overdue');
    await plan.waitFor();
    await page.getByLabel('Overdue').selectOption('month');
    expect(new URL(page.url()).search).toBe('?due=month');
    await page.getByText('1 plan, those due last first.').waitFor();
    await plan.waitFor();
    await page.getByLabel('Country: find by name').fill('Aldania');
    await page.getByRole('button', { name: /^Aldania/ }).click();
    await page.getByText('No such plan is overdue.').waitFor();
    expect(new URL(page.url()).search).toBe('?due=month&country=country%3AXA');
    expect(await axeViolations(page)).toEqual([]);
    await page.goBack();
    await plan.waitFor();
  });

  test('an overdue plan leads to the form, filled in with what came of it', async () => {
    await open('/explore/review/overdue');
    await page.getByRole('link', { name: /^Was cancelled ?: Autumn conference/ }).click();
    await page.getByRole('heading', { name: 'Record a meeting' }).waitFor();
    await page.getByText('1 March 2025').waitFor();
    expect(await field('status').inputValue()).toBe('CANCELLED');
    expect(await field('known').locator('..').innerText()).toContain('Autumn conference');
    expect(new URL(page.url()).search).toBe('');
  });

  test('what was recorded today is taken back, with what rests on it', async () => {
    await open('/explore/record');
    await giveKey();
    await fillIn('mistake', 'Call by mistake');
    await page.locator('#add-participant').click();
    await page.keyboard.type('Tarvik');
    await chooseFound('Jon Tarvik');
    await says('Ready to record: 2 claims');
    await record().click();
    await page.getByRole('link', { name: 'what was recorded today' }).click();
    const activity = page.locator('.activity', { hasText: 'Call by mistake' });
    await activity.getByRole('button', { name: /^Take back ?: All 2 claims/ }).click();
    await activity.getByText('Takes back: “Jon Tarvik took part in Call by mistake.”').waitFor();
    await activity.getByLabel('Why, in your words').fill('Another call.');
    await activity.getByRole('button', { name: 'Take it back' }).click();
    await page.locator('.activity', { hasText: '“Another call.”' }).first().waitFor();
    const { body } = await server.ask(
      '{ meetings(filter: {text: "by mistake", standings: [WITHDRAWN]}) { totalCount } }',
    );
    expect(body.data).toEqual({ meetings: { totalCount: 1 } });
  });
});

test.each([
  ['/explore/record', 'dark'],
  ['/explore/review', 'dark'],
  ['/explore/review/conflicts', 'dark'],
  ['/explore/review/duplicates', 'light'],
  ['/explore/review/overdue', 'dark'],
  ['/explore/review/today', 'dark'],
] as const)('%s is for everybody, on a phone in %s colours', async (path, colorScheme) => {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width: 390, height: 844 });
  await open(path);
  await page.waitForFunction(() => document.querySelector('.coming') === null);
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
