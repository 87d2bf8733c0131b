import type { ColourScheme } from '../../template/colour-scheme.ts';
import type { SheetPlan } from '../../template/plan.ts';
import { fontName, fontSize, resolveStyle, type CellLook, type Line } from '../../template/styles.ts';
import type { StyleName } from '../../template/style-name.ts';
import { styleAreas } from './style-areas.ts';

const sides = { top: 'EdgeTop', bottom: 'EdgeBottom', left: 'EdgeLeft', right: 'EdgeRight' } as const;
const lines = {
  thin: ['Continuous', 'Thin'],
  dotted: ['Dot', 'Thin'],
  medium: ['Continuous', 'Medium'],
  double: ['Double', 'Thick'],
} as const satisfies Readonly<Record<Line['style'], readonly [Excel.BorderLineStyle | string, string]>>;

/** Gives the cells of a sheet their looks: one range of several areas for each style. */
export function writeLooks(sheet: Excel.Worksheet, plan: SheetPlan, scheme: ColourScheme): void {
  const known = new Map<StyleName, CellLook>();
  const lookOf = (style: StyleName): CellLook => {
    const look = known.get(style) ?? resolveStyle(style, scheme);
    known.set(style, look);
    return look;
  };
  const { font } = sheet.getRange().untrack().format;
  font.name = fontName;
  font.size = fontSize;
  font.color = `#${scheme.text}`;
  for (const [look, address] of styleAreas(plan, lookOf))
    dress(sheet.getRanges(address).untrack().format, look, scheme);
}

/** Sets what differs from a plain cell. */
function dress(format: Excel.RangeFormat, look: CellLook, scheme: ColourScheme): void {
  const { font, fill, borders, align, vertical, indent, wrap } = look;
  if (font.size !== fontSize) format.font.size = font.size;
  if (font.bold) format.font.bold = true;
  if (font.italic) format.font.italic = true;
  if (font.underline) format.font.underline = 'Single';
  if (font.colour !== scheme.text) format.font.color = `#${font.colour}`;
  if (fill) format.fill.color = `#${fill}`;
  if (align !== 'general')
    format.horizontalAlignment = align === 'left' ? 'Left' : align === 'right' ? 'Right' : 'Center';
  if (vertical !== 'bottom') format.verticalAlignment = vertical === 'top' ? 'Top' : 'Center';
  if (wrap) format.wrapText = true;
  if (indent > 0) format.indentLevel = indent;
  for (const side of Object.keys(borders) as (keyof typeof sides)[]) {
    const line = borders[side]!;
    const border = format.borders.getItem(sides[side]);
    const [style, weight] = lines[line.style];
    border.style = style;
    border.weight = weight;
    border.color = `#${line.colour}`;
  }
}
