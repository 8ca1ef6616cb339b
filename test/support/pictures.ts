/// <reference lib="dom" />
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { type BrowserContext, type Locator } from 'playwright-core';
import { PNG } from 'pngjs';

const EXPECTED = join(import.meta.dirname, '../browser/pictures');
/** Where what differs is put, to be looked at; nothing there is kept in the repository. */
const DIFFERENT = join(import.meta.dirname, '../../.chancery/pictures');

/** Letters and edges are drawn alike on every machine. */
export const SAME_EVERYWHERE = ['--font-render-hinting=none', '--disable-lcd-text', '--hide-scrollbars'];

/**
 * How different a colour may be, of 1: another release of Chromium rounds a colour that is seen through another one up or down. The
 * faintest tie differs from its background by more than twice that.
 */
const THRESHOLD = 0.02;
/** How many pixels may differ, beside those that smooth edges and letters: fewer than the faintest tie has, 49. */
const MOST_DIFFERENT = 20;

/**
 * Fails where an element does not look as in `test/browser/pictures/NAME.png`; `UPDATE_PICTURES=1` makes what is seen now what is
 * expected. What was seen, and what of it differs, is in the files that the failure names.
 */
export async function expectPicture(name: string, element: Locator): Promise<void> {
  const seen = await atRest(element);
  const file = join(EXPECTED, `${name}.png`);
  if (process.env.UPDATE_PICTURES === '1') {
    writeFileSync(file, seen);
    return;
  }
  if (!existsSync(file))
    throw new Error(`There is no ${file}. UPDATE_PICTURES=1 makes it; look at it before you commit it.`);
  const [actual, expected] = [PNG.sync.read(seen), PNG.sync.read(readFileSync(file))];
  const isOfSize = actual.width === expected.width && actual.height === expected.height;
  const difference = new PNG({ width: expected.width, height: expected.height });
  const count = isOfSize
    ? pixelmatch(expected.data, actual.data, difference.data, expected.width, expected.height, { threshold: THRESHOLD })
    : Infinity;
  if (count <= MOST_DIFFERENT) return;
  mkdirSync(DIFFERENT, { recursive: true });
  const [actualFile, differenceFile] = ['actual', 'difference'].map((what) => join(DIFFERENT, `${name}.${what}.png`));
  writeFileSync(actualFile!, seen);
  if (isOfSize) writeFileSync(differenceFile!, PNG.sync.write(difference));
  throw new Error(
    isOfSize
      ? `The picture ${name} differs in ${count} pixels: seen is ${actualFile}, what differs is red in ${differenceFile}.`
      : `The picture ${name} is ${actual.width} by ${actual.height} and not ${expected.width} by ${expected.height}: seen is ${actualFile}.`,
  );
}

/** What an element looks like when it has stopped changing. */
async function atRest(element: Locator): Promise<Buffer> {
  for (let before = await element.screenshot(); ;) {
    await element.page().waitForTimeout(500);
    const now = await element.screenshot();
    if (now.equals(before)) return now;
    before = now;
  }
}

const FONT = createRequire(import.meta.url).resolve('@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2');

/** Pages have all their text in one font that is installed with the tests, whatever fonts this machine has. */
export async function withFontOfTests(context: BrowserContext): Promise<void> {
  await context.route('**/font-of-tests.woff2', (route) => route.fulfill({ path: FONT, contentType: 'font/woff2' }));
  await context.addInitScript(() => {
    const style = document.createElement('style');
    style.textContent = `
      @font-face { font-family: 'Font of tests'; src: url(/font-of-tests.woff2); }
      * { font-family: 'Font of tests' !important; }`;
    document.addEventListener('DOMContentLoaded', () => {
      document.head.append(style);
      void document.fonts.load("13px 'Font of tests'");
    });
  });
}
