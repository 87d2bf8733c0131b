import { range, type Area } from '../../template/address.ts';
import { cellsOf } from '../../template/cells.ts';
import type { SheetPlan } from '../../template/plan.ts';
import type { CellLook } from '../../template/styles.ts';
import type { StyleName } from '../../template/style-name.ts';

/** The most characters of an address that names several ranges. */
const longestAddress = 8000;

/**
 * Where each style of a sheet stands: addresses of several ranges, as few and as large as the borders allow. A line on
 * the edge of a range must be one on each of its cells.
 */
export function* styleAreas(
  sheet: SheetPlan,
  lookOf: (style: StyleName) => CellLook,
): Generator<readonly [look: CellLook, address: string]> {
  const byStyle = new Map<StyleName, Area[]>();
  for (const { row, column, cell } of cellsOf(sheet)) {
    if (!cell.style) continue;
    const areas = byStyle.get(cell.style) ?? [];
    const last = areas.at(-1);
    const { borders } = lookOf(cell.style);
    const joinsRight = !borders.left && !borders.right;
    if (joinsRight && last?.bottom === row && last.right === column - 1 && last.top === row)
      areas[areas.length - 1] = { ...last, right: column };
    else areas.push({ top: row, bottom: row, left: column, right: column });
    byStyle.set(cell.style, areas);
  }
  for (const [style, areas] of byStyle) {
    const look = lookOf(style);
    const joined = look.borders.top || look.borders.bottom ? areas : joinedDown(areas);
    let address = '';
    for (const one of joined.map(range)) {
      if (address !== '' && address.length + one.length + 1 > longestAddress) {
        yield [look, address];
        address = '';
      }
      address += address === '' ? one : `,${one}`;
    }
    yield [look, address];
  }
}

/** Ranges of the same columns in rows that follow each other, as one. */
function joinedDown(areas: readonly Area[]): readonly Area[] {
  const open = new Map<string, Area>();
  const done: Area[] = [];
  for (const area of areas) {
    const key = `${area.left},${area.right}`;
    const above = open.get(key);
    if (above && above.bottom === area.top - 1) open.set(key, { ...above, bottom: area.bottom });
    else {
      if (above) done.push(above);
      open.set(key, area);
    }
  }
  return [...done, ...open.values()];
}
