import { yearLabel, type FinancialYear } from '../model/financial-year.ts';
import type { Exact } from '../model/inputs.ts';
import type { Row } from '../model/row.ts';
import type { Case } from './case.ts';
import { notAvailable } from './cell-error.ts';

/** The definitions of net cash: the report's in its target price, and the one of its multiples. */
export const cashBases = ['published', 'total cash'] as const;

/** A row's value that the model always has, in a year or of a scalar. */
export function known(of: Case, row: Row, year?: FinancialYear): Exact {
  const value = of.solution.value(row, year?.year);
  if (value === undefined || value.isNaN())
    throw notAvailable(
      `${row.label} has no value ${year ? `in ${yearLabel(year)}` : 'with these inputs'}: ask for a year that has one.`,
    );
  return value;
}

/** Market capitalisation in RMB mn. */
export function marketCap(of: Case, at: Exact): Exact {
  const { sharesOutstanding, rmbPerHkd } = of.desk.model.market;
  return at.times(known(of, sharesOutstanding)).times(known(of, rmbPerHkd));
}

/** Market capitalisation less total cash, plus total debt and non-controlling interests. RMB mn. */
export function enterpriseValue(of: Case, at: Exact, year: FinancialYear): Exact {
  const { funding, balance } = of.desk.model;
  return marketCap(of, at)
    .minus(known(of, funding.totalCash, year))
    .plus(known(of, funding.totalDebt, year))
    .plus(known(of, balance.nonControllingInterests, year));
}

/** Net cash less minorities, each as the basis has it. RMB mn. */
export function netCashLessMinorities(of: Case, year: FinancialYear, on: (typeof cashBases)[number]): Exact {
  const { funding, profit, balance } = of.desk.model;
  return on === 'published'
    ? known(of, funding.netCashPublished, year).minus(known(of, profit.minorityInterest, year))
    : known(of, funding.netCashTotal, year).minus(known(of, balance.nonControllingInterests, year));
}

/** RMB mn of equity in HK$ per share. */
export function perShare(of: Case, equity: Exact): Exact {
  const { sharesOutstanding, rmbPerHkd } = of.desk.model.market;
  return equity.div(known(of, sharesOutstanding)).div(known(of, rmbPerHkd));
}

/** Revenue of a year, RMB mn. */
export const revenueOf = (of: Case, year: FinancialYear): Exact => known(of, of.desk.model.sales.revenue, year);
