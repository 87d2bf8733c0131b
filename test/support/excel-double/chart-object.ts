import { DoubleError, type DoubleObject } from './double-object.ts';
import { keeper, keeps, type Shape } from './keeper.ts';

const font: Shape = { properties: ['Name', 'Size', 'Bold', 'Color'] };
const axis: Shape = {
  properties: ['NumberFormat', 'Minimum', 'Maximum', 'ReversePlotOrder'],
  parts: { MajorGridlines: { properties: ['Visible'] }, Title: { properties: ['Text'] } },
};
const chartShape: Shape = {
  properties: ['Name'],
  parts: {
    Title: { properties: ['Text'], parts: { Format: { parts: { Font: font } } } },
    Axes: { parts: { ValueAxis: axis, CategoryAxis: axis } },
    Legend: { properties: ['Visible', 'Position'] },
  },
  methods: { SetPosition: keeps('Position') },
};
const seriesShape: Shape = {
  properties: [
    'Name',
    'ChartType',
    'AxisGroup',
    'GapWidth',
    'Overlap',
    'HasDataLabels',
    'MarkerStyle',
    'MarkerSize',
    'MarkerBackgroundColor',
    'MarkerForegroundColor',
  ],
  parts: {
    Format: {
      parts: {
        Fill: { methods: { SetSolidColor: keeps('Color'), Clear: (kept, path) => void kept.set(path, 'none') } },
        Line: {
          properties: ['Color', 'Weight', 'LineStyle'],
          methods: { Clear: (kept, path) => void kept.set(path, 'none') },
        },
      },
    },
    DataLabels: { properties: ['NumberFormat'] },
  },
};

/** A chart as a request sees it; it begins with the series of its source. */
export function chartObject(kept: Map<string, unknown>, source: string): DoubleObject {
  const series: Map<string, unknown>[] = [new Map([['Values', source]])];
  kept.set('Series', series);
  const seriesObject = (one: Map<string, unknown>): DoubleObject => {
    const object = keeper('ChartSeries', seriesShape, one);
    const ofRange = (name: string) => (range: DoubleObject) => void one.set(name, range.properties['Address']!.get());
    return {
      ...object,
      methods: { ...object.methods, SetValues: ofRange('Values'), SetXAxisValues: ofRange('Categories') },
    };
  };
  const collection: DoubleObject = {
    type: 'ChartSeriesCollection',
    properties: {},
    methods: {
      GetItemAt: (index: number) => {
        const found = series[index];
        if (!found) throw new DoubleError('ItemNotFound', `The chart has no series ${index}.`);
        return seriesObject(found);
      },
      Add: (name: string) => {
        const added = new Map<string, unknown>([['Name', name]]);
        series.push(added);
        return seriesObject(added);
      },
    },
  };
  const object = keeper('Chart', chartShape, kept);
  const axes = keeper('Chart.Axes', chartShape.parts!['Axes']!, kept, 'Axes');
  const axisOf = (type: string, group: string): DoubleObject => {
    const isThere = group !== 'Secondary' || series.some((one) => one.get('AxisGroup') === 'Secondary');
    if (type !== 'Value' || !isThere) throw new DoubleError('ItemNotFound', `The chart has no ${group} ${type} axis.`);
    return keeper('ChartAxis', axis, kept, group === 'Secondary' ? 'Axes.SecondValueAxis' : 'Axes.ValueAxis');
  };
  return {
    ...object,
    properties: {
      ...object.properties,
      Series: { get: () => collection },
      Axes: { get: () => ({ ...axes, methods: { GetItem: (type: string, group: string) => axisOf(type, group) } }) },
    },
  };
}
