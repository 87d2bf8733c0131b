import { at } from '../model/expression.ts';
import { yearLabel } from '../model/financial-year.ts';
import { formula } from '../model/readings/formula.ts';
import type { Row } from '../model/row.ts';
import { absolute, columnLetters, onSheet, range } from './address.ts';
import { driversSheet, firstRow } from './book-layout.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import type { ConstantCell, FormatName, FormulaCell, PlannedCell, SheetPlan, SheetRules } from './plan.ts';
import { onPages, titlePoints } from './page-breaks.ts';
import { masterFormat, printed } from './sheet-frame.ts';
import { styled, type Mark, type Role, type StyleName } from './style-name.ts';
import { formatOf } from './unit-format.ts';

/** A sheet with columns of its own: what it differs in from the usual. */
export type Page = {
  readonly name: string;
  readonly kind: SheetPlan['kind'];
  readonly layout: 'table' | 'page';
  readonly widths: readonly number[];
  /** The last column, where the master check stands and the paper ends. */
  readonly lastColumn: number;
  readonly inputs?: SheetRules['inputs'];
  readonly legend?: SheetRules['legend'];
  /** Lines where a block begins that must not be cut by the end of a page; pages repeat the lines above the first. */
  readonly blocks?: readonly number[];
  readonly print?: Parameters<typeof printed>[3];
} & Pick<SheetPlan, 'links'> &
  Partial<Pick<SheetPlan, 'freeze' | 'validations' | 'conditionalFormats' | 'notes' | 'charts' | 'heights'>>;

/** A sheet that is no time series, from its cells: as wide as the paper. */
export function pageSheet(book: Book, cells: Cells, page: Page): SheetPlan {
  const { name, kind, layout, widths, lastColumn, inputs = [], legend, blocks: pageBlocks, print, ...more } = page;
  const blocks = cells.blocks();
  const lastCell = Math.max(...blocks.map(({ row, cells: inside }) => row + inside.length - 1));
  const lastChart = Math.max(...(more.charts ?? []).map(({ covers }) => Number(/\d+$/.exec(covers)![0])), 0);
  const lastLine = Math.max(lastCell, lastChart);
  const headRows = (pageBlocks?.[0] ?? 1) - 1;
  const pages = pageBlocks && {
    repeatRows: `1:${headRows}`,
    ...onPages({
      orientation: print?.orientation ?? 'landscape',
      widths: widths.slice(0, lastColumn),
      ...(more.heights && { heights: more.heights }),
      headRows,
      blocks: pageBlocks,
      lastRow: lastLine,
    }),
  };
  return {
    name,
    kind,
    rules: { layout, firstRow, inputs, ...(legend && { legend }) },
    widths,
    blocks,
    validations: [],
    notes: [],
    charts: [],
    ...more,
    heights: { 1: titlePoints, ...more.heights },
    conditionalFormats: [masterFormat(lastColumn), ...(more.conditionalFormats ?? [])],
    print: printed(book, name, range({ top: 1, left: 1, bottom: lastLine, right: lastColumn }), {
      ...pages,
      ...print,
    }),
  };
}

/** Plain text in a cell. */
export const text = (value: string, role: Role = 'text', ...marks: readonly Mark[]): ConstantCell => ({
  value,
  style: styled(role, 'text', ...marks),
});

/** The headings of a table's columns, the first ones on the left. */
export const columnHeads = (heads: readonly string[], onTheLeft = 1): readonly ConstantCell[] =>
  heads.map((head, index) => text(head, 'column-head', ...(index < onTheLeft ? (['left'] as const) : [])));

/** The height of a line of headings that take two lines. */
export const twoLines = 24;

type Words = { readonly formula: string; readonly cached: string };

/** The label of a year, as Drivers makes it from the year's number. */
export const yearHead = ({ columns }: Book, index: number): Words => ({
  formula: onSheet(driversSheet, `$${columnLetters(columns.year(index))}$5`),
  cached: yearLabel(columns.years[index]!),
});

/** The label of the year that a cell holds as a number; of a year that the model does not know, its number. */
export function yearHeadOf({ columns }: Book, cell: string, year: number): Words {
  const { firstYear, lastYear, years } = columns;
  const line = (row: number) =>
    onSheet(driversSheet, absolute(range({ top: row, left: firstYear, bottom: row, right: lastYear })));
  const known = years.find((one) => one.year === year);
  return {
    formula: `IF(COUNTIF(${line(4)},${cell})=0,"FY"&${cell},INDEX(${line(5)},MATCH(${cell},${line(4)},0)))`,
    cached: known ? yearLabel(known) : `FY${year}`,
  };
}

/** A heading that may take two lines, with a label of a year where there is one. */
export const wrappedHead = (words: string, onTheLeft = false, year?: Words): PlannedCell => {
  const style = styled('column-head', 'text', 'wrap', ...(onTheLeft ? (['left'] as const) : []));
  return year
    ? { formula: `"${words} "&${year.formula}`, cached: `${words} ${year.cached}`, style }
    : { value: words, style };
};

/** A row's value in a year, read from its home. */
export const figureCell = (
  book: Book,
  sheet: string,
  row: Row,
  index: number,
  { sign = 1, role = 'link', marks = [] }: { sign?: 1 | -1; role?: Role; marks?: readonly Mark[] } = {},
): FormulaCell => ({
  formula: book.link(sheet, row, index, sign),
  cached: book.value(row, index, sign)!,
  style: styled(role, formatOf(row.unit), ...marks),
});

/** A row's formula in the valuation year, and its value there. */
export function inValuationYear(book: Book, sheet: string, row: Row): { formula: string; value: number } {
  const { valuationYear } = book.desk.model.market;
  const year = book.solution.value(valuationYear)!.toNumber();
  return {
    formula: formula(row, at(row, valuationYear), -1, book.placement(sheet)),
    value: book.solution.value(row, year)!.toNumber(),
  };
}

/** A scalar's value as a number. */
export const scalarValue = (book: Book, row: Row): number => book.solution.value(row)!.toNumber();

/** A typed-in figure, or the word for one that is not known. */
export const orNotAvailable = (value: number | null, format: FormatName): ConstantCell =>
  value === null ? text('n.a.', 'input', 'right') : { value, style: styled('input', format) };

/** The line under a table: its label, blank up to the first sum, then sums of the columns from one line to another. */
export const totalsOf = (
  label: string,
  firstSum: number,
  sums: readonly number[],
  from: number,
  to: number,
): readonly PlannedCell[] => [
  ...Array.from({ length: firstSum - 2 }, (_, index) => text(index === 0 ? label : '', 'label', 'total')),
  ...sums.map((value, index) =>
    calculated(
      `SUM(${column(columnLetters(firstSum + index), from, to)})`,
      value,
      styled('formula', 'shares', 'total'),
    ),
  ),
];

/** A section's heading over its columns. */
export function putHeading(cells: Cells, line: number, from: number, to: number, heading: string): void {
  for (let column = from; column <= to; column++)
    cells.put([line, column], text(column === from ? heading : '', 'heading'));
}

/** A formula with its value and its look. */
export const calculated = (formulaText: string, cached: number | string, style: StyleName): FormulaCell => ({
  formula: formulaText,
  cached,
  style,
});

/** The cells of a column from one line to another, with dollars. */
export const column = (letters: string, from: number, to: number): string => `$${letters}$${from}:$${letters}$${to}`;
