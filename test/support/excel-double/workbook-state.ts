import { contains, type Area, type Position } from '../../../src/template/address.ts';
import { DoubleError } from './double-object.ts';

/** What a cell of the double shows: an error is its code, a blank an empty text. */
export type Value = number | string | boolean;

type Filled = {
  value: Value;
  /** With its equals sign, where the cell holds one. */
  formula?: string;
  /** The cell whose answer spilled into this one. */
  spilledFrom?: Position;
};

const key = ({ row, column }: Position): string => `${row},${column}`;

/** A sheet of the double's workbook: the cells that hold something. */
export class SheetState {
  readonly id: string;
  name: string;
  readonly #cells = new Map<string, Filled>();

  constructor(id: string, name: string) {
    this.id = id;
    this.name = name;
  }

  value(at: Position): Value {
    return this.#cells.get(key(at))?.value ?? '';
  }

  /** What the formula bar shows. */
  formula(at: Position): Value {
    const cell = this.#cells.get(key(at));
    return cell?.spilledFrom ? '' : (cell?.formula ?? cell?.value ?? '');
  }

  isBlank(at: Position): boolean {
    return !this.#cells.has(key(at));
  }

  /** Types something into a cell: what begins with an equals sign is a formula. */
  type(at: Position, content: Value): void {
    this.clear(at);
    if (content === '') return;
    if (typeof content === 'string' && content.startsWith('='))
      this.#cells.set(key(at), { value: '#BUSY!', formula: content });
    else this.#cells.set(key(at), { value: content });
  }

  /** Empties a cell, and what its formula had spilled. */
  clear(at: Position): void {
    for (const [place, { spilledFrom }] of this.#cells)
      if (spilledFrom && key(spilledFrom) === key(at)) this.#cells.delete(place);
    this.#cells.delete(key(at));
  }

  /**
   * Puts the answer of a cell's formula into it, and into the cells below and beside it where it is a table; gives the
   * cells that it is in.
   */
  show(at: Position, answer: Value | readonly (readonly Value[])[]): readonly Position[] {
    const formula = this.#cells.get(key(at))?.formula;
    if (formula === undefined) return [];
    this.clear(at);
    const table = Array.isArray(answer) ? (answer as readonly (readonly Value[])[]) : [[answer as Value]];
    const places = table.flatMap((row, down) =>
      row.map((value, right) => ({ at: { row: at.row + down, column: at.column + right }, value })),
    );
    const blocked = places.slice(1).some((one) => !this.isBlank(one.at));
    this.#cells.set(key(at), { value: blocked ? '#SPILL!' : places[0]!.value, formula });
    if (blocked) return [at];
    for (const one of places.slice(1)) this.#cells.set(key(one.at), { value: one.value, spilledFrom: at });
    return places.map((one) => one.at);
  }

  /** The cells that hold formulas. */
  formulas(): readonly { readonly at: Position; readonly formula: string }[] {
    return [...this.#cells].flatMap(([place, { formula }]) => {
      const [row = 0, column = 0] = place.split(',').map(Number);
      return formula === undefined ? [] : [{ at: { row, column }, formula }];
    });
  }

  /** The values of a rectangle, row by row. */
  values({ top, left, bottom, right }: Area): Value[][] {
    return rectangle({ top, left, bottom, right }, (at) => this.value(at));
  }
}

/** Something of each cell of a rectangle, row by row. */
export const rectangle = <Each>({ top, left, bottom, right }: Area, of: (at: Position) => Each): Each[][] =>
  Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, across) => of({ row: top + down, column: left + across })),
  );

export const meets = (area: Area, changed: readonly Position[]): boolean => changed.some((at) => contains(area, at));

/** The double's workbook. */
export class WorkbookState {
  readonly sheets: SheetState[] = [];
  #lastId = 0;

  constructor() {
    this.add('Sheet1');
  }

  /** A sheet by its name, whatever the case, or its id. */
  find(name: string): SheetState | undefined {
    return this.sheets.find((sheet) => sheet.id === name || sheet.name.toLowerCase() === name.toLowerCase());
  }

  add(name = `Sheet${this.sheets.length + 1}`): SheetState {
    this.checkName(name);
    const sheet = new SheetState(`{sheet-${++this.#lastId}}`, name);
    this.sheets.push(sheet);
    return sheet;
  }

  /** Refuses a name that Excel refuses. */
  checkName(name: string): void {
    if (name === '' || name.length > 31 || /[:\\/?*[\]]/.test(name) || this.find(name))
      throw new DoubleError('InvalidArgument', `A sheet cannot be called "${name}".`);
  }

  remove(sheet: SheetState): void {
    if (this.sheets.length === 1)
      throw new DoubleError('InvalidOperation', 'A workbook keeps one visible sheet at least.');
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
  }
}
