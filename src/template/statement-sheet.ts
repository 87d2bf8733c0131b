import type { Row } from '../model/row.ts';
import { sourceWords } from '../model/source-words.ts';
import { formula } from '../model/readings/formula.ts';
import type { StatementRow } from '../model/statement.ts';
import { columnLetters, range } from './address.ts';
import type { StatementSheet } from './book-layout.ts';
import type { Book, PlacedLine } from './book.ts';
import { Cells } from './cells.ts';
import type { PlannedCell, SheetPlan } from './plan.ts';
import { divider, putHead, putYears, timeSeriesPages, timeSeriesSheet } from './sheet-frame.ts';
import { statementCell } from './statement-cell.ts';
import { styled, type Mark } from './style-name.ts';
import { formatOf } from './unit-format.ts';

/** What a sheet has below its statements: what that changes, and where its own blocks begin on paper. */
export type Below = { readonly plan: Partial<SheetPlan>; readonly pageBlocks: readonly number[] };

/** A sheet of statements: each row calculated here or linked from its home, checks at the foot. */
export function statementSheet(
  book: Book,
  { name, kind }: StatementSheet,
  append?: (cells: Cells) => Below,
): SheetPlan {
  const cells = new Cells(name);
  const lines = book.statementLines.get(name)!;
  const checkLines = lines.filter(({ of }) => 'check' in of).map(({ line }) => line);
  const errors =
    checkLines.length > 0 ? { formula: errorCount(book, checkLines), cached: book.failed(name) } : undefined;
  const links = putHead(cells, book, name, book.columns.growth, { errors });
  putYears(cells, book, name);
  for (const place of lines.keys()) putLine(cells, book, name, lines, place);
  const below = append?.(cells);
  const last = Math.max(...cells.blocks().map(({ row, cells: inside }) => row + inside.length - 1));
  const sheet = timeSeriesSheet(book, name, kind, cells, last, { links, ...below?.plan }, ['actual']);
  // An output goes out as one page; what it is worked out from may take several.
  const paper =
    kind === 'output'
      ? ({ orientation: 'portrait', pagesTall: 1 } as const)
      : timeSeriesPages(book, [...blockStarts(lines), ...(below?.pageBlocks ?? [])], last);
  return { ...sheet, print: { ...sheet.print, ...paper } };
}

/** Where a title begins, or a heading that follows no title. */
const blockStarts = (lines: readonly PlacedLine[]): readonly number[] =>
  lines.flatMap(({ line, of }, place) => {
    const before = lines[place - 1]?.of;
    return 'title' in of || ('heading' in of && !(before && 'title' in before)) ? [line] : [];
  });

function errorCount({ columns }: Book, checkLines: readonly number[]): string {
  const [top, bottom] = [checkLines[0]!, checkLines.at(-1)!];
  return `SUM(${range({ top, left: columns.growth, bottom, right: columns.growth })})`;
}

function putLine(cells: Cells, book: Book, sheet: string, lines: readonly PlacedLine[], place: number): void {
  const { label, growth } = book.columns;
  const { line, of } = lines[place]!;
  if ('title' in of) for (let at = label; at <= growth; at++) cells.put([line, at], band(at === label ? of.title : ''));
  else if ('heading' in of) {
    cells.put([line, label], { value: of.heading, style: styled('heading') });
    if (isScalarLine(lines[place + 1])) cells.put([line, valueColumn(book)], valueHead);
  } else if ('check' in of) putCheck(cells, book, sheet, line, of.check);
  else {
    putRow(cells, book, sheet, line, of);
    const before = lines[place - 1];
    if (of.row.isScalar && before && 'row' in before.of && !before.of.row.isScalar)
      cells.put([line, valueColumn(book) - 1], { value: 'value', style: styled('note', 'text', 'right') });
  }
}

const band = (value: string) => ({ value, style: styled('heading', 'general', 'panel') });

/** A scalar stands under the first estimate year and belongs to none. */
const valueColumn = ({ columns }: Book): number => columns.year(columns.firstEstimate);
const valueHead = { value: 'Value', style: styled('column-head', 'text') };
const isScalarLine = (placed: PlacedLine | undefined): boolean =>
  placed !== undefined && 'row' in placed.of && placed.of.row.isScalar;

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

function putRow(cells: Cells, book: Book, sheet: string, line: number, item: StatementRow): void {
  const { columns } = book;
  const { row, role } = item;
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
    put(index, statementCell({ book, sheet, item, index }, atHome));
  }
  if (!row.isScalar && row.unit.kind === 'money' && role !== 'ratio') putGrowth(cells, book, line, item);
}

/** Compound growth from the last actual to the last estimate year, where both are above zero. */
function putGrowth(cells: Cells, book: Book, line: number, { row, sign, role }: StatementRow): void {
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
    // What holds by definition, such as a roll of history, is no check and stays blank.
    if (!step?.expression || step.expression.operator === 'zero') continue;
    cells.put([line, columns.year(index)], {
      formula: formula(row, step.expression, index, book.placement(sheet)),
      cached: book.value(row, index)!,
      style: styled('check', 'check', ...divider(book, index)),
    });
  }
  const span = range({ top: line, left: columns.firstYear, bottom: line, right: columns.lastYear });
  cells.put([line, columns.growth], {
    formula: `IF(MAX(MAX(${span}),-MIN(${span}))>${book.tolerance(row).formula},1,0)`,
    cached: book.fails(row) ? 1 : 0,
    style: styled('check', 'verdict'),
  });
}
