/** A financial year and what is known of it. An opening year lends balances only and is never calculated. */
export type FinancialYear = { readonly year: number; readonly status: 'opening' | 'actual' | 'estimate' };

/** The label of a year: FY20A, FY22E. */
export const yearLabel = ({ year, status }: FinancialYear): string =>
  `FY${String(year % 100).padStart(2, '0')}${status === 'estimate' ? 'E' : 'A'}`;
