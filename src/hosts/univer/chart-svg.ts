import { numfmt } from '@univerjs/core';
import type { ChartPlan } from '../../template/chart-plan.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import { axisFormat } from '../../template/number-formats.ts';
import { fontName } from '../../template/styles.ts';
import { axes } from './chart-axes.ts';
import {
  escaped,
  lineHeight,
  px,
  text,
  wrapped,
  type Chart,
  type ChartValues,
  type Drawn,
  type Point,
} from './chart-drawing.ts';
import { marksOn, scaleOf } from './chart-scale.ts';
import { bars, line } from './chart-series.ts';

export type ChartSize = { readonly width: number; readonly height: number };

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

const longest = (labels: readonly string[]): number => Math.max(0, ...labels.map(({ length }) => length));
