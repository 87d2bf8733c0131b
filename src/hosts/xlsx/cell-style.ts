import type { CellStyle as FileStyle } from 'hucre';
import { cellsOf } from '../../template/cells.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import type { PlannedCell, SheetPlan } from '../../template/plan.ts';
import { conditionalLooks, resolveStyle, type CellLook, type ConditionalLook } from '../../template/styles.ts';
import type { Looks } from '../workbook-content.ts';

/** What a style is known by: its name, and whether the text that it is for looks like a formula. */
export function styleKey(cell: PlannedCell): string {
  const kept = 'value' in cell && typeof cell.value === 'string' && /^[=+\-@'\t]/.test(cell.value);
  return kept ? `'${cell.style ?? ''}` : (cell.style ?? '');
}

/** Every style that the cells of a workbook use, by its key, in the order of use. */
export function stylesOf(
  sheets: readonly SheetPlan[],
  scheme: ColourScheme,
  looks: Looks = new Map(),
): ReadonlyMap<string, FileStyle> {
  const found = new Map<string, FileStyle>();
  for (const sheet of sheets)
    for (const { cell } of cellsOf(sheet)) {
      const key = styleKey(cell);
      if (key === '' || found.has(key)) continue;
      const style = cell.style ? fileStyle(looks.get(cell.style) ?? resolveStyle(cell.style, scheme)) : {};
      found.set(key, key.startsWith("'") ? keptAsText(style) : style);
    }
  return found;
}

function fileStyle({ font, fill, borders, align, vertical, indent, wrap, numberFormat }: CellLook): FileStyle {
  const { name, size, bold, italic, underline, colour } = font;
  return {
    font: { name, size, bold, italic, underline, color: { rgb: colour } },
    ...(fill && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
    border: Object.fromEntries(
      Object.entries(borders).map(([side, line]) => [side, { style: line.style, color: { rgb: line.colour } }]),
    ),
    alignment: {
      ...(align !== 'general' && { horizontal: align === 'centre' ? 'center' : align }),
      vertical: vertical === 'centre' ? 'center' : vertical,
      ...(wrap && { wrapText: true }),
      ...(indent > 0 && { indent }),
    },
    ...(numberFormat !== 'General' && { numFmt: numberFormat }),
  };
}

/** The difference that a conditional format makes: colours and weight, never the face. */
export function conditionalStyle(look: ConditionalLook, scheme: ColourScheme): FileStyle {
  const { colour, fill, bold } = conditionalLooks[look];
  return {
    font: { color: { rgb: scheme[colour] }, ...(bold && { bold }) },
    ...(fill && { fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: scheme[fill] } } }),
  };
}

/** The same style, marked so that finishing makes its text stay text when it is edited. */
const keptAsText = (style: FileStyle): FileStyle => ({ ...style, protection: { locked: true } });
