import {
  parseComps,
  type CompsPeriod,
  type CompsRow,
  type CompsTable,
  type Money,
} from '../model/comps/comps-table.ts';
import { retrievedAt } from './fetch-each.ts';
import type { FetchOptions } from './fetch-options.ts';
import { mapColumns, type ColumnMeaning, type MappedColumn } from './map-columns.ts';
import { RefreshError } from './refresh-error.ts';
import { knownNumber, positiveNumber, sourceCurrency, sourceDay, sourceNumber, sourceText } from './source-value.ts';

type Cells = readonly unknown[];
type Decimal = '.' | ',';

/**
 * Comps out of a table with headings, such as a CSV file or a range of cells.
 *
 * @throws RefreshError where no column holds tickers.
 */
export function compsFromGrid(
  grid: readonly Cells[],
  tickers: readonly string[],
  options: FetchOptions,
  { source, decimal }: { readonly source: string; readonly decimal: Decimal },
): CompsTable {
  const columns = mapColumns(grid[0] ?? []);
  const byTicker = columns.find(({ meaning }) => meaning?.what === 'text' && meaning.field === 'ticker');
  if (!byTicker) throw new RefreshError('unreadable', `${source} has no column that is headed "Ticker".`);
  const wanted = new Map(tickers.map((ticker) => [ticker.toLowerCase(), ticker]));
  const lines = grid.slice(1).flatMap((cells) => {
    const ticker = wanted.get(sourceText(cells[byTicker.column]).toLowerCase());
    return ticker === undefined ? [] : [{ ticker, cells }];
  });
  const found = new Map(lines.map(({ ticker, cells }) => [ticker, cells]));
  const errors = tickers.flatMap((ticker) =>
    found.has(ticker) ? [] : [[ticker, `${source} has no row for ${ticker}.`]],
  );
  return parseComps({
    schema: 'st.comps/1',
    provider: source,
    asOf: options.asOf,
    currency: 'USD',
    rates: options.settings?.rates ?? [],
    errors: Object.fromEntries(errors),
    rows: tickers.flatMap((ticker) => {
      const cells = found.get(ticker);
      return cells ? [rowOf(ticker, cells, columns, options, { source, decimal })] : [];
    }),
  });
}

function rowOf(
  ticker: string,
  cells: Cells,
  columns: readonly MappedColumn[],
  options: FetchOptions,
  { source, decimal }: { readonly source: string; readonly decimal: Decimal },
): CompsRow {
  const column = (what: (meaning: ColumnMeaning) => boolean) => columns.find(({ meaning }) => meaning && what(meaning));
  const textOf = (field: string): string => {
    const found = column((meaning) => meaning.what === 'text' && meaning.field === field);
    return found ? sourceText(cells[found.column]) : '';
  };
  const quoted = sourceCurrency(textOf('currency'));
  const reporting = sourceCurrency(textOf('reporting')) ?? quoted;
  const date = sourceDay(textOf('date')) ?? options.asOf;
  const money = (at: MappedColumn, day: string, otherwise: ReturnType<typeof sourceCurrency>): Money | null => {
    const amount = knownNumber(cells[at.column], decimal);
    const currency = at.currency ?? otherwise?.currency;
    if (amount === null || currency === undefined) return null;
    return { amount: amount * at.unit * (at.currency ? 1 : (otherwise?.unit ?? 1)), currency, date: day };
  };
  const amountOf = (field: string, otherwise: ReturnType<typeof sourceCurrency>): Money | null => {
    const found = column((meaning) => meaning.what === 'amount' && meaning.field === field);
    return found ? money(found, date, otherwise) : null;
  };
  const month = column(({ what }) => what === 'year-end');
  const said = month ? positiveNumber(cells[month.column], decimal) : null;
  const yearEnd = said !== null && Number.isInteger(said) && said <= 12 ? said : null;
  const shares = column((meaning) => meaning.what === 'amount' && meaning.field === 'shares');
  return {
    ticker,
    name: textOf('name') || ticker,
    group: textOf('group'),
    rating: textOf('rating') || null,
    include: true,
    fiscalYearEndMonth: yearEnd,
    basis: '',
    price: amountOf('price', quoted),
    marketCap: amountOf('marketCap', quoted),
    netDebt: amountOf('netDebt', reporting),
    minorities: amountOf('minorities', reporting),
    preferred: amountOf('preferred', reporting),
    shares: shares ? positiveNumber(cells[shares.column], decimal) : null,
    periods: [...periodsOf(columns, options.asOf, yearEnd ?? 12, (at, end) => money(at, end, reporting))],
    reported: columns.flatMap(({ meaning, column: at, isPercent }) => {
      const value = meaning?.what === 'reported' ? sourceNumber(cells[at], decimal) : null;
      if (meaning?.what !== 'reported' || value === null) return [];
      return [
        { field: meaning.field, year: meaning.year, value: isPercent && !isText(cells[at], '%') ? value / 100 : value },
      ];
    }),
    source,
    retrieved: retrievedAt(options),
  };
}

const isText = (raw: unknown, end: string): boolean => typeof raw === 'string' && raw.trim().endsWith(end);

function periodsOf(
  columns: readonly MappedColumn[],
  asOf: string,
  month: number,
  money: (at: MappedColumn, end: string) => Money | null,
): readonly CompsPeriod[] {
  const years = columns.flatMap(({ meaning }) => (meaning?.what === 'period' ? [meaning.year] : []));
  return [...new Set(years)].sort().map((year) => {
    const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    const of = (field: string): Money | null => {
      const at = columns.find(
        ({ meaning }) => meaning?.what === 'period' && meaning.field === field && meaning.year === year,
      );
      return at ? money(at, end) : null;
    };
    return {
      label: String(year),
      end,
      kind: end < asOf ? ('actual' as const) : ('consensus' as const),
      analysts: null,
      revenue: of('revenue'),
      grossProfit: of('grossProfit'),
      eps: of('eps'),
      freeCashFlow: of('freeCashFlow'),
    };
  });
}
