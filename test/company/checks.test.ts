import assert from 'node:assert/strict';
import { applyChanges, applyScenario, type TextChange } from '../../src/company/changes.ts';
import { checks } from '../../src/company/checks.ts';
import type { Company } from '../../src/company/company.ts';
import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import { one, sum, type Expression } from '../../src/model/expression.ts';
import { solve } from '../../src/model/readings/solve.ts';

/** Each zero check, and a row that breaks it once its formula is off by a hundredth, of a point for percentages. */
const breaks: readonly (readonly [check: string, spoiled: string])[] = [
  ['Segments and the change sum to revenue', 'revenue'],
  ['Segment shares sum to 100%', 'smart-life-share'],
  ['Natures sum to cost of sales', 'cost-of-sales'],
  ['Cost shares sum to 100%', 'server-and-cloud-cost-share'],
  ['Items sum to receivables', 'receivables'],
  ['Items sum to payables', 'payables'],
  ['Opening, capex and charge give property, plant and equipment', 'property-plant-equipment'],
  ['Opening, capex and charge give intangible assets', 'intangible-assets'],
  ['Opening borrowings and net proceeds give borrowings', 'long-term-borrowing'],
  ['Items sum to non-operating items', 'non-operating-items'],
  ['Opening cash, flows and exchange rates give closing cash', 'net-change-in-cash'],
  ['Assets equal liabilities and equity', 'total-assets'],
  ['Opening losses and net profit give accumulated losses', 'accumulated-losses'],
  ['Opening interests and minority interest give non-controlling interests', 'non-controlling-interests'],
  ['Opening reserves and their movements give reserves', 'reserves'],
  ['Figure 60 ties to the balance sheet: total cash', 'total-cash'],
  ['Figure 60 ties to the balance sheet: total debt', 'total-debt'],
  ['EV/sales at the total-cash target equals the multiple', 'ev-sales-at-total-cash-target'],
  ['Financial Summary ties: its groups sum to total assets', 'summary-other-current-assets'],
  ['Financial Summary ties: its groups sum to total liabilities', 'summary-other-current-liabilities'],
  ['Financial Summary ties: its groups sum to total equity', 'summary-other-equity'],
  ['Financial Summary ties: its flows sum to the net change in cash', 'summary-other-operating-cash-flow'],
];

const hundred = sum(...Array.from({ length: 100 }, () => one));
const hundredth = one.div(hundred);

const found = (of: Company = company, changes: readonly TextChange[] = [], spoiled?: string) => {
  const desk = operatingModel(of);
  if (spoiled !== undefined) {
    const row = desk.model.row(spoiled);
    const off = row.unit.kind === 'percent' ? hundredth.div(hundred) : hundredth;
    row.when({ estimate: (row.estimate as Expression).plus(off) });
  }
  const list = checks(desk, solve(desk.model, applyChanges(desk, desk.base, changes)));
  return (name: string) => list.find((check) => check.name === name)!;
};
const withOwnership = (changes: Partial<Company['ownership']>): Company => ({
  ...company,
  ownership: { ...company.ownership, ...changes },
});

describe('the checks', () => {
  it('all pass in the base case and in every scenario, and each zero check is broken below', () => {
    const desk = operatingModel(company);
    for (const { id } of company.scenarios) {
      const list = checks(desk, solve(desk.model, applyScenario(desk, desk.base, id)));
      assert.deepEqual(
        list.filter(({ kind, passed }) => kind === 'check' && !passed),
        [],
        id,
      );
    }
    assert.deepEqual(
      desk.model.rows
        .filter(({ kind }) => kind === 'check')
        .map(({ label }) => label)
        .sort(),
      breaks.map(([name]) => name).sort(),
    );
  });

  for (const [name, spoiled] of breaks)
    it(`fails when ${spoiled} is off by a hundredth: ${name}`, () => {
      const check = found(company, [], spoiled)(name);
      assert.equal(check.passed, false);
      assert.match(check.detail, /FY21E off by/);
    });

  it('fail when a reserve that balances history is no longer the one printed', () => {
    const history = { ...company.history, 'share-capital': { 2018: 0.002, 2019: 5, 2020: 0.002 } };
    const check = found({ ...company, history })('Reserves that balance history match the print');
    assert.equal(check.passed, false);
    assert.match(check.detail, /off by 5\.\d from Figure 66/);
  });

  it('hold reserves to the print in history alone, however the columns write their years', () => {
    const published = company.published.map((table) => ({
      ...table,
      columns: table.columns.map((column) => column.replace('FY', '20')),
    }));
    const changes = [{ name: 'fair-value-loss', period: 'FY21E', value: 29100 }];
    assert.equal(
      found({ ...company, published }, changes)('Reserves that balance history match the print').passed,
      true,
    );
  });

  it('fail when a holding changes by more than its rounding', () => {
    const { holders } = company.ownership;
    const [first, ...others] = holders;
    const more = found(withOwnership({ holders: [{ ...first!, classA: first!.classA + 2 }, ...others] }));
    assert.equal(more('Holders before the offer sum to the shares before it').passed, false);
    assert.equal(more('All holders sum to the shares after the offer').passed, false);
  });

  it('fail when the shares of the offer do not lead from before it to after it', () =>
    assert.equal(
      found(withOwnership({ newShares: 1499 }))('Shares before the offer and new shares give the shares after it')
        .passed,
      false,
    ));

  it('fail when the model counts other shares than the ownership table', () =>
    assert.match(
      found(withOwnership({ sharesAfterIpo: 33500 }))('Shares of the model are those of the ownership table').detail,
      /off by 7\.4 mn shares/,
    ));
});

describe('the warnings', () => {
  const quietInBase = found();
  const says = (name: string, changes: readonly TextChange[], detail: RegExp, of: Company = company) => {
    assert.equal(quietInBase(name).passed, true, `${name} is quiet in the base case`);
    const warning = found(of, changes)(name);
    assert.equal(warning.kind, 'warning');
    assert.equal(warning.passed, false);
    assert.match(warning.detail, detail);
  };

  it('say which balance falls below zero', () =>
    says(
      'Balance or cash below zero',
      [{ name: 'ppe-capex', period: 'FY22E', value: 30000 }],
      /Cash and cash equivalents FY22E is -[\d,.]+ RMB mn/,
    ));

  it('say which driver leaves its range, and the range', () =>
    says(
      'Driver outside its range',
      [{ name: 'hardware-and-subcontracting-ratio', period: 'FY22E', value: 95 }],
      /FY22E is 95\.00%, outside \d+ to \d+%/,
    ));

  it('say which inputs differ from the published ones', () =>
    says(
      'Inputs differ from the published base case',
      [{ name: 'target-ev-sales', value: 30 }],
      /^Target EV\/sales is 30\.00x instead of 34\.00x$/,
    ));

  it('say that comps and share price are of different dates', () =>
    says(
      'Comps and share price of different dates',
      [{ name: 'pricing-date', value: '2022-03-25' }],
      /the share price is of 2022-03-25, the comps are of 2022-01-31/,
    ));

  it('say that the rating is within a point of a band', () =>
    says(
      'Rating within a point of a band',
      [{ name: 'share-price', value: 7.0 }],
      /upside 15\.4\d% is within a point/,
    ));
});
