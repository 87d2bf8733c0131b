import { brokerColours, type Colour, type ColourScheme } from './colour-scheme.ts';
import { numberFormats } from './number-formats.ts';
import { styleParts, type Mark, type Role, type StyleName } from './style-name.ts';

export type Line = { readonly style: 'thin' | 'dotted' | 'medium' | 'double'; readonly colour: Colour };

/** How a cell looks, everything said: what a host needs and nothing it must look up. */
export type CellLook = {
  readonly font: {
    readonly name: string;
    readonly size: number;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly underline: boolean;
    readonly colour: Colour;
  };
  readonly fill?: Colour;
  readonly borders: { readonly top?: Line; readonly bottom?: Line; readonly left?: Line; readonly right?: Line };
  readonly align: 'left' | 'centre' | 'right' | 'general';
  readonly vertical: 'top' | 'centre' | 'bottom';
  readonly indent: number;
  readonly wrap: boolean;
  readonly numberFormat: string;
};

export const fontName = 'Arial';
export const fontSize = 9;

type RoleLook = {
  readonly colour?: keyof ColourScheme;
  readonly fill?: keyof ColourScheme;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly align?: CellLook['align'];
  readonly bottom?: Line['style'];
};

/** One line for each role. What is not said is plain: black, nine point, numbers and their stand-ins on the right. */
const roles: Readonly<Record<Role, RoleLook>> = {
  title: { size: 14, bold: true, colour: 'accent', align: 'left' },
  subtitle: { colour: 'muted', align: 'left' },
  heading: { bold: true, colour: 'accent', align: 'left', bottom: 'thin' },
  'column-head': { bold: true, fill: 'headFill', align: 'right', bottom: 'thin' },
  'estimate-head': { bold: true, fill: 'estimateFill', align: 'right', bottom: 'thin' },
  label: { align: 'left' },
  unit: { colour: 'muted', align: 'left' },
  source: { colour: 'muted', align: 'left' },
  note: { colour: 'muted', align: 'left' },
  text: { align: 'left' },
  flag: { colour: 'warning', bold: true, align: 'centre' },
  input: { colour: 'input' },
  formula: {},
  link: { colour: 'link' },
  ratio: { colour: 'muted', italic: true },
  echo: { colour: 'link', italic: true },
  muted: { colour: 'muted' },
  check: { colour: 'muted' },
  hyperlink: { colour: 'hyperlink', underline: true, align: 'left' },
  headline: { size: 12, bold: true, colour: 'accent' },
  badge: { size: 12, bold: true, colour: 'onAccent', fill: 'accent', align: 'centre' },
};

/** The looks of conditional formats. */
export const conditionalLooks = {
  error: { colour: 'error', fill: 'errorFill', bold: true },
  warning: { colour: 'warning', fill: 'warningFill', bold: false },
  ok: { colour: 'ok', fill: 'okFill', bold: false },
  active: { colour: 'text', fill: 'keyFill', bold: true },
  changed: { colour: 'input', fill: 'warningFill', bold: true },
  muted: { colour: 'muted', fill: undefined, bold: false },
} as const satisfies Readonly<
  Record<string, { colour: keyof ColourScheme; fill: keyof ColourScheme | undefined; bold: boolean }>
>;

export type ConditionalLook = keyof typeof conditionalLooks;

const colourOf = (scheme: ColourScheme, key: keyof ColourScheme): Colour => scheme[key] as Colour;

/** Everything about a style in a colour scheme. Hosts call it once for each different name. */
export function resolveStyle(style: StyleName, scheme: ColourScheme = brokerColours): CellLook {
  const { role, format, marks } = styleParts(style);
  const look = roles[role];
  const numberFormat = numberFormats[format];
  if (!look || !numberFormat) throw new Error(`There is no style "${style}".`);
  const has = (mark: Mark) => marks.includes(mark);
  const fill = has('key') ? 'keyFill' : (look.fill ?? (has('panel') ? 'panelFill' : undefined));
  return {
    font: {
      name: fontName,
      size: look.size ?? fontSize,
      bold: look.bold === true || has('bold') || has('total'),
      italic: look.italic === true,
      underline: look.underline === true,
      colour: colourOf(scheme, look.colour ?? 'text'),
    },
    ...(fill && { fill: colourOf(scheme, fill) }),
    borders: bordersOf(look, has, scheme),
    align: alignOf(look, has),
    // Headings stand on their line, a long text begins at its top, all else beside its row.
    vertical: role.endsWith('-head') ? 'bottom' : has('top') || (role === 'text' && has('wrap')) ? 'top' : 'centre',
    indent: has('indent') ? 1 : 0,
    wrap: has('wrap'),
    numberFormat,
  };
}

function bordersOf(look: RoleLook, has: (mark: Mark) => boolean, { rule }: ColourScheme): CellLook['borders'] {
  const thin: Line = { style: 'thin', colour: rule };
  const boxed = has('boxed');
  return {
    ...((boxed || has('total')) && { top: thin }),
    ...((boxed || has('underlined')) && { bottom: thin }),
    ...(look.bottom && { bottom: { style: look.bottom, colour: rule } }),
    ...(boxed && { right: thin, left: thin }),
    ...(has('divider') && { left: { style: 'dotted', colour: rule } }),
  };
}

function alignOf(look: RoleLook, has: (mark: Mark) => boolean): CellLook['align'] {
  for (const side of ['left', 'centre', 'right'] as const) if (has(side)) return side;
  return look.align ?? 'right';
}
