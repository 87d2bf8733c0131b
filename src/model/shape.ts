/** A segment whose revenue is a number of customers (cities, ...) times revenue per customer. */
export type VolumeSegment = {
  readonly id: string;
  readonly label: string;
  readonly method: 'volume x price';
  /** What is counted: id, label and the unit, such as customers. */
  readonly volume: { readonly id: string; readonly label: string; readonly unit: string };
  readonly price: { readonly id: string; readonly label: string };
};

/** A segment whose revenue grows at a rate. */
export type GrowthSegment = { readonly id: string; readonly label: string; readonly method: 'growth' };

export type Segment = VolumeSegment | GrowthSegment;

/** A nature of cost of sales, forecast as a ratio to revenue. */
export type CostNature = {
  readonly id: string;
  readonly label: string;
  readonly ratio: { readonly id: string; readonly label: string };
};

/** What a company decides of the model's rows: all else is the same for every company. */
export type Shape = {
  readonly segments: readonly Segment[];
  readonly costNatures: readonly CostNature[];
  /** From the best to the worst, such as BUY, HOLD, SELL. */
  readonly ratingBands: readonly [string, string, string];
};
