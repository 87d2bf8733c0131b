import type { Definitions } from '../definitions.ts';
import { sum } from '../expression.ts';
import { heading, less, lessTotal, ratio, total, type StatementItem } from '../statement.ts';
import { rmbMn } from '../unit.ts';
import type { CostOfSales } from './cost-of-sales.ts';
import type { Revenue } from './revenue.ts';
import { onRevenue, shareOfRevenue } from './share-of-revenue.ts';

const figure = '65';

export type OperatingProfit = Omit<ReturnType<typeof operatingProfit>, 'items'>;

/** Revenue to operating profit, expenses positive. RMB mn (Figure 65). */
export function operatingProfit(
  define: Definitions,
  { revenue, revenueGrowth }: Revenue,
  { costOfSales }: CostOfSales,
) {
  const expense = (id: string, label: string, ratioId: string, ratioLabel: string) =>
    shareOfRevenue(
      define,
      revenue,
      { id, label, figure, sign: 'cost' },
      { id: ratioId, label: ratioLabel, figure: 'text', note: 'includes share-based compensation' },
    );

  const grossProfit = define.derived('gross-profit', 'Gross profit', rmbMn, revenue.minus(costOfSales), {
    figure,
    sign: 'either',
  });
  const grossMargin = onRevenue(define, revenue, 'gross-margin', 'Gross margin', grossProfit, {
    figure,
    sign: 'either',
  });
  const selling = expense(
    'selling-and-marketing-expense',
    'Selling and marketing expense',
    'selling-and-marketing-ratio',
    'Selling and marketing, % of revenue',
  );
  const administrative = expense(
    'administrative-expense',
    'Administrative expense',
    'administrative-ratio',
    'Administrative, % of revenue',
  );
  const research = expense(
    'research-and-development-expense',
    'Research and development expense',
    'research-and-development-ratio',
    'Research and development, % of revenue',
  );
  const compensation = shareOfRevenue(
    define,
    revenue,
    { id: 'share-based-compensation', label: 'Share-based compensation', figure, sign: 'cost' },
    {
      id: 'share-based-compensation-ratio',
      label: 'Share-based compensation, % of revenue',
      note: 'a share of operating expenses, not an extra cost',
    },
  );
  const operatingExpenses = define.derived(
    'operating-expenses',
    'Operating expenses',
    rmbMn,
    sum(selling.line, administrative.line, research.line),
    { figure: 'from 65', sign: 'cost' },
  );
  const operatingExpenseRatio = onRevenue(
    define,
    revenue,
    'operating-expense-ratio',
    'Operating expenses, % of revenue',
    operatingExpenses,
    { figure: 'text' },
  );
  const expensesBeforeCompensation = define.derived(
    'operating-expenses-before-share-based-compensation',
    'Operating expenses before share-based compensation',
    rmbMn,
    operatingExpenses.minus(compensation.line),
    { figure: 'from 65', sign: 'cost' },
  );
  const expenseRatioBeforeCompensation = onRevenue(
    define,
    revenue,
    'operating-expense-ratio-before-share-based-compensation',
    'Operating expenses before share-based compensation, % of revenue',
    expensesBeforeCompensation,
    { figure: 'text' },
  );
  const profit = define.derived('operating-profit', 'Operating profit', rmbMn, grossProfit.minus(operatingExpenses), {
    figure,
    sign: 'either',
  });
  const operatingMargin = onRevenue(define, revenue, 'operating-margin', 'Operating margin', profit, {
    figure,
    sign: 'either',
  });

  const items: readonly StatementItem[] = [
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
    total(profit),
    ratio(operatingMargin),
  ];
  return {
    grossProfit,
    grossMargin,
    selling: selling.line,
    administrative: administrative.line,
    research: research.line,
    compensation,
    operatingExpenses,
    expensesBeforeCompensation,
    operatingProfit: profit,
    operatingMargin,
    items,
  };
}
