import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './chromium.ts';

/** Starts the Chromium of this machine, with more of its options where a test needs them. */
export function launchChromium(options: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error('There is no Chromium here. Install one, or set CHROMIUM to where it is.');
  }
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...options,
    ],
  });
}
