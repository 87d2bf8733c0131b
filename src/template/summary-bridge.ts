import type { Row } from '../model/row.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import { calculated, columnHeads, figureCell, inValuationYear, putHeading, scalarValue, text } from './page-sheet.ts';
import type { PlannedCell } from './plan.ts';
import { styled } from './style-name.ts';
import { summarySheet as sheet } from './summary-layout.ts';
import { perShare } from './target-price.ts';
import { formatOf } from './unit-format.ts';

/** From sales to the target price, on both definitions of net cash. Gives its last line. */
export function putBridge(cells: Cells, book: Book, line: number): number {
  const { sales, value, funding, balance, market } = book.desk.model;
  putHeading(cells, line, 2, 4, 'Target price, two definitions of net cash');
  cells.putRow(line + 1, 2, columnHeads(['In the valuation year', 'published', 'total cash'], 1));
  const inYear = (row: Row): PlannedCell => {
    const { formula, value: cached } = inValuationYear(book, sheet, row);
    return calculated(formula, cached, styled('link', formatOf(row.unit)));
  };
  const scalar = (row: Row) => figureCell(book, sheet, row, 0);
  const at = (index: number) => line + 2 + index;
  const held = (row: Row) => inValuationYear(book, sheet, row).value;
  const { targetNetCash, targetMinority } = value;
  const { netCashTotal } = funding;
  const { nonControllingInterests } = balance;
  const columnOf = (letter: 'C' | 'D', cash: Row, minority: Row) => {
    const cell = (index: number) => `${letter}${at(index)}`;
    const worth = held(value.enterpriseValue);
    const equity = worth + held(cash) - held(minority);
    const price = perShare(
      { formula: cell(5), value: equity },
      { formula: cell(6), value: scalarValue(book, market.sharesOutstanding) },
      { formula: cell(7), value: scalarValue(book, market.rmbPerHkd) },
    );
    return {
      enterprise: calculated(`${cell(0)}*${cell(1)}`, worth, styled('formula', 'money')),
      equity: calculated(`${cell(2)}+${cell(3)}-${cell(4)}`, equity, styled('formula', 'money', 'total')),
      price: calculated(price.formula, price.value, styled('formula', 'per-share', 'total')),
    };
  };
  const asPublished = columnOf('C', targetNetCash, targetMinority);
  const onTotal = columnOf('D', netCashTotal, nonControllingInterests);
  const lines: readonly (readonly [string, PlannedCell, PlannedCell])[] = [
    ['Revenue, RMB mn', inYear(sales.revenue), inYear(sales.revenue)],
    ['EV/sales', scalar(value.multipleInUse), scalar(value.multipleInUse)],
    ['Enterprise value, RMB mn', asPublished.enterprise, onTotal.enterprise],
    ['+ net cash', inYear(targetNetCash), inYear(netCashTotal)],
    ['- minorities', inYear(targetMinority), inYear(nonControllingInterests)],
    ['Equity value, RMB mn', asPublished.equity, onTotal.equity],
    ['Shares, mn', scalar(market.sharesOutstanding), scalar(market.sharesOutstanding)],
    ['RMB per HK$', scalar(market.rmbPerHkd), scalar(market.rmbPerHkd)],
    ['Target price, HK$', asPublished.price, onTotal.price],
    ['EV/sales at the target, on total cash', inYear(value.evSalesAtTarget), inYear(value.evSalesAtTotal)],
  ];
  lines.forEach(([label, published, total], index) => {
    const strong = /^(Equity|Target)/.test(label) ? (['total'] as const) : [];
    cells.putRow(at(index), 2, [text(label, 'label', ...strong), published, total]);
  });
  return at(lines.length - 1);
}
