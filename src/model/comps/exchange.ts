import type { CompsTable, Money } from './comps-table.ts';

export type Rates = CompsTable['rates'];
export type Rate = Rates[number];

/** An amount in another currency, with the rates that led there, none where it was in that currency already. */
export type Exchanged = { readonly amount: number; readonly rates: readonly Rate[] };

/**
 * An amount in another currency: by a rate there is, its inverse, or two of them through a third currency.
 *
 * @returns undefined where no rate leads there.
 * @example exchange({ amount: 78, currency: 'HKD', date: day }, 'USD', rates)?.amount // 10 at 7.8
 */
export function exchange({ amount, currency }: Money, to: string, rates: Rates): Exchanged | undefined {
  if (currency === to) return { amount, rates: [] };
  const direct = step(currency, to, rates);
  if (direct) return { amount: amount * direct.factor, rates: [direct.rate] };
  for (const { next, factor, rate } of stepsFrom(currency, rates)) {
    const second = step(next, to, rates);
    if (second) return { amount: amount * factor * second.factor, rates: [rate, second.rate] };
  }
  return undefined;
}

type Step = { readonly next: string; readonly factor: number; readonly rate: Rate };

const stepsFrom = (currency: string, rates: Rates): readonly Step[] =>
  rates.flatMap((rate) => {
    if (rate.from === currency) return [{ next: rate.to, factor: rate.rate, rate }];
    if (rate.to === currency) return [{ next: rate.from, factor: 1 / rate.rate, rate }];
    return [];
  });

const step = (from: string, to: string, rates: Rates): Step | undefined =>
  stepsFrom(from, rates).find(({ next }) => next === to);
