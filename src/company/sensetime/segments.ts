import type { CostNature, Segment } from '../../model/shape.ts';

/** The segments of revenue, in the order printed (Figure 64). */
export const segments: readonly Segment[] = [
  {
    id: 'smart-business',
    label: 'Smart Business',
    method: 'volume x price',
    volume: { id: 'smart-business-customers', label: 'Smart Business customers', unit: 'customers' },
    price: { id: 'smart-business-revenue-per-customer', label: 'Smart Business revenue per customer' },
  },
  {
    id: 'smart-city',
    label: 'Smart City',
    method: 'volume x price',
    volume: { id: 'smart-city-cities', label: 'Smart City cities', unit: 'cities' },
    price: { id: 'smart-city-revenue-per-city', label: 'Smart City revenue per city' },
  },
  { id: 'smart-life', label: 'Smart Life', method: 'growth' },
  { id: 'smart-auto', label: 'Smart Auto', method: 'growth' },
];

/** The natures of cost of sales, in the order printed (Figure 64). */
export const costNatures: readonly CostNature[] = [
  {
    id: 'hardware-and-subcontracting-cost',
    label: 'Hardware costs and subcontracting fees',
    ratio: { id: 'hardware-and-subcontracting-ratio', label: 'Hardware and subcontracting, % of revenue' },
  },
  {
    id: 'server-and-cloud-cost',
    label: 'Server operation and cloud service fees',
    ratio: { id: 'server-and-cloud-ratio', label: 'Server and cloud, % of revenue' },
  },
  {
    id: 'cost-of-sales-staff-cost',
    label: 'Employee benefits in cost of sales',
    ratio: { id: 'cost-of-sales-staff-ratio', label: 'Staff in cost of sales, % of revenue' },
  },
  {
    id: 'other-cost-of-sales',
    label: 'Other cost of sales',
    ratio: { id: 'other-cost-of-sales-ratio', label: 'Other cost of sales, % of revenue' },
  },
];
