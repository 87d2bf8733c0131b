import { yearLabel } from '../model/financial-year.ts';
import type { Row } from '../model/row.ts';
import { columnLetters, onSheet } from './address.ts';
import { driversSheet } from './book-layout.ts';
import type { Book } from './book.ts';
import { Cells } from './cells.ts';
import type { OwnershipSheet } from './ownership-sheet.ts';
import { calculated, figureCell, pageSheet, putHeading, scalarValue, text, twoLines } from './page-sheet.ts';
import type { FormulaCell, PlannedCell, SheetPlan } from './plan.ts';
import { putHead } from './sheet-frame.ts';
import { styled } from './style-name.ts';
import { putBridge } from './summary-bridge.ts';
import { putSummaryComps } from './summary-comps.ts';
import { putEarnings } from './summary-earnings.ts';
import { lastSummaryColumn, panelLabel, summarySheet } from './summary-layout.ts';
import { putWhatMovesIt } from './summary-levers.ts';
import { putScenarios } from './summary-scenarios.ts';

const name = summarySheet;

/** Summary: the broker's first page on one sheet of paper. */
export function makeSummarySheet(book: Book, ownership: OwnershipSheet): SheetPlan {
  const cells = new Cells(name);
  const links = putHead(cells, book, name, lastSummaryColumn);
  putRecommendation(cells, book, 5);
  putStockData(cells, book, 5, ownership);
  const earnings = putEarnings(cells, book, 21);
  const bridge = putBridge(cells, book, earnings + 2);
  const moves = putWhatMovesIt(cells, book, earnings + 2);
  const scenariosLine = Math.max(bridge, moves) + 2;
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
  putHeading(cells, line, panelLabel, lastSummaryColumn, 'Stock data');
  const linked = (
    { formula, cached }: { formula: string; cached: number | string },
    format: Parameters<typeof styled>[1],
  ) => calculated(formula, cached, styled('link', format));
  const price = (id: 'low52Week' | 'high52Week') => {
    const { formula, value: cached } = book.setting(id);
    return linked({ formula, cached }, 'per-share');
  };
  const lines: readonly (readonly [label: string, last: PlannedCell, before?: PlannedCell])[] = [
    ['Market capitalisation, HK$ mn', figureCell(book, name, value.marketCap, 0)],
    ['Market capitalisation, US$ mn', figureCell(book, name, value.marketCapUsd, 0)],
    ['Shares of all classes, mn', figureCell(book, name, market.sharesOutstanding, 0)],
    ['Class B shares, listed, mn', figureCell(book, name, market.classBShares, 0)],
    ['52-week high and low, HK$', price('low52Week'), price('high52Week')],
    ['Free to trade, mn shares', linked(today.free, 'shares')],
    ['Free to trade, % of capital', linked(today.ofCapital, 'percent')],
    ['Free to trade, % of Class B', linked(today.ofListed, 'percent')],
    ['Next unlock', linked(today.date, 'date')],
    ['Freed at the next unlock, mn shares', linked(today.frees, 'shares')],
    ['Freed at the next unlock, times the free shares', linked(today.times, 'multiple')],
    ...largest.map(({ name: holder, read }) => [`${holder}, % of capital`, linked(read, 'percent')] as const),
  ];
  lines.forEach(([label, last, before], index) => {
    cells.put([line + 1 + index, panelLabel], text(label, 'label'));
    if (before) cells.put([line + 1 + index, lastSummaryColumn - 1], before);
    cells.put([line + 1 + index, lastSummaryColumn], last);
  });
}
