/** A change of a multiple: by the price, by the estimates, by the basis that years are counted on. They add up to it. */
export type ChangeSplit = { readonly price: number; readonly estimate: number; readonly basis: number };

/**
 * Splits the change of a multiple: first the value moves over the old sales, then the sales, then the basis.
 *
 * @param before The multiple before, and the sales that it rested on.
 * @param after The value now, in the currency of those sales; the multiple on the old basis and on the new.
 */
export function splitChange(
  before: { readonly multiple: number; readonly sales: number },
  after: { readonly value: number; readonly onOldBasis: number; readonly multiple: number },
): ChangeSplit {
  const repriced = after.value / before.sales;
  return {
    price: repriced - before.multiple,
    estimate: after.onOldBasis - repriced,
    basis: after.multiple - after.onOldBasis,
  };
}
