import { yearLabel } from '../model/financial-year.ts';
import type { Row } from '../model/row.ts';
import { address, columnLetters, onSheet } from './address.ts';
import { driversSheet } from './book-layout.ts';
import type { Book } from './book.ts';
import { Cells } from './cells.ts';
import type { OwnershipSheet } from './ownership-sheet.ts';
import {
  calculated,
  figureCell,
  inValuationYear,
  pageSheet,
  putHeading,
  scalarValue,
  text,
  twoLines,
} from './page-sheet.ts';
import type { FormulaCell, PlannedCell, SheetPlan } from './plan.ts';
import { putHead } from './sheet-frame.ts';
import { styled } from './style-name.ts';
import { putBridge } from './summary-bridge.ts';
import { putSummaryComps } from './summary-comps.ts';
import { putEarnings } from './summary-earnings.ts';
import { lastSummaryColumn, summarySheet } from './summary-layout.ts';
import { putScenarios } from './summary-scenarios.ts';

const name = summarySheet;
const panelLabel = 6;

/** Summary: the broker's first page on one sheet of paper. */
export function makeSummarySheet(book: Book, ownership: OwnershipSheet): SheetPlan {
  const cells = new Cells(name);
  const links = putHead(cells, book, name, lastSummaryColumn);
  putRecommendation(cells, book, 5);
  putStockData(cells, book, 5, ownership);
  const earnings = putEarnings(cells, book, 21);
  const bridge = putBridge(cells, book, earnings + 2);
  const moves = putWhatMovesIt(cells, book, earnings + 2);
  const scenariosLine = Math.max(bridge, moves.lastLine) + 2;
  const compsLine = putScenarios(cells, book, scenariosLine) + 2;
  putSummaryComps(cells, book, compsLine);
  return pageSheet(book, cells, {
    name,
    kind: 'output',
    layout: 'page',
    widths: [2.5, 40, 13, 12, 11, 11, 12, 12, 12, 14],
    heights: { 6: 20, 7: 17, [scenariosLine + 1]: twoLines, [compsLine + 1]: twoLines },
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
    ['Free to trade, % of capital', linked(today.ofCapital, 'percent')],
    ['Free to trade, % of Class B', linked(today.ofListed, 'percent')],
    ['Next unlock', linked(today.date, 'date')],
    ['Freed at the next unlock, mn shares', linked(today.frees, 'shares')],
    ['Freed at the next unlock, times the free shares', linked(today.times, 'multiple')],
    ...largest.map(({ name: holder, read }) => [`${holder}, % of capital`, linked(read, 'percent')] as const),
  ];
  lines.forEach(([label, cell], index) => {
    cells.put([line + 1 + index, panelLabel], text(label, 'label'));
    cells.put([line + 1 + index, lastSummaryColumn], cell);
  });
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
