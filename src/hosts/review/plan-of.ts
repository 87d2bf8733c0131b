import type { OperatingModel } from '../../company/operating-model.ts';
import { solve } from '../../model/readings/solve.ts';
import { Book } from '../../template/book.ts';
import { buildWorkbook } from '../../template/build-workbook.ts';
import { placesOf, type Places } from '../../template/places.ts';
import type { WorkbookPlan } from '../../template/plan.ts';
import { sheetCatalogue } from '../../template/sheet-catalogue.ts';

/** What an inserted model was made from: the plan, the published case laid out, and where its rows stand. */
export type ModelPlan = { readonly plan: WorkbookPlan; readonly book: Book; readonly places: Places };

const known = new WeakMap<OperatingModel, Map<string, ModelPlan>>();

/**
 * The plan that an inserted model is compared with.
 *
 * @param sheets The planned names of its sheets; those that their formulas read come along. All if left out.
 * @example planOf(desk, ['Drivers']).plan.sheets.map(({ name }) => name)
 */
export function planOf(desk: OperatingModel, sheets?: readonly string[]): ModelPlan {
  const wanted = sheetCatalogue.map(([name]) => name as string).filter((name) => !sheets || sheets.includes(name));
  const key = wanted.join('|');
  const ofDesk = known.get(desk) ?? new Map<string, ModelPlan>();
  known.set(desk, ofDesk);
  const found = ofDesk.get(key);
  if (found) return found;
  const book = new Book(desk, desk.base, solve(desk.model, desk.base), 0);
  const plan = buildWorkbook(desk, { withFunctions: true, ...(sheets && { sheets: wanted }) });
  const made = { plan, book, places: placesOf(book) };
  ofDesk.set(key, made);
  return made;
}
