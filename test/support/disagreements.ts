import { address } from '../../src/template/address.ts';
import { cellsOf, plainValue } from '../../src/template/cells.ts';
import type { WorkbookPlan } from '../../src/template/plan.ts';
import type { JudgedWorkbook } from './libreoffice.ts';

const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

/** How many formulas a plan holds, and those for which a spreadsheet found something else than the plan says. */
export function disagreements(plan: WorkbookPlan, judged: JudgedWorkbook): { formulas: number; found: string[] } {
  let formulas = 0;
  const found: string[] = [];
  for (const sheet of plan.sheets)
    for (const { row, column, cell } of cellsOf(sheet)) {
      if (!('formula' in cell)) continue;
      formulas++;
      const at = address(row, column);
      const expected = cell.cached === undefined ? undefined : plainValue(cell.cached);
      const got = judged.get(sheet.name)?.get(at);
      const agrees =
        typeof expected === 'number'
          ? typeof got === 'number' && close(expected, got)
          : expected === ''
            ? got === undefined || got === ''
            : got === expected;
      if (!agrees)
        found.push(`${sheet.name}!${at} =${cell.formula}: ${JSON.stringify(expected)}, not ${JSON.stringify(got)}`);
    }
  return { formulas, found };
}
