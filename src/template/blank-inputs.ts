import type { Row } from '../model/row.ts';
import { columnLetters } from './address.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import { rangeColumns } from './columns.ts';
import { styled } from './style-name.ts';

/** How many cells of an input are left blank. */
const blanksIn = ({ columns, inputs }: Book, row: Row): number =>
  columns.years.filter(
    ({ status, year }, index) =>
      (row.isScalar ? index === columns.firstEstimate : status === 'estimate') &&
      inputs.textOf(row) === undefined &&
      inputs.value(row, row.isScalar ? undefined : year) === undefined &&
      row.options.fallback === undefined,
  ).length;

/** How many cells of all inputs are left blank. */
export const blankInputs = (book: Book): number =>
  book.inputLines.reduce((sum, { of }) => sum + ('heading' in of ? 0 : blanksIn(book, of)), 0);

/** Puts how many cells of a line hold nothing, or no number where one is due. */
export function putBlank(cells: Cells, book: Book, line: number, row: Row): void {
  cells.put([line, rangeColumns(book).blank], {
    formula: blanksOf(book, line, row),
    cached: blanksIn(book, row),
    style: styled('flag', 'flag'),
  });
}

function blanksOf({ columns }: Book, line: number, row: Row): string {
  const first = columnLetters(columns.year(columns.firstEstimate));
  const last = columnLetters(columns.lastYear);
  if (!row.isScalar) return `COUNT(${first}$4:${last}$4)-COUNT(${first}${line}:${last}${line})`;
  const words = row.unit.kind === 'text' || row.unit.kind === 'choice';
  return words ? `IF(${first}${line}="",1,0)` : `IF(ISNUMBER(${first}${line}),0,1)`;
}
