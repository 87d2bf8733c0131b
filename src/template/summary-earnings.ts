import { isHeading } from '../model/statement.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import { columnHeads, figureCell, putHeading, text, yearHead } from './page-sheet.ts';
import { styled } from './style-name.ts';
import { firstSummaryYear, lastSummaryColumn, shownYears, summarySheet as sheet } from './summary-layout.ts';

/** The earnings summary over the last years, in the signs of its statement. Gives its last line. */
export function putEarnings(cells: Cells, book: Book, line: number): number {
  const { columns, desk } = book;
  const statement = desk.model.statement('Earnings summary');
  const first = Math.max(columns.firstActual, columns.years.length - shownYears);
  putHeading(cells, line, 2, lastSummaryColumn, 'Earnings summary');
  cells.putRow(line + 1, 2, columnHeads(['Year to 31 December', 'unit', ''], 2));
  const at = (index: number) => firstSummaryYear + shownYears - columns.years.length + index;
  for (let index = first; index < columns.years.length; index++) {
    const estimate = columns.years[index]!.status === 'estimate';
    cells.put([line + 1, at(index)], {
      ...yearHead(book, index),
      style: styled(estimate ? 'estimate-head' : 'column-head', 'text'),
    });
  }
  let next = line + 2;
  for (const item of statement.items) {
    if (isHeading(item)) continue;
    const { row, sign, role } = item;
    const marks = role === 'ratio' ? (['indent'] as const) : (['bold'] as const);
    cells.putRow(next, 2, [text(row.label, 'label', ...marks), text(row.unit.name, 'unit')]);
    for (let index = first; index < columns.years.length; index++)
      if (book.step(row, index)) {
        const cell = figureCell(book, sheet, row, index, { sign, role: role === 'ratio' ? 'echo' : 'link' });
        cells.put([next, at(index)], cell);
      }
    next += 1;
  }
  return next - 1;
}
