import { at } from '../model/expression.ts';
import { formula } from '../model/readings/formula.ts';
import type { Row } from '../model/row.ts';
import { range } from './address.ts';
import { firstRow } from './book-layout.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import type { ConstantCell, FormulaCell, SheetPlan, SheetRules } from './plan.ts';
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
  readonly print?: Parameters<typeof printed>[3];
} & Pick<SheetPlan, 'links'> &
  Partial<Pick<SheetPlan, 'freeze' | 'validations' | 'conditionalFormats' | 'notes' | 'charts' | 'heights'>>;

/** A sheet that is no time series, from its cells: as wide as the paper. */
export function pageSheet(book: Book, cells: Cells, page: Page): SheetPlan {
  const { name, kind, layout, widths, lastColumn, inputs = [], print, ...more } = page;
  const blocks = cells.blocks();
  const lastCell = Math.max(...blocks.map(({ row, cells: inside }) => row + inside.length - 1));
  const lastChart = Math.max(...(more.charts ?? []).map(({ covers }) => Number(/\d+$/.exec(covers)![0])), 0);
  return {
    name,
    kind,
    rules: { layout, firstRow, inputs },
    widths,
    blocks,
    validations: [],
    notes: [],
    charts: [],
    ...more,
    conditionalFormats: [masterFormat(lastColumn), ...(more.conditionalFormats ?? [])],
    print: printed(
      book,
      name,
      range({ top: 1, left: 1, bottom: Math.max(lastCell, lastChart), right: lastColumn }),
      print,
    ),
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
