import type { Worksheet } from '@univerjs/core';
import { Cells } from '../../template/cells.ts';
import { brokerColours, type ColourScheme } from '../../template/colour-scheme.ts';
import type { CellValue, ErrorCode, PlannedCell, SheetPlan, WorkbookPlan } from '../../template/plan.ts';
import { narrowMargins } from '../../template/print-plan.ts';
import { renameSheets } from '../../template/rename-sheets.ts';
import { fontName, fontSize, resolveStyle, type CellLook } from '../../template/styles.ts';
import { cellsOf } from '../../template/cells.ts';
import { range } from '../../template/address.ts';
import { LookNames, type Looks, type WorkbookContent } from '../workbook-content.ts';
import { lookOf } from './grid-style.ts';
import type { PlacedCell } from './sheet-cells.ts';
import { newSheet } from './write-sheet.ts';

/** A sheet of the grid with what it was written from. */
export type SheetNow = {
  readonly name: string;
  readonly sheet: Worksheet;
  readonly cells: Iterable<PlacedCell>;
  /** What it was written from, names of sheets as they are now; undefined where rows or columns have moved since. */
  readonly plan?: SheetPlan;
};

/** What a cell looks like that nothing was said of. */
const plainLook: CellLook = {
  font: { name: fontName, size: fontSize, bold: false, italic: false, underline: false, colour: brokerColours.text },
  borders: {},
  align: 'general',
  vertical: 'bottom',
  indent: 0,
  wrap: false,
  numberFormat: 'General',
};

/** A workbook of the grid as a plan, with the values that its formulas have. */
export function contentOf(
  sheets: readonly SheetNow[],
  rest: Pick<WorkbookContent, 'names' | 'kept'> & {
    readonly properties: WorkbookPlan['properties'];
    readonly looks: Looks;
    readonly scheme: ColourScheme;
  },
): WorkbookContent {
  const names = new LookNames();
  for (const { plan } of sheets)
    for (const { cell } of plan ? cellsOf(plan) : [])
      if (cell.style) names.know(cell.style, rest.looks.get(cell.style) ?? resolveStyle(cell.style, rest.scheme));
  const planned = sheets.map((sheet) => sheetPlan(sheet, names));
  return {
    plan: { properties: rest.properties, sheets: planned, names: [] },
    looks: new Map([...rest.looks, ...names.looks]),
    names: rest.names,
    kept: rest.kept,
  };
}

function sheetPlan({ name, sheet, cells: placed, plan }: SheetNow, names: LookNames): SheetPlan {
  const cells = new Cells(name);
  let [bottom, right] = [1, 1];
  for (const one of placed) {
    const cell = plannedCell(one, names);
    if (!cell) continue;
    cells.put([one.row, one.column], cell);
    [bottom, right] = [Math.max(bottom, one.row), Math.max(right, one.column)];
  }
  const heights = heightsOf(sheet, plan);
  const { xSplit, ySplit } = sheet.getFreeze();
  return {
    name,
    kind: plan?.kind ?? 'working',
    rules: plan?.rules ?? { layout: 'page', firstRow: 1, inputs: [] },
    widths: Array.from({ length: Math.max(right, plan?.widths.length ?? 0) }, (_, index) =>
      Math.max(0.5, Math.round(((sheet.getColumnWidth(index) - 5) / 7) * 100) / 100),
    ),
    ...(Object.keys(heights).length > 0 && { heights }),
    ...((xSplit > 0 || ySplit > 0) && { freeze: { rows: Math.max(0, ySplit), columns: Math.max(0, xSplit) } }),
    blocks: cells.blocks(),
    validations: plan?.validations ?? [],
    conditionalFormats: plan?.conditionalFormats ?? [],
    notes: plan?.notes ?? [],
    links: plan?.links ?? [],
    charts: plan?.charts ?? [],
    print: plan?.print ?? {
      orientation: 'landscape',
      area: range({ top: 1, left: 1, bottom, right }),
      pagesWide: 1,
      pagesTall: 0,
      header: {},
      footer: {},
      margins: narrowMargins,
    },
  };
}

/** Heights in points of the rows that somebody has set; those of a plan as it says them. */
function heightsOf(sheet: Worksheet, plan: SheetPlan | undefined): Readonly<Record<number, number>> {
  const heights: Record<number, number> = { ...plan?.heights };
  for (const [index, row] of Object.entries(sheet.getConfig().rowData)) {
    const line = Number(index) + 1;
    if (heights[line] !== undefined || row.h === undefined || row.ia === 1) continue;
    if (row.h !== newSheet.defaultRowHeight) heights[line] = Math.round(row.h * 75) / 100;
  }
  return heights;
}

function plannedCell({ formula, value, style, isSpilled }: PlacedCell, names: LookNames): PlannedCell | undefined {
  const styled = style && { style: names.nameOf(lookOf(style, plainLook)) };
  // The formula in the first cell of a table gives the others anew.
  if (formula === undefined && (value === '' || isSpilled)) return styled;
  const held = cellValue(value);
  return formula === undefined
    ? { value: held, ...styled }
    : { formula: formula.replace(/^=/, ''), cached: held, ...styled };
}

const errors: readonly string[] = ['#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!'];

/** A value as a file can hold it: errors that only newer spreadsheets know are #VALUE!. */
function cellValue(value: string | number | boolean): CellValue {
  if (typeof value !== 'string' || !/^#[A-Z/0-9_?!]+$/.test(value)) return value;
  if (errors.includes(value)) return { error: value as ErrorCode };
  return /^#(SPILL!|CALC!|CONNECT!|GETTING_DATA|BLOCKED!|FIELD!)$/.test(value) ? { error: '#VALUE!' } : value;
}

/**
 * What a sheet was written from, as it is now: other sheets by the names that they have today, without what leads to
 * sheets that are gone. Cells are left as they were.
 *
 * @param today The names of the sheets, by the names that they had; undefined where one is gone.
 */
export function planToday(plan: SheetPlan, today: ReadonlyMap<string, string | undefined>): SheetPlan {
  const isThere = (name: string) => today.get(name) !== undefined;
  const sheetIn = (reference: string) => /^'((?:[^']|'')+)'!/.exec(reference)?.[1]?.replaceAll("''", "'") ?? plan.name;
  const left: SheetPlan = {
    ...plan,
    links: plan.links.filter(({ to }) => 'url' in to || isThere(to.sheet)),
    charts: plan.charts.filter(({ categories, series }) =>
      [categories, ...series.map(({ values }) => values)].every((reference) => isThere(sheetIn(reference))),
    ),
  };
  const renamed = new Map(
    [...today].flatMap(([was, is]) => (is !== undefined && is !== was ? [[was, is] as const] : [])),
  );
  const workbook = { properties: { title: '', author: '', created: '' }, sheets: [left], names: [] };
  return renameSheets(workbook, renamed).sheets[0]!;
}
