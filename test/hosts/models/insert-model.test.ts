import assert from 'node:assert/strict';
import { company } from '../../../src/company/index.ts';
import { operatingModel } from '../../../src/company/operating-model.ts';
import { functionsJson } from '../../../src/functions/metadata.ts';
import { ExcelWorkbook } from '../../../src/hosts/excel/excel-workbook.ts';
import { typedCell } from '../../../src/hosts/excel/typed-cell.ts';
import { insertModel, removeModel, type Progress } from '../../../src/hosts/models/insert-model.ts';
import { insertedModels } from '../../../src/hosts/models/inserted-models.ts';
import { WorkbookError } from '../../../src/hosts/workbook-port.ts';
import { parseAddress } from '../../../src/template/address.ts';
import { buildWorkbook } from '../../../src/template/build-workbook.ts';
import { renameSheets } from '../../../src/template/rename-sheets.ts';
import { disagreements } from '../../support/disagreements.ts';
import type { FunctionsMetadata } from '../../support/excel-double/call-formula.ts';
import { connectClientLibrary } from '../../support/excel-double/client-library.ts';
import { ExcelDouble } from '../../support/excel-double/excel-double.ts';
import type { Value } from '../../support/excel-double/workbook-state.ts';
import { judgedIn } from '../../support/judged-in-excel.ts';

const desk = operatingModel(company);
const whole = buildWorkbook(desk);
/** Few sheets, for what does not depend on how many there are. */
const small = buildWorkbook(desk, { sheets: ['Drivers'] });
const metadata = functionsJson('https://addin.example') as FunctionsMetadata;

/** The requirement sets that the client library of the tests knows. */
const has = (_: string, version: string): boolean => Number(version.split('.')[1]) <= 17;

/** Excel with a workbook of the user's. */
function open() {
  const double = new ExcelDouble({ namespace: 'ST', metadata });
  globalThis.Excel = connectClientLibrary(double).Excel;
  const [own] = double.workbook.sheets;
  own!.type({ row: 1, column: 1 }, 'My notes');
  own!.type({ row: 2, column: 1 }, '=1+1');
  own!.looks.set({ row: 1, column: 1 }, 'Font.Bold', true);
  double.workbook.names.push({ name: 'Mine', formula: "='Sheet1'!$A$1", comment: '' });
  double.workbook.engine.calculate();
  return { double, port: new ExcelWorkbook(has) };
}

const type = ({ workbook }: ExcelDouble, sheet: string, cell: string, content: Value) => {
  workbook.find(sheet)!.type(parseAddress(cell), content);
  workbook.engine.calculate();
};

const refused = async (work: Promise<unknown>): Promise<WorkbookError> => {
  try {
    await work;
  } catch (error) {
    assert.ok(error instanceof WorkbookError, String(error));
    return error;
  }
  return assert.fail('It is refused.');
};

describe('a model inserted into Excel', function () {
  this.timeout(120_000);
  after(() => {
    Reflect.deleteProperty(globalThis, 'Excel');
  });

  it('calculates in every cell what the exact solve gives, in few exchanges of few bytes', async () => {
    const { double, port } = open();
    const seen: Progress[] = [];
    await insertModel(port, whole, { whereTaken: 'refuse', onProgress: (one) => seen.push(one) });
    const { formulas, found } = disagreements(whole, judgedIn(double, whole));
    assert.ok(formulas > 6000);
    assert.deepEqual(found, []);
    assert.ok(double.requests > 5 && double.requests <= 12, `${double.requests} exchanges`);
    assert.ok(Math.max(...double.bytes) < 5_000_000);
    assert.deepEqual(
      seen.map(({ done }) => done),
      seen.map((_, index) => index),
    );
    assert.equal(double.workbook.calculationMode, 'Automatic');
    assert.equal(double.workbook.fullCalculations, 1);
  });

  it('follows a driver that is edited and its one scenario cell', async () => {
    const { double, port } = open();
    await insertModel(port, whole, { whereTaken: 'refuse' });
    const scenario = whole.names.find(({ name }) => name === 'ST_Scenario')!;
    const bear = buildWorkbook(desk, { scenario: 'bear' });
    type(double, scenario.sheet, scenario.range, desk.company.scenarios.find(({ id }) => id === 'bear')!.name);
    assert.deepEqual(disagreements(bear, judgedIn(double, bear)).found, []);
  });

  it('leaves nothing where any exchange fails, before it or half done, and the user’s own as it was', async () => {
    const { double: counted, port: counting } = open();
    await insertModel(counting, small, { whereTaken: 'refuse' });
    assert.ok(counted.requests >= 5);
    for (let at = 1; at <= counted.requests; at++)
      for (const when of ['before', 'half done'] as const) {
        const { double, port } = open();
        const before = double.workbook.snapshot();
        double.fault = (request) => (request === at ? { code: 'InvalidOperationInCellEditMode', when } : undefined);
        const { message } = await refused(insertModel(port, small, { whereTaken: 'refuse' }));
        assert.match(message, /A cell is being edited: press Enter or Esc/);
        assert.deepEqual(double.workbook.snapshot(), before, `request ${at}, ${when}`);
      }
  });

  it('leaves nothing where it is cancelled between two steps', async () => {
    for (let at = 0; at < 4; at++) {
      const { double, port } = open();
      const before = double.workbook.snapshot();
      const cancel = new AbortController();
      const onProgress = ({ done }: Progress) => done === at && cancel.abort();
      const { message } = await refused(
        insertModel(port, small, { whereTaken: 'refuse', onProgress, signal: cancel.signal }),
      );
      assert.match(message, /cancelled\. Nothing of it was left/);
      assert.deepEqual(double.workbook.snapshot(), before);
    }
  });

  it('takes no number that a name is left of', async () => {
    const { double, port } = open();
    const left = { name: 'ST_Model_1_Sheet_1', formula: "='Sheet1'!$A$1", comment: '' };
    double.workbook.names.push(left);
    assert.equal((await insertModel(port, small, { whereTaken: 'refuse' })).id, 2);
    await removeModel(port, 2);
    assert.ok(double.workbook.names.includes(left));
  });

  it('stands beside another, each with its own names, and is removed alone', async () => {
    const { double, port } = open();
    const before = double.workbook.snapshot();
    const first = await insertModel(port, small, { whereTaken: 'keep both' });
    const between = double.workbook.snapshot();
    const second = await insertModel(port, small, { whereTaken: 'keep both' });
    assert.deepEqual([first.id, second.id], [1, 2]);
    const renamed = renameSheets(small, new Map(small.sheets.map(({ name }) => [name, `${name} (2)`])));
    assert.deepEqual(disagreements(renamed, judgedIn(double, renamed)).found, []);
    assert.deepEqual(
      [...insertedModels(await port.look())].map(({ id, sheets }) => [id, sheets.length]),
      [
        [1, small.sheets.length],
        [2, small.sheets.length],
      ],
    );
    const names = double.workbook.names.map(({ name }) => name);
    assert.ok(names.includes('ST_Inputs') && names.includes('ST_Inputs_2'));
    await removeModel(port, 2);
    assert.deepEqual(double.workbook.snapshot(), between);
    await removeModel(port, 1);
    assert.deepEqual(double.workbook.snapshot(), before);
  });

  it('leaves a name of the user’s alone, though it is one that the model would have', async () => {
    const { double, port } = open();
    double.workbook.names.push({ name: 'ST_Inputs', formula: "='Sheet1'!$A$2", comment: '' });
    const before = double.workbook.snapshot();
    const { id } = await insertModel(port, small, { whereTaken: 'refuse' });
    assert.equal(id, 2);
    await removeModel(port, id);
    assert.deepEqual(double.workbook.snapshot(), before);
    double.fault = () => (double.workbook.names.length > 3 ? { code: 'GeneralException', when: 'before' } : undefined);
    await refused(insertModel(port, small, { whereTaken: 'refuse' }));
    double.fault = undefined;
    assert.ok(double.workbook.names.some(({ name }) => name === 'ST_Inputs'));
  });

  it('keeps text as text, whatever it begins with', () => {
    const typed = (value: string) => typedCell({ value });
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '2022', '1-2', '5%', '#N/A', 'TRUE', ' =1', 'Mar 3'])
      assert.equal(typed(text), `'${text}`);
    for (const text of ['Revenue', 'RMB mn', 'FY22E', 'n.a.', 'Truecar']) assert.equal(typed(text), text);
  });

  it('is found and removed though its sheets were renamed', async () => {
    const { double, port } = open();
    const before = double.workbook.snapshot();
    await insertModel(port, small, { whereTaken: 'refuse' });
    double.workbook.rename(double.workbook.find('Drivers')!, "The desk's drivers");
    await removeModel(port, 1);
    assert.deepEqual(double.workbook.snapshot(), before);
  });

  it('is refused with a sentence where sheets are taken, the workbook protected, Excel too old', async () => {
    const { double, port } = open();
    double.workbook.add('Drivers');
    const before = double.workbook.snapshot();
    assert.match(
      (await refused(insertModel(port, small, { whereTaken: 'refuse' }))).message,
      /already has "Drivers": rename them, or keep both/,
    );
    double.workbook.isProtected = true;
    assert.match(
      (await refused(insertModel(port, small, { whereTaken: 'keep both' }))).message,
      /protected: take off its protection/,
    );
    assert.deepEqual(double.workbook.snapshot(), before);
    assert.throws(() => new ExcelWorkbook(() => false), /too old to insert a model/);
    assert.match((await refused(removeModel(port, 7))).message, /There is no model 7/);
  });

  it('says what an Excel that has less leaves out', () => {
    assert.deepEqual(new ExcelWorkbook(() => true).lacking, []);
    assert.match(new ExcelWorkbook(has).lacking.join(), /leaves out notes on cells/);
  });
});
