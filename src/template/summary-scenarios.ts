import type { Row } from '../model/row.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import { figureCell, putHeading, text, wrappedHead, yearHead } from './page-sheet.ts';
import type { PlannedCell } from './plan.ts';
import { stampedScenarios } from './stamped-scenarios.ts';
import { styled } from './style-name.ts';
import { lastSummaryColumn, summarySheet as sheet } from './summary-layout.ts';
import { formatOf } from './unit-format.ts';

/** The scenario in use by formula, then every scenario stamped: fixed when the workbook was written. */
export function putScenarios(cells: Cells, book: Book, line: number): number {
  const { company, model } = book.desk;
  const { value, sales, profit, funding, cash } = model;
  const { years } = book.columns;
  const [next, last] = [years.length - 2, years.length - 1];
  const heads: readonly (readonly [words: string, year?: number])[] = [
    ['Live first; the others stamped'],
    ['target, HK$'],
    ['upside'],
    ['rating'],
    ['revenue', next],
    ['revenue', last],
    ['adj. profit', last],
    ['total cash', last],
    ['runway, years', last],
  ];
  putHeading(cells, line, 2, lastSummaryColumn, 'Scenarios');
  cells.putRow(
    line + 1,
    2,
    heads.map(([words, year], index) =>
      wrappedHead(words, index === 0, year === undefined ? undefined : yearHead(book, year)),
    ),
  );
  const rows: readonly (readonly [Row, number])[] = [
    [value.targetPrice, 0],
    [value.upside, 0],
    [value.rating, 0],
    [sales.revenue, next],
    [sales.revenue, last],
    [profit.adjustedNetProfit, last],
    [funding.totalCash, last],
    [cash.runway, last],
  ];
  cells.putRow(line + 2, 2, [
    text('In use', 'label', 'bold'),
    ...rows.map(([row, index]) =>
      book.step(row, index) ? figureCell(book, sheet, row, index, { marks: rightIfWords(row) }) : undefined,
    ),
  ]);
  const stamped = stampedScenarios(book, rows);
  company.scenarios.forEach((scenario, place) => {
    cells.putRow(line + 3 + place, 2, [
      text(scenario.name, 'label'),
      ...rows.map(([row], index): PlannedCell | undefined => {
        const value = stamped[place]![index];
        return value === undefined ? undefined : { value, style: styled('note', formatOf(row.unit), 'right') };
      }),
    ]);
  });
  return line + 2 + company.scenarios.length;
}

const rightIfWords = (row: Row) => (row.unit.kind === 'rating' ? (['right'] as const) : []);
