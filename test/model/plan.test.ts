import assert from 'node:assert/strict';
import { average, opening, sum } from '../../src/model/expression.ts';
import type { InputError } from '../../src/model/input-error.ts';
import { plan } from '../../src/model/plan.ts';
import { solve } from '../../src/model/readings/solve.ts';
import { percent, rmbMn } from '../../src/model/unit.ts';
import { define, inputsOf, yearsFrom } from './expression-fixtures.ts';

describe('plan', () => {
  const years = yearsFrom(2019, 1, 1, 2);

  it('orders every cell after those it needs', () => {
    const rows = define();
    const closing = rows.line('closing', 'Closing', rmbMn);
    const flow = rows.driver('flow', 'Flow', rmbMn);
    closing.when({ estimate: opening(closing).plus(flow) });
    const inputs = inputsOf(years, [
      [closing, { 2019: 1, 2020: 2 }],
      [flow, { 2021: 3, 2022: 4 }],
    ]);
    assert.equal(solve(rows, inputs).value(closing, 2022)?.toNumber(), 9);
  });

  it('leaves out what has no data that far back', () => {
    const rows = define();
    const balance = rows.line('balance', 'Balance', rmbMn);
    const mean = rows.derived('mean', 'Mean', rmbMn, average(opening(balance), balance));
    balance.when({ estimate: opening(balance) });
    const solution = solve(rows, inputsOf(years, [[balance, { 2020: 5 }]]));
    assert.equal(solution.value(mean, 2020), undefined);
    assert.equal(solution.value(mean, 2021)?.toNumber(), 5);
  });

  it('refuses a circle and names the cells on it', () => {
    const rows = define();
    const interest = rows.derived('interest', 'Interest', rmbMn, sum());
    const debt = rows.derived('debt', 'Debt', rmbMn, interest);
    interest.when({ actual: debt, estimate: debt });
    assert.throws(() => plan(rows.rows, inputsOf(years, [])), {
      name: 'InputError',
      message:
        'The model goes round in a circle: Interest FY20A needs Debt FY20A needs Interest FY20A. ' +
        'Break it by reading an opening balance.',
    });
  });

  it('refuses an estimate whose driver has no value and names driver and year', () => {
    const rows = define();
    const rate = rows.driver('rate', 'Tax rate', percent);
    assert.throws(() => plan(rows.rows, inputsOf(years, [[rate, { 2021: 0.1 }]])), {
      name: 'InputError',
      message: 'Tax rate FY22E has no value. Give it one in %.',
    });
  });

  it('refuses an estimate line that reads a balance without data and names both', () => {
    const rows = define();
    const balance = rows.line('balance', 'Balance', rmbMn);
    balance.when({ estimate: opening(balance) });
    assert.throws(
      () => plan(rows.rows, inputsOf(years, [])),
      (error: InputError) => error.message === 'Balance FY21E needs Balance FY20A, which has no data.',
    );
  });

  it('lets data win over the expression of a line in an estimate year', () => {
    const rows = define();
    const balance = rows.line('balance', 'Balance', rmbMn);
    balance.when({ estimate: opening(balance) });
    const solution = solve(rows, inputsOf(years, [[balance, { 2020: 5, 2021: 7 }]]));
    assert.equal(solution.value(balance, 2022)?.toNumber(), 7);
  });

  it('takes the fallback of a driver on which the data is silent', () => {
    const rows = define();
    const lever = rows.driver('lever', 'Lever', percent, { fallback: 0.25 });
    assert.equal(solve(rows, inputsOf(years, [])).value(lever, 2021)?.toNumber(), 0.25);
  });

  it('gives two rows of one name no chance', () => {
    const rows = define();
    rows.line('cash', 'Cash', rmbMn);
    assert.throws(() => rows.line('cash-2', 'CASH', rmbMn), /share the name "cash"/);
  });
});
