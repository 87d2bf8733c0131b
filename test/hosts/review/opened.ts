import { company } from '../../../src/company/index.ts';
import { operatingModel } from '../../../src/company/operating-model.ts';
import { functionsJson } from '../../../src/functions/metadata.ts';
import { ExcelWorkbook } from '../../../src/hosts/excel/excel-workbook.ts';
import { insertModel } from '../../../src/hosts/models/insert-model.ts';
import { parseAddress } from '../../../src/template/address.ts';
import { buildWorkbook } from '../../../src/template/build-workbook.ts';
import type { FunctionsMetadata } from '../../support/excel-double/call-formula.ts';
import { connectClientLibrary } from '../../support/excel-double/client-library.ts';
import { ExcelDouble } from '../../support/excel-double/excel-double.ts';
import type { Value } from '../../support/excel-double/workbook-state.ts';

export const desk = operatingModel(company);
export const whole = buildWorkbook(desk, { withFunctions: true });
const metadata = functionsJson('https://addin.example') as FunctionsMetadata;

/** Excel with a workbook of the user's, and the port to it. */
export function open() {
  const double = new ExcelDouble({ namespace: 'ST', metadata });
  globalThis.Excel = connectClientLibrary(double).Excel;
  double.workbook.sheets[0]!.type({ row: 1, column: 1 }, 'My notes');
  const has = (_: string, version: string): boolean => Number(version.split('.')[1]) <= 17;
  return { double, port: new ExcelWorkbook(has) };
}

/** Types into a cell and calculates. */
export const type = ({ workbook }: ExcelDouble, sheet: string, cell: string, content: Value): void => {
  workbook.find(sheet)!.type(parseAddress(cell), content);
  workbook.engine.calculate();
};

/** Excel with the whole model inserted beside a sheet of the user's. */
export async function inserted() {
  const opened = open();
  await insertModel(opened.port, whole, { whereTaken: 'refuse' });
  return opened;
}
