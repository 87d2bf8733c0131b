import { companyFacts, type Vocabulary } from '../company-facts.ts';
import { fetchEach, retrievedAt } from '../fetch-each.ts';
import type { FetchComps } from '../fetch-options.ts';
import { getJson } from '../http.ts';
import { answersIn, PartsOfCompany } from '../parts-of-company.ts';
import { RefreshError } from '../refresh-error.ts';
import { positiveNumber, sourceDay } from '../source-value.ts';
import { symbolOf } from '../symbol.ts';

const source = 'Financial Modeling Prep';
const usualBase = 'https://financialmodelingprep.com/stable';
const years = 6;

const words: Vocabulary = {
  price: 'price',
  priceDay: 'timestamp',
  marketCap: 'marketCap',
  currency: 'currency',
  name: ['companyName', 'name'],
  reportedCurrency: 'reportedCurrency',
  end: 'date',
  netDebt: 'netDebt',
  cash: ['cashAndShortTermInvestments', 'cashAndCashEquivalents'],
  debt: ['totalDebt'],
  minorities: ['minorityInterest'],
  preferred: ['preferredStock'],
  revenue: ['revenue'],
  grossProfit: 'grossProfit',
  eps: ['epsDiluted', 'epsdiluted', 'eps'],
  freeCashFlow: 'freeCashFlow',
  estimateEnd: 'date',
  estimateSales: 'revenueAvg',
  estimateEps: 'epsAvg',
  analysts: 'numAnalystsRevenue',
};

/** Requests for one company, the exchange rates aside. */
export const requestsPerCompany = 6;

/** Comps from Financial Modeling Prep, with the user's key: quotes, statements and annual consensus. */
export const fetchComps: FetchComps = (tickers, options) => {
  const { settings = {} } = options;
  const { key, baseUrl = usualBase, timeOut, attempts } = settings;
  if (!key) throw new RefreshError('settings', `${source} needs your key. Enter it in the settings.`);
  const ask = async (path: string, query: Readonly<Record<string, string>>) => {
    const asked = new URLSearchParams({ ...query, apikey: key });
    const { fetch, clock, signal } = options;
    const http = { source, fetch, clock, signal, secrets: [key], timeOut, attempts };
    return answersIn(await getJson(`${baseUrl}/${path}?${asked}`, http));
  };
  return fetchEach(tickers, options, {
    provider: source,
    fetchOne: async (ticker) => {
      const symbol = symbolOf(ticker);
      const annual = { symbol, period: 'annual', limit: String(years) };
      const [quote] = await ask('quote', { symbol });
      if (!quote) throw new RefreshError('not found', `${source} does not know ${ticker}.`);
      const parts = new PartsOfCompany();
      const [profile, balance, income, cashFlow, estimates] = await Promise.all([
        parts.of('profile', ask('profile', { symbol })),
        parts.of('balance sheet', ask('balance-sheet-statement', annual)),
        parts.of('income statement', ask('income-statement', annual)),
        parts.of('cash flow', ask('cash-flow-statement', annual)),
        parts.of('consensus', ask('analyst-estimates', annual)),
      ]);
      const answers = {
        quote,
        profile: profile[0] ?? {},
        balance: balance[0],
        income,
        cashFlow,
        sales: estimates,
        earnings: estimates,
      };
      const about = { asOf: options.asOf, source, retrieved: retrievedAt(options) };
      return { row: companyFacts(ticker, answers, words, about), missing: parts.missing };
    },
    fetchRate: async (currency) => {
      const [quote] = await ask('quote', { symbol: `USD${currency}` });
      const rate = positiveNumber(quote?.price);
      if (rate === null) return undefined;
      return { from: 'USD', to: currency, rate, date: sourceDay(quote?.timestamp) ?? options.asOf };
    },
  });
};
