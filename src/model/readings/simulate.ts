import { InputError } from '../input-error.ts';
import type { Inputs } from '../inputs.ts';
import { planFor } from '../plan.ts';
import type { Row } from '../row.ts';
import { blockSize } from './column.ts';
import { compileColumns } from './compile-columns.ts';

/** A cell that varies over scenarios: a row in a year (or a scalar) and its value in each scenario. */
export type Variation = { readonly row: Row; readonly year?: number; readonly values: Float64Array };

/** A cell asked for. */
export type Output = { readonly row: Row; readonly year?: number };

/**
 * The same model for many scenarios at once: each step runs over a column of float64, and what no variation touches
 * is worked out once.
 *
 * @param variations Cells that vary; all hold the same number of scenarios. All else is as in the inputs.
 * @param outputs Cells to give.
 * @returns One column for each output, in their order; NaN is not meaningful.
 * @example simulate(model, inputs, [{ row: price, values: Float64Array.of(6, 7) }], [{ row: upside }])
 */
export function simulate(
  model: { readonly rows: readonly Row[] },
  inputs: Inputs,
  variations: readonly Variation[],
  outputs: readonly Output[],
): Float64Array[] {
  const scenarios = variations[0]?.values.length ?? 1;
  if (variations.some(({ values }) => values.length !== scenarios))
    throw new InputError('Every variation must hold the same number of scenarios.');
  const plan = planFor(model, inputs);
  const slotOf = ({ row, year }: Output) => {
    const slot = plan.slot(row, row.isScalar || year === undefined ? -1 : plan.yearIndex(year));
    if (slot === undefined) throw new InputError(`${row.label} has no value${year ? ` in ${year}` : ''}.`);
    return slot;
  };
  const varying = new Map(variations.map((variation) => [slotOf(variation), variation.values]));
  const wanted = outputs.map(slotOf);
  const { operations, load, columns } = compileColumns(plan, inputs, varying, wanted);

  const results = wanted.map((slot) => {
    const value = columns[slot]!;
    return typeof value === 'number' ? new Float64Array(scenarios).fill(value) : new Float64Array(scenarios);
  });
  for (let start = 0; start < scenarios; start += blockSize) {
    const length = Math.min(blockSize, scenarios - start);
    load(start, length);
    for (const operation of operations) operation(length);
    wanted.forEach((slot, index) => {
      const column = columns[slot]!;
      if (typeof column === 'number') return;
      results[index]!.set(length < blockSize ? column.subarray(0, length) : column, start);
    });
  }
  return results;
}
