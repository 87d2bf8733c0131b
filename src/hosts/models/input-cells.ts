import { columnLetters } from '../../template/address.ts';
import { cellsOf, plainValue } from '../../template/cells.ts';
import type { SheetPlan } from '../../template/plan.ts';
import { styleParts } from '../../template/style-name.ts';
import type { CellContent } from '../workbook-port.ts';

/** A row of a sheet that holds inputs: what it is called, how many rows of that name stand above it, and its inputs. */
export type InputRow = {
  readonly label: string;
  readonly above: number;
  readonly row: number;
  /** By the letters of their columns. */
  readonly inputs: Readonly<Record<string, CellContent>>;
};

/** The inputs of a sheet, by its name in the template. */
export type SheetInputs = { readonly name: string; readonly rows: readonly InputRow[] };

/** The column whose texts say what a row is. */
export const labelColumn = 2;

/**
 * The cells of a planned sheet that are typed in, row by row. A row whose own name is typed in goes by its place.
 *
 * @example inputRows(drivers).find(({ label }) => label === 'Share price').inputs // { I: 6.73 }
 */
export function inputRows(sheet: SheetPlan): readonly InputRow[] {
  const labels = new Map<number, string>();
  const inputs = new Map<number, Record<string, CellContent>>();
  for (const { row, column, cell } of cellsOf(sheet)) {
    const isInput = cell.style !== undefined && styleParts(cell.style).role === 'input';
    const value = 'value' in cell ? plainValue(cell.value) : '';
    if (isInput) inputs.set(row, { ...inputs.get(row), [columnLetters(column)]: value });
    if (column === labelColumn) labels.set(row, isInput ? '' : String(value));
  }
  const seen = new Map<string, number>();
  const rows = [...new Set([...labels.keys(), ...inputs.keys()])].sort((a, b) => a - b);
  return rows.flatMap((row): InputRow[] => {
    const label = labels.get(row) ?? '';
    const above = seen.get(label) ?? 0;
    seen.set(label, above + 1);
    const own = inputs.get(row);
    return own ? [{ label, above, row, inputs: own }] : [];
  });
}
