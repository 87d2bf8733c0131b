/** What a figure is counted in, and how people read it. Percentages are fractions inside, points (29.52) in text. */
export type Unit = {
  readonly name: string;
  readonly kind:
    | 'money'
    | 'percent'
    | 'days'
    | 'multiple'
    | 'per-share'
    | 'shares'
    | 'count'
    | 'years'
    | 'date'
    | 'year'
    | 'flag'
    | 'choice'
    | 'rating'
    | 'text';
  /** Decimals shown in text. */
  readonly decimals: number;
  /** The words that a choice or a rating stands for, by number. */
  readonly words?: readonly string[];
};

/** Whether a figure of the unit can be above or below zero. */
export const hasSign = ({ kind }: Unit): boolean =>
  !['date', 'year', 'flag', 'choice', 'rating', 'text'].includes(kind);

const unit = (name: string, kind: Unit['kind'], decimals: number, words?: readonly string[]): Unit => ({
  name,
  kind,
  decimals,
  ...(words && { words }),
});

export const rmbMn = unit('RMB mn', 'money', 1);
/** RMB mn of a single customer or city: small enough to want decimals. */
export const rmbMnEach = unit('RMB mn', 'money', 2);
export const hkdMn = unit('HK$ mn', 'money', 1);
export const usdMn = unit('US$ mn', 'money', 1);
export const percent = unit('%', 'percent', 2);
export const percentOf = (base: string): Unit => unit(`% of ${base}`, 'percent', 2);
export const days = unit('days', 'days', 1);
export const multiple = unit('x', 'multiple', 2);
export const hkd = unit('HK$', 'per-share', 3);
export const rmb = unit('RMB', 'per-share', 4);
export const mnShares = unit('mn', 'shares', 1);
export const count = (name: string): Unit => unit(name, 'count', 0);
export const years = unit('years', 'years', 1);
export const date = unit('date', 'date', 0);
export const year = unit('year', 'year', 0);
export const flag = unit('0 or 1', 'flag', 0);
export const text = unit('text', 'text', 0);
/** One of a few words, held as its number in the list. */
export const choice = (...words: string[]): Unit => unit('word', 'choice', 0, words);
/** A rating, held as its number in the bands from the worst (0) to the best. */
export const ratingOf = (bestToWorst: readonly string[]): Unit =>
  unit('rating', 'rating', 0, [...bestToWorst].reverse());
