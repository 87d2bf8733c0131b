import type { PublishedTable } from '../../company.ts';

/** Revenue and cost of sales breakdown, as printed. */
export const figure64: PublishedTable = {
  figure: '64',
  file: 'figure-64',
  title: 'Revenue and cost of sales breakdown',
  unit: 'RMB mn',
  columns: ['FY18', 'FY19', 'FY20', 'FY21E', 'FY22E', 'FY23E'],
  rows: [
    {
      row: 'Revenue breakdown / Smart Business',
      line: 'smart-business-revenue',
      printed: ['854', '1,203', '1,485', '1,977', '2,500', '3,307'],
    },
    {
      row: 'Revenue breakdown / Smart City',
      line: 'smart-city-revenue',
      printed: ['530', '1,271', '1,369', '2,139', '3,131', '4,141'],
    },
    {
      row: 'Revenue breakdown / Smart Life',
      line: 'smart-life-revenue',
      printed: ['330', '414', '434', '396', '572', '1,068'],
    },
    {
      row: 'Revenue breakdown / Smart Auto',
      line: 'smart-auto-revenue',
      printed: ['139', '139', '158', '167', '195', '310'],
    },
    {
      row: 'Revenue breakdown / Total',
      line: 'revenue',
      printed: ['1,853', '3,027', '3,446', '4,678', '6,399', '8,825'],
    },
    {
      row: 'Revenue mix / Smart Business',
      line: 'smart-business-share',
      printed: ['46%', '40%', '43%', '42%', '39%', '37%'],
    },
    { row: 'Revenue mix / Smart City', line: 'smart-city-share', printed: ['29%', '42%', '40%', '46%', '49%', '47%'] },
    { row: 'Revenue mix / Smart Life', line: 'smart-life-share', printed: ['18%', '14%', '13%', '8%', '9%', '12%'] },
    { row: 'Revenue mix / Smart Auto', line: 'smart-auto-share', printed: ['7%', '5%', '5%', '4%', '3%', '4%'] },
    {
      row: 'Revenue YoY / Smart Business',
      line: 'smart-business-growth',
      printed: [null, '41%', '23%', '33%', '27%', '32%'],
    },
    { row: 'Revenue YoY / Smart City', line: 'smart-city-growth', printed: [null, '140%', '8%', '56%', '46%', '32%'] },
    { row: 'Revenue YoY / Smart Life', line: 'smart-life-growth', printed: [null, '25%', '5%', '-9%', '44%', '87%'] },
    { row: 'Revenue YoY / Smart Auto', line: 'smart-auto-growth', printed: [null, '0%', '14%', '5%', '17%', '59%'] },
    { row: 'Revenue YoY / Total', line: 'revenue-growth', printed: [null, '63%', '14%', '36%', '37%', '38%'] },
    {
      row: 'Cost of sales breakdown / Hardware costs and subcontracting service fees',
      line: 'hardware-and-subcontracting-cost',
      printed: ['767', '1,228', '910', '1,404', '1,958', '2,768'],
    },
    {
      row: 'Cost of sales breakdown / Server operation and cloud-based service fees',
      line: 'server-and-cloud-cost',
      printed: ['10', '32', '1', '2', '2', '3'],
    },
    {
      row: 'Cost of sales breakdown / Employee benefit expenses',
      line: 'cost-of-sales-staff-cost',
      printed: ['4', '14', '57', '77', '101', '132'],
    },
    {
      row: 'Cost of sales breakdown / Other expenses',
      line: 'other-cost-of-sales',
      printed: ['25', '33', '46', '61', '80', '105'],
    },
    {
      row: 'Cost of sales breakdown / Total',
      line: 'cost-of-sales',
      printed: ['807', '1,307', '1,014', '1,544', '2,141', '3,008'],
    },
    {
      row: 'Cost of sales mix / Hardware costs and subcontracting service fees',
      line: 'hardware-and-subcontracting-cost-share',
      printed: ['95%', '94%', '90%', '91%', '91%', '92%'],
    },
    {
      row: 'Cost of sales mix / Server operation and cloud-based service fees',
      line: 'server-and-cloud-cost-share',
      printed: ['1%', '2%', '0%', '0%', '0%', '0%'],
    },
    {
      row: 'Cost of sales mix / Employee benefit expenses',
      line: 'cost-of-sales-staff-cost-share',
      printed: ['1%', '1%', '6%', '5%', '5%', '4%'],
    },
    {
      row: 'Cost of sales mix / Other expenses',
      line: 'other-cost-of-sales-share',
      printed: ['3%', '3%', '5%', '4%', '4%', '3%'],
    },
  ],
};
