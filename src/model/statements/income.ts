import type { Definitions } from '../definitions.ts';
import { growth, sum, zero } from '../expression.ts';
import { heading, item, less, lessTotal, ratio, total, type Statement } from '../statement.ts';
import { percentOf, percent, rmbMn } from '../unit.ts';
import type { Capex } from './capex.ts';
import type { CostOfSales } from './cost-of-sales.ts';
import type { Debt } from './debt.ts';
import type { Revenue } from './revenue.ts';
import type { WorkingCapital } from './working-capital.ts';

export type Income = ReturnType<typeof income>;

/** The income statement down to adjusted net profit and EBITDA. RMB mn, expenses positive (Figures 58 and 65). */
export function income(
  define: Definitions,
  { revenue, revenueGrowth }: Revenue,
  { costOfSales }: CostOfSales,
  { tradeReceivables }: WorkingCapital,
  { financeExpense }: Debt,
  { depreciationAndAmortisation }: Capex,
) {
  const ofRevenue = percentOf('revenue');
  const margin = (id: string, label: string, of: Parameters<typeof item>[0], figure = '65') =>
    define.derived(id, label, ofRevenue, of.div(revenue), { figure });
  /** An expense that is a share of revenue. */
  const shareOfRevenue = (
    id: string,
    label: string,
    driver: { id: string; label: string },
    figure: string,
    note?: string,
  ) => {
    const driverRow = define.driver(driver.id, driver.label, ofRevenue, { figure, ...(note && { note }) });
    const line = define.line(id, label, rmbMn, { figure, estimate: revenue.times(driverRow) });
    driverRow.when({ actual: line.div(revenue) });
    return { line, driver: driverRow };
  };

  const grossProfit = define.derived('gross-profit', 'Gross profit', rmbMn, revenue.minus(costOfSales), {
    figure: '65',
  });
  const grossMargin = margin('gross-margin', 'Gross margin', grossProfit);
  const inclusive = 'includes share-based compensation';
  const selling = shareOfRevenue(
    'selling-and-marketing-expense',
    'Selling and marketing expense',
    { id: 'selling-and-marketing-ratio', label: 'Selling and marketing, % of revenue' },
    '65',
    inclusive,
  );
  const administrative = shareOfRevenue(
    'administrative-expense',
    'Administrative expense',
    { id: 'administrative-ratio', label: 'Administrative, % of revenue' },
    '65',
    inclusive,
  );
  const research = shareOfRevenue(
    'research-and-development-expense',
    'Research and development expense',
    { id: 'research-and-development-ratio', label: 'Research and development, % of revenue' },
    '65',
    inclusive,
  );
  const compensation = shareOfRevenue(
    'share-based-compensation',
    'Share-based compensation',
    { id: 'share-based-compensation-ratio', label: 'Share-based compensation, % of revenue' },
    '65',
    'a share of operating expenses, not an extra cost',
  );
  const operatingExpenses = define.derived(
    'operating-expenses',
    'Operating expenses',
    rmbMn,
    sum(selling.line, administrative.line, research.line),
  );
  const operatingExpenseRatio = margin(
    'operating-expense-ratio',
    'Operating expenses, % of revenue',
    operatingExpenses,
    'text',
  );
  const expensesBeforeCompensation = define.derived(
    'operating-expenses-before-share-based-compensation',
    'Operating expenses before share-based compensation',
    rmbMn,
    operatingExpenses.minus(compensation.line),
  );
  const expenseRatioBeforeCompensation = margin(
    'operating-expense-ratio-before-share-based-compensation',
    'Operating expenses before share-based compensation, % of revenue',
    expensesBeforeCompensation,
    'text',
  );
  const operatingProfit = define.derived(
    'operating-profit',
    'Operating profit',
    rmbMn,
    grossProfit.minus(operatingExpenses),
    {
      figure: '65',
    },
  );
  const operatingMargin = margin('operating-margin', 'Operating margin', operatingProfit);

  const impairmentRate = define.driver(
    'impairment-rate',
    'Impairment, % of trade receivables',
    percentOf('receivables'),
    { figure: '58' },
  );
  const netImpairmentLosses = define.line('net-impairment-losses', 'Net impairment losses on financial assets', rmbMn, {
    figure: '58',
    estimate: tradeReceivables.times(impairmentRate),
  });
  impairmentRate.when({ actual: netImpairmentLosses.div(tradeReceivables) });

  const level = (id: string, label: string, note?: string) =>
    define.line(id, label, rmbMn, { figure: '58', ...(note && { note }) });
  const financialSubsidies = level('financial-subsidies', 'Financial subsidies');
  const vat = shareOfRevenue(
    'vat-refund',
    'VAT refund',
    { id: 'vat-refund-ratio', label: 'VAT refund, % of revenue' },
    '58',
  );
  const dividendReceived = level('dividend-received', 'Dividend received').when({ estimate: zero });
  const otherIncomeUnitemised = level('other-income-unitemised', 'Other income not itemised in the breakdown').when({
    estimate: zero,
  });
  const governmentGrants = define.derived(
    'government-grants',
    'Government grants',
    rmbMn,
    financialSubsidies.plus(vat.line),
    { figure: '58' },
  );
  const otherIncomeItemised = define.derived(
    'other-income-itemised',
    'Other income, itemised',
    rmbMn,
    governmentGrants.plus(dividendReceived),
    { figure: '58' },
  );
  const otherIncome = define.derived(
    'other-income',
    'Other income',
    rmbMn,
    otherIncomeItemised.plus(otherIncomeUnitemised),
    {
      figure: '58',
    },
  );
  const foreignExchangeGain = level('foreign-exchange-gain', 'Net foreign exchange gain');
  const otherNetGain = level('other-net-gain', 'Other net gain');
  const otherGains = define.derived('other-gains', 'Other gains, net', rmbMn, foreignExchangeGain.plus(otherNetGain), {
    figure: '58',
  });
  const financeIncome = level('finance-income', 'Finance income');
  const netFinanceIncome = define.derived(
    'net-finance-income',
    'Net finance income',
    rmbMn,
    financeIncome.minus(financeExpense),
    {
      figure: '58',
    },
  );
  const shareOfLosses = level('share-of-losses', 'Share of losses of associates', 'a positive number is a loss');
  const fairValueLoss = level(
    'fair-value-loss',
    'Fair value loss on preferred shares and other financial liabilities',
    'a positive number is a loss',
  );
  const nonOperatingItems = define.derived(
    'non-operating-items',
    'Non-operating items',
    rmbMn,
    sum(otherIncome, otherGains, financeIncome)
      .minus(netImpairmentLosses)
      .minus(financeExpense)
      .minus(shareOfLosses)
      .minus(fairValueLoss),
    { figure: '58' },
  );

  const profitBeforeTax = define.derived(
    'profit-before-tax',
    'Profit before tax',
    rmbMn,
    operatingProfit.plus(nonOperatingItems),
    { figure: '65' },
  );
  const lossBase = profitBeforeTax.plus(fairValueLoss);
  const taxCreditRate = define.driver('tax-credit-rate', 'Tax credit rate', percentOf('adjusted loss'), {
    figure: '58',
    note: 'the credit is minus this rate times profit before tax and fair value loss',
  });
  const taxCredit = define.line('tax-credit', 'Income tax credit', rmbMn, {
    figure: '58',
    note: 'a positive number is a gain',
    estimate: lossBase.times(taxCreditRate).negated(),
  });
  taxCreditRate.when({ actual: taxCredit.div(lossBase).negated() });
  const profitAfterTax = define.derived(
    'profit-after-tax',
    'Profit after tax',
    rmbMn,
    profitBeforeTax.plus(taxCredit),
    {
      figure: '65',
    },
  );
  const minorityInterest = define.line('minority-interest', 'Minority interest in profit', rmbMn, {
    figure: '65',
    note: 'a negative number is a loss borne by minorities',
  });
  const netProfit = define.derived(
    'net-profit',
    'Net profit to shareholders',
    rmbMn,
    profitAfterTax.minus(minorityInterest),
    {
      figure: '65',
    },
  );
  const netMargin = margin('net-margin', 'Net margin', netProfit);

  const compensationToPreferredShareholder = define.line(
    'share-based-compensation-to-preferred-shareholder',
    'Share-based compensation to a preferred shareholder',
    rmbMn,
    { figure: '65', estimate: zero },
  );
  const otherAdjustment = define.driver('other-adjustment', 'Other adjustment', rmbMn, {
    figure: '58',
    actual: zero,
    note: 'the report does not explain it',
  });
  const adjustedNetProfit = define.derived(
    'adjusted-net-profit',
    'Adjusted net profit',
    rmbMn,
    sum(profitAfterTax, fairValueLoss, compensation.line, compensationToPreferredShareholder, otherAdjustment),
    { figure: '65', note: 'before minorities' },
  );
  const adjustedNetMargin = margin('adjusted-net-margin', 'Adjusted net margin', adjustedNetProfit);
  const adjustedAttributable = define.derived(
    'adjusted-net-profit-attributable',
    'Adjusted net profit attributable',
    rmbMn,
    adjustedNetProfit.minus(minorityInterest),
    { figure: 'earnings_summary' },
  );
  const adjustedAttributableMargin = margin(
    'adjusted-net-margin-attributable',
    'Adjusted net margin attributable',
    adjustedAttributable,
    'FS.key_ratios',
  );
  const adjustedEbitda = define.derived(
    'adjusted-ebitda',
    'Adjusted EBITDA',
    rmbMn,
    adjustedNetProfit.minus(netFinanceIncome).plus(depreciationAndAmortisation).minus(taxCredit),
    { figure: '58' },
  );
  const coreEbitda = define.derived(
    'core-ebitda',
    'Core EBITDA',
    rmbMn,
    sum(operatingProfit, depreciationAndAmortisation, compensation.line),
    { note: 'operating profit before depreciation, amortisation and share-based compensation: no grants, no gains' },
  );

  const growthOf = (id: string, label: string, of: Parameters<typeof growth>[0]) =>
    define.derived(id, label, percent, growth(of), { figure: 'FS.key_ratios' });
  const grossProfitGrowth = growthOf('gross-profit-growth', 'Gross profit growth', grossProfit);
  const operatingProfitGrowth = growthOf('operating-profit-growth', 'Operating profit growth', operatingProfit);
  const netProfitGrowth = growthOf('net-profit-growth', 'Net profit growth', netProfit);
  const adjustedGrowth = growthOf(
    'adjusted-net-profit-attributable-growth',
    'Adjusted net profit attributable growth',
    adjustedAttributable,
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
    name: 'Income statement',
    figure: '65',
    checks: [],
    items: [
      total(revenue),
      ratio(revenueGrowth),
      less(costOfSales),
      total(grossProfit),
      ratio(grossMargin),
      heading('Operating expenses'),
      less(selling.line),
      ratio(selling.driver),
      less(administrative.line),
      ratio(administrative.driver),
      less(research.line),
      ratio(research.driver),
      lessTotal(operatingExpenses),
      ratio(operatingExpenseRatio),
      less(expensesBeforeCompensation),
      ratio(expenseRatioBeforeCompensation),
      total(operatingProfit),
      ratio(operatingMargin),
      item(nonOperatingItems),
      total(profitBeforeTax),
      item(taxCredit),
      ratio(taxCreditRate),
      total(profitAfterTax),
      item(minorityInterest),
      total(netProfit),
      ratio(netMargin),
      heading('Adjusted net profit'),
      item(fairValueLoss),
      item(compensation.line),
      ratio(compensation.driver),
      item(compensationToPreferredShareholder),
      item(otherAdjustment),
      total(adjustedNetProfit),
      ratio(adjustedNetMargin),
      total(adjustedAttributable),
      heading('EBITDA'),
      less(netFinanceIncome),
      item(depreciationAndAmortisation),
      less(taxCredit),
      total(adjustedEbitda),
      total(coreEbitda),
    ],
  };
  const nonOperating: Statement = {
    name: 'Non-operating items',
    figure: '58',
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
    grossProfit,
    grossMargin,
    grossProfitGrowth,
    selling: selling.line,
    administrative: administrative.line,
    research: research.line,
    shareBasedCompensation: compensation.line,
    operatingExpenses,
    expensesBeforeCompensation,
    operatingProfit,
    operatingMargin,
    operatingProfitGrowth,
    financeIncome,
    netFinanceIncome,
    fairValueLoss,
    shareOfLosses,
    foreignExchangeGain,
    nonOperatingItems,
    profitBeforeTax,
    taxCredit,
    profitAfterTax,
    minorityInterest,
    netProfit,
    netProfitGrowth,
    netMargin,
    adjustedNetProfit,
    adjustedAttributable,
    adjustedGrowth,
    adjustedAttributableMargin,
    adjustedEbitda,
    coreEbitda,
    statement,
    nonOperating,
  };
}
