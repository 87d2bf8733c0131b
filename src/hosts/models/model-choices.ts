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
};

/**
 * The plan of a model with what was chosen, the functions of the add-in beside it on Reconciliation.
 *
 * @throws InputError for a sheet that there is not and for years that cannot be.
 * @example planModel(desk, { from: 2019, sheets: ['Summary'] }).desk.company.years.length // 6
 */
export function planModel(
  desk: OperatingModel,
  { sheets, from, to }: ModelChoices = {},
): { readonly desk: OperatingModel; readonly plan: WorkbookPlan } {
  const narrowed = narrowYears(desk, { from, to });
  return { desk: narrowed, plan: buildWorkbook(narrowed, { withFunctions: true, ...(sheets && { sheets }) }) };
}
