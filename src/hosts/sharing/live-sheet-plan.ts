import { address, onSheet, type Position } from '../../template/address.ts';
import { Cells, cellsOf } from '../../template/cells.ts';
import type { CellValue, ErrorCode, PlannedCell, SheetPlan } from '../../template/plan.ts';
import { styled, styleParts, type StyleName } from '../../template/style-name.ts';
import { WorkbookError } from '../workbook-port.ts';
import { callsAddIn } from './add-in-calls.ts';
import type { SheetCells } from './scope.ts';

const errorCode = /^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)$/;
const unready = /^#(NAME\?|BUSY!|GETTING_DATA|CONNECT!|SPILL!)$/;
/** The texts that say what a row or a column is. */
const naming: ReadonlySet<string> = new Set(['title', 'label', 'unit', 'heading', 'column-head', 'estimate-head']);

/** A sheet as it stands, and where texts of the user's stood that do not go along. */
export type LiveSheetPlan = { readonly sheet: SheetPlan; readonly remarks: readonly string[] };

/**
 * A sheet of the model as it stands in the user's workbook: each planned cell with what it holds now, and the figures and
 * formulas that were added. Texts that were added are the desk's own and stay there.
 *
 * @param staysLive Whether a formula, with its equals sign, may stay one; all others become values.
 * @throws WorkbookError where rows or columns are not those of the plan, or a formula of the add-in has no value yet.
 */
export function liveSheetPlan(
  sheet: SheetPlan,
  live: SheetCells,
  staysLive: (formula: string) => boolean,
): LiveSheetPlan {
  const planned = new Map([...cellsOf(sheet)].map((one) => [address(one.row, one.column), one]));
  for (const { row, column, cell } of planned.values()) checkPlace(sheet.name, { row, column }, cell, live);
  const cells = new Cells(sheet.name);
  const put = (at: Position, style: StyleName | undefined): void => {
    const cell = liveCell(sheet.name, at, style, live, staysLive);
    if (cell) cells.put([at.row, at.column], cell);
  };
  for (const { row, column, cell } of planned.values()) put({ row, column }, cell.style);
  const remarks: string[] = [];
  for (const at of live.filled()) {
    const cell = address(at.row, at.column);
    if (planned.has(cell)) continue;
    if (typeof live.value(at) === 'string' && !live.hasFormula(at)) remarks.push(onSheet(sheet.name, cell));
    else put(at, undefined);
  }
  return { sheet: { ...sheet, blocks: cells.blocks() }, remarks };
}

function checkPlace(sheet: string, at: Position, cell: PlannedCell, live: SheetCells): void {
  if (!('value' in cell) || typeof cell.value !== 'string' || cell.value === '') return;
  if (!cell.style || !naming.has(styleParts(cell.style).role) || live.value(at) === cell.value) return;
  throw new WorkbookError(
    `The sheet "${sheet}" was restructured: row ${at.row} should say "${cell.value}" in ${address(at.row, at.column)}. ` +
      'Nothing was copied; undo the change of rows, columns or labels, or send the workbook itself with its formulas frozen.',
  );
}

function liveCell(
  sheet: string,
  at: Position,
  style: StyleName | undefined,
  live: SheetCells,
  staysLive: (formula: string) => boolean,
): PlannedCell | undefined {
  const value = live.value(at);
  const formula = String(live.formula(at));
  const isFormula = live.hasFormula(at);
  if (isFormula && callsAddIn(formula) && unready.test(String(value)))
    throw new WorkbookError(
      `${onSheet(sheet, address(at.row, at.column))} shows ${value}: nothing was copied; let it calculate or repair it, then copy.`,
    );
  const look = style ?? styled(typeof value === 'number' ? 'formula' : 'text');
  if (isFormula && staysLive(formula)) return { formula: formula.slice(1), cached: cellValue(value), style: look };
  if (value === '') return style && { style };
  return { value: cellValue(value), style: look };
}

const cellValue = (value: string | number | boolean): CellValue =>
  typeof value === 'string' && errorCode.test(value) ? { error: value as ErrorCode } : value;
