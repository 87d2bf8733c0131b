import type { Row } from '../model/row.ts';
import { sourceWords } from '../model/source-words.ts';
import { formula } from '../model/readings/formula.ts';
import type { StatementRow } from '../model/statement.ts';
import { address, columnLetters, onSheet, range } from './address.ts';
import { liveSheet, type StatementSheet } from './book-layout.ts';
import type { Book, PlacedLine } from './book.ts';
import { Cells } from './cells.ts';
import { toleranceReference } from './checks-sheet.ts';
import { divider, putHead, putYears, timeSeriesSheet } from './sheet-frame.ts';
import type { PlannedCell, SheetPlan } from './plan.ts';
import { styled, type Mark, type Role } from './style-name.ts';
import { formatOf } from './unit-format.ts';

/** A sheet of statements: each row calculated here or linked from its home, checks at the foot. */
export function statementSheet(
  book: Book,
  { name, kind }: StatementSheet,
  append?: (cells: Cells) => Partial<SheetPlan>,
): SheetPlan {
  const cells = new Cells(name);
  const lines = book.statementLines.get(name)!;
  const checkLines = lines.filter(({ of }) => 'check' in of).map(({ line }) => line);
  const errors =
    checkLines.length > 0 ? { formula: errorCount(book, checkLines), cached: book.failed(name) } : undefined;
  const links = putHead(cells, book, name, book.columns.note, errors);
  putYears(cells, book, name);
  for (const placed of lines) putLine(cells, book, name, placed);
  const more = append?.(cells);
  const last = Math.max(...cells.blocks().map(({ row, cells: inside }) => row + inside.length - 1));
  const sheet = timeSeriesSheet(book, name, kind, cells, last, { ...more, links: [...links, ...(more?.links ?? [])] }, [
    'actual',
  ]);
  // An output goes out as one page; what it is worked out from may take several.
  return kind === 'output' ? { ...sheet, print: { ...sheet.print, orientation: 'portrait', pagesTall: 1 } } : sheet;
}

function errorCount({ columns }: Book, checkLines: readonly number[]): string {
  const [top, bottom] = [checkLines[0]!, checkLines.at(-1)!];
  return `SUM(${range({ top, left: columns.growth, bottom, right: columns.growth })})`;
}

function putLine(cells: Cells, book: Book, sheet: string, { line, of }: PlacedLine): void {
  const { label } = book.columns;
  if ('title' in of) cells.put([line, label], { value: of.title, style: styled('heading', 'general', 'bold') });
  else if ('heading' in of) cells.put([line, label], { value: of.heading, style: styled('heading') });
  else if ('check' in of) putCheck(cells, book, sheet, line, of.check);
  else putRow(cells, book, sheet, line, of);
}

/** Label, unit, figure and note of a row. */
export function putLabels(
  cells: Cells,
  book: Book,
  line: number,
  row: Row,
  marks: readonly Mark[] = [],
  remark: string = row.note,
): void {
  const { label, note } = book.columns;
  cells.putRow(line, label, [
    { value: row.label, style: styled('label', 'general', ...marks) },
    { value: row.unit.name, style: styled('unit', 'general', ...marks.filter((mark) => mark === 'total')) },
    { value: sourceOf(row), style: styled('source', 'general', ...marks.filter((mark) => mark === 'total')) },
  ]);
  if (remark) cells.put([line, note], { value: remark, style: styled('note') });
}

/** Where the row comes from, as short as the source column wants it. */
const sourceOf = (row: Row): string =>
  sourceWords(row).replace('Figure', 'Fig').replace('Financial Summary', 'Fin. sum.');

function putRow(cells: Cells, book: Book, sheet: string, line: number, { row, sign, role }: StatementRow): void {
  const { columns } = book;
  const home = book.home(row);
  const atHome = home.sheet === sheet && home.line === line;
  const marks: Mark[] = role === 'total' ? ['total'] : role === 'ratio' ? ['indent'] : [];
  putLabels(cells, book, line, row, marks);
  const put = (index: number, cell: PlannedCell) => cells.put([line, columns.year(index)], cell);
  const indices = row.isScalar ? [columns.firstEstimate] : columns.years.map((_, index) => index);
  for (const index of indices) {
    if (!book.step(row, index)) {
      if (role === 'total')
        put(index, { style: styled('formula', formatOf(row.unit), 'total', ...divider(book, index)) });
      else if (index === columns.firstEstimate) put(index, { style: styled('formula', 'general', 'divider') });
      continue;
    }
    put(index, atHome ? homeCell(book, sheet, row, sign, role, index) : linkCell(book, sheet, row, sign, role, index));
  }
  if (!row.isScalar && row.unit.kind === 'money' && role !== 'ratio') putGrowth(cells, book, line, row, sign, role);
}

const lookOf = (book: Book, row: Row, role: Role, statementRole: StatementRow['role'], index: number) =>
  styled(
    role,
    formatOf(row.unit),
    ...(statementRole === 'total' ? (['total'] as const) : []),
    ...(row.isScalar ? [] : divider(book, index)),
    ...(row.unit.kind === 'rating' || row.unit.kind === 'text' ? (['right'] as const) : []),
  );

function homeCell(
  book: Book,
  sheet: string,
  row: Row,
  sign: 1 | -1,
  role: StatementRow['role'],
  index: number,
): PlannedCell {
  const { expression } = book.step(row, index)!;
  const cached = book.value(row, index, sign)!;
  const opening = book.columns.years[index]!.status === 'opening';
  if (expression) {
    const look = opening ? 'muted' : role === 'ratio' ? 'ratio' : 'formula';
    const text = formula(row, expression, row.isScalar ? -1 : index, book.placement(sheet), sign);
    return { formula: text, cached, style: lookOf(book, row, look, role, index) };
  }
  const estimate = book.columns.years[index]!.status === 'estimate';
  if (estimate && row.estimate === 'data') {
    const line = book.inputLines.find(({ of }) => of === row)!.line;
    const reference = onSheet(liveSheet, address(line, book.columns.year(index)));
    return { formula: `${sign < 0 ? '-' : ''}${reference}`, cached, style: lookOf(book, row, 'link', role, index) };
  }
  return { value: cached, style: lookOf(book, row, 'input', role, index) };
}

function linkCell(
  book: Book,
  sheet: string,
  row: Row,
  sign: 1 | -1,
  role: StatementRow['role'],
  index: number,
): PlannedCell {
  const here = book.home(row).sheet === sheet;
  const opening = book.columns.years[index]!.status === 'opening';
  const look: Role = opening ? 'muted' : role === 'ratio' ? (here ? 'ratio' : 'echo') : here ? 'formula' : 'link';
  return {
    formula: book.link(sheet, row, index, sign),
    cached: book.value(row, index, sign)!,
    style: lookOf(book, row, look, role, index),
  };
}

/** Compound growth from the last actual to the last estimate year, where both are above zero. */
function putGrowth(cells: Cells, book: Book, line: number, row: Row, sign: 1 | -1, role: StatementRow['role']): void {
  const { columns } = book;
  const [from, to] = [columns.firstEstimate - 1, columns.years.length - 1];
  if (!book.step(row, from) || !book.step(row, to)) return;
  const [a, b] = [from, to].map((index) => columnLetters(columns.year(index))) as [string, string];
  const [first, last] = [from, to].map((index) => book.value(row, index, sign)) as [number, number];
  const meaningful = first > 0 && last > 0;
  const span = columns.years[to]!.year - columns.years[from]!.year;
  cells.put([line, columns.growth], {
    formula: `IF(AND(${a}${line}>0,${b}${line}>0),(${b}${line}/${a}${line})^(1/(${b}$4-${a}$4))-1,"")`,
    cached: meaningful ? (last / first) ** (1 / span) - 1 : '',
    style: styled('ratio', 'percent', ...(role === 'total' ? (['total'] as const) : [])),
  });
}

function putCheck(cells: Cells, book: Book, sheet: string, line: number, row: Row): void {
  const { columns } = book;
  putLabels(cells, book, line, row);
  for (const [index] of columns.years.entries()) {
    const step = book.step(row, index);
    if (!step?.expression) continue;
    cells.put([line, columns.year(index)], {
      formula: formula(row, step.expression, index, book.placement(sheet)),
      cached: book.value(row, index)!,
      style: styled('check', 'check', ...divider(book, index)),
    });
  }
  const span = range({ top: line, left: columns.firstYear, bottom: line, right: columns.lastYear });
  cells.put([line, columns.growth], {
    formula: `IF(MAX(MAX(${span}),-MIN(${span}))>${toleranceReference(row.unit.kind)},1,0)`,
    cached: book.fails(row) ? 1 : 0,
    style: styled('check', 'verdict'),
  });
}
