import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderStyleData,
  type IColorStyle,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import type { CellLook, Line } from '../../template/styles.ts';

const lines = {
  thin: BorderStyleTypes.THIN,
  dotted: BorderStyleTypes.DOTTED,
  medium: BorderStyleTypes.MEDIUM,
  double: BorderStyleTypes.DOUBLE,
} as const;

const sides = { top: 't', bottom: 'b', left: 'l', right: 'r' } as const;
const horizontal = {
  left: HorizontalAlign.LEFT,
  centre: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
} as const;
const vertical = { top: VerticalAlign.TOP, centre: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM } as const;

/** Pixels that a level of indentation takes. */
const indentWidth = 9;

/** How a cell looks, in the grid's words. */
export function gridStyle({
  font,
  fill,
  borders,
  align,
  vertical: at,
  indent,
  wrap,
  numberFormat,
}: CellLook): IStyleData {
  const bordered = Object.entries(borders) as [keyof typeof sides, Line][];
  return {
    ff: font.name,
    fs: font.size,
    cl: { rgb: `#${font.colour}` },
    ...(font.bold && { bl: BooleanNumber.TRUE }),
    ...(font.italic && { it: BooleanNumber.TRUE }),
    ...(font.underline && { ul: { s: BooleanNumber.TRUE } }),
    ...(fill && { bg: { rgb: `#${fill}` } }),
    ...(bordered.length > 0 && {
      bd: Object.fromEntries(
        bordered.map(([side, { style, colour }]) => [sides[side], { s: lines[style], cl: { rgb: `#${colour}` } }]),
      ),
    }),
    ...(align !== 'general' && { ht: horizontal[align] }),
    vt: vertical[at],
    ...(wrap && { tb: WrapStrategy.WRAP }),
    ...(indent > 0 && { pd: { l: 2 + indent * indentWidth } }),
    ...(numberFormat !== 'General' && { n: { pattern: gridFormat(numberFormat) } }),
  };
}

/** A section that shows nothing: the grid would show the number itself, so that it gets a space to show. */
const gridFormat = (format: string): string => format.replaceAll(';;', ';" ";');
const fileFormat = (format: string): string => format.replaceAll(';" ";', ';;');

/** The look that a style of the grid comes to. */
export function lookOf(style: IStyleData, plain: CellLook): CellLook {
  const colour = (one: Nullable<IColorStyle>) => one?.rgb && hexadecimal(one.rgb);
  const lineOf = (one: Nullable<IBorderStyleData>): Line | undefined => {
    const name = (Object.keys(lines) as (keyof typeof lines)[]).find((key) => lines[key] === one?.s);
    return one ? { style: name ?? 'thin', colour: colour(one.cl) || plain.font.colour } : undefined;
  };
  const borders = Object.fromEntries(
    (Object.keys(sides) as (keyof typeof sides)[]).flatMap((side) => {
      const line = lineOf(style.bd?.[sides[side]]);
      return line ? [[side, line]] : [];
    }),
  );
  const fill = colour(style.bg);
  const keyOf = <Key extends string>(words: Readonly<Record<Key, number>>, value: Nullable<number>) =>
    (Object.keys(words) as Key[]).find((key) => words[key] === value);
  return {
    font: {
      name: style.ff ?? plain.font.name,
      size: style.fs ?? plain.font.size,
      bold: style.bl === BooleanNumber.TRUE,
      italic: style.it === BooleanNumber.TRUE,
      underline: style.ul?.s === BooleanNumber.TRUE,
      colour: colour(style.cl) || plain.font.colour,
    },
    ...(fill && { fill }),
    borders,
    align: keyOf(horizontal, style.ht) ?? 'general',
    vertical: keyOf(vertical, style.vt) ?? 'bottom',
    indent: style.pd?.l ? Math.max(0, Math.round((style.pd.l - 2) / indentWidth)) : 0,
    wrap: style.tb === WrapStrategy.WRAP,
    numberFormat: fileFormat(style.n?.pattern ?? 'General'),
  };
}

/** Six hexadecimal digits of #1A2B3C, #abc or rgb(26, 43, 60). */
function hexadecimal(colour: string): string | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  if (short)
    return short
      .slice(1)
      .map((digit) => digit.repeat(2))
      .join('')
      .toUpperCase();
  const long = /^#?([0-9a-f]{6})/i.exec(colour);
  if (long) return long[1]!.toUpperCase();
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(colour);
  return parts
    ?.slice(1)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}
