import { comparisonSnapshot } from '../../company/comps-snapshot.ts';
import type { FetchComps } from '../fetch-options.ts';
import { RefreshError } from '../refresh-error.ts';

/** The comps of the report itself, which come with the company's data. */
export const fetchComps: FetchComps = async (tickers, { settings }) => {
  if (!settings?.company) throw new RefreshError('settings', 'The snapshot needs the data of the company.');
  const snapshot = comparisonSnapshot(settings.company);
  const found = tickers.map((ticker) => ({ ticker, row: snapshot.rows.find((row) => row.ticker === ticker) }));
  return {
    ...snapshot,
    rows: found.flatMap(({ row }) => row ?? []),
    errors: Object.fromEntries(
      found.flatMap(({ ticker, row }) => (row ? [] : [[ticker, `The report does not compare with ${ticker}.`]])),
    ),
  };
};
