import { readFileSync, writeFileSync } from 'node:fs';
import { startBrowser } from '../test/support/browser.ts';

/** Multiples of the 16 units of the drawing, so that its edges fall on whole pixels. */
const sizes = [16, 32, 64, 80, 128];

const drawing = readFileSync('assets/icon.svg', 'utf8');
const browser = await startBrowser();
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
  writeFileSync(`assets/icon-${size}.png`, await page.screenshot({ omitBackground: true }));
}
await browser.close();
