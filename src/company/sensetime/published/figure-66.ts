import type { PublishedTable } from '../../company.ts';

/** Balance sheet, as printed. */
export const figure66: PublishedTable = {
  figure: '66',
  file: 'figure-66',
  title: 'Balance sheet',
  unit: 'RMB mn',
  columns: ['FY18', 'FY19', 'FY20', 'FY21E', 'FY22E', 'FY23E'],
  rows: [
    { row: 'Cash and Equivalents', line: 'cash', printed: ['7,227', '6,673', '11,428', '10,994', '8,482', '6,674'] },
    { row: 'Inventories', line: 'inventories', printed: ['117', '430', '716', '538', '782', '1,073'] },
    {
      row: 'Trade, other receivables and prepayments',
      line: 'receivables',
      printed: ['1,467', '4,678', '4,584', '6,528', '8,140', '9,759'],
    },
    { row: 'Restricted cash', line: 'restricted-cash', printed: ['2,139', '4,284', '493', '493', '493', '493'] },
    { row: 'Term deposits', line: 'term-deposits', printed: ['1,408', '1,286', '5,890', '5,890', '5,890', '5,890'] },
    {
      row: 'Current Assets / Others',
      line: 'other-current-assets',
      printed: ['1,396', '880', '8,616', '22', '22', '22'],
    },
    {
      row: 'Total Current Assets',
      line: 'total-current-assets',
      printed: ['13,755', '18,231', '31,726', '24,466', '23,810', '23,912'],
    },
    {
      row: 'Property Plant & Equipment',
      line: 'property-plant-equipment',
      printed: ['585', '1,894', '1,906', '3,728', '4,097', '3,853'],
    },
    { row: 'Total Intangible Assets', line: 'intangible-assets', printed: ['40', '140', '108', '105', '95', '80'] },
    { row: 'Right-of-use assets', line: 'right-of-use-assets', printed: ['455', '404', '336', '336', '336', '336'] },
    {
      row: 'Financial assets at FV through P&L',
      line: 'financial-assets-at-fair-value',
      printed: ['1,851', '2,901', '3,739', '3,739', '3,739', '3,739'],
    },
    {
      row: 'Non-current Assets / Others',
      line: 'other-non-current-assets',
      printed: ['262', '378', '664', '664', '664', '664'],
    },
    {
      row: 'Total Assets',
      line: 'total-assets',
      printed: ['16,948', '23,948', '38,479', '33,037', '32,740', '32,583'],
    },
    {
      row: 'Trade and other payables',
      line: 'payables',
      printed: ['887', '3,103', '1,724', '2,897', '4,377', '5,667'],
    },
    {
      row: 'Current Liabilities / Contract liabilities',
      line: 'current-contract-liabilities',
      printed: ['70', '153', '244', '331', '453', '625'],
    },
    {
      row: 'Current Liabilities / Borrowings',
      line: 'short-term-borrowing',
      printed: ['1,557', '3,357', '594', '430', '394', '363'],
    },
    {
      row: 'Current Liabilities / Preferred share liabilities',
      line: 'current-preferred-shares',
      printed: ['-', '-', '1,898', '-', '-', '-'],
    },
    {
      row: 'Current Liabilities / Others',
      line: 'other-current-liabilities',
      printed: ['633', '243', '5,363', '157', '157', '157'],
    },
    {
      row: 'Total Current Liabilities',
      line: 'total-current-liabilities',
      printed: ['3,148', '6,856', '9,822', '3,816', '5,381', '6,811'],
    },
    {
      row: 'Lease liabilities',
      line: 'non-current-lease-liabilities',
      printed: ['335', '296', '184', '184', '184', '184'],
    },
    {
      row: 'Non-Current Liabilities / Borrowings',
      line: 'long-term-borrowing',
      printed: ['-', '-', '423', '647', '592', '546'],
    },
    {
      row: 'Non-Current Liabilities / Contract liabilities',
      line: 'non-current-contract-liabilities',
      printed: ['-', '-', '9', '13', '17', '24'],
    },
    {
      row: 'Non-Current Liabilities / Preferred share liabilities',
      line: 'non-current-preferred-shares',
      printed: ['18,506', '27,106', '48,288', '-', '-', '-'],
    },
    {
      row: 'Non-Current Liabilities / Others',
      line: 'other-non-current-liabilities',
      printed: ['324', '345', '684', '684', '684', '684'],
    },
    {
      row: 'Total Liabilities',
      line: 'total-liabilities',
      printed: ['22,313', '34,602', '59,411', '5,344', '6,859', '8,250'],
    },
    { row: 'Share capital', line: 'share-capital', printed: ['0.002', '0.002', '0.002', '0.002', '0.002', '0.002'] },
    { row: 'Reserves', line: 'reserves', printed: ['(580)', '(873)', '(433)', '80,682', '80,682', '80,682'] },
    {
      row: 'Currency translation reserves',
      line: 'currency-translation-reserve',
      printed: ['(192)', '(360)', '1,078', '1,078', '1,078', '1,078'],
    },
    {
      row: 'Accumulated losses',
      line: 'accumulated-losses',
      printed: ['(4,596)', '(9,557)', '(21,713)', '(54,202)', '(56,014)', '(57,562)'],
    },
    {
      row: 'Non-controlling interests',
      line: 'non-controlling-interests',
      printed: ['4', '136', '136', '135', '135', '135'],
    },
    {
      row: 'Total Equity',
      line: 'total-equity',
      printed: ['(5,365)', '(10,654)', '(20,933)', '27,693', '25,881', '24,334'],
    },
  ],
};
