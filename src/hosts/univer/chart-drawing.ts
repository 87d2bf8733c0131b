import type { ChartPlan, ChartSeries } from '../../template/chart-plan.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import type { Scale } from './chart-scale.ts';

/** What the cells of a chart hold; undefined where a cell has no number. */
export type ChartValues = {
  readonly categories: readonly string[];
  readonly series: readonly (readonly (number | undefined)[])[];
};

export type Point = number | undefined;
export type Drawn = ChartSeries & { readonly points: readonly Point[]; readonly fill: string };

/** A chart with the places and words that are found for it. */
export type Chart = {
  readonly plan: ChartPlan;
  readonly drawn: readonly Drawn[];
  readonly categories: readonly string[];
  readonly scale: Scale;
  readonly frame: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly label: (value: number) => string;
  readonly scheme: ColourScheme;
};

/** Pixels of a value along the value axis. */
export function placeOf({ scale: { from, to }, frame, plan }: Chart, value: number): number {
  const share = (Math.min(Math.max(value, from), to) - from) / (to - from);
  return plan.kind === 'stacked-bar'
    ? frame.left + share * (frame.right - frame.left)
    : frame.bottom - share * (frame.bottom - frame.top);
}

/** The room of one category along its axis, in pixels. */
export function slot(
  { frame, categories, plan }: Chart,
  index: number,
): { readonly start: number; readonly size: number } {
  const [start, end] = plan.kind === 'stacked-bar' ? [frame.top, frame.bottom] : [frame.left, frame.right];
  const size = (end - start) / Math.max(1, categories.length);
  return { start: start + index * size, size };
}

/** A label in lines as wide as its room, so far as its words allow. */
export function wrapped(label: string, room: number): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && longer.length * letterWidth <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

export const lineHeight = 12;
const letterWidth = 5.4;
export const px = (value: number): string => String(Math.round(value * 10) / 10);
export const text = (x: number, y: number, anchor: 'start' | 'middle' | 'end', words: string): string =>
  `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${escaped(words)}</text>`;
export const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
