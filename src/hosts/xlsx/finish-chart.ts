import type { ColourScheme } from '../../template/colour-scheme.ts';
import { unfilled } from './file-chart.ts';

/**
 * What the library has no words for in a chart: no fill, fine lines, negative bars in their own colour, and categories
 * that stay what they are: dates as an axis of time would be shown as the first of their months.
 */
export function finishChart(xml: string, { chartLine }: ColourScheme): string {
  const line = `<a:ln w="6350"><a:solidFill><a:srgbClr val="${chartLine}"/></a:solidFill></a:ln>`;
  const fine = `<c:spPr>${line}</c:spPr>`;
  const none = '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>';
  const finished = xml
    .replaceAll(`<a:solidFill><a:srgbClr val="${unfilled}"/></a:solidFill>`, '<a:noFill/>')
    .replaceAll('<c:auto val="1"/>', '<c:auto val="0"/>')
    .replaceAll('<c:majorGridlines/>', `<c:majorGridlines>${fine}</c:majorGridlines>`)
    .replace(/<c:catAx>.*?<\/c:catAx>/g, (axis) => axis.replace('<c:txPr>', `${fine}<c:txPr>`))
    .replace(/<c:valAx>.*?<\/c:valAx>/g, (axis) => axis.replace('<c:txPr>', `${none}<c:txPr>`));
  return finished.includes('<c:barChart>')
    ? finished.replace(/<\/c:spPr>(?=<c:(?:dLbls|cat|val)>)/g, '</c:spPr><c:invertIfNegative val="0"/>')
    : finished;
}
