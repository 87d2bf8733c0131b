import type { Operand, Operation } from './column.ts';

type UpToThree = readonly [Float64Array, Float64Array?, Float64Array?];

/** A sum over a divisor. Adds three columns at a time, so that the running sum goes through memory less often. */
export function addColumns(operands: readonly Operand[], divisor: number, out: Float64Array): Operation {
  const columns = operands.filter((operand) => typeof operand !== 'number');
  const constant = operands.reduce<number>((sum, operand) => (typeof operand === 'number' ? sum + operand : sum), 0);
  const first = columns.slice(0, 3) as unknown as UpToThree;
  const rest: UpToThree[] = [];
  for (let k = 3; k < columns.length; k += 3) rest.push(columns.slice(k, k + 3) as unknown as UpToThree);
  return (length) => {
    fill(out, constant, first, length);
    for (const more of rest) addTo(out, more, length);
    if (divisor !== 1) for (let i = 0; i < length; i++) out[i]! /= divisor;
  };
}

function fill(out: Float64Array, constant: number, [a, b, c]: UpToThree, length: number): void {
  if (b && c) for (let i = 0; i < length; i++) out[i] = constant + a[i]! + b[i]! + c[i]!;
  else if (b) for (let i = 0; i < length; i++) out[i] = constant + a[i]! + b[i]!;
  else for (let i = 0; i < length; i++) out[i] = constant + a[i]!;
}

function addTo(out: Float64Array, [a, b, c]: UpToThree, length: number): void {
  if (b && c) for (let i = 0; i < length; i++) out[i]! += a[i]! + b[i]! + c[i]!;
  else if (b) for (let i = 0; i < length; i++) out[i]! += a[i]! + b[i]!;
  else for (let i = 0; i < length; i++) out[i]! += a[i]!;
}
