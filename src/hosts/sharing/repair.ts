import { address } from '../../template/address.ts';
import type { Entry, WorkbookPort } from '../workbook-port.ts';
import { callsAddIn, hasBrokenCall, repaired, unknownCalls } from './add-in-calls.ts';
import { cellName, formulasInScope, sheetsInScope, type Done, type LeftAlone, type Scope } from './scope.ts';

/**
 * Types again the formulas whose calls of the add-in are broken: those that show #NAME?, and those that a workbook from
 * another computer names with a prefix or the path of a file. Calls of functions that there are none of are left alone.
 *
 * @throws WorkbookError where the spreadsheet fails: each formula stands as it was, or repaired.
 * @example const { formulas, leftAlone } = await repair(port, 'workbook')
 */
export async function repair(port: WorkbookPort, scope: Scope): Promise<Done> {
  const sheets = await sheetsInScope(port, await port.look(), scope);
  const leftAlone: LeftAlone[] = [];
  const entries = sheets.flatMap((sheet) =>
    formulasInScope(sheet).flatMap(({ formula, ...at }): readonly Entry[] => {
      const isBroken = sheet.read.value(at) === '#NAME?' ? callsAddIn(formula) : hasBrokenCall(formula);
      if (!isBroken) return [];
      const [unknown] = unknownCalls(formula);
      const why = sheet.isProtected ? 'its sheet is protected' : unknown && `there is no function ${unknown}`;
      if (why === undefined)
        return [{ sheetId: sheet.id, range: address(at.row, at.column), cells: [[repaired(formula)]] }];
      leftAlone.push({ cell: cellName(sheet, at), why });
      return [];
    }),
  );
  if (entries.length > 0) await port.enter(entries);
  return { formulas: entries.length, cells: entries.length, leftAlone };
}
