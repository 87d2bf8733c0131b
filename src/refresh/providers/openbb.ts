import { companyFacts, type Vocabulary } from '../company-facts.ts';
import { fetchEach, retrievedAt } from '../fetch-each.ts';
import type { FetchComps, FetchOptions } from '../fetch-options.ts';
import { getJson } from '../http.ts';
import { answersIn, PartsOfCompany } from '../parts-of-company.ts';
import { RefreshError } from '../refresh-error.ts';
import { positiveNumber, sourceDay } from '../source-value.ts';
import { symbolOf } from '../symbol.ts';

const source = 'OpenBB';
const years = '6';

const words: Vocabulary = {
  price: 'last_price',
  priceDay: 'last_timestamp',
  marketCap: 'market_cap',
  currency: 'currency',
  name: ['name'],
  reportedCurrency: 'reported_currency',
  end: 'period_ending',
  netDebt: 'net_debt',
  cash: [
    'cash_and_short_term_investments',
    'cash_cash_equivalents_and_short_term_investments',
    'cash_and_cash_equivalents',
  ],
  debt: ['total_debt'],
  minorities: ['minority_interest', 'minority_interests'],
  preferred: ['preferred_stock', 'preferred_stock_equity'],
  revenue: ['total_revenue', 'revenue'],
  grossProfit: 'gross_profit',
  eps: ['diluted_earnings_per_share', 'basic_earnings_per_share'],
  freeCashFlow: 'free_cash_flow',
  estimateEnd: 'date',
  estimateSales: 'mean',
  estimateEps: 'mean',
  analysts: 'number_of_analysts',
};

/** Requests for one company, the exchange rates aside. */
export const requestsPerCompany = 8;

/** Comps from a self-hosted OpenBB Platform API. */
export const fetchComps: FetchComps = (tickers, options) => {
  const { dataSource = 'yfinance', estimateSource = 'intrinio' } = options.settings ?? {};
  const ask = asker(options);
  return fetchEach(tickers, options, {
    provider: source,
    fetchOne: async (ticker) => {
      const of = { symbol: symbolOf(ticker), provider: dataSource };
      const annual = { ...of, period: 'annual', limit: years };
      const estimated = { ...of, provider: estimateSource };
      const [quote] = await ask('equity/price/quote', of);
      if (!quote) throw new RefreshError('not found', `${source} does not know ${ticker}.`);
      const parts = new PartsOfCompany();
      const [profile, metrics, balance, income, cashFlow, sales, earnings] = await Promise.all([
        parts.of('profile', ask('equity/profile', of)),
        parts.of('reporting currency', ask('equity/fundamental/metrics', of)),
        parts.of('balance sheet', ask('equity/fundamental/balance', annual)),
        parts.of('income statement', ask('equity/fundamental/income', annual)),
        parts.of('cash flow', ask('equity/fundamental/cash', annual)),
        parts.of('sales consensus', ask('equity/estimates/forward_sales', estimated)),
        parts.of('EPS consensus', ask('equity/estimates/forward_eps', estimated)),
      ]);
      const isAnnual = ({ fiscal_period: period }: { readonly fiscal_period?: unknown }) =>
        typeof period !== 'string' || /^(fy|annual|q?0)$/i.test(period);
      const answers = {
        quote,
        profile: profile[0] ?? {},
        balance: latest(balance),
        income: withCurrency(income, metrics[0]?.currency),
        cashFlow,
        sales: sales.filter(isAnnual),
        earnings: earnings.filter(isAnnual),
      };
      const about = { asOf: options.asOf, source: `${source}, ${dataSource}`, retrieved: retrievedAt(options) };
      return { row: companyFacts(ticker, answers, words, about), missing: parts.missing };
    },
    fetchRate: async (currency) => {
      const prices = await ask('currency/price/historical', { symbol: `USD${currency}`, provider: dataSource });
      const last = prices.toSorted((a, b) => String(a.date).localeCompare(String(b.date))).at(-1);
      const rate = positiveNumber(last?.close);
      if (rate === null) return undefined;
      return { from: 'USD', to: currency, rate, date: sourceDay(last?.date) ?? options.asOf };
    },
  });
};

/**
 * Whether an OpenBB Platform answers at the address, and the sources that it offers.
 *
 * @throws RefreshError that says what is wrong with the address.
 */
export async function testConnection(options: FetchOptions): Promise<readonly string[]> {
  const offered = await getJson(`${baseOf(options)}/api/v1/coverage/providers`, httpOf(options));
  if (typeof offered !== 'object' || offered === null || Array.isArray(offered))
    throw new RefreshError('unreadable', `What answers at this address is not the API of ${source}.`);
  return Object.keys(offered);
}

type Row = Readonly<Record<string, unknown>>;

function asker(options: FetchOptions) {
  const [base, http] = [baseOf(options), httpOf(options)];
  return async (path: string, query: Readonly<Record<string, string>>): Promise<readonly Row[]> => {
    const data = await getJson(`${base}/api/v1/${path}?${new URLSearchParams(query)}`, http);
    return answersIn((data as { readonly results?: unknown } | null)?.results);
  };
}

function baseOf({ settings }: FetchOptions): string {
  const base = settings?.baseUrl?.trim().replace(/\/+$/, '');
  if (base && URL.canParse(base) && /^https?:/.test(base)) return base;
  throw new RefreshError('settings', `${source} needs the address where it runs, such as http://127.0.0.1:6900.`);
}

const httpOf = ({ fetch, clock, signal, settings }: FetchOptions) => ({
  source,
  fetch,
  clock,
  signal,
  timeOut: settings?.timeOut,
  attempts: settings?.attempts,
  secrets: settings?.key ? [settings.key] : [],
  ...(settings?.key && { headers: { authorization: `Basic ${btoa(settings.key)}` } }),
});

const latest = (balances: readonly Row[]): Row | undefined =>
  balances.toSorted((a, b) => String(a[words.end]).localeCompare(String(b[words.end]))).at(-1);

/** Not all of its sources say with each statement in which currency the company reports. */
const withCurrency = (income: readonly Row[], otherwise: unknown): readonly Row[] =>
  income.map((one) => ({ ...one, reported_currency: one.reported_currency ?? one.currency ?? otherwise }));
