import type { Definitions } from '../definitions.ts';
import { item, ratio, total, type StatementItem } from '../statement.ts';
import { percentOf, rmbMn } from '../unit.ts';
import type { NonOperating } from './non-operating.ts';
import type { OperatingProfit } from './operating-profit.ts';
import type { Revenue } from './revenue.ts';
import { onRevenue } from './share-of-revenue.ts';

const figure = '65';

export type NetProfit = Omit<ReturnType<typeof netProfit>, 'items'>;

/** Operating profit to net profit: non-operating items, tax, minorities. RMB mn (Figures 58 and 65). */
export function netProfit(
  define: Definitions,
  { revenue }: Revenue,
  { operatingProfit }: OperatingProfit,
  { fairValueLoss, nonOperatingItems }: NonOperating,
) {
  const profitBeforeTax = define.derived(
    'profit-before-tax',
    'Profit before tax',
    rmbMn,
    operatingProfit.plus(nonOperatingItems),
    { figure, sign: 'either' },
  );
  const lossBase = profitBeforeTax.plus(fairValueLoss);
  const taxCreditRate = define.driver('tax-credit-rate', 'Tax credit rate', percentOf('adjusted loss'), {
    figure: 'from 58',
    sign: 'either',
    note: 'the credit is minus this rate times profit before tax and fair value loss',
  });
  const taxCredit = define.line('tax-credit', 'Income tax credit', rmbMn, {
    figure: '58',
    sign: 'either',
    note: 'a positive number is a gain',
    estimate: lossBase.times(taxCreditRate).negated(),
  });
  taxCreditRate.when({ actual: taxCredit.div(lossBase).negated() });
  const profitAfterTax = define.derived(
    'profit-after-tax',
    'Profit after tax',
    rmbMn,
    profitBeforeTax.plus(taxCredit),
    { figure: 'FS.income_statement', sign: 'either' },
  );
  const minorityInterest = define.line('minority-interest', 'Minority interest in profit', rmbMn, {
    figure,
    sign: 'either',
    note: 'a negative number is a loss borne by minorities',
  });
  const profit = define.derived(
    'net-profit',
    'Net profit to shareholders',
    rmbMn,
    profitAfterTax.minus(minorityInterest),
    { figure, sign: 'either' },
  );
  const netMargin = onRevenue(define, revenue, 'net-margin', 'Net margin', profit, { figure, sign: 'either' });

  const items: readonly StatementItem[] = [
    item(nonOperatingItems),
    total(profitBeforeTax),
    item(taxCredit),
    ratio(taxCreditRate),
    total(profitAfterTax),
    item(minorityInterest),
    total(profit),
    ratio(netMargin),
  ];
  return { profitBeforeTax, taxCredit, profitAfterTax, minorityInterest, netProfit: profit, netMargin, items };
}
