import type { PublishedTable } from '../../company.ts';

/** Non-operating items, tax credit, adjusted EBITDA and adjusted net profit, as printed. */
export const figure58: PublishedTable = {
  figure: '58',
  file: 'figure-58',
  title: 'Non-operating items, tax credit, adjusted EBITDA and adjusted net profit',
  unit: 'RMB mn',
  columns: ['FY18', 'FY19', 'FY20', 'FY21E', 'FY22E', 'FY23E'],
  rows: [
    {
      row: 'Net impairment losses on financial assets',
      line: 'net-impairment-losses',
      sign: -1,
      printed: ['(61)', '(278)', '(522)', '(638)', '(249)', '(277)'],
    },
    { row: 'Other income', line: 'other-income', printed: ['207', '253', '353', '480', '486', '564'] },
    { row: 'Other gains/ (losses) - net', line: 'other-gains', printed: ['(26)', '(166)', '505', '323', '221', '350'] },
    { row: 'Finance income', line: 'finance-income', printed: ['105', '268', '175', '240', '210', '170'] },
    {
      row: 'Finance expense',
      line: 'finance-expense',
      sign: -1,
      printed: ['(29)', '(150)', '(113)', '(58)', '(60)', '(55)'],
    },
    { row: 'Share of losses', line: 'share-of-losses', sign: -1, printed: ['(11)', '(3)', '(6)', '(7)', '(5)', '(6)'] },
    {
      row: 'Fair value losses of pref. shares and other financial liabilities',
      line: 'fair-value-loss',
      sign: -1,
      printed: ['(3,182)', '(3,682)', '(10,564)', '(29,000)', '-', '-'],
    },
    {
      row: 'Non-operating items / Total',
      line: 'non-operating-items',
      printed: ['(2,997)', '(3,757)', '(10,171)', '(28,660)', '603', '746'],
    },
    { row: 'Government grants', line: 'government-grants', printed: ['207', '249', '353', '480', '486', '564'] },
    { row: '- Financial subsidies', line: 'financial-subsidies', printed: ['173', '213', '323', '410', '390', '410'] },
    { row: '- Tax refund', line: 'vat-refund', printed: ['33', '35', '30', '70', '96', '154'] },
    { row: 'Dividend received', line: 'dividend-received', printed: ['-', '3', '-', '-', '-', '-'] },
    { row: 'Other income / Total', line: 'other-income-itemised', printed: ['207', '252', '353', '480', '486', '564'] },
    {
      row: 'Net foreign exchange (losses)/gains',
      line: 'foreign-exchange-gain',
      printed: ['(39)', '(17)', '408', '153', '181', '247'],
    },
    { row: 'Others', line: 'other-net-gain', printed: ['13', '(149)', '98', '170', '40', '103'] },
    {
      row: 'Other gains/ (losses) - net / Total',
      line: 'other-gains',
      printed: ['(26)', '(166)', '505', '323', '221', '350'],
    },
    { row: 'Tax credit', line: 'tax-credit', printed: ['23', '205', '161', '(11)', '168', '99'] },
    {
      row: 'Net profit/ (loss)',
      line: 'net-profit',
      printed: ['(3,428)', '(4,963)', '(12,158)', '(32,489)', '(1,812)', '(1,547)'],
    },
    {
      row: 'Adj. net profit/ (loss) *',
      line: 'adjusted-net-profit',
      printed: ['(150)', '(1,155)', '(708)', '(2,072)', '(1,306)', '(975)'],
    },
    {
      row: '+Finance income, net',
      line: 'net-finance-income',
      sign: -1,
      printed: ['(76)', '(118)', '(62)', '(181)', '(151)', '(115)'],
    },
    {
      row: '+Depre & Amortization',
      line: 'depreciation-and-amortisation',
      printed: ['159', '378', '570', '685', '1,125', '1,756'],
    },
    { row: '+Tax', line: 'tax-credit', sign: -1, printed: ['(23)', '(205)', '(161)', '11', '(168)', '(99)'] },
    { row: 'Adj. EBITDA', line: 'adjusted-ebitda', printed: ['(90)', '(1,101)', '(361)', '(1,558)', '(499)', '567'] },
  ],
};
