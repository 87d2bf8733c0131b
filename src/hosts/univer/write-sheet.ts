import { CellValueType, type ICellData } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { FWorksheet } from '@univerjs/preset-sheets-core';
import { parseAddress } from '../../template/address.ts';
import { cellsOf, plainValue } from '../../template/cells.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import type { PlannedCell, SheetPlan } from '../../template/plan.ts';
import type { StyleName } from '../../template/style-name.ts';
import { fontName, fontSize, resolveStyle } from '../../template/styles.ts';
import type { Looks } from '../workbook-content.ts';
import { gridStyle } from './grid-style.ts';
import { writeCharts, type ChartCells } from './write-charts.ts';
import { writeRules } from './write-rules.ts';

/** Pixels of a column so many characters wide. */
export const columnPixels = (characters: number): number => Math.round(characters * 7 + 5);
/** Pixels of a row so many points high. */
export const rowPixels = (points: number): number => Math.round((points * 4) / 3);

/** What a sheet is like before anything is written to it: rows as high as in the file, room for some cells. */
export const newSheet = { rowCount: 200, columnCount: 26, defaultRowHeight: 17, defaultColumnWidth: 64 } as const;

const spareRows = 40;
const spareColumns = 10;

/** Fills a sheet of the grid with all that its plan says. */
export function writeSheet(
  api: FUniver,
  sheet: FWorksheet,
  plan: SheetPlan,
  scheme: ColourScheme,
  looks: Looks,
  cells: ChartCells,
): void {
  makeRoom(sheet, plan);
  sheet.setDefaultStyle({ ff: fontName, fs: fontSize, cl: { rgb: `#${scheme.text}` }, vt: 3 });
  // Sizes before cells: with cells there, each width would have the heights of all rows found anew.
  writeView(sheet, plan, scheme);
  writeCells(sheet, plan, scheme, looks);
  writeRules(api, sheet, plan, scheme);
  for (const { cell, text } of plan.notes) {
    const { row, column } = parseAddress(cell);
    const height = 24 + Math.ceil(text.length / 40) * 17;
    sheet.getRange(cell).createOrUpdateNote({
      id: `note-${cell}`,
      row: row - 1,
      col: column - 1,
      width: 260,
      height,
      note: text,
      show: false,
    });
  }
  writeCharts(api, sheet, plan, scheme, cells);
}

function makeRoom(sheet: FWorksheet, plan: SheetPlan): void {
  const ends = plan.blocks.map(({ row, column, cells }) => [row + cells.length, column + (cells[0]?.length ?? 0)]);
  const rows = Math.max(...ends.map(([row]) => row!), 0) + spareRows;
  const columns = Math.max(...ends.map(([, column]) => column!), plan.widths.length) + spareColumns;
  if (rows > sheet.getMaxRows()) sheet.setRowCount(rows);
  if (columns > sheet.getMaxColumns()) sheet.setColumnCount(columns);
}

function writeCells(sheet: FWorksheet, plan: SheetPlan, scheme: ColourScheme, looks: Looks): void {
  const known = new Map<StyleName, ICellData['s']>();
  const styleOf = (name: StyleName) => {
    const style = known.get(name) ?? gridStyle(looks.get(name) ?? resolveStyle(name, scheme));
    known.set(name, style);
    return style;
  };
  const cells: Record<number, Record<number, ICellData>> = {};
  for (const { row, column, cell } of cellsOf(plan))
    (cells[row - 1] ??= {})[column - 1] = {
      ...contentOf(cell),
      ...(cell.style && { s: styleOf(cell.style) }),
    };
  sheet.getRange(0, 0, sheet.getMaxRows(), sheet.getMaxColumns()).setValues(cells);
}

/** What a planned cell holds: text is text, whatever it begins with. */
function contentOf(cell: PlannedCell): ICellData {
  if ('formula' in cell) return { f: `=${plainFormula(cell.formula)}` };
  if (!('value' in cell)) return {};
  const value = plainValue(cell.value);
  if (typeof cell.value === 'object' && 'error' in cell.value) return { f: `=${cell.value.error}` };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  return textContent(value);
}

/** A text that stays one. */
export const textContent = (text: string): ICellData => ({
  v: text,
  t: /^\s*[=+\-@'\d.,]/.test(text) ? CellValueType.FORCE_STRING : CellValueType.STRING,
});

/** A formula without the prefixes that files give to newer functions, which the engine does not know. */
export const plainFormula = (formula: string): string => formula.replace(/_xlfn\.(_xlws\.)?|_xlws\./gi, '');

function writeView(sheet: FWorksheet, plan: SheetPlan, scheme: ColourScheme): void {
  for (let from = 0, to = 0; from < plan.widths.length; from = to) {
    while (plan.widths[to] === plan.widths[from] && to < plan.widths.length) to++;
    sheet.setColumnWidths(from, to - from, columnPixels(plan.widths[from]!));
  }
  for (const [row, height] of Object.entries(plan.heights ?? {}))
    sheet.setRowHeightsForced(Number(row) - 1, 1, rowPixels(height));
  if (plan.freeze) {
    const { rows, columns } = plan.freeze;
    sheet.setFreeze({ xSplit: columns, ySplit: rows, startRow: rows, startColumn: columns });
  }
  sheet.setHiddenGridlines(true);
  sheet.setTabColor(`#${scheme.tabs[plan.kind]}`);
}
