import { parseComps, type CompsRow, type CompsTable } from '../model/comps/comps-table.ts';
import { cancelled, systemClock } from './clock.ts';
import { concurrently } from './concurrently.ts';
import type { FetchOptions } from './fetch-options.ts';
import { RefreshError } from './refresh-error.ts';

/** A company's facts, and what was missing of them. */
export type Fetched = { readonly row: CompsRow; readonly missing?: string | undefined };

export type EachCompany = {
  readonly provider: string;
  fetchOne(ticker: string): Promise<Fetched>;
  /** What one US dollar is in another currency. */
  fetchRate(currency: string): Promise<CompsTable['rates'][number] | undefined>;
};

const reportingCurrency = 'USD';
const usuallyAtOnce = 4;

/**
 * A table by asking for each company, a few at a time, and for the exchange rates that they need.
 *
 * @throws RefreshError where asking on has no point: a key that is not accepted, a cancelled refresh.
 */
export async function fetchEach(
  tickers: readonly string[],
  { asOf, signal, settings, onProgress }: FetchOptions,
  { provider, fetchOne, fetchRate }: EachCompany,
): Promise<CompsTable> {
  const atOnce = settings?.atOnce ?? usuallyAtOnce;
  const errors: Record<string, string> = {};
  let done = 0;
  const found = await concurrently(tickers, atOnce, async (ticker) => {
    if (signal?.aborted) throw cancelled();
    try {
      const { row, missing } = await fetchOne(ticker);
      if (missing !== undefined) errors[ticker] = missing;
      return row;
    } catch (error) {
      if (!(error instanceof RefreshError) || error.stopsAll) throw error;
      errors[ticker] = error.message;
      return undefined;
    } finally {
      onProgress?.(++done, tickers.length);
    }
  });
  const rows = found.flatMap((row) => row ?? []);
  const given = settings?.rates ?? [];
  const rates = await concurrently(foreign(rows, given), atOnce, async (currency) => {
    try {
      return await fetchRate(currency);
    } catch (error) {
      if (!(error instanceof RefreshError) || error.stopsAll) throw error;
      return undefined;
    }
  });
  const days = rows.flatMap(({ price }) => price?.date ?? []).sort();
  return parseComps({
    schema: 'st.comps/1',
    provider,
    asOf: days.at(-1) ?? asOf,
    currency: reportingCurrency,
    rates: [...given, ...rates.flatMap((rate) => rate ?? [])],
    errors,
    rows,
  });
}

/** The currencies of the rows that no given rate speaks of. */
function foreign(rows: readonly CompsRow[], given: CompsTable['rates']): readonly string[] {
  const used = rows.flatMap(({ price, marketCap, netDebt, periods }) =>
    [price, marketCap, netDebt, ...periods.map(({ revenue }) => revenue)].flatMap((money) => money?.currency ?? []),
  );
  const known = new Set([reportingCurrency, ...given.flatMap(({ from, to }) => [from, to])]);
  return [...new Set(used)].filter((currency) => !known.has(currency));
}

/** The time of retrieval as it is kept. */
export const retrievedAt = ({ clock = systemClock }: FetchOptions): string =>
  clock.now().toISOString().slice(0, 19) + 'Z';
