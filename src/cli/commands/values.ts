import { toPoints } from '../../company/operating-model.ts';
import { yearLabel, type FinancialYear } from '../../model/financial-year.ts';
import { rowFigure } from '../../model/figures.ts';
import type { Exact } from '../../model/inputs.ts';
import type { Solution } from '../../model/readings/solve.ts';
import type { Row } from '../../model/row.ts';

/** The years that are shown: all but opening years. */
export const shownYears = (solution: Solution): readonly FinancialYear[] =>
  solution.inputs.years.filter(({ status }) => status !== 'opening');

export const yearLabels = (solution: Solution): readonly string[] => shownYears(solution).map(yearLabel);

/** A value for programs: percentages in points, null where there is none or it has no meaning. */
export const plain = (row: Row, value: Exact | undefined): number | null =>
  value === undefined || value.isNaN() ? null : toPoints(row, value).toNumber();

/** A value for people: empty where there is none, the row's word where it has no meaning. */
export const shown = (row: Row, value: Exact | undefined): string => (value === undefined ? '' : rowFigure(row, value));

/** The unit in which `plain` gives a row. */
export const plainUnit = (row: Row): string => row.unit.name;
