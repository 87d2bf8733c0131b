import type { PublishedTable } from '../../company.ts';

/** Financial Summary: Cash flow summary, as printed. */
export const summaryCashFlow: PublishedTable = {
  figure: 'FS.cash_flow',
  file: 'summary-cash-flow',
  title: 'Financial Summary: Cash flow summary',
  unit: 'RMB mn',
  columns: ['FY19A', 'FY20A', 'FY21E', 'FY22E', 'FY23E'],
  rows: [
    {
      row: 'Net Income',
      line: 'profit-before-tax',
      printed: ['(5,173)', '(12,319)', '(32,478)', '(1,981)', '(1,646)'],
    },
    {
      row: 'Depre. and amortization',
      line: 'depreciation-and-amortisation',
      printed: ['378', '570', '685', '1,125', '1,756'],
    },
    {
      row: 'Change In working capital',
      line: 'change-in-working-capital',
      printed: ['(2,176)', '(1,290)', '(503)', '(250)', '(442)'],
    },
    {
      row: 'Operating / Others',
      line: 'summary-other-operating-cash-flow',
      printed: ['4,102', '11,810', '28,808', '18', '(17)'],
    },
    {
      row: 'Net cash from operating act.',
      line: 'operating-cash-flow',
      printed: ['(2,869)', '(1,229)', '(3,489)', '(1,087)', '(349)'],
    },
    { row: 'Capex', line: 'capex', sign: -1, printed: ['(899)', '(1,306)', '(2,503)', '(1,484)', '(1,497)'] },
    {
      row: 'Investing / Others',
      line: 'summary-other-investing-cash-flow',
      printed: ['(729)', '(5,765)', '240', '210', '170'],
    },
    {
      row: 'Net cash from investing act.',
      line: 'investing-cash-flow',
      printed: ['(1,628)', '(7,070)', '(2,263)', '(1,274)', '(1,327)'],
    },
    { row: 'Equity financing', line: 'equity-proceeds', printed: ['-', '-', '5,316', '-', '-'] },
    { row: 'Change of debts', line: 'change-of-debts', printed: ['3,897', '13,327', '60', '(91)', '(77)'] },
    { row: 'Dividend paid', line: 'dividend-paid', printed: ['-', '-', '-', '-', '-'] },
    {
      row: 'Financing / Others',
      line: 'summary-other-financing-cash-flow',
      printed: ['(125)', '(141)', '(58)', '(60)', '(55)'],
    },
    {
      row: 'Net cash from financing act.',
      line: 'financing-cash-flow',
      printed: ['3,773', '13,186', '5,318', '(150)', '(132)'],
    },
    {
      row: 'Net change in cash',
      line: 'net-change-in-cash',
      printed: ['(725)', '4,886', '(434)', '(2,512)', '(1,808)'],
    },
    {
      row: 'Cash at the beg. of the year',
      line: 'opening-cash',
      printed: ['7,227', '6,673', '11,428', '10,994', '8,482'],
    },
    { row: 'Cash at the end of the year', line: 'cash', printed: ['6,673', '11,428', '10,994', '8,482', '6,674'] },
  ],
};
