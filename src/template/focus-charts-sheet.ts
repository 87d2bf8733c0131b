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
const [across, chartColumns, chartLines] = [3, 4, 15];
const firstColumn = 2;
const lastColumn = firstColumn + across * chartColumns - 1;

/** Focus charts: eight native charts on one page, each reading the rows of its sheet. The last has room for two. */
export function makeFocusChartsSheet(book: Book, footballField: FootballField['chart']): SheetPlan {
  const cells = new Cells(name);
  const links = putHead(cells, book, name, lastColumn);
  const planned = [...chartsOf(book), fieldChart(footballField)];
  const down = Math.ceil(planned.length / across);
  cells.put(
    [firstLine + down * chartLines, firstColumn],
    text('Days stand on the year-end balance in all years. Each chart reads the rows of its own sheet.', 'note'),
  );
  const charts = planned.map((chart, index): ChartPlan => {
    const left = firstColumn + (index % across) * chartColumns;
    const top = firstLine + Math.floor(index / across) * chartLines;
    const right = index === planned.length - 1 ? lastColumn : left + chartColumns - 1;
    return { ...chart, covers: range({ top, left, bottom: top + chartLines - 2, right }) };
  });
  return pageSheet(book, cells, {
    name,
    kind: 'output',
    layout: 'page',
    widths: [2.5, ...new Array<number>(across * chartColumns).fill(16.5)],
    lastColumn,
    links,
    charts,
    print: { pagesTall: 1 },
  });
}

type Unplaced = Omit<ChartPlan, 'covers'>;

function chartsOf(book: Book): readonly Unplaced[] {
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
  const lines = (title: string, format: ChartPlan['format'], years: Row, series: readonly ChartSeries[]): Unplaced => ({
    kind: 'line',
    title,
    format,
    series,
    categories: yearsOf(years),
  });
  const amounts = (kind: ChartPlan['kind'], title: string, years: Row, series: readonly ChartSeries[]): Unplaced => ({
    kind,
    title,
    format: 'count',
    series,
    categories: yearsOf(years),
    gap: 60,
  });
  const operatingCashFlow = row('operating-cash-flow');
  const selling = row('selling-and-marketing-ratio');
  return [
    amounts(
      'stacked-column',
      'Revenue by segment, RMB mn',
      sales.revenue,
      sales.segments.map(({ revenue, segment }) => of(revenue, segment.label)),
    ),
    {
      ...amounts('column', 'Revenue, RMB mn, and growth (right)', sales.revenue, [
        of(sales.revenue, 'Revenue'),
        { ...of(sales.revenueGrowth, 'Growth'), over: 'second-axis' },
      ]),
      secondFormat: 'percent-0',
    },
    lines('Margins', 'percent-0', profit.grossMargin, [
      of(profit.grossMargin, 'Gross'),
      of(row('operating-margin'), 'Operating'),
      of(row('adjusted-net-margin'), 'Adjusted net'),
    ]),
    lines('Operating expenses, % of revenue', 'percent-0', selling, [
      of(selling, 'Selling'),
      of(row('administrative-ratio'), 'Administrative'),
      of(row('research-and-development-ratio'), 'Research'),
      of(row('operating-expense-ratio-before-share-based-compensation'), 'All, before share-based pay'),
    ]),
    lines('Working-capital days, year-end balance', 'count', working.receivables, [
      of(row('year-end-trade-receivable-days'), 'Receivables'),
      of(row('year-end-inventory-days'), 'Inventories'),
      of(row('year-end-trade-payable-days'), 'Payables'),
    ]),
    amounts('column', 'Operating cash flow and adjusted net profit, RMB mn', operatingCashFlow, [
      of(operatingCashFlow, 'Operating cash flow'),
      of(profit.adjustedNetProfit, 'Adjusted net profit'),
    ]),
    amounts('column', 'Total cash and free cash flow, RMB mn', funding.totalCash, [
      of(funding.totalCash, 'Total cash'),
      of(cash.freeCashFlow, 'Free cash flow'),
    ]),
  ];
}

const fieldChart = (field: FootballField['chart']): Unplaced => ({
  kind: 'stacked-column',
  title: 'Football field, HK$ per share',
  description: 'What each method says a share is worth, from low to high, beside the share price and the target price',
  format: 'per-share',
  categories: field.categories,
  series: [
    { name: 'low', values: field.low, colour: 'none' },
    { name: 'Low to high', values: field.span, colour: 2 },
    { name: 'Median', values: field.median, colour: 0, over: 'marks' },
    { name: 'Share price', values: field.sharePrice, colour: 6, over: 'line' },
    { name: 'Target price', values: field.targetPrice, colour: 1, over: 'line' },
  ],
  gap: 60,
});
