import assert from 'node:assert/strict';
import { near } from '../support/base-case-values.ts';
import { asScalars, inYear } from '../support/effects.ts';
import { onTheCommandLine } from '../support/on-the-command-line.ts';
import { refusal, st } from '../support/st.ts';

describe('a later header of an inputs table', () => {
  const headed = (...later: readonly unknown[][]) => [
    ['', 'FY21E', 'FY22E', 'FY23E'],
    ['Smart Life growth', -0.1, 0.5, ''],
    ...later,
  ];

  it('replaces the earlier one: a cell under the earlier alone is passed over', () => {
    const inputs = headed(['', 'FY22E', 'unit', 'note'], ['Smart City cities', 140, 999, 998]);
    const settings = ['smart-life-growth@FY21E=-10', 'smart-life-growth@FY22E=50', 'smart-city-cities@FY22E=140'];
    near(st('MODEL', 'Revenue', 'FY22E', null, inputs), onTheCommandLine('revenue', ...settings), 1e-9);
    assert.equal(st('MODEL', 'Smart City cities', 'FY23E', null, inputs), 165);
  });

  it('of scalars ends the years: a number beside one is a note', () => {
    const inputs = headed(['', 'Value', '', ''], ['Target EV/sales', 30, 31, 32]);
    assert.equal(st('MODEL', 'Target EV/sales', null, null, inputs), 30);
    const misplaced = headed(['', 'Value', '', ''], ['Smart City cities', 140, '', '']);
    assert.match(refusal('MODEL', 'Revenue', 'FY22E', null, misplaced).message, /takes its numbers under years/);
  });
});

describe('a number written as text', () => {
  // By hand: growth on 100, and on 1,000.
  for (const [text, previous, growth] of [
    ['125', 100, 0.25],
    ['(12)', 100, -1.12],
    ['(1,250.5)', 1000, -2.2505],
    ['1,250.5', 1000, 0.2505],
    ['-12', 100, -1.12],
    ['+125', 100, 0.25],
    ['12500%', 100, 0.25],
    ['(12%)', 1, -1.12],
    ['1.25e2', 100, 0.25],
  ] as const)
    it(`"${text}" after ${previous} is growth of ${growth}`, () => near(st('YOY', text, previous), growth, 1e-12));

  it('in brackets is negative in an inputs table: 434 less a tenth', () =>
    // Figure 64 prints 434 in FY20 and 396 in FY21E.
    near(
      st('MODEL', 'Smart Life revenue', 'FY21E', null, inYear('FY21E', { 'Smart Life growth': '(10%)' })),
      390.6,
      0.5,
    ));

  for (const text of ['(-12)', '(+12)', '1,25', '12,5', '--12', '1e400', '(12', '12)', '%', '()'])
    it(`"${text}" is no number`, () => {
      assert.match(refusal('YOY', text, 100).message, /current must be a number/);
      assert.match(refusal('EVSALES', null, null, asScalars({ 'Share price': text })).message, /must be a number/);
    });
});
