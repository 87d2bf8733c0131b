import type { Row } from '../model/row.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import { calculated, columnHeads, figureCell, inValuationYear, putHeading, scalarValue, text } from './page-sheet.ts';
import type { PlannedCell } from './plan.ts';
import { styled } from './style-name.ts';
import { summarySheet as sheet } from './summary-layout.ts';
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
  const sum = (column: string, cash: Row, minority: Row) =>
    calculated(
      `${column}${at(2)}+${column}${at(3)}-${column}${at(4)}`,
      held(value.enterpriseValue) + held(cash) - held(minority),
      styled('formula', 'money', 'total'),
    );
  const perShare = (column: string, cash: Row, minority: Row) =>
    calculated(
      `${column}${at(5)}/${column}${at(6)}/${column}${at(7)}`,
      (held(value.enterpriseValue) + held(cash) - held(minority)) /
        scalarValue(book, market.sharesOutstanding) /
        scalarValue(book, market.rmbPerHkd),
      styled('formula', 'per-share', 'total'),
    );
  const enterprise = (column: string) =>
    calculated(`${column}${at(0)}*${column}${at(1)}`, held(value.enterpriseValue), styled('formula', 'money'));
  const { targetNetCash, targetMinority } = value;
  const { netCashTotal } = funding;
  const { nonControllingInterests } = balance;
  const lines: readonly (readonly [string, PlannedCell, PlannedCell])[] = [
    ['Revenue, RMB mn', inYear(sales.revenue), inYear(sales.revenue)],
    ['EV/sales', scalar(value.multipleInUse), scalar(value.multipleInUse)],
    ['Enterprise value, RMB mn', enterprise('C'), enterprise('D')],
    ['+ net cash', inYear(targetNetCash), inYear(netCashTotal)],
    ['- minorities', inYear(targetMinority), inYear(nonControllingInterests)],
    ['Equity value, RMB mn', sum('C', targetNetCash, targetMinority), sum('D', netCashTotal, nonControllingInterests)],
    ['Shares, mn', scalar(market.sharesOutstanding), scalar(market.sharesOutstanding)],
    ['RMB per HK$', scalar(market.rmbPerHkd), scalar(market.rmbPerHkd)],
    [
      'Target price, HK$',
      perShare('C', targetNetCash, targetMinority),
      perShare('D', netCashTotal, nonControllingInterests),
    ],
    ['EV/sales at the target, on total cash', inYear(value.evSalesAtTarget), inYear(value.evSalesAtTotal)],
  ];
  lines.forEach(([label, published, total], index) => {
    const strong = /^(Equity|Target)/.test(label) ? (['total'] as const) : [];
    cells.putRow(at(index), 2, [text(label, 'label', ...strong), published, total]);
  });
  return at(lines.length - 1);
}
