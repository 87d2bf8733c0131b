import assert from 'node:assert/strict';
import { company } from '../../src/company/index.ts';
import { buildModel } from '../../src/model/model.ts';
import { nearest } from '../../src/model/nearest.ts';

const model = buildModel(company);
const refusalOf = (look: () => unknown): string => {
  try {
    look();
  } catch (error) {
    return (error as Error).message;
  }
  assert.fail('it is refused');
};
const line = (name: string) => refusalOf(() => model.row(name));

describe('a name that no line has', () => {
  it('says how many lines it fits and names those it fits best, each line once', () => {
    assert.equal(line('ebitda'), '"ebitda" fits 3 lines: "EV/EBITDA", "Core EBITDA", "Adjusted EBITDA"; give one.');
    const fitting = model.rows.filter(
      ({ kind, id, label }) => kind !== 'check' && /receivable/i.test(`${id} ${label}`),
    ).length;
    assert.match(line('receivable'), new RegExp(`^"receivable" fits ${fitting} lines: "receivables", "Trade rec`));
    assert.match(line('receivable'), new RegExp(` and ${fitting - 6} more; give one\\.$`));
  });

  it('gets the nearest, by label or by id as it was written', () => {
    assert.equal(line('Gross margn'), 'There is no line "Gross margn". The nearest is "Gross margin".');
    assert.equal(line('revenue-chang'), 'There is no line "revenue-chang". The nearest is "revenue-change".');
    assert.equal(
      line('trade-recievables'),
      'There is no line "trade-recievables". The nearest is "trade-receivables".',
    );
  });

  it('gets no nearest where all are far, but where the lines are listed', () =>
    assert.match(line('foo bar baz'), /None has a name like it\. The statements list the lines: Revenue, Cost of sal/));

  it('is asked for where there is none in it', () => {
    for (const name of ['', '!!!', ' '])
      assert.equal(line(name), `"${name}" names no line: give a label or an id, such as "Share price".`);
  });
});

describe('a name that no statement has', () => {
  it('gets the statements with a word near it', () =>
    assert.match(
      refusalOf(() => model.statement('incme')),
      /no statement "incme"\. The nearest are "Income statement", "Summary income statement"\. The statements are Reven/,
    ));
});

describe('the nearest of some names', () => {
  it('is at most as many edits away as half of the name', () => {
    assert.equal(nearest('beer', ['base', 'bull', 'bear']), 'The nearest is "bear".');
    assert.equal(nearest('beer', ['base', 'bull']), 'None has a name like it.');
  });

  it('is named once where names differ in case and punctuation only', () =>
    assert.equal(nearest('tax rat', ['Tax rate', 'tax-rate']), 'The nearest is "Tax rate".'));
});
