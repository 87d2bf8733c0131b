import { parseRange } from '../../template/address.ts';
import type { ChartPlan, ChartSeries } from '../../template/chart-plan.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import { axisFormat } from '../../template/number-formats.ts';
import type { SheetPlan } from '../../template/plan.ts';
import { fontName } from '../../template/styles.ts';

const kinds = {
  column: 'ColumnClustered',
  'stacked-column': 'ColumnStacked',
  line: 'LineMarkers',
  'stacked-bar': 'BarStacked',
} as const satisfies Readonly<Record<ChartPlan['kind'], string>>;

/** Draws the charts of a sheet as native ones. */
export function writeCharts(
  worksheets: Excel.WorksheetCollection,
  sheet: Excel.Worksheet,
  { charts }: SheetPlan,
  scheme: ColourScheme,
): void {
  for (const plan of charts) writeChart(worksheets, sheet, plan, scheme);
}

function writeChart(
  worksheets: Excel.WorksheetCollection,
  sheet: Excel.Worksheet,
  plan: ChartPlan,
  scheme: ColourScheme,
): void {
  const rangeAt = (reference: string) => {
    const [, name, cells] = /^'((?:[^']|'')+)'!(.+)$/.exec(reference)!;
    return worksheets.getItem(name!.replaceAll("''", "'")).getRange(cells!.replaceAll('$', '')).untrack();
  };
  const [first] = plan.series;
  const { left, right } = parseRange(first!.values.slice(first!.values.lastIndexOf('!') + 1));
  const chart = sheet.charts.add(kinds[plan.kind], rangeAt(first!.values), left === right ? 'Columns' : 'Rows');
  const [topLeft, bottomRight = topLeft] = plan.covers.split(':');
  chart.setPosition(topLeft!, bottomRight!);
  chart.name = plan.title;
  chart.title.text = plan.title;
  Object.assign(chart.title.format.font, { name: fontName, size: 10, bold: true, color: `#${scheme.accent}` });
  writeAxes(chart, plan);
  plan.series.forEach((one, index) => {
    const series = index === 0 ? chart.series.getItemAt(0) : chart.series.add(one.name);
    series.name = one.name;
    if (index > 0) series.setValues(rangeAt(one.values));
    series.setXAxisValues(rangeAt(plan.categories));
    dress(series, one, index, plan, scheme);
  });
  // Excel has a second axis only once a series stands on it.
  if (plan.secondFormat) chart.axes.getItem('Value', 'Secondary').numberFormat = axisFormat(plan.secondFormat);
  const visible = plan.series.filter(({ colour }) => colour !== 'none');
  chart.legend.visible = plan.legend !== false && visible.length > 1;
  chart.legend.position = 'Bottom';
}

function writeAxes({ axes }: Excel.Chart, plan: ChartPlan): void {
  const { valueAxis, categoryAxis } = axes;
  valueAxis.numberFormat = axisFormat(plan.format);
  valueAxis.majorGridlines.visible = true;
  if (plan.from !== undefined) valueAxis.minimum = plan.from;
  if (plan.to !== undefined) valueAxis.maximum = plan.to;
  if (plan.valueTitle) valueAxis.title.text = plan.valueTitle;
  if (plan.categoryTitle) categoryAxis.title.text = plan.categoryTitle;
  if (plan.kind === 'stacked-bar') categoryAxis.reversePlotOrder = true;
}

function dress(
  series: Excel.ChartSeries,
  { colour, labels, over }: ChartSeries,
  index: number,
  plan: ChartPlan,
  { series: palette }: ColourScheme,
): void {
  const place = typeof colour === 'number' ? colour : index;
  const fill = `#${palette[place % palette.length]!}`;
  if (over) drawOver(series, over, fill);
  else if (plan.kind === 'line') {
    series.format.line.color = fill;
    colourMarkers(series, fill);
  } else {
    if (colour === 'none') series.format.fill.clear();
    else series.format.fill.setSolidColor(fill);
    series.gapWidth = plan.gap ?? (plan.kind === 'stacked-bar' ? 50 : 80);
    if (plan.kind.startsWith('stacked')) series.overlap = 100;
  }
  if (labels) {
    series.hasDataLabels = true;
    series.dataLabels.numberFormat = axisFormat(plan.format);
  }
}

const markers = { line: 'None', marks: 'Diamond', 'second-axis': 'Circle' } as const;

/** Draws a series over the columns of the others. */
function drawOver(series: Excel.ChartSeries, over: NonNullable<ChartSeries['over']>, fill: string): void {
  series.chartType = over === 'line' ? 'Line' : 'LineMarkers';
  if (over === 'second-axis') series.axisGroup = 'Secondary';
  if (over === 'marks') series.format.line.clear();
  else {
    series.format.line.color = fill;
    series.format.line.weight = over === 'line' ? 1.5 : 1.75;
    series.format.line.lineStyle = over === 'line' ? 'Dash' : 'Continuous';
  }
  series.markerStyle = markers[over];
  if (over === 'line') return;
  series.markerSize = over === 'marks' ? 7 : 5;
  colourMarkers(series, fill);
}

function colourMarkers(series: Excel.ChartSeries, fill: string): void {
  series.markerBackgroundColor = fill;
  series.markerForegroundColor = fill;
}
