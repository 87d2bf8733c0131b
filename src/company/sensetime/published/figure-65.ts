import type { PublishedTable } from '../../company.ts';

/** Operating model, as printed. */
export const figure65: PublishedTable = {
  figure: '65',
  file: 'figure-65',
  title: 'Operating model',
  unit: 'RMB mn',
  columns: ['FY18', 'FY19', 'FY20', 'FY21E', 'FY22E', 'FY23E'],
  rows: [
    { row: 'Revenues', line: 'revenue', printed: ['1,853', '3,027', '3,446', '4,678', '6,399', '8,825'] },
    {
      row: 'Cost of sales',
      line: 'cost-of-sales',
      sign: -1,
      printed: ['(807)', '(1,307)', '(1,014)', '(1,544)', '(2,141)', '(3,008)'],
    },
    { row: 'Gross Profit', line: 'gross-profit', printed: ['1,047', '1,719', '2,432', '3,134', '4,258', '5,818'] },
    { row: 'Gross margin', line: 'gross-margin', printed: ['56.5%', '56.8%', '70.6%', '67.0%', '66.5%', '65.9%'] },
    {
      row: 'Selling & marketing expense',
      line: 'selling-and-marketing-expense',
      sign: -1,
      printed: ['(205)', '(453)', '(537)', '(906)', '(893)', '(1,158)'],
    },
    {
      row: 'Administrative expense',
      line: 'administrative-expense',
      sign: -1,
      printed: ['(452)', '(766)', '(1,590)', '(2,290)', '(1,889)', '(2,167)'],
    },
    {
      row: 'Research & development expense',
      line: 'research-and-development-expense',
      sign: -1,
      printed: ['(849)', '(1,916)', '(2,454)', '(3,755)', '(4,060)', '(4,886)'],
    },
    {
      row: 'Operating Income',
      line: 'operating-profit',
      printed: ['(459)', '(1,416)', '(2,148)', '(3,818)', '(2,584)', '(2,392)'],
    },
    {
      row: 'Operating margin',
      line: 'operating-margin',
      printed: ['-24.8%', '-46.8%', '-62.3%', '-81.6%', '-40.4%', '-27.1%'],
    },
    {
      row: 'Non-Operating Income',
      line: 'non-operating-items',
      printed: ['(2,997)', '(3,757)', '(10,171)', '(28,660)', '603', '746'],
    },
    {
      row: 'Profit Before Tax',
      line: 'profit-before-tax',
      printed: ['(3,456)', '(5,173)', '(12,319)', '(32,478)', '(1,981)', '(1,646)'],
    },
    { row: 'Income tax (expense) gain', line: 'tax-credit', printed: ['23', '205', '161', '(11)', '168', '99'] },
    { row: 'Minorities', line: 'minority-interest', printed: ['(5)', '(5)', '(0)', '(0)', '(0)', '(0)'] },
    {
      row: 'Net Income to Shareholders',
      line: 'net-profit',
      printed: ['(3,428)', '(4,963)', '(12,158)', '(32,489)', '(1,812)', '(1,547)'],
    },
    {
      row: 'Net margin',
      line: 'net-margin',
      printed: ['-184.9%', '-164.0%', '-352.8%', '-694.4%', '-28.3%', '-17.5%'],
    },
    {
      row: '+Fair value losses of preferred shares and other financial liabilities',
      line: 'fair-value-loss',
      printed: ['3,182', '3,682', '10,564', '29,000', '-', '-'],
    },
    {
      row: '+Share-based compensation expenses',
      line: 'share-based-compensation',
      printed: ['15', '131', '887', '1,502', '507', '573'],
    },
    {
      row: '+Share-based compensation to a preferred shareholder',
      line: 'share-based-compensation-to-preferred-shareholder',
      printed: ['86', '-', '-', '-', '-', '-'],
    },
    {
      row: 'Adj. net profit',
      line: 'adjusted-net-profit',
      printed: ['(150)', '(1,155)', '(708)', '(2,072)', '(1,306)', '(975)'],
    },
    {
      row: 'Adj. net margin',
      line: 'adjusted-net-margin',
      printed: ['-8.1%', '-38.2%', '-20.5%', '-44.3%', '-20.4%', '-11.0%'],
    },
  ],
};
