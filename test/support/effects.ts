import assert from 'node:assert/strict';
import { CellError } from '../../src/functions/cell-error.ts';
import type { Cell, Family, Result } from '../../src/functions/function-spec.ts';
import { functionNamed, registry } from '../../src/functions/registry.ts';
import { near } from './base-case-values.ts';
import { call } from './st.ts';

/** A cell of a table: its row by place or by the text it starts with, its column by place or by the text on top. */
export type At = readonly [row: number | string, column: number | string];

/** A call in which one argument has an effect, and what it must give, from elsewhere than the function. */
export type Effect = readonly [
  call: string,
  argument: string,
  args: readonly unknown[],
  expected: number | string | RegExp,
  /** Give or take, where a number is expected; left out elsewhere. */
  tolerance?: number,
  /** Where the figure stands, in a table. */
  at?: At,
];

/** Inputs tables of one column: rows under a year, or scalars under Value. */
export const inYear = (year: string, rows: Readonly<Record<string, unknown>>): unknown[][] => [
  ['', year],
  ...Object.entries(rows),
];
export const asScalars = (rows: Readonly<Record<string, unknown>>): unknown[][] => inYear('Value', rows);

function cellAt(result: Result, at: At | undefined): Cell | undefined {
  if (!Array.isArray(result)) return result as Cell;
  if (at === undefined) return undefined;
  const rows = result as readonly (readonly Cell[])[];
  const row = typeof at[0] === 'number' ? rows[at[0]] : rows.find(([first]) => first === at[0]);
  return row?.[typeof at[1] === 'number' ? at[1] : rows[0]!.indexOf(at[1])];
}

function isExpected(cell: Cell | undefined, [, , , expected, tolerance = 0]: Effect): boolean {
  if (expected instanceof RegExp) return typeof cell === 'string' && expected.test(cell);
  return typeof expected === 'number'
    ? typeof cell === 'number' && Math.abs(cell - expected) <= tolerance
    : cell === expected;
}

const shown = (given: unknown): string =>
  given === null ? '' : Array.isArray(given) ? `{${given.map(String).join(';')}}` : JSON.stringify(given);

/** Holds each call against what is expected, and shows that without the argument it gives something else. */
export function holdEffects(family: Family, effects: readonly Effect[]): void {
  for (const effect of effects) {
    const [id, argument, args, expected, tolerance = 0, at] = effect;
    it(`${argument} of ST.${id}(${args.map(shown).join(', ')}): ${at ? `${at.join(' ')} is ` : ''}${String(expected)}`, () => {
      const place = functionNamed(id).parameters.findIndex(({ name }) => name === argument);
      assert.ok(place >= 0, `${id} has no argument ${argument}`);
      const given = call(id, ...args);
      if (given instanceof CellError) assert.fail(given.message);
      const cell = cellAt(given, at);
      if (typeof expected === 'number') near(cell, expected, tolerance);
      else assert.ok(isExpected(cell, effect), String(cell));
      const without = call(id, ...args.map((one, index) => (index === place ? null : one)));
      const isSame = !(without instanceof CellError) && isExpected(cellAt(without, at), effect);
      assert.ok(!isSame, `it gives the same without ${argument}`);
    });
  }

  it('every argument of every function is among them', () => {
    const shownHere = new Set(effects.map(([id, argument]) => `${id} ${argument}`));
    const missing = registry
      .filter((spec) => spec.family === family)
      .flatMap(({ id, parameters }) => parameters.map(({ name }) => `${id} ${name}`))
      .filter((one) => !shownHere.has(one));
    assert.deepEqual(missing, []);
  });
}
