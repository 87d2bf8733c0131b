import type { CompsRow, CompsTable, ReportedField } from './comps-table.ts';
import { enterpriseValue } from './enterprise-value.ts';
import { exchange, type Rate } from './exchange.ts';
import { yearAmount, type Basis, type PeriodAmount } from './year-amount.ts';

/** A figure of a company, and where it comes from; or why there is none. */
export type CompsFigure =
  | {
      readonly kind: 'value';
      readonly value: number;
      readonly from: 'facts' | 'reported';
      readonly rates: readonly Rate[];
    }
  | { readonly kind: 'not meaningful'; readonly why: string }
  | { readonly kind: 'not available'; readonly why: string };

/** What is asked of a company: multiples of a year, growth from one year to another, margins of a year. */
export type CompsQuestion =
  | { readonly field: 'ev-sales' | 'price-sales' | 'gross-margin' | 'cash-flow-margin'; readonly year: number }
  | { readonly field: 'sales-growth' | 'eps-growth'; readonly from: number; readonly to: number };

/** A multiple beyond this says more of a denominator near zero than of the company. */
const highestMultiple = 1000;

/**
 * A figure of a company, from the facts there are; where they do not reach, the ratio that its source prints.
 *
 * Multiples are in turns, growth and margins are fractions. Each amount is turned into the currency of sales, at the
 * table's rates.
 *
 * @example compsFigure(row, table, { field: 'ev-sales', year: 2022 }, 'calendarised')
 */
export function compsFigure(row: CompsRow, table: CompsTable, asked: CompsQuestion, basis: Basis): CompsFigure {
  const computed = fromFacts(row, table, asked, basis);
  if (computed.kind !== 'not available') return computed;
  const printed = row.reported.find(
    ({ field, year }) => field === asked.field && (year === null || !isMultiple(field) || year === yearOf(asked)),
  );
  return printed ? { kind: 'value', value: printed.value, from: 'reported', rates: [] } : computed;
}

const isMultiple = (field: ReportedField): boolean => field === 'ev-sales' || field === 'price-sales';
const yearOf = (asked: CompsQuestion): number => ('year' in asked ? asked.year : asked.to);

function fromFacts(row: CompsRow, table: CompsTable, asked: CompsQuestion, basis: Basis): CompsFigure {
  const { rates } = table;
  const amountOf = (what: PeriodAmount, year: number) => yearAmount(row, what, year, basis, rates);
  if ('from' in asked) {
    const what = asked.field === 'sales-growth' ? 'revenue' : 'eps';
    const [first, last] = [amountOf(what, asked.from), amountOf(what, asked.to)];
    const inSame = first && last && exchange(last, first.currency, rates);
    if (!inSame) return missing(`${words[what]} of both years`);
    if (first.amount <= 0 || inSame.amount <= 0) return meaningless(`${words[what]} not above zero in both years`);
    const value = (inSame.amount / first.amount) ** (1 / (asked.to - asked.from)) - 1;
    return { kind: 'value', value, from: 'facts', rates: inSame.rates };
  }
  const sales = amountOf('revenue', asked.year);
  if (!sales) return missing(`sales of ${asked.year}${basis === 'calendarised' ? ' and the year after' : ''}`);
  const above = ((): { amount: number; rates: readonly Rate[] } | string => {
    switch (asked.field) {
      case 'ev-sales':
        return enterpriseValue(row, sales.currency, rates) ?? 'market capitalisation, net debt and rates';
      case 'price-sales':
        return (row.marketCap && exchange(row.marketCap, sales.currency, rates)) ?? 'market capitalisation and rate';
      default: {
        const what = asked.field === 'gross-margin' ? 'grossProfit' : 'freeCashFlow';
        const amount = amountOf(what, asked.year);
        return (amount && exchange(amount, sales.currency, rates)) ?? words[what];
      }
    }
  })();
  if (typeof above === 'string') return missing(above);
  if (sales.amount <= 0) return meaningless('sales not above zero');
  const value = above.amount / sales.amount;
  if (isMultiple(asked.field) && value < 0) return meaningless('enterprise value below zero');
  if (Math.abs(value) > highestMultiple) return meaningless('sales near zero');
  return { kind: 'value', value, from: 'facts', rates: [...new Set([...above.rates, ...sales.rates])] };
}

const words = { revenue: 'Sales', eps: 'EPS', grossProfit: 'gross profit', freeCashFlow: 'free cash flow' } as const;
const missing = (what: string): CompsFigure => ({ kind: 'not available', why: `It takes ${what}.` });
const meaningless = (why: string): CompsFigure => ({ kind: 'not meaningful', why: `NM: ${why}.` });
