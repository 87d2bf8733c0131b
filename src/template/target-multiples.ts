import { ifPositive, type Expression } from '../model/expression.ts';
import { formula } from '../model/readings/formula.ts';
import type { Row } from '../model/row.ts';
import { range } from './address.ts';
import type { Book } from './book.ts';
import { valuationSheet as sheet } from './book-layout.ts';
import type { Cells } from './cells.ts';
import { calculated, inValuationYear, putHeading, scalarValue, text } from './page-sheet.ts';
import { divider } from './sheet-frame.ts';
import { styled } from './style-name.ts';

/** What the share costs at the target price: a multiple of each year, where its base is above zero. */
type TargetMultiple = {
  readonly label: string;
  readonly base: Row;
  readonly worth: Expression;
  readonly worthIn: (year: number) => number;
};

/** Multiples at the target price, and the premium of share price and target price to the peer. */
export function putTargetMultiples(
  cells: Cells,
  book: Book,
  line: number,
): { readonly lastLine: number; readonly irregular: string } {
  const { columns, solution } = book;
  putHeading(cells, line, 2, columns.growth, 'At the target price, as published: other multiples; premium to the peer');
  const multiples = multiplesOf(book);
  multiples.forEach(({ label, base, worth, worthIn }, place) => {
    const at = line + 1 + place;
    cells.putRow(at, 2, [text(label, 'label', 'indent'), text('x', 'unit')]);
    for (const [index, { year }] of columns.years.entries()) {
      const value = solution.value(base, year)?.toNumber();
      if (value === undefined || !book.step(book.desk.model.value.evSales, index)) continue;
      const written = formula(
        book.desk.model.value.priceSales,
        ifPositive(base, worth.div(base)),
        index,
        book.placement(sheet),
      );
      const style = styled('ratio', 'multiple', ...divider(book, index));
      cells.put([at, columns.year(index)], calculated(written, value > 0 ? worthIn(year) / value : 'n.a.', style));
    }
  });
  return putPremiums(cells, book, line + 1 + multiples.length);
}

function multiplesOf({ desk, solution }: Book): readonly TargetMultiple[] {
  const { value, market, sales, profit, balance, funding } = desk.model;
  const capital = value.targetPublished.times(market.sharesOutstanding).times(market.rmbPerHkd);
  const of = (row: Row, year?: number) => solution.value(row, year)!.toNumber();
  const capitalIs = of(value.targetPublished) * of(market.sharesOutstanding) * of(market.rmbPerHkd);
  const { totalCash, totalDebt } = funding;
  const interests = balance.nonControllingInterests;
  const enterprise = {
    worth: capital.minus(totalCash).plus(totalDebt).plus(interests),
    worthIn: (year: number) => capitalIs - of(totalCash, year) + of(totalDebt, year) + of(interests, year),
  };
  const equity = { worth: capital, worthIn: () => capitalIs };
  return [
    { label: 'P/S at the target price', base: sales.revenue, ...equity },
    { label: 'EV/gross profit at the target price', base: profit.grossProfit, ...enterprise },
    { label: 'P/B at the target price', base: balance.totalEquity, ...equity },
  ];
}

function putPremiums(cells: Cells, book: Book, line: number): ReturnType<typeof putTargetMultiples> {
  const { value, market } = book.desk.model;
  const { columns } = book;
  const at = columns.year(columns.firstEstimate);
  const peer = { formula: book.link(sheet, market.peerEvSales, 0), value: scalarValue(book, market.peerEvSales) };
  [
    ['Premium of EV/sales at the share price to the peer', value.evSales] as const,
    ['Premium of EV/sales at the target price to the peer', value.evSalesAtTarget] as const,
  ].forEach(([label, multiple], index) => {
    const own = inValuationYear(book, sheet, multiple);
    cells.putRow(line + index, 2, [text(label, 'label', 'indent'), text('%', 'unit')]);
    cells.put([line + index, at - 1], text('value', 'note', 'right'));
    cells.put(
      [line + index, at],
      calculated(`${own.formula}/${peer.formula}-1`, own.value / peer.value - 1, styled('ratio', 'percent')),
    );
    cells.put([line + index, columns.note], text('in the valuation year; the peer as Drivers has it', 'note'));
  });
  return { lastLine: line + 1, irregular: range({ top: line, left: at, bottom: line + 1, right: at }) };
}
