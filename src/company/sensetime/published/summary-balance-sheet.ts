import type { PublishedTable } from '../../company.ts';

/** Financial Summary: Balance sheet, as printed. */
export const summaryBalanceSheet: PublishedTable = {
  figure: 'FS.balance_sheet',
  file: 'summary-balance-sheet',
  title: 'Financial Summary: Balance sheet',
  unit: 'RMB mn',
  columns: ['FY19A', 'FY20A', 'FY21E', 'FY22E', 'FY23E'],
  rows: [
    {
      row: 'Non-current assets',
      line: 'total-non-current-assets',
      printed: ['5,717', '6,753', '8,571', '8,930', '8,671'],
    },
    { row: 'PPE, net', line: 'property-plant-equipment', printed: ['1,894', '1,906', '3,728', '4,097', '3,853'] },
    { row: 'Intangible assets', line: 'intangible-assets', printed: ['140', '108', '105', '95', '80'] },
    { row: 'Right-of-use assets', line: 'right-of-use-assets', printed: ['404', '336', '336', '336', '336'] },
    {
      row: 'Non-current assets / Others',
      line: 'summary-other-non-current-assets',
      printed: ['3,279', '4,402', '4,402', '4,402', '4,402'],
    },
    {
      row: 'Current assets',
      line: 'total-current-assets',
      printed: ['18,231', '31,726', '24,466', '23,810', '23,912'],
    },
    { row: 'Cash & equivalents', line: 'cash', printed: ['6,673', '11,428', '10,994', '8,482', '6,674'] },
    { row: 'Trade and other receivables', line: 'receivables', printed: ['4,678', '4,584', '6,528', '8,140', '9,759'] },
    { row: 'Inventories', line: 'inventories', printed: ['430', '716', '538', '782', '1,073'] },
    { row: 'Financial investments', line: 'financial-investments', printed: ['-', '-', '-', '-', '-'] },
    { row: 'Contract assets', line: 'contract-assets', printed: ['1', '22', '22', '22', '22'] },
    {
      row: 'Current assets / Others',
      line: 'summary-other-current-assets',
      printed: ['6,449', '14,977', '6,384', '6,384', '6,384'],
    },
    {
      row: 'Current liabilities',
      line: 'total-current-liabilities',
      printed: ['6,856', '9,822', '3,816', '5,381', '6,811'],
    },
    { row: 'Trade and other payables', line: 'payables', printed: ['3,103', '1,724', '2,897', '4,377', '5,667'] },
    {
      row: 'Current liabilities / Contract liabilities',
      line: 'current-contract-liabilities',
      printed: ['153', '244', '331', '453', '625'],
    },
    {
      row: 'Current liabilities / Lease liabilities',
      line: 'current-lease-liabilities',
      printed: ['123', '110', '110', '110', '110'],
    },
    {
      row: 'Current liabilities / Others',
      line: 'summary-other-current-liabilities',
      printed: ['3,477', '7,744', '477', '441', '410'],
    },
    {
      row: 'Non-current liabilities',
      line: 'total-non-current-liabilities',
      printed: ['27,747', '49,589', '1,528', '1,478', '1,438'],
    },
    {
      row: 'Non-current liabilities / Lease liabilities',
      line: 'non-current-lease-liabilities',
      printed: ['296', '184', '184', '184', '184'],
    },
    { row: 'Deferred tax liabilities', line: 'deferred-tax-liabilities', printed: ['6', '8', '8', '8', '8'] },
    {
      row: 'Non-current liabilities / Contract liabilities',
      line: 'non-current-contract-liabilities',
      printed: ['-', '9', '13', '17', '24'],
    },
    {
      row: 'Non-current liabilities / Others',
      line: 'summary-other-non-current-liabilities',
      printed: ['27,445', '49,388', '1,323', '1,269', '1,223'],
    },
    { row: 'Share capital', line: 'share-capital', printed: ['0', '0', '0', '0', '0'] },
    { row: 'Reserves', line: 'reserves', printed: ['(873)', '(433)', '80,682', '80,682', '80,682'] },
    {
      row: 'Accumulated losses',
      line: 'accumulated-losses',
      printed: ['(9,557)', '(21,713)', '(54,202)', '(56,014)', '(57,562)'],
    },
    { row: 'Equity / Others', line: 'summary-other-equity', printed: ['(224)', '1,214', '1,213', '1,213', '1,213'] },
    { row: 'Total equity', line: 'total-equity', printed: ['(10,654)', '(20,933)', '27,693', '25,881', '24,334'] },
  ],
};
