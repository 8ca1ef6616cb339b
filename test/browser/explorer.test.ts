/// <reference lib="dom" />
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { builtExplorer, builtPlayground } from '../../web/built.ts';
import { axeViolations } from '../support/accessibility.ts';
import { launchChromium } from '../support/browser.ts';
import { ANONYMOUS } from '../../src/access/caller.ts';
import { serve, testApi, type TestServer } from '../support/http.ts';
import { seededDatabase } from '../support/seed.ts';

/** What the first view may load, compressed, in bytes. */
const FIRST_VIEW = 200_000;

let server: TestServer;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  await seededDatabase();
  folder = await builtExplorer(() => {});
  server = await serve({
    api: await testApi(),
    authenticator: {
      authenticate: (authorization) =>
        Promise.resolve(
          authorization === undefined ? ANONYMOUS : ({ name: 'rita', role: 'ANALYST', kind: 'key' } as const),
        ),
    },
    playground: await builtPlayground(() => {}),
    explorer: folder,
  });
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** What must not happen: requests to other hosts, errors and warnings on the console, violations of the content security policy. */
let complaints: string[] = [];
beforeEach(() => {
  complaints = [];
});

async function openContext(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(60_000);
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective}`));
    // The dialog of the browser would wait for somebody.
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== server.url) complaints.push(`asked ${request.url()}`);
  });
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`thrown: ${error.error().message}`));
  return context;
}

let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  context = await openContext();
  page = await context.newPage();
});

const open = async (path: string, on = page) => {
  await on.goto(`${server.url}${path}`);
  await shown(on);
};

/** Prints what is open, with the sources of what it shows. */
async function printPage() {
  await page.locator('html').evaluate((root) => root.removeAttribute('data-printed'));
  await page.getByRole('button', { name: 'Print' }).click();
  const problem = page.locator('.actions .notice.problem');
  await page.locator('html[data-printed]').or(problem).first().waitFor();
  // What the log has of it, which the page is not told.
  const masked = server.lines.filter(({ level }) => level >= 50);
  expect([await problem.allInnerTexts(), masked]).toEqual([[], []]);
}

/** Once everything that is asked for is there. */
async function shown(on = page) {
  await on.locator('main h1').waitFor();
  await on.waitForFunction(() => document.querySelector('.coming, [aria-busy="true"]') === null);
}

const text = (selector: string, on = page) => on.locator(selector).first().innerText();

/** Every kind of view, and what its heading says. */
const VIEWS = [
  ['/explore', 'Who met whom, on whose word'],
  ['/explore/meeting/udcg-26', '26th meeting of the Ukraine Defense Contact Group'],
  ['/explore/official/john-healey', 'John Healey'],
  ['/explore/country/GB', 'United Kingdom'],
  ['/explore/organization/udcg', 'Ukraine Defense Contact Group'],
  ['/explore/post/gb-defence-secretary', 'UK Secretary of State for Defence'],
  ['/explore/place/nato-hq', 'NATO Headquarters'],
  ['/explore/document/article', 'UK to take the chair'],
  ['/explore/statement/healey-x-post', 'Says he and Hegseth'],
  ['/explore/claim/c001', 'The chair of the contact group meeting passes'],
  ['/explore/topic/ceasefire', 'easefire'],
  ['/explore/development/us-ceasefire-push', 'easefire'],
  ['/explore/meetings?body=org:udcg', 'Meetings'],
  ['/explore/officials?country=country:GB', 'People'],
  ['/explore/countries?memberOf=org:nato', 'Countries'],
  ['/explore/organizations', 'Organizations'],
  ['/explore/posts', 'Posts'],
  ['/explore/places', 'Places'],
  ['/explore/documents', 'Documents'],
  ['/explore/statements', 'Statements'],
  ['/explore/search?q=rutte', 'Found for “rutte”'],
  ['/explore/meeting/udcg-260', 'There is no meeting here'],
] as const;

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('in %s, %i wide', (colorScheme, width) => {
  let own: BrowserContext;
  let view: Page;
  beforeAll(async () => {
    own = await openContext({ colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    view = await own.newPage();
  });
  afterAll(() => own.close());

  test.each(VIEWS)('%s is for everybody', async (path, heading) => {
    await open(path, view);
    expect(await text('main h1', view)).toContain(heading);
    expect(await view.title()).toContain('Chancery');
    expect(await axeViolations(view)).toEqual([]);
    expect(await view.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const expected = path.endsWith('udcg-260') ? [expect.stringContaining('404')] : [];
    expect(complaints).toEqual(expected);
  });
});

test('the first view loads little', () => {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const script = /assets\/(page-\w+\.js)/.exec(html)![1]!;
  const loaded = new Set<string>();
  const load = (name: string) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    const code = readFileSync(join(folder, 'assets', name), 'utf8');
    for (const [, imported] of code.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)) load(imported!);
  };
  load(script);
  const bytes = [...loaded]
    .map((name) => gzipSync(readFileSync(join(folder, 'assets', name))).length)
    .reduce((sum, each) => sum + each, 0);
  expect(bytes).toBeLessThan(FIRST_VIEW);
});

test('search finds a person by a name in Chinese, by keyboard alone', async () => {
  await open('/explore');
  const box = page.getByRole('combobox', { name: /^Search/ });
  await box.focus();
  await page.keyboard.type('乌梅罗夫');
  await page.getByRole('option', { name: /Umerov/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/explore/official/rustem-umerov');
  await shown();
  expect(await text('main h1')).toBe('Rustem Umerov');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  expect(complaints).toEqual([]);
});

test('a page is asked for while its link is pointed at, and not again when it is opened', async () => {
  await open('/explore/meetings?body=org:udcg');
  let asked = 0;
  const count = (request: Request) => (asked += request.postData()?.includes('query MeetingPage') === true ? 1 : 0);
  page.on('request', count);
  const link = page.getByRole('link', { name: '26th meeting of the Ukraine Defense Contact Group' });
  const answered = page.waitForResponse(
    (response) => response.request().postData()?.includes('query MeetingPage') ?? false,
  );
  await link.hover();
  await answered;
  await link.click();
  await page.waitForURL('**/explore/meeting/udcg-26');
  await shown();
  expect(await text('main h1')).toContain('26th meeting');
  page.off('request', count);
  expect(asked).toBe(1);
});

test('a fact says who says so, down to the paragraph, and leads to the document', async () => {
  await open('/explore/meeting/udcg-26');
  const chair = page.locator('.people > li', { hasText: 'United Kingdom' }).filter({ hasText: 'done by' }).first();
  await chair.getByRole('button', { name: /Says who/ }).click();
  const evidence = chair.locator('.claim').first();
  await evidence.waitFor();
  expect(await evidence.innerText()).toMatch(/Central News Agency reported\s*udn republished/);
  expect(await evidence.innerText()).toContain('headline, paragraphs 1, 8');
  await evidence.getByRole('link', { name: /^UK to take the chair/ }).click();
  await page.waitForURL('**/explore/document/article');
  await shown();
  expect(await text('main h1')).toContain('UK to take the chair');
  expect(complaints).toEqual([]);
});

test('from a name in Chinese to a GEXF of whom he met in 2024, without knowing anything of this', async () => {
  await open('/explore');
  await page.getByRole('combobox', { name: /^Search/ }).pressSequentially('烏梅羅夫');
  await page.getByRole('listbox', { name: 'Found' }).getByRole('option').first().click();
  await page.getByRole('heading', { level: 1, name: 'Rustem Umerov' }).waitFor();
  const met = page.getByRole('region', { name: 'Met most' });
  await met.getByRole('combobox').selectOption('2024');
  await shown();
  const download = page.waitForEvent('download');
  await met.getByRole('link', { name: 'GEXF for Gephi' }).click();
  const gexf = readFileSync(await (await download).path(), 'utf8');
  const { body } = await server.ask(`{
    network(input: { around: "official:rustem-umerov", time: { from: "2024-01-01", to: "2024-12-31" } }) { nodeCount tieCount }
    official(ref: "official:rustem-umerov") { metWith(time: { from: "2024-01-01", to: "2024-12-31" }) { totalCount } }
  }`);
  const { network, official } = body.data as {
    network: { nodeCount: number; tieCount: number };
    official: { metWith: { totalCount: number } };
  };
  expect(gexf.match(/<node /g)).toHaveLength(network.nodeCount);
  expect(gexf.match(/<edge /g)).toHaveLength(network.tieCount);
  expect(official.metWith.totalCount).toBe(network.nodeCount - 1);
  expect(complaints).toEqual([]);
});

test('a meeting is shown as it was known at an earlier moment, and says so', async () => {
  // The seed came before; this is one more moment.
  const body = JSON.stringify({
    query: `mutation { recordMeeting(input: {
      kind: MULTILATERAL_MEETING, key: "meeting:udcg-26", status: HELD, names: []
      participants: [{ actor: "country:NO", role: ATTENDEE, status: ATTENDED }]
      source: { title: "A later page", kind: NEWS_ARTICLE, attributionKind: NARRATION }
    }) { problems { message } } }`,
  });
  const headers = { 'content-type': 'application/json', authorization: 'Bearer of a test' };
  const recorded = await (await fetch(`${server.url}/graphql`, { method: 'POST', headers, body })).text();
  expect(recorded).toContain('"problems":[]');
  await open('/explore/meeting/udcg-26');
  const norway = page.locator('.people > li', { hasText: 'Norway' });
  await norway.waitFor();
  await page.getByText('As known now').click();
  await page.getByRole('slider').focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL('**knownAt=**');
  await page.locator('summary', { hasText: /^As known on/ }).waitFor();
  await shown();
  expect(await norway.count()).toBe(0);
  expect(await page.locator('.people > li').count()).toBeGreaterThan(5);
  const knownAt = new URL(page.url()).searchParams.get('knownAt')!;
  await page.getByRole('button', { name: 'Cite' }).click();
  const apa = await page.getByRole('region', { name: 'Citation' }).locator('blockquote').innerText();
  expect(apa).toContain(`26th meeting of the Ukraine Defense Contact Group (as known at ${knownAt})`);
  expect(apa).toContain(`${server.url}/explore/meeting/udcg-26?knownAt=${knownAt}`);
  const sources = page.locator('.printed-sources');
  await printPage();
  await sources.first().waitFor({ state: 'attached' });
  expect((await sources.allTextContents()).join()).not.toContain('A later page');
  const status = page.locator('.fact', { has: page.getByText('Status', { exact: true }) });
  await status.getByRole('button').click();
  await status.locator('.claim').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.page-head').innerText()).toMatch(/\nAs known on \d+ \w+ \d{4}, \d\d:\d\d UTC$/);
  await page.emulateMedia({ media: null });
  const chair = page.locator('.presence', { hasText: 'John Healey' }).first();
  await chair.getByRole('button').click();
  await chair.locator('.claim').first().waitFor();
  await page.getByText(/^Claim by claim/).click();
  const inAll = page.getByRole('region', { name: 'All that is said of it' }).getByText(/^\d+ in all$/);
  const countThen = parseInt(await inAll.innerText());
  expect(await page.locator('.claim', { hasText: 'A later page' }).count()).toBe(0);
  await page.getByRole('slider').focus();
  await page.keyboard.press('End');
  await norway.waitFor();
  await status.locator('.claim', { hasText: 'A later page' }).waitFor();
  await shown();
  expect(parseInt(await inAll.innerText())).toBeGreaterThan(countThen);
  await status.getByRole('button').first().click();
  await printPage();
  await status.locator(sources).filter({ hasText: 'A later page' }).waitFor({ state: 'attached' });
  expect(page.url()).not.toContain('knownAt');
  expect(complaints).toEqual([]);
});

test('planned and happened are told apart by shape and word, and can be shown by themselves', async () => {
  await open('/explore/meeting/udcg-26');
  const people = page.locator('.people > li');
  const all = await people.count();
  await page.getByRole('button', { name: /^Planned/ }).click();
  expect(await people.count()).toBeLessThan(all);
  for (const mark of await people.locator('.mark').allInnerTexts()) expect(mark).toMatch(/^(○ planned|)$/);
});

test('where sources disagree, each value stands with its sources, and the one that the record follows', async () => {
  await open('/explore/meeting/quad-defence-2025-05-31');
  const conflict = page.locator('.conflict', { hasText: 'Time' });
  expect(await conflict.locator('dt').allInnerTexts()).toEqual([
    expect.stringContaining('2 June 2025'),
    expect.stringContaining('31 May 2025'),
  ]);
  expect(await conflict.locator('.followed dt').innerText()).toContain('31 May 2025');
  expect(await conflict.innerText()).toContain('The value with more independent sources ranks first.');
});

test('a list marks what sources disagree about, where a rule decides too', async () => {
  await open('/explore/meetings');
  const { body } = await server.ask(
    '{ meetings(orderBy: {field: TIME, direction: DESC}, first: 50) { nodes { name conflicts { slot } } } }',
  );
  const { nodes } = (body.data as { meetings: { nodes: { name: string; conflicts: unknown[] }[] } }).meetings;
  const contested = nodes.filter(({ conflicts }) => conflicts.length > 0).map(({ name }) => name);
  expect(contested.length).toBeGreaterThan(0);
  expect(contested.length).toBeLessThan(nodes.length);
  const marked = page.locator('tbody tr').filter({ has: page.locator('.contested, .disputed') });
  expect(await marked.locator('th > a').allInnerTexts()).toEqual(contested);
  await open('/explore/meetings?refs=meeting:quad-defence-2025-05-31');
  expect(await page.locator('tbody .mark').allInnerTexts()).toContain('≠ sources disagree');
});

test('printed, every fact has its sources, which nobody has to open first', async () => {
  await open('/explore/meeting/udcg-26');
  await printPage();
  const sources = page.locator('.printed-sources');
  await sources.first().waitFor({ state: 'attached' });
  expect(await sources.first().isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  const texts = await sources.allInnerTexts();
  for (const text of texts) expect(text).toMatch(/^Sources: .+\.$/);
  expect(texts.join()).toMatch(/\d{4}, paragraphs? \d/);
  await page.emulateMedia({ media: null });
});

test('where the sources cannot be read, nothing is printed without them, and the page says so', async () => {
  await open('/explore/meeting/udcg-26');
  const isSources = (request: Request) => request.postData()?.includes('SourcesAbout') ?? false;
  await page.route('**/graphql', (route) => (isSources(route.request()) ? route.abort() : route.continue()));
  await page.getByRole('button', { name: 'Print' }).click();
  const problem = page.locator('.actions .notice.problem');
  await problem.waitFor();
  expect(await page.locator('html[data-printed]').count()).toBe(0);
  await page.unroute('**/graphql');
  await problem.getByRole('button', { name: 'Try again' }).click();
  await page.locator('html[data-printed]').waitFor();
  expect(await page.locator('.printed-sources').count()).toBeGreaterThan(0);
  expect(await problem.count()).toBe(0);
  complaints = []; // the request that was broken off
});

test.each([
  ['meeting/udcg-26', ['When', 'Status', 'Where']],
  ['meeting/quad-defence-2025-05-31', ['When', 'Status', 'Where']],
  ['development/us-ceasefire-push', []],
  ['organization/nato', []],
  ['official/john-healey', []],
  ['post/gb-defence-secretary', []],
])('printed, nothing on %s that says who said it lacks its sources', async (path, values) => {
  await open(`/explore/${path}`);
  await printPage();
  const sources = page.locator('.printed-sources');
  await sources.first().waitFor({ state: 'attached' });
  const facts = page.locator(':has(> .says-who)').filter({ hasNotText: /inferred|date unknown/ });
  expect(await page.locator('.fact:has(.says-who) dt').allInnerTexts()).toEqual(expect.arrayContaining(values));
  expect(await facts.count()).toBeGreaterThan(0);
  expect(await facts.filter({ hasNot: sources }).allTextContents()).toEqual([]);
});

test('facets narrow the list to exactly as many as they say, and the file has the same', async () => {
  await open('/explore/meetings');
  const facet = page.getByRole('group', { name: 'Kind' }).getByRole('listitem', {}).filter({ hasText: 'Summit' });
  const count = Number(await facet.locator('.count').innerText());
  await facet.getByRole('checkbox').check();
  await page.waitForURL('**kinds=SUMMIT**');
  await page.getByText(`${count} meetings`, { exact: true }).waitFor();
  await page.getByText('Download').click();
  const csv = await page.getByRole('link', { name: 'The whole list (CSV)' }).getAttribute('href');
  const file = await (await fetch(`${server.url}${csv}`)).text();
  expect(file.trim().split('\r\n')).toHaveLength(count + 1);
  await page.goBack();
  await shown();
  expect(page.url()).not.toContain('kinds');
});

test('every condition of an address is told and can be taken away, also those that no facet has', async () => {
  const conditions = 'participation.actors=official:lloyd-austin&participation.statuses=ATTENDED';
  await open(`/explore/meetings?${conditions}&beginsIn=2023&beginsIn=2024`);
  const chips = page.getByRole('list', { name: 'What is shown' });
  await chips.getByText('Lloyd Austin').waitFor();
  expect(await chips.getByRole('listitem').allTextContents()).toEqual(
    ['Somebody there: Lloyd Austin', 'Somebody there, status: attended', 'Began in: 2023', 'Began in: 2024'].map(
      (words) => expect.stringContaining(words),
    ),
  );
  const filter = 'participation: {actors: "official:lloyd-austin", statuses: ATTENDED}, beginsIn: ["2023", "2024"]';
  const { body } = await server.ask(`{ meetings(filter: {${filter}}) { totalCount } }`);
  const { totalCount } = (body.data as { meetings: { totalCount: number } }).meetings;
  await page.getByText(`${totalCount} meetings`, { exact: true }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await chips.getByRole('button', { name: 'Take away: Somebody there, Lloyd Austin' }).press('Enter');
  await page.waitForURL((url) => !url.searchParams.has('participation.actors'));
  expect(page.url()).toContain('participation.statuses=ATTENDED');
});

test.each(['NATO', 'nuclear: planning'])(
  'what was typed, as %s, is told as it was typed, and what is chosen by its name',
  async (typed) => {
    await open(`/explore/meetings?text=${typed}&body=org:nato`);
    const chips = page.getByRole('list', { name: 'What is shown' });
    await chips.getByText('North Atlantic Treaty Organization').waitFor();
    expect(await chips.textContent()).toContain(`Name has the words: ${typed}`);
  },
);

test('a column sorts, and says how', async () => {
  await open('/explore/meetings');
  await page.locator('thead').getByRole('button', { name: 'Meeting' }).click();
  await page.waitForURL('**orderBy.field=NAME**');
  await shown();
  expect(await page.locator('th[aria-sort="ascending"]').innerText()).toContain('Meeting');
  const { body } = await server.ask(
    '{ meetings(orderBy: {field: NAME, direction: ASC}, first: 50) { nodes { name } } }',
  );
  const { nodes } = (body.data as { meetings: { nodes: { name: string }[] } }).meetings;
  expect(await page.locator('tbody th > a').allInnerTexts()).toEqual(nodes.map(({ name }) => name));
});

test('what a view asks can be opened in the playground, and is what the view shows', async () => {
  await open('/explore/official/john-healey');
  await page.getByRole('link', { name: 'Open as GraphQL' }).click();
  await page.getByRole('list', { name: 'Open queries' }).getByText('OfficialPage').waitFor();
  const parameters = new URL(page.url()).searchParams;
  const { body } = await server.ask(
    parameters.get('query')!,
    JSON.parse(parameters.get('variables')!) as Record<string, unknown>,
  );
  expect(body.errors).toBeUndefined();
  expect(body.data).toMatchObject({ official: { name: 'John Healey' } });
});

test('a view can be cited', async () => {
  await open('/explore/meeting/udcg-26');
  await page.getByRole('button', { name: 'Cite' }).click();
  const citation = page.getByRole('region', { name: 'Citation' });
  await citation.locator('blockquote').waitFor();
  const apa = await citation.locator('blockquote').innerText();
  expect(apa).toMatch(/^26th meeting of the Ukraine Defense Contact Group\. \(/);
  expect(apa).toContain(`${server.url}/explore/meeting/udcg-26`);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await citation.getByRole('button', { name: 'Copy APA' }).click();
  await citation.getByRole('status').getByText('Copied').waitFor();
  expect(await copied()).toBe(apa);
  await citation.getByRole('button', { name: 'Copy BibTeX' }).click();
  await citation.getByRole('region', { name: 'BibTeX' }).getByText('Copied').waitFor();
  expect(await copied()).toMatch(/^@misc\{.*\}$/s);
  const bib = await citation.getByRole('link', { name: 'BibTeX' }).getAttribute('href');
  expect(await (await fetch(`${server.url}${bib}`)).text()).toMatch(/^@/);
});

test('names are shown in the language that the reader chose, and stay so', async () => {
  await open('/explore/official/john-healey');
  await page.getByRole('combobox', { name: 'Names in' }).selectOption('zh-Hant');
  await page.getByRole('heading', { level: 1, name: '希利' }).waitFor();
  expect(await page.locator('main h1').getAttribute('lang')).toBe('zh-Hant');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: '希利' }).waitFor();
  await page.getByRole('combobox', { name: 'Names in' }).selectOption('en');
});

test('the keyboard reaches the content past the head, and every control shows where it is', async () => {
  await open('/explore/meeting/udcg-26');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
});
