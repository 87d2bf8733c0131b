import type { PublishedTable } from '../../company.ts';

/** Net debt, as printed. */
export const figure60: PublishedTable = {
  figure: '60',
  file: 'figure-60',
  title: 'Net debt',
  unit: 'RMB mn',
  columns: ['FY18', 'FY19', 'FY20', 'FY21E', 'FY22E', 'FY23E'],
  rows: [
    { row: 'Restricted cash', line: 'restricted-cash', printed: ['2,139', '4,284', '493', '493', '493', '493'] },
    { row: 'Term deposits', line: 'term-deposits', printed: ['1,408', '1,286', '5,890', '5,890', '5,890', '5,890'] },
    { row: 'Structured deposits', line: 'structured-deposits', printed: ['-', '-', '-', '-', '-', '-'] },
    {
      row: 'Cash and cash equivalents',
      line: 'cash',
      printed: ['7,227', '6,673', '11,428', '10,994', '8,482', '6,674'],
    },
    { row: 'Total cash', line: 'total-cash', printed: ['10,774', '12,243', '17,811', '17,377', '14,866', '13,058'] },
    {
      row: 'Short-term borrowing',
      line: 'short-term-borrowing',
      printed: ['1,557', '3,357', '594', '430', '394', '363'],
    },
    { row: 'Long-term borrowing', line: 'long-term-borrowing', printed: ['-', '-', '423', '647', '592', '546'] },
    {
      row: 'Total debt (excl. preferred shares liabilities)',
      line: 'total-debt',
      printed: ['2,283', '3,783', '1,324', '1,385', '1,294', '1,217'],
    },
    { row: 'Net debt', line: 'net-gearing', printed: ['net cash', null, null, null, null, null] },
    {
      row: 'Preferred Shares liabilities',
      line: 'preferred-shares',
      printed: ['18,506', '27,106', '50,186', '-', '-', '-'],
    },
  ],
};
