import type { PublishedTable } from '../../company.ts';

/** Financial Summary: Income statement, as printed. */
export const summaryIncomeStatement: PublishedTable = {
  figure: 'FS.income_statement',
  file: 'summary-income-statement',
  title: 'Financial Summary: Income statement',
  unit: 'RMB mn',
  columns: ['FY19A', 'FY20A', 'FY21E', 'FY22E', 'FY23E'],
  rows: [
    { row: 'Revenue', line: 'revenue', printed: ['3,027', '3,446', '4,678', '6,399', '8,825'] },
    {
      row: 'Cost of sales',
      line: 'cost-of-sales',
      sign: -1,
      printed: ['(1,307)', '(1,014)', '(1,544)', '(2,141)', '(3,008)'],
    },
    { row: 'Gross profit', line: 'gross-profit', printed: ['1,719', '2,432', '3,134', '4,258', '5,818'] },
    {
      row: 'S&M',
      line: 'selling-and-marketing-expense',
      sign: -1,
      printed: ['(453)', '(537)', '(906)', '(893)', '(1,158)'],
    },
    {
      row: 'G&A',
      line: 'administrative-expense',
      sign: -1,
      printed: ['(766)', '(1,590)', '(2,290)', '(1,889)', '(2,167)'],
    },
    {
      row: 'R&D',
      line: 'research-and-development-expense',
      sign: -1,
      printed: ['(1,916)', '(2,454)', '(3,755)', '(4,060)', '(4,886)'],
    },
    {
      row: 'Adj. op. profit/(loss)',
      line: 'operating-profit',
      printed: ['(1,416)', '(2,148)', '(3,818)', '(2,584)', '(2,392)'],
    },
    { row: 'Finance income', line: 'finance-income', printed: ['268', '175', '240', '210', '170'] },
    { row: 'Finance expense', line: 'finance-expense', sign: -1, printed: ['(150)', '(113)', '(58)', '(60)', '(55)'] },
    {
      row: 'Other non-ops',
      line: 'summary-other-non-operating-items',
      printed: ['(3,875)', '(10,234)', '(28,842)', '452', '631'],
    },
    {
      row: 'Profit before tax',
      line: 'profit-before-tax',
      printed: ['(5,173)', '(12,319)', '(32,478)', '(1,981)', '(1,646)'],
    },
    { row: 'Income tax', line: 'tax-credit', printed: ['205', '161', '(11)', '168', '99'] },
    {
      row: 'Profit after tax',
      line: 'profit-after-tax',
      printed: ['(4,968)', '(12,158)', '(32,489)', '(1,812)', '(1,547)'],
    },
    { row: 'Non controlling Interest', line: 'minority-interest', printed: ['(5)', '(0)', '(0)', '(0)', '(0)'] },
    { row: 'Net profit', line: 'net-profit', printed: ['(4,963)', '(12,158)', '(32,489)', '(1,812)', '(1,547)'] },
    {
      row: 'Adj. net profit',
      line: 'adjusted-net-profit-attributable',
      printed: ['(1,150)', '(708)', '(2,072)', '(1,306)', '(975)'],
    },
  ],
};
