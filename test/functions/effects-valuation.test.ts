import { onTheCommandLine } from '../support/on-the-command-line.ts';
import { asScalars, holdEffects, inYear, type Effect } from '../support/effects.ts';

const cny80 = asScalars({ 'RMB per HK$': 0.8 });
const multiple30 = asScalars({ 'Target EV/sales': 30 });
const priceOf = (price: number) => asScalars({ 'Share price': price });

/*
 * The report prints a price of HK$6.73, 33,507.4mn shares, RMB 0.83 per HK$ and HK$7.8 per US$; a target of 34 times
 * sales. RMB mn:                                  FY21E    FY22E   FY23E
 *   revenue                                       4,678    6,399   8,825
 *   gross profit                                  3,134    4,258   5,818
 *   adjusted EBITDA                              -1,558     -499     567
 *   total equity                                 27,693   25,881  24,334
 *   cash and cash equivalents                    10,994    8,482   6,674
 *   total cash                                   17,377   14,866  13,058
 *   total debt, non-controlling interests    1,385, 135    1,294, 135    1,217, 135
 */
const shares = 33507.4;
const rate = 0.83;
const cap = (price: number, rmb = rate) => price * shares * rmb;
const netDebtAndMinorities = { FY21E: 1385 + 135 - 17377, FY22E: 1294 + 135 - 14866, FY23E: 1217 + 135 - 13058 };
const netCash = { FY22E: 7188, FY23E: 6674 - 1217 };
const perShare = (equity: number, of = shares, rmb = rate) => equity / of / rmb;

/** A year that earns a profit, in which P/E has a meaning. */
const profitable = inYear('FY22E', { 'Research and development, % of revenue': 0.2 });

const effects: readonly Effect[] = [
  ['EVSALES', 'period', ['FY23E'], 19.9, 0.05],
  ['EVSALES', 'price', [null, 8.08], (cap(8.08) + netDebtAndMinorities.FY22E) / 6399, 0.01],
  ['EVSALES', 'inputs', [null, null, cny80], (cap(6.73, 0.8) + netDebtAndMinorities.FY22E) / 6399, 0.01],
  ['EVSALES', 'inputs', [null, null, asScalars({ 'Valuation year': 'FY23E' })], 19.9, 0.05],
  ['ENTERPRISEVALUE', 'period', ['FY21E'], cap(6.73) + netDebtAndMinorities.FY21E, 2],
  ['ENTERPRISEVALUE', 'price', [null, 8.08], cap(8.08) + netDebtAndMinorities.FY22E, 2],
  ['ENTERPRISEVALUE', 'price', ['FY21E', 8.08], cap(8.08) + netDebtAndMinorities.FY21E, 2],
  ['ENTERPRISEVALUE', 'inputs', [null, null, cny80], cap(6.73, 0.8) + netDebtAndMinorities.FY22E, 2],
  ['MARKETCAP', 'price', [8.08], 8.08 * shares, 1e-6],
  ['MARKETCAP', 'price', [8.08, 'RMB'], cap(8.08), 1e-6],
  ['MARKETCAP', 'currency', [null, 'RMB'], cap(6.73), 1e-6],
  ['MARKETCAP', 'currency', [null, 'CNY'], cap(6.73), 1e-6],
  ['MARKETCAP', 'currency', [null, 'US$'], (6.73 * shares) / 7.8, 1e-6],
  ['MARKETCAP', 'inputs', [null, null, priceOf(8)], 8 * shares, 1e-6],
  ['MARKETCAP', 'inputs', [null, 'RMB', cny80], cap(6.73, 0.8), 1e-6],
  ['NETCASH', 'period', ['FY21E'], 10994 - 1385, 1],
  ['NETCASH', 'basis', [null, 'total cash'], 14866 - 1294, 1],
  ['NETCASH', 'basis', ['FY22E', 'published', asScalars({ 'Net cash basis': 'total cash' })], 7188, 0.5],
  ['NETCASH', 'inputs', [null, null, asScalars({ 'Net cash basis': 'total cash' })], 14866 - 1294, 1],
  // A fifth of revenue in place of 22% spent on plant; of what is not, 20.224% is not depreciated and added back.
  [
    'NETCASH',
    'inputs',
    [null, null, inYear('FY22E', { 'PPE capex, % of revenue': 0.2 })],
    7188 + 0.02 * 6399 * (1 - 0.20224),
    1,
  ],
  ['MULTIPLE', 'kind', ['P/S'], cap(6.73) / 6399, 0.01],
  ['MULTIPLE', 'kind', ['ev/gross profit'], (cap(6.73) + netDebtAndMinorities.FY22E) / 4258, 0.01],
  ['MULTIPLE', 'kind', ['P/B'], cap(6.73) / 25881, 0.001],
  // On the market capitalisation EV/EBITDA were 330.
  ['MULTIPLE', 'kind', ['EV/EBITDA', 'FY23E'], (cap(6.73) + netDebtAndMinorities.FY23E) / 567, 0.3],
  ['MULTIPLE', 'period', ['P/S', 'FY23E'], cap(6.73) / 8825, 0.005],
  ['MULTIPLE', 'price', ['P/S', null, 8.08], cap(8.08) / 6399, 0.01],
  ['MULTIPLE', 'price', ['EV/sales', null, 8.08], (cap(8.08) + netDebtAndMinorities.FY22E) / 6399, 0.01],
  ['MULTIPLE', 'inputs', ['P/S', null, null, cny80], cap(6.73, 0.8) / 6399, 0.01],
  [
    'MULTIPLE',
    'inputs',
    ['P/E', 'FY22E', null, profitable],
    onTheCommandLine('price-to-earnings', 'research-and-development-ratio@FY22E=20'),
    1e-9,
  ],
  ['TARGETPRICE', 'multiple', [30], perShare(30 * 6399 + netCash.FY22E), 0.001],
  ['TARGETPRICE', 'period', [null, 'FY23E'], perShare(34 * 8825 + netCash.FY23E), 0.001],
  ['TARGETPRICE', 'basis', [null, null, 'total cash'], perShare(34 * 6399 - netDebtAndMinorities.FY22E), 0.001],
  ['TARGETPRICE', 'inputs', [null, null, null, multiple30], perShare(30 * 6399 + netCash.FY22E), 0.001],
  // By hand: the cent is rounded first, 10.004 to 10.00.
  ['UPSIDE', 'target', [10.004, 8], 0.25, 1e-12],
  ['UPSIDE', 'target', [7], 7 / 6.73 - 1, 1e-12],
  ['UPSIDE', 'price', [10, 8], 0.25, 1e-12],
  ['UPSIDE', 'price', [null, 8], 0.01, 1e-12],
  ['UPSIDE', 'inputs', [null, null, priceOf(8)], 0.01, 1e-12],
  ['RATING', 'upside', [0.1], 'HOLD'],
  ['RATING', 'upside', [-0.2], 'SELL'],
  // 8.08 / 8 is 1% of upside, 8.08 / 10 is 19% of downside, and 20.1% is below a band of 25%.
  ['RATING', 'inputs', [null, priceOf(8)], 'HOLD'],
  ['RATING', 'inputs', [null, priceOf(10)], 'SELL'],
  ['RATING', 'inputs', [0.2, asScalars({ 'BUY above': 0.25 })], 'HOLD'],
  ['IMPLIEDMULTIPLE', 'target', [7], (cap(7) - netCash.FY22E) / 6399, 0.01],
  ['IMPLIEDMULTIPLE', 'period', [8.08, 'FY23E'], (cap(8.08) - netCash.FY23E) / 8825, 0.01],
  ['IMPLIEDMULTIPLE', 'basis', [8.08, null, 'total cash'], (cap(8.08) + netDebtAndMinorities.FY22E) / 6399, 0.01],
  ['IMPLIEDMULTIPLE', 'inputs', [8.08, null, null, cny80], (cap(8.08, 0.8) - netCash.FY22E) / 6399, 0.01],
  ['IMPLIEDMULTIPLE', 'inputs', [null, null, null, multiple30], 30, 1e-9],
  // By hand: 10 x 4 x 0.5 is an equity of 20; less 4 of net cash 16, a fifth 3.2. A minority takes from the equity.
  ['IMPLIEDSALES', 'target', [10, 5, 4, 4, 0.5], 3.2, 1e-12],
  ['IMPLIEDSALES', 'multiple', [10, 5, 4, 4, 0.5], 3.2, 1e-12],
  ['IMPLIEDSALES', 'netCashAmount', [10, 5, 4, 4, 0.5], 3.2, 1e-12],
  ['IMPLIEDSALES', 'netCashAmount', [10, 5, -4, 4, 0.5], 4.8, 1e-12],
  ['IMPLIEDSALES', 'shares', [10, 5, 4, 4, 0.5], 3.2, 1e-12],
  ['IMPLIEDSALES', 'rmbPerHkd', [10, 5, 4, 4, 0.5], 3.2, 1e-12],
  ['IMPLIEDSALES', 'minority', [10, 5, 4, 4, 0.5, 1], 3.4, 1e-12],
  // 8.081 and a twentieth at 6.06; as many new shares as there are; 3,350.74mn new ones, a tenth.
  ['DILUTION', 'newShares', [0.05, 6.06], (8.081 + 0.05 * 6.06) / 1.05, 0.0005],
  ['DILUTION', 'newShares', [shares, 6.06], (8.081 + 6.06) / 2, 0.0005],
  ['DILUTION', 'newShares', [3350.74, 6.06], (8.081 + 0.1 * 6.06) / 1.1, 0.0005],
  ['DILUTION', 'issuePrice', [0.1, 4], (8.081 + 0.1 * 4) / 1.1, 0.0005],
  ['DILUTION', 'inputs', [0.1, 4, multiple30], (perShare(30 * 6399 + netCash.FY22E) + 0.1 * 4) / 1.1, 0.001],
  // Figure 68.
  ['BRIDGE', 'output', ['Equity value'], 224743, 0.5, [1, 'reached']],
  ['BRIDGE', 'output', ['Enterprise value'], 217555, 0.5, [1, 'reached']],
  [
    'BRIDGE',
    'output',
    ['Equity value', null, multiple30],
    30 * 6399 + netCash.FY22E,
    15,
    ['Equity value, to', 'reached'],
  ],
  ['BRIDGE', 'fromInputs', ['Enterprise value', multiple30], 30 * 6398.68, 1, [1, 'reached']],
  ['BRIDGE', 'fromInputs', ['Enterprise value', multiple30], 4 * 6398.68, 1, ['Multiple', 'change']],
  ['BRIDGE', 'toInputs', ['Target price', null, multiple30], perShare(-4 * 6399), 0.001, ['Multiple', 'change']],
  ['BRIDGE', 'toInputs', ['Target price', null, cny80], 8.081 * (0.83 / 0.8), 0.001, ['Exchange rate', 'reached']],
  [
    'BRIDGE',
    'toInputs',
    ['Target price', null, asScalars({ 'Shares outstanding, all classes': 30000 })],
    (8.081 * shares) / 30000 - 8.081,
    0.001,
    ['Shares', 'change'],
  ],
  ['BRIDGE', 'period', ['Equity value', null, null, 'FY23E'], 34 * 8825 + netCash.FY23E, 20, [1, 'reached']],
];

describe('an argument has its effect on the valuation:', () => holdEffects('Valuation', effects));
