import assert from 'node:assert/strict';
import { company } from '../../src/company/index.ts';
import type { Cell } from '../../src/functions/function-spec.ts';
import { CellError } from '../../src/functions/cell-error.ts';
import { functionsJson } from '../../src/functions/metadata.ts';
import { namespace, registry } from '../../src/functions/registry.ts';
import { parseCall, type FunctionsMetadata } from '../support/excel-double/call-formula.ts';
import { baseCaseValues, near } from '../support/base-case-values.ts';
import { call, refusal, st, table } from '../support/st.ts';

describe('the ST functions in the published base case', () => {
  for (const [id, args, expected, tolerance] of baseCaseValues)
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
    assert.match(refusal('PUBLISHED', 'Class A shares').message, /is not printed in any table/);
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
    const metadata = functionsJson('https://addin.example') as FunctionsMetadata;
    let numbers = 0;
    for (const { id, example } of registry) {
      const found = parseCall(example.call, namespace, metadata);
      assert.equal(found?.spec.id, id);
      const args = found!.args.map((one) => (one.kind === 'value' ? one.value : null));
      const said = Number(example.gives.replace(/[,%]/g, ''));
      if (Number.isNaN(said)) {
        assert.ok(!(call(id, ...args) instanceof CellError), id);
        continue;
      }
      numbers++;
      const digits = /\.(\d+)/.exec(example.gives)?.[1]!.length ?? 0;
      const scale = example.gives.endsWith('%') ? 100 : 1;
      near((st(id, ...args) as number) * scale, said, 0.5 * 10 ** -digits + 1e-9);
    }
    assert.ok(numbers >= 19, `${numbers} examples give a number`);
  });
});
