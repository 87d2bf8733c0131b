import assert from 'node:assert/strict';
import { company } from '../../../src/company/index.ts';
import { operatingModel } from '../../../src/company/operating-model.ts';
import { functionsJson } from '../../../src/functions/metadata.ts';
import { ExcelWorkbook } from '../../../src/hosts/excel/excel-workbook.ts';
import { insertModel } from '../../../src/hosts/models/insert-model.ts';
import { writeWorkbook } from '../../../src/hosts/xlsx/write-workbook.ts';
import { address, columnNumber, parseAddress, parseRange } from '../../../src/template/address.ts';
import { buildWorkbook } from '../../../src/template/build-workbook.ts';
import { cellsOf, plainValue } from '../../../src/template/cells.ts';
import { findingText, lintable, lintWorkbook } from '../../../src/template/lint-workbook.ts';
import { connectFunctions } from '../../support/answering-functions.ts';
import type { FunctionsMetadata } from '../../support/excel-double/call-formula.ts';
import { connectClientLibrary } from '../../support/excel-double/client-library.ts';
import { ExcelDouble } from '../../support/excel-double/excel-double.ts';
import { rectangle, type Value } from '../../support/excel-double/workbook-state.ts';
import { recalculate } from '../../support/libreoffice.ts';
import { onTheCommandLine } from '../../support/on-the-command-line.ts';

const desk = operatingModel(company);
const options = { sheets: ['Reconciliation', 'Summary'], withFunctions: true };
const plan = buildWorkbook(desk, options);
const sheet = plan.sheets.find(({ name }) => name === 'Reconciliation')!;
const area = parseRange(sheet.rules.customFunctions![0]!);
const [countCell, verdictCell] = [address(area.top - 2, 5), address(area.top - 2, 6)];
const years = area.right - area.left + 1;
/** What the sheets hold, and the differences: as many columns as there are printed years further on, each. */
const printedYears = columnNumber('K') - columnNumber('E');
const beside = (groups: number) => ({
  ...area,
  left: area.left + groups * printedYears,
  right: area.right + groups * printedYears,
});
const agree = 'the functions and the sheets agree';
const withAddIn = functionsJson('https://addin.example') as FunctionsMetadata;

/** The requirement sets that the client library of the tests knows. */
const has = (_: string, version: string): boolean => Number(version.split('.')[1]) <= 17;

function open(metadata: FunctionsMetadata = withAddIn) {
  const double = new ExcelDouble({ namespace: 'ST', metadata });
  globalThis.Excel = connectClientLibrary(double).Excel;
  if (metadata === withAddIn) connectFunctions(double);
  return { double, port: new ExcelWorkbook(has) };
}
const insert = (port: ExcelWorkbook) => insertModel(port, plan, { whereTaken: 'keep both' });

async function settled(double: ExcelDouble): Promise<void> {
  double.calculate();
  await double.functions.settled();
  double.calculate();
}

async function type(double: ExcelDouble, on: string, cell: string, content: Value): Promise<void> {
  double.workbook.find(on)!.type(parseAddress(cell), content);
  await settled(double);
}

/** The block as it is shown: what the functions give, what the sheets hold, the differences, the count and verdict. */
function shown({ workbook }: ExcelDouble, name = 'Reconciliation') {
  const state = workbook.find(name)!;
  const at = (groups: number) => state.values(beside(groups));
  const one = (cell: string) => state.value(parseAddress(cell));
  return { given: at(0), held: at(1), differences: at(2), count: one(countCell), verdict: one(verdictCell) };
}

const planned = (groups: number): Value[][] => {
  const cells = new Map(
    [...cellsOf(sheet)].map(({ row, column, cell }) => [
      address(row, column),
      'cached' in cell && cell.cached !== undefined ? plainValue(cell.cached) : '',
    ]),
  );
  return rectangle(beside(groups), ({ row, column }) => (cells.get(address(row, column)) ?? '') as Value);
};

/** Every function answers with a number, and each stands by what the sheet holds. */
function assertAgrees(block: ReturnType<typeof shown>): void {
  assert.equal(block.given.length, 20);
  block.given.forEach((row, down) =>
    row.forEach((value, across) => {
      const isThere = planned(0)[down]![across] !== '';
      assert.equal(typeof value, isThere ? 'number' : 'string', `${down}, ${across}: ${value}`);
      assert.equal(block.differences[down]![across], isThere ? 0 : '');
      if (isThere) assert.ok(Math.abs(Number(value) - Number(block.held[down]![across])) < 1e-6);
    }),
  );
  assert.deepEqual([block.count, block.verdict], [0, agree]);
}

const place = (label: string, year: number) => {
  const drivers = plan.sheets.find(({ name }) => name === 'Drivers')!;
  const { row } = [...cellsOf(drivers)].find(({ cell }) => 'value' in cell && cell.value === label)!;
  const first = drivers.rules.years!.estimate[0]!;
  return address(row, columnNumber(first) + year);
};

describe('the ST functions beside the sheets', function () {
  this.timeout(120_000);
  after(() => {
    Reflect.deleteProperty(globalThis, 'Excel');
  });

  it('stand in the plan only where they are asked for, in twenty rows and nowhere else', () => {
    const isCall = (formula: string) => formula.includes('ST.');
    const calls = [...cellsOf(sheet)].flatMap(({ row, column, cell }) =>
      'formula' in cell && isCall(cell.formula) ? [{ row, column }] : [],
    );
    assert.equal(new Set(calls.map(({ row }) => row)).size, 20);
    assert.ok(calls.every(({ column }) => column >= area.left && column <= area.right));
    for (const other of [...plan.sheets, ...buildWorkbook(desk).sheets])
      if (other !== sheet)
        for (const { cell } of cellsOf(other)) assert.ok(!('formula' in cell) || !isCall(cell.formula), other.name);
    assert.deepEqual(lintWorkbook(lintable(buildWorkbook(desk, { withFunctions: true }))).map(findingText), []);
  });

  it('agree with them as inserted, after a driver is edited, and under the bear scenario', async () => {
    const { double, port } = open();
    await insert(port);
    await settled(double);
    const first = shown(double);
    assertAgrees(first);
    first.held.forEach((row, down) =>
      row.forEach((value, across) => {
        const expected = planned(1)[down]![across]!;
        if (expected !== '') assert.ok(Math.abs(Number(value) - Number(expected)) < 1e-6);
      }),
    );
    await type(double, 'Drivers', place('Trade receivable days', 1), 400);
    const edited = shown(double);
    assertAgrees(edited);
    const receivables = onTheCommandLine('trade-receivables', 'trade-receivable-days@FY22E=400');
    assert.ok(Math.abs(Number(edited.given[6]![1]) - receivables) < 1e-6);
    assert.notEqual(edited.given[6]![1], first.given[6]![1]);
    const scenario = plan.names.find(({ name }) => name === 'ST_Scenario')!;
    await type(double, scenario.sheet, scenario.range, company.scenarios.find(({ id }) => id === 'bear')!.name);
    const bear = shown(double);
    assertAgrees(bear);
    assert.notEqual(bear.given[0]![years - 1], first.given[0]![years - 1]);
  });

  it('read the inputs of their own model where there are two', async () => {
    const { double, port } = open();
    await insert(port);
    await insert(port);
    await type(double, 'Drivers (2)', place('Trade receivable days', 1), 400);
    const [one, two] = [shown(double), shown(double, 'Reconciliation (2)')];
    assertAgrees(one);
    assertAgrees(two);
    assert.notEqual(one.given[6]![1], two.given[6]![1]);
  });

  it('tell of a sheet that is typed over', async () => {
    const { double, port } = open();
    await insert(port);
    const [revenue] = rectangle(beside(1), (at) => double.workbook.find('Reconciliation')!.formula(at))[0]!;
    const [, home, cell] = /^='?([^'!]+)'?!(.+)$/.exec(String(revenue))!;
    await type(double, home!, cell!, 1);
    const block = shown(double);
    assert.ok(Number(block.count) >= 1);
    assert.equal(block.verdict, 'the functions and the sheets differ');
  });

  it('are silent where the add-in is not there, and no check fails for it', async () => {
    const { double, port } = open({ functions: [] });
    await insert(port);
    await settled(double);
    const block = shown(double);
    const words = new Set([...block.given, ...block.differences].flat());
    assert.deepEqual([...words].sort(), ['', '-', 'no add-in']);
    assert.deepEqual([block.count, block.verdict], ['-', 'add-in not present']);
    const echoes = masterChecks();
    assert.ok(echoes.length >= plan.sheets.length);
    for (const { on, cell, cached } of echoes)
      assert.equal(double.workbook.find(on)!.value(parseAddress(cell)), cached, on);
  });

  it('show LibreOffice no error: it has no such functions', async () => {
    const [judged] = await recalculate([await writeWorkbook(plan, { values: 'cached' })]);
    const cells = judged!.get('Reconciliation')!;
    const given = rectangle(area, ({ row, column }) => cells.get(address(row, column)));
    assert.deepEqual([...new Set(given.flat())], ['no add-in', undefined]);
    assert.deepEqual([cells.get(countCell), cells.get(verdictCell)], ['-', 'add-in not present']);
    const errors = [...judged!.values()].flatMap((one) =>
      [...one.values()].filter((value) => typeof value === 'object'),
    );
    assert.deepEqual(errors, []);
  });
});

/** The cell on each sheet that echoes how many checks fail, and what it says of a sound model. */
function masterChecks() {
  return plan.sheets.flatMap((one) =>
    [...cellsOf(one)].flatMap(({ row, column, cell }) =>
      row === 1 && 'formula' in cell && cell.cached !== undefined
        ? [{ on: one.name, cell: address(row, column), cached: plainValue(cell.cached) }]
        : [],
    ),
  );
}
