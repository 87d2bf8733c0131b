import { address } from '../../template/address.ts';
import { cellsOf } from '../../template/cells.ts';
import type { PlannedCell, SheetPlan } from '../../template/plan.ts';
import { renameSheets } from '../../template/rename-sheets.ts';
import type { LiveModel } from './read-model.ts';
import type { LiveSheet } from './read-workbook.ts';

/** A sheet of an inserted model beside its plan, in which sheets are called as they are called now. */
export type SheetBesidePlan = {
  /** The name that the plan gave it. */
  readonly planned: string;
  readonly sheet: LiveSheet;
  readonly plan: SheetPlan;
  readonly cells: ReadonlyMap<string, PlannedCell>;
  /** Whether rows or columns were put in or taken out, so that cells cannot be compared one by one. */
  readonly isRestructured: boolean;
};

/** The sheets of a model that are there, each beside its plan. */
export function besidePlan({ plan, sheets }: LiveModel): readonly SheetBesidePlan[] {
  const names = new Map([...sheets].flatMap(([planned, { name }]) => (planned === name ? [] : [[planned, name]])));
  const renamed = renameSheets(plan, names as ReadonlyMap<string, string>);
  return plan.sheets.flatMap(({ name: planned }, index) => {
    const sheet = sheets.get(planned);
    if (!sheet) return [];
    const own = renamed.sheets[index]!;
    const cells = new Map([...cellsOf(own)].map(({ row, column, cell }) => [address(row, column), cell]));
    return [{ planned, sheet, plan: own, cells, isRestructured: isRestructured(cells, sheet) }];
  });
}

/** Whether a label that stands once on the sheet has moved to another cell. */
function isRestructured(planned: ReadonlyMap<string, PlannedCell>, { cells }: LiveSheet): boolean {
  const labels = new Map<string, string[]>();
  for (const [at, cell] of planned)
    if ('value' in cell && typeof cell.value === 'string' && cell.value !== '')
      labels.set(cell.value, [...(labels.get(cell.value) ?? []), at]);
  const moved = new Set(
    [...labels].flatMap(([label, [at, ...more]]) =>
      more.length === 0 && cells.get(at!)?.value !== label ? [label] : [],
    ),
  );
  return moved.size > 0 && [...cells.values()].some(({ formula }) => typeof formula === 'string' && moved.has(formula));
}
