import {
  CellValueType,
  numfmt,
  type ICellData,
  type Injector,
  type IStyleData,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import type { CellContent } from '../workbook-port.ts';

/** A cell as it stands in the grid. */
export type GridCell = {
  /** With its equals sign. */
  readonly formula?: string;
  /** An error by its code, a blank as an empty text. */
  readonly value: CellContent;
  readonly style?: IStyleData;
  /** Whether the value comes from a formula in another cell, whose table reaches here. */
  readonly isSpilled: boolean;
  readonly isForcedText: boolean;
};

export type PlacedCell = GridCell & { readonly row: number; readonly column: number };

/** Reads the cells of a sheet: what was typed, what it comes to, tables that spill included. Rows and columns count from 1. */
export class SheetCells {
  readonly #sheet: Worksheet;
  readonly #workbook: Workbook;
  readonly #formulas: FormulaDataModel;

  constructor(injector: Injector, workbook: Workbook, sheet: Worksheet) {
    this.#sheet = sheet;
    this.#workbook = workbook;
    this.#formulas = injector.get(FormulaDataModel);
  }

  at(row: number, column: number): GridCell {
    const own = this.#sheet.getCellRaw(row - 1, column - 1) ?? undefined;
    const formula = this.#formulaAt(row, column, own);
    const spilled = this.#spilled()?.[row - 1]?.[column - 1] ?? undefined;
    const isOwn = formula !== undefined || valueOf(own) !== '';
    const style = own && this.#workbook.getStyles().getStyleByCell(own);
    return {
      ...(formula !== undefined && { formula }),
      value: isOwn ? valueOf(own) : valueOf(spilled),
      ...(style && { style }),
      isSpilled: !isOwn && spilled !== undefined && valueOf(spilled) !== '',
      isForcedText: own?.t === CellValueType.FORCE_STRING,
    };
  }

  /** Every cell that holds something or has a look of its own. */
  *all(): Generator<PlacedCell> {
    const found = new Map<number, Set<number>>();
    const note = (row: number, column: number) => {
      const columns = found.get(row) ?? new Set();
      found.set(row, columns.add(column));
    };
    this.#sheet.getCellMatrix().forValue((row, column) => {
      note(row + 1, column + 1);
    });
    for (const [row, cells] of Object.entries(this.#spilled() ?? {}))
      for (const column of Object.keys(cells ?? {})) note(Number(row) + 1, Number(column) + 1);
    for (const row of [...found.keys()].sort((a, b) => a - b))
      for (const column of [...found.get(row)!].sort((a, b) => a - b)) yield { row, column, ...this.at(row, column) };
  }

  #spilled(): Record<number, Record<number, ICellData | null> | undefined> | undefined {
    const of = this.#formulas.getArrayFormulaCellData()[this.#workbook.getUnitId()]?.[this.#sheet.getSheetId()];
    return of as Record<number, Record<number, ICellData | null>> | undefined;
  }

  #formulaAt(row: number, column: number, own: ICellData | undefined): string | undefined {
    if (!own?.f && !own?.si) return undefined;
    const [unit, sheet] = [this.#workbook.getUnitId(), this.#sheet.getSheetId()];
    return this.#formulas.getFormulaStringByCell(row - 1, column - 1, sheet, unit) ?? own.f ?? undefined;
  }
}

function valueOf(cell: ICellData | undefined): CellContent {
  if (!cell) return '';
  const value = cell.v ?? cell.p?.body?.dataStream.replace(/\r\n$/, '');
  if (value === undefined || value === null) return '';
  return cell.t === CellValueType.BOOLEAN ? value === 1 || value === true || value === '1' || value === 'TRUE' : value;
}

/** What a cell shows. */
export const shownText = ({ value, style }: GridCell): string =>
  typeof value === 'number' && style?.n ? numfmt.format(style.n.pattern, value).trim() : String(value);
