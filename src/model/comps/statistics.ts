const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The arithmetic mean; NaN of nothing. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * A quartile as Excel's QUARTILE gives it: the first and last value included, straight lines between.
 *
 * @param which 0 is the lowest value, 1 the lower quartile, 2 the median, 3 the upper quartile, 4 the highest value.
 * @returns NaN of nothing.
 * @example quartile([1, 2, 3, 4], 1) // 1.75
 */
export function quartile(values: readonly number[], which: 0 | 1 | 2 | 3 | 4): number {
  const sorted = ascending(values);
  const place = ((sorted.length - 1) * which) / 4;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle value, or the mean of the two in the middle; NaN of nothing. */
export const median = (values: readonly number[]): number => quartile(values, 2);
