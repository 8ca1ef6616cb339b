/// <reference lib="dom" />
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Page } from 'playwright-core';
import { launchChromium } from '../test/support/browser.ts';
import { openBenchmarkDatabase } from './dataset/database.ts';
import { sizeFrom } from './dataset/size.ts';
import { thisMachine } from './measure/machine.ts';
import { startServer } from './servers/running.ts';

/**
 * `node bench/explorer-network.ts [--size 2000,400,12000] [--url http://localhost:4000]`: how long the explorer takes to draw the
 * network of the benchmark's world in a browser that draws without a graphics card, and how many frames a second it has while the
 * picture is moved. With `--url`, the network of a running server.
 */
const { values: options } = parseArgs({
  options: { size: { type: 'string', default: '2000,400,12000' }, url: { type: 'string' } },
});

const settled = (page: Page) => page.locator('.network-canvas[data-settled=true] canvas').first().waitFor();
const ms = (time: number) => `${Math.round(time)} ms`;
const say = (line: string) => process.stdout.write(`${line}\n`);
/** How long each movement goes on. */
const MOVED_MS = 3_000;
const STEP_MS = 16;

const { processor, cores, system } = thisMachine();
say(`${processor}, ${cores} cores, ${system}`);
if (options.url !== undefined) await measure(options.url);
else {
  const world = await openBenchmarkDatabase(sizeFrom(options.size), say);
  const logs = mkdtempSync(join(tmpdir(), 'chancery-explorer-'));
  const server = await startServer('Chancery', world.neo4j, logs);
  try {
    await measure(server.url);
  } finally {
    await server.stop();
    await world.stop();
    rmSync(logs, { recursive: true });
  }
}

/** Opens the network twice, since the first time the server computes it, and measures the second time. */
async function measure(url: string): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(watchFrames);
    const open = () => page.goto(`${url}/explore/pictures/network`);
    await open();
    await settled(page);
    const begun = performance.now();
    await open();
    await page.locator('.network-canvas canvas').first().waitFor();
    const first = performance.now() - begun;
    await settled(page);
    const last = performance.now() - begun;
    say((await page.locator('.seen').innerText()).split(', from')[0]!);
    const { slowest } = await framesOf(page);
    say(`first picture ${ms(first)}, settled ${ms(last)}, longest wait between two frames meanwhile ${ms(slowest)}`);
    await page.locator('.network-canvas').evaluate((canvas) => void canvas.scrollIntoView({ block: 'center' }));
    const box = (await page.locator('.network-canvas').boundingBox())!;
    const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
    await movement(page, 'hover', (share) => page.mouse.move(...at(0.3 + 0.4 * share, 0.4 + 0.2 * share)));
    await page.mouse.move(...at(0.4, 0.4));
    await page.mouse.down();
    await movement(page, 'pan', (share) => page.mouse.move(...at(0.4 + 0.3 * Math.sin(9 * share), 0.4 + 0.2 * share)));
    await page.mouse.up();
    await page.locator('.network').focus();
    await page.keyboard.press('0');
    await page.keyboard.down('Control');
    await movement(page, 'zoom', (share) => page.mouse.wheel(0, Math.sin(9 * share) > 0 ? -40 : 40));
  } finally {
    await browser.close();
  }
}

/** Moves the picture for a while, as fast as a hand does, and says how many frames there were, and the longest wait for one. */
async function movement(page: Page, name: string, step: (share: number) => Promise<void>): Promise<void> {
  await page.waitForTimeout(1_000);
  await framesOf(page);
  const begun = performance.now();
  for (let share = 0; share < 1; share = (performance.now() - begun) / MOVED_MS) {
    await step(share);
    await page.waitForTimeout(STEP_MS);
  }
  const { count, slowest } = await framesOf(page);
  say(
    `${name}: ${((count * 1_000) / (performance.now() - begun)).toFixed(1)} frames a second, longest wait ${ms(slowest)}`,
  );
}

interface Frames {
  count: number;
  slowest: number;
}

/** The frames since the last time they were asked for. */
function framesOf(page: Page): Promise<Frames> {
  return page.evaluate(() => {
    const { frames } = globalThis as unknown as { frames: Frames };
    const since = { ...frames };
    Object.assign(frames, { count: 0, slowest: 0 });
    return since;
  });
}

function watchFrames(): void {
  const frames: Frames = { count: 0, slowest: 0 };
  Object.assign(globalThis, { frames });
  let before = performance.now();
  const frame = (now: number) => {
    frames.count++;
    frames.slowest = Math.max(frames.slowest, now - before);
    before = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
