import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildWorkbench } from '../../build/workbench.js';
import { serveFolder } from '../../tools/workbench/serve-folder.ts';
import { address } from '../../src/template/address.ts';
import type {} from '../../src/workbench/workbench-hook.ts';
import { startBrowser } from './browser.ts';
import type { Judged, JudgedWorkbook } from './libreoffice.ts';

export type Content = string | number | boolean;

/** The preview, built, served and opened in Chromium. */
export type Workbench = {
  readonly page: Page;
  /** What went wrong in the page, and what it asked for elsewhere. */
  readonly faults: string[];
  readonly close: () => Promise<void>;
};

/** Opens the preview and waits until its model is calculated. */
export async function openWorkbench(): Promise<Workbench> {
  const folder = await mkdtemp(join(tmpdir(), 'st-model-workbench-'));
  await buildWorkbench(folder);
  const { url, server } = await serveFolder(folder, 0);
  const browser = await startBrowser();
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(url)) faults.push(request.url());
  });
  // The compiler of the tests names functions by a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`${violatedDirective} refuses ${blockedURI}`),
    );
  });
  await page.goto(url);
  await page.waitForFunction(() => window.stModelWorkbench !== undefined, undefined, { timeout: 90_000 });
  return {
    page,
    faults,
    close: async () => {
      await browser.close();
      await new Promise((done) => server.close(done));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What every cell of the page's workbook comes to. */
export async function valuesOnPage(page: Page): Promise<JudgedWorkbook> {
  const sheets = await page.evaluate(async () => {
    const { port } = window.stModelWorkbench!;
    const { sheets: all } = await port.look();
    const read = await port.read(all.map(({ id }) => ({ sheetId: id })));
    return read.map(({ sheetId, row, column, values }) => {
      return { name: all.find(({ id }) => id === sheetId)!.name, row, column, values };
    });
  });
  return new Map(
    sheets.map(({ name, row, column, values }) => {
      const cells = values.flatMap((line, down) =>
        line.map((value, across): readonly [string, Judged] => [address(row + down, column + across), value]),
      );
      return [name, new Map(cells)];
    }),
  );
}

/** What the cells of a range come to. */
export const valuesAt = (page: Page, sheet: string, range: string): Promise<readonly (readonly Content[])[]> =>
  page.evaluate(
    async ([name, at]) => {
      const { port } = window.stModelWorkbench!;
      const { id } = (await port.look()).sheets.find((one) => one.name === name)!;
      return (await port.read([{ sheetId: id, range: at! }]))[0]!.values;
    },
    [sheet, range],
  );

/** Clicks into the grid, goes to a cell and types, as somebody at the keyboard does. */
export async function typeInto(page: Page, sheet: string, cell: string, text: string): Promise<void> {
  await page.mouse.click(500, 700);
  await goTo(page, sheet, cell);
  await until(() => page.evaluate(async (at) => (await window.stModelWorkbench!.port.selected()).range === at, cell));
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Shows a cell and selects it. */
export async function goTo(page: Page, sheet: string, range: string): Promise<void> {
  await page.evaluate(
    async ([name, at]) => {
      const { port } = window.stModelWorkbench!;
      const { id } = (await port.look()).sheets.find((one) => one.name === name)!;
      await port.show({ sheetId: id, range: at! });
    },
    [sheet, range],
  );
}

/** Enters content through the port. */
export const enter = (
  page: Page,
  sheet: string,
  range: string,
  cells: readonly (readonly Content[])[],
): Promise<void> =>
  page.evaluate(
    async ({ sheet: name, range: at, cells: content }) => {
      const { port } = window.stModelWorkbench!;
      const { id } = (await port.look()).sheets.find((one) => one.name === name)!;
      await port.enter([{ sheetId: id, range: at, cells: content }]);
      await port.settled();
    },
    { sheet, range, cells },
  );

/** Waits until something of the page is as it should be. */
export async function until(isSo: () => Promise<boolean>, seconds = 30): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await isSo())) {
    if (Date.now() > end) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}
