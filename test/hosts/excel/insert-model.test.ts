import assert from 'node:assert/strict';
import { company } from '../../../src/company/index.ts';
import { operatingModel } from '../../../src/company/operating-model.ts';
import { functionsJson } from '../../../src/functions/metadata.ts';
import { ExcelWorkbook } from '../../../src/hosts/excel/excel-workbook.ts';
import { insertModel } from '../../../src/hosts/insert-model.ts';
import { buildWorkbook } from '../../../src/template/build-workbook.ts';
import { address } from '../../../src/template/address.ts';
import { cellsOf } from '../../../src/template/cells.ts';
import { disagreements } from '../../support/disagreements.ts';
import type { FunctionsMetadata } from '../../support/excel-double/call-formula.ts';
import { connectClientLibrary } from '../../support/excel-double/client-library.ts';
import { ExcelDouble } from '../../support/excel-double/excel-double.ts';
import type { WorkbookPlan } from '../../../src/template/plan.ts';

const desk = operatingModel(company);
/** The client library that is tested with ends at this set. */
const newest = 17;
const everything = (_: string, version: string) => Number(version.split('.')[1]) <= newest;

const open = () => {
  const double = new ExcelDouble({
    namespace: 'ST',
    metadata: functionsJson('https://addin.example') as FunctionsMetadata,
  });
  globalThis.Excel = connectClientLibrary(double).Excel;
  return { double, port: new ExcelWorkbook(everything) };
};

/** What the double shows in the cells that a plan fills. */
const judged = (double: ExcelDouble, plan: WorkbookPlan) =>
  new Map(
    plan.sheets.map((sheet) => {
      const state = double.workbook.find(sheet.name)!;
      return [
        sheet.name,
        new Map(
          [...cellsOf(sheet)].map(({ row, column }) => [
            address(row, column),
            state.value({ row, column }) as number | string,
          ]),
        ),
      ];
    }),
  );

describe('a model inserted into Excel', function () {
  this.timeout(60_000);

  it('calculates in every cell what the exact solve gives', async () => {
    const { double, port } = open();
    const plan = buildWorkbook(desk);
    let t = performance.now();
    await insertModel(port, plan, {
      whereTaken: 'refuse',
      onProgress: ({ done, of, next }) => {
        console.log(done, of, next.slice(0, 60), Math.round(performance.now() - t));
      },
    });
    console.log('total', performance.now() - t);
    const { formulas, found } = disagreements(plan, judged(double, plan));
    assert.ok(formulas > 6000);
    assert.deepEqual(found.slice(0, 10), []);
  });
});
