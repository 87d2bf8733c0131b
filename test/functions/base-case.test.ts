import assert from 'node:assert/strict';
import { company } from '../../src/company/index.ts';
import type { Cell } from '../../src/functions/function-spec.ts';
import { registry } from '../../src/functions/registry.ts';
import { refusal, st, table } from '../support/st.ts';

const near = (actual: unknown, expected: number, tolerance: number) =>
  assert.ok(
    typeof actual === 'number' && Math.abs(actual - expected) <= tolerance,
    `${String(actual)}, not ${expected}`,
  );

/** A call with what it must give in the published base case, give or take half a unit of the last digit. */
const values: readonly (readonly [call: string, args: readonly unknown[], expected: number, tolerance: number])[] = [
  ['MODEL', ['Revenue', 'FY22E'], 6398.68, 0.005],
  ['PUBLISHED', ['Revenue', 'FY22E'], 6399, 0],
  ['PUBLISHED', ['Gross margin', 'FY20'], 0.706, 1e-9],
  ['SEGMENT', ['Smart City', 'FY22E', 'share'], 0.489, 0.0005],
  ['SEGMENT', ['smart city', 2022], 3131, 0.5],
  ['CAGR', [3446.2, 8825.5, 3], 0.368, 0.0005],
  ['YOY', [6398.7, 4678.4], 0.368, 0.0005],
  ['WCDAYS', ['Trade receivables', 'FY22E'], 342, 0.5],
  ['WCDAYS', ['Trade receivables', 'FY20'], 293.5, 0.05],
  ['WCDAYS', ['Trade receivables', 'FY20', 'year-end'], 332, 0.5],
  ['TURNOVERDAYS', [5995.5, 6398.7], 342, 0.05],
  ['BALANCEFROMDAYS', [342, 6398.7], 5995.5, 0.05],
  ['CASHCYCLE', ['FY22E'], 269.4, 0.05],
  ['RUNWAY', ['FY21E'], 2.9, 0.05],
  ['RUNWAY', ['FY22E'], 5.8, 0.05],
  ['RUNWAY', ['FY23E'], 7.1, 0.05],
  ['EVSALES', [], 27.15, 0.005],
  ['EVSALES', ['FY21E'], 36.6, 0.05],
  ['EVSALES', ['FY23E'], 19.9, 0.05],
  ['ENTERPRISEVALUE', [], 173733, 0.5],
  ['MARKETCAP', [], 225505, 0.5],
  ['MARKETCAP', [null, 'USD'], 28911, 0.5],
  ['NETCASH', [], 7187.8, 0.05],
  ['NETCASH', [null, 'total cash'], 13571.5, 0.05],
  ['MULTIPLE', ['P/S'], 29.3, 0.05],
  ['MULTIPLE', ['EV/gross profit'], 40.8, 0.05],
  ['MULTIPLE', ['P/B'], 7.2, 0.05],
  ['TARGETPRICE', [], 8.081, 0.0005],
  ['TARGETPRICE', [null, null, 'total cash'], 8.306, 0.0005],
  ['UPSIDE', [], 0.2006, 0.00005],
  ['IMPLIEDMULTIPLE', [8.08], 34.0, 0.05],
  ['IMPLIEDMULTIPLE', [8.08, null, 'total cash'], 33.0, 0.05],
  ['IMPLIEDSALES', [8.081, 34, 7187.8, 33507.4, 0.83], 6398.6, 0.1],
  ['DILUTION', [0.05, 6.06], 7.98, 0.005],
];

describe('the ST functions in the published base case', () => {
  for (const [id, args, expected, tolerance] of values)
    it(`ST.${id}(${args.map((one) => (one === null ? '' : JSON.stringify(one))).join(', ')}) is ${expected}`, () =>
      near(st(id, ...args), expected, tolerance));

  it('ST.RATING() is BUY, and the bands include their edges in the middle', () => {
    assert.equal(st('RATING'), 'BUY');
    assert.deepEqual(
      [0.1501, 0.15, -0.1, -0.1001].map((upside) => st('RATING', upside)),
      ['BUY', 'HOLD', 'HOLD', 'SELL'],
    );
  });

  it('ST.WCDAYS() is the five rows of days of Figure 59', () => {
    const printed = company.published.find(({ figure }) => figure === '59')!.rows.slice(0, 5);
    const [head, ...rows] = table('WCDAYS');
    assert.deepEqual(head, ['Days', 'FY18A', 'FY19A', 'FY20A', 'FY21E', 'FY22E', 'FY23E']);
    assert.equal(rows.length, 5);
    rows.forEach((row, index) =>
      row.slice(1).forEach((cell, year) => {
        const text = printed[index]!.printed[year]!;
        near(cell, Number(text.replaceAll(',', '')), 0.5);
      }),
    );
  });

  it('ST.MODEL of a row is all its years under their labels, and without headers the figures alone', () => {
    assert.deepEqual(table('MODEL', 'Smart City cities', null).at(0)?.slice(-3), ['FY21E', 'FY22E', 'FY23E']);
    assert.deepEqual(table('MODEL', 'Smart City cities', null, false)[0]!.slice(-3), [128, 147, 165]);
  });

  it('ST.STATEMENT has costs negative in the income statement, as Figure 65 prints it', () => {
    const row = table('STATEMENT', 'Income statement').find(([label]) => label === 'Cost of sales')!;
    near(row[4], -1014, 0.5);
  });

  it('ST.PUBLISHED gives each line its own printed number, and no number for a word or for what is not printed', () => {
    assert.equal(st('PUBLISHED', 'Adjusted net profit', 'FY19'), -1155);
    assert.equal(st('PUBLISHED', 'Adjusted net profit attributable', 'FY19'), -1150);
    assert.match(refusal('PUBLISHED', 'ROE', 'FY22E').message, /is printed as "n\.a\."/);
    assert.match(refusal('PUBLISHED', 'Class A shares').message, /not printed in the report/);
    assert.match(refusal('PUBLISHED', 'Revenue', 'FY22E', '61').message, /not printed in figure 61/);
  });

  it('ST.RECONCILE is 1,290 figures, all within', () => {
    const rows = table('RECONCILE', null, false);
    assert.equal(rows.length, 1290);
    assert.ok(rows.every((row) => row[6] === true));
  });

  it('ST.CHECKS passes them all', () =>
    assert.ok(table('CHECKS', false).every((row) => row[1] !== 'check' || row[4] === 'pass')));

  it('ST.EXPLAIN says a figure in words', () =>
    assert.match(
      String(st('EXPLAIN', 'Trade receivables', 2022)),
      /^Trade receivables FY22E = Revenue 6,398\.7 RMB mn x /,
    ));

  it('ST.VERSION says the model, the company and the dates', () =>
    assert.match(String(st('VERSION')), /ST Model .* SenseTime \(20 HK\).*2022-01-31/));

  it('ST.BRIDGE leaves nothing over between two cases', () => {
    const to: Cell[][] = [
      ['', 'Value', 'FY22E'],
      ['target-ev-sales', 30, ''],
      ['cny-per-hkd', 0.8, ''],
      ['smart-life-growth', '', 0.5],
    ];
    const rows = table('BRIDGE', 'Target price', null, to);
    const changes = rows.slice(2, 7).map((row) => row[1] as number);
    near(rows[1]![2], 8.081, 0.0005);
    near(rows.at(-1)![2], st('TARGETPRICE', null, null, null, to) as number, 1e-12);
    near((rows[1]![2] as number) + changes.reduce((sum, one) => sum + one, 0), rows.at(-1)![2] as number, 1e-12);
    assert.ok(changes[0]! > 0 && changes[1]! < 0 && changes[4]! > 0);
  });

  it('give what their examples in the help say', () => {
    for (const { id, example } of registry) assert.match(example.call, new RegExp(`^=ST\\.${id}\\(`), id);
  });
});
