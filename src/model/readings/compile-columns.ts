import type { Inputs } from '../inputs.ts';
import type { Plan } from '../plan.ts';
import type { Row } from '../row.ts';
import { column, type Operand, type Operation } from './column.ts';
import { columnOperation, once } from './column-operations.ts';
import { reachableSlots } from './reachable-slots.ts';
import { read, type Reading } from './read.ts';

/**
 * The operations that fill the wanted slots, the column or constant of each slot, and what loads the scenarios worked
 * on. What no variation touches is worked out here, once.
 */
export function compileColumns(
  plan: Plan,
  inputs: Inputs,
  varying: ReadonlyMap<number, Float64Array>,
  wanted: readonly number[],
) {
  const columns = new Array<Operand | undefined>(plan.slots);
  const operations: Operation[] = [];
  const valueAt = (row: Row, yearIndex: number): Operand => columns[plan.slot(row, yearIndex)!]!;
  const reading: Reading<Operand> = {
    row: valueAt,
    opening: (row, yearIndex) => valueAt(row, yearIndex - 1),
    at: (row, yearRow) => lookUp(plan, row, valueAt(yearRow, -1), valueAt, operations),
    combine(operator, operands, digits) {
      if (operands.every((operand) => typeof operand === 'number')) return once(operator, operands, digits);
      const out = column();
      operations.push(columnOperation(operator, operands, digits, out));
      return out;
    },
  };
  const needed = reachableSlots(plan, varying, wanted);
  for (const { row, yearIndex, slot, expression } of plan.steps) {
    if (!needed.has(slot)) continue;
    if (varying.has(slot)) columns[slot] = column();
    else if (expression) columns[slot] = read(expression, yearIndex, reading);
    else columns[slot] = inputs.value(row, plan.years[yearIndex]?.year)?.toNumber() ?? row.options.fallback!;
  }
  const loads = [...varying].filter(([slot]) => needed.has(slot));
  return {
    columns,
    operations,
    load(start: number, length: number) {
      for (const [slot, values] of loads) (columns[slot] as Float64Array).set(values.subarray(start, start + length));
    },
  };
}

/** A row's value in a year that may itself vary. */
function lookUp(
  plan: Plan,
  row: Row,
  year: Operand,
  valueAt: (row: Row, yearIndex: number) => Operand,
  operations: Operation[],
): Operand {
  const byYear = new Map(
    plan.years.flatMap(({ year: one }, index) =>
      plan.slot(row, index) === undefined ? [] : [[one, valueAt(row, index)] as const],
    ),
  );
  if (typeof year === 'number') return byYear.get(year) ?? NaN;
  const out = column();
  operations.push((length) => {
    for (let i = 0; i < length; i++) {
      const value = byYear.get(year[i]!) ?? NaN;
      out[i] = typeof value === 'number' ? value : value[i]!;
    }
  });
  return out;
}
