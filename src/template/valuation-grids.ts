import type { Row } from '../model/row.ts';
import { columnLetters, onSheet, range } from './address.ts';
import type { Book } from './book.ts';
import { driversSheet, valuationSheet as sheet } from './book-layout.ts';
import type { Cells } from './cells.ts';
import type { SheetCheck } from './checks-sheet.ts';
import { across, down, putBody, putTop, topOf, type Axis, type Grid } from './grid.ts';
import { putParts, toEquity, type GridParts } from './grid-parts.ts';
import { calculated, text } from './page-sheet.ts';
import { styled } from './style-name.ts';
import { targetPrice, type Held } from './target-price.ts';

/** What the grids leave to the sheet: the rows that look ahead, the checks of their middle cells. */
type Grids = {
  readonly lastLine: number;
  readonly axes: readonly string[];
  /** The cells of the grids: as wide as their axes, not as the years above. */
  readonly body: string;
  readonly checks: readonly SheetCheck[];
};

/** Native grids below the valuation: closed forms over cells of this sheet, their middle held to the model. */
export function putGrids(cells: Cells, book: Book, line: number): Grids {
  const parts = putParts(cells, book, line + 1);
  const axes = axesOf(book, parts);
  const tops: string[] = [];
  const checks: SheetCheck[] = [];
  let at = line + 6;
  for (const grid of gridsOf(book, parts, axes)) {
    tops.push(putTop(cells, book, at, grid.title, grid.top));
    checks.push(putBody(cells, book, sheet, at, grid));
    at += down + 3;
  }
  tops.push(putTop(cells, book, at, 'Target price by multiple and valuation year', axes.multiples));
  const last = putYearGrid(cells, book, at, parts, axes.multiples);
  const { firstYear, lastYear } = book.columns;
  const right = Math.max(firstYear + across(book) - 1, lastYear);
  return { lastLine: last, axes: tops, body: range({ top: line, left: firstYear, bottom: last, right }), checks };
}

function axesOf(book: Book, { multiple }: GridParts) {
  const none = { formula: '0', value: 0 };
  const change = (label: string, step: Held): Axis => ({ label, unit: '%', middle: none, step, format: 'percent-0' });
  const multiples: Axis = {
    label: 'Multiple',
    unit: 'x',
    middle: multiple,
    step: book.setting('gridMultiple'),
    format: 'multiple',
  };
  return {
    multiples,
    sales: change('Change of sales', book.setting('gridSales')),
    currencies: change('Change of RMB per HK$', book.setting('gridCurrency')),
    prices: change('Change of the share price', book.setting('gridPrice')),
  };
}

/** A figure changed by a fraction. */
const changed = (figure: Held, by: Held): Held => ({
  formula: `${figure.formula}*(1+${by.formula})`,
  value: figure.value * (1 + by.value),
});
const bracketed = ({ formula, value }: Held): Held => ({ formula: `(${formula})`, value });

function gridsOf({ desk }: Book, parts: GridParts, axes: ReturnType<typeof axesOf>): readonly Grid[] {
  const { revenue, rate, price, shares, toEnterprise } = parts;
  const { value } = desk.model;
  const [multiples, sales] = [axes.multiples, axes.sales];
  return [
    {
      title: 'Target price by multiple and change of sales, net cash held',
      unit: 'HK$',
      format: 'per-share',
      top: multiples,
      side: sales,
      figure: (multiple, by) => targetPrice({ ...parts, multiple, revenue: changed(revenue, by) }),
      check: { name: 'Middle of the grid by multiple and sales is the target price', row: value.targetPrice },
    },
    {
      title: 'EV/sales by share price and change of sales',
      unit: 'x',
      format: 'multiple',
      top: axes.prices,
      side: sales,
      figure: (by, salesBy) => {
        const [dear, sold] = [changed(price, by), changed(revenue, salesBy)];
        return {
          formula: `(${dear.formula}*${shares.formula}*${rate.formula}+${toEnterprise.formula})/(${sold.formula})`,
          value: (dear.value * shares.value * rate.value + toEnterprise.value) / sold.value,
        };
      },
      check: { name: 'Middle of the grid by price and sales is EV/sales', row: value.evSales },
    },
    {
      title: 'Target price by multiple and exchange rate, net cash held in RMB',
      unit: 'HK$',
      format: 'per-share',
      top: multiples,
      side: axes.currencies,
      figure: (multiple, by) => targetPrice({ ...parts, multiple, rate: bracketed(changed(rate, by)) }),
      check: { name: 'Middle of the grid by multiple and exchange rate is the target price', row: value.targetPrice },
    },
  ];
}

/** The target price in each estimate year: the same closed form with that year's sales and net cash. */
function putYearGrid(cells: Cells, book: Book, line: number, parts: GridParts, multiples: Axis): number {
  const { columns, desk } = book;
  const { firstYear, source } = columns;
  let at = line + 2;
  for (const [index, year] of columns.years.entries()) {
    if (year.status !== 'estimate') continue;
    const inYear = (row: Row): Held => {
      const { values, years, sign } = book.placement(sheet).series(row);
      const found = `INDEX(${values},MATCH($${columnLetters(source)}${at},${years},0))`;
      return { formula: sign > 0 ? found : `(-${found})`, value: Number(book.value(row, index)) };
    };
    const head = onSheet(driversSheet, `$${columnLetters(columns.year(index))}$4`);
    cells.putRow(at, 2, [
      text(at === line + 2 ? 'Valuation year' : '', 'label'),
      text('HK$', 'unit'),
      calculated(head, year.year, styled('link', 'year', 'bold')),
    ]);
    const own = { ...parts, revenue: inYear(desk.model.sales.revenue), toEquity: toEquity(book, inYear) };
    for (let place = 0; place < across(book); place++) {
      const { formula, value } = targetPrice({ ...own, multiple: topOf(book, line, place, multiples) });
      cells.put([at, firstYear + place], calculated(formula, value, styled('formula', 'per-share')));
    }
    at += 1;
  }
  return at - 1;
}
