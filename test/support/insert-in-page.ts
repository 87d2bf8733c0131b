import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import { ExcelWorkbook } from '../../src/hosts/excel/excel-workbook.ts';
import { insertModel } from '../../src/hosts/models/insert-model.ts';
import { buildWorkbook } from '../../src/template/build-workbook.ts';

/** What the bundle of this file gives a page: inserts the whole model, and says why where it cannot. */
export type InsertInPage = { insertModelInPage(): Promise<string> };

Object.assign(globalThis, {
  async insertModelInPage(): Promise<string> {
    const plan = buildWorkbook(operatingModel(company), { withFunctions: true });
    try {
      await insertModel(new ExcelWorkbook(), plan, { whereTaken: 'refuse' });
      return 'inserted';
    } catch (error) {
      return String(error);
    }
  },
} satisfies InsertInPage);
