import type { CompsPeriod, CompsRow, Money } from '../model/comps/comps-table.ts';
import { knownNumber, positiveNumber, sourceCurrency, sourceDay, sourceNumber, sourceText } from './source-value.ts';

export type Answer = Readonly<Record<string, unknown>>;

/** What a source answered about one company, in its own words. */
export type Answers = {
  readonly quote: Answer;
  readonly profile: Answer;
  readonly balance: Answer | undefined;
  /** Of several years, whatever their order. */
  readonly income: readonly Answer[];
  readonly cashFlow: readonly Answer[];
  readonly sales: readonly Answer[];
  readonly earnings: readonly Answer[];
};

/** How a source calls what it answers. */
export type Vocabulary = {
  readonly price: string;
  readonly priceDay: string;
  readonly marketCap: string;
  readonly currency: string;
  readonly name: readonly string[];
  readonly reportedCurrency: string;
  readonly end: string;
  readonly netDebt: string;
  readonly cash: readonly string[];
  readonly debt: readonly string[];
  readonly minorities: readonly string[];
  readonly preferred: readonly string[];
  readonly revenue: readonly string[];
  readonly grossProfit: string;
  readonly eps: readonly string[];
  readonly freeCashFlow: string;
  readonly estimateEnd: string;
  readonly estimateSales: string;
  readonly estimateEps: string;
  readonly analysts: string;
};

const first = <Value>(answer: Answer, keys: readonly string[], read: (raw: unknown) => Value | null): Value | null =>
  keys.reduce<Value | null>((found, key) => found ?? read(answer[key]), null);

/**
 * The facts of one company out of the answers of a source. A multiple that the source computes is never taken: quote and
 * reporting currency are often not the same.
 */
export function companyFacts(
  ticker: string,
  answers: Answers,
  words: Vocabulary,
  { asOf, source, retrieved }: { readonly asOf: string; readonly source: string; readonly retrieved: string },
): CompsRow {
  const { quote, profile, balance, income } = answers;
  const quoted = sourceCurrency(profile[words.currency] ?? quote[words.currency]);
  const day = sourceDay(quote[words.priceDay]) ?? asOf;
  const price = positiveNumber(quote[words.price] ?? profile[words.price]);
  const capital = positiveNumber(quote[words.marketCap] ?? profile[words.marketCap]);
  const reporting = sourceCurrency((income[0] ?? balance ?? {})[words.reportedCurrency]);
  const reported = (amount: number | null, date: string): Money | null =>
    amount === null || !reporting ? null : { amount, currency: reporting.currency, date };
  const balanceDay = sourceDay(balance?.[words.end]) ?? asOf;
  const periods = periodsOf(answers, words, reported);
  const lastEnd = periods.findLast(({ kind }) => kind === 'actual')?.end;
  return {
    ticker,
    name: first(profile, words.name, (raw) => sourceText(raw) || null) ?? ticker,
    group: '',
    rating: null,
    include: true,
    fiscalYearEndMonth: lastEnd === undefined ? null : Number(lastEnd.slice(5, 7)),
    basis: '',
    price: price === null || !quoted ? null : { amount: price * quoted.unit, currency: quoted.currency, date: day },
    marketCap: capital === null || !quoted ? null : { amount: capital, currency: quoted.currency, date: day },
    netDebt: balance ? reported(netDebtOf(balance, words), balanceDay) : null,
    minorities: balance ? reported(first(balance, words.minorities, knownNumber), balanceDay) : null,
    preferred: balance ? reported(first(balance, words.preferred, knownNumber), balanceDay) : null,
    shares: null,
    periods: [...periods],
    reported: [],
    source,
    retrieved,
  };
}

/** Nought debt beside nought cash is a balance sheet that is not there. */
function netDebtOf(balance: Answer, words: Vocabulary): number | null {
  const given = knownNumber(balance[words.netDebt]);
  if (given !== null) return given;
  const [debt, cash] = [first(balance, words.debt, sourceNumber), first(balance, words.cash, knownNumber)];
  return cash === null ? null : (debt ?? 0) - cash;
}

function periodsOf(
  answers: Answers,
  words: Vocabulary,
  reported: (amount: number | null, date: string) => Money | null,
): readonly CompsPeriod[] {
  const { income, cashFlow, sales, earnings } = answers;
  const at = (list: readonly Answer[], key: string, month: string) =>
    list.find((one) => sourceDay(one[key])?.startsWith(month));
  const actual = income.flatMap((one): CompsPeriod[] => {
    const end = sourceDay(one[words.end]);
    if (end === null) return [];
    const cash = at(cashFlow, words.end, end.slice(0, 7));
    return [
      {
        label: end.slice(0, 4),
        end,
        kind: 'actual',
        analysts: null,
        revenue: reported(first(one, words.revenue, knownNumber), end),
        grossProfit: reported(knownNumber(one[words.grossProfit]), end),
        eps: reported(first(one, words.eps, knownNumber), end),
        freeCashFlow: cash ? reported(knownNumber(cash[words.freeCashFlow]), end) : null,
      },
    ];
  });
  const known = new Set(actual.map(({ end }) => end.slice(0, 7)));
  const ends = [...sales, ...earnings].flatMap((one) => sourceDay(one[words.estimateEnd]) ?? []);
  const expected = [...new Set(ends)].filter((end) => !known.has(end.slice(0, 7)));
  const estimates = expected.map((end): CompsPeriod => {
    const [turnover, earned] = [sales, earnings].map((list) => at(list, words.estimateEnd, end.slice(0, 7)));
    return {
      label: `${end.slice(0, 4)}E`,
      end,
      kind: 'consensus',
      analysts: countOf(turnover?.[words.analysts]),
      revenue: reported(positiveNumber(turnover?.[words.estimateSales]), end),
      grossProfit: null,
      eps: reported(knownNumber(earned?.[words.estimateEps]), end),
      freeCashFlow: null,
    };
  });
  return [...actual, ...estimates].sort((a, b) => a.end.localeCompare(b.end));
}

const countOf = (raw: unknown): number | null => {
  const count = positiveNumber(raw);
  return count === null ? null : Math.round(count);
};
