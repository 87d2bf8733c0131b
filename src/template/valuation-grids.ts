import { toleranceOf } from '../company/checks.ts';
import type { Row } from '../model/row.ts';
import { absolute, address, columnLetters, onSheet, range } from './address.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import { toleranceReference, type SheetCheck } from './checks-sheet.ts';
import { calculated, inValuationYear, putHeading, scalarValue, text } from './page-sheet.ts';
import { styled } from './style-name.ts';
import type { FormatName } from './number-formats.ts';

export const valuationSheet = 'Valuation';
const sheet = valuationSheet;
const across = 7;
const down = 5;
const middleColumn = 3;
const middleRow = 2;

/** What the grids leave to the sheet: their steps, the rows that look ahead, the checks of their middle cells. */
export type Grids = {
  readonly lastLine: number;
  readonly inputs: readonly string[];
  readonly axes: readonly string[];
  /** The cells of the grids: as wide as their axes, not as the years above. */
  readonly body: string;
  readonly checks: readonly SheetCheck[];
};

/** An axis: where it stands, its middle, its step, and its values. */
type Axis = {
  readonly label: string;
  readonly unit: string;
  readonly middle: { readonly formula: string; readonly value: number };
  readonly step: { readonly cell: string; readonly value: number };
  readonly format: FormatName;
};

type Grid = {
  readonly title: string;
  readonly unit: string;
  readonly format: FormatName;
  readonly top: Axis;
  readonly side: Axis;
  /** The formula of a cell from its column's and its row's heading, and its value from theirs. */
  readonly formula: (top: string, side: string) => string;
  readonly value: (top: number, side: number) => number;
  /** What the middle cell must give, or undefined where the middle is none of the model's figures. */
  readonly check?: { readonly name: string; readonly row: Row };
};

/** Native grids below the valuation: closed forms over cells of this sheet, their middle held to the model. */
export function putGrids(cells: Cells, book: Book, line: number): Grids {
  const steps = putSteps(cells, book, line);
  const parts = putParts(cells, book, line + 7);
  const { multipleInUse, targetPrice, evSales } = book.desk.model.value;
  const { sharePrice, sharesOutstanding, rmbPerHkd } = book.desk.model.market;
  const scalar = (row: Row) => ({ formula: book.link(sheet, row, 0), value: scalarValue(book, row) });
  const [shares, fx, price, multiple] = [sharesOutstanding, rmbPerHkd, sharePrice, multipleInUse].map(scalar) as [
    ...(readonly { formula: string; value: number }[] & { length: 4 }),
  ];
  const none = { formula: '0', value: 0 };
  const { revenue, adjustment, toEnterprise } = parts;
  const multiples: Axis = {
    label: 'Multiple',
    unit: 'x',
    middle: multiple!,
    step: steps.multiple,
    format: 'multiple',
  };
  const sales: Axis = { label: 'Change of sales', unit: '%', middle: none, step: steps.sales, format: 'percent-0' };
  const currencies: Axis = {
    label: 'Change of RMB per HK$',
    unit: '%',
    middle: none,
    step: steps.currency,
    format: 'percent-0',
  };
  const prices: Axis = {
    label: 'Change of the share price',
    unit: '%',
    middle: none,
    step: steps.price,
    format: 'percent-0',
  };
  const grids: readonly Grid[] = [
    {
      title: 'Target price by multiple and change of sales, net cash held',
      unit: 'HK$',
      format: 'per-share',
      top: multiples,
      side: sales,
      formula: (m, s) => `(${m}*${revenue.cell}*(1+${s})+${adjustment.cell})/${shares!.formula}/${fx!.formula}`,
      value: (m, s) => (m * revenue.value * (1 + s) + adjustment.value) / shares!.value / fx!.value,
      check: { name: 'Middle of the grid by multiple and sales is the target price', row: targetPrice },
    },
    {
      title: 'EV/sales by share price and change of sales',
      unit: 'x',
      format: 'multiple',
      top: prices,
      side: sales,
      formula: (p, s) =>
        `(${price!.formula}*(1+${p})*${shares!.formula}*${fx!.formula}+${toEnterprise.cell})/(${revenue.cell}*(1+${s}))`,
      value: (p, s) =>
        (price!.value * (1 + p) * shares!.value * fx!.value + toEnterprise.value) / (revenue.value * (1 + s)),
      check: { name: 'Middle of the grid by price and sales is EV/sales', row: evSales },
    },
    {
      title: 'Target price by multiple and exchange rate, net cash held in RMB',
      unit: 'HK$',
      format: 'per-share',
      top: multiples,
      side: currencies,
      formula: (m, c) => `(${m}*${revenue.cell}+${adjustment.cell})/${shares!.formula}/(${fx!.formula}*(1+${c}))`,
      value: (m, c) => (m * revenue.value + adjustment.value) / shares!.value / (fx!.value * (1 + c)),
      check: { name: 'Middle of the grid by multiple and exchange rate is the target price', row: targetPrice },
    },
  ];
  let at = line + 12;
  const axes: string[] = [];
  const checks: SheetCheck[] = [];
  for (const grid of grids) {
    axes.push(putTop(cells, book, at, grid.title, grid.top));
    checks.push(...putBody(cells, book, at, grid));
    at += down + 3;
  }
  axes.push(putTop(cells, book, at, 'Target price by multiple and valuation year', multiples));
  const last = putYearGrid(cells, book, at, shares!, fx!, multiple!.value, steps.multiple.value);
  const { firstYear } = book.columns;
  const body = range({
    top: line,
    left: firstYear,
    bottom: last,
    right: Math.max(firstYear + across - 1, book.columns.lastYear),
  });
  return { lastLine: last, inputs: steps.inputs, axes, body, checks };
}

function putSteps(cells: Cells, book: Book, line: number) {
  const at = book.columns.source;
  putHeading(cells, line, 2, book.columns.growth, 'Grids: steps');
  const entries = [
    ['Step of the multiple', 'x', 2, 'multiple'],
    ['Step of sales', '%', 0.1, 'percent'],
    ['Step of the share price', '%', 0.1, 'percent'],
    ['Step of the exchange rate', '%', 0.05, 'percent'],
  ] as const;
  const [multiple, sales, price, currency] = entries.map(([label, unit, value, format], index) => {
    const row = line + 1 + index;
    cells.putRow(row, 2, [text(label, 'label'), text(unit, 'unit'), { value, style: styled('input', format) }]);
    return { cell: absolute(address(row, at)), value };
  });
  const inputs = [range({ top: line + 1, left: at, bottom: line + entries.length, right: at })];
  return { multiple: multiple!, sales: sales!, price: price!, currency: currency!, inputs };
}

/** What the grids share: revenue, and what lies between enterprise value and equity, in the valuation year. */
function putParts(cells: Cells, book: Book, line: number) {
  const { sales, value, funding, balance, market } = book.desk.model;
  const inYear = (row: Row) => inValuationYear(book, sheet, row);
  const [netCash, minority, total, interests] = [
    value.targetNetCash,
    value.targetMinority,
    funding.netCashTotal,
    balance.nonControllingInterests,
  ].map(inYear);
  const [cash, debt] = [funding.totalCash, funding.totalDebt].map(inYear);
  const onTotal = scalarValue(book, market.netCashBasis) !== 0;
  const revenue = inYear(sales.revenue);
  const entries = [
    ['Revenue in the valuation year', revenue.formula, revenue.value],
    [
      'Net cash less minorities in the target price in use',
      `IF(${book.link(sheet, market.netCashBasis, 0)}=0,${netCash!.formula}-(${minority!.formula}),${total!.formula}-(${interests!.formula}))`,
      onTotal ? total!.value - interests!.value : netCash!.value - minority!.value,
    ],
    [
      'From market capitalisation to enterprise value',
      `${debt!.formula}+${interests!.formula}-(${cash!.formula})`,
      debt!.value + interests!.value - cash!.value,
    ],
  ] as const;
  putHeading(cells, line - 1, 2, book.columns.growth, 'Grids: what they share');
  const [revenuePart, adjustment, toEnterprise] = entries.map(([label, formula, cached], index) => {
    const row = line + index;
    cells.putRow(row, 2, [
      text(label, 'label'),
      text('RMB mn', 'unit'),
      calculated(formula, cached, styled('formula', 'money')),
    ]);
    return { cell: absolute(address(row, book.columns.source)), value: cached };
  });
  return { revenue: revenuePart!, adjustment: adjustment!, toEnterprise: toEnterprise! };
}

/** The heading of a grid with its upper axis: the middle from the model, the others a step away. */
function putTop(cells: Cells, book: Book, line: number, title: string, axis: Axis): string {
  const first = book.columns.firstYear;
  putHeading(cells, line, 2, book.columns.growth, title);
  cells.put([line + 1, 2], text(axis.label, 'column-head', 'left'));
  cells.put([line + 1, 3], text(axis.unit, 'column-head', 'left')).put([line + 1, 4], text('', 'column-head'));
  for (let index = 0; index < across; index++) {
    const [before, after] = [address(line + 1, first + index - 1), address(line + 1, first + index + 1)];
    const formula =
      index === middleColumn
        ? axis.middle.formula
        : index < middleColumn
          ? `${after}-${axis.step.cell}`
          : `${before}+${axis.step.cell}`;
    const value = axis.middle.value + (index - middleColumn) * axis.step.value;
    cells.put([line + 1, first + index], calculated(formula, value, styled('column-head', axis.format)));
  }
  return range({ top: line + 1, left: first, bottom: line + 1, right: first + across - 1 });
}

function putBody(cells: Cells, book: Book, line: number, grid: Grid): readonly SheetCheck[] {
  const { firstYear, source, growth, note } = book.columns;
  const { top, side } = grid;
  for (let row = 0; row < down; row++) {
    const at = line + 2 + row;
    const sideValue = side.middle.value + (row - middleRow) * side.step.value;
    const sideFormula =
      row === middleRow
        ? side.middle.formula
        : row < middleRow
          ? `${address(at + 1, source)}-${side.step.cell}`
          : `${address(at - 1, source)}+${side.step.cell}`;
    cells.putRow(at, 2, [
      text(row === 0 ? side.label : '', 'label'),
      text(grid.unit, 'unit'),
      calculated(sideFormula, sideValue, styled('formula', side.format, 'bold')),
    ]);
    for (let index = 0; index < across; index++) {
      const letters = columnLetters(firstYear + index);
      const topValue = top.middle.value + (index - middleColumn) * top.step.value;
      const isMiddle = row === middleRow && index === middleColumn;
      cells.put(
        [at, firstYear + index],
        calculated(
          grid.formula(`${letters}$${line + 1}`, `$${columnLetters(source)}${at}`),
          grid.value(topValue, sideValue),
          styled('formula', grid.format, ...(isMiddle ? (['bold', 'boxed'] as const) : [])),
        ),
      );
    }
  }
  if (!grid.check) return [];
  const { name, row } = grid.check;
  const at = line + 2 + middleRow;
  const held = row.isScalar
    ? { formula: book.link(sheet, row, 0), value: scalarValue(book, row) }
    : inValuationYear(book, sheet, row);
  const middle = address(at, firstYear + middleColumn);
  const difference = grid.value(top.middle.value, side.middle.value) - held.value;
  const [differenceCell, flagCell] = [address(at, growth), address(at + 1, growth)];
  cells.put(differenceCell, calculated(`${middle}-${held.formula}`, difference, styled('check', 'check')));
  cells.put([at, note], text('middle less model: must be zero', 'note'));
  const flag = Math.abs(difference) <= toleranceOf(row) ? 0 : 1;
  cells.put(
    flagCell,
    calculated(
      `IF(ABS(${differenceCell})<=${toleranceReference(row.unit.kind)},0,1)`,
      flag,
      styled('check', 'verdict'),
    ),
  );
  return [{ name, sheet, difference: differenceCell, flag: flagCell, cached: { difference, flag } }];
}

/** The target price in each estimate year: the same closed form with that year's sales and net cash. */
function putYearGrid(
  cells: Cells,
  book: Book,
  line: number,
  shares: { formula: string; value: number },
  fx: { formula: string; value: number },
  middle: number,
  step: number,
): number {
  const { columns, desk } = book;
  const { sales, value, funding, balance, market } = desk.model;
  const { firstYear, source } = columns;
  const basis = book.link(sheet, market.netCashBasis, 0);
  const onTotal = scalarValue(book, market.netCashBasis) !== 0;
  let at = line + 2;
  for (const [index, year] of columns.years.entries()) {
    if (year.status !== 'estimate') continue;
    const cell = (row: Row) => {
      const { values, years, sign } = book.placement(sheet).series(row);
      const text = `INDEX(${values},MATCH($${columnLetters(source)}${at},${years},0))`;
      return { text: sign > 0 ? text : `(-${text})`, value: Number(book.value(row, index)) };
    };
    const [revenue, netCash, minority, total, interests] = [
      sales.revenue,
      value.targetNetCash,
      value.targetMinority,
      funding.netCashTotal,
      balance.nonControllingInterests,
    ].map(cell);
    const adjustment = onTotal ? total!.value - interests!.value : netCash!.value - minority!.value;
    cells.putRow(at, 2, [
      text(at === line + 2 ? 'Valuation year' : '', 'label'),
      text('HK$', 'unit'),
      calculated(
        onSheet('Drivers', `$${columnLetters(columns.year(index))}$4`),
        year.year,
        styled('link', 'year', 'bold'),
      ),
    ]);
    for (let place = 0; place < across; place++) {
      const letters = columnLetters(firstYear + place);
      const multiple = middle + (place - middleColumn) * step;
      cells.put(
        [at, firstYear + place],
        calculated(
          `(${letters}$${line + 1}*${revenue!.text}+IF(${basis}=0,${netCash!.text}-${minority!.text},${total!.text}-${interests!.text}))/${shares.formula}/${fx.formula}`,
          (multiple * revenue!.value + adjustment) / shares.value / fx.value,
          styled('formula', 'per-share'),
        ),
      );
    }
    at += 1;
  }
  return at - 1;
}
