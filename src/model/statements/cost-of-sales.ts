import type { Definitions } from '../definitions.ts';
import { one, sum } from '../expression.ts';
import type { Row } from '../row.ts';
import type { Shape } from '../shape.ts';
import { heading, item, ratio, total, type Statement } from '../statement.ts';
import { percent, percentOf, rmbMn } from '../unit.ts';
import type { Revenue } from './revenue.ts';
import { shareOfRevenue } from './share-of-revenue.ts';

const figure = '64';

export type CostOfSales = ReturnType<typeof costOfSales>;

/** Cost of sales by nature, each a ratio to revenue. A positive number is a cost. RMB mn (Figure 64). */
export function costOfSales(define: Definitions, { costNatures }: Shape, { revenue }: Revenue) {
  const natures = costNatures.map((nature) => {
    const { id, label } = nature;
    const { line, driver } = shareOfRevenue(define, revenue, { id, label, figure, sign: 'cost' }, nature.ratio);
    return { nature, cost: line, ratio: driver };
  });
  const costs: Row[] = natures.map(({ cost }) => cost);
  const cost = define.derived('cost-of-sales', 'Cost of sales', rmbMn, sum(...costs), { figure: '65', sign: 'cost' });
  const shares = natures.map(({ nature, cost: part }) =>
    define.derived(
      `${nature.id}-share`,
      `${nature.label}, % of cost of sales`,
      percentOf('cost of sales'),
      part.div(cost),
      { figure },
    ),
  );
  const checkCosts = define.check('check-costs', 'Natures sum to cost of sales', rmbMn, cost.minus(sum(...costs)));
  const checkCostShares = define.check(
    'check-cost-shares',
    'Cost shares sum to 100%',
    percent,
    sum(...shares).minus(one),
  );

  const statement: Statement = {
    name: 'Cost of sales',
    figure,
    checks: [checkCosts, checkCostShares],
    items: [
      ...natures.flatMap((rows) => [item(rows.cost), ratio(rows.ratio)]),
      total(cost),
      heading('Cost mix'),
      ...shares.map(ratio),
    ],
  };
  return { costOfSales: cost, natures, costShares: shares, statement };
}
