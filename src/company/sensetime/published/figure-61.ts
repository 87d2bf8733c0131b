import type { PublishedTable } from '../../company.ts';

/** Capex breakdown, as printed. */
export const figure61: PublishedTable = {
  figure: '61',
  file: 'figure-61',
  title: 'Capex breakdown',
  unit: 'RMB mn',
  columns: ['FY18', 'FY19', 'FY20', 'FY21E', 'FY22E', 'FY23E'],
  rows: [
    { row: 'PPE', line: 'ppe-capex', printed: ['478', '777', '1,210', '2,433', '1,408', '1,412'] },
    { row: 'Intangible assets', line: 'intangible-capex', printed: ['10', '122', '28', '70', '77', '85'] },
    { row: 'Land use right', line: 'land-use-right-capex', printed: ['-', '-', '68', '-', '-', '-'] },
    { row: 'Total', line: 'capex', printed: ['488', '899', '1,306', '2,503', '1,484', '1,497'] },
    { row: 'as % of revenue', line: 'capex-ratio', printed: ['26%', '30%', '38%', '54%', '23%', '17%'] },
  ],
};
