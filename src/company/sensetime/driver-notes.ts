import type { DriverData } from '../company.ts';

/** What is known of where the drivers come from, by id. Apart from their figures, since a cell needs no prose. */
export const driverNotes: Readonly<Record<string, Pick<DriverData, 'note' | 'evidence'>>> = {
  'smart-business-customers': {
    note: '848 in FY20 and 1,180 in FY23E are printed; between them a constant growth rate, rounded',
  },
  'smart-business-revenue-per-customer': {
    note: '1.75 in FY20 and 2.80 in FY23E are printed',
    evidence:
      'Path of customers and revenue per customer within FY21-22E is not in the report; only their product is. Segment growth fits within 33.05-33.15%, 26.50-26.51%, 32.23-32.29%.',
  },
  'smart-city-cities': {
    note: '94 in FY20, 119 at 30 Jun 2021 and 165 in FY23E are printed; between the last two a straight line, rounded',
  },
  'smart-city-revenue-per-city': {
    note: 'revenue per city rises as each city takes more modules',
    evidence: 'Path of cities and revenue per city within FY21-22E is not in the report; only their product is.',
  },
  'smart-life-growth': { note: 'on the year before' },
  'smart-auto-growth': {
    note: 'on the year before',
    evidence: 'The printed 5% of FY21E needs 5.50% or less; the rounded levels 167 and 158 would give 5.7%.',
  },
  'revenue-change': {
    note: 'adds the sum of the segments times this to revenue, in a row of its own; segments and their growth stay as they are',
  },
  'hardware-and-subcontracting-ratio': {
    evidence: 'Fits within 29.999-30.022%, 30.592-30.608%, 31.358-31.371%: 30% rising by factors of 1.02 and 1.025.',
  },
  'server-and-cloud-ratio': { evidence: 'One value for all three years fits from 0.0321% to 0.0391%.' },
  'cost-of-sales-staff-ratio': { evidence: 'FY20 ratio of 1.655% kept, then down about 5% a year.' },
  'other-cost-of-sales-ratio': { evidence: 'Growth equal to that of staff cost is feasible.' },
  'selling-and-marketing-ratio': { note: 'includes share-based compensation' },
  'administrative-ratio': {
    note: 'includes share-based compensation',
    evidence: 'The 24.5% printed in the text forces 24.548-24.550% in FY23E.',
  },
  'research-and-development-ratio': { note: 'includes share-based compensation' },
  'share-based-compensation-ratio': { note: 'added back in adjusted net profit' },
  'vat-refund-ratio': {
    evidence: 'Fits within 1.486-1.507%, 1.493-1.508%, 1.739-1.751%: ten points on 15, 15 and 17.5% of eligible sales.',
  },
  'foreign-exchange-gain': { evidence: '2.80% of revenue would fit FY23E alone.' },
  'finance-income': {
    evidence:
      'Exactly 240 and 210 do not fit: 239.5-240.0 and 210.0-210.5. 1.35, 1.21 and 1.14% of opening total cash.',
  },
  'borrowing-rate': {
    note: 'finance expense',
    evidence:
      'Fits within 5.70-5.76%, 5.52-5.58%, 5.52-5.63%. Rival: 5.54-5.59, 5.77 and 5.77% of the average balance.',
  },
  'share-of-losses': { note: 'a positive number is a loss' },
  'fair-value-loss': { note: 'a positive number is a loss' },
  'tax-credit-rate': {
    note: 'credit = minus this rate times (profit before tax plus the fair value loss); FY21E is a small expense',
    evidence: 'Fits within 8.483-8.508% and 5.984-6.015%; FY21E is a level of minus 11.',
  },
  'minority-interest': { evidence: 'Printed as (0): from -0.5 to just below zero.' },
  'other-adjustment': {
    note: 'the report does not explain it; needed for the printed FY21E adjusted net profit',
    evidence: 'Rigorous bounds -87.0 to -83.3. Possibly a fair value gain on financial assets; unproved.',
  },
  'trade-receivable-days': {
    note: 'year-end balance on revenue',
    evidence: 'Fits within 379.98-380.07, 341.94-342.00, 307.76-307.82: 380 days falling by a tenth a year.',
  },
  'other-receivable-days': { note: 'year-end balance on revenue', evidence: 'FY23E fits within 69.998-70.043.' },
  'prepayment-days': {
    note: 'average of opening and closing balance on revenue',
    evidence: 'FY22E and FY23E fit within 10.27-10.32 and 10.28-10.32: one value for both.',
  },
  'other-current-receivable-days': {
    note: 'average balance on cost of sales',
    evidence: 'FY22E and FY23E fit within 36.31-36.49 and 36.34-36.47: one value for both.',
  },
  'inventory-days': {
    note: 'average balance on cost of sales; Figure 59 prints the year-end basis',
    evidence: 'FY22E and FY23E fit within 112.42-112.63 and 112.49-112.63: one value for both.',
  },
  'trade-payable-days': {
    note: 'average balance on cost of sales; Figure 59 prints the year-end basis',
    evidence: 'FY22E and FY23E fit within 170.72-170.95 and 170.73-170.88: one value for both.',
  },
  'other-payable-days': { note: 'year-end balance on cost of sales' },
  'other-items-in-payables-ratio': { evidence: 'Coincides with 207% of selling and marketing expense in FY22-23E.' },
  'current-contract-liabilities-ratio': { evidence: 'FY20 ratio kept: 7.076-7.086% fits FY20 to FY23E.' },
  'non-current-contract-liabilities-ratio': { evidence: '0.267-0.2735% fits FY20 to FY23E.' },
  'ppe-capex-ratio': { evidence: 'Fits within 51.99-52.02%, 21.997-22.005%, 15.99-16.01%.' },
  'intangible-capex-ratio': { evidence: 'Falls by a fifth a year. Rival: 70 growing by 10% a year.' },
  'depreciation-rate': {
    evidence: 'No constant rate fits on any of about 65 bases; straight-line vintages give contradictory lives.',
  },
  'amortisation-rate': { evidence: 'Levels of 72-74.5, 85.5-88 and 98.5-101.5 would print the same.' },
  'net-new-borrowing': { evidence: '5.9, -8.45 and -7.8% of opening borrowings.' },
  'short-term-borrowing-share': {
    evidence: 'One value for all years fits from 39.91% to 39.97%: exactly 40 and 60 is impossible.',
  },
  'other-debt': {
    note: 'total debt less borrowings and lease liabilities; the report does not show it',
    evidence: '11.5-16.0 in all estimate years would print the same.',
  },
  'ipo-net-proceeds': { evidence: 'HK$5,552mn of the base offer and HK$853.2mn of the over-allotment, at RMB0.83.' },
};
