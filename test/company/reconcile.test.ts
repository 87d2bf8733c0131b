import assert from 'node:assert/strict';
import { applyChanges } from '../../src/company/changes.ts';
import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import { publishedCell } from '../../src/company/published-cell.ts';
import { reconcile, reconcileFacts, reconcileWords } from '../../src/company/reconcile.ts';
import { solve } from '../../src/model/readings/solve.ts';

const desk = operatingModel(company);
const solution = solve(desk.model, desk.base);
const cells = reconcile(desk, solution);

describe('the reconciliation with the report', () => {
  it('counts 1,290 printed numbers: 599 of history and 691 of estimates', () => {
    const history = cells.filter(({ column }) => ['FY18', 'FY19', 'FY20'].includes(column.replace(/A$/, '')));
    assert.deepEqual([cells.length, history.length, cells.length - history.length], [1290, 599, 691]);
  });

  it('leaves out no printed cell: each is a number compared, a word compared, or of a row that no model computes', () => {
    const printed = company.published.flatMap(({ rows }) =>
      rows.flatMap(({ line, printed: texts }) => texts.filter((text) => text !== null).map((text) => ({ line, text }))),
    );
    const outside = printed.filter(({ line }) => line === undefined);
    assert.equal(printed.length, cells.length + reconcileWords(desk, solution).length + outside.length);
    assert.deepEqual(
      outside.filter(({ text }) => publishedCell(text)),
      [],
    );
  });

  it('agrees everywhere', () =>
    assert.deepEqual(
      cells.filter(({ within }) => !within),
      [],
    ));

  it('says the same words as the report where a figure has no meaning', () => {
    const words = reconcileWords(desk, solution);
    assert.equal(words.length, 48);
    assert.deepEqual(
      words.filter(({ within }) => !within),
      [],
    );
  });

  it('finds a figure that is off by more than its rounding, and only what depends on it', () => {
    const inputs = applyChanges(desk, desk.base, [{ name: 'land-use-right-capex', period: 'FY23E', value: 0.6 }]);
    const off = reconcile(desk, solve(desk.model, inputs)).filter(({ within }) => !within);
    assert.ok(off.some(({ figure, row, column }) => figure === '61' && row === 'Land use right' && column === 'FY23E'));
    assert.deepEqual([...new Set(off.map(({ column }) => column))], ['FY23E']);
  });

  it('counts 89 numbers of the text, 13 of them said before: the margin of FY20 alone stands in five places', () => {
    const figures = company.facts.map(({ as }) => JSON.stringify({ ...as, scale: undefined }));
    assert.deepEqual([figures.length, new Set(figures).size], [89, 76]);
    const margin = company.facts.filter(
      ({ as }) => as.kind === 'value' && as.line === 'gross-margin' && as.year === 2020,
    );
    assert.equal(margin.length, 5);
  });

  it("agrees with the text but for the report's own errors, which are named", () => {
    const facts = reconcileFacts(desk, solution);
    assert.equal(facts.length, 89);
    assert.deepEqual(
      facts.filter(({ within }) => !within).map(({ fact }) => fact.id),
      facts.filter(({ fact }) => fact.reportError).map(({ fact }) => fact.id),
    );
    assert.equal(facts.filter(({ fact }) => fact.reportError).length, 4);
  });
});
