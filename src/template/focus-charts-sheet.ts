import type { Row } from '../model/row.ts';
import { absoluteOnSheet, range } from './address.ts';
import type { Book } from './book.ts';
import { Cells } from './cells.ts';
import type { ChartPlan, ChartSeries } from './chart-plan.ts';
import type { FootballField } from './football-field.ts';
import { pageSheet, text } from './page-sheet.ts';
import type { SheetPlan } from './plan.ts';
import { putHead } from './sheet-frame.ts';

const name = 'Focus charts';
const firstLine = 5;
const chartLines = 19;
const lastColumn = 13;
const halves = [
  { left: 2, right: 7 },
  { left: 8, right: 13 },
] as const;

/** Focus charts: eight native charts on one page, each reading the rows of its sheet. */
export function makeFocusChartsSheet(book: Book, footballField: FootballField['chart']): SheetPlan {
  const cells = new Cells(name);
  const links = putHead(cells, book, name, lastColumn);
  cells.put(
    [firstLine + 4 * chartLines, 2],
    text('Days stand on the year-end balance in all years. Each chart reads the rows of its own sheet.', 'note'),
  );
  const charts = chartsOf(book, footballField).map((chart, index): ChartPlan => {
    const { left, right } = halves[index % 2]!;
    const top = firstLine + Math.floor(index / 2) * chartLines;
    return { ...chart, covers: range({ top, left, bottom: top + chartLines - 2, right }) };
  });
  return pageSheet(book, cells, {
    name,
    kind: 'output',
    layout: 'page',
    widths: [2.5, 24, ...new Array<number>(lastColumn - 2).fill(12.5)],
    lastColumn,
    links,
    charts,
    print: { pagesTall: 1, orientation: 'portrait' },
  });
}

function chartsOf(book: Book, field: FootballField['chart']): readonly Omit<ChartPlan, 'covers'>[] {
  const { sales, profit, working, cash, funding } = book.desk.model;
  const { columns } = book;
  const row = (id: string) => book.desk.model.row(id);
  const span = (line: number) =>
    range({ top: line, left: columns.year(columns.firstActual), bottom: line, right: columns.lastYear });
  const of = (one: Row, label = one.label): ChartSeries => {
    const { sheet, line } = book.home(one);
    return { name: label, values: absoluteOnSheet(sheet, span(line)) };
  };
  const yearsOf = (one: Row) => absoluteOnSheet(book.home(one).sheet, span(5));
  const chart = (
    kind: ChartPlan['kind'],
    title: string,
    format: ChartPlan['format'],
    series: readonly ChartSeries[],
    years: Row,
    more: Partial<ChartPlan> = {},
  ): Omit<ChartPlan, 'covers'> => ({ kind, title, format, series, categories: yearsOf(years), ...more });
  return [
    chart(
      'stacked-column',
      'Revenue by segment, RMB mn',
      'count',
      sales.segments.map(({ revenue, segment }) => of(revenue, segment.label)),
      sales.revenue,
      { gap: 60 },
    ),
    chart('line', 'Revenue growth', 'percent-0', [of(sales.revenueGrowth)], sales.revenue, { legend: false }),
    chart(
      'line',
      'Margins',
      'percent-0',
      [
        of(profit.grossMargin, 'Gross'),
        of(row('operating-margin'), 'Operating'),
        of(row('adjusted-net-margin'), 'Adjusted net'),
      ],
      profit.grossMargin,
    ),
    chart(
      'line',
      'Operating expenses, % of revenue',
      'percent-0',
      [
        of(row('selling-and-marketing-ratio'), 'Selling'),
        of(row('administrative-ratio'), 'Administrative'),
        of(row('research-and-development-ratio'), 'Research'),
        of(row('operating-expense-ratio-before-share-based-compensation'), 'All, before share-based compensation'),
      ],
      row('selling-and-marketing-ratio'),
    ),
    chart(
      'line',
      'Working-capital days, year-end balance',
      'count',
      [
        of(row('year-end-trade-receivable-days'), 'Receivables'),
        of(row('year-end-inventory-days'), 'Inventories'),
        of(row('year-end-trade-payable-days'), 'Payables'),
      ],
      working.receivables,
    ),
    chart(
      'column',
      'Operating cash flow and adjusted net profit, RMB mn',
      'count',
      [of(row('operating-cash-flow'), 'Operating cash flow'), of(profit.adjustedNetProfit, 'Adjusted net profit')],
      row('operating-cash-flow'),
      { gap: 60 },
    ),
    chart(
      'column',
      'Total cash and free cash flow, RMB mn',
      'count',
      [of(funding.totalCash, 'Total cash'), of(cash.freeCashFlow, 'Free cash flow')],
      funding.totalCash,
      { gap: 60 },
    ),
    {
      kind: 'stacked-bar',
      title: 'Football field, HK$ per share',
      description: 'What each method says a share is worth, from low to high',
      format: 'per-share',
      categories: field.categories,
      series: [
        { name: 'low', values: field.low, colour: 'none' },
        { name: 'from low to high', values: field.span, colour: 2 },
      ],
      legend: false,
      gap: 40,
    },
  ];
}
