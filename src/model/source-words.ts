import type { Row } from './row.ts';

const cover = ['earnings_summary', 'rating_box', 'stock_data'];

/**
 * Where a row comes from, as a reader says it.
 *
 * @example sourceWords({ figure: 'from 66' }) // "from Figure 66"
 */
export function sourceWords({ figure }: Pick<Row, 'figure'>): string {
  const [, from = '', place] = /^(from )?(.*)$/.exec(figure) as unknown as [string, string | undefined, string];
  if (/^\d+$/.test(place)) return `${from}Figure ${place}`;
  if (place.startsWith('FS.')) return `${from}Financial Summary`;
  return cover.includes(place) ? `${from}cover` : figure;
}
