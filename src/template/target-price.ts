/** A figure as a formula writes it, and what it comes to. */
export type Held = { readonly formula: string; readonly value: number };

/** What a share is worth in HK$, of an amount in RMB mn. The formula of the amount binds as tightly as a product. */
export const perShare = (amount: Held, shares: Held, rate: Held): Held => ({
  formula: `${amount.formula}/${shares.formula}/${rate.formula}`,
  value: amount.value / shares.value / rate.value,
});

/** What the closed form of the target price is made of. */
type TargetPriceParts = {
  readonly multiple: Held;
  readonly revenue: Held;
  /** Net cash less minorities. */
  readonly toEquity: Held;
  readonly shares: Held;
  /** RMB per HK$. */
  readonly rate: Held;
};

/** The target price in closed form: sales at a multiple and what lies between enterprise value and equity, a share. */
export function targetPrice({ multiple, revenue, toEquity, shares, rate }: TargetPriceParts): Held {
  const equity = {
    formula: `(${multiple.formula}*${revenue.formula}+${toEquity.formula})`,
    value: multiple.value * revenue.value + toEquity.value,
  };
  return perShare(equity, shares, rate);
}
