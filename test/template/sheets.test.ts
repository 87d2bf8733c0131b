import assert from 'node:assert/strict';
import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import { applyChanges } from '../../src/company/changes.ts';
import { InputError } from '../../src/model/input-error.ts';
import { parseRange } from '../../src/template/address.ts';
import { buildWorkbook } from '../../src/template/build-workbook.ts';
import { cellsOf, plainValue } from '../../src/template/cells.ts';
import { findingText, lintable, lintWorkbook } from '../../src/template/lint-workbook.ts';
import type { PlannedCell, WorkbookPlan } from '../../src/template/plan.ts';
import { sheetCatalogue } from '../../src/template/sheet-catalogue.ts';
import { exampleCompany } from '../support/example-company.ts';

const desk = operatingModel(company);
const plan = buildWorkbook(desk);

const valueOf = (cell: PlannedCell): string | number | boolean | undefined => {
  const held = 'formula' in cell ? cell.cached : 'value' in cell ? cell.value : undefined;
  return held === undefined ? undefined : plainValue(held);
};
/** The values to the right of a label, left to right; LibreOffice holds these to the formulas elsewhere. */
function beside(label: string, sheet: string, of: WorkbookPlan = plan): (string | number | boolean)[] {
  const cells = [...cellsOf(of.sheets.find(({ name }) => name === sheet)!)];
  const found = cells.find(({ cell }) => valueOf(cell) === label);
  assert.ok(found, `${sheet} says "${label}"`);
  return cells
    .filter(({ row, column }) => row === found.row && column > found.column)
    .flatMap(({ cell }) => valueOf(cell) ?? []);
}
const numbers = (label: string, sheet: string, of?: WorkbookPlan) =>
  beside(label, sheet, of).filter((value): value is number => typeof value === 'number');
const near = (actual: number | undefined, printed: number, tolerance: number, what: string) =>
  assert.ok(actual !== undefined && Math.abs(actual - printed) <= tolerance, `${what}: ${actual} and ${printed}`);

describe('the sheets of the workbook', () => {
  it('are all there, in their order', () =>
    assert.deepEqual(
      plan.sheets.map(({ name }) => name),
      sheetCatalogue.map(([name]) => name),
    ));

  it("give the report's first page: rating, target price, upside, market capitalisation, shares", () => {
    assert.equal(beside('Rating', 'Summary').at(1), 'BUY');
    near(numbers('Target price', 'Summary')[0], 8.08, 0.005, 'target price');
    near(numbers('Upside', 'Summary')[0], 0.201, 0.0005, 'upside');
    near(numbers('Market capitalisation, HK$ mn', 'Summary')[0], 225505, 0.5, 'market capitalisation');
    near(numbers('Class B shares, listed, mn', 'Summary')[0], 25979, 0.5, 'Class B shares');
    near(numbers('Prof. Tang, % of capital', 'Summary')[0], 0.263, 0.0005, 'largest holder');
    near(numbers('Softbank, % of capital', 'Summary')[0], 0.141, 0.0005, 'second holder');
    near(numbers('Alibaba, % of capital', 'Summary')[0], 0.072, 0.0005, 'third holder');
  });

  it('say how the target price is made in a sentence', () =>
    assert.deepEqual(
      [...cellsOf(plan.sheets.find(({ name }) => name === 'Summary')!)]
        .map(({ cell }) => valueOf(cell))
        .filter((value) => /EV\/sales, RMB/.test(String(value))),
      ['34x FY22E EV/sales, RMB0.83 per HK$, cash less debt as published'],
    ));

  it('say what moves the target price', () => {
    near(numbers('Turns of EV/sales', 'Summary').at(-1), 0.23, 0.005, 'a turn');
    near(numbers('Sales of the valuation year', 'Summary').at(-1), 0.078, 0.0005, '1% of sales');
    near(numbers('Net cash, RMB mn', 'Summary').at(-1), 0.036, 0.0005, 'RMB 1bn of cash');
    near(numbers('EV/sales at the upper band edge', 'Summary')[0], 32.5, 0.05, 'upper edge');
    near(numbers('EV/sales at the lower band edge', 'Summary')[0], 25.2, 0.05, 'lower edge');
  });

  it('bridge sales to the target price as Figure 68 prints it, and on total cash', () => {
    const [published, total] = numbers('Target price, HK$', 'Summary');
    near(published, 8.08, 0.005, 'published');
    near(total, 8.306, 0.0005, 'total cash');
    near(numbers('Enterprise value, RMB mn', 'Summary')[0], 217555, 0.5, 'enterprise value');
    near(numbers('Equity value, RMB mn', 'Summary')[0], 224743, 0.5, 'equity value');
  });

  it('tie every printed figure', () => {
    assert.deepEqual(
      numbers('Printed figures, and cells off by more than their rounding', 'Reconciliation').slice(0, 2),
      [1290, 0],
    );
    const off = buildWorkbook(desk, {
      inputs: applyChanges(desk, desk.base, [{ name: 'other-adjustment', period: 'FY21E', value: 0 }]),
    });
    const label = 'Printed figures, and cells off by more than their rounding';
    assert.deepEqual(numbers(label, 'Reconciliation', off).slice(0, 2), [1290, 7]);
  });

  it('free shares by date as the lock-ups end: 691.7mn at the listing, all listed shares after six months', () => {
    const free = numbers('Free to trade, mn', 'Ownership');
    near(free[0], 691.7, 0.05, 'free on the pricing date');
    near(numbers('freed then, mn', 'Ownership')[0], 25286.9, 0.05, 'freed next');
  });

  it('set the company beside its peer, and say how much dearer it is', () => {
    const [first, second, dearer, later] = numbers('The peer: Cambricon', 'Summary');
    assert.deepEqual([first, second], [40.6, 28.4]);
    near(dearer, 36.62 / 40.6 - 1, 0.001, 'premium in the first year');
    near(later, 27.15 / 28.4 - 1, 0.001, 'premium in the second year');
    near(
      numbers('Premium of EV/sales at the target price to the peer', 'Valuation')[0],
      33 / 28.4 - 1,
      0.002,
      'target',
    );
  });

  it('name each scenario with its story, its evidence and the cells it changes', () => {
    const { sheets, names } = buildWorkbook(desk);
    const scenarios = sheets.find(({ name }) => name === 'Scenarios')!;
    const said = new Set([...cellsOf(scenarios)].map(({ cell }) => valueOf(cell)));
    for (const { story, evidence } of company.scenarios)
      for (const text of [story, ...evidence]) assert.ok(said.has(text), text);
    assert.equal(numbers('Largest customer lost', 'Scenarios').at(-1), 18);
    const drivers = sheets.find(({ name }) => name === 'Drivers')!;
    const { bottom } = parseRange(names.find(({ name }) => name === 'ST_Drivers')!.range);
    const inputs = drivers.validations.filter(({ range }) => parseRange(range).bottom <= bottom);
    assert.equal(scenarios.validations.length, inputs.length * (company.scenarios.length - 1) + 1);
  });

  it('draw every bar of the football field upwards, whatever the share price', () => {
    for (const value of [3, 6.73, 12]) {
      const inputs = applyChanges(desk, desk.base, [{ name: 'share-price', value }]);
      const valuation = buildWorkbook(desk, { inputs });
      for (const label of ['Offer price to share price', 'The peer: without and with the premium']) {
        const [span] = numbers(label, 'Valuation', valuation).slice(-3);
        assert.ok(span! >= 0, `${label} at ${value}: ${span}`);
      }
    }
  });

  it('warn on Checks of a balance that falls below zero, and of what else asks for a look', () => {
    const label = 'Cash and cash equivalents below zero in some year';
    assert.deepEqual(beside(label, 'Checks'), [0, 'ok']);
    const short = applyChanges(desk, desk.base, [{ name: 'ppe-capex-ratio', period: 'FY22E', value: 400 }]);
    assert.deepEqual(beside(label, 'Checks', buildWorkbook(desk, { inputs: short })), [1, 'look']);
  });
});

describe('a workbook of some sheets', () => {
  const named = (...sheets: string[]) => buildWorkbook(desk, { sheets });

  it('brings the sheets that are read along, and leaves the others out', () => {
    const names = named('Comps').sheets.map(({ name }) => name);
    for (const name of ['Comps', 'Drivers', 'Live', 'Scenarios', 'Revenue', 'Checks'])
      assert.ok(names.includes(name), name);
    for (const name of ['Cover', 'Summary', 'Reconciliation', 'Industry']) assert.ok(!names.includes(name), name);
  });

  it('is sound: no reference and no link to a sheet left out', () => {
    for (const sheets of [['Comps'], ['Summary'], ['Cover', 'Income']])
      assert.deepEqual(lintWorkbook(lintable(named(...sheets))).map(findingText), [], sheets.join());
  });

  it('counts the failing checks of its own sheets only', () => {
    const wrong = { ...company, ownership: { ...company.ownership, newShares: 1499 } };
    const count = (sheets?: string[]) =>
      numbers('Checks that fail', 'Checks', buildWorkbook(operatingModel(wrong), sheets ? { sheets } : {}))[0];
    assert.deepEqual([count(), count(['Comps'])], [1, 0]);
  });

  it('does not exist for a sheet that is unknown', () =>
    assert.throws(
      () => named('Incme'),
      (error: unknown) =>
        error instanceof InputError && /There is no sheet "Incme"\. The nearest is "Income"/.test(error.message),
    ));
});

describe('the workbook of another company', () => {
  it('has its years and segments, and is sound', () => {
    const other = buildWorkbook(operatingModel(exampleCompany()));
    assert.deepEqual(lintWorkbook(lintable(other)).map(findingText), []);
    assert.ok(beside('Ferries revenue', 'Revenue', other).length > 8);
  });
});
