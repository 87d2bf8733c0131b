import assert from 'node:assert/strict';

/** Holds a value against what it must be, give or take a tolerance. */
export const near = (actual: unknown, expected: number, tolerance: number) =>
  assert.ok(
    typeof actual === 'number' && Math.abs(actual - expected) <= tolerance,
    `${String(actual)}, not ${expected}`,
  );

/** A call with what it must give in the published base case, give or take half a unit of the last digit. */
export const baseCaseValues: readonly (readonly [
  call: string,
  args: readonly unknown[],
  expected: number,
  tolerance: number,
])[] = [
  ['MODEL', ['Revenue', 'FY22E'], 6398.68, 0.005],
  ['PUBLISHED', ['Revenue', 'FY22E'], 6399, 0],
  ['PUBLISHED', ['Gross margin', 'FY20'], 0.706, 1e-9],
  ['SEGMENT', ['Smart City', 'FY22E', 'share'], 0.489, 0.0005],
  ['SEGMENT', ['smart city', 2022], 3131, 0.5],
  ['CAGR', [3446.2, 8825.5, 3], 0.368, 0.0005],
  ['YOY', [6398.7, 4678.4], 0.368, 0.0005],
  ['WCDAYS', ['Trade receivables', 'FY22E'], 342, 0.5],
  ['WCDAYS', ['Trade receivables', 'FY20'], 293.5, 0.05],
  ['WCDAYS', ['Trade receivables', 'FY20', 'year-end'], 332, 0.5],
  ['TURNOVERDAYS', [5995.5, 6398.7], 342, 0.05],
  ['BALANCEFROMDAYS', [342, 6398.7], 5995.5, 0.05],
  ['CASHCYCLE', ['FY22E'], 269.4, 0.05],
  ['RUNWAY', ['FY21E'], 2.9, 0.05],
  ['RUNWAY', ['FY22E'], 5.8, 0.05],
  ['RUNWAY', ['FY23E'], 7.1, 0.05],
  ['EVSALES', [], 27.15, 0.005],
  ['EVSALES', ['FY21E'], 36.6, 0.05],
  ['EVSALES', ['FY23E'], 19.9, 0.05],
  ['ENTERPRISEVALUE', [], 173733, 0.5],
  ['MARKETCAP', [], 225505, 0.5],
  ['MARKETCAP', [null, 'USD'], 28911, 0.5],
  ['NETCASH', [], 7187.8, 0.05],
  ['NETCASH', [null, 'total cash'], 13571.5, 0.05],
  ['MULTIPLE', ['P/S'], 29.3, 0.05],
  ['MULTIPLE', ['EV/gross profit'], 40.8, 0.05],
  ['MULTIPLE', ['P/B'], 7.2, 0.05],
  ['TARGETPRICE', [], 8.081, 0.0005],
  ['TARGETPRICE', [null, null, 'total cash'], 8.306, 0.0005],
  ['UPSIDE', [], 0.2006, 0.00005],
  ['IMPLIEDMULTIPLE', [8.08], 34.0, 0.05],
  ['IMPLIEDMULTIPLE', [8.08, null, 'total cash'], 33.0, 0.05],
  ['IMPLIEDSALES', [8.081, 34, 7187.8, 33507.4, 0.83], 6398.6, 0.1],
  ['DILUTION', [0.05, 6.06], 7.98, 0.005],
];
