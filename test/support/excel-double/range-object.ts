import {
  address,
  columnNumber,
  lastColumn,
  lastRow,
  onSheet,
  parseRange,
  range,
  type Area,
  type Position,
} from '../../../src/template/address.ts';
import { DoubleError, type DoubleObject, type Property } from './double-object.ts';
import { keeper } from './keeper.ts';
import { rangeFormat } from './range-format.ts';
import { rectangle, type SheetState, type Value } from './workbook-state.ts';

/** Told after cells were typed into. */
export type OnTyped = (sheet: SheetState, at: readonly Position[]) => void;

const invalid = (message: string): DoubleError => new DoubleError('InvalidArgument', message);

/** The cells of A1:B2, of whole columns A:B or of whole rows 1:2. */
export function areaOf(text: string): Area {
  const whole = /^\$?([A-Z]+):\$?([A-Z]+)$/i.exec(text);
  if (whole) return { top: 1, bottom: lastRow, left: columnNumber(whole[1]!), right: columnNumber(whole[2]!) };
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(text);
  if (rows) return { top: Number(rows[1]), bottom: Number(rows[2]), left: 1, right: lastColumn };
  try {
    return parseRange(text);
  } catch {
    throw invalid(`"${text}" is not a range such as A1:B2.`);
  }
}

/** A range as a request sees it. */
export function rangeObject(sheet: SheetState, area: Area, onTyped: OnTyped, guard: () => void): DoubleObject {
  const { top, left, bottom, right } = area;
  const { looks } = sheet;
  const places = () => rectangle(area, (at) => at).flat();
  const each = <Each>(given: unknown, use: (at: Position, one: Each) => void) => {
    const table = sized<Each>(given, area);
    for (const at of places()) {
      const one = table[at.row - top]![at.column - left];
      // Excel leaves a cell alone where it is given null.
      if (one !== null && one !== undefined) use(at, one);
    }
  };
  const cells = (read: (at: Position) => Value): Property => ({
    get: () => rectangle(area, read),
    set: (given) => {
      each<Value>(given, (at, content) => sheet.type(at, content));
      onTyped(sheet, places());
    },
  });
  const validation = () => {
    const kept = new Map<string, unknown>();
    looks.validations.push({ range: range(area), kept });
    return keeper('DataValidation', { properties: ['Rule', 'IgnoreBlanks', 'ErrorAlert', 'Prompt'] }, kept);
  };
  let ownValidation: DoubleObject | undefined;
  return {
    type: 'Range',
    guard,
    properties: {
      Address: { get: () => onSheet(sheet.name, range(area)) },
      RowIndex: { get: () => top - 1 },
      ColumnIndex: { get: () => left - 1 },
      RowCount: { get: () => bottom - top + 1 },
      ColumnCount: { get: () => right - left + 1 },
      Values: cells((at) => sheet.value(at)),
      Formulas: cells((at) => sheet.formula(at)),
      NumberFormat: {
        get: () => rectangle(area, (at) => looks.get(at, 'NumberFormat') ?? 'General'),
        set: (given) => each<string>(given, (at, format) => looks.set(at, 'NumberFormat', format)),
      },
      Format: { get: () => rangeFormat({ looks, areas: [area] }) },
      DataValidation: { get: () => (ownValidation ??= validation()) },
      ConditionalFormats: { get: () => conditionalFormats(sheet, area) },
      Hyperlink: {
        get: () => looks.links.get(range(area)) ?? null,
        set: (link) => void looks.links.set(range(area), link),
      },
    },
    methods: {
      // The library asks this before it sends a large table in pieces.
      _ValidateArraySize: (rows: number, columns: number) => {
        if (rows !== bottom - top + 1 || columns !== right - left + 1)
          throw invalid(`The range has no ${rows} rows of ${columns}.`);
      },
      Select: () => void (sheet.selected = range(area)),
      Clear: () => {
        for (const at of places()) sheet.clear(at);
        onTyped(sheet, places());
      },
      GetCell: (row: number, column: number) =>
        rangeObject(sheet, parseRange(address(top + row, left + column)), onTyped, guard),
      GetRow: (row: number) => rangeObject(sheet, { top: top + row, bottom: top + row, left, right }, onTyped, guard),
      GetBoundingRect: (other: DoubleObject) => {
        const one = areaOf(addressOf(other).replace(/^.*!/, ''));
        const both = {
          top: Math.min(top, one.top),
          left: Math.min(left, one.left),
          bottom: Math.max(bottom, one.bottom),
          right: Math.max(right, one.right),
        };
        return rangeObject(sheet, both, onTyped, guard);
      },
    },
  };
}

const look = { parts: { Font: { properties: ['Color', 'Bold'] }, Fill: { properties: ['Color'] } } };

function conditionalFormats({ looks }: SheetState, area: Area): DoubleObject {
  return {
    type: 'ConditionalFormatCollection',
    properties: {},
    methods: {
      Add: (type: string) => {
        const kept = new Map<string, unknown>();
        // The newest goes first.
        looks.conditionalFormats.unshift({ range: range(area), type, kept });
        return keeper(
          'ConditionalFormat',
          {
            parts: {
              Custom: { parts: { Rule: { properties: ['Formula'] }, Format: look } },
              CellValue: { properties: ['Rule'], parts: { Format: look } },
            },
          },
          kept,
        );
      },
    },
  };
}

/** Content for a rectangle: a table of its size, or one value for every cell. */
function sized<Each>(given: unknown, { top, left, bottom, right }: Area): readonly (readonly (Each | null)[])[] {
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  if (!Array.isArray(given)) return rectangle({ top, left, bottom, right }, () => given as Each | null);
  const table = given as (Each | null)[][];
  if (table.length !== rows || table.some((row) => !Array.isArray(row) || row.length !== columns))
    throw invalid(
      `The range has ${rows} rows and ${columns} columns; it was given ${table.length} rows of ${table[0]?.length ?? 0}.`,
    );
  return table;
}

/** The address of a range that is given as an argument. */
export function addressOf(range: DoubleObject): string {
  const found = range.properties['Address'];
  if (range.type !== 'Range' || !found) throw invalid(`A range was asked for, not ${range.type}.`);
  return String(found.get());
}
