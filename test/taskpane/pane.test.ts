import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import { planOf } from '../../src/hosts/review/plan-of.ts';
import { address, parseAddress, parseRange } from '../../src/template/address.ts';
import { startBrowser } from '../support/browser.ts';
import { addInUrl, buildAddIn } from '../support/build-add-in.ts';
import { ExcelDouble, metadataOf } from '../support/excel-double/excel-double.ts';
import { openExcelOnTheWeb, type ExcelOnTheWeb } from '../support/excel-double/excel-on-the-web.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const desk = operatingModel(company);
const soon = { timeout: 60_000 };

type Axe = {
  axe: {
    run(context: {
      readonly exclude: string[][];
    }): Promise<{ violations: readonly { readonly id: string; readonly nodes: readonly { html: string }[] }[] }>;
  };
};

describe('the pane in Excel on the web, doubled', function () {
  this.timeout(180_000);
  let folder: string;
  let browser: Browser;
  const complaints: string[] = [];
  const strangers: string[] = [];

  before(async () => {
    folder = await buildAddIn();
    browser = await startBrowser();
  });
  after(() => browser?.close());

  async function open(language = 'en-US'): Promise<{ double: ExcelDouble; excel: ExcelOnTheWeb }> {
    const double = new ExcelDouble({ namespace: 'ST', metadata: metadataOf(join(folder, 'functions.json')) });
    const context = await browser.newContext();
    context.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    context.on('weberror', (error) => complaints.push(error.error().message));
    context.on('request', (request) => {
      const url = request.url();
      if (![addInUrl, 'https://appsforoffice.microsoft.com/', 'data:'].some((one) => url.startsWith(one)))
        strangers.push(url);
    });
    const excel = await openExcelOnTheWeb(context, double, { folder, url: addInUrl, language });
    return { double, excel };
  }

  const button = ({ addIn }: ExcelOnTheWeb, name: string): Locator => addIn.getByRole('button', { name, exact: true });
  const said = ({ addIn }: ExcelOnTheWeb, text: RegExp): Promise<void> =>
    addIn.locator('[data-outcome]').getByText(text).waitFor(soon);
  const tab = ({ addIn }: ExcelOnTheWeb, name: string): Promise<void> => addIn.getByRole('tab', { name }).click();

  /** Inserts two sheets and what they read: enough for what does not depend on how many there are. */
  async function insertSmall(excel: ExcelOnTheWeb): Promise<void> {
    const { addIn } = excel;
    await button(excel, 'Options').click();
    await addIn.getByLabel('Choose', { exact: true }).click();
    await addIn.getByLabel('Drivers', { exact: true }).click();
    await button(excel, 'Insert model').click();
    await said(excel, /^Model 1 was inserted/);
  }

  /** What axe finds; the ends of the ring of focus that Fluent keeps hand the focus on and are no content. */
  async function faults({ addIn }: ExcelOnTheWeb): Promise<string[]> {
    await addIn.evaluate(axe);
    const { violations } = await addIn.evaluate(() =>
      (globalThis as unknown as Axe).axe.run({ exclude: [['[data-tabster-dummy]']] }),
    );
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }

  it('opens at Model, inserts with its steps told, shows how the model stands, and removes it after asking', async () => {
    const { double, excel } = await open();
    const { addIn } = excel;
    assert.equal(await addIn.getByRole('tab', { selected: true }).innerText(), 'Model');
    const before = double.workbook.sheets.map(({ name }) => name);
    await button(excel, 'Insert model').click(soon);
    await addIn.getByText(/^Step \d+ of \d+: Writing /).waitFor(soon);
    await said(excel, /^Model 1 was inserted: 20 sheets/);
    assert.ok(
      double.workbook
        .find('Drivers')!
        .values(parseRange('A1:H40'))
        .flat()
        .some((one) => typeof one === 'number'),
    );
    const card = addIn.getByRole('article', { name: 'Model 1' });
    await card.getByText('BUY').waitFor(soon);
    assert.match(await card.innerText(), /8\.0\d[\s\S]*Failed checks\s+0[\s\S]*Every input is that of the base case/);

    const { book } = planOf(desk);
    const at = (id: string) => [book.home(desk.model.row(id)), book.column(desk.model.row(id), 0)] as const;
    const [{ line }, column] = at('target-ev-sales');
    double.edit('Drivers', address(line, column), 40);
    await card.getByText('Differs from the base case').waitFor(soon);
    const [price, priceColumn] = at(desk.model.value.targetPrice.id);
    const shown = Number(double.workbook.find(price.sheet)!.value({ row: price.line, column: priceColumn }));
    assert.notEqual(shown.toFixed(2), '8.08');
    await card.locator('dd').getByText(shown.toFixed(2)).waitFor(soon);

    await card.getByRole('button', { name: 'Remove' }).click();
    await addIn.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await said(excel, /^Model 1 was removed/);
    assert.deepEqual(
      double.workbook.sheets.map(({ name }) => name),
      before,
    );
    assert.deepEqual(excel.failures, []);
  });

  it('asks where sheets of the same names are there, and keeps both', async () => {
    const { double, excel } = await open();
    await insertSmall(excel);
    const sheets = double.workbook.sheets.length;
    await button(excel, 'Insert model').click();
    const question = excel.addIn.getByRole('alertdialog');
    await question.waitFor(soon);
    assert.match(await question.innerText(), /already has .*Drivers.* Nothing has been inserted yet/);
    assert.equal(double.workbook.sheets.length, sheets);
    await question.getByRole('button', { name: 'Keep both' }).click();
    await said(excel, /^Model 2 was inserted/);
    assert.ok(double.workbook.find('Drivers (2)'));
  });

  it('replaces the model that has sheets of the same names, and nothing of the user', async () => {
    const { double, excel } = await open();
    double.edit('Sheet1', 'A1', 'My notes');
    await insertSmall(excel);
    const sheets = double.workbook.sheets.map(({ name }) => name);
    const old = double.workbook.find('Drivers')!;
    await button(excel, 'Insert model').click();
    await excel.addIn.getByRole('alertdialog').getByRole('button', { name: 'Replace ours' }).click(soon);
    await said(excel, /^Model 1 was inserted/);
    await excel.addIn.getByRole('article', { name: 'Model 1' }).getByText('BUY').waitFor(soon);
    assert.deepEqual(
      double.workbook.sheets.map(({ name }) => name),
      sheets,
    );
    assert.notEqual(double.workbook.find('Drivers'), old);
    assert.equal(double.workbook.find('Sheet1')!.value(parseAddress('A1')), 'My notes');
  });

  it('brings a model of an older version up to date with what was typed into it', async () => {
    const { double, excel } = await open();
    await insertSmall(excel);
    const { book } = planOf(desk);
    const multiple = desk.model.row('target-ev-sales');
    const cell = address(book.home(multiple).line, book.column(multiple, 0));
    double.edit('Drivers', cell, 40);
    double.workbook.names.find(({ name }) => name === 'ST_Model_1')!.formula = '="version 0"';
    await button(excel, 'Refresh').click();
    const card = excel.addIn.getByRole('article', { name: 'Model 1' });
    await card.getByText('An older version').waitFor(soon);
    await card.getByRole('button', { name: 'Update' }).click();
    await said(excel, /^Model 1 is up to date; one edited input was carried over/);
    assert.equal(await card.getByText('An older version').count(), 0);
    assert.equal(double.workbook.find('Drivers')!.value(parseAddress(cell)), 40);
  });

  it('inserts from the ribbon, and leaves nothing where that is cancelled midway', async () => {
    const { double, excel } = await open();
    await button(excel, 'Insert model').waitFor(soon);
    const before = double.workbook.snapshot();
    await excel.press('insertModel');
    await excel.addIn.getByText(/^Step [2-9] of \d+/).waitFor(soon);
    await button(excel, 'Cancel').click();
    await said(excel, /^Cancelled\. Nothing of it was left/);
    assert.deepEqual(double.workbook.snapshot(), before);
    assert.equal(await button(excel, 'Insert model').isEnabled(), true);
  });

  it('builds a call of a function, shows its result and types it into the active cell', async () => {
    const { double, excel } = await open();
    const { addIn } = excel;
    await tab(excel, 'Functions');
    await button(excel, '=ST.EVSALES([period], [price], [inputs])').click(soon);
    await addIn.getByLabel('period (optional)').fill('FY22E');
    await addIn.getByText('27.1', { exact: false }).waitFor();
    await button(excel, 'Insert into cell').click();
    await said(excel, /^The formula stands in Sheet1!A1/);
    await double.functions.settled();
    assert.ok(Math.abs(Number(double.workbook.find('Sheet1')!.value(parseAddress('A1'))) - 27.15) < 0.005);
    await button(excel, 'Insert into cell').click();
    const question = addIn.getByRole('alertdialog');
    await question.waitFor(soon);
    assert.match(await question.innerText(), /Sheet1!A1 is not empty/);
  });

  it('explains the cell selected, and follows the selection', async () => {
    const { double, excel } = await open();
    const { addIn } = excel;
    await insertSmall(excel);
    const { book } = planOf(desk);
    const rows = ['target-ev-sales', 'share-price'].map((id) => desk.model.row(id));
    await excel.press('explainCell');
    for (const row of rows) {
      const cell = address(book.home(row).line, book.column(row, 0));
      double.select('Drivers', cell);
      await addIn.getByRole('article').getByText(`Drivers!${cell}`, { exact: true }).first().waitFor(soon);
    }
    await tab(excel, 'About');
    await addIn.getByRole('heading', { name: 'Diagnostics' }).waitFor(soon);
    assert.ok(!double.events.asked.includes('SelectionChanged'));
    assert.deepEqual(excel.failures, []);
  });

  it('does what the ribbon asks: checks, explains, leads to freezing', async () => {
    const { double, excel } = await open();
    const { addIn } = excel;
    await insertSmall(excel);
    await excel.press('checkModel');
    await addIn.getByText(/^\d+ errors?, \d+ warnings?, \d+ notes?\.$|^Nothing to look at/).waitFor(soon);
    assert.equal(double.pane, 'open');
    await excel.press('explainCell');
    await addIn.getByRole('tab', { name: 'Explain', selected: true }).waitFor(soon);
    await excel.press('freezeFunctions');
    await addIn.waitForFunction(() => document.activeElement?.textContent === 'Freeze');
    await excel.press('insertModel');
    await addIn
      .getByRole('alertdialog')
      .getByText(/Nothing has been inserted yet/)
      .waitFor(soon);
    assert.deepEqual(excel.failures, []);
  });

  for (const theme of ['light', 'dark'] as const)
    it(`gives axe nothing to find in any view, ${theme}, and fits 320 pixels in both languages`, async () => {
      for (const language of ['en-US', 'zh-CN']) {
        const { excel } = await open(language);
        const { addIn, page } = excel;
        await page.evaluate(() => (document.querySelector('iframe')!.style.width = '320px'));
        if (theme === 'dark')
          await addIn.evaluate(() => {
            Object.defineProperty(Office.context, 'officeTheme', { value: { bodyBackgroundColor: '#262626' } });
            window.dispatchEvent(new Event('focus'));
          });
        if (language === 'en-US') await insertSmall(excel);
        for (const one of await addIn.getByRole('tab').all()) {
          await one.click();
          await addIn.getByRole('tabpanel').getByRole('heading').first().waitFor(soon);
          assert.deepEqual(await faults(excel), [], `${await one.innerText()} ${language}`);
          const tooWide = await addIn.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
          assert.equal(tooWide, false, `${await one.innerText()} ${language}`);
        }
        await page.context().close();
      }
    });

  it('leaves no complaint in the console and asks no stranger for anything', () => {
    assert.deepEqual(complaints, []);
    assert.deepEqual(strangers, []);
  });
});
