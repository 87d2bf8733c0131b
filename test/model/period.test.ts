import assert from 'node:assert/strict';
import { parsePeriod } from '../../src/model/period.ts';
import { yearsFrom } from './expression-fixtures.ts';

describe('periods as people write them', () => {
  const years = yearsFrom(2019, 1, 1, 2);

  for (const text of ['FY22E', 'fy22', '2022', 2022, '2022E', ' FY2022E ', '22'])
    it(`takes ${JSON.stringify(text)} for FY22E`, () => assert.equal(parsePeriod(text, years).year, 2022));

  const refused: readonly (readonly [string | number, RegExp])[] = [
    ['FY22A', /still an estimate: write FY22E/],
    ['FY20E', /an actual year: write FY20A/],
    ['FY30E', /no year "FY30E"\. The years are FY20A, FY21E, FY22E/],
    ['FY19', /no year "FY19"/],
    ['1H21', /half year/],
    ['soon', /not a period such as FY22E/],
    [NaN, /not a period/],
  ];
  for (const [text, message] of refused)
    it(`refuses ${JSON.stringify(text)} with what there is`, () =>
      assert.throws(() => parsePeriod(text, years), { name: 'InputError', message }));
});
