import { calendarise } from './calendarise.ts';
import type { CompsPeriod, CompsRow, Money } from './comps-table.ts';
import { exchange, type Rate, type Rates } from './exchange.ts';

/** Financial years as a company labels them by the year they end in, or parts of two of them as a calendar year. */
export type Basis = 'as labelled' | 'calendarised';

export type PeriodAmount = 'revenue' | 'grossProfit' | 'eps' | 'freeCashFlow';
export type YearAmount = Money & { readonly rates: readonly Rate[] };

/**
 * What a company makes in a year, in the currency that it reports in: the financial year that ends in it, or the
 * calendar year out of that one and the next.
 *
 * @returns undefined where one of them is not known.
 */
export function yearAmount(
  row: CompsRow,
  what: PeriodAmount,
  year: number,
  basis: Basis,
  rates: Rates,
): YearAmount | undefined {
  const fiscal = periodEndingIn(row, year);
  const amount = fiscal?.[what];
  if (!fiscal || !amount) return undefined;
  const month = Number(fiscal.end.slice(5, 7));
  if (basis === 'as labelled' || month === 12) return { ...amount, rates: [] };
  const next = periodEndingIn(row, year + 1)?.[what];
  const inSame = next && exchange(next, amount.currency, rates);
  if (!inSame) return undefined;
  return { ...amount, amount: calendarise(amount.amount, inSame.amount, month), rates: inSame.rates };
}

/** A year that ends in the first days of January is the one before: 52 weeks end on a weekday, not on a date. */
const periodEndingIn = ({ periods }: CompsRow, year: number): CompsPeriod | undefined => {
  const ends = (end: string) => Number(end.slice(0, 4)) - (/-01-0[1-7]$/.test(end) ? 1 : 0);
  return periods.find(({ end }) => ends(end) === year);
};
