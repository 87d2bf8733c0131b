import type { PublishedTable } from '../../company.ts';

/** Financial Summary: Key ratios, as printed. */
export const summaryKeyRatios: PublishedTable = {
  figure: 'FS.key_ratios',
  file: 'summary-key-ratios',
  title: 'Financial Summary: Key ratios',
  unit: '%',
  columns: ['FY19A', 'FY20A', 'FY21E', 'FY22E', 'FY23E'],
  rows: [
    { row: 'Smart Business', line: 'smart-business-share', printed: ['40%', '43%', '42%', '39%', '37%'] },
    { row: 'Smart City', line: 'smart-city-share', printed: ['42%', '40%', '46%', '49%', '47%'] },
    { row: 'Smart Life', line: 'smart-life-share', printed: ['14%', '13%', '8%', '9%', '12%'] },
    { row: 'Smart Auto', line: 'smart-auto-share', printed: ['5%', '5%', '4%', '3%', '4%'] },
    { row: 'Total', line: 'segment-shares-total', printed: ['100%', '100%', '100%', '100%', '100%'] },
    { row: 'Revenue', line: 'revenue-growth', printed: ['63%', '14%', '36%', '37%', '38%'] },
    { row: 'Gross profit', line: 'gross-profit-growth', printed: ['64%', '41%', '29%', '36%', '37%'] },
    { row: 'Operating profit', line: 'operating-profit-growth', printed: ['n.a.', 'n.a.', 'n.a.', 'n.a.', 'n.a.'] },
    { row: 'Net profit', line: 'net-profit-growth', printed: ['n.a.', 'n.a.', 'n.a.', 'n.a.', 'n.a.'] },
    {
      row: 'Adj. net profit',
      line: 'adjusted-net-profit-attributable-growth',
      printed: ['n.a.', 'n.a.', 'n.a.', 'n.a.', 'n.a.'],
    },
    { row: 'Gross margin', line: 'gross-margin', printed: ['57%', '71%', '67%', '67%', '66%'] },
    { row: 'Adj. Operating margin', line: 'operating-margin', printed: ['-47%', '-62%', '-82%', '-40%', '-27%'] },
    { row: 'Net profit margin', line: 'net-margin', printed: ['-164%', '-353%', '-694%', '-28%', '-18%'] },
    {
      row: 'Adj. net profit margin',
      line: 'adjusted-net-margin-attributable',
      printed: ['-38%', '-21%', '-44%', '-20%', '-11%'],
    },
    { row: 'Net debt / equity ratio (%)', line: 'net-gearing', printed: ['net cash', null, null, null, null] },
    { row: 'Current ratio', line: 'current-ratio', printed: ['2.7', '3.2', '6.4', '4.4', '3.5'] },
    { row: 'ROE', line: 'return-on-equity', printed: ['n.a.', 'n.a.', 'n.a.', 'n.a.', 'n.a.'] },
    { row: 'ROIC', line: 'return-on-invested-capital', printed: ['n.a.', 'n.a.', 'n.a.', 'n.a.', 'n.a.'] },
    { row: 'EPS (RMB)', line: 'earnings-per-share', printed: ['(0.56)', '(1.33)', '(0.97)', '(0.05)', '(0.05)'] },
    { row: 'BVPS (RMB)', line: 'book-value-per-share', printed: ['(1.20)', '(2.29)', '0.83', '0.77', '0.73'] },
  ],
};
