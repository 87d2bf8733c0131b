import type { Definitions } from '../definitions.ts';
import { sum, zero } from '../expression.ts';
import type { RowOptions } from '../row.ts';
import { heading, item, less, ratio, total, type Statement } from '../statement.ts';
import { percentOf, rmbMn } from '../unit.ts';
import type { Debt } from './debt.ts';
import type { Revenue } from './revenue.ts';
import { shareOfRevenue } from './share-of-revenue.ts';
import type { WorkingCapital } from './working-capital.ts';

const figure = '58';

export type NonOperating = Omit<ReturnType<typeof nonOperating>, 'statement'>;

/** What stands between operating profit and profit before tax; losses positive. RMB mn (Figure 58). */
export function nonOperating(
  define: Definitions,
  { revenue }: Revenue,
  { tradeReceivables }: WorkingCapital,
  { financeExpense }: Debt,
) {
  const level = (id: string, label: string, options: RowOptions = {}) =>
    define.line(id, label, rmbMn, { figure, ...options });
  const sumUp = (id: string, label: string, of: Parameters<Definitions['derived']>[3], options: RowOptions = {}) =>
    define.derived(id, label, rmbMn, of, { figure, ...options });

  const impairmentRate = define.driver(
    'impairment-rate',
    'Impairment, % of trade receivables',
    percentOf('receivables'),
    { figure: 'from 58' },
  );
  const netImpairmentLosses = define.line('net-impairment-losses', 'Net impairment losses on financial assets', rmbMn, {
    figure,
    sign: 'cost',
    estimate: tradeReceivables.times(impairmentRate),
  });
  impairmentRate.when({ actual: netImpairmentLosses.div(tradeReceivables) });

  const financialSubsidies = level('financial-subsidies', 'Financial subsidies');
  const vat = shareOfRevenue(
    define,
    revenue,
    { id: 'vat-refund', label: 'VAT refund', figure },
    { id: 'vat-refund-ratio', label: 'VAT refund, % of revenue' },
  );
  const dividendReceived = level('dividend-received', 'Dividend received').when({ estimate: zero });
  const otherIncomeUnitemised = level('other-income-unitemised', 'Other income not itemised in the breakdown', {
    figure: 'from 58',
  }).when({ estimate: zero });
  const governmentGrants = sumUp('government-grants', 'Government grants', financialSubsidies.plus(vat.line));
  const otherIncomeItemised = sumUp(
    'other-income-itemised',
    'Other income, itemised',
    governmentGrants.plus(dividendReceived),
  );
  const otherIncome = sumUp('other-income', 'Other income', otherIncomeItemised.plus(otherIncomeUnitemised));
  const foreignExchangeGain = level('foreign-exchange-gain', 'Net foreign exchange gain', { sign: 'either' });
  const otherNetGain = level('other-net-gain', 'Other net gain', { sign: 'either' });
  const otherGains = sumUp('other-gains', 'Other gains, net', foreignExchangeGain.plus(otherNetGain), {
    sign: 'either',
  });
  const financeIncome = level('finance-income', 'Finance income');
  const netFinanceIncome = sumUp('net-finance-income', 'Net finance income', financeIncome.minus(financeExpense), {
    sign: 'either',
  });
  const shareOfLosses = level('share-of-losses', 'Share of losses of associates', {
    sign: 'cost',
    note: 'a positive number is a loss',
  });
  const fairValueLoss = level(
    'fair-value-loss',
    'Fair value loss on preferred shares and other financial liabilities',
    { sign: 'cost', note: 'a positive number is a loss' },
  );
  const nonOperatingItems = sumUp(
    'non-operating-items',
    'Non-operating items',
    sum(otherIncome, otherGains, financeIncome)
      .minus(netImpairmentLosses)
      .minus(financeExpense)
      .minus(shareOfLosses)
      .minus(fairValueLoss),
    { sign: 'either' },
  );
  const checkNonOperating = define.check(
    'check-non-operating',
    'Items sum to non-operating items',
    rmbMn,
    nonOperatingItems.minus(
      sum(financialSubsidies, vat.line, dividendReceived, otherIncomeUnitemised, otherGains, netFinanceIncome)
        .minus(netImpairmentLosses)
        .minus(shareOfLosses)
        .minus(fairValueLoss),
    ),
  );

  const statement: Statement = {
    name: 'Non-operating items',
    figure,
    checks: [checkNonOperating],
    items: [
      less(netImpairmentLosses),
      ratio(impairmentRate),
      item(otherIncome),
      item(otherGains),
      item(financeIncome),
      less(financeExpense),
      less(shareOfLosses),
      less(fairValueLoss),
      total(nonOperatingItems),
      heading('Other income'),
      item(governmentGrants),
      item(financialSubsidies),
      item(vat.line),
      ratio(vat.driver),
      item(dividendReceived),
      total(otherIncomeItemised),
      item(otherIncomeUnitemised),
      heading('Other gains'),
      item(foreignExchangeGain),
      item(otherNetGain),
    ],
  };
  return {
    foreignExchangeGain,
    financeIncome,
    netFinanceIncome,
    shareOfLosses,
    fairValueLoss,
    nonOperatingItems,
    statement,
  };
}
