import assert from 'node:assert/strict';
import { applyChanges, type TextChange } from '../../src/company/changes.ts';
import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import { InputError } from '../../src/model/input-error.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import { buildWorkbook } from '../../src/template/build-workbook.ts';
import { cellsOf } from '../../src/template/cells.ts';

const desk = operatingModel(company);
const { market } = desk.model;
const change = (setting: string): TextChange => {
  const [, name, , period, value] = /^([^=@]+)(@([^=]+))?=(.*)$/.exec(setting)!;
  return { name: name!, period, value: value! };
};
const changed = (settings: readonly string[], from: Inputs = desk.base) =>
  applyChanges(desk, from, settings.map(change));
const peerMultiple = (settings: readonly string[], from?: Inputs) =>
  changed(settings, from).value(market.peerEvSales)!.toNumber();
const refuses = (settings: readonly string[], message: RegExp) =>
  assert.throws(
    () => changed(settings),
    (error: unknown) => error instanceof InputError && message.test(error.message),
    settings.join(' '),
  );

describe("the peer's multiple", () => {
  const [other, year, used] = ['peer-ticker=688088 CH', 'valuation-year=FY21E', 'multiple-from-peer=1'];

  it('follows the valuation year', () => {
    assert.equal(peerMultiple([year]), 40.6);
    assert.equal(peerMultiple([used, year]), 40.6);
  });

  it('follows ticker and year in whatever order they are given', () => {
    assert.equal(peerMultiple([other, year]), peerMultiple([year, other]));
    assert.notEqual(peerMultiple([other, year]), peerMultiple([other]));
    assert.equal(peerMultiple(['peer-ticker=688256 ch']), 28.4);
  });

  it('stays as it was typed, with the changes or before them', () => {
    assert.equal(peerMultiple(['peer-ev-sales=28.4', year]), 28.4);
    assert.equal(peerMultiple([year, 'peer-ev-sales=30', other]), 30);
    assert.equal(peerMultiple([year], changed(['peer-ev-sales=30'])), 30);
    assert.equal(peerMultiple([used, 'valuation-year=FY23E', 'peer-ev-sales=25']), 25);
  });

  it('is asked for in a year for which the comps have none only where the target rests on it', () => {
    assert.equal(peerMultiple(['valuation-year=FY23E']), 28.4);
    assert.equal(peerMultiple(['valuation-year=FY20']), 28.4);
    refuses(
      [used, 'valuation-year=FY23E'],
      /\(688256 CH\) has no EV\/sales for FY23E, on which the target would rest\. Give peer-ev-sales, a valuation year of FY21E or FY22E, or multiple-from-peer 0\./,
    );
    assert.throws(() => changed([used], changed(['valuation-year=FY23E'])), InputError);
  });

  it('is the one that the workbook reads from its comps', () => {
    for (const settings of [[year], [other], ['valuation-year=FY23E'], ['valuation-year=FY23E', other]]) {
      const { sheets } = buildWorkbook(desk, { inputs: changed(settings) });
      const cells = [...cellsOf(sheets.find(({ name }) => name === 'Drivers')!)];
      const line = cells.find(({ cell }) => 'value' in cell && cell.value === market.peerEvSales.label)!.row;
      const linked = cells.flatMap(({ row, cell }) =>
        row === line && 'formula' in cell && cell.formula.includes('Comps!') ? [cell.cached] : [],
      );
      assert.deepEqual(linked, [peerMultiple(settings)], settings.join(' '));
    }
  });

  it('leaves inputs alone that nothing changes', () => assert.equal(changed([]), desk.base));
});

describe('a change is refused', () => {
  it('for a day that does not exist', () => {
    for (const day of ['2022-02-30', '2021-02-29', '2022-13-01', '2022-1-31'])
      refuses([`pricing-date=${day}`], /Pricing date must be a date such as 2022-01-31, not "202/);
    assert.doesNotThrow(() => changed(['pricing-date=2024-02-29']));
    refuses(['pricing-date=0001-01-01'], /must be a day from 1900-03-01 to 9999-12-31/);
  });

  it('for anything but 0 or 1 where a row is one of the two', () => {
    for (const value of ['0.5', '2', '-1'])
      refuses(
        [`multiple-from-peer=${value}`],
        new RegExp(`must be 0 or 1, not ${value}\\. 0 takes the typed multiple`),
      );
    refuses(['multiple-from-peer=yes'], /must be 0 or 1, not "yes"/);
  });

  it('for a number beyond all measure, quoting it', () => {
    refuses(['share-price=1e999'], /must be a number in HK\$, not "1e999"/);
    refuses(['trade-receivable-days@FY22E=1e6'], /FY22E would be 1000000 days; beyond 100,000 it is taken for a mist/);
    refuses(['trade-receivables@FY22E=1e15'], /would be 1000000000000000 RMB mn; beyond 1,000,000,000,000 it is taken/);
  });

  it('for a scalar that can have one value only, saying which', () =>
    refuses(['months-in-year=13'], /Months in a year is 13, but must be 12 months\./));

  it('for a name that no input has, with the nearest of the inputs alone', () => {
    refuses(
      ['trade-recievable-days=300'],
      /no driver, scalar or line "trade-recievable-days"\. .* "trade-receivable-days"/,
    );
    refuses(['receivable=300'], /^"receivable" fits 7 inputs: "Trade receivables", /);
    refuses(['zzzz=1'], /None has a name like it\. "st-model inputs" lists the drivers and scalars\./);
  });
});
