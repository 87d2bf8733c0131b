import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answering = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

/** A real server on this machine, which answers as it is told. */
export async function startServer(answer: Answering) {
  const asked: URL[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://127.0.0.1');
    asked.push(url);
    answer(request, response, url);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export const json = (response: ServerResponse, data: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(data));
};

/** What Financial Modeling Prep documents for a path, for a company that makes 1,000 in 2021 and grows by a quarter. */
export function fmpAnswer(path: string, symbol: string): unknown {
  const name = path.split('/').at(-1)!;
  const date = (year: number) => `${year}-12-31`;
  const pairs: Readonly<Record<string, number>> = { USDCNY: 6.4, USDHKD: 7.8, USDJPY: 115 };
  switch (name) {
    case 'quote':
      return [{ symbol, name: symbol, price: pairs[symbol] ?? 50, marketCap: 20e9, timestamp: 1643662800 }];
    case 'profile':
      return [{ symbol, companyName: `${symbol} Inc`, price: 50, marketCap: 20e9, currency: currencyOf(symbol) }];
    case 'balance-sheet-statement':
      return [
        {
          date: date(2020),
          symbol,
          reportedCurrency: currencyOf(symbol),
          netDebt: -1e9,
          minorityInterest: 0,
          preferredStock: 0,
        },
      ];
    case 'income-statement':
      return [2020, 2019].map((year) => ({
        date: date(year),
        symbol,
        reportedCurrency: currencyOf(symbol),
        revenue: year === 2020 ? 0.8e9 : 0.64e9,
        grossProfit: 0.5e9,
        epsDiluted: 1,
      }));
    case 'cash-flow-statement':
      return [{ date: date(2020), symbol, reportedCurrency: currencyOf(symbol), freeCashFlow: 0.08e9 }];
    case 'analyst-estimates':
      return [2023, 2022, 2021].map((year) => ({
        symbol,
        date: date(year),
        revenueAvg: 1e9 * 1.25 ** (year - 2021),
        epsAvg: 1.25 ** (year - 2020),
        numAnalystsRevenue: 12,
        numAnalystsEps: 11,
      }));
  }
  return [];
}

const currencyOf = (symbol: string): string =>
  symbol.endsWith('.HK') ? 'HKD' : /\.S[SZ]$/.test(symbol) ? 'CNY' : symbol.endsWith('.T') ? 'JPY' : 'USD';
