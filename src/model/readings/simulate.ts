import { roundFloat } from '../excel-round.ts';
import { InputError } from '../input-error.ts';
import type { Inputs } from '../inputs.ts';
import { planFor, type Plan, type Step } from '../plan.ts';
import type { Row } from '../row.ts';
import { read, type Combining, type Reading } from './read.ts';

/** A cell that varies over scenarios: a row in a year (or a scalar) and its value in each scenario. */
export type Variation = { readonly row: Row; readonly year?: number; readonly values: Float64Array };

/** A cell asked for. */
export type Output = { readonly row: Row; readonly year?: number };

/** Scenarios worked on at a time, so that the columns in use stay in the processor's cache. */
const blockSize = 512;

/** A column operation: fills its target from its operands for the first `length` scenarios. */
type Operation = (length: number) => void;

/** What an operand is while the operations are put together: a constant, or a column. */
type Operand = number | Float64Array;

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
  const { operations, load, columns } = compile(plan, inputs, varying, wanted);

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
      if (typeof column !== 'number') results[index]!.set(column.subarray(0, length), start);
    });
  }
  return results;
}

function compile(plan: Plan, inputs: Inputs, varying: ReadonlyMap<number, Float64Array>, wanted: readonly number[]) {
  const columns = new Array<Operand | undefined>(plan.slots);
  const operations: Operation[] = [];
  const target = () => new Float64Array(blockSize);
  const valueAt = (row: Row, yearIndex: number): Operand => columns[plan.slot(row, yearIndex)!]!;
  const reading: Reading<Operand> = {
    row: valueAt,
    opening: (row, yearIndex) => valueAt(row, yearIndex - 1),
    at: (row, yearRow) => lookUp(plan, row, valueAt(yearRow, -1), valueAt, target, operations),
    combine(operator, operands, digits) {
      if (operands.every((operand) => typeof operand === 'number')) return once(operator, operands, digits);
      const out = target();
      operations.push(columnOperation(operator, operands, digits, out));
      return out;
    },
  };
  const needed = reachable(plan, varying, wanted);
  for (const { row, yearIndex, slot, expression } of plan.steps) {
    if (!needed.has(slot)) continue;
    if (varying.has(slot)) columns[slot] = target();
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

/** The slots that the wanted ones depend on. */
function reachable(plan: Plan, varying: ReadonlyMap<number, Float64Array>, wanted: readonly number[]): Set<number> {
  const stepOf = new Map(plan.steps.map((step) => [step.slot, step]));
  const found = new Set<number>();
  const pending = [...wanted];
  const add = (slot: number | undefined) => {
    if (slot !== undefined && !found.has(slot)) pending.push(slot);
  };
  const marking: Reading<void> = {
    row: (row, yearIndex) => add(plan.slot(row, yearIndex)),
    opening: (row, yearIndex) => add(plan.slot(row, yearIndex - 1)),
    at(row, yearRow) {
      add(plan.slot(yearRow, -1));
      plan.years.forEach((_, index) => add(plan.slot(row, index)));
    },
    combine: () => undefined,
  };
  for (let slot = pending.pop(); slot !== undefined; slot = pending.pop()) {
    if (found.has(slot)) continue;
    found.add(slot);
    const step: Step | undefined = stepOf.get(slot);
    if (step?.expression && !varying.has(slot)) read(step.expression, step.yearIndex, marking);
  }
  return found;
}

function lookUp(
  plan: Plan,
  row: Row,
  year: Operand,
  valueAt: (row: Row, yearIndex: number) => Operand,
  target: () => Float64Array,
  operations: Operation[],
): Operand {
  const byYear = new Map(
    plan.years.flatMap(({ year: one }, index) =>
      plan.slot(row, index) === undefined ? [] : [[one, valueAt(row, index)] as const],
    ),
  );
  if (typeof year === 'number') return byYear.get(year) ?? NaN;
  const out = target();
  operations.push((length) => {
    for (let i = 0; i < length; i++) {
      const value = byYear.get(year[i]!) ?? NaN;
      out[i] = typeof value === 'number' ? value : value[i]!;
    }
  });
  return out;
}

/** What each operator gives for one scenario. */
const inFloat: Readonly<Record<Combining, (operands: readonly number[], digits: number) => number>> = {
  zero: () => 0,
  one: () => 1,
  plus: ([a, b]) => a! + b!,
  minus: ([a, b]) => a! - b!,
  times: ([a, b]) => a! * b!,
  div: ([a, b]) => a! / b!,
  negated: ([a]) => -a!,
  sum: (terms) => terms.reduce((a, b) => a + b, 0),
  average: (terms) => terms.reduce((a, b) => a + b, 0) / terms.length,
  ifPositive: ([condition, value]) => (condition! > 0 ? value! : NaN),
  ifElse: ([flag, whenSet, otherwise]) => (flag === 0 ? otherwise! : whenSet!),
  round: ([value], digits) => roundFloat(value!, digits),
  band: ([value, above, below]) => (value! > above! ? 2 : value! < below! ? 0 : 1),
};

const once = (operator: Combining, operands: readonly Operand[], digits: number): number =>
  inFloat[operator](operands as readonly number[], digits);

/** A tight loop for each operator: a call per scenario would cost more than the arithmetic. */
function columnOperation(
  operator: Combining,
  operands: readonly Operand[],
  digits: number,
  out: Float64Array,
): Operation {
  const [a, b] = operands as readonly [Operand, Operand];
  switch (operator) {
    case 'plus':
    case 'sum':
      return addColumns(operands, 1, out);
    case 'average':
      return addColumns(operands, operands.length, out);
    case 'minus':
      return arithmetic(a, b, out, minus);
    case 'times':
      return arithmetic(a, b, out, times);
    case 'div':
      return arithmetic(a, b, out, div);
    default:
      return choosing(operator, operands.map(asColumn), digits, out);
  }
}

/** A constant as a column of itself. */
const asColumn = (operand: Operand): Float64Array =>
  typeof operand === 'number' ? new Float64Array(blockSize).fill(operand) : operand;

function choosing(
  operator: Exclude<Combining, 'plus' | 'sum' | 'average' | 'minus' | 'times' | 'div'>,
  columns: readonly Float64Array[],
  digits: number,
  out: Float64Array,
): Operation {
  const [a, b, c] = columns as readonly [Float64Array, Float64Array, Float64Array];
  switch (operator) {
    case 'negated':
      return (length) => {
        for (let i = 0; i < length; i++) out[i] = -a[i]!;
      };
    case 'ifPositive':
      return (length) => {
        for (let i = 0; i < length; i++) out[i] = a[i]! > 0 ? b[i]! : NaN;
      };
    case 'ifElse':
      return (length) => {
        for (let i = 0; i < length; i++) out[i] = a[i] === 0 ? c[i]! : b[i]!;
      };
    case 'round':
      return (length) => {
        for (let i = 0; i < length; i++) out[i] = roundFloat(a[i]!, digits);
      };
    case 'band':
      return (length) => {
        for (let i = 0; i < length; i++) out[i] = a[i]! > b[i]! ? 2 : a[i]! < c[i]! ? 0 : 1;
      };
    case 'zero':
    case 'one':
      throw new Error(`"${operator}" takes no operands.`);
  }
}

/** Adds three columns at a time, so that the running sum goes through memory less often. */
function addColumns(operands: readonly Operand[], divisor: number, out: Float64Array): Operation {
  const columns = operands.filter((operand) => typeof operand !== 'number');
  const constant = operands.reduce<number>((sum, operand) => (typeof operand === 'number' ? sum + operand : sum), 0);
  const first = columns.slice(0, 3);
  const rest = columns.slice(3);
  return (length) => {
    addTo(out, constant, first, length);
    for (let k = 0; k < rest.length; k += 3) addTo(out, undefined, rest.slice(k, k + 3), length);
    if (divisor !== 1) for (let i = 0; i < length; i++) out[i]! /= divisor;
  };
}

/** Fills a column with a constant plus up to three others, or adds them to what it holds. */
function addTo(
  out: Float64Array,
  constant: number | undefined,
  columns: readonly Float64Array[],
  length: number,
): void {
  const [a, b, c] = columns as readonly [Float64Array, Float64Array?, Float64Array?];
  if (constant !== undefined) {
    if (b && c) for (let i = 0; i < length; i++) out[i] = constant + a[i]! + b[i]! + c[i]!;
    else if (b) for (let i = 0; i < length; i++) out[i] = constant + a[i]! + b[i]!;
    else for (let i = 0; i < length; i++) out[i] = constant + a[i]!;
  } else if (b && c) for (let i = 0; i < length; i++) out[i]! += a[i]! + b[i]! + c[i]!;
  else if (b) for (let i = 0; i < length; i++) out[i]! += a[i]! + b[i]!;
  else for (let i = 0; i < length; i++) out[i]! += a[i]!;
}

/** One arithmetic operation on two columns, on a column and a constant, and on a constant and a column. */
type Loops = {
  columns(a: Float64Array, b: Float64Array, out: Float64Array, length: number): void;
  right(a: Float64Array, b: number, out: Float64Array, length: number): void;
  left(a: number, b: Float64Array, out: Float64Array, length: number): void;
};

const minus: Loops = {
  columns: (a, b, out, length) => {
    for (let i = 0; i < length; i++) out[i] = a[i]! - b[i]!;
  },
  right: (a, b, out, length) => {
    for (let i = 0; i < length; i++) out[i] = a[i]! - b;
  },
  left: (a, b, out, length) => {
    for (let i = 0; i < length; i++) out[i] = a - b[i]!;
  },
};
const times: Loops = {
  columns: (a, b, out, length) => {
    for (let i = 0; i < length; i++) out[i] = a[i]! * b[i]!;
  },
  right: (a, b, out, length) => {
    for (let i = 0; i < length; i++) out[i] = a[i]! * b;
  },
  left: (a, b, out, length) => {
    for (let i = 0; i < length; i++) out[i] = a * b[i]!;
  },
};
const div: Loops = {
  columns: (a, b, out, length) => {
    for (let i = 0; i < length; i++) out[i] = a[i]! / b[i]!;
  },
  right: (a, b, out, length) => {
    for (let i = 0; i < length; i++) out[i] = a[i]! / b;
  },
  left: (a, b, out, length) => {
    for (let i = 0; i < length; i++) out[i] = a / b[i]!;
  },
};

function arithmetic(a: Operand, b: Operand, out: Float64Array, loops: Loops): Operation {
  if (typeof b === 'number') return (length) => loops.right(a as Float64Array, b, out, length);
  if (typeof a === 'number') return (length) => loops.left(a, b, out, length);
  return (length) => loops.columns(a, b, out, length);
}
