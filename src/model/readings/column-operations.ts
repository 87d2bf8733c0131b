import { roundFloat } from '../excel-round.ts';
import { addColumns } from './add-columns.ts';
import { columnArithmetic } from './column-arithmetic.ts';
import { column, type Operand, type Operation } from './column.ts';
import type { Combining } from './read.ts';

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

/** An operator on constants, worked out once for all scenarios. */
export const once = (operator: Combining, operands: readonly Operand[], digits: number): number =>
  inFloat[operator](operands as readonly number[], digits);

/** A tight loop for each operator: a call per scenario would cost more than the arithmetic. */
export function columnOperation(
  operator: Combining,
  operands: readonly Operand[],
  digits: number,
  out: Float64Array,
): Operation {
  switch (operator) {
    case 'plus':
    case 'sum':
      return addColumns(operands, 1, out);
    case 'average':
      return addColumns(operands, operands.length, out);
    case 'minus':
    case 'times':
    case 'div':
      return columnArithmetic(operator, operands as readonly [Operand, Operand], out);
    default:
      return choosing(operator, operands.map(asColumn), digits, out);
  }
}

/** A constant as a column of itself. */
const asColumn = (operand: Operand): Float64Array => (typeof operand === 'number' ? column().fill(operand) : operand);

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
