import type { Row } from '../row.ts';
import { read, type Reading } from './read.ts';
import type { Solution } from './solve.ts';

/** A row in a year by its place; -1 for a scalar. */
export type RowInYear = { readonly row: Row; readonly yearIndex: number };

/**
 * What a figure is computed from directly, each once, in the order of its definition; nothing for an input.
 *
 * @param yearIndex Place of the year in the plan's years; -1 for a scalar.
 */
export function restsOn(solution: Solution, row: Row, yearIndex: number): readonly RowInYear[] {
  const { plan } = solution;
  const slot = plan.slot(row, row.isScalar ? -1 : yearIndex);
  const step = plan.steps.find((one) => one.slot === slot);
  if (!step?.expression) return [];
  const found = new Map<number, RowInYear>();
  const add = (one: Row, index: number) => {
    const at = one.isScalar ? -1 : index;
    const place = plan.slot(one, at);
    if (place !== undefined) found.set(place, { row: one, yearIndex: at });
  };
  const marking: Reading<void> = {
    row: add,
    opening: (one, index) => add(one, index - 1),
    at(one, yearRow) {
      add(one, plan.yearIndex(solution.value(yearRow)!.toNumber()));
      add(yearRow, -1);
    },
    combine: () => undefined,
  };
  read(step.expression, step.yearIndex, marking);
  return [...found.values()];
}
