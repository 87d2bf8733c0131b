import assert from 'node:assert/strict';
import { main } from '../../src/cli/main.ts';
import { applyChanges, type TextChange } from '../../src/company/changes.ts';
import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import { solve } from '../../src/model/readings/solve.ts';

const { comps, ownership, markets, notes } = company;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : mean([sorted[middle - 1]!, sorted[middle]!]);
};

describe('the printed comps', () => {
  const fields = [
    ['EV/sales FY21E', 0.05, (one: Figures) => one.evSales[2021]],
    ['EV/sales FY22E', 0.05, (one: Figures) => one.evSales[2022]],
    ['P/S FY21E', 0.05, (one: Figures) => one.priceSales[2021]],
    ['P/S FY22E', 0.05, (one: Figures) => one.priceSales[2022]],
    ['sales growth', 0.5, (one: Figures) => one.salesCagr],
    ['EPS growth', 0.5, (one: Figures) => one.epsCagr],
    ['gross margin', 0.5, (one: Figures) => one.grossMargin],
    ['free cash flow margin', 0.5, (one: Figures) => one.freeCashFlowMargin],
  ] as const;
  type Figures = (typeof comps.statistics)[number] | (typeof comps.peers)[number];

  it('have 48 means and medians, each what its printed peers give within the rounding of both', () => {
    let compared = 0;
    for (const statistic of comps.statistics) {
      const peers = comps.peers.filter(({ group }) => group === statistic.group);
      for (const [name, rounding, of] of fields) {
        const values = peers.map(of).filter((value): value is number => typeof value === 'number');
        const computed = (statistic.statistic === 'mean' ? mean : median)(values);
        const where = `${statistic.group}, ${statistic.statistic} of ${name}`;
        assert.ok(Math.abs(computed - of(statistic)!) <= 2 * rounding + 1e-9, `${where}: ${computed}`);
        compared += 1;
      }
    }
    assert.equal(compared, 48);
  });
});

describe('the printed ownership', () => {
  it('has 18 percentages, each what the holdings give within its rounding', () => {
    let compared = 0;
    for (const { name, classA, classB, preIpo, postIpo } of ownership.holders)
      for (const [percent, shares] of [
        [preIpo, ownership.sharesBeforeIpo],
        [postIpo, ownership.sharesAfterIpo],
      ] as const) {
        if (percent === null) continue;
        assert.ok(Math.abs(((classA + classB) / shares) * 100 - percent) <= 0.05 + 1e-9, name);
        compared += 1;
      }
    assert.equal(compared, 18);
  });

  it('has lock-ups that end a whole number of months after the listing', () => {
    const listing = new Date(`${company.scalars.find(({ id }) => id === 'listing-date')!.value}T00:00:00Z`);
    for (const { months, firstFreeDay, holder } of ownership.lockUps) {
      const free = new Date(Date.UTC(listing.getUTCFullYear(), listing.getUTCMonth() + months, listing.getUTCDate()));
      assert.equal(firstFreeDay, free.toISOString().slice(0, 10), holder);
    }
  });
});

describe('the printed market sizes', () => {
  it('grow at the printed rates', () => {
    for (const { label, sizes, growth } of markets)
      for (const { from, to, percent } of growth) {
        const computed = ((sizes[to]! / sizes[from]!) ** (1 / (to - from)) - 1) * 100;
        assert.ok(Math.abs(computed - percent) < 1, `${label} ${from} to ${to}: ${computed} and ${percent}`);
      }
  });
});

describe("the report's inconsistencies", () => {
  it('are numbered without a gap', () =>
    assert.deepEqual(
      notes.map(({ id }) => id),
      notes.map((_, index) => index + 1),
    ));

  const desk = operatingModel(company);
  const base = solve(desk.model, desk.base);
  const of = (line: string, year: number) => base.value(desk.model.row(line), year)!.toNumber();
  const withChanges = (changes: readonly TextChange[]) =>
    solve(desk.model, applyChanges(desk, desk.base, changes))
      .value(desk.model.value.targetPrice)!
      .toNumber();
  const noteOf = (id: number) => notes.find((note) => note.id === id)!;

  const cashMore = (year: number, amount: number): TextChange => ({
    name: 'other-operating-cash-flow',
    period: String(year),
    value: of('other-operating-cash-flow', year) + amount,
  });
  /** What puts a note right in the model. */
  const remedies: Readonly<Record<number, readonly TextChange[]>> = {
    11: [{ name: 'net-cash-basis', value: 'total cash' }],
    23: [2021, 2022].map((year) => cashMore(year, of('share-based-compensation', year))),
    24: [
      cashMore(2021, of('other-current-liabilities-written-out', 2021) - of('other-current-assets-written-out', 2021)),
    ],
    25: [{ name: 'tax-credit', period: 'FY22E', value: 0 }],
    29: [
      { name: 'foreign-exchange-gain', value: 0 },
      { name: 'other-net-gain', value: 0 },
    ],
  };
  for (const [id, changes] of Object.entries(remedies))
    it(`give the target price that the model solves for once put right: note ${id}`, () =>
      assert.equal(noteOf(Number(id)).targetPrice, Number(withChanges(changes).toFixed(3))));

  const targetWith = (netCash: number, minority: number) =>
    (of('target-enterprise-value', 2022) + netCash - minority) / 33507.4 / 0.83;
  it('give the target price with the minority of the balance sheet, and with the net cash of a year before', () => {
    const minority = targetWith(of('published-net-cash', 2022), of('non-controlling-interests', 2022));
    const yearBefore = targetWith(of('published-net-cash', 2021), of('minority-interest', 2022));
    assert.deepEqual(
      [12, 13].map((id) => noteOf(id).targetPrice),
      [minority, yearBefore].map((price) => Number(price.toFixed(3))),
    );
    assert.match(noteOf(13).cause, new RegExp(withChanges([{ name: 'valuation-year', value: 'FY21E' }]).toFixed(2)));
  });

  const harmless: Readonly<Record<number, readonly TextChange[]>> = {
    1: [{ name: 'other-adjustment', period: 'FY21E', value: 0 }],
    2: [{ name: 'ppe-capex', period: 'FY23E', value: 1619.4 }],
    5: [{ name: 'other-income-unitemised', period: 'FY19', value: 0 }],
    15: [{ name: 'shares-for-per-share-data', period: 'FY20', value: 33507.4 }],
    26: [{ name: 'fair-value-loss', period: 'FY21E', value: 13900 }],
    27: [
      { name: 'ipo-net-proceeds', period: 'FY21E', value: 5552 },
      { name: 'ipo-net-proceeds', period: 'FY22E', value: 853.2 },
    ],
  };
  for (const [id, changes] of Object.entries(harmless))
    it(`say that the target price stays where it is: note ${id}`, () => {
      assert.equal(noteOf(Number(id)).targetPrice, 'none');
      assert.ok(Math.abs(withChanges(changes) - withChanges([])) < 1e-9);
    });

  it('do not know the effect of one alone, and say what one other rate of depreciation would do', () => {
    assert.deepEqual(
      notes.filter(({ targetPrice }) => targetPrice === 'unknown').map(({ id }) => id),
      [28],
    );
    const atFormerRate = withChanges([{ name: 'depreciation-rate', period: 'FY22E', value: 14.08 }]);
    assert.match(noteOf(28).cause, new RegExp(`${atFormerRate.toFixed(3)}\\.$`));
  });

  it('leave the target price alone in all others', () =>
    assert.deepEqual(
      notes.filter(({ targetPrice }) => typeof targetPrice === 'number').map(({ id }) => id),
      [11, 12, 13, 23, 24, 25, 29],
    ));

  it('print their effect in three decimals beside the difference to the published target, and their cause', () => {
    const { out } = main(['notes'], company, { colour: false });
    assert.match(out, /^12\. .*\n(.*\n){3} +cause +A flow is deducted .*\n +target price +HK\$8\.076, -0\.005$/m);
    assert.match(out, /^ +target price +HK\$8\.306, \+0\.225$/m);
    assert.equal(out.match(/^ +target price +none$/gm)?.length, 23);
    assert.equal(out.match(/^ +target price +not known$/gm)?.length, 1);
  });
});
