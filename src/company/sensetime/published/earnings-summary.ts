import type { PublishedTable } from '../../company.ts';

/** Earnings Summary, as printed. */
export const earningsSummary: PublishedTable = {
  figure: 'earnings_summary',
  file: 'earnings-summary',
  title: 'Earnings Summary',
  unit: 'RMB mn',
  columns: ['FY19A', 'FY20A', 'FY21E', 'FY22E', 'FY23E'],
  rows: [
    { row: 'Revenue (RMB mn)', line: 'revenue', printed: ['3,027', '3,446', '4,678', '6,399', '8,825'] },
    { row: 'Revenue (RMB mn) / YoY (%)', line: 'revenue-growth', printed: ['63%', '14%', '36%', '37%', '38%'] },
    {
      row: 'Adj. Op. profit (RMB mn)',
      line: 'operating-profit',
      printed: ['(1,416)', '(2,148)', '(3,818)', '(2,584)', '(2,392)'],
    },
    {
      row: 'Adj. Op. profit (RMB mn) / YoY (%)',
      line: 'operating-profit-growth',
      printed: ['n.a.', 'n.a.', 'n.a.', 'n.a.', 'n.a.'],
    },
    {
      row: 'Net profit att. (RMB mn)',
      line: 'net-profit',
      printed: ['(4,963)', '(12,158)', '(32,489)', '(1,812)', '(1,547)'],
    },
    {
      row: 'Net profit att. (RMB mn) / YoY (%)',
      line: 'net-profit-growth',
      printed: ['n.a.', 'n.a.', 'n.a.', 'n.a.', 'n.a.'],
    },
    {
      row: 'Adj. net profit att. (RMB mn)',
      line: 'adjusted-net-profit-attributable',
      printed: ['(1,150)', '(708)', '(2,072)', '(1,306)', '(975)'],
    },
    {
      row: 'Adj. net profit att. (RMB mn) / YoY (%)',
      line: 'adjusted-net-profit-attributable-growth',
      printed: ['n.a.', 'n.a.', 'n.a.', 'n.a.', 'n.a.'],
    },
    { row: 'EV/sales (x)', line: 'ev-sales', printed: ['59.1', '49.6', '36.6', '27.2', '19.9'] },
    { row: 'FCF margin (%)', line: 'free-cash-flow-margin', printed: ['-125%', '-74%', '-128%', '-40%', '-21%'] },
    { row: 'ROE (%)', line: 'return-on-equity', printed: ['n.a.', 'n.a.', 'n.a.', 'n.a.', 'n.a.'] },
    { row: 'Net gearing (%) *', line: 'net-gearing', printed: ['net cash', null, null, null, null] },
  ],
};
