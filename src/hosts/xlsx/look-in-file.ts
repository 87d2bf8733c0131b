import type { CellStyle as FileStyle, BorderSide } from 'hucre';
import { brokerColours } from '../../template/colour-scheme.ts';
import { fontName, fontSize, type CellLook, type Line } from '../../template/styles.ts';

type FileColour = NonNullable<NonNullable<FileStyle['font']>['color']>;

/** How a cell of a file looks. */
export function lookInFile(style: FileStyle, themeColours: readonly string[]): CellLook {
  const { font, fill, border, alignment, numFmt } = style;
  const colourOf = (colour: FileColour | undefined) =>
    (colour?.rgb ?? (colour?.theme === undefined ? undefined : themeColours[colour.theme]))?.slice(-6).toUpperCase();
  const lineOf = (side: BorderSide | undefined): Line | undefined =>
    side && { style: lineStyle(side.style), colour: colourOf(side.color) ?? brokerColours.text };
  const filled = fill?.type === 'pattern' && fill.pattern === 'solid' ? colourOf(fill.fgColor) : undefined;
  const horizontal = alignment?.horizontal;
  return {
    font: {
      name: font?.name ?? fontName,
      size: font?.size ?? fontSize,
      bold: font?.bold === true,
      italic: font?.italic === true,
      underline: Boolean(font?.underline),
      colour: colourOf(font?.color) ?? brokerColours.text,
    },
    ...(filled && { fill: filled }),
    borders: Object.fromEntries(
      (['top', 'bottom', 'left', 'right'] as const).flatMap((side) => {
        const line = lineOf(border?.[side]);
        return line ? [[side, line]] : [];
      }),
    ),
    align:
      horizontal === 'left' || horizontal === 'right' ? horizontal : horizontal === 'center' ? 'centre' : 'general',
    vertical: alignment?.vertical === 'top' ? 'top' : alignment?.vertical === 'center' ? 'centre' : 'bottom',
    indent: alignment?.indent ?? 0,
    wrap: alignment?.wrapText === true,
    numberFormat: numFmt ?? 'General',
  };
}

const lineStyle = (style: BorderSide['style']): Line['style'] =>
  style === 'double'
    ? 'double'
    : /dot|dash|hair/i.test(style)
      ? 'dotted'
      : /medium|thick/.test(style)
        ? 'medium'
        : 'thin';
