import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { comparisonSnapshot } from '../../src/company/comps-snapshot.ts';
import { company } from '../../src/company/index.ts';
import { compsFigure } from '../../src/model/comps/comps-figures.ts';
import type { CompsTable } from '../../src/model/comps/comps-table.ts';
import type { CompsOnSheet } from '../../src/refresh/comps-on-sheet.ts';
import type { ProviderSettings } from '../../src/refresh/fetch-options.ts';
import { previewRefresh } from '../../src/refresh/preview-refresh.ts';
import { fetchComps as fromFile, previewMapping } from '../../src/refresh/providers/csv-or-json.ts';
import { fetchComps as fromFmp } from '../../src/refresh/providers/financial-modeling-prep.ts';
import { fetchComps as fromOpenBb, testConnection } from '../../src/refresh/providers/openbb.ts';
import { costOf, providers } from '../../src/refresh/providers/registry.ts';
import { fetchComps as fromRange } from '../../src/refresh/providers/workbook-range.ts';
import { RefreshError } from '../../src/refresh/refresh-error.ts';
import type { CellContent, WorkbookPort } from '../../src/hosts/workbook-port.ts';
import { fmpAnswer, json, startServer, type Answering } from '../support/comps-server.ts';
import { heldClock } from '../support/held-clock.ts';

const key = 'SECRET-KEY-0123456789';
const asOf = '2022-01-31';

/** A refresh from a real server that speaks as Financial Modeling Prep, until a way to fail takes over. */
async function refresh(
  tickers: readonly string[],
  fail: (response: ServerResponse, url: URL, count: number) => boolean,
  settings: ProviderSettings = {},
  signal?: AbortSignal,
) {
  let count = 0;
  const answer: Answering = (_, response, url) => {
    if (fail(response, url, ++count)) return;
    json(response, fmpAnswer(url.pathname, url.searchParams.get('symbol')!));
  };
  const server = await startServer(answer);
  const clock = heldClock();
  const all = { key, baseUrl: `${server.base}/stable`, timeOut: 400, ...settings };
  try {
    const table = await fromFmp(tickers, { asOf, clock, settings: all, ...(signal && { signal }) });
    return { table, clock, asked: server.asked, error: undefined };
  } catch (error) {
    assert.ok(error instanceof RefreshError, String(error));
    assert.ok(!`${error.message}${error.stack}`.includes(key));
    return { table: undefined, clock, asked: server.asked, error };
  } finally {
    await server.stop();
  }
}

/** A sheet with one company, which stands at 15.2 times sales. */
const sheetOf = (ticker: string): CompsOnSheet => {
  const cells: CellContent[] = ['Name', ticker, 1, 'USD', 12.71, 25481, 15.2, 'printed', '=$E$4-44592', 'as labelled'];
  return {
    sheetId: '1',
    columns: { currency: 4, price: 5, marketCap: 6, status: 8, age: 9, basis: 10 },
    enterpriseValue: undefined,
    sales: new Map(),
    figures: [{ column: 7, head: 'EV/sales FY21E', asked: { field: 'ev-sales', year: 2021 } }],
    date: { row: 4, column: 5, formula: 44592 },
    peers: [{ row: 9, ticker, name: 'Name', isIncluded: true, formulas: cells, values: cells }],
  };
};
const empty: CompsTable = { ...comparisonSnapshot(company), provider: 'FMP', rows: [] };
const previewOf = (table: CompsTable, ticker: string) =>
  previewRefresh(sheetOf(ticker), table, { basis: 'as labelled', retrieved: '' }).rows[0]!;

const body =
  (text: string, status = 200, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse): true => {
    response.writeHead(status, headers);
    response.end(text);
    return true;
  };
/** Fails in the answers of one path. */
const only = (path: string, work: (response: ServerResponse) => true) => (response: ServerResponse, url: URL) =>
  url.pathname.endsWith(path) ? work(response) : false;
/** Gives other answers in one path. */
const other =
  (path: string, change: (answer: Record<string, unknown>) => unknown) =>
  (response: ServerResponse, url: URL): boolean => {
    if (!url.pathname.endsWith(path)) return false;
    const answers = fmpAnswer(url.pathname, url.searchParams.get('symbol')!) as Record<string, unknown>[];
    json(response, answers.map(change));
    return true;
  };

type Way = {
  readonly name: string;
  readonly fail: (response: ServerResponse, url: URL, count: number) => boolean;
  /** What the user reads; of the whole refresh where it stops. */
  readonly says: RegExp | undefined;
  readonly stops?: boolean;
  /** What EV/sales becomes: 19 where it came, 'kept' where the last value stays. */
  readonly gives: number | 'kept' | 'NM';
  readonly settings?: ProviderSettings;
};
const few = { attempts: 2 };
const ways: readonly Way[] = [
  { name: 'nothing', fail: () => false, says: undefined, gives: 19 },
  { name: 'hanging up', fail: (response) => (response.destroy(), true), says: /cannot be reached/, gives: 'kept' },
  { name: 'silence', fail: () => true, says: /did not answer within 0.4 seconds/, gives: 'kept', settings: few },
  {
    name: 'silence in the middle of an answer',
    fail: (response) => (response.writeHead(200), response.write('[{'), true),
    says: /did not answer within/,
    gives: 'kept',
    settings: few,
  },
  { name: '400', fail: body('', 400), says: /refused the request \(status 400\)/, gives: 'kept' },
  { name: '401', fail: body('', 401), says: /does not accept the key/, stops: true, gives: 'kept' },
  { name: '402', fail: body('', 402), says: /Your plan .* does not include/, gives: 'kept' },
  { name: '403', fail: body('', 403), says: /refuses this figure to your key/, gives: 'kept' },
  { name: '404', fail: body('', 404), says: /does not know this company/, gives: 'kept' },
  { name: '429 without Retry-After', fail: body('', 429), says: /fewer requests/, gives: 'kept' },
  { name: '429 that asks for an hour', fail: body('', 429, { 'retry-after': '3600' }), says: /fewer/, gives: 'kept' },
  {
    name: '429 once, with Retry-After',
    fail: (response, _, count) => count === 1 && body('', 429, { 'retry-after': '7' })(response),
    says: undefined,
    gives: 19,
  },
  { name: '500', fail: body('', 500), says: /fault of its own \(status 500\)/, gives: 'kept' },
  {
    name: '503 once',
    fail: (response, _, count) => count === 1 && body('', 503)(response),
    says: undefined,
    gives: 19,
  },
  { name: 'cut off JSON', fail: body('[{"symbol":"PL'), says: /cut off/, gives: 'kept' },
  { name: 'an empty answer', fail: body(''), says: /cut off or is no JSON/, gives: 'kept' },
  { name: 'an empty list', fail: body('[]'), says: /does not know PLTR US/, gives: 'kept' },
  { name: 'a web page', fail: body('<!doctype html><p>Sign in'), says: /web page instead of figures/, gives: 'kept' },
  {
    name: 'a quota note with 200',
    fail: body(`{"Error Message":"Limit Reach. Please upgrade. ${key}"}`),
    says: /quota .* used up/,
    gives: 'kept',
  },
  {
    name: 'a note of a wrong key with 200',
    fail: body('{"Error Message":"Invalid API KEY."}'),
    says: /does not accept the key/,
    stops: true,
    gives: 'kept',
  },
  {
    name: 'numbers as texts',
    fail: other('quote', (one) => ({ ...one, price: '50.00', marketCap: '20,000,000,000' })),
    says: undefined,
    gives: 19,
  },
  {
    name: '"None" for the market capitalisation',
    fail: other('quote', (one) => ({ ...one, marketCap: 'None' })),
    says: /^Mkt cap US\$ mn: No market capitalisation or its exchange rate came\. The last/,
    gives: 'kept',
  },
  {
    name: 'zero for a market capitalisation that is missing',
    fail: other('quote', (one) => ({ ...one, marketCap: 0 })),
    says: /^Mkt cap US\$ mn: No market capitalisation/,
    gives: 'kept',
  },
  {
    name: 'zero for estimated sales that are missing',
    fail: other('analyst-estimates', (one) => ({ ...one, revenueAvg: 0 })),
    says: /^EV\/sales FY21E: It takes sales of 2021\. The last value was kept/,
    gives: 'kept',
  },
  {
    name: 'a quote without figures, which the profile has',
    fail: other('quote', ({ symbol }) => ({ symbol })),
    says: undefined,
    gives: 19,
  },
  {
    name: 'missing fields everywhere',
    fail: (response, url) => body(JSON.stringify([{ symbol: url.searchParams.get('symbol') }]))(response),
    says: /^Price: No price came\. The last value was kept\.$/,
    gives: 'kept',
  },
  {
    name: 'no consensus in the plan',
    fail: only('analyst-estimates', body('', 402)),
    says: /^No consensus: Your plan/,
    gives: 'kept',
  },
  {
    name: 'another currency',
    fail: other('profile', (one) => ({ ...one, currency: 'EUR' })),
    says: /came in EUR and stands in USD: check the ticker/,
    gives: 'kept',
  },
  {
    name: 'a currency that is none',
    fail: other('profile', (one) => ({ ...one, currency: '<b>' })),
    says: /^Price: No price came/,
    gives: 'kept',
  },
  {
    name: 'net cash above the market capitalisation',
    fail: other('balance-sheet-statement', (one) => ({ ...one, netDebt: -90e9 })),
    says: undefined,
    gives: 'NM',
  },
  {
    name: 'a redirect to another origin',
    fail: body('', 302, { location: 'http://elsewhere.example/' }),
    says: /another address, which was not followed/,
    stops: true,
    gives: 'kept',
  },
  {
    name: 'redirects in a circle',
    fail: (response, url) => body('', 307, { location: `${url.pathname}${url.search}` })(response),
    says: /not followed/,
    stops: true,
    gives: 'kept',
  },
  {
    name: 'an answer that says it has 50 MB',
    fail: (response) => (response.writeHead(200, { 'content-length': '50000000' }), response.write('['), true),
    says: /larger than 5 MB and was not read/,
    gives: 'kept',
  },
  {
    name: 'an answer that goes on for 50 MB',
    fail: (response) => {
      const more = () => {
        while (!response.destroyed && response.write(' '.repeat(500_000)));
        if (!response.destroyed) response.once('drain', more);
      };
      response.writeHead(200);
      more();
      return true;
    },
    says: /larger than 5 MB and was not read/,
    gives: 'kept',
    settings: { timeOut: 10_000 },
  },
  {
    name: 'objects where lists are expected',
    fail: body('{"a":{"b":[1]}}'),
    says: /does not know PLTR US/,
    gives: 'kept',
  },
  { name: 'null', fail: body('null'), says: /does not know PLTR US/, gives: 'kept' },
];

describe('a source of comps that fails', function () {
  this.timeout(30_000);

  for (const { name, fail, says, stops = false, gives, settings } of ways)
    it(`by ${name} ${gives === 'kept' ? 'leaves the last values' : 'gives what it can'}, and says so`, async () => {
      const { table, error } = await refresh(['PLTR US'], fail, settings);
      assert.equal(error !== undefined, stops);
      const preview = previewOf(table ?? empty, 'PLTR US');
      const told = error?.message ?? preview.message;
      if (says) assert.match(told!, says);
      else assert.equal(told, undefined);
      assert.ok(!String(told).includes(key) && !String(told).includes('http://127'));
      const cell = preview.cells.find(({ key: one }) => one === 'ev-sales-2021')!;
      assert.equal(cell.old, 15.2);
      assert.equal(cell.new, gives === 'kept' ? undefined : gives);
      assert.ok(!JSON.stringify(table ?? {}).includes(key));
    });

  it('by a refused connection cannot be reached', async () => {
    const server = await startServer(() => undefined);
    await server.stop();
    const clock = heldClock();
    const table = await fromFmp(['PLTR US'], { asOf, clock, settings: { key, baseUrl: server.base } });
    assert.match(table.errors['PLTR US']!, /cannot be reached. Check its address and the network/);
    assert.deepEqual(clock.waited, [375, 750, 1500]);
  });

  it('is waited for longer each time, or as long as it asks', async () => {
    const busy = await refresh(['PLTR US'], body('', 500));
    assert.deepEqual(busy.clock.waited, [375, 750, 1500]);
    const asking = await refresh(
      ['PLTR US'],
      (response, _, count) => count === 1 && body('', 429, { 'retry-after': '7' })(response),
    );
    assert.deepEqual(asking.clock.waited, [7000]);
    const dated = await refresh(
      ['PLTR US'],
      (response, _, count) =>
        count === 1 && body('', 429, { 'retry-after': 'Tue, 01 Feb 2022 08:00:09 GMT' })(response),
    );
    assert.deepEqual(dated.clock.waited, [9000]);
    const hour = await refresh(['PLTR US'], body('', 429, { 'retry-after': '3600' }));
    assert.deepEqual(hour.clock.waited, []);
  });

  it('by hostile names gives harmless text of bounded length', async () => {
    const names = [
      '=HYPERLINK("https://evil.example")',
      '<script>alert(1)</script>',
      'x'.repeat(10_000),
      'a\u202Eb\u0000c\nd',
    ];
    for (const companyName of names) {
      const { table } = await refresh(
        ['PLTR US'],
        other('profile', (one) => ({ ...one, companyName })),
      );
      const [row] = table!.rows;
      assert.ok(row!.name.length <= 120);
      assert.doesNotMatch(row!.name, /[\p{Cc}\p{Cf}]/u);
      assert.equal(previewOf(table!, 'PLTR US').name, 'Name');
    }
  });

  it('for half the companies gives the other half, in order', async () => {
    const tickers = ['A US', 'B US', 'C US', 'D US'];
    const { table } = await refresh(tickers, (response, url) =>
      ['B', 'D'].includes(url.searchParams.get('symbol')!) ? body('', 404)(response) : false,
    );
    assert.deepEqual(
      table!.rows.map(({ ticker }) => ticker),
      ['A US', 'C US'],
    );
    assert.deepEqual(Object.keys(table!.errors).sort(), ['B US', 'D US']);
  });

  it('for 10 % of 200 companies ends with the others right and in order', async () => {
    const tickers = Array.from({ length: 200 }, (_, index) => `T${index} US`);
    const { table } = await refresh(
      tickers,
      (response, url) => (/^T\d*7$/.test(url.searchParams.get('symbol')!) ? body('', 500)(response) : false),
      { attempts: 2, timeOut: 10_000 },
    );
    const expected = tickers.filter((ticker) => !/7 US$/.test(ticker));
    assert.deepEqual(
      table!.rows.map(({ ticker }) => ticker),
      expected,
    );
    assert.equal(Object.keys(table!.errors).length, 20);
    for (const row of table!.rows) {
      const figure = compsFigure(row, table!, { field: 'ev-sales', year: 2021 }, 'as labelled');
      assert.ok(figure.kind === 'value' && figure.value === 19);
    }
  });

  it('is not asked on once the user cancels', async () => {
    const controller = new AbortController();
    const tickers = Array.from({ length: 50 }, (_, index) => `T${index} US`);
    const { error, asked } = await refresh(
      tickers,
      (_, __, count) => {
        if (count === 10) controller.abort();
        return false;
      },
      {},
      controller.signal,
    );
    assert.equal(error!.message, 'The refresh was cancelled; nothing was changed.');
    assert.ok(asked.length < 40);
  });

  it('is not asked at all without a key', () => {
    assert.throws(() => fromFmp(['A US'], { asOf }), /needs your key/);
  });
});

describe('a source of comps', () => {
  it('says before it is asked what that costs', () => {
    const metered = providers.find(({ isMetered }) => isMetered)!;
    assert.equal(costOf(metered, 200), '1,200 requests of your plan for 200 companies, exchange rates aside.');
    assert.equal(costOf(providers[0]!, 20), 'No cost.');
  });

  it('makes as many requests as it says, and one more for each currency', async () => {
    const { table, asked } = await refresh(['700 HK', '600519 CH'], () => false);
    assert.equal(asked.length, 2 * 6 + 2);
    assert.deepEqual(table!.rates.map(({ to, rate, date }) => [to, rate, date]).sort(), [
      ['CNY', 6.4, asOf],
      ['HKD', 7.8, asOf],
    ]);
    assert.ok(asked.some(({ search }) => search.includes('symbol=0700.HK')));
    assert.ok(asked.some(({ search }) => search.includes('symbol=600519.SS')));
  });

  it('may be an OpenBB Platform, with the currency of the statements apart from that of the quote', async () => {
    const server = await startServer((request, response, url) => {
      assert.equal(request.headers.authorization, `Basic ${btoa('me:word-of-mine')}`);
      const symbol = url.searchParams.get('symbol');
      const period = (year: number) => ({ period_ending: `${year}-12-31` });
      const results: Readonly<Record<string, unknown>> = {
        'equity/price/quote': [{ symbol, name: 'A', last_price: '78.0', last_timestamp: '2022-01-31T16:00:00' }],
        'equity/profile': [{ symbol, name: 'A', currency: 'HKD', market_cap: 78e9 }],
        'equity/fundamental/metrics': [{ symbol, currency: 'CNY', enterprise_to_revenue: 99 }],
        'equity/fundamental/balance': [
          { ...period(2019), total_debt: 9, cash_and_cash_equivalents: 1 },
          { ...period(2020), total_debt: 1e9, cash_and_cash_equivalents: 5e9 },
        ],
        'equity/fundamental/income': [{ ...period(2020), total_revenue: 8e9, gross_profit: 4e9 }],
        'equity/fundamental/cash': [{ ...period(2020), free_cash_flow: -0.8e9 }],
        'equity/estimates/forward_sales': [
          { symbol, date: '2021-12-31', fiscal_period: 'fy', mean: 10e9, number_of_analysts: 7 },
          { symbol, date: '2021-03-31', fiscal_period: 'q1', mean: 2e9 },
        ],
        'equity/estimates/forward_eps': [{ symbol, date: '2021-12-31', fiscal_period: 'fy', mean: 1.5 }],
      };
      if (url.pathname === '/api/v1/coverage/providers') return json(response, { yfinance: [], fmp: [] });
      const path = url.pathname.replace('/api/v1/', '');
      if (path === 'currency/price/historical') {
        const close = symbol === 'USDHKD' ? 7.8 : 6.4;
        return json(response, {
          results: [
            { date: '2022-01-28', close: 1 },
            { date: asOf, close },
          ],
        });
      }
      json(response, { id: '1', results: results[path], provider: 'yfinance', warnings: null, extra: {} });
    });
    const options = { asOf, clock: heldClock(), settings: { baseUrl: `${server.base}/`, key: 'me:word-of-mine' } };
    try {
      assert.deepEqual(await testConnection(options), ['yfinance', 'fmp']);
      const table = await fromOpenBb(['700 HK'], options);
      assert.deepEqual(table.errors, {});
      const [row] = table.rows;
      assert.deepEqual(row!.marketCap, { amount: 78e9, currency: 'HKD', date: asOf });
      assert.deepEqual(row!.netDebt, { amount: -4e9, currency: 'CNY', date: '2020-12-31' });
      const figure = compsFigure(row!, table, { field: 'ev-sales', year: 2021 }, 'calendarised');
      assert.ok(figure.kind === 'value' && Math.abs(figure.value - (10 * 6.4 - 4) / 10) < 1e-9);
      assert.equal(row!.periods.length, 2);
      assert.ok(!JSON.stringify(table).includes('word-of-mine'));
    } finally {
      await server.stop();
    }
    await assert.rejects(
      async () => testConnection({ asOf, settings: { baseUrl: 'javascript:1' } }),
      /needs the address/,
    );
  });

  it('may be a CSV with another delimiter and a decimal comma, its columns shown as they are taken', async () => {
    const text =
      'Ticker;Currency;Mkt cap US$ mn;Net debt mn;Sales FY21E mn;GPM %;My note\r\n"A US";USD;1.000,5;-100;90,05;68;"x;y"\r\n';
    const shown = previewMapping(text);
    assert.deepEqual([shown.delimiter, shown.decimal], [';', ',']);
    assert.deepEqual(
      shown.columns.map(({ meaning }) => meaning && ('field' in meaning ? meaning.field : meaning.what)),
      ['ticker', 'currency', 'marketCap', 'netDebt', 'revenue', 'gross-margin', undefined],
    );
    const table = await fromFile(['a us', 'B US'], { asOf, settings: { text } });
    assert.deepEqual(table.rows[0]!.marketCap, { amount: 1000.5e6, currency: 'USD', date: asOf });
    const figure = compsFigure(table.rows[0]!, table, { field: 'ev-sales', year: 2021 }, 'as labelled');
    assert.ok(figure.kind === 'value' && Math.abs(figure.value - 10) < 1e-9);
    assert.deepEqual(table.rows[0]!.reported, [{ field: 'gross-margin', year: null, value: 0.68 }]);
    assert.deepEqual(table.errors, { 'B US': 'The file has no row for B US.' });
  });

  it('may be JSON of this form, behind a URL or as text, and is refused where it is not', async () => {
    const snapshot = comparisonSnapshot(company);
    const server = await startServer((_, response) => json(response, snapshot));
    try {
      const table = await fromFile(['PATH US'], { asOf, settings: { url: `${server.base}/comps.json` } });
      assert.deepEqual(table.rows, [snapshot.rows[1]]);
    } finally {
      await server.stop();
    }
    await assert.rejects(fromFile([], { asOf, settings: { text: '{"schema":1}' } }), /These are no comps: schema/);
    await assert.rejects(fromFile([], { asOf, settings: { text: '[{"Tick' } }), /cut off/);
    await assert.rejects(fromFile([], { asOf, settings: { text: '<html>' } }), /web page/);
    await assert.rejects(fromFile([], { asOf, settings: { text: 'a,b\n1,2' } }), /no column that is headed "Ticker"/);
    const list = JSON.stringify([{ Ticker: 'A US', Currency: 'USD', Price: '12.5' }]);
    assert.equal((await fromFile(['A US'], { asOf, settings: { text: list } })).rows[0]!.price!.amount, 12.5);
  });

  it('may be a range whose cells are still filling: they are waited for, and reported when they do not come', async () => {
    const rangeOf = (last: (look: number) => CellContent) => {
      let look = 0;
      const read: WorkbookPort['read'] = async () => {
        look++;
        const values = [
          ['Ticker', 'Currency', 'Price'],
          ['A US', 'USD', last(look)],
          ['B US', 'USD', 7],
        ];
        return [{ sheetId: '1', row: 1, column: 1, formulas: values, values }];
      };
      return { read } as WorkbookPort;
    };
    const place = { sheetId: '1', range: 'A1:C3' };
    const clock = heldClock();
    const filled = rangeOf((look) => (look < 3 ? '#N/A Requesting Data...' : 12));
    const table = await fromRange(['A US', 'B US'], { asOf, clock, settings: { port: filled, place } });
    assert.deepEqual(clock.waited, [2000, 2000]);
    assert.deepEqual(table.errors, {});
    assert.equal(table.rows[0]!.price!.amount, 12);
    for (const word of ['#GETTING_DATA', '#BUSY!', '#N/A Requesting Data...']) {
      const waiting = await fromRange(['A US', 'B US'], {
        asOf,
        clock: heldClock(),
        settings: { port: rangeOf(() => word), place },
      });
      assert.deepEqual(waiting.errors, { 'A US': 'Some of its cells are still waiting for the terminal.' });
      assert.equal(waiting.rows[0]!.price, null);
      assert.equal(waiting.rows[1]!.price!.amount, 7);
    }
  });
});
