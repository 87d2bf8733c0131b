import { dateSerial, isDay } from '../model/figures.ts';
import { address, parseAddress } from './address.ts';
import type { Block, CellValue, PlannedCell } from './plan.ts';

/** A sheet's cells while they are being placed. Placing a second cell on the first is a mistake and refused. */
export class Cells {
  /** Cells by row, and within it by column. */
  readonly #rows = new Map<number, Map<number, PlannedCell>>();
  readonly #sheet: string;

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  /** Puts a cell in its place: "I12", or row and column. */
  put(at: string | readonly [row: number, column: number], cell: PlannedCell): this {
    if (typeof at !== 'string') return this.#put(at[0], at[1], cell);
    const { row, column } = parseAddress(at);
    return this.#put(row, column, cell);
  }

  #put(row: number, column: number, cell: PlannedCell): this {
    const refuse = (why: string) => new Error(`${this.#sheet}!${address(row, column)}${why}`);
    let cells = this.#rows.get(row);
    if (!cells) this.#rows.set(row, (cells = new Map()));
    if (cells.has(column)) throw refuse(' is placed twice.');
    if ('formula' in cell && cell.formula.startsWith('='))
      throw refuse(': a formula is written without its equals sign.');
    cells.set(column, cell);
    return this;
  }

  /** Puts cells side by side from the first; undefined leaves one out. */
  putRow(row: number, column: number, cells: readonly (PlannedCell | undefined)[]): this {
    cells.forEach((cell, index) => cell && this.#put(row, column + index, cell));
    return this;
  }

  get(at: string): PlannedCell | undefined {
    const { row, column } = parseAddress(at);
    return this.#rows.get(row)?.get(column);
  }

  /** The cells as rectangles: one for each run of rows without a long gap. */
  blocks(): Block[] {
    const runs: number[][] = [];
    for (const row of [...this.#rows.keys()].sort((a, b) => a - b)) {
      const run = runs.at(-1);
      if (run && row - run.at(-1)! <= longestGap) run.push(row);
      else runs.push([row]);
    }
    return runs.map((run) => block(run, this.#rows));
  }
}

const longestGap = 8;

function block(run: readonly number[], rows: ReadonlyMap<number, ReadonlyMap<number, PlannedCell>>): Block {
  let [left, right] = [Infinity, 0];
  for (const row of run)
    for (const column of rows.get(row)!.keys()) {
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  const [top, bottom] = [run[0]!, run.at(-1)!];
  const cells: (PlannedCell | null)[][] = [];
  for (let row = top; row <= bottom; row++) {
    const line = new Array<PlannedCell | null>(right - left + 1).fill(null);
    for (const [column, cell] of rows.get(row) ?? []) line[column - left] = cell;
    cells.push(line);
  }
  return { row: top, column: left, cells };
}

/** Every cell of a sheet with its row and column, from the top, from the left. */
export function* cellsOf(sheet: { readonly blocks: readonly Block[] }): Generator<{
  readonly row: number;
  readonly column: number;
  readonly cell: PlannedCell;
}> {
  for (const { row, column, cells } of sheet.blocks)
    for (let down = 0; down < cells.length; down++) {
      const line = cells[down]!;
      for (let across = 0; across < line.length; across++) {
        const cell = line[across];
        if (cell) yield { row: row + down, column: column + across, cell };
      }
    }
}

/** Earlier days have another number in every other spreadsheet. */
const firstSafeDay = '1900-03-01';

/** The number that a cell holds for a date that exists and that all spreadsheets count alike. */
export function cellDate(date: string): number {
  if (!isDay(date) || date < firstSafeDay) throw new Error(`"${date}" is not a date such as 2022-01-31.`);
  return dateSerial(date);
}

/** A value as it stands in a cell: dates as their number, errors as their code. */
export function plainValue(value: CellValue): number | string | boolean {
  if (typeof value !== 'object') return value;
  return 'date' in value ? cellDate(value.date) : value.error;
}
