import type { PublishedTable } from '../../company.ts';

/** Cash flow, as printed. */
export const figure67: PublishedTable = {
  figure: '67',
  file: 'figure-67',
  title: 'Cash flow',
  unit: 'RMB mn',
  columns: ['FY18', 'FY19', 'FY20', 'FY21E', 'FY22E', 'FY23E'],
  rows: [
    {
      row: 'Profit before tax',
      line: 'profit-before-tax',
      printed: ['(3,456)', '(5,173)', '(12,319)', '(32,478)', '(1,981)', '(1,646)'],
    },
    { row: 'Finance costs', line: 'finance-expense', printed: ['29', '150', '113', '58', '60', '55'] },
    { row: 'Interest income', line: 'interest-income-in-cash-flow', printed: ['-', '-', '-', '-', '-', '-'] },
    {
      row: 'Depreciation & Amortisation',
      line: 'depreciation-and-amortisation',
      printed: ['159', '378', '570', '685', '1,125', '1,756'],
    },
    {
      row: 'Change in working capital',
      line: 'change-in-working-capital',
      printed: ['(666)', '(2,176)', '(1,290)', '(503)', '(250)', '(442)'],
    },
    { row: 'Income tax paid', line: 'income-tax-paid', printed: ['(2)', '(1)', '(13)', '(11)', '168', '99'] },
    {
      row: 'Operating Activities / Others',
      line: 'other-operating-cash-flow',
      printed: ['3,186', '3,953', '11,711', '28,760', '(210)', '(170)'],
    },
    {
      row: 'Net cash flows from operating activities',
      line: 'operating-cash-flow',
      printed: ['(750)', '(2,869)', '(1,229)', '(3,489)', '(1,087)', '(349)'],
    },
    {
      row: 'Purchases of PP&E',
      line: 'ppe-capex',
      sign: -1,
      printed: ['(478)', '(777)', '(1,210)', '(2,433)', '(1,408)', '(1,412)'],
    },
    {
      row: 'Purchases of intangible assets',
      line: 'intangible-capex',
      sign: -1,
      printed: ['(10)', '(122)', '(28)', '(70)', '(77)', '(85)'],
    },
    {
      row: 'Purchase of land use right',
      line: 'land-use-right-capex',
      sign: -1,
      printed: ['-', '-', '(68)', '-', '-', '-'],
    },
    {
      row: 'Investment in term deposits',
      line: 'term-deposit-flow',
      printed: ['(1,242)', '207', '(5,013)', '-', '-', '-'],
    },
    {
      row: 'Investing Activities / Others',
      line: 'other-investing-cash-flow',
      printed: ['(1,379)', '(936)', '(752)', '240', '210', '170'],
    },
    {
      row: 'Net cash flows used in investing activities',
      line: 'investing-cash-flow',
      printed: ['(3,108)', '(1,628)', '(7,070)', '(2,263)', '(1,274)', '(1,327)'],
    },
    { row: 'Proceeds from equity financing', line: 'equity-proceeds', printed: ['-', '-', '-', '5,316', '-', '-'] },
    {
      row: 'Proceeds from borrowings, net',
      line: 'net-new-borrowing',
      printed: ['1,603', '3,227', '1,129', '60', '(91)', '(77)'],
    },
    {
      row: 'Proceeds from issuance of preferred share liabilities',
      line: 'preferred-share-proceeds',
      printed: ['10,991', '5,535', '6,847', '-', '-', '-'],
    },
    {
      row: 'Financing Activities / Others',
      line: 'other-financing-cash-flow',
      printed: ['(3,796)', '(4,989)', '5,209', '(58)', '(60)', '(55)'],
    },
    {
      row: 'Net cash flows used in financing activities',
      line: 'financing-cash-flow',
      printed: ['8,799', '3,773', '13,186', '5,318', '(150)', '(132)'],
    },
    {
      row: 'Net Change In Cash',
      line: 'net-change-in-cash',
      printed: ['4,941', '(725)', '4,886', '(434)', '(2,512)', '(1,808)'],
    },
    {
      row: 'Cash and Cash Equivalents (Beg of Period)',
      line: 'opening-cash',
      printed: ['1,861', '7,227', '6,673', '11,428', '10,994', '8,482'],
    },
    {
      row: 'Cash and Cash Equivalents (End of Period)',
      line: 'cash',
      printed: ['7,227', '6,673', '11,428', '10,994', '8,482', '6,674'],
    },
  ],
};
