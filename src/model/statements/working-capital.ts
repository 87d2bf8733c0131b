import type { Definitions } from '../definitions.ts';
import { average, change, opening, sum } from '../expression.ts';
import type { Row } from '../row.ts';
import { heading, item, less, ratio, total, type Statement } from '../statement.ts';
import { days, rmbMn } from '../unit.ts';
import type { CostOfSales } from './cost-of-sales.ts';
import type { Revenue } from './revenue.ts';
import type { Scalars } from './scalars.ts';
import { shareOfRevenue } from './share-of-revenue.ts';

const figure = '59';

export type WorkingCapital = ReturnType<typeof workingCapital>;

/**
 * Receivables, inventories, payables and contract liabilities. RMB mn and days (Figure 59).
 *
 * History prints days on the average balance and forecasts on the year-end balance, while some forecasts are
 * driven by days on the average balance: each basis is a row of its own.
 */
export function workingCapital(
  define: Definitions,
  { daysInYear }: Scalars,
  { revenue }: Revenue,
  { costOfSales }: CostOfSales,
) {
  /** A balance that is so many days of a flow at the year end. */
  const yearEndBalance = (id: string, label: string, flow: Row, driverId: string, driverLabel: string) => {
    const driver = define.driver(driverId, driverLabel, days, {
      figure: 'from 59',
      note: `year-end balance on ${flow.label}`,
    });
    const balance = define.line(id, label, rmbMn, {
      figure,
      neverNegative: true,
      estimate: flow.times(driver).div(daysInYear),
    });
    driver.when({ actual: balance.times(daysInYear).div(flow) });
    return { balance, driver, average: undefined };
  };

  /** A balance whose average over the year is so many days of a flow. The closing one follows from the opening one. */
  const averageBalance = (id: string, label: string, flow: Row, driverId: string, driverLabel: string) => {
    const driver = define.driver(driverId, driverLabel, days, {
      figure: 'from 59',
      note: `average balance on ${flow.label}`,
    });
    const balance = define.line(id, label, rmbMn, { figure, neverNegative: true });
    const averageRow = define.derived(
      `average-${id}`,
      `Average ${label.toLowerCase()}`,
      rmbMn,
      { actual: average(opening(balance), balance), estimate: flow.times(driver).div(daysInYear) },
      { figure: 'from 59' },
    );
    balance.when({ estimate: averageRow.plus(averageRow.minus(opening(balance))) });
    driver.when({ actual: averageRow.times(daysInYear).div(flow) });
    return { balance, driver, average: averageRow };
  };

  const trade = yearEndBalance(
    'trade-receivables',
    'Trade receivables',
    revenue,
    'trade-receivable-days',
    'Trade receivable days',
  );
  const other = yearEndBalance(
    'other-receivables',
    'Other receivables',
    revenue,
    'other-receivable-days',
    'Other receivable days',
  );
  const prepaid = averageBalance('prepayments', 'Prepayments', revenue, 'prepayment-days', 'Prepayment days (average)');
  const otherItems = averageBalance(
    'other-current-receivables',
    'Other items in receivables',
    costOfSales,
    'other-current-receivable-days',
    'Other current receivable days (average)',
  );
  const receivables = define.derived(
    'receivables',
    'Trade, other receivables and prepayments',
    rmbMn,
    sum(trade.balance, other.balance, prepaid.balance, otherItems.balance),
    { figure },
  );
  const stock = averageBalance('inventories', 'Inventories', costOfSales, 'inventory-days', 'Inventory days (average)');
  const tradePayable = averageBalance(
    'trade-payables',
    'Trade payables',
    costOfSales,
    'trade-payable-days',
    'Trade payable days (average)',
  );
  const otherPayable = yearEndBalance(
    'other-payables',
    'Other payables',
    costOfSales,
    'other-payable-days',
    'Other payable days',
  );

  const balanceOnRevenue = (id: string, label: string, ratioId: string, ratioLabel: string, where: string) => {
    const { line, driver } = shareOfRevenue(
      define,
      revenue,
      { id, label, figure: where, neverNegative: true },
      { id: ratioId, label: ratioLabel },
    );
    return { balance: line, driver };
  };
  const otherItemsInPayables = balanceOnRevenue(
    'other-items-in-payables',
    'Other items in payables',
    'other-items-in-payables-ratio',
    'Other items in payables, % of revenue',
    figure,
  );
  const payables = define.derived(
    'payables',
    'Trade and other payables',
    rmbMn,
    sum(tradePayable.balance, otherPayable.balance, otherItemsInPayables.balance),
    { figure },
  );
  const currentContractLiabilities = balanceOnRevenue(
    'current-contract-liabilities',
    'Contract liabilities, current',
    'current-contract-liabilities-ratio',
    'Current contract liabilities, % of revenue',
    '66',
  );
  const nonCurrentContractLiabilities = balanceOnRevenue(
    'non-current-contract-liabilities',
    'Contract liabilities, non-current',
    'non-current-contract-liabilities-ratio',
    'Non-current contract liabilities, % of revenue',
    '66',
  );

  /** Days of one item on the average and on the year-end balance, and as the report prints them. */
  const daysOf = (id: string, label: string, balance: Row, flow: Row) => {
    const onAverage = define.derived(
      `average-${id}-days`,
      `${label} days, average basis`,
      days,
      average(opening(balance), balance).times(daysInYear).div(flow),
      { figure: 'from 59' },
    );
    const onYearEnd = define.derived(
      `year-end-${id}-days`,
      `${label} days, year-end basis`,
      days,
      balance.times(daysInYear).div(flow),
      { figure: 'from 59' },
    );
    const published = define.derived(
      `published-${id}-days`,
      `${label} days, as published`,
      days,
      { actual: onAverage, estimate: onYearEnd },
      {
        figure,
        note: { actual: 'on the average balance', estimate: 'on the year-end balance, as the report prints it' },
      },
    );
    return { item: balance, published, average: onAverage, yearEnd: onYearEnd };
  };
  const itemDays = {
    tradeReceivables: daysOf('trade-receivable', 'Trade receivable', trade.balance, revenue),
    otherReceivables: daysOf('other-receivable', 'Other receivable', other.balance, revenue),
    inventories: daysOf('inventory', 'Inventory', stock.balance, costOfSales),
    tradePayables: daysOf('trade-payable', 'Trade payable', tradePayable.balance, costOfSales),
    otherPayables: daysOf('other-payable', 'Other payable', otherPayable.balance, costOfSales),
  };
  const cashCycle = (id: string, label: string, basis: 'published' | 'average' | 'yearEnd') =>
    define.derived(
      id,
      label,
      days,
      itemDays.tradeReceivables[basis].plus(itemDays.inventories[basis]).minus(itemDays.tradePayables[basis]),
      { figure: 'from 59', sign: 'either' },
    );
  const cashCycles = {
    published: cashCycle('published-cash-cycle', 'Cash cycle, as published', 'published'),
    average: cashCycle('average-cash-cycle', 'Cash cycle, average basis', 'average'),
    yearEnd: cashCycle('year-end-cash-cycle', 'Cash cycle, year-end basis', 'yearEnd'),
  };

  const movement = (id: string, label: string, balance: Row) =>
    define.derived(id, label, rmbMn, change(balance), { figure: 'from 59', sign: 'either' });
  const increaseInReceivables = movement('increase-in-receivables', 'Increase in receivables', receivables);
  const increaseInInventories = movement('increase-in-inventories', 'Increase in inventories', stock.balance);
  const increaseInPayables = movement('increase-in-payables', 'Increase in payables', payables);
  const increaseInContractLiabilities = define.derived(
    'increase-in-contract-liabilities',
    'Increase in contract liabilities',
    rmbMn,
    change(currentContractLiabilities.balance).plus(change(nonCurrentContractLiabilities.balance)),
    { figure: 'from 66', sign: 'either' },
  );
  /** Signed as the cash flow has it: an increase in working capital is negative (Figure 67). */
  const changeInWorkingCapital = define.line('change-in-working-capital', 'Change in working capital', rmbMn, {
    figure: '67',
    sign: 'either',
    note: { actual: 'as reported, which the balances do not give' },
    estimate: sum(increaseInPayables, increaseInContractLiabilities)
      .minus(increaseInReceivables)
      .minus(increaseInInventories),
  });
  const checkReceivables = define.check(
    'check-receivables',
    'Items sum to receivables',
    rmbMn,
    receivables.minus(sum(trade.balance, other.balance, prepaid.balance, otherItems.balance)),
  );
  const checkPayables = define.check(
    'check-payables',
    'Items sum to payables',
    rmbMn,
    payables.minus(sum(tradePayable.balance, otherPayable.balance, otherItemsInPayables.balance)),
  );

  const statement: Statement = {
    name: 'Working capital',
    figure,
    checks: [checkReceivables, checkPayables],
    items: [
      heading('Receivables'),
      item(trade.balance),
      ratio(trade.driver),
      item(other.balance),
      ratio(other.driver),
      item(prepaid.average),
      item(prepaid.balance),
      ratio(prepaid.driver),
      item(otherItems.average),
      item(otherItems.balance),
      ratio(otherItems.driver),
      total(receivables),
      heading('Inventories'),
      item(stock.average),
      total(stock.balance),
      ratio(stock.driver),
      heading('Payables'),
      item(tradePayable.average),
      item(tradePayable.balance),
      ratio(tradePayable.driver),
      item(otherPayable.balance),
      ratio(otherPayable.driver),
      item(otherItemsInPayables.balance),
      ratio(otherItemsInPayables.driver),
      total(payables),
      heading('Contract liabilities'),
      item(currentContractLiabilities.balance),
      ratio(currentContractLiabilities.driver),
      item(nonCurrentContractLiabilities.balance),
      ratio(nonCurrentContractLiabilities.driver),
      heading('Days as published'),
      ...Object.values(itemDays).map(({ published }) => ratio(published)),
      ratio(cashCycles.published),
      heading('Days on the year-end balance'),
      ...Object.values(itemDays).map(({ yearEnd }) => ratio(yearEnd)),
      ratio(cashCycles.yearEnd),
      heading('Days on the average balance'),
      ...Object.values(itemDays).map((basis) => ratio(basis.average)),
      ratio(cashCycles.average),
      heading('Change in working capital'),
      less(increaseInReceivables),
      less(increaseInInventories),
      item(increaseInPayables),
      item(increaseInContractLiabilities),
      total(changeInWorkingCapital),
    ],
  };
  return {
    tradeReceivables: trade.balance,
    receivables,
    inventories: stock.balance,
    payables,
    currentContractLiabilities: currentContractLiabilities.balance,
    nonCurrentContractLiabilities: nonCurrentContractLiabilities.balance,
    changeInWorkingCapital,
    itemDays,
    cashCycles,
    statement,
  };
}
