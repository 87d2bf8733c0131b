import type { Row } from '../model/row.ts';
import { absolute, address } from './address.ts';
import type { Book } from './book.ts';
import { valuationSheet as sheet } from './book-layout.ts';
import type { Cells } from './cells.ts';
import { calculated, inValuationYear, putHeading, scalarValue, text } from './page-sheet.ts';
import { styled } from './style-name.ts';
import type { Held } from './target-price.ts';

/** What all grids are made from. */
export type GridParts = {
  readonly multiple: Held;
  readonly shares: Held;
  readonly rate: Held;
  readonly price: Held;
  /** Revenue of the valuation year, and what lies between enterprise value and equity in it. */
  readonly revenue: Held;
  readonly toEquity: Held;
  readonly toEnterprise: Held;
};

/** Net cash less minorities, on the definition in use. */
export function toEquity(book: Book, read: (row: Row) => Held): Held {
  const { value, funding, balance, market } = book.desk.model;
  const [netCash, minority, total, interests] = [
    value.targetNetCash,
    value.targetMinority,
    funding.netCashTotal,
    balance.nonControllingInterests,
  ].map(read) as [Held, Held, Held, Held];
  const onTotal = scalarValue(book, market.netCashBasis) !== 0;
  return {
    formula:
      `IF(${book.link(sheet, market.netCashBasis, 0)}=0,` +
      `${netCash.formula}-(${minority.formula}),${total.formula}-(${interests.formula}))`,
    value: onTotal ? total.value - interests.value : netCash.value - minority.value,
  };
}

/** What the grids share: revenue, and what lies between enterprise value and equity, in the valuation year. */
export function putParts(cells: Cells, book: Book, line: number): GridParts {
  const { sales, value, funding, balance, market } = book.desk.model;
  const inYear = (row: Row) => inValuationYear(book, sheet, row);
  const [cash, debt, interests] = [funding.totalCash, funding.totalDebt, balance.nonControllingInterests].map(
    inYear,
  ) as [Held, Held, Held];
  const entries: readonly (readonly [string, Held])[] = [
    ['Revenue in the valuation year', inYear(sales.revenue)],
    ['Net cash less minorities in the target price in use', toEquity(book, inYear)],
    [
      'From market capitalisation to enterprise value',
      {
        formula: `${debt.formula}+${interests.formula}-(${cash.formula})`,
        value: debt.value + interests.value - cash.value,
      },
    ],
  ];
  putHeading(cells, line - 1, 2, book.columns.growth, 'Grids: what they share; their steps stand on Drivers');
  const [revenue, equity, enterprise] = entries.map(([label, { formula, value: cached }], index): Held => {
    const row = line + index;
    cells.putRow(row, 2, [
      text(label, 'label'),
      text('RMB mn', 'unit'),
      calculated(formula, cached, styled('formula', 'money')),
    ]);
    return { formula: absolute(address(row, book.columns.source)), value: cached };
  }) as [Held, Held, Held];
  const scalar = (row: Row): Held => ({ formula: book.link(sheet, row, 0), value: scalarValue(book, row) });
  return {
    multiple: scalar(value.multipleInUse),
    shares: scalar(market.sharesOutstanding),
    rate: scalar(market.rmbPerHkd),
    price: scalar(market.sharePrice),
    revenue: revenue!,
    toEquity: equity!,
    toEnterprise: enterprise!,
  };
}
