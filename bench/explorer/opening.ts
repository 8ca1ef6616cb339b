/// <reference lib="dom" />
import { dirname } from 'node:path';
import { type Page } from 'playwright-core';
import { launchChromium } from '../../test/support/browser.ts';
import { bodyKey } from '../dataset/blocks.ts';
import { type BenchmarkDatabase } from '../dataset/database.ts';
import { Collected, spreadOf } from '../measure/figures.ts';
import { type Running, pathOf, startServer } from '../servers/running.ts';

const WARM_UP = 5;
/** How long somebody points at a link before pressing it. */
const POINTING_MS = 150;

/** From a click until the facts are in the page, and until they are on the screen. */
interface Opened {
  there: number;
  shown: number;
}

/**
 * Says how long it takes from a click on a meeting, in a list, to its facts, and how long the API takes to answer the same question to the
 * same browser and to a bare client: answered from the graph, answered from the server's memory, and asked while the link was pointed at.
 */
export async function measureOpening(
  { neo4j }: BenchmarkDatabase,
  rounds: number,
  say: (line: string) => void,
): Promise<void> {
  await using opened = new AsyncDisposableStack();
  const server = await startServer('Chancery', neo4j, dirname(neo4j.passwordFile));
  opened.defer(() => server.stop());
  const browser = await launchChromium();
  opened.defer(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const list = await meetingsOfSomeBody(page, server, rounds + WARM_UP);

  const times = new Collected();
  const passes = {
    'from the graph': { path: () => pathOf('Chancery'), isPointedAt: false },
    'from memory': { path: () => '/graphql', isPointedAt: false },
    'pointed at': { path: () => '/graphql', isPointedAt: true },
  };
  for (const [pass, { path, isPointedAt }] of Object.entries(passes)) {
    await openList(page, server, list.body); // A page of its own: what the one before has asked is forgotten.
    for (const [index, key] of list.keys.entries()) {
      const question = questionAbout(key, page);
      const { there, shown } = await openMeeting(page, key, isPointedAt);
      const asked = JSON.parse(await question) as object;
      await page.goBack();
      await page.locator(linkTo(key)).waitFor();
      const bare = (await server.client.post(path(), asked)).ms;
      const inBrowser = await fetchInBrowser(page, path(), asked);
      if (index < WARM_UP) continue;
      for (const [what, ms] of Object.entries({ there, shown, bare, inBrowser })) times.of(pass, what).push(ms);
    }
  }
  say(`\nms, medians of ${rounds}: from a click on a meeting to its facts, and the API's answer to the same question`);
  say(
    '| answered | facts there | on the screen | API, in the browser | API, bare | there / in the browser | there / bare |',
  );
  say('| --- | --: | --: | --: | --: | --: | --: |');
  for (const pass of Object.keys(passes)) {
    const [there, shown, inBrowser, bare] = ['there', 'shown', 'inBrowser', 'bare'].map(
      (what) => spreadOf(times.of(pass, what)).median,
    );
    const ratios = [there! / inBrowser!, there! / bare!].map((ratio) => ratio.toFixed(2));
    say(`| ${[pass, ...[there, shown, inBrowser, bare].map((ms) => ms!.toFixed(1)), ...ratios].join(' | ')} |`);
  }
}

const linkTo = (key: string) => `.list-rows a[href="/explore/meeting/${key.replace('meeting:', '')}"]`;

async function openList(page: Page, server: Running, body: string): Promise<void> {
  await page.goto(`${server.url}/explore/meetings?body=${body}`);
  await page.waitForLoadState('networkidle');
}

/** Meetings that stand on one page of a list, and the body whose they are. */
async function meetingsOfSomeBody(page: Page, server: Running, count: number) {
  for (let index = 0; ; index++) {
    await openList(page, server, bodyKey(index));
    const keys = await page
      .locator('.list-rows th a[href^="/explore/meeting/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.replace('/explore/meeting/', 'meeting:')));
    if (keys.length >= count) return { body: bodyKey(index), keys: keys.slice(0, count) };
  }
}

/** The body of the request by which the page asks about a meeting, whether on a click or before. */
const questionAbout = (key: string, page: Page): Promise<string> =>
  page
    .waitForRequest((request) => request.postData()?.includes(`"ref":${JSON.stringify(key)}`) === true)
    .then((request) => request.postData()!);

async function openMeeting(page: Page, key: string, isPointedAt: boolean): Promise<Opened> {
  const link = page.locator(linkTo(key));
  if (isPointedAt) {
    await link.hover();
    await page.waitForTimeout(POINTING_MS);
  }
  return link.evaluate(
    (element, address) => {
      const isThere = () =>
        location.pathname === address &&
        document.querySelector('main .facts') !== null &&
        document.querySelector('main .people');
      return new Promise<Opened>((resolve) => {
        const begun = performance.now();
        const watch = new MutationObserver(() => {
          if (!isThere()) return;
          watch.disconnect();
          const there = performance.now() - begun;
          // After the next frame has been made.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve({ there, shown: performance.now() - begun });
            port2.postMessage(null);
          });
        });
        watch.observe(document.querySelector('main')!, { childList: true, subtree: true });
        (element as HTMLElement).click();
      });
    },
    `/explore/meeting/${key.replace('meeting:', '')}`,
  );
}

/** How long the page itself waits for an answer, read but not shown. */
const fetchInBrowser = (page: Page, path: string, asked: object): Promise<number> =>
  page.evaluate(
    async ([path, body]) => {
      const begun = performance.now();
      const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      await response.json();
      return performance.now() - begun;
    },
    [path, JSON.stringify(asked)] as const,
  );
