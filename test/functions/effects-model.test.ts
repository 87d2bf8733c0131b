import assert from 'node:assert/strict';
import { main } from '../../src/cli/main.ts';
import { companyForFunctions } from '../../src/company/company-for-functions.ts';
import type { PublishedTable } from '../../src/company/company.ts';
import { company } from '../../src/company/index.ts';
import { near } from '../support/base-case-values.ts';
import { asScalars, holdEffects, inYear, type Effect } from '../support/effects.ts';
import { refusal, st, table } from '../support/st.ts';

const days300 = inYear('FY22E', { 'Trade receivable days': 300 });
/** 300 days of 6,398.68. */
const receivables300 = (300 * 6398.68) / 365;
const multiple30 = asScalars({ 'Target EV/sales': 30 });

/** Figures as the report prints them, after the function: in 59 receivables, in 61 and 67 capex, in 65 the rest. */
const effects: readonly Effect[] = [
  ['MODEL', 'line', ['Cost of sales', 'FY20'], 1014, 0.5, [0, 0]],
  ['MODEL', 'period', ['Revenue', 'FY21E'], 4678, 0.5],
  ['MODEL', 'headers', ['Revenue', null, false], 1853, 0.5, [0, 0]],
  ['MODEL', 'inputs', ['Trade receivables', 'FY22E', null, days300], receivables300, 0.01],
  ['MODEL', 'inputs', ['Trade receivables', null, null, days300], receivables300, 0.01, [1, 'FY22E']],
  ['STATEMENT', 'name', ['Income statement'], -1014, 0.5, ['Cost of sales', 'FY20A']],
  ['STATEMENT', 'name', ['capex'], 1408, 0.5, ['Capex on property, plant and equipment', 'FY22E']],
  ['STATEMENT', 'headers', ['Income statement', false], 'Revenue', 0, [0, 0]],
  ['STATEMENT', 'inputs', ['Working capital', null, days300], receivables300, 0.01, ['Trade receivables', 'FY22E']],
  ['LINES', 'statement', ['Capex'], 'opening-property-plant-equipment', 0, [1, 'id']],
  ['INPUTS', 'headers', [false], 'company', 0, [0, 0]],
  ['EXPLAIN', 'line', ['Gross margin'], /^Gross margin FY22E = .* = 66\.5/],
  [
    'EXPLAIN',
    'period',
    ['Trade receivables', 'FY21E'],
    /^Trade receivables FY21E = Revenue 4,678\.4 .* = 4,870\.7 RMB mn/,
  ],
  ['EXPLAIN', 'inputs', ['Trade receivables', null, days300], / 300\.0 days .* = 5,259\.2 RMB mn/],
  ['PUBLISHED', 'line', ['Gross margin'], 0.665, 1e-9],
  ['PUBLISHED', 'period', ['Revenue', 'FY21E'], 4678, 0],
  ['PUBLISHED', 'figure', ['Capex on property, plant and equipment', 'FY22E', '67'], -1408, 0],
  // Figure 65 prints 70.6%, the Financial Summary 71%.
  ['PUBLISHED', 'figure', ['Gross margin', 'FY20', 'FS.key_ratios'], 0.71, 1e-9],
  ['RECONCILE', 'figure', ['68'], 217555, 0, [3, 'printed']],
  ['RECONCILE', 'headers', ['68', false], '68', 0, [0, 0]],
  ['RECONCILE', 'inputs', ['68', null, multiple30], 30 * 6398.68, 1, [3, 'computed']],
  ['CHECKS', 'headers', [false], 'check', 0, [0, 1]],
  ['CHECKS', 'inputs', [null, multiple30], 1, 0, ['Inputs differ from the published base case', 'value']],
  // The comps are of 31 January.
  [
    'CHECKS',
    'inputs',
    [null, asScalars({ 'Pricing date': '2022-03-31' })],
    'look',
    0,
    ['Comps and share price of different dates', 'result'],
  ],
  ['REPORTNOTES', 'headers', [false], 1, 0, [0, 0]],
];

describe('an argument has its effect on the model and its prints:', () => holdEffects('Model', effects));

describe('the lines of the model', () => {
  it('of a statement are those that the command line prints, in its order, and no others', () => {
    const { out } = main(['statement', 'Capex', '--csv'], company, { colour: false });
    const printed = out.trim().split('\n');
    assert.deepEqual(
      table('LINES', 'Capex').map(([id]) => id),
      printed.map((line) => line.split(',')[0]),
    );
  });

  it('have the sign that the report prints: a cost in brackets in Figures 65 and 67, plain in 61 and 64', () => {
    const signOf = (statement: string, label: string) => table('LINES', statement).find((row) => row[1] === label)?.[3];
    for (const cost of ['Cost of sales', 'Selling and marketing expense', 'Administrative expense'])
      assert.equal(signOf('Income statement', cost), -1, cost);
    assert.equal(signOf('Cash flow', 'Capex on property, plant and equipment'), -1);
    assert.equal(signOf('Income statement', 'Revenue'), 1);
    assert.equal(signOf('Cost of sales', 'Other cost of sales'), 1);
    assert.equal(signOf('Capex', 'Capex on property, plant and equipment'), 1);
  });

  it('times their sign are the figures of their statement', () => {
    for (const statement of ['Income statement', 'Cash flow', 'Balance sheet']) {
      const figures = table('STATEMENT', statement).filter(([, unit]) => unit !== '');
      for (const [place, [id, , , sign]] of table('LINES', statement).entries())
        if (place > 0) near(figures[place]!.at(-1), (st('MODEL', id, 'FY23E') as number) * (sign as number), 1e-9);
    }
  });
});

describe('a line that the report prints in several figures', () => {
  it('is of each figure as printed there: adjusted net profit, and the part of it of shareholders', () => {
    assert.equal(st('PUBLISHED', 'Adjusted net profit', 'FY19', '65'), -1155);
    assert.equal(st('PUBLISHED', 'Adjusted net profit attributable', 'FY19', 'earnings_summary'), -1150);
    assert.match(refusal('PUBLISHED', 'Adjusted net profit', 'FY19', 'earnings_summary').message, /is not printed in/);
  });

  it('with numbers that differ is #N/A naming them, until a figure is given', () => {
    // The data has none: -1,155 and -1,150 are two lines. A table more, as another report might print it.
    const another: PublishedTable = {
      figure: '99',
      file: 'figure-99',
      title: 'Another print',
      unit: 'RMB mn',
      columns: ['FY19'],
      rows: [{ row: 'Adj. net profit', line: 'adjusted-net-profit', printed: ['(1,150)'] }],
    };
    const printed = companyForFunctions.published as PublishedTable[];
    printed.push(another);
    try {
      // Written as nowhere else, since answers are remembered.
      const { code, message } = refusal('PUBLISHED', ' Adjusted net profit', 'FY19');
      assert.equal(code, '#N/A');
      assert.match(message, /printed as \(1,155\) in figure 58, .*\(1,150\) in figure 99: say which figure/);
      assert.equal(st('PUBLISHED', ' Adjusted net profit', 'FY19', '65'), -1155);
      assert.equal(st('PUBLISHED', ' Adjusted net profit', 'FY19', '99'), -1150);
    } finally {
      printed.pop();
    }
  });
});
