import assert from 'node:assert/strict';
import { insertModel } from '../../../src/hosts/models/insert-model.ts';
import { modelStatus } from '../../../src/hosts/review/model-status.ts';
import { planOf } from '../../../src/hosts/review/plan-of.ts';
import { address } from '../../../src/template/address.ts';
import { company } from '../../../src/company/index.ts';
import { applyChanges, applyScenario } from '../../../src/company/changes.ts';
import { solve } from '../../../src/model/readings/solve.ts';
import { desk, inserted, type, whole } from './opened.ts';

const exact = (inputs: typeof desk.base) => solve(desk.model, inputs).value(desk.model.value.targetPrice)!.toNumber();

describe('the status of an inserted model', function () {
  this.timeout(120_000);
  after(() => {
    Reflect.deleteProperty(globalThis, 'Excel');
  });

  it('is the printed target price, upside and rating, and no change, as it was inserted', async () => {
    const { port } = await inserted();
    const status = await modelStatus(port, desk, 1);
    assert.equal(status.targetPrice!.toFixed(2), '8.08');
    assert.equal((status.upside! * 100).toFixed(1), '20.1');
    assert.equal(status.rating, 'BUY');
    assert.equal(status.failedChecks, 0);
    assert.ok(Math.abs(Number(status.shownTargetPrice) - status.targetPrice!) < 1e-6);
    assert.deepEqual([status.changes, status.remarks, status.together], [[], [], 0]);
    assert.equal(status.scenario, company.scenarios[0]!.name);
  });

  it('says what was changed with the effect of each alone and of all together, the largest first', async () => {
    const { double, port } = await inserted();
    const { book } = planOf(desk);
    const drivers = [
      ['trade-receivable-days', 2022, 400],
      ['target-ev-sales', undefined, 30],
    ] as const;
    const known = drivers.filter(([id]) => desk.model.find(id));
    assert.ok(known.length > 0);
    for (const [id, year, value] of known) {
      const row = desk.model.row(id);
      const index = year === undefined ? 0 : book.columns.years.findIndex((one) => one.year === year);
      type(double, 'Drivers', address(book.home(row).line, book.column(row, index)), value);
    }
    const status = await modelStatus(port, desk, 1);
    const changesOf = (some: typeof known) =>
      some.map(([name, year, value]) => ({ name, value, ...(year && { period: `FY${year % 100}E` }) }));
    assert.equal(status.changes.length, known.length);
    for (const change of status.changes) {
      const alone = known.filter(([id]) => id === change.id);
      assert.equal(change.effect, exact(applyChanges(desk, desk.base, changesOf(alone))) - exact(desk.base));
    }
    assert.ok(
      Math.abs(status.together - (exact(applyChanges(desk, desk.base, changesOf(known))) - exact(desk.base))) < 1e-9,
    );
    assert.ok(
      status.changes.every(({ effect }, at, all) => at === 0 || Math.abs(effect) <= Math.abs(all[at - 1]!.effect)),
    );
  });

  it('follows the scenario, of the second model too, and leaves the first as it is', async () => {
    const { double, port } = await inserted();
    await insertModel(port, whole, { whereTaken: 'keep both' });
    const name = whole.names.find((one) => one.name === 'ST_Scenario')!;
    const bear = company.scenarios.find(({ id }) => id === 'bear')!;
    type(double, `${name.sheet} (2)`, name.range, bear.name);
    const [first, second] = [await modelStatus(port, desk, 1), await modelStatus(port, desk, 2)];
    assert.equal(second.scenario, bear.name);
    assert.ok(Math.abs(second.targetPrice! - exact(applyScenario(desk, desk.base, 'bear'))) < 1e-9);
    assert.equal(first.targetPrice, exact(desk.base));
  });

  it('says where the sheet shows another target price than its inputs give', async () => {
    const { double, port } = await inserted();
    const { book } = planOf(desk);
    const row = desk.model.value.targetPrice;
    type(double, book.home(row).sheet, address(book.home(row).line, book.column(row, 0)), 9);
    assert.match(
      (await modelStatus(port, desk, 1)).remarks[0]!,
      /shows a target price of 9\.000.*formula was overwritten/,
    );
  });
});
