import assert from 'node:assert/strict';
import { company } from '../../src/company/index.ts';
import { checks } from '../../src/company/checks.ts';
import { narrowYears } from '../../src/company/narrow-years.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import { reconcile } from '../../src/company/reconcile.ts';
import { InputError } from '../../src/model/input-error.ts';
import { solve } from '../../src/model/readings/solve.ts';
import { buildWorkbook } from '../../src/template/build-workbook.ts';
import { lintable, lintWorkbook } from '../../src/template/lint-workbook.ts';
import { disagreements } from '../support/disagreements.ts';
import { calculated } from '../support/ironcalc.ts';

const desk = operatingModel(company);
const whole = solve(desk.model, desk.base);
const spans = [
  ['FY18', 'FY22E'],
  ['FY19', 'FY22E'],
  ['FY19', 'FY23E'],
  ['FY20', 'FY22E'],
  ['FY20', 'FY23E'],
] as const;

describe('a model over fewer years', () => {
  for (const [from, to] of spans)
    it(`has from ${from} to ${to} every figure of the whole model, and is as sound`, () => {
      const narrowed = narrowYears(desk, { from, to });
      const solution = solve(narrowed.model, narrowed.base);
      let figures = 0;
      for (const row of narrowed.model.rows)
        for (const year of row.isScalar ? [undefined] : narrowed.company.years) {
          if (year?.status === 'opening') continue;
          const expected = whole.value(desk.model.row(row.id), year?.year);
          const found = solution.value(row, year?.year);
          assert.equal(found?.toString(), expected?.toString(), `${row.label} ${year?.year ?? ''}`);
          if (found) figures++;
        }
      assert.ok(figures > 800);
      assert.deepEqual(
        checks(narrowed, solution).filter(({ passed }) => !passed),
        [],
      );
      const print = reconcile(narrowed, solution);
      assert.ok(print.length > 400);
      assert.ok(print.every(({ within }) => within));
    });

  it('is a sound workbook, in which an independent engine calculates what the exact solve gives', () => {
    for (const [from, to] of [spans[1], spans[3]]) {
      const plan = buildWorkbook(narrowYears(desk, { from, to }));
      assert.deepEqual(lintWorkbook(lintable(plan)), []);
      const { formulas, found } = disagreements(plan, calculated(plan));
      assert.ok(formulas > 3500);
      assert.deepEqual(found, []);
    }
  });

  it('keeps the scenarios in the years that stay', () => {
    const narrowed = narrowYears(desk, { to: 'FY22E' });
    const price = (one: typeof desk, scenario: string) =>
      buildWorkbook(one, { scenario, sheets: ['Summary'] })
        .sheets.flatMap(({ blocks }) => blocks.flatMap(({ cells }) => cells.flat()))
        .find((cell) => cell && 'formula' in cell && cell.style?.startsWith('headline per-share'));
    assert.ok(price(narrowed, 'bear'));
    assert.deepEqual(price(narrowed, 'bear'), price(desk, 'bear'));
  });

  it('is the same where all years are asked for', () => {
    assert.equal(narrowYears(desk, {}), desk);
    assert.equal(narrowYears(desk, { from: 2018, to: 'FY23E' }), desk);
  });

  it('needs an actual year and the valuation year', () => {
    const refused = (from?: string, to?: string) => () => narrowYears(desk, { from, to });
    assert.throws(
      refused('FY21E'),
      new InputError('The first year can be FY20A at the latest, not FY21E: one actual year must stay.'),
    );
    assert.throws(
      refused(undefined, 'FY21E'),
      new InputError('The last year can be FY22E at the earliest, not FY21E: the target price rests on it.'),
    );
    assert.throws(refused('FY17'), /There is no year "FY17"/);
    assert.throws(refused('soon'), /not a period/);
  });
});
