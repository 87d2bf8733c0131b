import { asScalars, holdEffects, inYear, type Effect } from '../support/effects.ts';

const days300 = inYear('FY22E', { 'Trade receivable days': 300 });

/*
 * Figures 59, 60, 65 and 67 print, RMB mn:        FY19    FY20   FY21E   FY22E   FY23E
 *   revenue                                      3,027   3,446   4,678   6,399   8,825
 *   cost of sales                                1,307   1,014   1,544   2,141   3,008
 *   trade receivables                            2,403   3,139   4,871   5,995   7,442
 *   inventories                                    430     716     538     782   1,073
 *   trade payables                                 732     534     796   1,208   1,607
 *   trade receivable, inventory and payable days: 293, 206 and 228 in FY20, 342, 133 and 206 in FY22E, 308, 130 and 195
 *   in FY23E; total cash 14,866 in FY22E, cash used by operations and capex 1,087 and 1,484.
 */
const effects: readonly Effect[] = [
  ['WCDAYS', 'item', ['Inventories', 'FY22E'], 133, 0.5],
  ['WCDAYS', 'item', ['other payables', 'FY22E'], 225, 0.5],
  ['WCDAYS', 'period', ['Inventories', 'FY21E'], 127, 0.5],
  ['WCDAYS', 'period', [null, 'FY20'], 228, 0.5, ['Trade payables', 1]],
  // 3,139 / 3,446 x 365, where Figure 59 prints 293 on the average balance.
  ['WCDAYS', 'basis', ['Trade receivables', 'FY20', 'year-end'], 332.48, 0.1],
  // (4,871 + 5,995) / 2 / 6,399 x 365, where Figure 59 prints 342 on the year-end balance.
  ['WCDAYS', 'basis', ['Trade receivables', 'FY22E', 'average'], 309.9, 0.1],
  ['WCDAYS', 'basis', [null, null, 'Year End'], 332.48, 0.1, ['Trade receivables', 'FY20A']],
  ['WCDAYS', 'basis', [null, 'FY22E', 'average'], 309.9, 0.1, ['Trade receivables', 'FY22E']],
  ['WCDAYS', 'inputs', ['Trade receivables', 'FY22E', null, days300], 300, 1e-9],
  ['WCDAYS', 'inputs', [null, null, null, days300], 300, 1e-9, ['Trade receivables', 'FY22E']],
  // By hand: 100 is 50 days of 730; the average of 50 and 100 is 37.5 days; in a year of 360 days 100 is 50 days of 720.
  ['TURNOVERDAYS', 'balance', [100, 730], 50, 1e-12],
  ['TURNOVERDAYS', 'flow', [100, 730], 50, 1e-12],
  ['TURNOVERDAYS', 'opening', [100, 730, 50], 37.5, 1e-12],
  ['TURNOVERDAYS', 'opening', [100, 730, 0], 25, 1e-12],
  // Figure 59: 293 days in FY20 on the average of 2,403 and 3,139.
  ['TURNOVERDAYS', 'opening', [3139, 3446, 2403], 293.5, 0.05],
  ['TURNOVERDAYS', 'daysInYear', [100, 720, null, 360], 50, 1e-12],
  ['TURNOVERDAYS', 'daysInYear', [100, 720, 50, 360], 37.5, 1e-12],
  // The same the other way round; the closing balance is twice the average less the opening one.
  ['BALANCEFROMDAYS', 'days', [50, 730], 100, 1e-12],
  ['BALANCEFROMDAYS', 'flow', [50, 730], 100, 1e-12],
  ['BALANCEFROMDAYS', 'opening', [37.5, 730, 50], 100, 1e-12],
  ['BALANCEFROMDAYS', 'opening', [25, 730, 0], 100, 1e-12],
  ['BALANCEFROMDAYS', 'opening', [293.49, 3446, 2403], 3139, 1],
  ['BALANCEFROMDAYS', 'daysInYear', [50, 720, null, 360], 100, 1e-12],
  ['BALANCEFROMDAYS', 'daysInYear', [37.5, 720, 50, 360], 100, 1e-12],
  // 308 + 130 - 195.
  ['CASHCYCLE', 'period', ['FY23E'], 243, 1.5],
  // 3,139 / 3,446 x 365 + (716 - 534) / 1,014 x 365, where Figure 59 prints 293 + 206 - 228 = 271 on average balances.
  ['CASHCYCLE', 'basis', ['FY20', 'year-end'], 398, 0.5],
  // 309.9 + ((538 + 782) / 2 - (796 + 1,208) / 2) / 2,141 x 365, where Figure 59 prints 342 + 133 - 206 = 269.
  ['CASHCYCLE', 'basis', ['FY22E', 'average'], 251.6, 0.5],
  // 300 + 133 - 206.
  ['CASHCYCLE', 'inputs', ['FY22E', null, days300], 227, 1.5],
  // 13,058 / (349 + 1,497), by Figures 60, 61 and 67.
  ['RUNWAY', 'period', ['FY23E'], 7.07, 0.01],
  // 42 days less of 6,398.68 / 365 a day are 736.3 more cash. The impairment, 249 / 5,995 of receivables, falls by 30.6,
  // 28.0 after the tax credit of 8.5%: (14,866 + 764.3) / (1,087 + 1,484 - 764.3).
  ['RUNWAY', 'inputs', ['FY22E', days300], 8.65, 0.01],
  ['RUNWAY', 'inputs', [null, asScalars({ 'Valuation year': 'FY23E' })], 7.07, 0.01],
];

describe('an argument has its effect on working capital:', () => holdEffects('Working capital', effects));
