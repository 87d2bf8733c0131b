import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyScenario } from '../../src/company/changes.ts';
import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import { solve } from '../../src/model/readings/solve.ts';
import { readForLint } from '../../src/hosts/xlsx/read-for-lint.ts';
import { writeWorkbook } from '../../src/hosts/xlsx/write-workbook.ts';
import { address } from '../../src/template/address.ts';
import { Book } from '../../src/template/book.ts';
import { buildWorkbook } from '../../src/template/build-workbook.ts';
import { findingText, lintWorkbook } from '../../src/template/lint-workbook.ts';
import type { WorkbookPlan } from '../../src/template/plan.ts';
import { scenarioNameCell } from '../../src/template/sheet-frame.ts';
import { disagreements } from '../support/disagreements.ts';
import { withCells } from '../support/edit-plan.ts';
import { calculated } from '../support/ironcalc.ts';
import { recalculate } from '../support/libreoffice.ts';
import { randomInputs } from '../support/random-inputs.ts';

const desk = operatingModel(company);

/** What LibreOffice calculates from the formulas alone. */
const judge = async (plans: readonly WorkbookPlan[]) =>
  recalculate(await Promise.all(plans.map((plan) => writeWorkbook(plan, { values: 'omit' }))), { timeoutSeconds: 300 });

describe('the workbook', function () {
  this.timeout(300_000);

  it('gives in LibreOffice what the exact solve gives, in every formula cell of the base case and of every scenario', async () => {
    const plans = company.scenarios.map(({ id }) => buildWorkbook(desk, { scenario: id }));
    const judged = await judge(plans);
    for (const [place, plan] of plans.entries()) {
      const { formulas, found } = disagreements(plan, judged[place]!);
      assert.deepEqual(found.slice(0, 5), [], company.scenarios[place]!.id);
      assert.ok(formulas > 3000);
    }
  });

  it('gives in LibreOffice what the exact solve gives for twenty random input sets', async () => {
    const plans = fc
      .sample(randomInputs(desk), { numRuns: 20, seed: 21 })
      .map((inputs) => buildWorkbook(desk, { inputs }));
    const judged = await judge(plans);
    for (const [place, plan] of plans.entries())
      assert.deepEqual(disagreements(plan, judged[place]!).found.slice(0, 5), [], `input set ${place}`);
  });

  it('gives the same in a second, unrelated engine', () => {
    for (const scenario of ['base', 'bear']) {
      const plan = buildWorkbook(desk, { scenario });
      assert.deepEqual(disagreements(plan, calculated(plan)).found.slice(0, 5), [], scenario);
    }
  });

  it('follows its one scenario cell: the target price becomes that of the scenario', async () => {
    const { targetPrice } = desk.model.value;
    const book = new Book(desk, desk.base, solve(desk.model, desk.base), 0);
    const { sheet, line } = book.home(targetPrice);
    const at = address(line, book.column(targetPrice, 0));
    const chosen = company.scenarios.slice(1);
    const edited = chosen.map(({ name }) =>
      withCells(buildWorkbook(desk), 'Scenarios', { [scenarioNameCell]: { value: name } }),
    );
    const judged = await judge(edited);
    for (const [place, { id }] of chosen.entries()) {
      const expected = solve(desk.model, applyScenario(desk, desk.base, id))
        .value(targetPrice)!
        .toNumber();
      const got = judged[place]!.get(sheet)!.get(at) as number;
      assert.ok(Math.abs(got - expected) <= 1e-9 * expected, `${id}: ${got}, not ${expected}`);
    }
  });

  it('passes the lint as it is written to a file', async () => {
    for (const scenario of ['base', 'bear']) {
      const plan = buildWorkbook(desk, { scenario });
      const written = await writeWorkbook(plan, { values: 'cached' });
      assert.deepEqual(lintWorkbook(await readForLint(written, plan.sheets)).map(findingText), []);
    }
  });

  it('is the same file on every run', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => writeWorkbook(buildWorkbook(desk), { values: 'cached' })));
    assert.ok(Buffer.from(a!).equals(Buffer.from(b!)));
  });

  it('stays below 400 kB with its values', async () =>
    assert.ok((await writeWorkbook(buildWorkbook(desk), { values: 'cached' })).length < 400_000));

  it('calculates every row of the model on one sheet only', () => {
    const book = new Book(desk, desk.base, solve(desk.model, desk.base), 0);
    const places = desk.model.rows.map((row) => book.home(row)).map(({ sheet, line }) => `${sheet}!${line}`);
    assert.equal(new Set(places).size, places.length);
  });
});
