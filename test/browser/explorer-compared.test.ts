/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { builtExplorer } from '../../web/built.ts';
import { launchChromium } from '../support/browser.ts';
import { type TestServer, serve, testApi } from '../support/http.ts';
import { SAME_EVERYWHERE, expectPicture, withFontOfTests } from '../support/pictures.ts';
import { freshDatabase, importBlocks } from '../support/recording.ts';
import { ASSEMBLY, AT_ASSEMBLY, COUNCIL, WORLD } from './pictures/world.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  const { problems } = await importBlocks(await freshDatabase(), 'world', WORLD);
  expect(problems).toEqual([]);
  server = await serve({ api: await testApi(), explorer: await builtExplorer(() => {}) });
  browser = await launchChromium(SAME_EVERYWHERE);
});
afterAll(() => browser?.close());

async function openPage(colorScheme: 'light' | 'dark', address: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 840, height: 1000 },
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  await withFontOfTests(context);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${server.url}/explore/pictures/${address}`);
  return page;
}

/** Of each picture its address, what is compared, and what is in it when it is drawn. */
const PICTURES = {
  'meetings-per-year': ['.plot svg', 'a rect'],
  levels: ['.plot svg', 'a rect'],
  matrix: ['.matrix', 'td[data-shade="5"]'],
  network: ['.network', '.network-canvas[data-settled=true] canvas'],
  map: ['.map svg', 'a circle'],
} as const;

test.each(
  Object.entries(PICTURES).flatMap(([name, parts]) =>
    (['light', 'dark'] as const).map((scheme) => [name, scheme, parts] as const),
  ),
)('%s in %s looks as it did', async (name, scheme, [compared, drawn]) => {
  const page = await openPage(scheme, `${name}?body=${COUNCIL}`);
  const element = page.locator(compared).first();
  await element.locator(drawn).first().waitFor();
  await expectPicture(`${name}-${scheme}`, element);
  await page.context().close();
});

/** Where the picture of the ties is, and whether it is moved along until it is drawn anew. */
const ties = (page: Page) =>
  page
    .locator('canvas.network-ties')
    .evaluate((canvas) => ({ isMoved: (canvas as HTMLElement).style.transform !== '' }));

test('a large network moves with all its ties, whatever it takes to draw them, and is drawn anew when it rests', async () => {
  const page = await openPage('light', `network?body=${ASSEMBLY}`);
  await page.locator(PICTURES.network[1]).first().waitFor();
  const count = (AT_ASSEMBLY * (AT_ASSEMBLY - 1)) / 2;
  await page.getByText(`${AT_ASSEMBLY} officials and ${count.toLocaleString('en')} ties`).waitFor();
  const network = page.locator('.network');
  await expectPicture('large-network', network);
  const box = (await page.locator('.network-canvas').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 4];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => {
    const watched = Object.assign(globalThis, { frames: 0, moved: 0 });
    const frame = () => {
      watched.frames++;
      const { transform } = document.querySelector<HTMLElement>('canvas.network-ties')!.style;
      if (transform !== '') watched.moved++;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const begun = performance.now();
  for (let step = 1; step <= 60; step++) {
    await page.mouse.move(x + 80 * Math.sin(step / 10), y + step);
    await page.waitForTimeout(16);
  }
  const seconds = (performance.now() - begun) / 1000;
  const { frames, moved } = await page.evaluate(() => {
    const { frames, moved } = globalThis as unknown as { frames: number; moved: number };
    return { frames, moved };
  });
  await page.mouse.up();
  // A machine that does nothing else has 60; one that draws each frame anew had 3.
  expect(frames / seconds).toBeGreaterThan(10);
  expect(moved).toBeGreaterThan(0);
  await expectPicture('large-network-moved', network);
  expect(await ties(page)).toEqual({ isMoved: false });
  await page.locator('.network').focus();
  await page.keyboard.press('0');
  await expectPicture('large-network', network);
  await page.context().close();
});
