import { lintWorkbook, type LintCell, type LintSheet } from '../../template/lint-workbook.ts';
import type { PlannedCell } from '../../template/plan.ts';
import { styleParts } from '../../template/style-name.ts';
import { findingAt, type ModelFinding } from './finding.ts';
import type { SheetBesidePlan } from './live-plan.ts';
import { formulaOf, type LiveCell, type WorkbookRead } from './read-workbook.ts';

/** Lines, by sheet, on which something has been found already. */
export type Lines = ReadonlySet<string>;

/** The line of a finding, as the set of those already found has it. */
export const lineOf = (sheetName: string, range: string): string => `${sheetName}!${/\d+/.exec(range)?.[0] ?? ''}`;

/**
 * What the lint finds in the cells of a model as they are. Colours cannot be read: a cell is for what its plan says, as
 * far as the sheet still stands as planned. Lines that are known to be at fault are left out.
 */
export function lintLive(
  beside: readonly SheetBesidePlan[],
  { view, sheets }: WorkbookRead,
  known: Lines,
): readonly ModelFinding[] {
  const own = new Map(beside.map((one) => [one.sheet.name, one]));
  const others = sheets.filter(({ name }) => !own.has(name));
  const found = lintWorkbook({
    complete: false,
    sheets: [
      ...beside.map(lintSheet),
      // Only there to be referred to.
      ...others.map(({ name }): LintSheet => ({
        name,
        rules: { layout: 'page', firstRow: 1, inputs: [] },
        cells: new Map(),
      })),
    ],
    names: view.names.map(({ name, formula }) => ({ name, refersTo: formula })),
    pointers: [],
  });
  return found.flatMap(({ severity, sheet: name, cell, rule, message }) => {
    const one = own.get(name);
    // What stands as planned is sound; a sheet of data is known to the lint by its first name only.
    if (one && ((!one.isRestructured && one.cells.has(cell)) || (rule === 'input' && one.planned !== name))) return [];
    if (!one || message.includes('#REF!') || known.has(lineOf(name, cell))) return [];
    return [findingAt(one.sheet, cell || 'A1', severity, rule === 'reference' ? 'reference' : 'build', message)];
  });
}

const lintSheet = ({ sheet, plan, cells, isRestructured }: SheetBesidePlan): LintSheet => ({
  name: sheet.name,
  rules: plan.rules,
  kind: plan.kind,
  cells: new Map(
    [...sheet.cells].map(([at, cell]) => [at, lintCell(cell, isRestructured ? undefined : roleOf(cells.get(at)))]),
  ),
});

const roleOf = (planned: PlannedCell | undefined): LintCell['role'] => planned?.style && styleParts(planned.style).role;

function lintCell(cell: LiveCell, role: LintCell['role']): LintCell {
  const formula = formulaOf(cell);
  return { ...(role && { role }), ...(formula !== undefined ? { formula } : { value: cell.formula }) };
}
