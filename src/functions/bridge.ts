import type { Exact } from '../model/inputs.ts';
import type { Arguments } from './arguments.ts';
import type { Case } from './case.ts';
import type { FinancialYear } from '../model/financial-year.ts';
import type { Cell, Result } from './function-spec.ts';
import { known, netCashLessMinorities } from './valuation-parts.ts';

/** What a bridge may lead to. */
export const bridgeOutputs = ['Target price', 'Equity value', 'Enterprise value'] as const;
type Output = (typeof bridgeOutputs)[number];

/** What the target price is made of; each step of the walk exchanges one of them. */
type Parts = {
  readonly sales: Exact;
  readonly multiple: Exact;
  readonly netCash: Exact;
  readonly shares: Exact;
  readonly rate: Exact;
};
const steps: readonly (readonly [part: keyof Parts, label: string])[] = [
  ['sales', 'Sales'],
  ['multiple', 'Multiple'],
  ['netCash', 'Net cash and minorities'],
  ['shares', 'Shares'],
  ['rate', 'Exchange rate'],
];

function partsOf(of: Case, year: FinancialYear): Parts {
  const { sales, value, market } = of.desk.model;
  const on = known(of, market.netCashBasis).isZero() ? 'published' : 'total cash';
  return {
    sales: known(of, sales.revenue, year),
    multiple: known(of, value.multipleInUse),
    netCash: netCashLessMinorities(of, year, on),
    shares: known(of, market.sharesOutstanding),
    rate: known(of, market.rmbPerHkd),
  };
}

function outcome(output: Output, { sales, multiple, netCash, shares, rate }: Parts): Exact {
  const enterprise = sales.times(multiple);
  if (output === 'Enterprise value') return enterprise;
  const equity = enterprise.plus(netCash);
  return output === 'Equity value' ? equity : equity.div(shares).div(rate);
}

/** The walk between two cases: each step exchanges one part for that of the second case, keeping those before it. */
export function bridge(take: Arguments, output: Output): Result {
  const [from, to] = [take.case('fromInputs'), take.case('toInputs')];
  const given = take.optionalPeriod(to);
  const [fromYear, toYear] = [given ?? take.period(from), given ?? take.period(to)];
  const target = partsOf(to, toYear);
  let parts = partsOf(from, fromYear);
  let reached = outcome(output, parts);
  const rows: Cell[][] = [[`${output}, from`, '', reached.toNumber()]];
  for (const [part, label] of steps) {
    parts = { ...parts, [part]: target[part] };
    const next = outcome(output, parts);
    rows.push([label, next.minus(reached).toNumber(), next.toNumber()]);
    reached = next;
  }
  return [['Step', 'change', 'reached'], ...rows, [`${output}, to`, '', reached.toNumber()]];
}
