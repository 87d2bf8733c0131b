import assert from 'node:assert/strict';
import { applyScenario } from '../../src/company/changes.ts';
import { checks } from '../../src/company/checks.ts';
import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import { parseCompany } from '../../src/company/parse-company.ts';
import { InputError } from '../../src/model/input-error.ts';
import { solve } from '../../src/model/readings/solve.ts';
import { exampleCompany } from '../support/example-company.ts';

/** A copy of the data that may be broken at will. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;
const broken = (breakIt: (copy: Loose) => void): unknown => {
  const copy: Loose = structuredClone(company);
  breakIt(copy);
  return copy;
};

const refusals: readonly (readonly [what: string, breakIt: (copy: Loose) => void, message: RegExp])[] = [
  [
    'text for a number',
    (c) => (c.history.cash['2019'] = '6673'),
    /The company > history > cash > 2019 must be a number/,
  ],
  ['a number that is none', (c) => (c.drivers[0].values['2021'] = NaN), /drivers > 0 > values > 2021 must be a number/],
  ['a field that is missing', (c) => delete c.ticker, /The company > ticker must be text/],
  ['a field that is not known', (c) => (c.colour = 'red'), /has "colour", which is not known/],
  ['a day that is none', (c) => (c.report.date = '2022-02-30'), /report > date must be a date such as 2022-01-31/],
  ['an unknown provenance', (c) => (c.drivers[0].source = 'heard'), /source must say where the values come from/],
  ['a range the wrong way round', (c) => (c.drivers[0].range = [9, 1]), /range must go from low to high/],
  ['a holding above 100%', (c) => (c.ownership.holders[0].preIpo = 130), /preIpo must be 0 to 100/],
  ['a year left out', (c) => c.years.splice(2, 1), /Years must follow one another/],
  ['an estimate before an actual', (c) => (c.years[1].status = 'estimate'), /opening before actual before estimate/],
  ['a company without estimates', (c) => c.years.splice(4), /at least one estimate year/],
  ['two segments of one name', (c) => (c.segments[3].label = 'Smart Life'), /share the name "smartliferevenue"/],
  ['a driver given twice', (c) => c.drivers.push(c.drivers[0]), /driver "smart-business-customers" is there twice/],
  ['a driver that no model has', (c) => (c.drivers[0].id = 'customer-count'), /There is no line "customer-count"/],
  ['a driver without a value', (c) => delete c.drivers[2].values['2022'], /Smart City cities FY22E has no value/],
  ['a driver outside its range', (c) => (c.drivers[0].values['2022'] = 9e6), /outside its own range of 500 to 3000/],
  ['a driver left out', (c) => c.drivers.splice(7, 1), /FY21E has no value. Give it one in %/],
  ['history of an estimate year', (c) => (c.history.cash['2022'] = 1), /holds 2022, which is an estimate year/],
  ['history of an unknown year', (c) => (c.history.cash['2010'] = 1), /2010, which is none of the company's years/],
  ['history of a total', (c) => (c.history.revenue = { 2020: 1 }), /History of Revenue is computed/],
  ['a scalar left out', (c) => c.scalars.shift(), /Scalar Share price \(share-price\) has no value/],
  ['an exchange rate the wrong way round', (c) => (c.scalars[4].value = 1.2), /not HK\$ per RMB, about 1\.20/],
  [
    'a scenario of an unknown driver',
    (c) => (c.scenarios[1].changes[0].id = 'weather'),
    /no driver, scalar or line "weather"/,
  ],
  ['a printed row without a cell', (c) => c.published[0].rows[0].printed.pop(), /has \d cells for \d columns/],
  ['a peer of no group', (c) => (c.comps.peers[0].group = 'Elsewhere'), /PLTR US is of the group "Elsewhere"/],
  ['a lock-up that ends early', (c) => (c.ownership.lockUps[0].firstFreeDay = '2021-01-01'), /free on 2021-01-01/],
];

describe('the data of a company', () => {
  it('is accepted as it is', () => assert.deepEqual(parseCompany(structuredClone(company)), company));

  for (const [what, breakIt, message] of refusals)
    it(`is refused in one sentence with ${what}`, () =>
      assert.throws(
        () => parseCompany(broken(breakIt)),
        (error: unknown) => {
          assert.ok(error instanceof InputError, String(error));
          assert.match(error.message, message);
          assert.doesNotMatch(error.message, /\n/);
          return true;
        },
      ));
});

describe('another company', () => {
  const desk = operatingModel(parseCompany(exampleCompany()));
  const solution = solve(desk.model, desk.base);

  it('has its own years and segments', () => {
    const { model } = desk;
    assert.deepEqual(
      solution.plan.years.filter(({ year }) => solution.value(model.row('Ferries revenue'), year) !== undefined).length,
      8,
    );
    assert.ok(solution.value(model.row('ferry-routes'), 2037)!.gt(0));
    assert.throws(() => model.row('smart-city-cities'), InputError);
  });

  it('grows a segment by hand-computed steps over five estimate years', () => {
    const { company: data, model } = desk;
    const growth = data.drivers.find(({ id }) => id === 'harbours-growth')!;
    const expected = [2033, 2034, 2035, 2036, 2037].reduce(
      (revenue, year) => revenue * (1 + growth.values[year]! / 100),
      data.history['harbours-revenue']![2032]!,
    );
    const found = solution.value(model.row('harbours-revenue'), 2037)!.toNumber();
    assert.ok(Math.abs(found - expected) < 1e-9 * expected);
  });

  it('balances, passes every check and is rated in its own words', () => {
    assert.deepEqual(
      checks(desk, solution).filter(({ kind, passed }) => kind === 'check' && !passed),
      [],
    );
    assert.deepEqual(desk.model.value.rating.unit.words, ['REDUCE', 'HOLD', 'ADD']);
  });

  it('has its own scenarios', () => {
    const storm = solve(desk.model, applyScenario(desk, desk.base, 'storm'));
    const { revenue } = desk.model.sales;
    assert.ok(storm.value(revenue, 2034)!.lt(solution.value(revenue, 2034)!));
    assert.ok(storm.value(revenue, 2033)!.eq(solution.value(revenue, 2033)!));
  });
});
