import type { CellStyle as FileStyle } from 'hucre';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import { conditionalLooks, resolveStyle, type CellLook, type ConditionalLook } from '../../template/styles.ts';
import type { StyleName } from '../../template/style-name.ts';

/** Gives the file's form of a style, made once for each name. */
export function fileStyles(scheme: ColourScheme): (style: StyleName) => FileStyle {
  const known = new Map<StyleName, FileStyle>();
  return (style) => {
    const made = known.get(style) ?? fileStyle(resolveStyle(style, scheme));
    known.set(style, made);
    return made;
  };
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
export const keptAsText = (style: FileStyle | undefined): FileStyle => ({ ...style, protection: { locked: true } });
