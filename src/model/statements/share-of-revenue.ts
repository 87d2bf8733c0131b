import type { Definitions } from '../definitions.ts';
import type { Row, RowOptions } from '../row.ts';
import { percentOf, rmbMn } from '../unit.ts';

type Named = { readonly id: string; readonly label: string } & RowOptions;

/** A line that is a share of revenue, and the driver that holds the share: of the line's own figure if not told. */
export function shareOfRevenue(define: Definitions, revenue: Row, line: Named, driver: Named) {
  const { id, label, ...options } = line;
  const share = define.driver(driver.id, driver.label, percentOf('revenue'), {
    ...(options.figure && { figure: `from ${options.figure}` }),
    ...driver,
  });
  const amount = define.line(id, label, rmbMn, { ...options, estimate: revenue.times(share) });
  share.when({ actual: amount.div(revenue) });
  return { line: amount, driver: share };
}

/** Profit or expense on revenue. */
export const onRevenue = (define: Definitions, revenue: Row, id: string, label: string, of: Row, options: RowOptions) =>
  define.derived(id, label, percentOf('revenue'), of.div(revenue), options);
