import { plainValue } from '../../template/cells.ts';
import type { PlannedCell } from '../../template/plan.ts';
import { asText } from '../as-text.ts';

/** What is typed into a cell to make it the planned one. */
export function typedCell(cell: PlannedCell | null): string | number | boolean {
  if (cell === null) return '';
  if ('formula' in cell) return `=${cell.formula}`;
  if (!('value' in cell)) return '';
  const value = plainValue(cell.value);
  if (typeof cell.value === 'object' && 'error' in cell.value) return `=${cell.value.error}`;
  return typeof value === 'string' ? asText(value) : value;
}
