import type { CompsFigure } from './comps-figures.ts';
import { mean, median, quartile } from './statistics.ts';

/** Statistics of fewer peers than this are shown, and marked. */
export const fewestPeersForStatistic = 3;

export type CompsStatistic = {
  /** NaN, like all the others, where no peer has a value. */
  readonly mean: number;
  readonly median: number;
  readonly high: number;
  readonly low: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  /** The peers that it rests on. */
  readonly count: number;
  readonly isThin: boolean;
  /** Peers left out because their figure has no meaning, and because there is none. */
  readonly notMeaningful: number;
  readonly notAvailable: number;
  /** Peers far from the others, by ticker. They count all the same. */
  readonly outliers: readonly string[];
};

/** Fewer values have no quartiles to be far from. */
const fewestForOutliers = 5;
const reach = 1.5;

/**
 * The statistics of a figure over peers: all that are given count, whoever is far from the others is named.
 *
 * @example compsStatistic(rows.filter(({ include }) => include).map((row) => ({ ticker: row.ticker, figure: of(row) })))
 */
export function compsStatistic(
  peers: readonly { readonly ticker: string; readonly figure: CompsFigure }[],
): CompsStatistic {
  const valued = peers.flatMap(({ ticker, figure }) =>
    figure.kind === 'value' ? [{ ticker, value: figure.value }] : [],
  );
  const values = valued.map(({ value }) => value);
  const [lowerQuartile, upperQuartile] = [quartile(values, 1), quartile(values, 3)];
  const far = (upperQuartile - lowerQuartile) * reach;
  const isFar = (value: number) => value > upperQuartile + far || value < lowerQuartile - far;
  return {
    mean: mean(values),
    median: median(values),
    high: quartile(values, 4),
    low: quartile(values, 0),
    lowerQuartile,
    upperQuartile,
    count: values.length,
    isThin: values.length < fewestPeersForStatistic,
    notMeaningful: peers.filter(({ figure }) => figure.kind === 'not meaningful').length,
    notAvailable: peers.filter(({ figure }) => figure.kind === 'not available').length,
    outliers:
      values.length < fewestForOutliers ? [] : valued.filter(({ value }) => isFar(value)).map(({ ticker }) => ticker),
  };
}
