/** A cell by numbers, both counted from 1: B5 is row 5, column 2. */
export type Position = { readonly row: number; readonly column: number };

/** A rectangle of cells, its corners included. */
export type Area = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/**
 * The letters of a column.
 *
 * @example columnLetters(28) // "AB"
 */
export function columnLetters(column: number): string {
  if (!Number.isInteger(column) || column < 1 || column > lastColumn)
    throw new RangeError(`There is no column ${column}: columns go from 1 to ${lastColumn}.`);
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/**
 * The number of a column.
 *
 * @example columnNumber('AB') // 28
 */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  if (!/^[A-Z]{1,3}$/i.test(letters) || column > lastColumn)
    throw new RangeError(`"${letters}" is not a column such as I or AB.`);
  return column;
}

/** @example address(5, 2) // "B5" */
export const address = (row: number, column: number): string => `${columnLetters(column)}${row}`;

/** The numbers of a cell written as B5 or $B$5. */
export function parseAddress(text: string): Position {
  const found = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(text);
  const row = Number(found?.[2]);
  if (!found || row > lastRow) throw new RangeError(`"${text}" is not a cell such as B5.`);
  return { row, column: columnNumber(found[1]!) };
}

/** The corners of a range written as B5:D9; a single cell is a range of one. */
export function parseRange(text: string): Area {
  const [first, second, ...more] = text.split(':');
  if (first === undefined || more.length) throw new RangeError(`"${text}" is not a range such as B5:D9.`);
  const a = parseAddress(first);
  const b = second === undefined ? a : parseAddress(second);
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** @example range({ top: 5, left: 2, bottom: 9, right: 4 }) // "B5:D9" */
export function range({ top, left, bottom, right }: Area): string {
  const first = address(top, left);
  const last = address(bottom, right);
  return first === last ? first : `${first}:${last}`;
}

/** Whether a cell lies in a rectangle. */
export const contains = ({ top, left, bottom, right }: Area, { row, column }: Position): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** A range with dollars: B5:D9 is $B$5:$D$9, and 1:6 is $1:$6. */
export const absolute = (text: string): string =>
  text
    .split(':')
    .map((part) =>
      part.replace(/^\$?([A-Z]*)\$?(\d*)$/i, (_, letters: string, row: string) => {
        return `${letters && `$${letters.toUpperCase()}`}${row && `$${row}`}`;
      }),
    )
    .join(':');

/** A sheet's name in quotes, as every defined name writes it. */
export const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** A sheet's name as a formula writes it: in quotes where it would be read as something else. */
const sheetPrefix = (sheet: string): string =>
  /^[A-Z_][A-Z0-9_]*$/i.test(sheet) && !/^([A-Z]{1,3}\d+|R\d*C\d*|R|C|TRUE|FALSE)$/i.test(sheet)
    ? sheet
    : quoted(sheet);

/** @example onSheet('Working capital', 'I8') // "'Working capital'!I8" */
export const onSheet = (sheet: string, reference: string): string => `${sheetPrefix(sheet)}!${reference}`;

/**
 * A range as defined names and charts need it: sheet quoted, dollars everywhere.
 *
 * @example absoluteOnSheet('Live', 'A1:K84') // "'Live'!$A$1:$K$84"
 */
export const absoluteOnSheet = (sheet: string, reference: string): string => `${quoted(sheet)}!${absolute(reference)}`;
