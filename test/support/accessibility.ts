/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AxeResults, type RunOptions } from 'axe-core';
import { type Page } from 'playwright-core';

/** WCAG 2.2 at levels A and AA, and what axe-core recommends beyond it. */
const RULES: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  resultTypes: ['violations'],
};

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** `axe` on the page. Evaluated by the debugger, it is subject to no content security policy. */
type WithAxe = { axe?: { run(options: RunOptions): Promise<AxeResults> } };

/**
 * What axe-core finds wrong with the page as it is shown now, a line for each element:
 * `color-contrast: .examples-lead: Element has insufficient color contrast of 3.16 ...`. Motion has to have ended: a colour that
 * is fading in has not the contrast that it will have. What is dimmed until its next answer comes is waited for.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => (globalThis as WithAxe).axe !== undefined)))
    await page.evaluate(readFileSync(AXE, 'utf8'));
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  return page.evaluate(async (rules) => {
    const { violations } = await (globalThis as WithAxe).axe!.run(rules);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all, none }) => {
        const reasons = [...all, ...none, ...any].map(({ message }) => message);
        return `${id}: ${target.flat().join(' ')}: ${reasons.join('; ')}`;
      }),
    );
  }, RULES);
}
