import { contains, lastColumn, lastRow, onSheet, address, type Area, type Position } from '../../template/address.ts';
import { tokens, type Reference } from '../../template/formula-tokens.ts';
import type { CellContent, CellsRead, WorkbookPort, WorkbookView } from '../workbook-port.ts';

/** What of a workbook something is done to. */
export type Scope = 'selection' | 'sheet' | 'workbook';

/** A cell that was left as it is, and why: "it shows #BUSY!". */
export type LeftAlone = { readonly cell: string; readonly why: string };

/** What was done to the formulas of a workbook. */
export type Done = { readonly formulas: number; readonly cells: number; readonly leftAlone: readonly LeftAlone[] };

/** A sheet with its cells, and what of it is in scope. */
export type SheetInScope = WorkbookView['sheets'][number] & { readonly area: Area; readonly read: SheetCells };

/** The cells of a sheet by row and column. */
export class SheetCells {
  readonly area: Area;
  readonly #read: CellsRead | undefined;

  constructor(read: CellsRead | undefined) {
    this.#read = read;
    const { row = 1, column = 1, formulas = [] } = read ?? {};
    this.area = {
      top: row,
      left: column,
      bottom: row + formulas.length - 1,
      right: column + (formulas[0]?.length ?? 0) - 1,
    };
  }

  /** What was typed into a cell; a cell that another's answer spilled into holds nothing. */
  formula = ({ row, column }: Position): CellContent =>
    this.#read?.formulas[row - this.area.top]?.[column - this.area.left] ?? '';

  value = ({ row, column }: Position): CellContent =>
    this.#read?.values[row - this.area.top]?.[column - this.area.left] ?? '';

  /** Whether a cell holds a formula, and not a text that begins like one. */
  hasFormula = (at: Position): boolean => {
    const formula = this.formula(at);
    return typeof formula === 'string' && formula.startsWith('=') && formula !== this.value(at);
  };

  isSpilled = (at: Position): boolean => this.formula(at) === '' && this.value(at) !== '';

  /** The cells that hold or show anything. */
  *filled(): Generator<Position> {
    for (let row = this.area.top; row <= this.area.bottom; row++)
      for (let column = this.area.left; column <= this.area.right; column++)
        if (this.formula({ row, column }) !== '' || this.value({ row, column }) !== '') yield { row, column };
  }

  *formulas(): Generator<Position & { readonly formula: string }> {
    for (let row = this.area.top; row <= this.area.bottom; row++)
      for (let column = this.area.left; column <= this.area.right; column++)
        if (this.hasFormula({ row, column })) yield { row, column, formula: String(this.formula({ row, column })) };
  }
}

const everything: Area = { top: 1, left: 1, bottom: lastRow, right: lastColumn };

/** The area of a reference to B2:D4, to whole columns B:D or to whole rows 2:4. */
export const areaOf = ({ from, to }: Pick<Reference, 'from' | 'to'>): Area => ({
  top: from.row ?? 1,
  left: from.column ?? 1,
  bottom: to.row ?? lastRow,
  right: to.column ?? lastColumn,
});

function areaOfRange(range: string): Area {
  const [only] = tokens(range);
  return only?.kind === 'reference' ? areaOf(only.reference) : everything;
}

/** Whether two rectangles share a cell. */
export const overlaps = (a: Area, b: Area): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** The sheets of a scope with all their cells, whole even where only a part of one is in scope. */
export async function sheetsInScope(
  port: WorkbookPort,
  view: WorkbookView,
  scope: Scope,
): Promise<readonly SheetInScope[]> {
  const selected = scope === 'selection' ? await port.selected() : undefined;
  const active = selected?.sheetId ?? view.activeSheetId;
  const sheets = view.sheets.filter(({ id }) => scope === 'workbook' || id === active);
  const found = await port.read(sheets.map(({ id }) => ({ sheetId: id })));
  return sheets.map((sheet) => ({
    ...sheet,
    area: selected ? areaOfRange(selected.range) : everything,
    read: new SheetCells(found.find(({ sheetId }) => sheetId === sheet.id)),
  }));
}

/** The formulas of a sheet that are in scope. */
export const formulasInScope = ({ area, read }: SheetInScope) =>
  [...read.formulas()].filter((at) => contains(area, at));

/** A cell as a sentence names it. */
export const cellName = (sheet: { readonly name: string }, { row, column }: Position): string =>
  onSheet(sheet.name, address(row, column));
