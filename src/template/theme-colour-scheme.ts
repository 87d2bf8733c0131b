import { brokerColours, type Colour, type ColourScheme } from './colour-scheme.ts';

/** What of a workbook's theme a scheme is made from. */
type Theme = { readonly text: Colour; readonly accents: readonly Colour[] };

/** What text on a fill needs at least, after WCAG 2.2, 1.4.3. */
const leastContrast = 4.5;

/**
 * The colours of a workbook's own theme: headings, fills, tabs and charts from its accents. What carries meaning stays as
 * a broker has it: blue inputs, green links, amber and red.
 *
 * @example themeColourScheme({ text: '000000', accents: ['4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47'] })
 */
export function themeColourScheme({ text, accents }: Theme): ColourScheme {
  const [first = brokerColours.accent, second = first, third = first, fourth = first, , sixth = first] = accents;
  const accent = darkened(first, brokerColours.onAccent);
  return {
    ...brokerColours,
    name: 'theme',
    text,
    accent,
    headFill: tint(first, 0.86),
    estimateFill: tint(first, 0.72),
    panelFill: tint(first, 0.94),
    tabs: { output: second, input: fourth, working: third, control: sixth },
    series: [...new Set([accent, ...accents, ...brokerColours.series])].slice(0, brokerColours.series.length),
  };
}

type Channels = readonly [red: number, green: number, blue: number];

const channels = (colour: Colour): Channels =>
  [0, 2, 4].map((from) => parseInt(colour.slice(from, from + 2), 16)) as unknown as Channels;

const hexadecimal = (parts: readonly number[]): Colour =>
  parts
    .map((part) => Math.round(part).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();

/** A colour so much of the way to white. */
const tint = (colour: Colour, share: number): Colour =>
  hexadecimal(channels(colour).map((part) => part + (255 - part) * share));

/** A colour as dark as it must be to carry text of another. */
function darkened(colour: Colour, on: Colour): Colour {
  let parts: readonly number[] = channels(colour);
  while (contrast(hexadecimal(parts), on) < leastContrast) parts = parts.map((part) => part * 0.95);
  return hexadecimal(parts);
}

/**
 * How well two colours stand apart, from 1 to 21 (WCAG 2.2, relative luminance).
 *
 * @example contrast('000000', 'FFFFFF') // 21
 */
export function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = channels(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
