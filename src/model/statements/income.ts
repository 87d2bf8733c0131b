import type { Definitions } from '../definitions.ts';
import { growth } from '../expression.ts';
import type { Row } from '../row.ts';
import type { Statement } from '../statement.ts';
import { percent } from '../unit.ts';
import { adjustedProfit } from './adjusted-profit.ts';
import type { Capex } from './capex.ts';
import type { CostOfSales } from './cost-of-sales.ts';
import type { Debt } from './debt.ts';
import { netProfit } from './net-profit.ts';
import { nonOperating } from './non-operating.ts';
import { operatingProfit } from './operating-profit.ts';
import type { Revenue } from './revenue.ts';
import type { WorkingCapital } from './working-capital.ts';

export type Income = ReturnType<typeof income>;

/** The income statement down to adjusted net profit and EBITDA. RMB mn, expenses positive (Figures 58 and 65). */
export function income(
  define: Definitions,
  sales: Revenue,
  costs: CostOfSales,
  working: WorkingCapital,
  funding: Debt,
  spending: Capex,
) {
  const { items: toOperatingProfit, ...operating } = operatingProfit(define, sales, costs);
  const { statement: nonOperatingStatement, ...beside } = nonOperating(define, sales, working, funding);
  const { items: toNetProfit, ...net } = netProfit(define, sales, operating, beside);
  const { items: adjustments, ...adjusted } = adjustedProfit(define, sales, operating, beside, net, spending);

  const growthOf = (id: string, label: string, of: Row) =>
    define.derived(id, label, percent, growth(of), { figure: 'FS.key_ratios', sign: 'either' });
  const statement: Statement = {
    name: 'Income statement',
    figure: '65',
    checks: [],
    items: [...toOperatingProfit, ...toNetProfit, ...adjustments],
  };
  return {
    ...operating,
    ...beside,
    ...net,
    ...adjusted,
    grossProfitGrowth: growthOf('gross-profit-growth', 'Gross profit growth', operating.grossProfit),
    operatingProfitGrowth: growthOf('operating-profit-growth', 'Operating profit growth', operating.operatingProfit),
    netProfitGrowth: growthOf('net-profit-growth', 'Net profit growth', net.netProfit),
    adjustedGrowth: growthOf(
      'adjusted-net-profit-attributable-growth',
      'Adjusted net profit attributable growth',
      adjusted.adjustedAttributable,
    ),
    shareBasedCompensation: operating.compensation.line,
    statement,
    nonOperating: nonOperatingStatement,
  };
}
