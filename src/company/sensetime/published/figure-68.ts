import type { PublishedTable } from '../../company.ts';

/** Valuation, as printed. */
export const figure68: PublishedTable = {
  figure: '68',
  file: 'figure-68',
  title: 'Valuation',
  unit: 'RMB mn',
  columns: ['FY22E'],
  rows: [
    { row: 'Target price (HK$)', line: 'target-price', printed: ['8.08'] },
    { row: 'Target EV/sales', line: 'multiple-in-use', printed: ['34x'] },
    { row: 'Enterprise value (RMB mn)', line: 'target-enterprise-value', printed: ['217,555'] },
    { row: '+ net cash', line: 'target-net-cash', printed: ['7,188'] },
    { row: '- minority interest', line: 'target-minority-interest', printed: ['(0)'] },
    { row: 'Equity value (RMB mn)', line: 'target-equity-value', printed: ['224,743'] },
    { row: 'Shares outstanding (mn)', line: 'shares-outstanding', printed: ['33,507'] },
  ],
};
