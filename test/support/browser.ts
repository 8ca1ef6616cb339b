import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Starts the Chromium of this machine; CHROMIUM says where it is, when not at /usr/bin/chromium. */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(`There is no Chromium at ${executablePath}. Install one, or set CHROMIUM to where it is.`);
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
    ],
  });
}
