import type { PublishedTable } from '../company/company.ts';
import { publishedCell } from '../company/published-cell.ts';
import { parsePeriod } from '../model/period.ts';
import type { Row } from '../model/row.ts';
import { absolute, address, range } from './address.ts';
import type { Book } from './book.ts';
import { Cells } from './cells.ts';
import type { SheetCheck } from './checks-sheet.ts';
import { putFunctionsBlock } from './functions-block.ts';
import { calculated, pageSheet, putHeading, text } from './page-sheet.ts';
import type { CellValue, ConditionalFormat, PlannedCell, SheetPlan } from './plan.ts';
import { putHead } from './sheet-frame.ts';
import { styled } from './style-name.ts';
import { formatOf } from './unit-format.ts';

const name = 'Reconciliation';
const toleranceColumn = 4;
const firstPrinted = 5;
const firstLine = 8;
/** A figure exactly half a unit off counts as within, whatever a float makes of it. */
const floatSlack = 5e-10;
const [countCell, offCell] = ['F4', 'I4'];
const [reservesToleranceCell, reservesCell, reservesFlagCell] = ['L4', 'O4', 'P4'];

/** A printed cell in its year: as printed, as a number where it is one, and what the model has. */
type Entry = {
  readonly yearIndex: number;
  readonly text: string;
  readonly number: number | undefined;
  readonly computed: CellValue;
  readonly off: boolean;
};
type PrintedLine = {
  readonly line: number;
  readonly table: PublishedTable;
  readonly label: string;
  readonly row: Row;
  readonly sign: 1 | -1;
  readonly tolerance: number;
  readonly entries: readonly Entry[];
};
/** The first column of what is printed, of what the model computes, and of the marks; and how many years each has. */
type Places = { readonly printed: number; readonly computed: number; readonly off: number; readonly years: number };

/**
 * Reconciliation: every printed figure beside the model's, one line for each printed row, and what is off; with the
 * functions of the add-in, these beside the sheets.
 */
export function makeReconciliationSheet(
  book: Book,
  withFunctions = false,
): { sheet: SheetPlan; checks: readonly SheetCheck[] } {
  const cells = new Cells(name);
  const years = book.columns.years.length - book.columns.firstActual;
  const at: Places = { printed: firstPrinted, computed: firstPrinted + years, off: firstPrinted + 2 * years, years };
  const lastColumn = at.off + years - 1;
  const links = putHead(cells, book, name, lastColumn, { priceColumn: at.off - 4 });
  const lines = layOut(book);
  for (const [index, one] of lines.entries()) {
    if (lines[index - 1]?.table !== one.table) putTableHead(cells, book, one.line - 1, one.table, at);
    putPrintedLine(cells, book, one, at);
  }
  const lastLine = lines.at(-1)?.line ?? firstLine;
  const span = (from: number) => range({ top: firstLine, left: from, bottom: lastLine, right: from + years - 1 });
  putCounts(cells, lines, span(at.printed), span(at.off));
  const check = reservesCheck(cells, book, lines, at);
  const groups = { given: at.printed, held: at.computed, difference: at.off };
  const functions = withFunctions ? putFunctionsBlock(cells, book, lastLine + 2, groups, lastColumn) : undefined;
  const sheet = pageSheet(book, cells, {
    name,
    kind: 'working',
    layout: 'table',
    heights: { 4: 16 },
    widths: [2.5, 64, 22, 10, ...new Array<number>(2 * years).fill(10.5), ...new Array<number>(years).fill(7)],
    lastColumn,
    freeze: { rows: 6, columns: toleranceColumn },
    links,
    inputs: [range({ top: firstLine, left: toleranceColumn, bottom: lastLine, right: at.printed + years - 1 })],
    conditionalFormats: [
      ...[span(at.off), offCell].map((where): ConditionalFormat => ({
        range: where,
        when: { kind: 'value', is: 'greaterThan', than: 0 },
        look: 'error',
      })),
      ...(functions?.conditionalFormats ?? []),
    ],
    blocks: [
      ...lines.flatMap(({ line, table }, index) => (lines[index - 1]?.table === table ? [] : [line - 1])),
      ...(functions ? [functions.firstLine] : []),
    ],
  });
  const rules = { ...sheet.rules, ...(functions && { customFunctions: [functions.functions] }) };
  return { sheet: { ...sheet, rules }, checks: [check] };
}

function layOut(book: Book): readonly PrintedLine[] {
  const { desk, columns } = book;
  let line = firstLine - 1;
  return desk.company.published.flatMap((table) => {
    line += 1;
    const yearIndices = table.columns.map((column) => {
      const { year } = parsePeriod(column, columns.years);
      return columns.years.findIndex((one) => one.year === year);
    });
    const rows = table.rows.flatMap(({ row: label, line: id, sign = 1, printed }): PrintedLine[] => {
      if (id === undefined) return [];
      const row = desk.model.row(id);
      // Percentages are fractions in cells.
      const scale = row.unit.kind === 'percent' ? 100 : 1;
      const plain = (value: number) => Number((value / scale).toPrecision(12));
      const numbers = printed.map((cell) => (cell === null ? null : publishedCell(cell)));
      const tolerance = plain(Math.max(...numbers.map((number) => number?.tolerance ?? 0)));
      const entries = printed.flatMap((cell, index): Entry[] => {
        if (cell === null) return [];
        const yearIndex = yearIndices[index]!;
        const computed = book.value(row, yearIndex, sign)!;
        const printedNumber = numbers[index];
        const number = printedNumber && cell.trim() !== '-' ? plain(printedNumber.value) : undefined;
        return [
          { yearIndex, text: cell.trim(), number, computed, off: isOff(cell.trim(), number, computed, tolerance) },
        ];
      });
      return [{ line: line++, table, label, row, sign, tolerance, entries }];
    });
    line += 1;
    return rows;
  });
}

/** A dash is exactly zero; a word must be the same word. */
const isOff = (printed: string, number: number | undefined, computed: CellValue, tolerance: number): boolean =>
  number !== undefined && typeof computed === 'number'
    ? Math.abs(computed - number) - tolerance > floatSlack
    : printed === '-'
      ? computed !== 0
      : computed !== printed;

function putCounts(cells: Cells, lines: readonly PrintedLine[], printed: string, off: string): void {
  const entries = lines.flatMap((one) => one.entries);
  const figures = entries.filter(({ number, text: said }) => number !== undefined || said === '-').length;
  const [all, marks] = [absolute(printed), absolute(off)];
  cells.put('B4', text('Printed figures, and cells off by more than their rounding', 'label', 'bold'));
  cells.put(countCell, calculated(`COUNT(${all})+COUNTIF(${all},"-")`, figures, styled('headline', 'count')));
  cells.put('H4', text('off', 'note', 'right'));
  cells.put(
    offCell,
    calculated(`SUM(${marks})`, entries.filter((one) => one.off).length, styled('headline', 'number')),
  );
}

function putTableHead(cells: Cells, book: Book, line: number, table: PublishedTable, at: Places): void {
  const figure = /^\d+$/.test(table.figure) ? `Figure ${table.figure}: ` : '';
  putHeading(cells, line, 2, 3, `${figure}${table.title}`);
  cells.put([line, toleranceColumn], text('rounding', 'column-head'));
  for (const [start, group] of [
    [at.printed, 'print'],
    [at.computed, 'model'],
    [at.off, 'off'],
  ] as const)
    for (let place = 0; place < at.years; place++) {
      const { year } = book.columns.years[place + book.columns.firstActual]!;
      const short = String(year % 100).padStart(2, '0');
      cells.put([line, start + place], text(`${group} ${short}`, 'column-head'));
    }
}

function putPrintedLine(cells: Cells, book: Book, one: PrintedLine, at: Places): void {
  const { line, row, sign } = one;
  const format = formatOf(row.unit);
  cells.putRow(line, 2, [
    text(one.label, 'label'),
    text(row.unit.name, 'unit'),
    { value: one.tolerance, style: styled('input', 'rate') },
  ]);
  for (const { yearIndex, text: said, number, computed, off } of one.entries) {
    const place = yearIndex - book.columns.firstActual;
    const [p, c] = [address(line, at.printed + place), address(line, at.computed + place)];
    const printed: PlannedCell =
      number === undefined ? text(said, 'input', 'right') : { value: number, style: styled('input', format) };
    cells.put(p, printed);
    cells.put(c, { formula: book.link(name, row, yearIndex, sign), cached: computed, style: styled('link', format) });
    const asWords = `IF(${p}="-",IF(${c}=0,0,1),IF(${p}=${c},0,1))`;
    cells.put(
      [line, at.off + place],
      calculated(
        `IF(AND(ISNUMBER(${p}),ISNUMBER(${c})),IF(ROUND(ABS(${c}-${p})-$D${line},9)<=0,0,1),${asWords})`,
        off ? 1 : 0,
        styled('check', 'flag', 'centre'),
      ),
    );
  }
}

/** The reserves that balance history, against those printed. */
function reservesCheck(cells: Cells, book: Book, lines: readonly PrintedLine[], at: Places): SheetCheck {
  const { reserves } = book.desk.model.balance;
  const one = lines.find(({ row, table }) => row === reserves && table.figure === reserves.figure);
  const isActual = ({ yearIndex }: Entry) => yearIndex < book.columns.firstEstimate;
  const actual = one?.entries.filter(isActual) ?? [];
  const largest = Math.max(...actual.map(({ number, computed }) => Math.abs(Number(computed) - number!)), 0);
  const pairs = actual.map(({ yearIndex }) => {
    const place = yearIndex - book.columns.firstActual;
    return `ABS(${address(one!.line, at.computed + place)}-${address(one!.line, at.printed + place)})`;
  });
  const tolerance = book.setting('reservesTolerance');
  cells.put('K4', text('reserves within', 'note', 'right'));
  cells.put(reservesToleranceCell, calculated(tolerance.formula, tolerance.value, styled('link', 'shares')));
  cells.put('N4', text('largest', 'note', 'right'));
  cells.put(reservesCell, calculated(`MAX(${['0', ...pairs].join(',')})`, largest, styled('check', 'check')));
  const flag = largest <= tolerance.value ? 0 : 1;
  cells.put(
    reservesFlagCell,
    calculated(`IF(${reservesCell}<=${reservesToleranceCell},0,1)`, flag, styled('check', 'verdict')),
  );
  return {
    name: 'Reserves that balance history match the print',
    unit: 'RMB mn',
    sheet: name,
    difference: reservesCell,
    flag: reservesFlagCell,
    cached: { difference: largest, flag },
  };
}
