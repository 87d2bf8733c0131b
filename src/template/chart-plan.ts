import type { FormatName } from './number-formats.ts';

/** One series of a chart. References are absolute with their sheet: 'Income'!$F$8:$K$8. */
export type ChartSeries = {
  readonly name: string;
  readonly values: string;
  /** The place of its colour in the scheme; its own place by default. "none" leaves the series unfilled. */
  readonly colour?: number | 'none';
  /** Whether each point says its value. */
  readonly labels?: boolean;
  /**
   * Drawn over the columns of the others: a line across, a mark at each point, or a line of another magnitude that is
   * read off a second axis at the right, such as growth over amounts.
   */
  readonly over?: 'line' | 'marks' | 'second-axis';
};

/** A native chart. */
export type ChartPlan = {
  readonly kind: 'column' | 'stacked-column' | 'line' | 'stacked-bar';
  readonly title: string;
  /** What the chart shows, for who cannot see it. */
  readonly description?: string;
  readonly categories: string;
  readonly series: readonly ChartSeries[];
  /** The cells that the chart covers, corners included: B8:F24. */
  readonly covers: string;
  readonly format: FormatName;
  /** How the second axis shows its figures, where a series has one. */
  readonly secondFormat?: FormatName;
  readonly categoryTitle?: string;
  readonly valueTitle?: string;
  /** Bounds of the value axis, where they must not be found by themselves. */
  readonly from?: number;
  readonly to?: number;
  /** Space between bars in percent of their width. */
  readonly gap?: number;
  /** No legend where false. Unfilled series are left out of it in any case. */
  readonly legend?: boolean;
};
