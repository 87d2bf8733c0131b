import assert from 'node:assert/strict';
import { address } from '../../src/template/address.ts';
import type { PlannedCell, WorkbookPlan } from '../../src/template/plan.ts';

/** A plan after someone typed into cells of a sheet, or cleared them (undefined). */
export function withCells(
  plan: WorkbookPlan,
  name: string,
  typed: Readonly<Record<string, PlannedCell | undefined>>,
): WorkbookPlan {
  const left = new Set(Object.keys(typed));
  const edited = plan.sheets.map((sheet) => {
    if (sheet.name !== name) return sheet;
    const blocks = sheet.blocks.map((block) => ({
      ...block,
      cells: block.cells.map((line, down) =>
        line.map((cell, across) => {
          const at = address(block.row + down, block.column + across);
          return left.delete(at) ? (typed[at] ?? null) : cell;
        }),
      ),
    }));
    return { ...sheet, blocks };
  });
  assert.deepEqual([...left], [], `cells of ${name}`);
  return { ...plan, sheets: edited };
}
