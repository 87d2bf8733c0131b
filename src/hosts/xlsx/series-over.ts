import type { ChartPlan, ChartSeries } from '../../template/chart-plan.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import { axisFormat } from '../../template/number-formats.ts';

/** The axes of the series at the right, beside the two that the library numbers. */
const [secondCategories, secondValues] = ['333333333', '444444444'];

/** Takes the series that are drawn over the columns out of them: lines across, marks at their points, lines of a rate. */
export function seriesOver(xml: string, chart: ChartPlan, { series: palette }: ColourScheme): string {
  const { series, secondFormat } = chart;
  if (series.every(({ over }) => !over)) return xml;
  const taken: string[] = [];
  const onSecondAxis: string[] = [];
  const left = xml.replace(/<c:ser><c:idx val="(\d+)"\/>.*?<\/c:ser>/g, (whole, index: string) => {
    const { over, colour } = series[Number(index)]!;
    if (!over) return whole;
    const fill = `<a:solidFill><a:srgbClr val="${palette[Number(colour ?? index) % palette.length]}"/></a:solidFill>`;
    (over === 'second-axis' ? onSecondAxis : taken).push(
      whole
        .replace('<c:invertIfNegative val="0"/>', '')
        .replace(/<c:spPr>.*?<\/c:spPr>/, looks[over](fill))
        .replace('</c:ser>', '<c:smooth val="0"/></c:ser>'),
    );
    return '';
  });
  const axes = /(?:<c:axId val="\d+"\/>)+(?=<\/c:barChart>)/.exec(left)![0];
  const others = `<c:axId val="${secondCategories}"/><c:axId val="${secondValues}"/>`;
  const drawn = left.replace(
    '</c:barChart>',
    `</c:barChart>${lineChart(taken, axes)}${lineChart(onSecondAxis, others)}`,
  );
  return onSecondAxis.length === 0
    ? drawn
    : drawn.replace('</c:plotArea>', `${axesAtTheRight(drawn, secondFormat!)}$&`);
}

const lineChart = (series: readonly string[], axes: string): string =>
  series.length === 0
    ? ''
    : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}` +
      `<c:marker val="1"/>${axes}</c:lineChart>`;

/** The axes there are once more: the values on the right, without grid lines, and the categories out of sight. */
function axesAtTheRight(xml: string, format: NonNullable<ChartPlan['secondFormat']>): string {
  const axis = (kind: 'catAx' | 'valAx') => new RegExp(`<c:${kind}>.*?</c:${kind}>`).exec(xml)![0];
  const numbered = (text: string, own: string, other: string) =>
    text
      .replace(/<c:axId val="\d+"\/>/, `<c:axId val="${own}"/>`)
      .replace(/<c:crossAx val="\d+"\/>/, `<c:crossAx val="${other}"/>`)
      .replace(/<c:title>.*?<\/c:title>/, '');
  const values = numbered(axis('valAx'), secondValues, secondCategories)
    .replace(/<c:(?:min|max) val="[^"]*"\/>/g, '')
    .replace(/<c:majorGridlines>.*?<\/c:majorGridlines>/, '')
    .replace(/<c:axPos val="\w"\/>/, '<c:axPos val="r"/>')
    .replace(/<c:numFmt formatCode="[^"]*"/, `<c:numFmt formatCode="${axisFormat(format)}"`)
    .replace(/<c:crosses val="\w+"\/>/, '<c:crosses val="max"/>');
  const categories = numbered(axis('catAx'), secondCategories, secondValues).replace(
    '<c:delete val="0"/>',
    '<c:delete val="1"/>',
  );
  return values + categories;
}

const looks: Readonly<Record<NonNullable<ChartSeries['over']>, (fill: string) => string>> = {
  line: (fill) =>
    `<c:spPr><a:ln w="19050">${fill}<a:prstDash val="dash"/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`,
  marks: (fill) =>
    '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>' +
    `<c:marker><c:symbol val="diamond"/><c:size val="7"/><c:spPr>${fill}</c:spPr></c:marker>`,
  'second-axis': (fill) =>
    `<c:spPr><a:ln w="22225">${fill}</a:ln></c:spPr>` +
    `<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${fill}</c:spPr></c:marker>`,
};
