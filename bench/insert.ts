import { company } from '../src/company/index.ts';
import { operatingModel } from '../src/company/operating-model.ts';
import { functionsJson } from '../src/functions/metadata.ts';
import { ExcelWorkbook } from '../src/hosts/excel/excel-workbook.ts';
import { typedCell } from '../src/hosts/excel/typed-cell.ts';
import { planModel } from '../src/hosts/models/model-choices.ts';
import { insertModel } from '../src/hosts/models/insert-model.ts';
import { cellsOf } from '../src/template/cells.ts';
import type { FunctionsMetadata } from '../test/support/excel-double/call-formula.ts';
import { connectClientLibrary } from '../test/support/excel-double/client-library.ts';
import { ExcelDouble } from '../test/support/excel-double/excel-double.ts';

const { plan } = planModel(operatingModel(company));
const metadata = functionsJson('https://addin.example') as FunctionsMetadata;

/** Exchanges, bytes and time of an insertion into the double. */
async function measured(insert: () => Promise<unknown>): Promise<Record<string, number>> {
  const double = new ExcelDouble({ namespace: 'ST', metadata });
  globalThis.Excel = connectClientLibrary(double).Excel;
  const from = performance.now();
  await insert();
  return {
    exchanges: double.requests,
    'MB in all': Number((double.bytes.reduce((sum, one) => sum + one, 0) / 1e6).toFixed(2)),
    'MB at most': Number((Math.max(...double.bytes) / 1e6).toFixed(2)),
    'ms in the double': Math.round(performance.now() - from),
  };
}

/** Each cell by itself, its value only: how it is not done. */
const naive = () =>
  Excel.run(async (context) => {
    for (const sheet of plan.sheets) context.workbook.worksheets.add(sheet.name);
    for (const sheet of plan.sheets)
      for (const { row, column, cell } of cellsOf(sheet)) {
        const found = context.workbook.worksheets.getItem(sheet.name);
        found.getCell(row - 1, column - 1).formulas = [[typedCell(cell)]];
      }
    await context.sync();
  });

const whole = () => insertModel(new ExcelWorkbook((_, version) => version !== '1.18'), plan, { whereTaken: 'refuse' });
await measured(whole);
console.table({
  'the whole model, dressed': await measured(whole),
  'cell by cell, values alone': await measured(naive),
});
