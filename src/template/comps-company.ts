import type { Row } from '../model/row.ts';
import { address, columnLetters, onSheet } from './address.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import { compsColumns as at, compsSheet as sheet, compsYearsLine, type CompsField } from './comps-layout.ts';
import { calculated, figureCell, scalarValue, text } from './page-sheet.ts';
import type { PlannedCell } from './plan.ts';
import { styled } from './style-name.ts';

/** The company on its own line of Comps, live from the model. */
export function putCompany(cells: Cells, book: Book): void {
  const layout = book.comps;
  const { model, company } = book.desk;
  const { value, market } = model;
  const line = layout.ownLine;
  const bold = { marks: ['bold'] as const };
  cells.putRow(line, at.name, [
    text(company.name, 'label', 'bold'),
    { ...figureCell(book, sheet, value.rating, 0), style: styled('link', 'text', 'left') },
    text('HKD'),
    text(company.ticker, 'text', 'bold'),
    undefined,
    text('12', 'text', 'right'),
    figureCell(book, sheet, market.sharePrice, 0, bold),
    { ...figureCell(book, sheet, value.marketCapUsd, 0), style: styled('link', 'count') },
  ]);
  for (const field of layout.fields) cells.put([line, field.column], ownField(book, field));
  cells.put([line, layout.status], text('live', 'text', 'indent'));
  cells.put([line, layout.basis], text("this model; the report's definition of EV", 'note', 'indent'));
  putUsDollars(cells, book);
}

/** The company's own figure, live from the model. */
function ownField(book: Book, field: CompsField): PlannedCell {
  const { columns, desk } = book;
  const { value, sales, profit, cash } = desk.model;
  const style = styled('link', field.format, 'bold');
  const inYear = (row: Row, year: number): PlannedCell => {
    const index = columns.years.findIndex((one) => one.year === year);
    if (index < 0 || !book.step(row, index)) return text('n.a.', 'text', 'right');
    const { values, years } = book.placement(sheet).series(row);
    const head = `${columnLetters(field.column)}$${compsYearsLine}`;
    return { formula: `INDEX(${values},MATCH(${head},${years},0))`, cached: book.value(row, index)!, style };
  };
  const [from, to] = [columns.firstEstimate - 1, columns.years.length - 1];
  switch (field.kind) {
    case 'ev-sales':
      return inYear(value.evSales, field.year!);
    case 'price-sales':
      return inYear(value.priceSales, field.year!);
    case 'sales-growth': {
      const [first, last] = [from, to].map((index) => book.link(sheet, sales.revenue, index)) as [string, string];
      const [firstYear, lastYear] = [from, to].map((index) =>
        onSheet(book.home(sales.revenue).sheet, `${columnLetters(columns.year(index))}$4`),
      ) as [string, string];
      const span = columns.years[to]!.year - columns.years[from]!.year;
      return {
        formula: `(${last}/${first})^(1/(${lastYear}-${firstYear}))-1`,
        cached: (Number(book.value(sales.revenue, to)) / Number(book.value(sales.revenue, from))) ** (1 / span) - 1,
        style,
      };
    }
    case 'eps-growth':
      return text('n.a.', 'text', 'right');
    case 'gross-margin':
      return { ...figureCell(book, sheet, profit.grossMargin, from), style };
    case 'cash-flow-margin':
      return { ...figureCell(book, sheet, cash.freeCashFlowMargin, from), style };
  }
}

/** Net debt, enterprise value and sales of the company in US$, to stand beside those of its peers. */
function putUsDollars(cells: Cells, book: Book): void {
  const { desk, columns } = book;
  const { value, sales, market } = desk.model;
  const { ownLine: line, salesColumns, years, fields } = book.comps;
  const style = styled('link', 'count');
  const perDollar = book.link(sheet, market.rmbPerUsd, 0);
  const inDollars = (row: Row, year: number, head: string): ReturnType<typeof calculated> | undefined => {
    const index = columns.years.findIndex((one) => one.year === year);
    if (index < 0 || !book.step(row, index)) return undefined;
    const { values, years: numbers } = book.placement(sheet).series(row);
    const held = Number(book.value(row, index)) / scalarValue(book, market.rmbPerUsd);
    return calculated(`INDEX(${values},MATCH(${head},${numbers},0))/${perDollar}`, held, style);
  };
  const headOf = (place: number) => `${columnLetters(fields[place]!.column)}$${compsYearsLine}`;
  years.forEach((year, place) => {
    const cell = inDollars(sales.revenue, year, headOf(place));
    if (cell) cells.put([line, salesColumns[place]!], cell);
  });
  const enterprise = inDollars(value.marketEnterpriseValue, years[0]!, headOf(0));
  if (!enterprise) return;
  cells.put([line, at.enterpriseValue], enterprise);
  cells.put(
    [line, at.netDebt],
    calculated(
      `${address(line, at.enterpriseValue)}-${address(line, at.marketCap)}`,
      Number(enterprise.cached) - scalarValue(book, value.marketCapUsd),
      styled('formula', 'count'),
    ),
  );
}
