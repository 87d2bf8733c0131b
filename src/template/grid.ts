import type { Row } from '../model/row.ts';
import { address, columnLetters, range } from './address.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import type { SheetCheck } from './checks-sheet.ts';
import type { FormatName } from './number-formats.ts';
import { calculated, inValuationYear, putHeading, scalarValue, text } from './page-sheet.ts';
import { styled } from './style-name.ts';
import type { Held } from './target-price.ts';

/** How many rows a grid has. */
export const down = 5;
const middleRow = 2;
const mostColumns = 7;

/** How many columns a grid has: as many as the years above leave it, with one in the middle. */
export const across = ({ columns: { years } }: Book): number => {
  const most = Math.min(mostColumns, years.length);
  return most % 2 === 1 ? most : most - 1;
};
const middleColumn = (book: Book): number => (across(book) - 1) / 2;

/** An axis: what it changes, its middle, and the step between its values. */
export type Axis = {
  readonly label: string;
  readonly unit: string;
  readonly middle: Held;
  readonly step: Held;
  readonly format: FormatName;
};

/** A grid of a figure by two axes. */
export type Grid = {
  readonly title: string;
  readonly unit: string;
  readonly format: FormatName;
  readonly top: Axis;
  readonly side: Axis;
  /** The figure of a cell from its column's and its row's heading. */
  readonly figure: (top: Held, side: Held) => Held;
  /** What the middle cell must give. */
  readonly check: { readonly name: string; readonly row: Row };
};

/** The heading of a column of a grid, as the cells below refer to it. */
export const topOf = (book: Book, line: number, index: number, axis: Axis): Held => ({
  formula: `${columnLetters(book.columns.firstYear + index)}$${line + 1}`,
  value: axis.middle.value + (index - middleColumn(book)) * axis.step.value,
});

/** The heading of a grid with its upper axis: the middle from the model, the others a step away. Gives the axis. */
export function putTop(cells: Cells, book: Book, line: number, title: string, axis: Axis): string {
  const first = book.columns.firstYear;
  putHeading(cells, line, 2, book.columns.growth, title);
  cells.put([line + 1, 2], text(axis.label, 'column-head', 'left'));
  cells.put([line + 1, 3], text(axis.unit, 'column-head', 'left')).put([line + 1, 4], text('', 'column-head'));
  for (let index = 0; index < across(book); index++) {
    const neighbour = (by: number) => address(line + 1, first + index + by);
    const { value } = topOf(book, line, index, axis);
    cells.put(
      [line + 1, first + index],
      calculated(stepped(axis, index - middleColumn(book), neighbour), value, styled('column-head', axis.format)),
    );
  }
  return range({ top: line + 1, left: first, bottom: line + 1, right: first + across(book) - 1 });
}

/** The middle from the model, the others a step from their neighbour nearer the middle. */
const stepped = ({ middle, step }: Axis, from: number, neighbour: (by: number) => string): string =>
  from === 0 ? middle.formula : from < 0 ? `${neighbour(1)}-${step.formula}` : `${neighbour(-1)}+${step.formula}`;

/** The cells of a grid below its heading, their middle held to the model. */
export function putBody(cells: Cells, book: Book, sheet: string, line: number, grid: Grid): SheetCheck {
  const { firstYear, source } = book.columns;
  const { top, side } = grid;
  for (let row = 0; row < down; row++) {
    const at = line + 2 + row;
    const heading = {
      formula: `$${columnLetters(source)}${at}`,
      value: side.middle.value + (row - middleRow) * side.step.value,
    };
    cells.putRow(at, 2, [
      text(row === 0 ? side.label : '', 'label'),
      text(grid.unit, 'unit'),
      calculated(
        stepped(side, row - middleRow, (by) => address(at + by, source)),
        heading.value,
        styled('formula', side.format, 'bold'),
      ),
    ]);
    for (let index = 0; index < across(book); index++) {
      const isMiddle = row === middleRow && index === middleColumn(book);
      const { formula, value } = grid.figure(topOf(book, line, index, top), heading);
      const style = styled('formula', grid.format, ...(isMiddle ? (['bold', 'boxed'] as const) : []));
      cells.put([at, firstYear + index], calculated(formula, value, style));
    }
  }
  return putMiddleCheck(cells, book, sheet, line + 2 + middleRow, grid);
}

function putMiddleCheck(
  cells: Cells,
  book: Book,
  sheet: string,
  at: number,
  { top, side, figure, check }: Grid,
): SheetCheck {
  const { firstYear, growth, note } = book.columns;
  const { name, row } = check;
  const held = row.isScalar
    ? { formula: book.link(sheet, row, 0), value: scalarValue(book, row) }
    : inValuationYear(book, sheet, row);
  const difference = figure(top.middle, side.middle).value - held.value;
  const [differenceCell, flagCell] = [address(at, growth), address(at + 1, growth)];
  const middle = address(at, firstYear + middleColumn(book));
  cells.put(differenceCell, calculated(`${middle}-${held.formula}`, difference, styled('check', 'check')));
  cells.put([at, note], text('middle less model: must be zero', 'note'));
  const tolerance = book.tolerance(row);
  const flag = Math.abs(difference) <= tolerance.value ? 0 : 1;
  cells.put(
    flagCell,
    calculated(`IF(ABS(${differenceCell})<=${tolerance.formula},0,1)`, flag, styled('check', 'verdict')),
  );
  return { name, unit: row.unit.name, sheet, difference: differenceCell, flag: flagCell, cached: { difference, flag } };
}
