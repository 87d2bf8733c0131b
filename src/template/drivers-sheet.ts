import type { DriverData, Provenance } from '../company/company.ts';
import { fromPoints } from '../company/operating-model.ts';
import { yearLabel } from '../model/financial-year.ts';
import { formula } from '../model/readings/formula.ts';
import type { Row } from '../model/row.ts';
import { absolute, address, columnLetters, onSheet, range } from './address.ts';
import { driversSheet, scenariosSheet } from './book-layout.ts';
import type { Book } from './book.ts';
import { peerMultipleCell } from './comps-sheet.ts';
import { Cells } from './cells.ts';
import type { Note, PlannedCell, SheetPlan, Validation } from './plan.ts';
import { blockLine, inputValue } from './scenarios-sheet.ts';
import { divider, printed, putHead, putYears, timeSeriesSheet } from './sheet-frame.ts';
import { putLabels } from './statement-sheet.ts';
import { styled } from './style-name.ts';
import { formatOf } from './unit-format.ts';

/** The columns beyond the shared ones: the range of a driver, and whether it is left. */
export const rangeColumns = ({ columns }: Book) => ({
  low: columns.note + 1,
  high: columns.note + 2,
  outside: columns.note + 3,
});

/** Drivers: every scalar and driver, estimates to type in beside what history implies. */
export function makeDriversSheet(book: Book): SheetPlan {
  const cells = new Cells(driversSheet);
  const { columns } = book;
  const links = putHead(cells, book, driversSheet, columns.note);
  putYears(cells, book, driversSheet);
  const { low, high, outside } = rangeColumns(book);
  cells.put([5, low], { value: 'low', style: styled('column-head', 'text') });
  cells.put([5, high], { value: 'high', style: styled('column-head', 'text') });
  cells.put([5, outside], { value: 'outside', style: styled('column-head', 'text') });
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
    const driver = book.desk.company.drivers.find(({ id }) => id === of.id);
    const validation = of.isScalar
      ? scalarValidation(book, line, of)
      : driver && driverValidation(book, line, of, driver);
    if (validation) validations.push(validation);
    if (driver?.evidence) notes.push({ cell: address(line, columns.label), text: driver.evidence });
    if (driver) putRange(cells, book, line, of, driver);
  }
  const lastLine = book.inputLines.at(-1)!.line;
  const sheet = timeSeriesSheet(book, driversSheet, 'input', cells, lastLine, { links, validations, notes, heights }, [
    'all',
  ]);
  return {
    ...sheet,
    print: printed(book, driversSheet, range({ top: 1, left: 1, bottom: lastLine, right: columns.note }), {
      repeatRows: '1:6',
      repeatColumns: 'A:D',
    }),
  };
}

function putDriverHeads(cells: Cells, book: Book): void {
  const { columns, driverHeadLine } = book;
  cells.put([driverHeadLine, 2], { value: 'Drivers', style: styled('heading') });
  cells.put([driverHeadLine, 3], { value: 'unit', style: styled('column-head', 'text', 'left') });
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

const provenanceWords: Readonly<Record<Provenance, string>> = {
  printed: 'printed',
  round: 'round driver',
  fitted: 'fitted',
  interpolated: 'interpolated',
  residual: 'unexplained residual',
  ours: 'ours',
};

function provenance({ source, note, composition }: DriverData, row: Row): string {
  const words =
    typeof source === 'string'
      ? provenanceWords[source]
      : [...new Set(Object.values(source))]
          .map((one) => {
            const years = Object.keys(source).filter((year) => source[Number(year)] === one);
            return `${provenanceWords[one]} ${years.length > 1 ? `${years[0]}-${years.at(-1)!.slice(2)}` : years[0]}`;
          })
          .join(', ');
  return [words, note ?? row.note, composition].filter(Boolean).join('; ');
}

function driverValidation(book: Book, line: number, row: Row, { range: [low, high] }: DriverData): Validation {
  const { columns } = book;
  const at = rangeColumns(book);
  const percent = row.unit.kind === 'percent' ? '%' : ` ${row.unit.name}`;
  const text = `Sensible from ${low} to ${high}${percent}.`;
  return {
    range: range({ top: line, left: columns.year(columns.firstEstimate), bottom: line, right: columns.lastYear }),
    allow: {
      kind: 'decimal',
      from: `$${columnLetters(at.low)}${line}`,
      to: `$${columnLetters(at.high)}${line}`,
    },
    blank: false,
    prompt: { title: row.label.slice(0, 32), text },
    refusal: { title: 'Outside the sensible range', text: `${text} Keep it all the same?` },
    strict: false,
  };
}

function scalarValidation(book: Book, line: number, row: Row): Validation | undefined {
  const { columns, desk } = book;
  const cell = address(line, columns.year(columns.firstEstimate));
  const title = row.label.slice(0, 32);
  const scalar = desk.company.scalars.find(({ id }) => id === row.id);
  if (row.unit.kind === 'choice' || row.unit.kind === 'flag') {
    const words = row.unit.words ?? ['0', '1'];
    const text = `Choose ${words.join(' or ')}.`;
    return {
      range: cell,
      allow: { kind: 'list', words },
      blank: false,
      prompt: { title, text },
      refusal: { title: 'Not a choice', text },
      strict: true,
    };
  }
  if (!scalar?.limits) return undefined;
  const [low, high] = scalar.limits.map((points) => fromPoints(row, points).toNumber()) as [number, number];
  const shown = row.unit.kind === 'percent' ? '%' : ` ${row.unit.name}`;
  const text = `From ${scalar.limits[0]} to ${scalar.limits[1]}${shown}. ${scalar.hint ?? ''}`.trim();
  return {
    range: cell,
    allow: { kind: 'decimal', from: low, to: high },
    blank: false,
    prompt: { title, text },
    refusal: { title: 'Outside its limits', text },
    strict: true,
  };
}
