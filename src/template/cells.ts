import { address, parseAddress } from './address.ts';
import type { Block, CellValue, PlannedCell } from './plan.ts';

/** A sheet's cells while they are being placed. Placing a second cell on the first is a mistake and refused. */
export class Cells {
  readonly #cells = new Map<string, PlannedCell>();
  readonly #sheet: string;

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  /** Puts a cell in its place: "I12", or row and column. */
  put(at: string | readonly [row: number, column: number], cell: PlannedCell): this {
    const key = typeof at === 'string' ? at : address(...at);
    if (this.#cells.has(key)) throw new Error(`${this.#sheet}!${key} is placed twice.`);
    if ('formula' in cell && cell.formula.startsWith('='))
      throw new Error(`${this.#sheet}!${key}: a formula is written without its equals sign.`);
    this.#cells.set(key, cell);
    return this;
  }

  /** Puts cells side by side from the first; undefined leaves one out. */
  putRow(row: number, column: number, cells: readonly (PlannedCell | undefined)[]): this {
    cells.forEach((cell, index) => cell && this.put([row, column + index], cell));
    return this;
  }

  get(at: string): PlannedCell | undefined {
    return this.#cells.get(at);
  }

  /** The cells as rectangles: one for each run of rows without a long gap. */
  blocks(): Block[] {
    const rows = new Map<number, Map<number, PlannedCell>>();
    for (const [key, cell] of this.#cells) {
      const { row, column } = parseAddress(key);
      const cells = rows.get(row) ?? new Map<number, PlannedCell>();
      rows.set(row, cells.set(column, cell));
    }
    const runs: number[][] = [];
    for (const row of [...rows.keys()].sort((a, b) => a - b)) {
      const run = runs.at(-1);
      if (run && row - run.at(-1)! <= longestGap) run.push(row);
      else runs.push([row]);
    }
    return runs.map((run) => block(run, rows));
  }
}

const longestGap = 8;

function block(run: readonly number[], rows: ReadonlyMap<number, ReadonlyMap<number, PlannedCell>>): Block {
  const columns = run.flatMap((row) => [...rows.get(row)!.keys()]);
  const left = Math.min(...columns);
  const width = Math.max(...columns) - left + 1;
  const [top, bottom] = [run[0]!, run.at(-1)!];
  const cells = Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: width }, (_, across) => rows.get(top + down)?.get(left + across) ?? null),
  );
  return { row: top, column: left, cells };
}

/** Every cell of a sheet with its row and column, from the top, from the left. */
export function* cellsOf(sheet: { readonly blocks: readonly Block[] }): Generator<{
  readonly row: number;
  readonly column: number;
  readonly cell: PlannedCell;
}> {
  for (const { row, column, cells } of sheet.blocks)
    for (const [down, line] of cells.entries())
      for (const [across, cell] of line.entries()) if (cell) yield { row: row + down, column: column + across, cell };
}

/** The number that a spreadsheet holds for a date: days since the end of 1899. */
export function dateSerial(date: string): number {
  const days = Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;
  if (!Number.isInteger(days) || days < 61) throw new Error(`"${date}" is not a date such as 2022-01-31.`);
  return days;
}

/** A value as it stands in a cell: dates as their number, errors as their code. */
export function plainValue(value: CellValue): number | string | boolean {
  if (typeof value !== 'object') return value;
  return 'date' in value ? dateSerial(value.date) : value.error;
}
