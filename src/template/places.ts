import { yearLabel, type FinancialYear } from '../model/financial-year.ts';
import type { Row } from '../model/row.ts';
import { driversSheet, liveSheet } from './book-layout.ts';
import type { Book } from './book.ts';

/** A row of the model on a line of a sheet, and the sign that it is shown with there. */
export type RowPlace = { readonly line: number; readonly row: Row; readonly sign: 1 | -1 };

/** Where the rows of a model stand: the lines of each sheet, and the year of each column. */
export type Places = {
  readonly lines: ReadonlyMap<string, readonly RowPlace[]>;
  readonly years: ReadonlyMap<number, FinancialYear>;
  /** The column of a year by its label: FY22E. */
  readonly columns: ReadonlyMap<string, number>;
};

/**
 * Which row stands on which line, sheet by sheet, and which year in which column. Sheets laid out as pages have none.
 *
 * @example placesOf(book).lines.get('Income')![0].row.label // "Revenue"
 */
export function placesOf(book: Book): Places {
  const { columns, inputLines, statementLines } = book;
  const inputs = inputLines.flatMap(({ line, of }): RowPlace[] =>
    'heading' in of ? [] : [{ line, row: of, sign: 1 }],
  );
  const statements = [...statementLines].map(
    ([sheet, lines]) =>
      [
        sheet,
        lines.flatMap(({ line, of }): RowPlace[] => {
          if ('row' in of) return [{ line, row: of.row, sign: of.sign }];
          return 'check' in of ? [{ line, row: of.check, sign: 1 }] : [];
        }),
      ] as const,
  );
  return {
    lines: new Map([[driversSheet, inputs], [liveSheet, inputs], ...statements]),
    years: new Map(columns.years.map((year, index) => [columns.year(index), year])),
    columns: new Map(columns.years.map((year, index) => [yearLabel(year), columns.year(index)])),
  };
}
