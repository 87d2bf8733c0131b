import { roundExact } from '../excel-round.ts';
import { InputError } from '../input-error.ts';
import { Exact, type Inputs } from '../inputs.ts';
import { planFor, type Plan } from '../plan.ts';
import type { Row } from '../row.ts';
import { read, type Combining, type Reading } from './read.ts';

const nought = new Exact(0);
const unity = new Exact(1);
const notMeaningful = new Exact(NaN);

const add = (a: Exact, b: Exact): Exact => a.plus(b);

/** What each operator gives, exactly. NaN stands for not meaningful. */
const exactly: Readonly<Record<Combining, (operands: readonly Exact[], digits: number) => Exact>> = {
  zero: () => nought,
  one: () => unity,
  plus: ([a, b]) => a!.plus(b!),
  minus: ([a, b]) => a!.minus(b!),
  times: ([a, b]) => a!.times(b!),
  div: ([a, b]) => a!.div(b!),
  negated: ([a]) => a!.negated(),
  sum: (terms) => terms.reduce(add, nought),
  average: (terms) => terms.reduce(add, nought).div(terms.length),
  ifPositive: ([condition, value]) => (condition!.gt(0) ? value! : notMeaningful),
  ifElse: ([flag, whenSet, otherwise]) => (flag!.isZero() ? otherwise! : whenSet!),
  round: ([value], digits) => roundExact(value!, digits),
  band: ([value, above, below]) => new Exact(value!.gt(above!) ? 2 : value!.lt(below!) ? 0 : 1),
};

/** Every row and year of a model, solved. */
export class Solution {
  readonly inputs: Inputs;
  readonly plan: Plan;
  readonly #values: readonly (Exact | undefined)[];

  constructor(inputs: Inputs, plan: Plan, values: readonly (Exact | undefined)[]) {
    this.inputs = inputs;
    this.plan = plan;
    this.#values = values;
  }

  /**
   * The value of a row in a year, or of a scalar, in the row's own sign; percentages as fractions.
   * NaN is not meaningful; undefined is no data that far back.
   */
  value(row: Row, year?: number): Exact | undefined {
    const yearIndex = row.isScalar || year === undefined ? -1 : this.plan.yearIndex(year);
    const slot = this.plan.slot(row, yearIndex);
    return slot === undefined ? undefined : this.#values[slot];
  }
}

/**
 * Solves a model exactly, with 40 digits.
 *
 * @throws InputError if an estimate lacks its data or the model goes round in a circle.
 * @example solve(model, inputs).value(model.row('Revenue'), 2022)?.toFixed(2) // "6398.68"
 */
export function solve(model: { readonly rows: readonly Row[] }, inputs: Inputs): Solution {
  const plan = planFor(model, inputs);
  const values = new Array<Exact | undefined>(plan.slots);
  const valueAt = (row: Row, yearIndex: number): Exact => values[plan.slot(row, yearIndex)!]!;
  const reading: Reading<Exact> = {
    row: valueAt,
    opening: (row, yearIndex) => valueAt(row, yearIndex - 1),
    at(row, yearRow) {
      const year = valueAt(yearRow, -1).toNumber();
      const slot = plan.slot(row, plan.yearIndex(year));
      if (slot === undefined) throw new InputError(`${yearRow.label} is ${year}, for which ${row.label} has no value.`);
      return values[slot]!;
    },
    combine: (operator, operands, digits) => exactly[operator](operands, digits),
  };
  for (const { row, yearIndex, slot, expression } of plan.steps)
    values[slot] = expression
      ? read(expression, yearIndex, reading)
      : (inputs.value(row, plan.years[yearIndex]?.year) ?? new Exact(row.options.fallback!));
  return new Solution(inputs, plan, values);
}
