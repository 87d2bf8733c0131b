import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const path = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Starts Chromium without a window and without a word to the outside. It ends with the process at the latest. */
export function startBrowser(): Promise<Browser> {
  if (!existsSync(path))
    throw new Error(`There is no Chromium at ${path}: .ci/run installs it; or set CHROMIUM to where it is.`);
  return chromium.launch({
    executablePath: path,
    args: [
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
