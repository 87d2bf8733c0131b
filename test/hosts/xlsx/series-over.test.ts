import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { seriesOver } from '../../../src/hosts/xlsx/series-over.ts';
import { writeWorkbook } from '../../../src/hosts/xlsx/write-workbook.ts';
import { brokerColours } from '../../../src/template/colour-scheme.ts';
import type { ChartPlan, ChartSeries } from '../../../src/template/chart-plan.ts';
import type { WorkbookPlan } from '../../../src/template/plan.ts';
import { samplePlan } from '../../support/sample-plan.ts';

/** The sample with a chart whose second series is drawn over the columns of the first. */
function withLine(over: NonNullable<ChartSeries['over']>): { plan: WorkbookPlan; chart: ChartPlan } {
  const sample = samplePlan();
  const sheet = sample.sheets.find(({ charts }) => charts.length > 0)!;
  const [first, ...others] = sheet.charts;
  const [columns, line] = first!.series;
  const chart: ChartPlan = {
    ...first!,
    kind: 'stacked-column',
    series: [columns!, { ...line!, over }],
    secondFormat: 'percent-0',
  };
  const changed = { ...sheet, charts: [chart, ...others] };
  return { chart, plan: { ...sample, sheets: sample.sheets.map((one) => (one === sheet ? changed : one)) } };
}

const firstChart = async (plan: WorkbookPlan): Promise<string> =>
  strFromU8(unzipSync(await writeWorkbook(plan, { values: 'cached' }))['xl/charts/chart1.xml']!);

describe('a series drawn over columns', () => {
  it('is a line of its own on the same axes', async () => {
    const xml = await firstChart(withLine('line').plan);
    const [columns, line] = [/<c:barChart>.*<\/c:barChart>/, /<c:lineChart>.*<\/c:lineChart>/].map(
      (part) => part.exec(xml)![0],
    ) as [string, string];
    assert.equal(columns.match(/<c:ser>/g)!.length, 1);
    assert.match(line, /<c:ser><c:idx val="1"\/>.*<a:prstDash val="dash"\/>.*<c:symbol val="none"\/>/);
    const axes = (part: string) => part.match(/<c:axId val="\d+"\/>/g);
    assert.deepEqual(axes(line), axes(columns));
  });

  it('is marks without a line where it is so planned', async () => {
    const xml = await firstChart(withLine('marks').plan);
    assert.match(xml, /<c:lineChart>.*<a:ln><a:noFill\/><\/a:ln>.*<c:symbol val="diamond"\/>/);
  });

  it('is read off an axis at the right where it is of another magnitude', async () => {
    const xml = await firstChart(withLine('second-axis').plan);
    const [, axes] = /<c:lineChart>.*((?:<c:axId val="\d+"\/>){2})<\/c:lineChart>/.exec(xml)!;
    const [categories, values] = [...axes!.matchAll(/"(\d+)"/g)].map(([, number]) => number!);
    const axis = (number: string) =>
      [...xml.matchAll(/<c:(catAx|valAx)>.*?<\/c:\1>/g)].find(([text]) =>
        text.includes(`<c:axId val="${number}"/>`),
      )![0];
    assert.match(axis(values!), /<c:axPos val="r"\/>.*formatCode="0%;-0%".*<c:crosses val="max"\/>/);
    assert.doesNotMatch(axis(values!), /majorGridlines|<c:title>/);
    assert.match(axis(categories!), /<c:delete val="1"\/>/);
    assert.ok(axis(values!).includes(`<c:crossAx val="${categories}"/>`));
    assert.equal(xml.match(/<c:(catAx|valAx)>/g)!.length, 4);
  });

  it('leaves a chart without one as it is', () => {
    const { chart } = withLine('line');
    const plain = { ...chart, series: chart.series.map(({ name, values }) => ({ name, values })) };
    assert.equal(seriesOver('<c:barChart/>', plain, brokerColours), '<c:barChart/>');
  });

  it('shows days as they are, not as the first of their month', async () =>
    assert.ok(!(await firstChart(samplePlan())).includes('<c:auto val="1"/>')));
});
