import { Definitions, normalise } from './definitions.ts';
import { nearest } from './nearest.ts';
import { InputError } from './input-error.ts';
import type { Row } from './row.ts';
import type { Shape } from './shape.ts';
import type { Statement } from './statement.ts';
import { balanceSheet } from './statements/balance-sheet.ts';
import { capex } from './statements/capex.ts';
import { cashFlow } from './statements/cash-flow.ts';
import { costOfSales } from './statements/cost-of-sales.ts';
import { debt } from './statements/debt.ts';
import { financialSummary } from './statements/financial-summary.ts';
import { income } from './statements/income.ts';
import { revenue } from './statements/revenue.ts';
import { scalars } from './statements/scalars.ts';
import { valuation } from './statements/valuation.ts';
import { workingCapital } from './statements/working-capital.ts';
import { unknownRow } from './unknown-row.ts';

export type Model = ReturnType<typeof buildModel>;

/**
 * The operating model of a company: its rows and statements, defined once.
 *
 * @param shape The company's segments, cost natures and rating bands.
 * @example buildModel(company).row('Revenue').unit.name // "RMB mn"
 */
export function buildModel(shape: Shape) {
  const define = new Definitions();
  const market = scalars(define);
  const sales = revenue(define, shape);
  const costs = costOfSales(define, shape, sales);
  const working = workingCapital(define, market, sales, costs);
  const spending = capex(define, sales);
  const funding = debt(define);
  const profit = income(define, sales, costs, working, funding, spending);
  const cash = cashFlow(define, market, sales, working, spending, funding, profit);
  const balance = balanceSheet(define, working, spending, funding, profit, cash);
  const value = valuation(define, shape, market, sales, funding, profit, balance);
  const summary = financialSummary(
    define,
    market,
    sales,
    costs,
    working,
    spending,
    funding,
    profit,
    cash,
    balance,
    value,
  );
  const statements: readonly Statement[] = [
    sales.statement,
    costs.statement,
    profit.statement,
    profit.nonOperating,
    working.statement,
    spending.statement,
    funding.statement(balance.preferredShares, summary.netGearing),
    balance.statement,
    cash.statement,
    value.statement,
    ...summary.statements,
  ];
  const rows: readonly Row[] = define.rows;
  const byName = new Map(rows.flatMap((row) => [row.id, row.label].map((name) => [normalise(name), row] as const)));

  return {
    rows,
    statements,
    market,
    sales,
    costs,
    working,
    spending,
    funding,
    profit,
    cash,
    balance,
    value,
    summary,
    /** The row of an id or label; case, spaces and punctuation do not count. An unknown name is an InputError. */
    row(name: string): Row {
      const row = byName.get(normalise(name));
      if (row) return row;
      const names = statements.map((one) => one.name).join(', ');
      const whereListed = `The statements list the lines: ${names}.`;
      const sought = rows.filter(({ kind }) => kind !== 'check');
      throw unknownRow(name, sought, { noun: 'line', plural: 'lines', whereListed });
    },
    /** The same, undefined where there is none. */
    find: (name: string): Row | undefined => byName.get(normalise(name)),
    /** The statement of a name. An unknown name is an InputError. */
    statement(name: string): Statement {
      const found = statements.find((one) => normalise(one.name) === normalise(name));
      if (found) return found;
      const names = statements.map((one) => one.name);
      throw new InputError(
        `There is no statement "${name}". ${nearest(name, names)} The statements are ${names.join(', ')}.`,
      );
    },
  };
}
