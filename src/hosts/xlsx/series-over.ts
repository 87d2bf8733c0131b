import type { ChartPlan } from '../../template/chart-plan.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';

/** Takes the series that are drawn over the columns out of them: lines across, or marks at their points. */
export function seriesOver(xml: string, { series }: ChartPlan, { series: palette }: ColourScheme): string {
  if (series.every(({ over }) => !over)) return xml;
  const taken: string[] = [];
  const left = xml.replace(/<c:ser><c:idx val="(\d+)"\/>.*?<\/c:ser>/g, (whole, index: string) => {
    const { over, colour } = series[Number(index)]!;
    if (!over) return whole;
    const fill = `<a:solidFill><a:srgbClr val="${palette[Number(colour ?? index) % palette.length]}"/></a:solidFill>`;
    taken.push(
      whole
        .replace('<c:invertIfNegative val="0"/>', '')
        .replace(/<c:spPr>.*?<\/c:spPr>/, over === 'line' ? line(fill) : marks(fill))
        .replace('</c:ser>', '<c:smooth val="0"/></c:ser>'),
    );
    return '';
  });
  const axes = /(?:<c:axId val="\d+"\/>)+(?=<\/c:barChart>)/.exec(left)![0];
  const chart =
    `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${taken.join('')}` +
    `<c:marker val="1"/>${axes}</c:lineChart>`;
  return left.replace('</c:barChart>', `</c:barChart>${chart}`);
}

const line = (fill: string): string =>
  `<c:spPr><a:ln w="19050">${fill}<a:prstDash val="dash"/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`;

const marks = (fill: string): string =>
  '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>' +
  `<c:marker><c:symbol val="diamond"/><c:size val="7"/><c:spPr>${fill}</c:spPr></c:marker>`;
