import assert from 'node:assert/strict';
import { caseOfTable } from '../../src/functions/case.ts';
import { call } from '../support/st.ts';

/** A new copy of an inputs table at every call, as Excel hands one over. */
const priced = (price: unknown) => [
  ['', 'Value'],
  ['Share price', price],
];
const valuation = (price: unknown) => call('STATEMENT', 'Valuation', null, priced(price));
let last = 100;
const nextPrice = () => ++last;
const solveOthers = (count: number) => {
  for (let done = 0; done < count; done++) call('MODEL', 'Upside', null, null, priced(nextPrice()));
};
/** Once in a long while all answers are forgotten at once, which may be now: twice on end it cannot be. */
const atLeastOnce = (holds: () => boolean) => holds() || holds();

describe('the memory of answers', function () {
  this.timeout(60_000);

  it('gives the same object to the same arguments, without calculating again', () => {
    assert.ok(Array.isArray(call('RECONCILE', '65')));
    assert.equal(call('RECONCILE', '65'), call('RECONCILE', '65'));
    assert.equal(call('EVSALES', 'FY31'), call('EVSALES', 'FY31'), 'an error is an answer too');
  });

  it('gives the same object to a table of the same content, whose copies are others', () => {
    const price = nextPrice();
    assert.notEqual(priced(price), priced(price));
    assert.equal(valuation(price), valuation(price));
    assert.notEqual(valuation(price), valuation(nextPrice()));
  });

  it('solves a table once for all functions that take it', () => {
    const inputs = priced(nextPrice());
    assert.equal(caseOfTable(inputs, 'inputs'), caseOfTable(structuredClone(inputs), 'inputs'));
  });

  it('tells arguments by their place, tables by their content, functions by their name', () => {
    assert.notEqual(call('CAGR', 1, 4, 2), call('CAGR', 14, 4, 2));
    assert.notEqual(call('EVSALES', 'FY21E'), call('ENTERPRISEVALUE', 'FY21E'));
    assert.notDeepEqual(valuation(7), valuation('7x'));
    assert.notDeepEqual(call('MODEL', 'Revenue', null, false), call('MODEL', 'Revenue', false));
  });

  it('keeps a table through the use of others, longer if it is used in between', () => {
    const kept = () => {
      const price = nextPrice();
      const first = valuation(price);
      for (let round = 0; round < 6; round++) {
        solveOthers(10);
        if (valuation(price) !== first) return false;
      }
      return true;
    };
    assert.ok(atLeastOnce(kept));
  });

  it('forgets a table after many others: what Excel hands over does not pile up', () => {
    const price = nextPrice();
    const first = valuation(price);
    solveOthers(100);
    const again = valuation(price);
    assert.notEqual(again, first);
    assert.deepEqual(again, first);
  });

  it('forgets answers once there are many cells of them', () => {
    const headers = (spaces: number) => `${' '.repeat(spaces)}TRUE`;
    const answerOf = (spaces: number) => call('RECONCILE', null, headers(spaces)) as readonly unknown[][];
    const first = answerOf(0);
    const cells = first.length * first[0]!.length;
    for (let spaces = 1; spaces * cells < 500_000; spaces++) answerOf(spaces);
    const again = answerOf(0);
    assert.notEqual(again, first);
    assert.deepEqual(again, first);
  });

  it('holds nothing of its caller: a table changed in place is another table', () => {
    const inputs: unknown[][] = priced(nextPrice());
    const first = call('STATEMENT', 'Valuation', null, inputs);
    inputs[1]![1] = nextPrice();
    assert.notDeepEqual(call('STATEMENT', 'Valuation', null, inputs), first);
  });
});

describe('an answer of zero', () => {
  it('is never minus zero', () => {
    assert.ok(Object.is(call('TURNOVERDAYS', '(0)', 100), 0));
    assert.ok(Object.is(call('TURNOVERDAYS', -0, 100), 0));
    // Costs and repayments of nothing, which stand negative in their statement.
    for (const [id, ...args] of [
      ['STATEMENT', 'Income statement'],
      ['STATEMENT', 'Cash flow'],
      ['STATEMENT', 'Non-operating items'],
      ['RECONCILE'],
      ['CHECKS'],
      ['BRIDGE', 'Target price'],
    ] as const) {
      const cells = (call(id, ...args) as readonly unknown[][]).flat();
      assert.ok(cells.some((cell) => cell === 0) && !cells.some((cell) => Object.is(cell, -0)), `${id} ${args}`);
    }
  });
});
