import type { Row } from '../model/row.ts';
import { absolute, absoluteOnSheet, address, columnLetters, range } from './address.ts';
import { liveSheet } from './book-layout.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import { inputsTable } from './live-sheet.ts';
import { calculated, putHeading, text, yearHead } from './page-sheet.ts';
import type { ConditionalFormat, PlannedCell } from './plan.ts';
import { styled } from './style-name.ts';
import { formatOf } from './unit-format.ts';

/** What a function's cell shows where the spreadsheet does not have the add-in, or the function gives an error. */
const noAnswer = 'no add-in';
const sheet = 'Reconciliation';
const toleranceColumn = 'D';
const [countColumn, verdictColumn] = [5, 6];

/** The first column of what the functions give, of what the sheets hold, and of the differences, for the first year. */
type Groups = { readonly given: number; readonly held: number; readonly difference: number };
type Call = (label: string, year: string, inputs: string) => string;
type KeyRow = { readonly id: string; readonly call: Call };

const line = (id: string): KeyRow => ({ id, call: (label, year, inputs) => `ST.MODEL(${label},${year},,${inputs})` });

/** The rows that a reader would hold beside each other first; those with a function of their own are asked through it. */
const keyRows: readonly KeyRow[] = [
  line('revenue'),
  line('gross-profit'),
  line('operating-profit'),
  line('net-profit'),
  line('adjusted-net-profit'),
  line('adjusted-ebitda'),
  line('trade-receivables'),
  line('inventories'),
  line('trade-payables'),
  {
    id: 'published-trade-receivable-days',
    call: (_, year, inputs) => `ST.WCDAYS("Trade receivables",${year},,${inputs})`,
  },
  line('total-cash'),
  line('total-debt'),
  { id: 'published-net-cash', call: (_, year, inputs) => `ST.NETCASH(${year},,${inputs})` },
  line('total-assets'),
  line('total-equity'),
  line('operating-cash-flow'),
  line('free-cash-flow'),
  { id: 'ev-sales', call: (_, year, inputs) => `ST.EVSALES(${year},,${inputs})` },
  { id: 'target-price-published', call: (_, __, inputs) => `ST.TARGETPRICE(,,,${inputs})` },
  { id: 'upside', call: (_, __, inputs) => `ST.UPSIDE(,,${inputs})` },
];

/** What the sheet that holds the block must know of it. */
export type FunctionsBlock = {
  /** The line of its heading. */
  readonly firstLine: number;
  /** Where functions of the add-in stand. */
  readonly functions: string;
  readonly conditionalFormats: readonly ConditionalFormat[];
};

/**
 * The functions of the add-in, fed with the sheet of inputs in use, beside what the sheets calculate natively: key rows
 * over the estimate years, the difference, a count and a verdict. Apart from the master check: it is silent where the
 * add-in is not there.
 */
export function putFunctionsBlock(
  cells: Cells,
  book: Book,
  firstLine: number,
  groups: Groups,
  lastColumn: number,
): FunctionsBlock {
  const [headLine, firstRow] = [firstLine + 2, firstLine + 3];
  const lastRow = firstRow + keyRows.length - 1;
  const { years, firstActual, firstEstimate } = book.columns;
  const estimates = years.flatMap((_, index) => (index < firstEstimate ? [] : [index]));
  const columnIn = (group: number, index: number) => group + index - firstActual;
  const span = (group: number) =>
    range({
      top: firstRow,
      left: columnIn(group, firstEstimate),
      bottom: lastRow,
      right: columnIn(group, years.length - 1),
    });
  putHeading(cells, firstLine, 2, lastColumn, 'The ST functions on the inputs in use, beside the sheets');
  putHeads(cells, book, { headLine, groups, lastColumn, yearColumn: columnIn });
  for (const [place, key] of keyRows.entries()) {
    const line = firstRow + place;
    const row = book.desk.model.row(key.id);
    const tolerance = book.tolerance(row);
    cells.putRow(line, 2, [
      text(row.label, 'label'),
      text(row.unit.name, 'unit'),
      calculated(
        tolerance.formula,
        tolerance.value,
        styled('link', row.unit.kind === 'percent' ? 'percent-4' : 'check'),
      ),
    ]);
    for (const index of row.isScalar ? [firstEstimate] : estimates) {
      const [given, held, difference] = [groups.given, groups.held, groups.difference].map((group) =>
        columnIn(group, index),
      ) as [number, number, number];
      const year = `${columnLetters(given)}$${headLine}`;
      putComparison(cells, book, { key, row, index, line, given, held, difference, year });
    }
  }
  const [given, differences] = [span(groups.given), span(groups.difference)];
  putVerdict(cells, firstLine + 1, absolute(given), absolute(differences));
  const first = address(firstRow, columnIn(groups.difference, firstEstimate));
  const count = address(firstLine + 1, countColumn);
  return {
    firstLine,
    functions: given,
    conditionalFormats: [
      { range: differences, when: { kind: 'formula', formula: isOff(first) }, look: 'error' },
      { range: count, when: { kind: 'formula', formula: isOff(count) }, look: 'error' },
    ],
  };
}

type Heads = {
  readonly headLine: number;
  readonly groups: Groups;
  readonly lastColumn: number;
  readonly yearColumn: (group: number, index: number) => number;
};

function putHeads(cells: Cells, book: Book, { headLine, groups, lastColumn, yearColumn }: Heads): void {
  const heads = new Map<number, PlannedCell>([
    [3, text('unit', 'column-head', 'left')],
    [4, text('within', 'column-head')],
    [groups.given, text('ST', 'column-head')],
    [groups.held, text('sheets', 'column-head')],
    [groups.difference, text('diff', 'column-head')],
  ]);
  const { years, firstEstimate } = book.columns;
  for (const group of Object.values(groups))
    for (let index = firstEstimate; index < years.length; index++)
      heads.set(yearColumn(group, index), { ...yearHead(book, index), style: styled('estimate-head', 'text') });
  for (let column = 2; column <= lastColumn; column++)
    cells.put([headLine, column], heads.get(column) ?? text('', 'column-head'));
}

/** A number that is not zero. */
const isOff = (cell: string): string => `AND(ISNUMBER(${cell}),${cell}<>0)`;

type Comparison = {
  readonly key: KeyRow;
  readonly row: Row;
  readonly index: number;
  readonly line: number;
  readonly given: number;
  readonly held: number;
  readonly difference: number;
  /** The cell with the label of the year. */
  readonly year: string;
};

function putComparison(cells: Cells, book: Book, { key, row, index, line, given, held, difference, year }: Comparison) {
  const format = formatOf(row.unit);
  const cached = book.value(row, index)!;
  const [a, b] = [address(line, given), address(line, held)];
  const inputs = absoluteOnSheet(liveSheet, inputsTable(book));
  cells.put(a, {
    formula: `IFERROR(${key.call(`$B${line}`, year, inputs)},"${noAnswer}")`,
    cached,
    style: styled('check', format, 'right'),
  });
  cells.put(b, { formula: book.link(sheet, row, index), cached, style: styled('link', format) });
  cells.put(
    [line, difference],
    calculated(
      `IF(ISNUMBER(${a}),IF(ABS(${a}-${b})<=$${toleranceColumn}${line},0,${a}-${b}),"-")`,
      0,
      styled('check', 'check', 'right'),
    ),
  );
}

/** How many differ or have no answer, and what that means; nothing where no function answers. */
function putVerdict(cells: Cells, line: number, given: string, differences: string): void {
  const count = address(line, countColumn);
  const differing = ['>0', '<0', '-'].map((one) => `COUNTIF(${differences},"${one}")`).join('+');
  cells.put([line, 2], text('Functions that differ from the sheets, or have no answer', 'label', 'bold'));
  cells.put([line, 3], text('number', 'unit'));
  cells.put(count, calculated(`IF(COUNT(${given})=0,"-",${differing})`, 0, styled('headline', 'number', 'right')));
  cells.put(
    [line, verdictColumn],
    calculated(
      `IF(COUNT(${given})=0,"add-in not present",IF(${count}=0,"the functions and the sheets agree","the functions and the sheets differ"))`,
      'the functions and the sheets agree',
      styled('check', 'text', 'left'),
    ),
  );
}
