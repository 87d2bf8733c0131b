import { numfmt } from '@univerjs/core';
import type { ChartPlan, ChartSeries } from '../../template/chart-plan.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import { axisFormat } from '../../template/number-formats.ts';
import { fontName } from '../../template/styles.ts';
import { marksOn, scaleOf, type Scale } from './chart-scale.ts';

/** What the cells of a chart hold; undefined where a cell has no number. */
export type ChartValues = {
  readonly categories: readonly string[];
  readonly series: readonly (readonly (number | undefined)[])[];
};

export type ChartSize = { readonly width: number; readonly height: number };

type Point = number | undefined;
type Drawn = ChartSeries & { readonly points: readonly Point[]; readonly fill: string };

/**
 * Draws a chart as SVG: columns side by side or stacked, bars, lines, lines and marks over columns.
 *
 * @example chartSvg(plan, { categories: ['FY20A'], series: [[3446]] }, brokerColours, { width: 400, height: 240 })
 */
export function chartSvg(
  plan: ChartPlan,
  values: ChartValues,
  scheme: ColourScheme,
  { width, height }: ChartSize,
): string {
  const drawn = plan.series.map((series, index): Drawn => {
    const place = typeof series.colour === 'number' ? series.colour : index;
    const fill = series.colour === 'none' ? 'none' : `#${scheme.series[place % scheme.series.length]!}`;
    return { ...series, points: values.series[index] ?? [], fill };
  });
  const label = (value: number) => numfmt.format(axisFormat(plan.format), value);
  const scale = scaleOf(extent(plan, drawn, values.categories.length), {
    ...(plan.from !== undefined && { from: plan.from }),
    ...(plan.to !== undefined && { to: plan.to }),
    withZero: plan.kind !== 'line',
  });
  const named = plan.legend === false ? [] : drawn.filter(({ colour }) => colour !== 'none');
  const isBar = plan.kind === 'stacked-bar';
  const axisLabels = isBar ? values.categories : marksOn(scale).map(label);
  const room = (width - 80) / Math.max(1, values.categories.length);
  const extraLines = isBar ? 0 : Math.max(1, ...values.categories.map((name) => wrapped(name, room).length)) - 1;
  const frame = {
    left: 18 + longest(axisLabels) * 5 + (plan.valueTitle && !isBar ? 14 : 0),
    right: width - 12,
    top: 28,
    bottom:
      height -
      20 -
      extraLines * lineHeight -
      (named.length > 1 ? 18 : 0) -
      ((isBar ? plan.valueTitle : plan.categoryTitle) ? 12 : 0),
  };
  const chart: Chart = { plan, drawn, categories: values.categories, scale, frame, label, scheme };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" preserveAspectRatio="none" viewBox="0 0 ${width} ${height}" role="img" ` +
      `aria-label="${escaped(plan.description ?? plan.title)}" font-family="${fontName}, sans-serif" font-size="10.5" fill="#${scheme.text}">`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="#FFFFFF" stroke="#${scheme.chartLine}"/>`,
    `<text x="${width / 2}" y="17" text-anchor="middle" font-size="13" font-weight="bold" fill="#${scheme.accent}">${escaped(plan.title)}</text>`,
    axes(chart),
    ...drawn.filter(({ over }) => !over && plan.kind !== 'line').map((series) => bars(chart, series)),
    ...drawn.filter(({ over }) => over || plan.kind === 'line').map((series) => line(chart, series)),
    ...(named.length > 1 ? [legend(named, plan, width, height - 10)] : []),
    '</svg>',
  ].join('');
}

type Chart = {
  readonly plan: ChartPlan;
  readonly drawn: readonly Drawn[];
  readonly categories: readonly string[];
  readonly scale: Scale;
  readonly frame: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly label: (value: number) => string;
  readonly scheme: ColourScheme;
};

/** The values that the axis must hold: sums where series are stacked. */
function extent({ kind }: ChartPlan, drawn: readonly Drawn[], categories: number): readonly number[] {
  const isNumber = (value: Point) => value !== undefined;
  if (!kind.startsWith('stacked')) return drawn.flatMap(({ points }) => points.filter(isNumber));
  const stacked = drawn.filter(({ over }) => !over);
  const sums = Array.from({ length: categories }, (_, at) =>
    [1, -1].map((sign) => stacked.reduce((sum, { points }) => sum + Math.max(0, sign * (points[at] ?? 0)), 0) * sign),
  ).flat();
  return [...sums, ...drawn.filter(({ over }) => over).flatMap(({ points }) => points.filter(isNumber))];
}

/** Pixels of a value along the value axis. */
function placeOf({ scale: { from, to }, frame, plan }: Chart, value: number): number {
  const share = (Math.min(Math.max(value, from), to) - from) / (to - from);
  return plan.kind === 'stacked-bar'
    ? frame.left + share * (frame.right - frame.left)
    : frame.bottom - share * (frame.bottom - frame.top);
}

/** The room of one category along its axis, in pixels. */
function slot({ frame, categories, plan }: Chart, index: number): { readonly start: number; readonly size: number } {
  const [start, end] = plan.kind === 'stacked-bar' ? [frame.top, frame.bottom] : [frame.left, frame.right];
  const size = (end - start) / Math.max(1, categories.length);
  return { start: start + index * size, size };
}

function axes(chart: Chart): string {
  const { plan, frame, categories, label, scheme, scale } = chart;
  const isBar = plan.kind === 'stacked-bar';
  const rule = (x1: number, y1: number, x2: number, y2: number, colour: string) =>
    `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" stroke="#${colour}" stroke-width="1"/>`;
  const marks = marksOn(scale).map((mark) => {
    const at = placeOf(chart, mark);
    return isBar
      ? rule(at, frame.top, at, frame.bottom, 'E4E4E4') + text(at, frame.bottom + 13, 'middle', label(mark))
      : rule(frame.left, at, frame.right, at, 'E4E4E4') + text(frame.left - 5, at + 3.5, 'end', label(mark));
  });
  const names = categories.map((name, index) => {
    const { start, size } = slot(chart, index);
    const middle = start + size / 2;
    return isBar
      ? text(frame.left - 5, middle + 3.5, 'end', name)
      : wrapped(name, size)
          .map((part, down) => text(middle, frame.bottom + 13 + down * lineHeight, 'middle', part))
          .join('');
  });
  const zero = placeOf(chart, Math.min(Math.max(0, scale.from), scale.to));
  const base = isBar
    ? rule(zero, frame.top, zero, frame.bottom, scheme.chartLine)
    : rule(frame.left, zero, frame.right, zero, scheme.chartLine);
  return marks.join('') + base + names.join('') + titles(chart);
}

function titles({ plan, frame }: Chart): string {
  const isBar = plan.kind === 'stacked-bar';
  const [along, up] = isBar ? [plan.valueTitle, plan.categoryTitle] : [plan.categoryTitle, plan.valueTitle];
  const middle = (frame.top + frame.bottom) / 2;
  return (
    (along ? text((frame.left + frame.right) / 2, frame.bottom + 26, 'middle', along) : '') +
    (up ? `<g transform="rotate(-90 12 ${px(middle)})">${text(12, middle, 'middle', up)}</g>` : '')
  );
}

/** The columns or bars of one series. */
function bars(chart: Chart, series: Drawn): string {
  const { plan, drawn, label } = chart;
  const isStacked = plan.kind.startsWith('stacked');
  const columns = drawn.filter(({ over }) => !over);
  const own = columns.indexOf(series);
  const gap = (plan.gap ?? (plan.kind === 'stacked-bar' ? 50 : 80)) / 100;
  return series.points
    .map((value, index) => {
      if (value === undefined || index >= chart.categories.length) return '';
      const { start, size } = slot(chart, index);
      const side = isStacked ? 1 : columns.length;
      const thickness = size / (side + gap);
      const across = start + (size - thickness * side) / 2 + (isStacked ? 0 : own * thickness);
      const below = isStacked
        ? columns
            .slice(0, own)
            .reduce((sum, { points }) => sum + ((points[index] ?? 0) * value > 0 ? points[index]! : 0), 0)
        : 0;
      const [a, b] = [placeOf(chart, below), placeOf(chart, below + value)];
      const [near, length] = [Math.min(a, b), Math.abs(a - b)];
      const shape =
        plan.kind === 'stacked-bar'
          ? { x: near, y: across, width: length, height: thickness }
          : { x: across, y: near, width: thickness, height: length };
      const rect = `<rect x="${px(shape.x)}" y="${px(shape.y)}" width="${px(shape.width)}" height="${px(shape.height)}" fill="${series.fill}"><title>${escaped(`${series.name}: ${label(value)}`)}</title></rect>`;
      return series.labels ? rect + text(across + thickness / 2, near - 3, 'middle', label(value)) : rect;
    })
    .join('');
}

/** A series as a line with a mark at each point, a dashed line across, or marks alone. */
function line(chart: Chart, { points, fill, over, name, labels }: Drawn): string {
  const { label } = chart;
  const runs: string[][] = [[]];
  const marks: string[] = [];
  points.forEach((value, index) => {
    if (value === undefined || index >= chart.categories.length) {
      runs.push([]);
      return;
    }
    const { start, size } = slot(chart, index);
    const [x, y] = [start + size / 2, placeOf(chart, value)];
    runs.at(-1)!.push(`${px(x)},${px(y)}`);
    const tip = `<title>${escaped(`${name}: ${label(value)}`)}</title>`;
    if (over === 'marks') marks.push(`<path d="M${px(x)} ${px(y - 5)}l5 5l-5 5l-5 -5z" fill="${fill}">${tip}</path>`);
    else if (!over) marks.push(`<circle cx="${px(x)}" cy="${px(y)}" r="2.6" fill="${fill}">${tip}</circle>`);
    if (labels) marks.push(text(x, y - 7, 'middle', label(value)));
  });
  const dashes = over === 'line' ? ' stroke-dasharray="6 3"' : '';
  const strokes = over === 'marks' ? [] : runs.filter((run) => run.length > 1);
  return (
    strokes
      .map((run) => `<polyline points="${run.join(' ')}" fill="none" stroke="${fill}" stroke-width="2"${dashes}/>`)
      .join('') + marks.join('')
  );
}

function legend(named: readonly Drawn[], { kind }: ChartPlan, width: number, y: number): string {
  const widths = named.map(({ name }) => name.length * 5.4 + 28);
  let x = Math.max(8, (width - widths.reduce((sum, one) => sum + one, 0)) / 2);
  return named
    .map(({ name, fill, over }, index) => {
      const dashes = over === 'line' ? ' stroke-dasharray="4 2"' : '';
      const sign =
        over === 'marks'
          ? `<path d="M${px(x + 6)} ${px(y - 8)}l5 5l-5 5l-5 -5z" fill="${fill}"/>`
          : over === 'line' || kind === 'line'
            ? `<line x1="${px(x)}" y1="${px(y - 3)}" x2="${px(x + 14)}" y2="${px(y - 3)}" stroke="${fill}" stroke-width="2"${dashes}/>`
            : `<rect x="${px(x + 2)}" y="${px(y - 8)}" width="9" height="9" fill="${fill}"/>`;
      const written = sign + text(x + 18, y, 'start', name);
      x += widths[index]!;
      return written;
    })
    .join('');
}

/** A label in lines as wide as its room, so far as its words allow. */
function wrapped(label: string, room: number): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && longer.length * letterWidth <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const lineHeight = 12;
const letterWidth = 5.4;
const longest = (labels: readonly string[]): number => Math.max(0, ...labels.map(({ length }) => length));
const px = (value: number): string => String(Math.round(value * 10) / 10);
const text = (x: number, y: number, anchor: 'start' | 'middle' | 'end', words: string): string =>
  `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${escaped(words)}</text>`;
const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
