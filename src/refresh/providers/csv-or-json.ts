import { parseComps } from '../../model/comps/comps-table.ts';
import { compsFromGrid } from '../comps-from-grid.ts';
import { readDelimited } from '../delimited.ts';
import type { FetchComps, FetchOptions } from '../fetch-options.ts';
import { getText } from '../http.ts';
import { mapColumns, type MappedColumn } from '../map-columns.ts';
import { answersIn } from '../parts-of-company.ts';
import { RefreshError } from '../refresh-error.ts';

const source = 'The file';

/** Comps from CSV or JSON: a text, or what stands behind a URL. JSON is st.comps/1 or a list of objects. */
export const fetchComps: FetchComps = async (tickers, options) => {
  const text = await textOf(options);
  if (/^\s*</.test(text))
    throw new RefreshError('unreadable', `${source} is a web page instead of CSV or JSON. Check its address.`);
  if (!/^\s*[[{]/.test(text)) {
    const { grid, decimal } = readDelimited(text);
    return compsFromGrid(grid, tickers, options, { source, decimal });
  }
  const data = jsonOf(text);
  if (!Array.isArray(data)) {
    const table = parseComps(data);
    const rows = table.rows.filter(({ ticker }) => tickers.includes(ticker));
    const lacking = tickers.filter((ticker) => !rows.some((row) => row.ticker === ticker));
    const errors = lacking.map((ticker) => [ticker, table.errors[ticker] ?? `${source} has no row for ${ticker}.`]);
    return { ...table, rows, errors: Object.fromEntries(errors) };
  }
  const objects = answersIn(data);
  const heads = [...new Set(objects.flatMap((one) => Object.keys(one)))];
  const grid = [heads, ...objects.map((one) => heads.map((head) => one[head]))];
  return compsFromGrid(grid, tickers, options, { source, decimal: '.' });
};

/**
 * What the columns of a CSV text are taken for, to be looked at before it is used.
 *
 * @example previewMapping('Ticker;Price\nA US;1,5').delimiter // ";"
 */
export function previewMapping(text: string): {
  readonly delimiter: string;
  readonly decimal: string;
  readonly columns: readonly MappedColumn[];
} {
  const { delimiter, decimal, grid } = readDelimited(text);
  return { delimiter, decimal, columns: mapColumns(grid[0] ?? []) };
}

async function textOf({ settings, fetch, clock, signal }: FetchOptions): Promise<string> {
  if (settings?.text !== undefined) return settings.text;
  if (settings?.url && URL.canParse(settings.url))
    return getText(settings.url, {
      source,
      fetch,
      clock,
      signal,
      timeOut: settings.timeOut,
      attempts: settings.attempts,
      headers: { accept: 'text/csv, application/json' },
    });
  throw new RefreshError('settings', `${source} is missing: choose one, paste its text or give its address.`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RefreshError('unreadable', `${source} is cut off or is no JSON.`);
  }
}
