import { holdEffects, inYear, type Effect } from '../support/effects.ts';

const life50 = inYear('FY22E', { 'Smart Life growth': 0.5 });

/*
 * Figure 64 prints Smart Life at RMB 396mn, 572mn and 1,068mn in FY21E to FY23E, up 44% and 87%, 9% and 12% of revenue,
 * and Smart Auto at 195mn in FY22E, up 17%.
 */
const effects: readonly Effect[] = [
  ['SEGMENT', 'segment', ['Smart Life', 'FY22E'], 572, 0.5],
  ['SEGMENT', 'segment', ['smart-auto', 'FY22E'], 195, 0.5],
  ['SEGMENT', 'period', ['Smart Life', 'FY23E'], 1068, 0.5],
  ['SEGMENT', 'period', [null, 'FY23E', 'revenue'], 1068, 0.5, ['Smart Life revenue', 1]],
  ['SEGMENT', 'measure', ['Smart Life', 'FY22E', 'growth'], 0.44, 0.005],
  ['SEGMENT', 'measure', ['Smart Life', 'FY22E', 'share'], 0.09, 0.005],
  ['SEGMENT', 'measure', [null, null, 'growth'], 0.17, 0.005, [4, 'FY22E']],
  // 396 x 1.5 in place of 396 x 1.44, and of a total that grows by as much.
  ['SEGMENT', 'inputs', ['Smart Life', 'FY22E', null, life50], 594, 1],
  ['SEGMENT', 'inputs', ['Smart Life', 'FY22E', 'growth', life50], 0.5, 1e-12],
  ['SEGMENT', 'inputs', ['Smart Life', 'FY22E', 'share', life50], 594 / (6399 + 594 - 572), 0.0002],
  ['SEGMENT', 'inputs', [null, null, null, life50], 594, 1, ['Smart Life revenue', 'FY22E']],
  // By hand: 100 to 400 doubles twice, once in each of two years; a quarter more is 25%.
  ['CAGR', 'first', [100, 400, 2], 1, 1e-12],
  ['CAGR', 'last', [100, 400, 2], 1, 1e-12],
  ['CAGR', 'years', [100, 400, 2], 1, 1e-12],
  ['CAGR', 'years', [100, 400, 1], 3, 1e-12],
  ['YOY', 'current', [125, 100], 0.25, 1e-12],
  ['YOY', 'previous', [125, 100], 0.25, 1e-12],
];

describe('an argument has its effect on growth and mix:', () => holdEffects('Growth and mix', effects));
