import assert from 'node:assert/strict';
import { callFunction } from '../../src/functions/call-function.ts';
import { CellError } from '../../src/functions/cell-error.ts';
import type { Cell, Result } from '../../src/functions/function-spec.ts';
import { registry } from '../../src/functions/registry.ts';

const find = (id: string) => {
  const spec = registry.find((one) => one.id === id);
  assert.ok(spec, `there is a function ${id}`);
  return spec;
};

/** Calls a function as a cell does; an error comes back as it is. */
export const call = (id: string, ...args: readonly unknown[]): Result => callFunction(find(id), args);

/** The single value of a call. */
export function st(id: string, ...args: readonly unknown[]): number | string | boolean {
  const result = call(id, ...args);
  if (result instanceof CellError) assert.fail(`${id}: ${result.code} ${result.message}`);
  assert.ok(!Array.isArray(result), `${id} gives one value`);
  return result as number | string | boolean;
}

/** The table of a call. */
export function table(id: string, ...args: readonly unknown[]): readonly (readonly Cell[])[] {
  const result = call(id, ...args);
  if (result instanceof CellError) assert.fail(`${id}: ${result.code} ${result.message}`);
  assert.ok(Array.isArray(result), `${id} gives a table`);
  return result as readonly (readonly Cell[])[];
}

/** The error of a call. */
export function refusal(id: string, ...args: readonly unknown[]): CellError {
  const result = call(id, ...args);
  assert.ok(result instanceof CellError, `${id} is refused, not ${String(result)}`);
  return result;
}
