import { applyScenario } from '../company/changes.ts';
import { yearLabel, type FinancialYear } from '../model/financial-year.ts';
import { solve, type Solution } from '../model/readings/solve.ts';
import type { Row } from '../model/row.ts';
import { isHeading } from '../model/statement.ts';
import { address, columnLetters, onSheet } from './address.ts';
import { driversSheet } from './book-layout.ts';
import type { Book } from './book.ts';
import { Cells } from './cells.ts';
import type { OwnershipSheet } from './ownership-sheet.ts';
import {
  calculated,
  columnHeads,
  figureCell,
  inValuationYear,
  pageSheet,
  putHeading,
  scalarValue,
  text,
} from './page-sheet.ts';
import type { FormulaCell, PlannedCell, SheetPlan } from './plan.ts';
import { putHead } from './sheet-frame.ts';
import { styled } from './style-name.ts';
import { putSummaryComps } from './summary-comps.ts';
import { formatOf } from './unit-format.ts';

export const summarySheet = 'Summary';
const name = summarySheet;
const firstYearColumn = 5;
const shownYears = 6;
export const lastSummaryColumn = firstYearColumn + shownYears - 1;
const panelLabel = 6;

/** Summary: the broker's first page on one sheet of paper. */
export function makeSummarySheet(book: Book, ownership: OwnershipSheet): SheetPlan {
  const cells = new Cells(name);
  const links = putHead(cells, book, name, lastSummaryColumn);
  putRecommendation(cells, book, 5);
  putStockData(cells, book, 5, ownership);
  const earnings = putEarnings(cells, book, 20);
  const bridge = putBridge(cells, book, earnings + 2);
  const moves = putWhatMovesIt(cells, book, earnings + 2);
  const scenarios = putScenarios(cells, book, Math.max(bridge, moves.lastLine) + 2);
  putSummaryComps(cells, book, scenarios + 2);
  return pageSheet(book, cells, {
    name,
    kind: 'output',
    layout: 'page',
    widths: [2.5, 40, 13, 11, 11, 11, 11, 12, 11, 13],
    heights: { 6: 20, 7: 17 },
    lastColumn: lastSummaryColumn,
    links,
    inputs: moves.inputs,
    print: { orientation: 'portrait', pagesTall: 1 },
  });
}

function putRecommendation(cells: Cells, book: Book, line: number): void {
  const { value, market } = book.desk.model;
  putHeading(cells, line, 2, 4, 'Recommendation');
  const lines: readonly (readonly [string, string, PlannedCell])[] = [
    ['Rating', 'a view', figureCell(book, name, value.rating, 0, { role: 'badge' })],
    ['Target price', 'HK$', figureCell(book, name, value.targetPrice, 0, { role: 'headline' })],
    ['Upside', '%', figureCell(book, name, value.upside, 0)],
    ['Share price', 'HK$', figureCell(book, name, market.sharePrice, 0)],
    ['Target price, as published', 'HK$', figureCell(book, name, value.targetPublished, 0)],
    ['Target price on total cash', 'HK$', figureCell(book, name, value.targetTotal, 0)],
    ['Target price at the upper band edge', 'HK$', figureCell(book, name, value.buyEdge, 0)],
    ['Target price at the lower band edge', 'HK$', figureCell(book, name, value.sellEdge, 0)],
  ];
  lines.forEach(([label, unit, cell], index) =>
    cells.putRow(line + 1 + index, 2, [text(label, 'label'), text(unit, 'unit'), cell]),
  );
  cells.put([line + 1 + lines.length, 2], { ...methodSentence(book), style: styled('formula', 'text', 'left') });
}

/** How the target price is made, in a sentence that follows the inputs. */
function methodSentence(book: Book): FormulaCell {
  const { value, market } = book.desk.model;
  const { columns, solution } = book;
  const link = (row: Row) => book.link(name, row, 0);
  const years = (line: number) =>
    onSheet(driversSheet, `$${columnLetters(columns.firstYear)}$${line}:$${columnLetters(columns.lastYear)}$${line}`);
  const year = solution.value(market.valuationYear)!.toNumber();
  const label = yearLabel(columns.years.find((one) => one.year === year)!);
  const [multiple, rate] = [value.multipleInUse, market.rmbPerHkd].map((row) => scalarValue(book, row));
  const onTotal = scalarValue(book, market.netCashBasis) !== 0;
  const round = (figure: number, digits: number) => String(Number(figure.toFixed(digits)));
  return {
    formula:
      `ROUND(${link(value.multipleInUse)},1)&"x "&INDEX(${years(5)},MATCH(${link(market.valuationYear)},${years(4)},0))` +
      `&" EV/sales, RMB"&ROUND(${link(market.rmbPerHkd)},4)&" per HK$, "` +
      `&IF(${link(market.netCashBasis)}=0,"cash less debt as published","total cash less debt")`,
    cached:
      `${round(multiple!, 1)}x ${label} EV/sales, RMB${round(rate!, 4)} per HK$, ` +
      (onTotal ? 'total cash less debt' : 'cash less debt as published'),
  };
}

function putStockData(cells: Cells, book: Book, line: number, { today, largest }: OwnershipSheet): void {
  const { value, market } = book.desk.model;
  const { low52Week, high52Week } = book.desk.company.market;
  putHeading(cells, line, panelLabel, lastSummaryColumn, 'Stock data');
  const linked = (
    { formula, cached }: { formula: string; cached: number | string },
    format: Parameters<typeof styled>[1],
  ) => calculated(formula, cached, styled('link', format));
  const lines: readonly (readonly [string, PlannedCell])[] = [
    ['Market capitalisation, HK$ mn', figureCell(book, name, value.marketCap, 0)],
    ['Market capitalisation, US$ mn', figureCell(book, name, value.marketCapUsd, 0)],
    ['Shares of all classes, mn', figureCell(book, name, market.sharesOutstanding, 0)],
    ['Class B shares, listed, mn', figureCell(book, name, market.classBShares, 0)],
    ['52-week high and low, HK$', text(`${high52Week.toFixed(2)} / ${low52Week.toFixed(2)}`, 'text', 'right')],
    ['Free to trade, mn shares', linked(today.free, 'shares')],
    ['of capital', linked(today.ofCapital, 'percent')],
    ['of Class B', linked(today.ofListed, 'percent')],
    ['Next unlock', linked(today.date, 'date')],
    ['frees, times what is free', linked(today.times, 'multiple')],
    ...largest.map(({ name: holder, read }) => [`${holder}, of capital`, linked(read, 'percent')] as const),
  ];
  lines.forEach(([label, cell], index) => {
    cells.put([line + 1 + index, panelLabel], text(label, 'label'));
    cells.put([line + 1 + index, lastSummaryColumn], cell);
  });
}

/** The earnings summary over the last years, in the signs of its statement. Gives its last line. */
function putEarnings(cells: Cells, book: Book, line: number): number {
  const { columns, desk } = book;
  const statement = desk.model.statement('Earnings summary');
  const first = Math.max(columns.firstActual, columns.years.length - shownYears);
  putHeading(cells, line, 2, lastSummaryColumn, 'Earnings summary');
  cells.putRow(line + 1, 2, columnHeads(['Year to 31 December', 'unit', ''], 2));
  const at = (index: number) => firstYearColumn + shownYears - columns.years.length + index;
  for (let index = first; index < columns.years.length; index++) {
    const estimate = columns.years[index]!.status === 'estimate';
    cells.put([line + 1, at(index)], {
      formula: onSheet(driversSheet, `$${columnLetters(columns.year(index))}$5`),
      cached: yearLabel(columns.years[index]!),
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
        const cell = figureCell(book, name, row, index, { sign, role: role === 'ratio' ? 'echo' : 'link' });
        cells.put([next, at(index)], cell);
      }
    next += 1;
  }
  return next - 1;
}

/** From sales to the target price, on both definitions of net cash. Gives its last line. */
function putBridge(cells: Cells, book: Book, line: number): number {
  const { sales, value, funding, balance, market } = book.desk.model;
  putHeading(cells, line, 2, 4, 'Target price, two definitions of net cash');
  cells.putRow(line + 1, 2, columnHeads(['In the valuation year', 'published', 'total cash'], 1));
  const inYear = (row: Row): PlannedCell => {
    const { formula, value: cached } = inValuationYear(book, name, row);
    return calculated(formula, cached, styled('link', formatOf(row.unit)));
  };
  const scalar = (row: Row) => figureCell(book, name, row, 0);
  const at = (index: number) => line + 2 + index;
  const held = (row: Row) => inValuationYear(book, name, row).value;
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

/** What one step of each lever does to the target price, and the multiples at the band edges. */
function putWhatMovesIt(cells: Cells, book: Book, line: number): { lastLine: number; inputs: readonly string[] } {
  const { value, market } = book.desk.model;
  const label = panelLabel;
  const [stepColumn, effectColumn] = [lastSummaryColumn - 1, lastSummaryColumn];
  putHeading(cells, line, label, lastSummaryColumn, 'What moves it');
  for (let column = label; column <= lastSummaryColumn; column++)
    cells.put(
      [line + 1, column],
      text(column === stepColumn ? 'step' : column === effectColumn ? 'HK$' : '', 'column-head'),
    );
  const link = (row: Row) => book.link(name, row, 0);
  const [shares, rate, perTurn] = [market.sharesOutstanding, market.rmbPerHkd, value.perTurn].map((row) =>
    scalarValue(book, row),
  ) as [number, number, number];
  const enterprise = inValuationYear(book, name, value.enterpriseValue);
  const perShare = `/${link(market.sharesOutstanding)}/${link(market.rmbPerHkd)}`;
  const at = (index: number) => line + 2 + index;
  const step = (index: number) => address(at(index), stepColumn);
  const levers = [
    ['One turn of EV/sales', 1, 'multiple', `*${link(value.perTurn)}`, perTurn],
    [
      'Sales of the valuation year',
      0.01,
      'percent',
      `*(${enterprise.formula})${perShare}`,
      enterprise.value / shares / rate,
    ],
    ['Net cash, RMB mn', 1000, 'count', perShare, 1 / shares / rate],
  ] as const;
  levers.forEach(([lever, size, format, formula, each], index) => {
    cells.put([at(index), label], text(lever, 'label'));
    cells.put([at(index), stepColumn], { value: size, style: styled('input', format) });
    cells.put(
      [at(index), effectColumn],
      calculated(`${step(index)}${formula}`, size * each, styled('formula', 'per-share-3')),
    );
  });
  const edges = [
    ['EV/sales at the upper band edge', value.buyEdge],
    ['EV/sales at the lower band edge', value.sellEdge],
  ] as const;
  edges.forEach(([lever, edge], index) => {
    const multiple =
      scalarValue(book, value.multipleInUse) +
      (scalarValue(book, edge) - scalarValue(book, value.targetPrice)) / perTurn;
    cells.put([at(levers.length + index), label], text(lever, 'label'));
    cells.put(
      [at(levers.length + index), effectColumn],
      calculated(
        `${link(value.multipleInUse)}+(${link(edge)}-${link(value.targetPrice)})/${link(value.perTurn)}`,
        multiple,
        styled('formula', 'multiple'),
      ),
    );
  });
  cells.put([at(levers.length + 1 + edges.length), label], text('Each alone; costs and cash flow held.', 'note'));
  return { lastLine: at(levers.length + 1 + edges.length), inputs: [`${step(0)}:${step(levers.length - 1)}`] };
}

/** The scenario in use by formula, then every scenario stamped: fixed when the workbook was written. */
function putScenarios(cells: Cells, book: Book, line: number): number {
  const { company, model } = book.desk;
  const { value, sales, profit, funding, cash } = model;
  const { years } = book.columns;
  const last = years.at(-1)!;
  const next = years.at(-2)!;
  const heads = [
    'target, HK$',
    'upside',
    'rating',
    `sales ${short(next)}`,
    `sales ${short(last)}`,
    `adj. NP ${short(last)}`,
    `cash ${short(last)}`,
    `runway, years`,
  ];
  putHeading(cells, line, 2, lastSummaryColumn, 'Scenarios');
  cells.putRow(line + 1, 2, columnHeads(['Live first; the others stamped', ...heads], 1));
  const rows: readonly (readonly [Row, number])[] = [
    [value.targetPrice, 0],
    [value.upside, 0],
    [value.rating, 0],
    [sales.revenue, years.length - 2],
    [sales.revenue, years.length - 1],
    [profit.adjustedNetProfit, years.length - 1],
    [funding.totalCash, years.length - 1],
    [cash.runway, years.length - 1],
  ];
  cells.putRow(line + 2, 2, [
    text('In use', 'label', 'bold'),
    ...rows.map(([row, index]) =>
      book.step(row, index) ? figureCell(book, name, row, index, { marks: rightIfWords(row) }) : undefined,
    ),
  ]);
  company.scenarios.forEach((scenario, place) => {
    const inputs = applyScenario(book.desk, book.inputs, scenario.id);
    const solution: Solution = place === book.scenario ? book.solution : solve(model, inputs);
    cells.putRow(line + 3 + place, 2, [
      text(scenario.name, 'label'),
      ...rows.map(([row, index]): PlannedCell | undefined => {
        const stamped = book.value(row, index, 1, solution);
        return stamped === undefined
          ? undefined
          : { value: stamped, style: styled('note', formatOf(row.unit), 'right') };
      }),
    ]);
  });
  return line + 2 + company.scenarios.length;
}

const short = (year: FinancialYear) => yearLabel(year).slice(2);
const rightIfWords = (row: Row) => (row.unit.kind === 'rating' ? (['right'] as const) : []);
