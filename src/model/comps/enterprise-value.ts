import type { CompsRow, CompsTable } from './comps-table.ts';
import { exchange, type Rate } from './exchange.ts';

export type EnterpriseValue = {
  readonly amount: number;
  readonly rates: readonly Rate[];
  /** What is not known of it, and was left out. */
  readonly without: readonly ('minorities' | 'preferred shares')[];
};

/**
 * Market capitalisation, net debt, minorities and preferred shares, in one currency.
 *
 * @returns undefined where market capitalisation or net debt is not known, or a rate is missing.
 * @example enterpriseValue(row, table.currency, table.rates)?.amount
 */
export function enterpriseValue(
  row: CompsRow,
  currency: string,
  rates: CompsTable['rates'],
): EnterpriseValue | undefined {
  if (!row.marketCap || !row.netDebt) return undefined;
  const parts = [row.marketCap, row.netDebt, row.minorities, row.preferred].flatMap((money) => money ?? []);
  const exchanged = parts.map((money) => exchange(money, currency, rates));
  if (!exchanged.every((one) => one !== undefined)) return undefined;
  return {
    amount: exchanged.reduce((sum, { amount }) => sum + amount, 0),
    rates: [...new Set(exchanged.flatMap((one) => one.rates))],
    without: [
      ...(row.minorities ? [] : ['minorities' as const]),
      ...(row.preferred ? [] : ['preferred shares' as const]),
    ],
  };
}
