import assert from 'node:assert/strict';
import fc from 'fast-check';
import { roundExact, roundFloat } from '../../src/model/excel-round.ts';
import { Exact } from '../../src/model/inputs.ts';

describe('rounding as Excel does', () => {
  const known: readonly (readonly [number, number, number])[] = Object.freeze([
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [-1.005, 2, -1.01],
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [2.5, 0, 3],
    [34.08, 0, 34],
    [8.0808, 2, 8.08],
    [1e15, 2, 1e15],
    [0, 2, 0],
  ]);
  for (const [value, digits, expected] of known)
    it(`rounds ${value} to ${expected} at ${digits} decimals, exactly and in float`, () => {
      assert.equal(roundExact(new Exact(value), digits).toNumber(), expected);
      assert.equal(roundFloat(value, digits), expected);
    });

  it('gives the same in float as exactly for any number of a model', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, digits) => {
        assert.equal(roundFloat(value, digits) + 0, roundExact(new Exact(value), digits).toNumber() + 0);
      }),
      { numRuns: 2000, seed: 20 },
    );
  });

  it('leaves what is no number as it is', () => {
    assert.ok(Number.isNaN(roundFloat(NaN, 2)));
    assert.equal(roundFloat(Infinity, 2), Infinity);
  });
});
