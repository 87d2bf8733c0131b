import { absolute, address, columnLetters, parseRange, range, type Area } from './address.ts';
import type { Book } from './book.ts';
import { valuationSheet as sheet } from './book-layout.ts';
import type { Cells } from './cells.ts';
import type { SheetCheck } from './checks-sheet.ts';
import { calculated, column, scalarValue, text } from './page-sheet.ts';
import { styled } from './style-name.ts';

const name = 'Grid by valuation year holds the target price';

/** Holds the grid by valuation year to the model: its cell at the year and the multiple in use is the target price. */
export function putYearGridCheck(cells: Cells, book: Book, axis: string, lastLine: number): SheetCheck {
  const { market, value } = book.desk.model;
  const { columns } = book;
  const { top, left, right } = parseRange(axis);
  const body: Area = { top: top + 1, left, bottom: lastLine, right };
  const sides = column(columnLetters(columns.source), body.top, lastLine);
  const [year, multiple, target] = [market.valuationYear, value.multipleInUse, value.targetPrice].map((row) =>
    book.link(sheet, row, 0),
  );
  const [differenceCell, flagCell] = [0, 1].map((down) => address(body.top + down, columns.growth)) as [string, string];
  const held = heldBy(cells, book, body);
  const difference = held === undefined ? 0 : held - scalarValue(book, value.targetPrice);
  const found = `INDEX(${range(body)},MATCH(${year},${sides},0),MATCH(${multiple},${absolute(axis)},0))`;
  cells.put(
    differenceCell,
    calculated(`IF(COUNTIF(${sides},${year})=0,0,${found}-${target})`, difference, styled('check', 'check')),
  );
  cells.put(
    [body.top, columns.note],
    text('at the valuation year and the multiple in use, less model: must be zero', 'note'),
  );
  const tolerance = book.tolerance(value.targetPrice);
  const flag = Math.abs(difference) <= tolerance.value ? 0 : 1;
  cells.put(
    flagCell,
    calculated(`IF(ABS(${differenceCell})<=${tolerance.formula},0,1)`, flag, styled('check', 'verdict')),
  );
  const unit = value.targetPrice.unit.name;
  return { name, unit, sheet, difference: differenceCell, flag: flagCell, cached: { difference, flag } };
}

/** What the grid has at the valuation year and the multiple in use; undefined where it has no such year. */
function heldBy(cells: Cells, book: Book, { top, left, bottom, right }: Area): number | undefined {
  const { market, value } = book.desk.model;
  const at = (row: number, place: number): unknown => {
    const cell = cells.get(address(row, place));
    return cell && 'formula' in cell ? cell.cached : undefined;
  };
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  const places = Array.from({ length: right - left + 1 }, (_, index) => left + index);
  const row = rows.find((one) => at(one, book.columns.source) === scalarValue(book, market.valuationYear));
  const place = places.find((one) => at(top - 1, one) === scalarValue(book, value.multipleInUse));
  return row === undefined || place === undefined ? undefined : (at(row, place) as number);
}
