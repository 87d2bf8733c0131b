import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { company } from '../../../src/company/index.ts';
import { operatingModel } from '../../../src/company/operating-model.ts';
import { parseAddress, parseRange } from '../../../src/template/address.ts';
import { buildWorkbook } from '../../../src/template/build-workbook.ts';
import { startBrowser } from '../../support/browser.ts';
import { addInUrl, buildAddIn } from '../../support/build-add-in.ts';
import { disagreements } from '../../support/disagreements.ts';
import { ExcelDouble, metadataOf } from '../../support/excel-double/excel-double.ts';
import { openExcelOnTheWeb, type ExcelOnTheWeb } from '../../support/excel-double/excel-on-the-web.ts';
import { judgedIn } from '../../support/judged-in-excel.ts';
import type { InsertInPage } from '../../support/insert-in-page.ts';

const plan = buildWorkbook(operatingModel(company), { withFunctions: true });
const [functions] = plan.sheets.find(({ name }) => name === 'Reconciliation')!.rules.customFunctions!;
const area = parseRange(functions!);

/** The code that inserts, as one script for a page. */
async function script(): Promise<string> {
  const entry = fileURLToPath(new URL('../../support/insert-in-page.ts', import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife' });
  return outputFiles[0]!.text;
}

describe('the whole model inserted by the add-in’s page in Excel on the web, doubled', function () {
  this.timeout(180_000);
  let browser: Browser;
  let folder: string;
  let code: string;
  const complaints: string[] = [];

  before(async () => {
    folder = await buildAddIn();
    code = await script();
    browser = await startBrowser();
  });
  after(() => browser?.close());

  async function open(): Promise<{ double: ExcelDouble; excel: ExcelOnTheWeb }> {
    const double = new ExcelDouble({ namespace: 'ST', metadata: metadataOf(join(folder, 'functions.json')) });
    const context = await browser.newContext();
    context.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    context.on('weberror', (error) => complaints.push(error.error().message));
    const excel = await openExcelOnTheWeb(context, double, { folder, url: addInUrl });
    await excel.addIn.evaluate(code);
    return { double, excel };
  }
  const insert = ({ addIn }: ExcelOnTheWeb): Promise<string> =>
    addIn.evaluate(() => (globalThis as unknown as InsertInPage).insertModelInPage());

  it('calculates what the exact solve gives, and its own functions agree with the sheets', async () => {
    const { double, excel } = await open();
    assert.equal(await insert(excel), 'inserted');
    await double.functions.settled();
    double.calculate();
    const { formulas, found } = disagreements(plan, judgedIn(double, plan));
    assert.ok(formulas > 6000);
    assert.deepEqual(found, []);
    const sheet = double.workbook.find('Reconciliation')!;
    assert.equal(sheet.values(area).filter((row) => typeof row[0] === 'number').length, 20);
    assert.equal(sheet.value(parseAddress(`F${area.top - 2}`)), 'the functions and the sheets agree');
    assert.deepEqual(excel.failures, []);
  });

  it('leaves nothing where an exchange fails half done', async () => {
    const { double, excel } = await open();
    const before = double.workbook.snapshot();
    const start = double.requests;
    double.fault = (request) =>
      request === start + 4 ? { code: 'InvalidOperationInCellEditMode', when: 'half done' } : undefined;
    assert.match(await insert(excel), /A cell is being edited.*Nothing of it was left; the workbook is as it was\./);
    assert.deepEqual(double.workbook.snapshot(), before);
    assert.deepEqual(excel.failures, []);
  });

  it('leaves no complaint in the console', () => assert.deepEqual(complaints, []));
});
