import assert from 'node:assert/strict';
import { zipSync } from 'fflate';
import { applyChanges } from '../../src/company/changes.ts';
import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import { functionNamed, callFunction } from '../../src/functions/index.ts';
import { address } from '../../src/template/address.ts';
import { planModel } from '../../src/hosts/models/model-choices.ts';
import { buildWorkbook } from '../../src/template/build-workbook.ts';
import { cellsOf } from '../../src/template/cells.ts';
import type { WorkbookPlan } from '../../src/template/plan.ts';
import { disagreements } from '../support/disagreements.ts';
import { recalculate, valuesIn } from '../support/libreoffice.ts';
import {
  enter,
  goTo,
  openWorkbench,
  typeInto,
  until,
  valuesAt,
  valuesOnPage,
  type Workbench,
} from '../support/workbench.ts';

const desk = operatingModel(company);
const { plan: whole } = planModel(desk);
const scenario = whole.names.find(({ name }) => name === 'ST_Scenario')!;

/** Where Drivers holds a driver in the year after the first estimate. */
function driverCell(label: string): string {
  const drivers = whole.sheets.find(({ name }) => name === 'Drivers')!;
  const cells = [...cellsOf(drivers)];
  const { row } = cells.find(({ column, cell }) => column === 2 && 'value' in cell && cell.value === label)!;
  const year =
    cells.find(({ cell }) => 'value' in cell && cell.value === 'FY22E') ??
    cells.find(({ cell }) => 'formula' in cell && cell.cached === 'FY22E');
  return address(row, year!.column);
}

/** Where the cover has the target price, and what the exact solve gives for it. */
function targetPrice(plan: WorkbookPlan): { readonly at: string; readonly solved: number } {
  const cells = [...cellsOf(plan.sheets.find(({ name }) => name === 'Cover')!)];
  const label = cells.find(({ cell }) => 'value' in cell && cell.value === 'Target price')!;
  const found = cells.find(({ row, column, cell }) => row === label.row && column > label.column && 'formula' in cell)!;
  assert.ok('formula' in found.cell && typeof found.cell.cached === 'number');
  return { at: address(found.row, found.column), solved: found.cell.cached };
}

describe('the preview in the browser', function () {
  this.timeout(240_000);
  let bench: Workbench;

  before(async () => {
    bench = await openWorkbench();
  });
  after(() => bench.close());

  const wrong = async (plan: WorkbookPlan) => disagreements(plan, await valuesOnPage(bench.page)).found;
  const settledOn = (plan: WorkbookPlan) => until(async () => (await wrong(plan)).length === 0);
  const save = async (): Promise<Uint8Array> => {
    const text = await bench.page.evaluate(async () => {
      const bytes = await window.stModelWorkbench!.save();
      let binary = '';
      for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
      return btoa(binary);
    });
    return new Uint8Array(Buffer.from(text, 'base64'));
  };
  const choose = (name: string, bytes: Uint8Array) =>
    bench.page.setInputFiles('#file', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  const status = () => bench.page.locator('#status').textContent();

  it('opens without an error, a request to elsewhere or a breach of its policy, and says that it is not Excel', async () => {
    assert.deepEqual(bench.faults, []);
    assert.match((await bench.page.locator('#top').textContent())!, /Preview in the browser, not Excel/);
  });

  it('calculates in every cell of the model what the exact solve gives', async () => {
    const { formulas, found } = disagreements(whole, await valuesOnPage(bench.page));
    assert.ok(formulas > 6000);
    assert.deepEqual(found, []);
  });

  it('answers a function typed into a cell, and its table spills', async () => {
    await typeInto(bench.page, 'Start', 'B22', '=ST.WCDAYS()');
    const expected = callFunction(functionNamed('WCDAYS'), []) as readonly (readonly (string | number)[])[];
    await until(async () => (await valuesAt(bench.page, 'Start', 'B22:H27'))[5]![6] !== '');
    assert.deepEqual(await valuesAt(bench.page, 'Start', 'B22:H27'), expected);
  });

  it('shows a refused argument as an error that other formulas see', async () => {
    await enter(bench.page, 'Start', 'J1:J3', [
      ['=ST.EVSALES("FY99")'],
      ['=IFERROR(ST.EVSALES("FY99"),"caught")'],
      ['=ST.PUBLISHED("Adjusted net profit","FY19")*2'],
    ]);
    assert.deepEqual(await valuesAt(bench.page, 'Start', 'J1:J3'), [['#N/A'], ['caught'], [-2310]]);
  });

  it('follows a driver that is typed over, in every cell', async () => {
    const inputs = applyChanges(desk, desk.base, [{ name: 'trade-receivable-days', period: 'FY22E', value: '400' }]);
    const expected = buildWorkbook(desk, { inputs, withFunctions: true });
    const at = driverCell('Trade receivable days');
    await typeInto(bench.page, 'Drivers', at, '400');
    await settledOn(expected);
    assert.deepEqual(await wrong(expected), []);
    await typeInto(bench.page, 'Drivers', at, '342');
    await settledOn(whole);
  });

  it('follows its one scenario cell', async () => {
    const bear = buildWorkbook(desk, { scenario: 'bear', withFunctions: true });
    await typeInto(
      bench.page,
      scenario.sheet,
      scenario.range,
      desk.company.scenarios.find(({ id }) => id === 'bear')!.name,
    );
    await settledOn(bear);
    assert.deepEqual(await wrong(bear), []);
    await typeInto(bench.page, scenario.sheet, scenario.range, desk.company.scenarios[0]!.name);
    await settledOn(whole);
    assert.deepEqual(await wrong(whole), []);
  });

  it('goes on calculating after a function that throws', async () => {
    await bench.page.evaluate(() => {
      const log10 = Math.log10;
      Object.assign(window, { mendLog10: () => (Math.log10 = log10) });
      Math.log10 = () => {
        throw new Error('out of order');
      };
    });
    await enter(bench.page, 'Start', 'J5:J6', [['=LOG10(7)'], ['=6*7']]);
    await enter(bench.page, 'Start', 'J7:J7', [['=J6+1']]);
    assert.deepEqual(await valuesAt(bench.page, 'Start', 'J5:J7'), [['#VALUE!'], [42], [43]]);
    await bench.page.evaluate(() => (window as unknown as { mendLog10: () => void }).mendLog10());
  });

  it('sorts without touching the range, ends months as Excel does, and tells zero from blank', async () => {
    await enter(bench.page, 'Start', 'K1:K3', [[30], [10], [0]]);
    await enter(bench.page, 'Start', 'L1:L1', [['=SORT(K1:K3)']]);
    await enter(bench.page, 'Start', 'M1:M4', [
      ['=INDEX(K1:K3*1,1)'],
      ['=EDATE(DATE(2024,1,31),1)-DATE(2024,2,29)'],
      ['=SUMPRODUCT(--(K1:K4=""))'],
      ['=EDATE(DATE(2024,3,15),-2)-DATE(2024,1,15)'],
    ]);
    assert.deepEqual(await valuesAt(bench.page, 'Start', 'L1:M4'), [
      [0, 30],
      [10, 0],
      [30, 1],
      ['', 0],
    ]);
  });

  it('draws the charts of the model, again when the scenario changes', async () => {
    await goTo(bench.page, 'Focus charts', 'B5');
    const chart = bench.page.locator('svg[role="img"]').first();
    await chart.waitFor();
    const before = await chart.innerHTML();
    assert.match(before, /Revenue by segment/);
    await enter(bench.page, scenario.sheet, scenario.range, [
      [desk.company.scenarios.find(({ id }) => id === 'bear')!.name],
    ]);
    await until(async () => (await chart.innerHTML()) !== before);
    assert.notEqual(await chart.innerHTML(), before);
    await enter(bench.page, scenario.sheet, scenario.range, [[desk.company.scenarios[0]!.name]]);
    await settledOn(whole);
  });

  it('saves a file that holds the same values and that LibreOffice calculates to the same, and opens it again', async () => {
    await bench.page.evaluate(() => window.stModelWorkbench!.port.keep({ 'st-model.note': 'kept' }));
    const bytes = await save();
    assert.deepEqual(disagreements(whole, await valuesIn(bytes)).found, []);
    const [recalculated] = await recalculate([bytes]);
    // LibreOffice does not have the functions of the add-in, whose answers stand on Reconciliation alone.
    const { found } = disagreements(whole, recalculated!);
    assert.deepEqual(
      found.filter((one) => !one.startsWith('Reconciliation!')),
      [],
    );
    const named = await bench.page.evaluate(async () => (await window.stModelWorkbench!.port.look()).names);
    await choose('saved.xlsx', bytes);
    await until(async () => /^The workbook is open/.test((await status()) ?? ''), 90);
    assert.match((await status())!, /^The workbook is open\.$/);
    assert.deepEqual(await wrong(whole), []);
    const again = await bench.page.evaluate(async () => {
      const { port } = window.stModelWorkbench!;
      return { names: (await port.look()).names, kept: await port.kept(['st-model.note', 'another']) };
    });
    assert.deepEqual(again, { names: named, kept: ['kept', undefined] });
  });

  it('refuses what is no workbook, too large or a bomb in a sentence, and keeps what is open', async () => {
    const refusal = async (name: string, bytes: Uint8Array) => {
      await choose(name, bytes);
      await until(async () => !/^(Opening|The workbook is open)/.test((await status()) ?? ''));
      const said = await status();
      await bench.page.evaluate(() => (document.getElementById('status')!.textContent = 'Opening'));
      return said;
    };
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(2_000_000), 'xl/more.xml': new Uint8Array(2_000_000) });
    assert.match((await refusal('bomb.xlsx', bomb))!, /would expand to 4 MB in 2 parts, more than the preview takes/);
    assert.match((await refusal('notes.xlsx', Buffer.from('no zip')))!, /^The file is no \.xlsx workbook/);
    assert.match(
      (await refusal('large.xlsx', new Uint8Array(31_000_000)))!,
      /has 31 MB and the preview opens up to 30 MB/,
    );
    assert.deepEqual(await wrong(whole), []);
  });

  const pane = () => bench.page.locator('#pane');
  const tab = (name: string) => pane().getByRole('tab', { name, exact: true }).click();
  const sheetNames = () =>
    bench.page.evaluate(async () => (await window.stModelWorkbench!.port.look()).sheets.map(({ name }) => name));
  const insertFromPane = async () => {
    await pane().getByRole('button', { name: 'Insert model', exact: true }).click();
    await pane().getByRole('button', { name: 'Keep both' }).click();
  };

  it('shows in the pane the target price of the grid after a driver was typed over, which is that of the exact solve', async () => {
    const inputs = applyChanges(desk, desk.base, [{ name: 'trade-receivable-days', period: 'FY22E', value: '400' }]);
    const expected = buildWorkbook(desk, { inputs, withFunctions: true });
    await tab('Model');
    await typeInto(bench.page, 'Drivers', driverCell('Trade receivable days'), '400');
    await settledOn(expected);
    const { at, solved } = targetPrice(expected);
    const [[price]] = (await valuesAt(bench.page, 'Cover', at)) as [[number]];
    assert.ok(Math.abs(price - solved) < 1e-9 && Math.abs(price - targetPrice(whole).solved) > 1e-3);
    await pane().getByRole('button', { name: 'Refresh' }).click();
    await pane()
      .getByText(`HK$ ${price.toFixed(2)}`, { exact: true })
      .waitFor();
    await pane().getByText('Trade receivable days').first().waitFor();
    await typeInto(bench.page, 'Drivers', driverCell('Trade receivable days'), '342');
    await settledOn(whole);
  });

  it('inserts a second model from the pane, telling how far it is, and removes it again', async () => {
    const before = await sheetNames();
    await insertFromPane();
    await pane()
      .getByText(/^Step \d+ of \d+/)
      .first()
      .waitFor();
    await pane()
      .getByText(/^Model 2 was inserted/)
      .first()
      .waitFor({ timeout: 120_000 });
    assert.equal((await sheetNames()).length, before.length + whole.sheets.length);
    assert.deepEqual(await wrong(whole), []);
    const second = pane().getByRole('article').filter({ hasText: 'Model 2' });
    await second.getByRole('button', { name: 'Remove' }).click();
    await second.getByRole('button', { name: 'Remove' }).click();
    await pane()
      .getByText(/^Model 2 was removed/)
      .first()
      .waitFor({ timeout: 120_000 });
    assert.deepEqual(await sheetNames(), before);
    assert.deepEqual(await wrong(whole), []);
  });

  it('leaves nothing of an insertion that is cancelled midway', async () => {
    const before = await bench.page.evaluate(() => window.stModelWorkbench!.port.look());
    await insertFromPane();
    await pane()
      .getByText(/^Step [3-9] of/)
      .first()
      .waitFor();
    await pane().getByRole('button', { name: 'Cancel' }).click();
    await pane()
      .getByText(/^Cancelled\. Nothing of it was left/)
      .first()
      .waitFor({ timeout: 120_000 });
    const after = await bench.page.evaluate(() => window.stModelWorkbench!.port.look());
    assert.deepEqual([after.sheets, after.names], [before.sheets, before.names]);
  });

  it('explains the cell that is selected, and checks the model without a finding that is an error', async () => {
    await tab('Explain');
    await goTo(bench.page, 'Drivers', driverCell('Trade receivable days'));
    await pane()
      .getByText(/Trade receivable days/)
      .first()
      .waitFor();
    await goTo(bench.page, 'Start', 'C8');
    await pane()
      .getByText(/TARGETPRICE/)
      .first()
      .waitFor();
    await tab('Check');
    await pane()
      .getByRole('button', { name: /^Check/ })
      .click();
    await pane()
      .getByText(/^(0 errors|Nothing to look at)/)
      .first()
      .waitFor();
  });

  it('inserts a function into the cell that is selected', async () => {
    await goTo(bench.page, 'Start', 'B40');
    await tab('Functions');
    await pane().getByRole('searchbox').fill('TARGETPRICE');
    await pane()
      .getByRole('button', { name: /^=ST\.TARGETPRICE/ })
      .first()
      .click();
    await pane().getByRole('button', { name: 'Insert into cell' }).click();
    await pane().getByText('The formula stands in', { exact: false }).first().waitFor();
    await until(async () => typeof (await valuesAt(bench.page, 'Start', 'B40:B40'))[0]![0] === 'number');
    const [[price]] = (await valuesAt(bench.page, 'Start', 'B40:B40')) as [[number]];
    assert.equal(price, callFunction(functionNamed('TARGETPRICE'), []));
  });

  it('has come this far without an error or a request to elsewhere', () => {
    // The grid measures a sheet once more after it is removed, and complains that it is gone; nothing comes of it.
    const ofRemovedSheets = /Cannot destructure property 'rowData' of 'this\._worksheetData' as it is null/;
    assert.deepEqual(
      bench.faults.filter((one) => !ofRemovedSheets.test(one)),
      [],
    );
  });
});
