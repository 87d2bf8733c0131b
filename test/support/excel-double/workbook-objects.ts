import { address, onSheet, parseRange, range, type Area, type Position } from '../../../src/template/address.ts';
import { DoubleError, type DoubleObject, type Property } from './double-object.ts';
import { rectangle, type SheetState, type Value, type WorkbookState } from './workbook-state.ts';

/** Told after cells were typed into. */
export type OnTyped = (sheet: SheetState, at: readonly Position[]) => void;

const invalid = (message: string): DoubleError => new DoubleError('InvalidArgument', message);

/** The workbook as a request sees it. */
export function workbookObject(state: WorkbookState, onTyped: OnTyped): DoubleObject {
  let active: SheetState = state.sheets[0]!;
  const sheetOf = (sheet: SheetState) => worksheet(state, sheet, onTyped, () => (active = sheet));
  const worksheets: DoubleObject = {
    type: 'WorksheetCollection',
    properties: {},
    methods: {
      Add: (name?: string | null) => sheetOf(state.add(name ?? undefined)),
      GetItem: (name: string) => {
        const found = state.find(name);
        if (!found) throw new DoubleError('ItemNotFound', `There is no sheet "${name}".`);
        return sheetOf(found);
      },
      GetItemOrNullObject: (name: string) => {
        const found = state.find(name);
        return found ? sheetOf(found) : null;
      },
      GetActiveWorksheet: () => sheetOf(state.sheets.includes(active) ? active : state.sheets[0]!),
      GetCount: () => state.sheets.length,
    },
    items: () => state.sheets.map(sheetOf),
  };
  return {
    type: 'Workbook',
    properties: { Worksheets: { get: () => worksheets } },
    methods: {},
  };
}

function worksheet(state: WorkbookState, sheet: SheetState, onTyped: OnTyped, activate: () => void): DoubleObject {
  const here = () => {
    if (!state.sheets.includes(sheet)) throw new DoubleError('ItemNotFound', `The sheet "${sheet.name}" is gone.`);
  };
  const rename = (name: unknown) => {
    if (String(name).toLowerCase() !== sheet.name.toLowerCase()) state.checkName(String(name));
    sheet.name = String(name);
  };
  return {
    type: 'Worksheet',
    id: sheet.id,
    properties: { Id: { get: () => sheet.id }, Name: { get: () => sheet.name, set: rename } },
    methods: {
      Activate: () => {
        here();
        activate();
      },
      Delete: () => state.remove(sheet),
      GetRange: (text?: string | null) => {
        here();
        if (!text) throw new DoubleError('ApiNotFound', 'The double of Excel has no range of a whole sheet.');
        return rangeObject(sheet, areaOf(text), onTyped);
      },
      GetCell: (row: number, column: number) =>
        rangeObject(sheet, { top: row + 1, bottom: row + 1, left: column + 1, right: column + 1 }, onTyped),
    },
  };
}

function areaOf(text: string): Area {
  try {
    return parseRange(text);
  } catch {
    throw invalid(`"${text}" is not a range such as A1:B2.`);
  }
}

function rangeObject(sheet: SheetState, area: Area, onTyped: OnTyped): DoubleObject {
  const { top, left, bottom, right } = area;
  const places = () => rectangle(area, (at) => at).flat();
  const cells = (read: (at: Position) => Value): Property => ({
    get: () => rectangle(area, read),
    set: (given) => {
      const table = sized(given, area);
      for (const at of places()) {
        const content = table[at.row - top]![at.column - left];
        // Excel leaves a cell alone where it is given null.
        if (content !== null && content !== undefined) sheet.type(at, content);
      }
      onTyped(sheet, places());
    },
  });
  return {
    type: 'Range',
    properties: {
      Address: { get: () => onSheet(sheet.name, range(area)) },
      RowCount: { get: () => bottom - top + 1 },
      ColumnCount: { get: () => right - left + 1 },
      Values: cells((at) => sheet.value(at)),
      Formulas: cells((at) => sheet.formula(at)),
    },
    methods: {
      Clear: () => {
        for (const at of places()) sheet.clear(at);
        onTyped(sheet, places());
      },
      GetCell: (row: number, column: number) => {
        const at = { row: top + row, column: left + column };
        return rangeObject(sheet, parseRange(address(at.row, at.column)), onTyped);
      },
    },
  };
}

/** Content for a rectangle: a table of its size, or one value for every cell. */
function sized(given: unknown, { top, left, bottom, right }: Area): (Value | null)[][] {
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  if (!Array.isArray(given))
    return Array.from({ length: rows }, () => new Array<Value | null>(columns).fill(given as Value | null));
  const table = given as (Value | null)[][];
  if (table.length !== rows || table.some((row) => !Array.isArray(row) || row.length !== columns))
    throw invalid(
      `The range has ${rows} rows and ${columns} columns; it was given ${table.length} rows of ${table[0]?.length ?? 0}.`,
    );
  return table;
}
