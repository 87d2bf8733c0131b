import { address, contains, quoted, type Area, type Position } from '../../../src/template/address.ts';
import { DoubleError } from './double-object.ts';
import { Engine } from './engine.ts';
import { SheetLooks } from './sheet-looks.ts';

/** What a cell of the double shows: an error is its code, a blank an empty text. */
export type Value = number | string | boolean;

/** A cell of an answer: an error is told from the text of its code. */
export type Answered = Value | { readonly error: string };

const key = ({ row, column }: Position): string => `${row},${column}`;

/** A sheet of the double's workbook. */
export class SheetState {
  readonly id: string;
  readonly looks = new SheetLooks();
  /** Whether its cells may not be typed into. */
  isProtected = false;
  readonly #book: WorkbookState;
  #selected = 'A1';
  /** Formulas that call the add-in, by cell; all others are the engine's. */
  readonly #calls = new Map<string, string>();
  readonly #filled = new Set<string>();
  /** Native formulas as they were typed; the engine writes them its own way. */
  readonly #typed = new Map<string, string>();
  /** The cell whose answer spilled into a cell. */
  readonly #spilledFrom = new Map<string, Position>();

  constructor(book: WorkbookState, id: string) {
    this.#book = book;
    this.id = id;
  }

  get name(): string {
    return this.#book.nameOf(this);
  }

  /** What the user has selected on it. */
  get selected(): string {
    return this.#selected;
  }

  set selected(range: string) {
    this.#selected = range;
    this.#book.onSelected(this);
  }

  value(at: Position): Value {
    if (this.#book.calculationMode === 'Automatic') this.#book.engine.calculate();
    return this.#book.engine.value(this.#index, at.row, at.column);
  }

  /** What the formula bar shows. */
  formula(at: Position): Value {
    if (this.#spilledFrom.has(key(at))) return '';
    const called = this.#calls.get(key(at));
    if (called !== undefined) return called;
    const content = this.#book.engine.content(this.#index, at.row, at.column);
    return content.startsWith('=') ? (this.#typed.get(key(at)) ?? content) : this.value(at);
  }

  isBlank(at: Position): boolean {
    return this.#book.engine.content(this.#index, at.row, at.column) === '';
  }

  /** Types something into a cell: what begins with an equals sign is a formula. */
  type(at: Position, content: Value): void {
    if (this.isProtected) throw new DoubleError('AccessDenied', 'The sheet is protected.');
    const isCall = typeof content === 'string' && this.#book.isCall(content);
    this.clear(at);
    if (isCall) {
      this.#calls.set(key(at), content);
      this.#put(at, '#BUSY!');
    } else if (content !== '') {
      this.#put(at, content);
      if (typeof content === 'string' && content.startsWith('=')) this.#typed.set(key(at), content);
    }
  }

  /** From now on formulas are read as the engine has them: the name of a sheet has changed. */
  forgetTyped(): void {
    this.#typed.clear();
  }

  /** Empties a cell, and what its formula had spilled. */
  clear(at: Position): void {
    for (const [place, from] of this.#spilledFrom)
      if (key(from) === key(at)) {
        this.#spilledFrom.delete(place);
        this.#put(positionOf(place), '');
      }
    this.#spilledFrom.delete(key(at));
    this.#calls.delete(key(at));
    this.#typed.delete(key(at));
    if (!this.isBlank(at)) this.#put(at, '');
  }

  /**
   * Puts the answer of a cell's call into it, and into the cells below and beside it where it is a table; gives the
   * cells that it is in.
   */
  show(at: Position, answer: Answered | readonly (readonly Answered[])[]): readonly Position[] {
    const formula = this.#calls.get(key(at));
    if (formula === undefined) return [];
    this.clear(at);
    this.#calls.set(key(at), formula);
    const table = Array.isArray(answer) ? (answer as readonly (readonly Answered[])[]) : [[answer as Answered]];
    const places = table.flatMap((row, down) =>
      row.map((value, right) => ({ at: { row: at.row + down, column: at.column + right }, value })),
    );
    const blocked = places.slice(1).some((one) => !this.isBlank(one.at));
    this.#put(at, blocked ? '#SPILL!' : shownAs(places[0]!.value));
    if (blocked) return [at];
    for (const one of places.slice(1)) {
      this.#put(one.at, shownAs(one.value));
      this.#spilledFrom.set(key(one.at), at);
    }
    return places.map((one) => one.at);
  }

  /** The cells that hold calls of the add-in. */
  calls(): readonly { readonly at: Position; readonly formula: string }[] {
    return [...this.#calls].map(([place, formula]) => ({ at: positionOf(place), formula }));
  }

  /** Every filled cell by its address: what was typed, and what is shown. */
  cells(): Readonly<Record<string, readonly [formula: Value, value: Value]>> {
    return Object.fromEntries(
      [...this.#filled].map((place) => {
        const at = positionOf(place);
        return [address(at.row, at.column), [this.formula(at), this.value(at)]];
      }),
    );
  }

  /** The rectangle around all that is filled. */
  used(): Area | undefined {
    const places = [...this.#filled].map(positionOf);
    if (places.length === 0) return undefined;
    const [rows, columns] = [places.map(({ row }) => row), places.map(({ column }) => column)];
    return {
      top: Math.min(...rows),
      bottom: Math.max(...rows),
      left: Math.min(...columns),
      right: Math.max(...columns),
    };
  }

  /** The values of a rectangle, row by row. */
  values(area: Area): Value[][] {
    this.#book.engine.calculate();
    return rectangle(area, (at) => this.value(at));
  }

  get #index(): number {
    return this.#book.sheets.indexOf(this);
  }

  #put({ row, column }: Position, content: Value): void {
    if (content === '') this.#filled.delete(key({ row, column }));
    else this.#filled.add(key({ row, column }));
    this.#book.engine.type(this.#index, row, column, content);
  }
}

const positionOf = (place: string): Position => {
  const [row = 0, column = 0] = place.split(',').map(Number);
  return { row, column };
};

/** An answer as it is typed to be shown: text stays text, an error is an error. */
const shownAs = (value: Answered): Value =>
  typeof value === 'object' ? value.error : typeof value === 'string' && value !== '' ? `'${value}` : value;

/** Something of each cell of a rectangle, row by row. */
export const rectangle = <Each>({ top, left, bottom, right }: Area, of: (at: Position) => Each): Each[][] =>
  Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, across) => of({ row: top + down, column: left + across })),
  );

export const meets = (area: Area, changed: readonly Position[]): boolean => changed.some((at) => contains(area, at));

/** A name of the double's workbook. */
export type NameState = { readonly name: string; formula: string; comment: string; isHidden?: boolean };

/** The double's workbook. */
export class WorkbookState {
  readonly engine: Engine;
  readonly sheets: SheetState[] = [];
  readonly names: NameState[] = [];
  /** What it keeps for add-ins, by key. */
  readonly settings = new Map<string, unknown>();
  calculationMode: 'Automatic' | 'Manual' = 'Automatic';
  /** Whether the structure is protected: no sheet can be added or removed. */
  isProtected = false;
  /** How often all was calculated because it was asked for. */
  fullCalculations = 0;
  /** Told after something else was selected on a sheet. */
  onSelected: (sheet: SheetState) => void = () => undefined;
  #active: SheetState | undefined;
  readonly #isCall: (formula: string) => boolean;
  readonly #sheetNames = new Map<SheetState, string>();
  #lastId = 0;

  /** @param isCall Whether a formula calls the add-in; refuses a call that the double cannot make. */
  constructor(isCall: (formula: string) => boolean) {
    this.#isCall = isCall;
    this.engine = new Engine('Sheet1');
    this.#addState('Sheet1');
  }

  isCall(content: string): boolean {
    return this.#isCall(content);
  }

  nameOf(sheet: SheetState): string {
    return this.#sheetNames.get(sheet)!;
  }

  /** The sheet that the user sees. */
  get active(): SheetState {
    return this.#active && this.sheets.includes(this.#active) ? this.#active : this.sheets[0]!;
  }

  activate(sheet: SheetState): void {
    this.checkThere(sheet);
    this.#active = sheet;
  }

  /** A sheet by its name, whatever the case, or its id. */
  find(name: string): SheetState | undefined {
    return this.sheets.find((sheet) => sheet.id === name || sheet.name.toLowerCase() === name.toLowerCase());
  }

  add(name = `Sheet${this.sheets.length + 1}`): SheetState {
    this.#checkStructure();
    this.#checkName(name);
    this.engine.addSheet(this.sheets.length, name);
    return this.#addState(name);
  }

  rename(sheet: SheetState, name: string): void {
    this.#checkStructure();
    if (name.toLowerCase() !== sheet.name.toLowerCase()) this.#checkName(name);
    this.engine.renameSheet(this.sheets.indexOf(sheet), name);
    for (const one of this.names) one.formula = one.formula.replace(`${quoted(sheet.name)}!`, `${quoted(name)}!`);
    this.#sheetNames.set(sheet, name);
    for (const one of this.sheets) one.forgetTyped();
  }

  /** Puts a sheet at a place among the others, counted from zero. */
  move(sheet: SheetState, to: number): void {
    this.#checkStructure();
    this.engine.moveSheet(this.sheets.indexOf(sheet), to);
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(to, 0, sheet);
  }

  remove(sheet: SheetState): void {
    this.#checkStructure();
    this.checkThere(sheet);
    if (this.sheets.length === 1)
      throw new DoubleError('InvalidOperation', 'A workbook keeps one visible sheet at least.');
    this.engine.removeSheet(this.sheets.indexOf(sheet));
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
  }

  /** All that the workbook holds and looks like, to be compared. */
  snapshot(): object {
    return {
      calculationMode: this.calculationMode,
      names: this.names.map((one) => ({ ...one })),
      settings: Object.fromEntries(this.settings),
      sheets: this.sheets.map((sheet) => ({
        id: sheet.id,
        name: sheet.name,
        cells: sheet.cells(),
        looks: sheet.looks.snapshot(),
      })),
    };
  }

  /** Refuses a sheet that was removed. */
  checkThere(sheet: SheetState): void {
    if (!this.sheets.includes(sheet)) throw new DoubleError('ItemNotFound', 'The sheet is gone.');
  }

  #addState(name: string): SheetState {
    const sheet = new SheetState(this, `{sheet-${++this.#lastId}}`);
    this.#sheetNames.set(sheet, name);
    this.sheets.push(sheet);
    return sheet;
  }

  /** Refuses a name that Excel refuses. */
  #checkName(name: string): void {
    if (name === '' || name.length > 31 || /[:\\/?*[\]]/.test(name) || this.find(name))
      throw new DoubleError('InvalidArgument', `A sheet cannot be called "${name}".`);
  }

  #checkStructure(): void {
    if (this.isProtected) throw new DoubleError('AccessDenied', 'The structure of the workbook is protected.');
  }
}
