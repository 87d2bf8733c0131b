import type { Area } from '../../template/address.ts';
import type { GridCell, SheetCells } from './sheet-cells.ts';

/** The cells of an area, row by row. */
export const cellsIn = (cells: SheetCells, { top, left, bottom, right }: Area): readonly (readonly GridCell[])[] =>
  Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, across) => cells.at(top + down, left + across)),
  );

/** The rectangle that holds every filled cell. */
export function usedArea(cells: SheetCells): Area | undefined {
  let area: { -readonly [Side in keyof Area]: number } | undefined;
  for (const { row, column, value, formula } of cells.all()) {
    if (value === '' && formula === undefined) continue;
    area ??= { top: row, left: column, bottom: row, right: column };
    area.left = Math.min(area.left, column);
    area.right = Math.max(area.right, column);
    area.bottom = Math.max(area.bottom, row);
  }
  return area;
}
