import { narrowYears } from '../../company/narrow-years.ts';
import type { OperatingModel } from '../../company/operating-model.ts';
import { buildWorkbook } from '../../template/build-workbook.ts';
import type { WorkbookPlan } from '../../template/plan.ts';

/** What was chosen when a model was inserted; all that there is where left out. */
export type ModelChoices = {
  /** Names of the sheets wanted; those that their formulas read come along. */
  readonly sheets?: readonly string[];
  /** The first and last year, as numbers. */
  readonly from?: number;
  readonly to?: number;
  /** Id or name of the scenario in use. */
  readonly scenario?: string;
};

/**
 * The plan of a model with what was chosen, the functions of the add-in beside it on Reconciliation.
 *
 * @throws InputError for a sheet or a scenario that there is not and for years that cannot be.
 * @example planModel(desk, { from: 2019, sheets: ['Summary'] }).desk.company.years.length // 6
 */
export function planModel(
  desk: OperatingModel,
  { sheets, from, to, scenario }: ModelChoices = {},
): { readonly desk: OperatingModel; readonly plan: WorkbookPlan } {
  const narrowed = narrowYears(desk, { from, to });
  const options = { withFunctions: true, ...(sheets && { sheets }), ...(scenario !== undefined && { scenario }) };
  return { desk: narrowed, plan: buildWorkbook(narrowed, options) };
}
