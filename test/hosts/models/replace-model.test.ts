import assert from 'node:assert/strict';
import { company } from '../../../src/company/index.ts';
import { applyChanges } from '../../../src/company/changes.ts';
import { operatingModel } from '../../../src/company/operating-model.ts';
import { functionsJson } from '../../../src/functions/metadata.ts';
import { ExcelWorkbook } from '../../../src/hosts/excel/excel-workbook.ts';
import { insertModel, removeModel } from '../../../src/hosts/models/insert-model.ts';
import { insertedModels } from '../../../src/hosts/models/inserted-models.ts';
import { planModel } from '../../../src/hosts/models/model-choices.ts';
import { readRecord, recordKey } from '../../../src/hosts/models/model-record.ts';
import { isOutOfDate, updateModel } from '../../../src/hosts/models/update-model.ts';
import { WorkbookError, type Entry } from '../../../src/hosts/workbook-port.ts';
import { parseAddress } from '../../../src/template/address.ts';
import { buildWorkbook } from '../../../src/template/build-workbook.ts';
import type { SheetPlan, WorkbookPlan } from '../../../src/template/plan.ts';
import { disagreements } from '../../support/disagreements.ts';
import type { FunctionsMetadata } from '../../support/excel-double/call-formula.ts';
import { connectClientLibrary } from '../../support/excel-double/client-library.ts';
import { ExcelDouble } from '../../support/excel-double/excel-double.ts';
import type { Value } from '../../support/excel-double/workbook-state.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { judgedIn } from '../../support/judged-in-excel.ts';

const desk = operatingModel(company);
const metadata = functionsJson('https://addin.example') as FunctionsMetadata;
const has = (_: string, version: string): boolean => Number(version.split('.')[1]) <= 17;

/** Excel with a sheet of the user's that reads the model. */
function open() {
  const double = new ExcelDouble({ namespace: 'ST', metadata });
  globalThis.Excel = connectClientLibrary(double).Excel;
  return { double, port: new ExcelWorkbook(has) };
}

const type = ({ workbook }: ExcelDouble, sheet: string, cell: string, content: Value) => {
  workbook.find(sheet)!.type(parseAddress(cell), content);
  workbook.engine.calculate();
};
const shown = ({ workbook }: ExcelDouble, sheet: string, cell: string): Value => {
  workbook.engine.calculate();
  return workbook.find(sheet)!.value(parseAddress(cell));
};
const typed = ({ workbook }: ExcelDouble, sheet: string, cell: string): Value =>
  workbook.find(sheet)!.formula(parseAddress(cell));

/** The place of a driver on Drivers, by its label. */
function lineOf({ sheets }: WorkbookPlan, sheet: string, label: string): number {
  const { blocks } = sheets.find(({ name }) => name === sheet)!;
  for (const { row, column, cells } of blocks)
    for (const [down, line] of cells.entries()) {
      const cell = line[2 - column];
      if (cell && 'value' in cell && cell.value === label) return row + down;
    }
  return assert.fail(`${sheet} has no row "${label}".`);
}
const labelOf = (id: string): string => desk.model.row(id).label;

/** The template as an older one might have been: two drivers change places, and its mark says so. */
function older(plan: WorkbookPlan, one: string, other: string): WorkbookPlan {
  const [a, b] = [lineOf(plan, 'Drivers', one), lineOf(plan, 'Drivers', other)];
  const swapped = (sheet: SheetPlan): SheetPlan => {
    if (sheet.name !== 'Drivers') return sheet;
    const place = (row: number) => (row === a ? b : row === b ? a : row);
    return {
      ...sheet,
      blocks: sheet.blocks.map((block) => (block.cells.length === 1 ? { ...block, row: place(block.row) } : block)),
    };
  };
  return { ...plan, sheets: plan.sheets.map(swapped) };
}

describe('a model that takes the place of another', function () {
  this.timeout(180_000);
  after(() => {
    Reflect.deleteProperty(globalThis, 'Excel');
  });

  const sample = samplePlan();

  /** A model with readers of the user's: a formula on another sheet, and a name. */
  async function withReaders() {
    const { double, port } = open();
    await insertModel(port, sample, { whereTaken: 'refuse' });
    type(double, 'Sheet1', 'A1', "=Drivers!D6*2+'Profit & loss'!D6");
    type(double, 'Sheet1', 'A2', '=1+1');
    double.workbook.names.push({ name: 'My_growth', formula: '=Drivers!$D$6', comment: 'mine' });
    return { double, port, was: shown(double, 'Sheet1', 'A1') };
  }

  it('has its names, its number and its readers; the old one is gone', async () => {
    const { double, port, was } = await withReaders();
    type(double, 'Drivers', 'D6', 0.5);
    assert.notEqual(shown(double, 'Sheet1', 'A1'), was);
    const entered: Entry[] = [];
    const enter = port.enter.bind(port);
    port.enter = (entries) => {
      entered.push(...entries);
      return enter(entries);
    };
    const { id } = await insertModel(port, sample, { whereTaken: 'replace' });
    assert.equal(id, 1);
    // The double heals a reference whose sheet comes back, as Excel does not: what reads the model must be typed again.
    assert.deepEqual(
      entered.map(({ range, cells }) => [range, cells]),
      [['A1', [["=Drivers!D6*2+'Profit & loss'!D6"]]]],
    );
    assert.deepEqual(
      double.workbook.sheets.map(({ name }) => name),
      ['Sheet1', ...sample.sheets.map(({ name }) => name)],
    );
    assert.equal(shown(double, 'Sheet1', 'A1'), was);
    assert.equal(typed(double, 'Sheet1', 'A1'), "=Drivers!D6*2+'Profit & loss'!D6");
    const names = double.workbook.names.map(({ name }) => name);
    assert.deepEqual(
      names.filter((name) => !name.startsWith('ST_Model_1_Sheet')),
      ['ST_Inputs', 'ST_Case', 'ST_Sales', 'ST_Model_1', 'My_growth'],
    );
    assert.equal(double.workbook.names.at(-1)!.comment, 'mine');
    assert.equal(insertedModels(await port.look()).length, 1);
    assert.deepEqual(disagreements(sample, judgedIn(double, sample)).found, []);
    assert.deepEqual([...double.workbook.settings.keys()], [recordKey(1)]);
  });

  it('stands whole or not at all, whichever exchange fails, and no formula of the user’s is lost', async () => {
    const { double: counted, port: counting } = await withReaders();
    const from = counted.requests;
    await insertModel(counting, sample, { whereTaken: 'replace' });
    const exchanges = counted.requests - from;
    assert.ok(exchanges > 10);
    for (let at = 1; at <= exchanges; at++)
      for (const when of ['before', 'half done'] as const) {
        const { double, port, was } = await withReaders();
        const before = double.workbook.snapshot();
        const done = double.requests;
        double.fault = (request) => (request === done + at ? { code: 'GeneralException', when } : undefined);
        const failed = await insertModel(port, sample, { whereTaken: 'replace' }).then(
          () => false,
          () => true,
        );
        double.fault = undefined;
        if (failed) assert.deepEqual(double.workbook.snapshot(), before, `request ${at}, ${when}`);
        assert.equal(shown(double, 'Sheet1', 'A1'), was, `request ${at}, ${when}`);
        assert.equal(insertedModels(await port.look()).length, 1, `request ${at}, ${when}`);
        assert.deepEqual(disagreements(sample, judgedIn(double, sample)).found, []);
      }
  });

  it('leaves a sheet alone that is not ours, though it has the name of one', async () => {
    const { double, port } = open();
    double.workbook.add('Drivers');
    type(double, 'Drivers', 'A1', '=2+3');
    await insertModel(port, sample, { whereTaken: 'replace' });
    assert.equal(shown(double, 'Drivers', 'A1'), 5);
    assert.ok(double.workbook.find('Drivers (2)'));
  });

  it('refuses before anything is removed where a formula that reads it stands on a protected sheet', async () => {
    const { double, port } = await withReaders();
    double.workbook.find('Sheet1')!.isProtected = true;
    const before = double.workbook.snapshot();
    await assert.rejects(
      insertModel(port, sample, { whereTaken: 'replace' }),
      /"Sheet1" is protected.*Nothing of it was left/,
    );
    assert.deepEqual(double.workbook.snapshot(), before);
  });

  it('leaves a name of the user’s alone that the new model would have had', async () => {
    const { double, port } = open();
    await insertModel(port, { ...sample, names: sample.names.slice(0, 1) }, { whereTaken: 'refuse' });
    const mine = { name: 'ST_Sales', formula: '=Sheet1!$A$1', comment: 'mine' };
    double.workbook.names.push(mine);
    const { id } = await insertModel(port, sample, { whereTaken: 'replace' });
    assert.equal(id, 2);
    assert.deepEqual(
      double.workbook.names.find(({ name }) => name === 'ST_Sales'),
      mine,
    );
    assert.ok(double.workbook.names.some(({ name }) => name === 'ST_Sales_2'));
    assert.equal(insertedModels(await port.look()).length, 1);
  });

  it('keeps the names that follow what a frozen formula of the user’s reads', async () => {
    const { double, port } = open();
    await insertModel(port, sample, { whereTaken: 'refuse' });
    const names = [
      { name: 'ST_Frozen_1', formula: '=Sheet1!$A$9', comment: '', isHidden: true },
      { name: 'ST_Frozen_1_1', formula: '=Drivers!$D$6', comment: '', isHidden: true },
      { name: 'ST_Frozen_2', formula: '=Drivers!$D$6', comment: '', isHidden: true },
      { name: 'ST_Frozen_2_1', formula: '=Drivers!$E$6', comment: '', isHidden: true },
    ];
    double.workbook.names.push(...names.map((one) => ({ ...one })));
    await insertModel(port, sample, { whereTaken: 'replace' });
    assert.deepEqual(double.workbook.names.flatMap(({ name }) => (name.startsWith('ST_Frozen') ? [name] : [])).sort(), [
      'ST_Frozen_1',
      'ST_Frozen_1_1',
    ]);
  });

  it('goes where it is asked to', async () => {
    for (const [where, first] of [
      ['first', 0],
      ['after the active sheet', 1],
      ['last', 2],
    ] as const) {
      const { double, port } = open();
      double.workbook.add('Mine');
      const before = double.workbook.snapshot();
      await insertModel(port, sample, { whereTaken: 'refuse', where });
      assert.equal(double.workbook.sheets[first]!.name, sample.sheets[0]!.name);
      await removeModel(port, 1);
      assert.deepEqual(double.workbook.snapshot(), before);
    }
  });
});

describe('a model of an older template', function () {
  this.timeout(180_000);
  after(() => {
    Reflect.deleteProperty(globalThis, 'Excel');
  });

  const [days, price] = [labelOf('trade-receivable-days'), labelOf('share-price')];
  const inventoryDays = labelOf('inventory-days');

  const choices = { sheets: ['Drivers'] };

  /** A model of version 0, whose drivers stand in another order. */
  async function edited() {
    const { double, port } = open();
    const { plan } = planModel(desk, choices);
    const old = older(plan, days, inventoryDays);
    await insertModel(port, old, { whereTaken: 'refuse', choices });
    double.workbook.names.find(({ name }) => name === 'ST_Model_1')!.formula = '="version 0"';
    return { double, port, plan, old };
  }

  it('is known as out of date', async () => {
    const { port } = await edited();
    const [model] = insertedModels(await port.look());
    assert.ok(isOutOfDate(model!));
  });

  it('is brought up to date with its edited inputs, and calculates what the exact solve gives', async () => {
    const { double, port, plan, old } = await edited();
    type(double, 'Drivers', `J${lineOf(old, 'Drivers', days)}`, 400);
    type(double, 'Drivers', `I${lineOf(old, 'Drivers', price)}`, 7.5);
    type(double, 'Drivers', `K${lineOf(old, 'Drivers', inventoryDays)}`, '=100+20');
    const { carried, lost, asValues, model } = await updateModel(port, desk, 1);
    assert.deepEqual({ carried, lost, asValues, id: model.id }, { carried: 3, lost: [], asValues: [], id: 1 });
    assert.ok(!isOutOfDate(insertedModels(await port.look())[0]!));
    assert.equal(typed(double, 'Drivers', `K${lineOf(plan, 'Drivers', inventoryDays)}`), '=100+20');
    const inputs = applyChanges(desk, desk.base, [
      { name: 'trade-receivable-days', period: 'FY22E', value: 400 },
      { name: 'share-price', value: 7.5 },
      { name: 'inventory-days', period: 'FY23E', value: 120 },
    ]);
    const expected = buildWorkbook(desk, { inputs, ...choices });
    assert.deepEqual(disagreements(expected, judgedIn(double, expected)).found, []);
  });

  it('keeps a choice of scenario, an edited scenario and an edited past', async () => {
    const { double, port, plan } = await edited();
    const scenario = plan.names.find(({ name }) => name === 'ST_Scenario')!;
    const bear = company.scenarios.find(({ id }) => id === 'bear')!.name;
    type(double, scenario.sheet, scenario.range, bear);
    type(double, 'Revenue', 'H10', 2000);
    const { carried } = await updateModel(port, desk, 1);
    assert.equal(carried, 2);
    assert.equal(shown(double, scenario.sheet, scenario.range), bear);
    assert.equal(shown(double, 'Revenue', 'H10'), 2000);
    const again = readRecord(String(double.workbook.settings.get(recordKey(1))));
    assert.ok(again, 'edits are told from what the template had, the next time too');
    assert.equal((await updateModel(port, desk, 1)).carried, 2);
  });

  it('says which inputs have no place any more, and keeps as a value a formula that reads the model', async () => {
    const { double, port, old } = await edited();
    const drivers = double.workbook.find('Drivers')!;
    const at = lineOf(old, 'Drivers', price);
    type(double, 'Drivers', `I${at}`, '=Drivers!A1+7');
    drivers.type({ row: lineOf(old, 'Drivers', days), column: 2 }, 'Renamed by the user');
    double.workbook.engine.calculate();
    const { lost, asValues } = await updateModel(port, desk, 1);
    assert.deepEqual(asValues, [`Drivers!I${at} (${price})`]);
    assert.deepEqual(lost, [`Drivers: ${days}`]);
  });

  it('keeps a text that begins with an equals sign a text', async () => {
    const { double, port, plan, old } = await edited();
    type(double, 'Drivers', `J${lineOf(old, 'Drivers', days)}`, "'=to be asked");
    await updateModel(port, desk, 1);
    assert.equal(shown(double, 'Drivers', `J${lineOf(plan, 'Drivers', days)}`), '=to be asked');
  });

  it('keeps as a value a formula that reads the model by another name of its sheet', async () => {
    const { double, port } = open();
    const { plan } = planModel(desk, choices);
    double.workbook.add('Revenue');
    await insertModel(port, plan, { whereTaken: 'keep both', choices });
    const at = `I${lineOf(plan, 'Drivers', price)}`;
    type(double, 'Drivers', at, "='Revenue (2)'!$H$10");
    const was = shown(double, 'Drivers', at);
    assert.deepEqual((await updateModel(port, desk, 1)).asValues, [`Drivers!${at} (${price})`]);
    assert.equal(typed(double, 'Drivers', at), was);
  });

  it('is not touched where a sheet does not say which of the model it is: its edits would be lost', async () => {
    const { double, port } = await edited();
    type(double, 'Drivers', 'B1', 'My base case');
    const before = double.workbook.snapshot();
    await assert.rejects(updateModel(port, desk, 1), /"Drivers" was restructured: row 1 should say in B1/);
    assert.deepEqual(double.workbook.snapshot(), before);
  });

  it('is as it was where the update fails', async () => {
    const { double, port } = await edited();
    const before = double.workbook.snapshot();
    const done = double.requests;
    double.fault = (request) => (request === done + 6 ? { code: 'AccessDenied', when: 'half done' } : undefined);
    await assert.rejects(updateModel(port, desk, 1), (error: Error) => {
      assert.ok(error instanceof WorkbookError);
      assert.match(error.message, /protected, or is open to read only\. Nothing of it was left/);
      return true;
    });
    assert.deepEqual(double.workbook.snapshot(), before);
  });
});
