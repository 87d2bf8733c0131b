import type { ReportNote } from './company.ts';

/** What a note does to the target price, for a cell: the price were it put right, or a word. */
export const effectOn = ({ targetPrice }: Pick<ReportNote, 'targetPrice'>): number | string =>
  targetPrice === 'unknown' ? 'not known' : targetPrice;
