import type { PublishedTable } from '../../company.ts';

/** Working capital breakdown, as printed. */
export const figure59: PublishedTable = {
  figure: '59',
  file: 'figure-59',
  title: 'Working capital breakdown',
  unit: 'RMB mn',
  columns: ['FY18', 'FY19', 'FY20', 'FY21E', 'FY22E', 'FY23E'],
  rows: [
    {
      row: 'Trade receivable days',
      line: 'published-trade-receivable-days',
      printed: ['157', '219', '293', '380', '342', '308'],
    },
    {
      row: 'Other receivable days',
      line: 'published-other-receivable-days',
      printed: ['22', '132', '167', '105', '95', '70'],
    },
    { row: 'Inventories days', line: 'published-inventory-days', printed: ['31', '76', '206', '127', '133', '130'] },
    {
      row: 'Trade payable days',
      line: 'published-trade-payable-days',
      printed: ['92', '152', '228', '188', '206', '195'],
    },
    {
      row: 'Other payable days',
      line: 'published-other-payable-days',
      printed: ['45', '145', '275', '199', '225', '202'],
    },
    {
      row: 'Trade, other receivables and prepayments',
      line: 'receivables',
      printed: ['1,467', '4,678', '4,584', '6,528', '8,140', '9,759'],
    },
    {
      row: 'Account receivables - Trade, net',
      line: 'trade-receivables',
      printed: ['1,230', '2,403', '3,139', '4,871', '5,995', '7,442'],
    },
    {
      row: 'Other receivables, net',
      line: 'other-receivables',
      printed: ['111', '2,084', '1,074', '1,344', '1,669', '1,693'],
    },
    { row: 'Prepayments', line: 'prepayments', printed: ['69', '114', '119', '150', '211', '287'] },
    {
      row: 'Trade, other receivables and prepayments / Others',
      line: 'other-current-receivables',
      printed: ['58', '77', '252', '163', '264', '336'],
    },
    {
      row: 'Trade and other payables',
      line: 'payables',
      printed: ['887', '3,103', '1,724', '2,897', '4,377', '5,667'],
    },
    {
      row: 'Account payables - Trade',
      line: 'trade-payables',
      printed: ['359', '732', '534', '796', '1,208', '1,607'],
    },
    { row: 'Other payables', line: 'other-payables', printed: ['99', '938', '588', '843', '1,321', '1,661'] },
    {
      row: 'Trade and other payables / Others',
      line: 'other-items-in-payables',
      printed: ['428', '1,433', '602', '1,258', '1,849', '2,398'],
    },
    { row: 'Inventories', line: 'inventories', printed: ['117', '430', '716', '538', '782', '1,073'] },
  ],
};
