import assert from 'node:assert/strict';
import { main } from '../../src/cli/main.ts';
import { applyScenario } from '../../src/company/changes.ts';
import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import { solve } from '../../src/model/readings/solve.ts';
import { rowsOf } from '../../src/model/statement.ts';
import { exampleCompany } from '../support/example-company.ts';

const desk = operatingModel(company);
const { model } = desk;

const tablesOf = (id: string) => company.published.filter(({ rows }) => rows.some(({ line }) => line === id));
/** Where the report prints a row: its tables, and the text and boxes by the facts taken from them. */
const printedIn = (id: string): ReadonlySet<string> => {
  const facts = company.facts.filter(({ as }) => as.kind !== 'ratio' && as.line === id);
  const boxes = facts.map(({ where }) => (/box|data/.test(where) ? where.replace(' ', '_') : 'text'));
  return new Set([...tablesOf(id).map(({ figure }) => figure), ...boxes]);
};
/** Scalars and what only a figure outside the reconciled tables prints say so in the company's data or here. */
const givenAsPrinted = new Set([
  ...company.scalars.filter(({ source }) => source.startsWith('printed')).map(({ id }) => id),
  'ipo-net-proceeds',
  'rating',
]);

describe('every row', () => {
  it('has a label, a unit, a sign and a source, of this company and of any other', () => {
    for (const { rows } of [model, operatingModel(exampleCompany()).model])
      for (const { id, label, unit, sign, figure } of rows)
        for (const said of [label, unit.name, sign, figure]) assert.match(said, /\S/, id);
  });

  it('names a figure as its own only where that figure prints it', () => {
    const wrong = model.rows.filter(
      ({ id, figure }) => !/^(ours|from .+)$/.test(figure) && !printedIn(id).has(figure) && !givenAsPrinted.has(id),
    );
    assert.deepEqual(
      wrong.map(({ id, figure }) => `${id}: ${figure}`),
      [],
    );
  });

  it('says that it follows from a figure, or is ours, only where no table prints it', () => {
    const wrong = model.rows.filter(({ id, figure }) => /^(ours|from .+)$/.test(figure) && tablesOf(id).length > 0);
    assert.deepEqual(
      wrong.map(({ id, figure }) => `${id}: ${figure}`),
      [],
    );
  });

  it('is never below zero where it says that it is positive, in the base case and every scenario', () => {
    for (const { id } of company.scenarios) {
      const solution = solve(model, applyScenario(desk, desk.base, id));
      for (const row of model.rows.filter(({ sign }) => sign.endsWith('positive')))
        for (const { year } of desk.base.years)
          assert.ok(!solution.value(row, year)?.lt(0), `${row.id} ${year} in ${id}: ${solution.value(row, year)}`);
    }
  });

  it('is a cost or of either sign where a statement takes it away', () => {
    const taken = model.statements.flatMap((statement) => rowsOf(statement).filter(({ sign }) => sign < 0));
    assert.deepEqual(
      taken.filter(({ row }) => row.sign === 'positive').map(({ row }) => row.id),
      [],
    );
  });

  it('shows its sign and source on the command line', () => {
    const known = (line: string) => {
      const { sign, figure } = JSON.parse(main(['line', line, '--json'], company, { colour: false }).out);
      return [sign, figure];
    };
    assert.deepEqual(known('Cost of sales'), ['cost, held positive', '65']);
    assert.deepEqual(known('Free cash flow'), ['either sign', 'from 67']);
    assert.deepEqual(known('Net cash basis'), ['no sign', 'ours']);
    assert.deepEqual(known('Revenue'), ['positive', '65']);
  });
});
