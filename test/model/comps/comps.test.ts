import assert from 'node:assert/strict';
import { comparisonSnapshot } from '../../../src/company/comps-snapshot.ts';
import { company } from '../../../src/company/index.ts';
import { calendarise } from '../../../src/model/comps/calendarise.ts';
import { compsFigure, type CompsQuestion } from '../../../src/model/comps/comps-figures.ts';
import { compsStatistic } from '../../../src/model/comps/comps-statistic.ts';
import { parseComps, type CompsRow, type CompsTable } from '../../../src/model/comps/comps-table.ts';
import { enterpriseValue } from '../../../src/model/comps/enterprise-value.ts';
import { exchange } from '../../../src/model/comps/exchange.ts';
import { InputError } from '../../../src/model/input-error.ts';

const snapshot = comparisonSnapshot(company);
const day = '2022-01-31';
const money = (amount: number, currency = 'USD') => ({ amount, currency, date: day });

const period = (end: string, revenue: number | null, more: Partial<CompsRow['periods'][number]> = {}) => ({
  label: `FY${end.slice(2, 4)}`,
  end,
  kind: 'consensus' as const,
  analysts: null,
  revenue: revenue === null ? null : money(revenue),
  grossProfit: null,
  eps: null,
  freeCashFlow: null,
  ...more,
});
const row = (more: Partial<CompsRow> = {}): CompsRow => ({
  ...snapshot.rows[0]!,
  reported: [],
  marketCap: money(1000),
  netDebt: money(-100),
  periods: [period('2021-12-31', 100), period('2022-12-31', 150)],
  ...more,
});
const table = (rows: readonly CompsRow[], rates: CompsTable['rates'] = []): CompsTable => ({
  ...snapshot,
  rates,
  rows: [...rows],
});
const ask = (
  one: CompsRow,
  asked: CompsQuestion,
  basis: 'as labelled' | 'calendarised' = 'as labelled',
  rates: CompsTable['rates'] = [],
) => compsFigure(one, table([one], rates), asked, basis);

describe('comps', () => {
  it('gives the 48 means and medians of the printed peers within half a unit of the statistic and of its inputs', () => {
    let held = 0;
    for (const printed of company.comps.statistics) {
      const fields: [CompsQuestion, number | null, number][] = [
        ...[2021, 2022].flatMap((year): [CompsQuestion, number | null, number][] => [
          [{ field: 'ev-sales', year }, printed.evSales[year]!, 0.1],
          [{ field: 'price-sales', year }, printed.priceSales[year]!, 0.1],
        ]),
        [{ field: 'sales-growth', from: 2020, to: 2023 }, printed.salesCagr, 1],
        [{ field: 'eps-growth', from: 2020, to: 2023 }, printed.epsCagr, 1],
        [{ field: 'gross-margin', year: 2020 }, printed.grossMargin, 1],
        [{ field: 'cash-flow-margin', year: 2020 }, printed.freeCashFlowMargin, 1],
      ];
      for (const [asked, value, unit] of fields) {
        const statistic = compsStatistic(
          snapshot.rows
            .filter(({ group, include }) => include && group === printed.group)
            .map((one) => ({ ticker: one.ticker, figure: compsFigure(one, snapshot, asked, 'as labelled') })),
        );
        const scale = unit === 1 ? 100 : 1;
        assert.ok(
          Math.abs(statistic[printed.statistic] * scale - value!) <= unit + 1e-9,
          `${printed.group} ${printed.statistic} ${asked.field}`,
        );
        held++;
      }
    }
    assert.equal(held, 48);
  });

  it('is valid as it comes and after a journey as JSON', () => {
    assert.deepEqual(parseComps(JSON.parse(JSON.stringify(snapshot))), snapshot);
  });

  it('refuses on arrival what does not fit, naming the field', () => {
    const wrong = {
      ...snapshot,
      rows: [{ ...snapshot.rows[0], marketCap: { amount: 'x', currency: 'USD', date: day } }],
    };
    assert.throws(
      () => parseComps(wrong),
      new InputError('These are no comps: rows.0.marketCap.amount must be a number.'),
    );
    assert.throws(() => parseComps({ ...snapshot, schema: 'st.comps/2' }), /schema must be st\.comps\/1/);
    assert.throws(() => parseComps('<html>'), InputError);
  });

  it('adds net debt, minorities and preferred shares, and says what it went without', () => {
    assert.deepEqual(enterpriseValue(row({ minorities: money(20), preferred: money(5) }), 'USD', []), {
      amount: 925,
      rates: [],
      without: [],
    });
    assert.deepEqual(enterpriseValue(row(), 'USD', [])!.without, ['minorities', 'preferred shares']);
    assert.equal(enterpriseValue(row({ netDebt: null }), 'USD', []), undefined);
  });

  it('turns each amount into the currency of sales and tells the rates with their day', () => {
    const rates = [
      { from: 'USD', to: 'CNY', rate: 6.4, date: day },
      { from: 'USD', to: 'HKD', rate: 7.8, date: day },
    ];
    assert.equal(exchange(money(640, 'CNY'), 'USD', rates)!.amount, 100);
    assert.ok(Math.abs(exchange(money(640, 'CNY'), 'HKD', rates)!.amount - 780) < 1e-9);
    const listed = row({ marketCap: money(7800, 'HKD'), netDebt: money(-640, 'CNY') });
    const figure = ask(listed, { field: 'ev-sales', year: 2021 }, 'as labelled', rates);
    assert.ok(figure.kind === 'value' && Math.abs(figure.value - 9) < 1e-9);
    assert.deepEqual(figure.rates, [rates[1], rates[0]]);
    assert.equal(ask(listed, { field: 'ev-sales', year: 2021 }).kind, 'not available');
  });

  it('makes a calendar year out of the financial year that ends in it and the next', () => {
    assert.equal(calendarise(16675, 26914, 1), 26060.75);
    const january = row({ periods: [period('2021-01-31', 16675), period('2022-01-30', 26914)] });
    const asked = { field: 'price-sales', year: 2021 } as const;
    const [labelled, calendarised] = [ask(january, asked), ask(january, asked, 'calendarised')];
    assert.ok(labelled.kind === 'value' && calendarised.kind === 'value');
    assert.ok(Math.abs(labelled.value - 1000 / 16675) < 1e-12);
    assert.ok(Math.abs(calendarised.value - 1000 / 26060.75) < 1e-12);
    const next = { field: 'price-sales', year: 2022 } as const;
    assert.equal(ask(january, next, 'calendarised').kind, 'not available');
  });

  it('leaves out and counts what has no meaning and what is not there, and never reads unknown as zero', () => {
    const asked = { field: 'ev-sales', year: 2021 } as const;
    const rows = [
      row(),
      row({ periods: [period('2021-12-31', -5)] }),
      row({ periods: [period('2021-12-31', 0.001)] }),
      row({ netDebt: money(-5000) }),
      row({ periods: [period('2021-12-31', null)] }),
    ];
    const statistic = compsStatistic(rows.map((one) => ({ ticker: one.ticker, figure: ask(one, asked) })));
    assert.equal(statistic.count, 1);
    assert.equal(statistic.mean, 9);
    assert.equal(statistic.notMeaningful, 3);
    assert.equal(statistic.notAvailable, 1);
    assert.ok(statistic.isThin);
  });

  it('gives growth from year to year, and none from a loss', () => {
    const eps = (from: number, to: number) =>
      row({ periods: [period('2020-12-31', 1, { eps: money(from) }), period('2023-12-31', 8, { eps: money(to) })] });
    const sales = ask(eps(1, 8), { field: 'sales-growth', from: 2020, to: 2023 });
    assert.ok(sales.kind === 'value' && Math.abs(sales.value - 1) < 1e-12);
    assert.equal(ask(eps(-1, 8), { field: 'eps-growth', from: 2020, to: 2023 }).kind, 'not meaningful');
  });

  it('names a peer far from the others and counts it all the same', () => {
    const values = [10, 11, 12, 13, 90];
    const statistic = compsStatistic(
      values.map((value) => ({ ticker: `T${value}`, figure: { kind: 'value', value, from: 'facts', rates: [] } })),
    );
    assert.deepEqual(statistic.outliers, ['T90']);
    assert.equal(statistic.count, 5);
    assert.equal(statistic.high, 90);
    assert.deepEqual([statistic.lowerQuartile, statistic.upperQuartile], [11, 13]);
  });
});
