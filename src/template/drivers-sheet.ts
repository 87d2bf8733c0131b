import type { DriverData } from '../company/company.ts';
import { fromPoints } from '../company/operating-model.ts';
import { yearLabel } from '../model/financial-year.ts';
import { formula } from '../model/readings/formula.ts';
import type { Row } from '../model/row.ts';
import { absolute, address, columnLetters, onSheet, range } from './address.ts';
import { driversSheet, firstRow, scenariosSheet } from './book-layout.ts';
import type { Book } from './book.ts';
import { blankInputs, putBlank } from './blank-inputs.ts';
import { Cells } from './cells.ts';
import { rangeColumns } from './columns.ts';
import { provenance } from './driver-provenance.ts';
import { inputValidation } from './input-validation.ts';
import type { Note, PlannedCell, SheetPlan, Validation } from './plan.ts';
import { inputBlocks } from './live-sheet.ts';
import { blockLine, inputValue } from './scenario-blocks.ts';
import { peerMultipleCell } from './peer-multiple.ts';
import { divider, putHead, putYears, timeSeriesPages, timeSeriesSheet } from './sheet-frame.ts';
import { putSettings } from './put-settings.ts';
import { putLabels } from './statement-sheet.ts';
import { styled } from './style-name.ts';
import { formatOf } from './unit-format.ts';

/** Drivers: every scalar and driver, estimates to type in beside what history implies. */
export function makeDriversSheet(book: Book): SheetPlan {
  const cells = new Cells(driversSheet);
  const { columns } = book;
  const { low, high, outside, blank } = rangeColumns(book);
  const blanks = range({ top: firstRow, left: blank, bottom: book.settingLines.at(-1)!.line, right: blank });
  const links = putHead(cells, book, driversSheet, columns.growth, {
    errors: { formula: `SUM(${blanks})`, cached: blankInputs(book) },
  });
  putYears(cells, book, driversSheet);
  cells.put([5, low], { value: 'low', style: styled('column-head', 'text') });
  cells.put([5, high], { value: 'high', style: styled('column-head', 'text') });
  cells.put([5, outside], { value: 'outside', style: styled('column-head', 'text') });
  cells.put([5, blank], { value: 'blank', style: styled('column-head', 'text') });
  cells.put([7, 2], { value: 'Scalars', style: styled('heading') });
  cells.put([7, columns.year(columns.firstEstimate)], { value: 'Value', style: styled('column-head', 'text') });
  putDriverHeads(cells, book);
  const validations: Validation[] = [];
  const notes: Note[] = [];
  const heights: Record<number, number> = {};
  for (const { line, of } of book.inputLines) {
    if ('heading' in of) {
      cells.put([line, 2], { value: of.heading, style: styled('heading') });
      continue;
    }
    const remarkLines = putInput(cells, book, line, of);
    if (remarkLines > 1) heights[line] = remarkLines * linePoints + 1;
    putDifference(cells, book, line, of);
    putBlank(cells, book, line, of);
    const driver = book.desk.company.drivers.find(({ id }) => id === of.id);
    const validation = inputValidation(book, of, { sheet: driversSheet, line, blank: false });
    if (validation) validations.push(validation);
    if (driver?.evidence) notes.push({ cell: address(line, columns.label), text: driver.evidence });
    if (driver) putRange(cells, book, line, of, driver);
  }
  validations.push(...putSettings(cells, book));
  const lastLine = book.settingLines.at(-1)!.line;
  const sheet = timeSeriesSheet(book, driversSheet, 'input', cells, lastLine, { links, validations, notes, heights }, [
    'all',
  ]);
  const lastColumn = columns.note;
  const area = range({ top: 1, left: 1, bottom: lastLine, right: lastColumn });
  const blocks = [
    ...inputBlocks(book),
    ...book.settingLines.flatMap(({ line, of }) => ('heading' in of ? [line] : [])),
  ];
  const pages = timeSeriesPages(book, blocks, lastLine, { lastColumn, heights });
  return { ...sheet, print: { ...sheet.print, area, ...pages } };
}

function putDriverHeads(cells: Cells, book: Book): void {
  const { columns, driverHeadLine } = book;
  cells.put([driverHeadLine, 2], { value: 'Drivers', style: styled('heading') });
  for (const [column, value] of [
    [columns.unit, 'unit'],
    [columns.source, 'figure'],
  ] as const)
    cells.put([driverHeadLine, column], { value, style: styled('column-head', 'text', 'left') });
  columns.years.forEach((year, index) => {
    const letter = columnLetters(columns.year(index));
    const style = styled(year.status === 'estimate' ? 'estimate-head' : 'column-head', 'text', ...divider(book, index));
    cells.put([driverHeadLine, columns.year(index)], { formula: `${letter}$5`, cached: yearLabel(year), style });
  });
}

/** How many characters of a remark fit on a line of the notes column, and how high a line is. */
const remarkWidth = 56;
const linePoints = 11.5;

/** Puts a driver or scalar; gives how many lines its remark takes. */
function putInput(cells: Cells, book: Book, line: number, row: Row): number {
  const { columns } = book;
  const driver = book.desk.company.drivers.find(({ id }) => id === row.id);
  const scalar = book.desk.company.scalars.find(({ id }) => id === row.id);
  const remark = driver ? provenance(driver, row) : [scalar?.source, row.note].filter(Boolean).join('; ');
  putLabels(cells, book, line, row, [], '');
  const lines = Math.ceil(remark.length / remarkWidth);
  if (remark)
    cells.put([line, columns.note], {
      value: remark,
      style: styled('note', 'general', ...(lines > 1 ? (['wrap'] as const) : [])),
    });
  for (const [index, year] of columns.years.entries()) {
    if (row.isScalar && index !== columns.firstEstimate) continue;
    const cell = year.status === 'estimate' ? typed(book, row, index) : history(book, row, index);
    if (cell) cells.put([line, columns.year(index)], cell);
  }
  return lines;
}

function typed(book: Book, row: Row, index: number): PlannedCell {
  const value = inputValue(book, row, index, book.inputs);
  const fromComps = row === book.desk.model.market.peerEvSales ? peerMultiple(book) : undefined;
  if (fromComps && fromComps.cached === value)
    return { ...fromComps, style: styled('link', formatOf(row.unit, 'driver')) };
  const style = styled(
    'input',
    formatOf(row.unit, 'driver'),
    ...(row.isScalar ? [] : divider(book, index)),
    ...(isKeyAssumption(book, row) ? (['key'] as const) : []),
    'right',
  );
  return value === undefined ? { style } : { value, style };
}

/** The peer's multiple as Comps has it; typed over where the inputs hold another. */
function peerMultiple(book: Book) {
  const { market } = book.desk.model;
  const cellOf = (row: Row) => {
    const { line } = book.inputLines.find(({ of }) => of === row)!;
    return absolute(address(line, book.columns.year(book.columns.firstEstimate)));
  };
  return peerMultipleCell(book, cellOf(market.peerTicker), cellOf(market.valuationYear));
}

/** What an actual year implies of a driver, on the driver's own definition; for a level, the line itself. */
function history(book: Book, row: Row, index: number): PlannedCell | undefined {
  const step = book.step(row, index);
  if (!step) return undefined;
  const cached = book.value(row, index)!;
  if (row.kind === 'driver') {
    const text = formula(row, step.expression!, index, book.placement(driversSheet));
    return { formula: text, cached, style: styled('formula', formatOf(row.unit, 'driver')) };
  }
  return {
    formula: book.link(driversSheet, row, index),
    cached,
    style: styled('link', formatOf(row.unit, 'driver')),
  };
}

/** The assumptions that decide the target price and the report argues for. */
const keyAssumptions = new Set(['share-price', 'cny-per-hkd', 'target-ev-sales', 'peer-premium', 'valuation-year']);
const isKeyAssumption = ({ desk }: Book, row: Row): boolean =>
  keyAssumptions.has(row.id) ||
  desk.model.sales.segments.some(({ drivers, growth }) => drivers.includes(row) || growth === row) ||
  desk.model.costs.natures[0]?.ratio === row ||
  [
    'selling-and-marketing-ratio',
    'administrative-ratio',
    'research-and-development-ratio',
    'trade-receivable-days',
    'ppe-capex-ratio',
  ].includes(row.id);

/** A mark in the first column where an input differs from the published base case. */
function putDifference(cells: Cells, book: Book, line: number, row: Row): void {
  const { columns } = book;
  const from = columns.year(columns.firstEstimate);
  const to = row.isScalar ? from : columns.lastYear;
  const here = range({ top: line, left: from, bottom: line, right: to });
  const other = blockLine(book, 0, line);
  const published = onSheet(scenariosSheet, range({ top: other, left: from, bottom: other, right: to }));
  const words = row.unit.kind === 'text' || row.unit.kind === 'choice';
  cells.put([line, columns.flag], {
    formula: row.isScalar ? `IF(${here}=${published},0,1)` : `IF(SUMPRODUCT(ABS(${here}-${published}))>0,1,0)`,
    cached: differs(book, row, words) ? 1 : 0,
    style: styled('flag', 'flag'),
  });
}

function differs({ desk, inputs, columns }: Book, row: Row, words: boolean): boolean {
  if (words && inputs.textOf(row) !== desk.base.textOf(row)) return true;
  const years = row.isScalar ? [undefined] : columns.years.filter(({ status }) => status === 'estimate');
  return years.some((year) => {
    const value = inputs.value(row, year?.year);
    return value !== undefined && !desk.base.value(row, year?.year)?.eq(value);
  });
}

function putRange(cells: Cells, book: Book, line: number, row: Row, { range: [low, high] }: DriverData): void {
  const { columns } = book;
  const at = rangeColumns(book);
  const [lowest, highest] = [low, high].map((points) => fromPoints(row, points)) as [
    ReturnType<typeof fromPoints>,
    ReturnType<typeof fromPoints>,
  ];
  const style = styled('input', formatOf(row.unit, 'driver'));
  cells.put([line, at.low], { value: lowest.toNumber(), style });
  cells.put([line, at.high], { value: highest.toNumber(), style });
  const here = range({ top: line, left: columns.year(columns.firstEstimate), bottom: line, right: columns.lastYear });
  const outside = columns.years.some(({ year, status }) => {
    const value = status === 'estimate' ? book.inputs.value(row, year) : undefined;
    return value !== undefined && (value.lt(lowest) || value.gt(highest));
  });
  cells.put([line, at.outside], {
    formula: `IF(OR(MIN(${here})<${address(line, at.low)},MAX(${here})>${address(line, at.high)}),1,0)`,
    cached: outside ? 1 : 0,
    style: styled('flag', 'flag'),
  });
}
