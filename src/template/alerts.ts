import { watchedBelowZero } from '../company/checks.ts';
import type { Row } from '../model/row.ts';
import { onSheet, range } from './address.ts';
import type { Book } from './book.ts';
import { checksSheet, driversSheet, firstRow, liveSheet, scenariosSheet } from './book-layout.ts';
import { cellsOf } from './cells.ts';
import { rangeColumns } from './columns.ts';
import type { SheetPlan } from './plan.ts';

/** An alert: the formula that counts what asks for a look, and its count. */
export type Alert = { readonly name: string; readonly formula: string; readonly cached: number };

/** What asks for a look in the inputs, the rating and the balances. */
export function alertsOf(book: Book, drivers: SheetPlan, live: SheetPlan): readonly Alert[] {
  const { model } = book.desk;
  const [first, last] = [firstRow, book.inputLines.at(-1)!.line];
  const sum = (sheet: string, at: number) =>
    `SUM(${onSheet(sheet, range({ top: first, left: at, bottom: last, right: at }))})`;
  const flags = book.columns.flag;
  const { outside } = rangeColumns(book);
  return [
    {
      name: 'Scenario in use is not Base',
      formula: `IF(${onSheet(scenariosSheet, '$I$9')}=1,0,1)`,
      cached: book.scenario === 0 ? 0 : 1,
    },
    {
      name: 'Drivers that differ from the published base case',
      formula: sum(driversSheet, flags),
      cached: addUp(drivers, flags),
    },
    { name: 'Drivers that the scenario overrides', formula: sum(liveSheet, flags), cached: addUp(live, flags) },
    {
      name: 'Drivers outside their sensible range',
      formula: sum(driversSheet, outside),
      cached: addUp(drivers, outside),
    },
    nearBand(book),
    ...watchedBelowZero(model).map((row) => belowZero(book, row)),
  ];
}

/** What the formula cells of a column add up to. */
const addUp = (sheet: SheetPlan, at: number): number =>
  [...cellsOf(sheet)].reduce(
    (sum, { column, cell }) =>
      column === at && 'formula' in cell && typeof cell.cached === 'number' ? sum + cell.cached : sum,
    0,
  );

function nearBand(book: Book): Alert {
  const { desk, solution } = book;
  const { value, market } = desk.model;
  const edges = [market.buyThreshold, market.sellThreshold];
  const upside = solution.value(value.upside)!;
  const margin = book.setting('ratingMargin');
  const link = (row: Row) => book.link(checksSheet, row, 0);
  return {
    name: 'Rating within a point of a band',
    formula: edges.map((edge) => `IF(ABS(${link(value.upside)}-${link(edge)})<${margin.formula},1,0)`).join('+'),
    cached: edges.filter((edge) => upside.minus(solution.value(edge)!).abs().lt(margin.value)).length,
  };
}

function belowZero(book: Book, row: Row): Alert {
  const { reference, sign } = book.series(checksSheet, row);
  return {
    name: `${row.label} below zero in some year`,
    formula: sign > 0 ? `IF(MIN(${reference})<0,1,0)` : `IF(MAX(${reference})>0,1,0)`,
    cached: book.inputs.years.some(({ year }) => book.solution.value(row, year)?.lt(0)) ? 1 : 0,
  };
}
