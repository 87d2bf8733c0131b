import { yearLabel } from '../model/financial-year.ts';
import type { Row } from '../model/row.ts';
import type { Book } from './book.ts';
import { absolute, address, columnLetters, onSheet, range } from './address.ts';
import { checksSheet, driversSheet, liveSheet, scenariosSheet } from './book-layout.ts';
import type { Cells } from './cells.ts';
import type { FormatName, Link, PrintPlan, SheetPlan, SheetRules } from './plan.ts';
import { onPages, titlePoints } from './page-breaks.ts';
import { narrowMargins } from './print-plan.ts';
import { styled } from './style-name.ts';

/** Cells of Checks and Scenarios that every sheet echoes. */
export const masterCell = 'E4';
export const masterCountCell = 'E5';
export const scenarioNameCell = 'I8';
export const scenarioNumberCell = 'I9';

/** The century of the years, on Drivers: years are numbers, labels are made from them. */
const centuryCell = 'D4';

/** Whether all checks pass, as every sheet says it in its corner. */
export const masterWord = (failed: number): string => (failed === 0 ? 'All checks pass' : 'Checks fail');

type HeadOptions = {
  readonly errors?: { readonly formula: string; readonly cached: number } | undefined;
  /** Where the price and its day begin; nowhere on a sheet that they do not concern. */
  readonly priceColumn?: number | 'none';
};

/** Title, price, scenario, master check and the links home: the first three rows of every sheet. */
export function putHead(
  cells: Cells,
  book: Book,
  sheet: string,
  lastColumn: number,
  { errors, priceColumn = lastColumn - 3 }: HeadOptions = {},
): Link[] {
  const { company } = book.desk;
  cells.put('B1', { value: `${company.name} (${company.ticker}) | ${sheet}`, style: styled('title') });
  cells.put([1, lastColumn], {
    formula: onSheet(checksSheet, masterCell),
    cached: masterWord(book.failedChecks),
    style: styled('check', 'text', 'right'),
  });
  cells.put('B2', { value: 'RMB mn unless a unit is given; year to 31 December', style: styled('subtitle') });
  if (priceColumn !== 'none') putPrice(cells, book, sheet, priceColumn);
  cells.put([3, lastColumn], {
    formula: `"Scenario: "&${onSheet(scenariosSheet, absolute(scenarioNameCell))}`,
    cached: `Scenario: ${company.scenarios[book.scenario]!.name}`,
    style: styled('link', 'text', 'right'),
  });
  if (errors !== undefined) {
    cells.put('B3', { value: 'Errors on this sheet', style: styled('note') });
    cells.put('C3', { ...errors, style: styled('check', 'verdict', 'left') });
  }
  const links: Link[] = [];
  for (const [column, to] of [
    [4, 'Cover'],
    [5, 'Checks'],
  ] as const) {
    if (to === sheet) continue;
    cells.put([3, column], { value: to, style: styled('hyperlink') });
    links.push({ cell: address(3, column), to: { sheet: to, cell: 'A1' } });
  }
  return links;
}

function putPrice(cells: Cells, book: Book, sheet: string, column: number): void {
  const { sharePrice, pricingDate } = book.desk.model.market;
  const note = (value: string) => ({ value, style: styled('note', 'text', 'right') });
  const read = (row: Row, format: FormatName) => ({
    formula: book.link(sheet, row, 0),
    cached: book.value(row, 0)!,
    style: styled('link', format, 'right'),
  });
  cells.putRow(2, column, [
    note('Price, HK$'),
    read(sharePrice, 'per-share'),
    note('as of'),
    read(pricingDate, 'date'),
  ]);
}

/** Sheets of inputs: no growth is worked out there. */
const withoutGrowth = new Set([driversSheet, scenariosSheet, liveSheet]);

/** Years as numbers, as labels and as actual or estimate: rows four to six of every time-series sheet. */
export function putYears(cells: Cells, book: Book, sheet: string): void {
  const { columns } = book;
  const onDrivers = sheet === driversSheet;
  for (const [line, text] of [
    [4, onDrivers ? 'Year; under figure the century, which the labels leave out' : 'Year'],
    [6, 'Actual or estimate'],
  ] as const)
    cells.put([line, columns.label], { value: text, style: styled('note') });
  if (onDrivers) cells.put(centuryCell, { value: century, style: styled('input', 'year') });
  cells.putRow(5, columns.label, [
    { value: '', style: styled('column-head', 'text', 'left') },
    { value: 'unit', style: styled('column-head', 'text', 'left') },
    { value: 'figure', style: styled('column-head', 'text', 'left') },
  ]);
  for (const [index, year] of columns.years.entries()) {
    const column = columns.year(index);
    const letter = columnLetters(column);
    const estimate = year.status === 'estimate';
    const style = styled(estimate ? 'estimate-head' : 'column-head', 'text', ...divider(book, index));
    const word = estimate ? 'E' : 'A';
    const from = (line: number) => onSheet(driversSheet, `${letter}$${line}`);
    if (onDrivers) {
      const before = columnLetters(column - 1);
      if (index === 0) cells.put([4, column], { value: year.year, style: styled('input', 'year') });
      else cells.put([4, column], { formula: `${before}4+1`, cached: year.year, style: styled('muted', 'year') });
      cells.put([5, column], { formula: `"FY"&(${letter}4-$D$4)&${letter}6`, cached: yearLabel(year), style });
      cells.put([6, column], { value: word, style: styled('input', 'text', 'right') });
    } else {
      cells.put([4, column], { formula: from(4), cached: year.year, style: styled('muted', 'year') });
      cells.put([5, column], { formula: from(5), cached: yearLabel(year), style });
      cells.put([6, column], { formula: from(6), cached: word, style: styled('muted', 'text', 'right') });
    }
  }
  const last = columns.years.at(-1)!;
  const actual = columns.years[columns.firstEstimate - 1]!;
  cells.put([5, columns.growth], {
    value: withoutGrowth.has(sheet) ? '' : `CAGR ${yearLabel(actual).slice(2, 4)}-${yearLabel(last).slice(2)}`,
    style: styled('column-head', 'text'),
  });
  cells.put([5, columns.note], { value: 'basis or note', style: styled('column-head', 'text', 'left') });
}

const century = 2000;

/** The mark of the first estimate column. */
export const divider = ({ columns }: Book, index: number): readonly 'divider'[] =>
  index === columns.firstEstimate ? ['divider'] : [];

/** Widths of the columns that every time-series sheet shares; the last four hold the ranges of drivers and what is left blank. */
const timeSeriesWidths = ({ columns }: Book): readonly number[] => [
  2.5,
  60,
  22,
  12,
  ...columns.years.map(({ status }) => (status === 'opening' ? 9 : 11)),
  13,
  48,
  9,
  9,
  8,
  8,
];

/** How a time-series sheet goes on landscape paper, up to a column, without cutting its blocks. */
export const timeSeriesPages = (
  book: Book,
  blocks: readonly number[],
  lastRow: number,
  { lastColumn = book.columns.growth, heights }: { lastColumn?: number; heights?: SheetPlan['heights'] } = {},
): ReturnType<typeof onPages> =>
  onPages({
    orientation: 'landscape',
    widths: timeSeriesWidths(book).slice(0, lastColumn),
    headRows: 6,
    blocks,
    lastRow,
    ...(heights && { heights }),
  });

/** The rules that every time-series sheet keeps. */
export const timeSeriesRules = (book: Book, sheet: string, inputs: SheetRules['inputs']): SheetRules => ({
  layout: 'time-series',
  firstRow: 8,
  years: book.columns.letters,
  inputs,
  // A scalar stands under the first estimate year alone.
  irregular: book.scalarLines(sheet).map((line) => address(line, book.columns.year(book.columns.firstEstimate))),
});

/** How a sheet of this book is printed: A4, one page wide, headings repeated. */
export function printed(book: Book, sheet: string, area: string, options: Partial<PrintPlan> = {}): PrintPlan {
  const { company } = book.desk;
  return {
    orientation: 'landscape',
    area,
    pagesWide: 1,
    pagesTall: 0,
    margins: narrowMargins,
    header: { left: `${company.name} (${company.ticker})`, right: sheet },
    footer: {
      left: 'Source: company data, published report',
      right: 'Page {page} of {pages}',
    },
    ...options,
  };
}

/** A time-series sheet from its cells: frozen, printed with its headings repeated, notes column left off the paper. */
export function timeSeriesSheet(
  book: Book,
  name: string,
  kind: SheetPlan['kind'],
  cells: Cells,
  lastLine: number,
  more: Partial<SheetPlan> & { readonly links: readonly Link[] },
  inputs: SheetRules['inputs'],
): SheetPlan {
  const { columns } = book;
  return {
    name,
    kind,
    rules: timeSeriesRules(book, name, inputs),
    widths: timeSeriesWidths(book),
    freeze: { rows: 6, columns: 4 },
    blocks: cells.blocks(),
    validations: [],
    conditionalFormats: [masterFormat(columns.growth)],
    notes: [],
    charts: [],
    print: printed(book, name, range({ top: 1, left: 1, bottom: lastLine, right: columns.growth }), {
      repeatRows: '1:6',
      repeatColumns: 'A:D',
    }),
    ...more,
    heights: { 1: titlePoints, ...more.heights },
  };
}

/** Red where the master check of a sheet's corner does not pass. */
export const masterFormat = (column: number): SheetPlan['conditionalFormats'][number] => ({
  range: address(1, column),
  when: { kind: 'formula', formula: `${onSheet(checksSheet, `$${masterCountCell[0]}$${masterCountCell.slice(1)}`)}>0` },
  look: 'error',
});
