import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { company } from '../../../src/company/index.ts';
import { CellError } from '../../../src/functions/cell-error.ts';
import { givesTable } from '../../../src/functions/metadata.ts';
import { functionNamed, registry } from '../../../src/functions/registry.ts';
import { parseRange } from '../../../src/template/address.ts';
import { baseCaseValues, near } from '../../support/base-case-values.ts';
import { startBrowser } from '../../support/browser.ts';
import { addInUrl, buildAddIn } from '../../support/build-add-in.ts';
import { ExcelDouble, metadataOf } from '../../support/excel-double/excel-double.ts';
import { openExcelOnTheWeb, type ExcelOnTheWeb } from '../../support/excel-double/excel-on-the-web.ts';
import type { Value } from '../../support/excel-double/workbook-state.ts';
import { onTheCommandLine } from '../../support/on-the-command-line.ts';
import { call } from '../../support/st.ts';

/** A call as it is typed into a cell. */
const formulaOf = (id: string, args: readonly unknown[]): string =>
  `=ST.${id}(${args.map((one) => (one === null ? '' : typeof one === 'string' ? `"${one}"` : String(one))).join(',')})`;

/** A table as the runtime gives it: an error in its place. */
const shown = (table: readonly (readonly unknown[])[]): unknown[][] =>
  table.map((row) => row.map((cell) => (cell instanceof CellError ? { error: cell.code } : cell)));

describe('the ST functions in Excel on the web, doubled', function () {
  this.timeout(120_000);
  let folder: string;
  let browser: Browser;
  let excel: ExcelOnTheWeb;
  let double: ExcelDouble;
  const complaints: string[] = [];

  before(async () => {
    folder = await buildAddIn();
    browser = await startBrowser();
    double = new ExcelDouble({ namespace: 'ST', metadata: metadataOf(join(folder, 'functions.json')) });
    const context = await browser.newContext();
    context.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    context.on('weberror', (error) => complaints.push(error.error().message));
    excel = await openExcelOnTheWeb(context, double, { folder, url: addInUrl });
  });

  after(async () => {
    await browser?.close();
  });

  /** Types into cells of a sheet through the client library in the add-in's page, and waits for the answers. */
  async function type(sheet: string, address: string, formulas: readonly (readonly Value[])[]): Promise<void> {
    await excel.addIn.evaluate(
      ([name, at, content]) =>
        Excel.run(async (context) => {
          const found = context.workbook.worksheets.getItemOrNullObject(name);
          await context.sync();
          const target = found.isNullObject ? context.workbook.worksheets.add(name) : found;
          target.getRange(at).formulas = content as never;
          await context.sync();
        }),
      [sheet, address, formulas] as const,
    );
    await double.functions.settled();
  }

  const values = (sheet: string, address: string): Value[][] =>
    double.workbook.find(sheet)!.values(parseRange(address));
  const value = (sheet: string, address: string): Value => values(sheet, address)[0]![0]!;

  it('give every value of the published base case', async () => {
    const rows = baseCaseValues.length;
    await type(
      'Base case',
      `A1:A${rows}`,
      baseCaseValues.map(([id, args]) => [formulaOf(id, args)]),
    );
    const found = values('Base case', `A1:A${rows}`);
    baseCaseValues.forEach(([, , expected, tolerance], index) => near(found[index]![0], expected, tolerance));
    await type('Base case', 'C1', [['=ST.RATING()']]);
    assert.equal(value('Base case', 'C1'), 'BUY');
  });

  it('spill tables: ST.WCDAYS() is the five rows of Figure 59', async () => {
    await type('Spill', 'B2', [['=ST.WCDAYS()']]);
    const [head, ...rows] = values('Spill', 'B2:H7');
    assert.deepEqual(head, ['Days', 'FY18A', 'FY19A', 'FY20A', 'FY21E', 'FY22E', 'FY23E']);
    const printed = company.published.find(({ figure }) => figure === '59')!.rows.slice(0, 5);
    rows.forEach((row, index) =>
      row.slice(1).forEach((cell, year) => near(cell, Number(printed[index]!.printed[year]!.replaceAll(',', '')), 0.5)),
    );
  });

  it('give the same through the runtime as in process, for every function of the registry', async () => {
    const given = await Promise.all(double.functions.callAll(registry.map(({ id }) => ({ functionId: id, args: [] }))));
    registry.forEach(({ id }, index) => {
      const { value: through, message } = given[index]!;
      const direct = call(id);
      if (direct instanceof CellError)
        assert.deepEqual([through, message], [{ error: direct.code }, direct.message], id);
      else if (Array.isArray(direct)) assert.deepEqual(through, shown(direct), id);
      else assert.deepEqual(through, givesTable(functionNamed(id)) ? [[direct]] : direct, id);
    });
  });

  it('show an error with a message that says what to do', async () => {
    await type('Errors', 'A1:A5', [
      ['=ST.MODEL("Revenu","FY22E")'],
      ['=ST.EVSALES("FY31")'],
      ['=ST.EVSALES(,"cheap")'],
      ['=ST.EVSALES(,-1)'],
      ['=ST.CAGR(1,-1,2)'],
    ]);
    assert.deepEqual(values('Errors', 'A1:A5').flat(), ['#N/A', '#N/A', '#VALUE!', '#VALUE!', '#N/A']);
    const messages = [1, 2, 3, 4, 5].map((row) => double.functions.messages.get(`Errors!A${row}`));
    assert.match(messages[0]!, /"Revenue"/);
    assert.match(messages[1]!, /The years are FY18A/);
    assert.match(messages[2]!, /price must be a number, not "cheap"/);
    assert.match(messages[3]!, /price must be above zero/);
    assert.match(messages[4]!, /above zero/);
  });

  it('pass an error in a cell on, and forget it when the cell is mended', async () => {
    await type('Passed on', 'A1:B1', [['#REF!', '=ST.EVSALES(,A1)']]);
    assert.equal(value('Passed on', 'B1'), '#VALUE!');
    assert.match(double.functions.messages.get("'Passed on'!B1")!, /price holds #REF!: mend that cell first/);
    await type('Passed on', 'A1', [[6.73]]);
    near(value('Passed on', 'B1'), 27.15, 0.005);
    assert.equal(double.functions.messages.get("'Passed on'!B1"), undefined);
  });

  it('follow a cell of an inputs range, a driver or history, as the command line does with --set', async () => {
    const table = shown(call('INPUTS') as readonly (readonly unknown[])[]) as Value[][];
    const history: readonly (readonly Value[])[] = [
      ['Actuals', 'unit', '', 'FY20A', '', '', ''],
      ['Smart Life revenue', 'RMB mn', '', '', '', '', ''],
    ];
    const rows = [...table, ...history];
    const range = `A1:G${rows.length}`;
    await type('Inputs', range, rows);
    await type('Inputs', 'I1:I2', [[`=ST.TARGETPRICE(,,,${range})`], [`=ST.MODEL("Revenue",2022,,${range})`]]);
    const agree = (...settings: readonly string[]) => {
      near(value('Inputs', 'I1'), onTheCommandLine('target-price', ...settings), 1e-9);
      near(value('Inputs', 'I2'), onTheCommandLine('revenue', ...settings), 1e-6);
    };
    agree();
    const cell = (label: string, column: string) =>
      `${'ABCDEFG'[table[0]!.indexOf(column)]}${table.findIndex(([name]) => name === label) + 1}`;
    await type('Inputs', cell('Trade receivable days', 'FY22E'), [[400]]);
    agree('trade-receivable-days@FY22E=400');
    await type('Inputs', cell('Target EV/sales', 'Value'), [[30]]);
    agree('trade-receivable-days@FY22E=400', 'target-ev-sales=30');
    await type('Inputs', `D${rows.length}`, [[500]]);
    agree('trade-receivable-days@FY22E=400', 'target-ev-sales=30', 'smart-life-revenue@FY20=500');
    await type('Inputs', cell('Trade receivable days', 'FY22E'), [['many']]);
    assert.equal(value('Inputs', 'I1'), '#VALUE!');
    assert.match(double.functions.messages.get('Inputs!I1')!, /Trade receivable days FY22E must be a number/);
  });

  it('take arguments of any kind, and answer each call: nothing stays open', async () => {
    const odd: readonly unknown[] = [null, '', '=1+1', 1e308, -0, true, '#REF!', { code: '#REF!' }, [[]], [['', '']]];
    const calls = registry.flatMap(({ id, parameters }) =>
      odd.map((one) => ({ functionId: id, args: parameters.map(() => one) })),
    );
    const answers = await Promise.all(double.functions.callAll(calls));
    const errors = answers.flatMap(({ value: given, message }) =>
      typeof given === 'object' && 'error' in given ? [{ code: given.error, message: message ?? '' }] : [],
    );
    assert.ok(errors.length > registry.length);
    for (const { code, message } of errors)
      assert.ok(['#N/A', '#VALUE!'].includes(code) && message.length > 10, `${code} ${message}`);
  });

  it('take a range of 100,000 cells', async () => {
    const large = Array.from({ length: 10_000 }, () => new Array(10).fill('x'));
    const { value: code, message } = await double.functions.call('EVSALES', null, null, large);
    assert.deepEqual(code, { error: '#VALUE!' });
    assert.match(message!, /inputs has no header/);
  });

  it('weigh less than 60 kB on the way, and the pane is drawn from less than 250 kB', async () => {
    const bytes = (name: string) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length;
    assert.ok(bytes('functions.js') < 60_000, `functions.js: ${bytes('functions.js')}`);
    assert.ok(bytes('taskpane.js') < 250_000, `taskpane.js: ${bytes('taskpane.js')}`);
  });

  it('are there before the pane, and the pane searches them', async () => {
    await excel.addIn.getByRole('tab', { name: 'Functions' }).click();
    await excel.addIn.getByRole('searchbox').fill('days');
    await excel.addIn.getByText(/^\d+ functions$/).waitFor();
    const found = await excel.addIn.locator('li code').allTextContents();
    assert.ok(found.some((one) => one.startsWith('=ST.WCDAYS(')));
    assert.ok(found.length < registry.length);
  });

  it('are explained by a page that the Help button opens, which fetches nothing', async () => {
    await excel.press('openHelp');
    const opened = excel.page.context().waitForEvent('page');
    await excel.addIn.getByRole('button', { name: 'Allow' }).click();
    const help = await opened;
    await help.waitForLoadState();
    assert.equal(help.url().replace(/[?#].*/, ''), `${addInUrl}/help.html`);
    assert.equal(await help.locator('section').count(), registry.length);
    const fetched = await help.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    assert.deepEqual(fetched, []);
    assert.equal(double.pane, 'open');
    await help.close();
  });

  it('leave no complaint in the console', () => assert.deepEqual([...complaints, ...excel.failures], []));
});
