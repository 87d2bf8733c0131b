import type { SheetChart } from 'hucre';
import { parseRange } from '../../template/address.ts';
import type { ChartPlan, ChartSeries } from '../../template/chart-plan.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import { axisFormat } from '../../template/number-formats.ts';
import { fontName } from '../../template/styles.ts';

/** The colour that stands for no fill until finishing takes the fill away. */
export const unfilled = 'FE01FD';

/** A planned chart in the form that the file library writes. */
export function fileChart(chart: ChartPlan, scheme: ColourScheme): SheetChart {
  const { top, left, bottom, right } = parseRange(chart.covers);
  const format = { formatCode: axisFormat(chart.format), sourceLinked: false };
  const small = { labelFontSize: 8, labelFontFamily: fontName, labelColor: scheme.text };
  const axisTitle = { axisTitleFontSize: 8, axisTitleFontFamily: fontName, axisTitleBold: false };
  const isBar = chart.kind === 'stacked-bar';
  return {
    type: isBar ? 'bar' : chart.kind === 'line' ? 'line' : 'column',
    title: chart.title,
    titleFontSize: 10,
    titleBold: true,
    titleFontFamily: fontName,
    titleColor: scheme.accent,
    frameTitle: chart.title,
    ...(chart.description && { altText: chart.description }),
    anchor: { from: { row: top - 1, col: left - 1 }, to: { row: bottom, col: right } },
    series: chart.series.map((series, index) => fileSeries(series, index, chart, scheme)),
    ...(chart.kind.startsWith('stacked') && { barGrouping: 'stacked' as const, overlap: 100 }),
    ...(chart.kind !== 'line' && { gapWidth: chart.gap ?? (isBar ? 50 : 80) }),
    ...legend(chart, scheme),
    dispBlanksAs: 'gap',
    chartSpaceFillColor: 'FFFFFF',
    chartSpaceBorderColor: scheme.chartLine,
    chartSpaceBorderWidth: 0.5,
    axes: {
      x: {
        ...small,
        ...(chart.categoryTitle && { title: chart.categoryTitle, ...axisTitle }),
        tickLblPos: 'low',
        majorTickMark: 'none',
        minorTickMark: 'none',
        ...(isBar && { reverse: true }),
      },
      y: {
        ...small,
        ...(chart.valueTitle && { title: chart.valueTitle, ...axisTitle, ...(!isBar && { axisTitleRotation: -90 }) }),
        numberFormat: format,
        majorTickMark: 'none',
        minorTickMark: 'none',
        gridlines: { major: true },
        ...(isBar && { crosses: 'max' as const }),
        ...((chart.from !== undefined || chart.to !== undefined) && {
          scale: {
            ...(chart.from !== undefined && { min: chart.from }),
            ...(chart.to !== undefined && { max: chart.to }),
          },
        }),
      },
    },
  };
}

function fileSeries(
  { name, values, colour, labels }: ChartSeries,
  index: number,
  chart: ChartPlan,
  { series: palette, text }: ColourScheme,
): SheetChart['series'][number] {
  const place = typeof colour === 'number' ? colour : index;
  const line = chart.kind === 'line';
  const fill = palette[place % palette.length]!;
  return {
    name,
    values,
    categories: chart.categories,
    color: colour === 'none' ? unfilled : fill,
    ...(line && { stroke: { width: 1.75 }, marker: { symbol: 'circle', size: 5, fill, line: fill }, smooth: false }),
    ...(labels && {
      dataLabels: {
        showValue: true,
        fontSize: 8,
        fontFamily: fontName,
        fontColor: text,
        numberFormat: { formatCode: axisFormat(chart.format) },
        ...(line && { position: 't' as const }),
      },
    }),
  };
}

/** One visible series needs no legend: the title says what it is. */
function legend(chart: ChartPlan, scheme: ColourScheme): Partial<SheetChart> {
  const visible = chart.series.filter(({ colour }) => colour !== 'none');
  if (chart.legend === false || visible.length < 2) return { legend: false };
  const hidden = chart.series.flatMap(({ colour }, idx) => (colour === 'none' ? [{ idx, delete: true }] : []));
  return {
    legend: 'bottom',
    legendFontSize: 8,
    legendFontFamily: fontName,
    legendFontColor: scheme.text,
    ...(hidden.length && { legendEntries: hidden }),
  };
}
