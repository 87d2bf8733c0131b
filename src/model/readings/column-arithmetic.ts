import type { Operand, Operation } from './column.ts';

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

const loopsOf = { minus, times, div };

/** Minus, times or div over columns, or over a column and a constant. */
export function columnArithmetic(
  operator: keyof typeof loopsOf,
  [a, b]: readonly [Operand, Operand],
  out: Float64Array,
): Operation {
  const loops = loopsOf[operator];
  if (typeof b === 'number') return (length) => loops.right(a as Float64Array, b, out, length);
  if (typeof a === 'number') return (length) => loops.left(a, b, out, length);
  return (length) => loops.columns(a, b, out, length);
}
