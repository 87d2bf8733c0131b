import { toPoints } from '../../company/operating-model.ts';
import { yearLabel, type FinancialYear } from '../../model/financial-year.ts';
import { rowFigure } from '../../model/figures.ts';
import type { Exact } from '../../model/inputs.ts';
import type { Solution } from '../../model/readings/solve.ts';
import type { Row } from '../../model/row.ts';
import type { Cell } from '../report.ts';

/** The years that are shown: all but opening years. */
export const shownYears = (solution: Solution): readonly FinancialYear[] =>
  solution.inputs.years.filter(({ status }) => status !== 'opening');

export const yearLabels = (solution: Solution): readonly string[] => shownYears(solution).map(yearLabel);

/** A value for programs: percentages in points, days, choices and ratings as text, null where it has no meaning. */
export function plain(row: Row, value: Exact | undefined): Cell {
  if (value === undefined || value.isNaN()) return null;
  return row.unit.kind === 'date' || row.unit.words ? rowFigure(row, value) : toPoints(row, value).toNumber();
}

/** A scalar for programs, as --set and --inputs take it. */
export const plainScalar = (solution: Solution, row: Row): Cell =>
  solution.inputs.textOf(row) ?? plain(row, solution.value(row));

/** A value for people: empty where there is none, the row's word where it has no meaning. */
export const shown = (row: Row, value: Exact | undefined): string => (value === undefined ? '' : rowFigure(row, value));

/** A scalar for people. */
export const shownScalar = (solution: Solution, row: Row): string =>
  solution.inputs.textOf(row) ?? shown(row, solution.value(row));
