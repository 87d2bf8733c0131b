import type { Definitions } from '../definitions.ts';
import { ifPositive, sum, zero, type Expression } from '../expression.ts';
import type { Row, RowOptions } from '../row.ts';
import { heading, item, less, ratio, total, type Statement } from '../statement.ts';
import { mnShares, multiple, percentOf, rmb, rmbMn } from '../unit.ts';
import type { BalanceSheet } from './balance-sheet.ts';
import type { Capex } from './capex.ts';
import type { CashFlow } from './cash-flow.ts';
import type { CostOfSales } from './cost-of-sales.ts';
import type { Debt } from './debt.ts';
import type { Income } from './income.ts';
import type { Revenue } from './revenue.ts';
import type { Scalars } from './scalars.ts';
import type { Valuation } from './valuation.ts';
import type { WorkingCapital } from './working-capital.ts';

/** The report's last page in its own groupings, its key ratios, and the earnings summary of its cover. RMB mn. */
export function financialSummary(
  define: Definitions,
  { sharesOutstanding }: Scalars,
  revenue: Revenue,
  { costOfSales }: CostOfSales,
  working: WorkingCapital,
  capex: Capex,
  debt: Debt,
  income: Income,
  cash: CashFlow,
  balance: BalanceSheet,
  { evSales }: Valuation,
) {
  const grouped = (id: string, label: string, value: Expression, figure: string, options: RowOptions = {}) =>
    define.derived(id, label, rmbMn, value, { figure, ...options });
  const either = { sign: 'either' } as const;

  const otherNonOperating = grouped(
    'summary-other-non-operating-items',
    'Other non-operating items (summary)',
    income.nonOperatingItems.minus(income.netFinanceIncome),
    'FS.income_statement',
    either,
  );
  const sheet = 'FS.balance_sheet';
  const otherNonCurrentAssets = grouped(
    'summary-other-non-current-assets',
    'Other non-current assets (summary)',
    balance.financialAssets.plus(balance.otherNonCurrentAssets),
    sheet,
  );
  const financialInvestments = grouped('financial-investments', 'Financial investments', zero, sheet);
  const otherCurrentAssets = grouped(
    'summary-other-current-assets',
    'Other current assets (summary)',
    sum(debt.restrictedCash, debt.termDeposits, debt.structuredDeposits, balance.otherCurrentAssets).minus(
      balance.contractAssets,
    ),
    sheet,
  );
  const otherCurrentLiabilities = grouped(
    'summary-other-current-liabilities',
    'Other current liabilities (summary)',
    sum(debt.shortTermBorrowing, balance.currentPreferredShares, balance.otherCurrentLiabilities).minus(
      debt.currentLeaseLiabilities,
    ),
    sheet,
  );
  const otherNonCurrentLiabilities = grouped(
    'summary-other-non-current-liabilities',
    'Other non-current liabilities (summary)',
    balance.totalNonCurrentLiabilities
      .minus(debt.nonCurrentLeaseLiabilities)
      .minus(balance.deferredTaxLiabilities)
      .minus(working.nonCurrentContractLiabilities),
    sheet,
  );
  const otherEquity = grouped(
    'summary-other-equity',
    'Other equity (summary)',
    balance.currencyTranslationReserve.plus(balance.nonControllingInterests),
    sheet,
    either,
  );
  const checkSummaryAssets = define.check(
    'check-summary-assets',
    'Financial Summary ties: its groups sum to total assets',
    rmbMn,
    sum(
      capex.propertyPlantEquipment,
      capex.intangibleAssets,
      balance.rightOfUseAssets,
      otherNonCurrentAssets,
      debt.cash,
      working.receivables,
      working.inventories,
      financialInvestments,
      balance.contractAssets,
      otherCurrentAssets,
    ).minus(balance.totalAssets),
  );
  const checkSummaryLiabilities = define.check(
    'check-summary-liabilities',
    'Financial Summary ties: its groups sum to total liabilities',
    rmbMn,
    sum(
      working.payables,
      working.currentContractLiabilities,
      debt.currentLeaseLiabilities,
      otherCurrentLiabilities,
      debt.nonCurrentLeaseLiabilities,
      balance.deferredTaxLiabilities,
      working.nonCurrentContractLiabilities,
      otherNonCurrentLiabilities,
    ).minus(balance.totalLiabilities),
  );
  const checkSummaryEquity = define.check(
    'check-summary-equity',
    'Financial Summary ties: its groups sum to total equity',
    rmbMn,
    sum(balance.shareCapital, balance.reserves, balance.accumulatedLosses, otherEquity).minus(balance.totalEquity),
  );

  const flow = 'FS.cash_flow';
  const otherOperating = grouped(
    'summary-other-operating-cash-flow',
    'Other operating cash flow (summary)',
    cash.operating
      .minus(income.profitBeforeTax)
      .minus(capex.depreciationAndAmortisation)
      .minus(working.changeInWorkingCapital),
    flow,
    either,
  );
  const otherInvesting = grouped(
    'summary-other-investing-cash-flow',
    'Other investing cash flow (summary)',
    cash.investing.plus(capex.capex),
    flow,
    either,
  );
  const otherFinancing = define.line(
    'summary-other-financing-cash-flow',
    'Other financing cash flow as the summary splits it',
    rmbMn,
    { figure: flow, sign: 'either', estimate: debt.financeExpense.negated() },
  );
  const changeOfDebts = grouped(
    'change-of-debts',
    'Change of debts',
    cash.financing.minus(cash.equityProceeds).minus(otherFinancing),
    flow,
    either,
  );
  const dividendPaid = grouped('dividend-paid', 'Dividend paid', zero, flow, either);
  const checkSummaryCashFlow = define.check(
    'check-summary-cash-flow',
    'Financial Summary ties: its flows sum to the net change in cash',
    rmbMn,
    sum(
      income.profitBeforeTax,
      capex.depreciationAndAmortisation,
      working.changeInWorkingCapital,
      otherOperating,
      otherInvesting,
      cash.equityProceeds,
      changeOfDebts,
      dividendPaid,
      otherFinancing,
    )
      .minus(capex.capex)
      .minus(cash.netChange),
  );

  const ratios = 'FS.key_ratios';
  const sharesForPerShareData = define.line('shares-for-per-share-data', 'Shares used for EPS and BVPS', mnShares, {
    figure: 'from FS.key_ratios',
    note: { estimate: 'all shares outstanding after the listing' },
    estimate: sharesOutstanding,
  });
  const perShare = (id: string, label: string, of: Row, figure = ratios) =>
    define.derived(id, label, rmb, of.div(sharesForPerShareData), { figure, sign: 'either' });
  const earningsPerShare = perShare('earnings-per-share', 'EPS', income.netProfit);
  const adjustedEarningsPerShare = perShare(
    'adjusted-earnings-per-share',
    'Adjusted EPS',
    income.adjustedAttributable,
    `from ${ratios}`,
  );
  const bookValuePerShare = perShare('book-value-per-share', 'BVPS', balance.totalEquity);
  const currentRatio = define.derived(
    'current-ratio',
    'Current ratio',
    multiple,
    balance.totalCurrentAssets.div(balance.totalCurrentLiabilities),
    { figure: ratios },
  );
  const netGearing = define.derived(
    'net-gearing',
    'Net gearing',
    percentOf('total equity'),
    ifPositive(debt.netDebt, debt.netDebt.div(balance.totalEquity)),
    { figure: ratios, otherwise: 'net cash', note: 'net debt on total equity; net cash has no gearing' },
  );
  const returnOnEquity = define.derived(
    'return-on-equity',
    'ROE',
    percentOf('total equity'),
    ifPositive(income.netProfit, income.netProfit.div(balance.totalEquity)),
    { figure: ratios },
  );
  const returnOnInvestedCapital = define.derived(
    'return-on-invested-capital',
    'ROIC',
    percentOf('equity and net debt'),
    ifPositive(income.operatingProfit, income.operatingProfit.div(balance.totalEquity.plus(debt.netDebt))),
    { figure: ratios },
  );

  const statements: Statement[] = [
    {
      name: 'Summary income statement',
      figure: 'FS.income_statement',
      checks: [],
      items: [
        total(revenue.revenue),
        less(costOfSales),
        total(income.grossProfit),
        less(income.selling),
        less(income.administrative),
        less(income.research),
        total(income.operatingProfit),
        item(income.financeIncome),
        less(debt.financeExpense),
        item(otherNonOperating),
        total(income.profitBeforeTax),
        item(income.taxCredit),
        total(income.profitAfterTax),
        item(income.minorityInterest),
        total(income.netProfit),
        total(income.adjustedAttributable),
      ],
    },
    {
      name: 'Summary balance sheet',
      figure: sheet,
      checks: [checkSummaryAssets, checkSummaryLiabilities, checkSummaryEquity],
      items: [
        total(balance.totalNonCurrentAssets),
        item(capex.propertyPlantEquipment),
        item(capex.intangibleAssets),
        item(balance.rightOfUseAssets),
        item(otherNonCurrentAssets),
        total(balance.totalCurrentAssets),
        item(debt.cash),
        item(working.receivables),
        item(working.inventories),
        item(financialInvestments),
        item(balance.contractAssets),
        item(otherCurrentAssets),
        total(balance.totalCurrentLiabilities),
        item(working.payables),
        item(working.currentContractLiabilities),
        item(debt.currentLeaseLiabilities),
        item(otherCurrentLiabilities),
        total(balance.totalNonCurrentLiabilities),
        item(debt.nonCurrentLeaseLiabilities),
        item(balance.deferredTaxLiabilities),
        item(working.nonCurrentContractLiabilities),
        item(otherNonCurrentLiabilities),
        heading('Equity'),
        item(balance.shareCapital),
        item(balance.reserves),
        item(balance.accumulatedLosses),
        item(otherEquity),
        total(balance.totalEquity),
      ],
    },
    {
      name: 'Summary cash flow',
      figure: flow,
      checks: [checkSummaryCashFlow],
      items: [
        item(income.profitBeforeTax),
        item(capex.depreciationAndAmortisation),
        item(working.changeInWorkingCapital),
        item(otherOperating),
        total(cash.operating),
        less(capex.capex),
        item(otherInvesting),
        total(cash.investing),
        item(cash.equityProceeds),
        item(changeOfDebts),
        item(dividendPaid),
        item(otherFinancing),
        total(cash.financing),
        total(cash.netChange),
        item(cash.openingCash),
        total(debt.cash),
      ],
    },
    {
      name: 'Key ratios',
      figure: ratios,
      checks: [],
      items: [
        heading('Sales mix'),
        ...revenue.segments.map(({ share }) => ratio(share)),
        heading('Growth'),
        ratio(revenue.revenueGrowth),
        ratio(income.grossProfitGrowth),
        ratio(income.operatingProfitGrowth),
        ratio(income.netProfitGrowth),
        ratio(income.adjustedGrowth),
        heading('Margins'),
        ratio(income.grossMargin),
        ratio(income.operatingMargin),
        ratio(income.netMargin),
        ratio(income.adjustedAttributableMargin),
        heading('Balance sheet'),
        ratio(netGearing),
        ratio(currentRatio),
        heading('Returns'),
        ratio(returnOnEquity),
        ratio(returnOnInvestedCapital),
        heading('Per share'),
        item(sharesForPerShareData),
        item(earningsPerShare),
        item(adjustedEarningsPerShare),
        item(bookValuePerShare),
      ],
    },
    {
      name: 'Earnings summary',
      figure: 'earnings_summary',
      checks: [],
      items: [
        total(revenue.revenue),
        ratio(revenue.revenueGrowth),
        total(income.operatingProfit),
        ratio(income.operatingProfitGrowth),
        total(income.netProfit),
        ratio(income.netProfitGrowth),
        total(income.adjustedAttributable),
        ratio(income.adjustedGrowth),
        ratio(evSales),
        ratio(cash.freeCashFlowMargin),
        ratio(returnOnEquity),
        ratio(netGearing),
      ],
    },
  ];
  return { statements, netGearing };
}
