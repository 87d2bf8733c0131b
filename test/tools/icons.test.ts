import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../support/browser.ts';

const drawing = readFileSync('assets/icon.svg', 'utf8');
const picture = (size: number): string =>
  `data:image/png;base64,${readFileSync(`assets/icon-${size}.png`).toString('base64')}`;

/** The middle of a picture, where its bars are: red, green, blue and opacity of each point as the browser draws it. */
const middleOf = (page: Page, address: string, size: number): Promise<number[]> =>
  page.evaluate(
    async ([source, side]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const context = new OffscreenCanvas(side, side).getContext('2d')!;
      context.drawImage(image, 0, 0, side, side);
      const margin = (3 * side) / 16;
      return [...context.getImageData(margin, 0, side - 2 * margin, side).data];
    },
    [address, size] as const,
  );

describe('the icons', () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await startBrowser();
    page = await browser.newPage();
  });
  after(() => browser.close());

  for (const size of [16, 32, 64, 80, 128]) {
    it(`show icon.svg at ${size} pixels`, async () => {
      const drawn = await middleOf(page, `data:image/svg+xml,${encodeURIComponent(drawing)}`, size);
      assert.deepEqual(await middleOf(page, picture(size), size), drawn);
    });

    it(`have bars with sharp edges at ${size} pixels, in no colours but their own`, async () => {
      const bytes = Buffer.from(await middleOf(page, picture(size), size)).toString('hex');
      const colours = new Set(bytes.match(/.{8}/g));
      const own = [...drawing.matchAll(/fill="#(\w{6})"/g)].map(([, colour]) => `${colour}ff`);
      assert.deepEqual([...colours].sort(), own.sort());
    });
  }
});
