import { yearLabel } from '../model/financial-year.ts';
import type { Row } from '../model/row.ts';
import { address, columnLetters, onSheet, range } from './address.ts';
import { driversSheet, firstRow, liveSheet, scenariosSheet } from './book-layout.ts';
import type { Book } from './book.ts';
import { Cells } from './cells.ts';
import type { SheetPlan } from './plan.ts';
import { scenarioCells } from './scenario-blocks.ts';
import { divider, putHead, putYears, timeSeriesPages, timeSeriesSheet } from './sheet-frame.ts';
import { styled } from './style-name.ts';
import { formatOf } from './unit-format.ts';

/** Live: each input as the scenario in use has it. Every statement reads this sheet and none reads Drivers. */
export function makeLiveSheet(book: Book): SheetPlan {
  const cells = new Cells(liveSheet);
  const { columns } = book;
  const links = putHead(cells, book, liveSheet, columns.growth);
  putYears(cells, book, liveSheet);
  const value = columns.year(columns.firstEstimate);
  cells.put([7, 2], { value: 'Scalars', style: styled('heading') });
  cells.put([7, value], { value: 'Value', style: styled('column-head', 'text') });
  cells.put([book.driverHeadLine, 2], { value: 'Drivers', style: styled('heading') });
  for (const [column, word] of [
    [columns.unit, 'unit'],
    [columns.source, ''],
  ] as const)
    cells.put([book.driverHeadLine, column], { value: word, style: styled('column-head', 'text', 'left') });
  columns.years.forEach((year, index) =>
    cells.put([book.driverHeadLine, columns.year(index)], {
      formula: `${columnLetters(columns.year(index))}$5`,
      cached: yearLabel(year),
      style: styled(year.status === 'estimate' ? 'estimate-head' : 'column-head', 'text', ...divider(book, index)),
    }),
  );
  for (const { line, of } of book.inputLines) {
    if ('heading' in of) cells.put([line, 2], { value: of.heading, style: styled('heading') });
    else putLive(cells, book, line, of);
  }
  const lastLine = book.inputLines.at(-1)!.line;
  const sheet = timeSeriesSheet(book, liveSheet, 'working', cells, lastLine, { links }, []);
  return { ...sheet, print: { ...sheet.print, ...timeSeriesPages(book, inputBlocks(book), lastLine) } };
}

/** Where the scalars, and each group of drivers, begin on Drivers and on Live. */
export const inputBlocks = ({ inputLines, driverHeadLine }: Book): readonly number[] => [
  firstRow - 1,
  driverHeadLine,
  ...inputLines.flatMap(({ line, of }) => ('heading' in of && line > driverHeadLine + 1 ? [line] : [])),
];

/** The range of the inputs table: scalars under Value, drivers under their years. */
export const inputsTable = ({ columns, inputLines }: Book): string =>
  range({ top: 7, left: columns.label, bottom: inputLines.at(-1)!.line, right: columns.lastYear });

/** A choice is a number here, as the statements read it: its unit says which. */
const unitOf = ({ unit }: Row): string =>
  unit.kind === 'choice' ? unit.words!.map((word, place) => `${place} ${word}`).join(', ') : unit.name;

function putLive(cells: Cells, book: Book, line: number, row: Row): void {
  const { columns } = book;
  cells.putRow(line, columns.label, [
    { value: row.label, style: styled('label') },
    { value: unitOf(row), style: styled('unit') },
  ]);
  const format = formatOf(row.unit, 'driver');
  columns.years.forEach((year, index) => {
    const letter = columnLetters(columns.year(index));
    if (year.status === 'estimate') {
      if (row.isScalar && index !== columns.firstEstimate) return;
      cells.put([line, columns.year(index)], {
        formula: choose(book, row, line, index),
        cached: book.value(row, index)!,
        style: styled(
          'link',
          row.unit.kind === 'choice' ? 'number' : format,
          'right',
          ...(row.isScalar ? [] : divider(book, index)),
        ),
      });
    } else if (!row.isScalar && book.step(row, index))
      cells.put([line, columns.year(index)], {
        formula: onSheet(driversSheet, `${letter}${line}`),
        cached: book.value(row, index)!,
        style: styled(year.status === 'opening' ? 'muted' : 'link', format),
      });
  });
  putFlag(cells, book, line, row);
}

/** The scenario's cell, or the driver's where that is blank. */
function choose(book: Book, row: Row, line: number, index: number): string {
  const letter = columnLetters(book.columns.year(index));
  const changed = `CHOOSE(${onSheet(scenariosSheet, '$I$9')},"",${scenarioCells(book, line, index).join(',')})`;
  const picked = `IF(${changed}="",${onSheet(driversSheet, `${letter}${line}`)},${changed})`;
  return row.unit.kind === 'choice' ? `IF(${picked}="${row.unit.words![0]}",0,1)` : picked;
}

/** A mark in the first column where the scenario overrides a driver. */
function putFlag(cells: Cells, book: Book, line: number, row: Row): void {
  const { columns } = book;
  const from = columns.year(columns.firstEstimate);
  const changed = `CHOOSE(${onSheet(scenariosSheet, '$I$9')},"",${scenarioCells(book, line, columns.firstEstimate).join(',')})`;
  const years = range({ top: line, left: from, bottom: line, right: columns.lastYear });
  const overridden = columns.years.some((year, index) => {
    if (year.status !== 'estimate' || (row.isScalar && index !== columns.firstEstimate)) return false;
    const at = row.isScalar ? undefined : year.year;
    const [before, after] = [book.inputs.value(row, at), book.solution.inputs.value(row, at)];
    return after !== undefined && !before?.eq(after);
  });
  const flagged = () => {
    if (row.unit.kind === 'choice') return `IF(${changed}="",0,1)`;
    if (row.isScalar) return `IF(${address(line, from)}=${onSheet(driversSheet, address(line, from))},0,1)`;
    return `IF(SUMPRODUCT(ABS(${years}-${onSheet(driversSheet, years)}))>0,1,0)`;
  };
  cells.put([line, columns.flag], {
    formula: flagged(),
    cached: overridden ? 1 : 0,
    style: styled('flag', 'flag'),
  });
}
