import { address } from '../../src/template/address.ts';
import { cellsOf } from '../../src/template/cells.ts';
import type { WorkbookPlan } from '../../src/template/plan.ts';
import type { ExcelDouble } from './excel-double/excel-double.ts';
import type { JudgedWorkbook } from './libreoffice.ts';

/** What the double of Excel shows in the cells that a plan fills. */
export const judgedIn = ({ workbook }: ExcelDouble, plan: WorkbookPlan): JudgedWorkbook =>
  new Map(
    plan.sheets.map((sheet) => {
      const state = workbook.find(sheet.name)!;
      const cells = [...cellsOf(sheet)].map(
        ({ row, column }) => [address(row, column), state.value({ row, column })] as const,
      );
      return [sheet.name, new Map(cells)];
    }),
  );
