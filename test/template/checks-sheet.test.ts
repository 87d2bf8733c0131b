import assert from 'node:assert/strict';
import { company } from '../../src/company/index.ts';
import { applyChanges } from '../../src/company/changes.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import { solve } from '../../src/model/readings/solve.ts';
import { address } from '../../src/template/address.ts';
import { Book } from '../../src/template/book.ts';
import { buildWorkbook } from '../../src/template/build-workbook.ts';
import { cellsOf, plainValue } from '../../src/template/cells.ts';
import type { PlannedCell, WorkbookPlan } from '../../src/template/plan.ts';
import { blockLine } from '../../src/template/scenario-blocks.ts';
import { withCells } from '../support/edit-plan.ts';
import { calculated } from '../support/ironcalc.ts';

const desk = operatingModel(company);
const plan = buildWorkbook(desk);

const held = (cell: PlannedCell) => ('formula' in cell ? cell.cached : 'value' in cell ? cell.value : undefined);
const find = (name: string, label: string) => {
  const sheet = plan.sheets.find((one) => one.name === name)!;
  const found = [...cellsOf(sheet)].find(({ cell }) => held(cell) === label);
  assert.ok(found, `${name} says "${label}"`);
  return found;
};
const text = (value: string) => ({ value });

type Verdict = { readonly master: unknown; readonly found: unknown; readonly result: unknown };

/** What an unrelated engine calculates for the master and for a check, in a workbook that was tampered with. */
function verdict(of: WorkbookPlan, check: string): Verdict {
  const { row } = find('Checks', check);
  const checks = calculated(of).get('Checks')!;
  return { master: checks.get('E4'), found: checks.get(`E${row}`), result: checks.get(`F${row}`) };
}

/** Types into cells of a sheet; expects the check to pass before, and to fail after with what it finds. */
function breaks(check: string, sheet: string, typed: Parameters<typeof withCells>[2], found: number): void {
  const after = verdict(withCells(plan, sheet, typed), check);
  assert.equal(after.master, 'Checks fail');
  assert.ok(Math.abs(Number(after.found) - found) < 1e-6, `${check}: ${String(after.found)}`);
  assert.equal(after.result, 1);
}

const driverLine = find('Drivers', 'Trade receivable days').row;
const book = new Book(desk, desk.base, solve(desk.model, desk.base), 0);
/** The driver's line in the block of a scenario; the first is the base case. */
const driverIn = (scenario: number) => blockLine(book, scenario, driverLine);

describe('the checks of what is typed in', function () {
  this.timeout(60_000);

  it('pass as the workbook is written', () => {
    const checks = calculated(plan).get('Checks')!;
    assert.equal(checks.get('E4'), 'All checks pass');
    for (const check of [
      'No driver is blank',
      'Scenario blocks are complete, their rows those of Drivers',
      'Years rise by one',
      'Years are actual or estimate, none actual after an estimate',
    ])
      assert.equal(checks.get(`F${find('Checks', check).row}`), 0, check);
  });

  it('find a driver left blank in one year, and say so on Drivers', () => {
    const blanked = withCells(plan, 'Drivers', { [`J${driverLine}`]: undefined });
    const { master, result } = verdict(blanked, 'No driver is blank');
    assert.deepEqual([master, result], ['Checks fail', 1]);
    assert.equal(calculated(blanked).get('Drivers')!.get('C3'), 1);
  });

  it('count every cell that is blank or holds words for a number', () =>
    breaks('No driver is blank', 'Drivers', { [`I${driverLine}`]: undefined, [`J${driverLine}`]: text('n.a.') }, 2));

  it('find a scalar left blank, be it a number or a word', () => {
    const [number, word] = ['Premium to the peer', 'Net cash basis'].map((label) => `I${find('Drivers', label).row}`);
    breaks('No driver is blank', 'Drivers', { [number!]: undefined, [word!]: undefined }, 2);
  });

  it('find a gap in the published base case', () =>
    breaks(
      'Scenario blocks are complete, their rows those of Drivers',
      'Scenarios',
      { [`J${driverIn(0)}`]: undefined },
      1,
    ));

  it('find a block whose rows are not those of Drivers', () =>
    breaks(
      'Scenario blocks are complete, their rows those of Drivers',
      'Scenarios',
      { [`B${driverIn(2)}`]: text('Another driver') },
      1,
    ));

  it('find words where a scenario needs a number', () =>
    breaks(
      'Scenario blocks are complete, their rows those of Drivers',
      'Scenarios',
      { [`K${driverIn(1)}`]: text('more') },
      1,
    ));

  it('find two scenarios of one name', () =>
    breaks(
      'Scenario blocks are complete, their rows those of Drivers',
      'Scenarios',
      { B14: text(String(desk.company.scenarios[1]!.name)) },
      2,
    ));

  it('find a year that does not follow the one before', () =>
    breaks('Years rise by one', 'Drivers', { J4: { value: 2024 } }, 2));

  it('find an actual year after an estimate, and a year that is neither', () => {
    const check = 'Years are actual or estimate, none actual after an estimate';
    breaks(check, 'Drivers', { J6: text('A') }, 1);
    breaks(check, 'Drivers', { K6: text('X') }, 1);
  });
});

describe('the checks of shares and of history', () => {
  const cell = (sheet: string, at: string, of: WorkbookPlan = plan) =>
    [...cellsOf(of.sheets.find(({ name }) => name === sheet)!)].find(({ row, column }) => address(row, column) === at)
      ?.cell;

  it('fail when the shares in use are not those of the ownership table', () => {
    const check = 'Shares of the model are those of the ownership table';
    const row = find('Drivers', 'Shares outstanding, all classes').row;
    breaks(check, 'Drivers', { [`I${row}`]: { value: 34_000 } }, Math.abs(34_000 - company.ownership.sharesAfterIpo));
    const inputs = applyChanges(desk, desk.base, [{ name: 'shares-outstanding', value: 34_000 }]);
    const changed = buildWorkbook(desk, { inputs });
    assert.equal(held(cell('Checks', 'E4', changed)!), 'Checks fail');
  });

  it('show the largest difference without its sign', () => {
    for (const { row, column, cell: one } of cellsOf(plan.sheets.find(({ name }) => name === 'Checks')!))
      if (column === 5 && row >= 10 && 'formula' in one && typeof one.cached === 'number')
        assert.ok((plainValue(one.cached) as number) >= 0, address(row, column));
  });

  it('leave the rolls of history blank where they hold by definition', () => {
    const { row } = find('Balance sheet', 'Opening losses and net profit give accumulated losses');
    for (const column of ['F', 'G', 'H']) assert.equal(cell('Balance sheet', `${column}${row}`), undefined);
    assert.ok('formula' in cell('Balance sheet', `I${row}`)!);
  });
});

describe('the alerts', () => {
  it('ask for a look when net cash falls below zero, on either definition', () => {
    const spent = applyChanges(desk, desk.base, [{ name: 'ppe-capex-ratio', period: 'FY22E', value: 400 }]);
    const judged = calculated(buildWorkbook(desk, { inputs: spent })).get('Checks')!;
    for (const label of ['Net cash, as published', 'Net cash on total cash']) {
      const { row } = find('Checks', `${label} below zero in some year`);
      assert.deepEqual([calculatedBefore.get(`F${row}`), judged.get(`F${row}`)], ['ok', 'look'], label);
    }
  });

  it('ask for a look when the target rests on the multiple of a year before the valuation year', () => {
    const { row } = find('Checks', "The target rests on a peer's multiple of an earlier year");
    const rests = { [`I${find('Drivers', 'Multiple from the peer').row}`]: { value: 1 } };
    const beyond = { [`I${find('Drivers', 'Valuation year').row}`]: { value: 2023 } };
    const result = (typed: Parameters<typeof withCells>[2]) =>
      calculated(withCells(plan, 'Drivers', typed))
        .get('Checks')!
        .get(`F${row}`);
    assert.deepEqual([result(rests), result(beyond), result({ ...rests, ...beyond })], ['ok', 'ok', 'look']);
  });

  const calculatedBefore = calculated(plan).get('Checks')!;
});
