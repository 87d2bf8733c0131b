import assert from 'node:assert/strict';
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
  const solution = solve(desk.model, desk.base);
  const of = (line: string, year: number) => solution.value(desk.model.row(line), year)!.toNumber();
  /** What each weakness keeps out of the target's equity value, RMB mn. */
  const keptOut: Readonly<Record<number, number>> = {
    11: of('total-net-cash', 2022) - of('published-net-cash', 2022) - of('non-controlling-interests', 2022),
    12: of('minority-interest', 2022) - of('non-controlling-interests', 2022),
    13: of('published-net-cash', 2021) - of('published-net-cash', 2022),
    23: of('share-based-compensation', 2021) + of('share-based-compensation', 2022),
    24: 8594 - 5206,
    25: 0 - of('tax-credit', 2022),
    29: 0 - (of('dividend-received', 2022) + of('other-gains', 2021) + of('other-gains', 2022)),
  };
  for (const [id, kept] of Object.entries(keptOut))
    it(`give the target price they state: note ${id}`, () => {
      const { targetPrice } = notes.find((note) => note.id === Number(id))!;
      const perShare = kept / 33507.4 / 0.83;
      assert.ok(Math.abs(8.08104 + perShare - targetPrice!) < 0.001, `${8.08104 + perShare} and ${targetPrice}`);
    });

  it('state a target price for no other note', () =>
    assert.deepEqual(
      notes.filter(({ targetPrice }) => targetPrice !== null).map(({ id }) => id),
      Object.keys(keptOut).map(Number),
    ));
});
