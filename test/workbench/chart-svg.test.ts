import assert from 'node:assert/strict';
import { DOMParser } from '@xmldom/xmldom';
import type { ChartValues } from '../../src/hosts/univer/chart-drawing.ts';
import { chartSvg } from '../../src/hosts/univer/chart-svg.ts';
import { marksOn, scaleOf } from '../../src/hosts/univer/chart-scale.ts';
import type { ChartPlan } from '../../src/template/chart-plan.ts';
import { brokerColours } from '../../src/template/colour-scheme.ts';

const column: ChartPlan = {
  kind: 'column',
  title: 'Revenue & cost <RMB mn>',
  categories: "'Income'!$F$5:$H$5",
  series: [
    { name: 'Revenue', values: "'Income'!$F$8:$H$8" },
    { name: 'Cost', values: "'Income'!$F$9:$H$9" },
  ],
  covers: 'B2:F12',
  format: 'count',
};
const values: ChartValues = {
  categories: ['FY20A', 'FY21E', 'FY22E'],
  series: [
    [100, 200, 400],
    [-50, undefined, -100],
  ],
};

/** The rectangles of a drawing that stand for values, by their tips. */
function bars(plan: ChartPlan, of: ChartValues) {
  const svg = chartSvg(plan, of, brokerColours, { width: 400, height: 240 });
  const document = new DOMParser().parseFromString(svg, 'text/xml');
  return [...document.getElementsByTagName('rect')].flatMap((rect) => {
    const tip = rect.getElementsByTagName('title')[0]?.textContent;
    const number = (name: string) => Number(rect.getAttribute(name));
    return tip
      ? [
          {
            tip,
            x: number('x'),
            y: number('y'),
            width: number('width'),
            height: number('height'),
            fill: rect.getAttribute('fill'),
          },
        ]
      : [];
  });
}

describe('a chart drawn over the grid', () => {
  it('has a column for each number, as high as it is large, and none for a cell without one', () => {
    const found = bars(column, values);
    assert.deepEqual(
      found.map(({ tip }) => tip),
      ['Revenue: 100', 'Revenue: 200', 'Revenue: 400', 'Cost: -50', 'Cost: -100'],
    );
    const [first, second, third, below] = found;
    assert.ok(
      Math.abs(second!.height / first!.height - 2) < 0.02 && Math.abs(third!.height / first!.height - 4) < 0.02,
    );
    assert.ok(Math.abs(below!.y - (first!.y + first!.height)) < 0.2, 'a cost hangs from where revenue stands');
  });

  it('stacks columns on each other, an unfilled one included', () => {
    const [low, , , high] = bars(
      { ...column, kind: 'stacked-column', series: [{ ...column.series[0]!, colour: 'none' }, column.series[1]!] },
      { ...values, series: [values.series[0]!, [50, 50, 50]] },
    );
    assert.equal(low!.fill, 'none');
    assert.ok(Math.abs(high!.y + high!.height - low!.y) < 0.2);
  });

  it('lays stacked bars from the left, the first category at the top', () => {
    const [first, second] = bars({ ...column, kind: 'stacked-bar' }, values);
    assert.ok(first!.y < second!.y && first!.x === second!.x);
    assert.ok(Math.abs(second!.width / first!.width - 2) < 0.02);
  });

  it('has round marks on its axis, bounds that were given, and zero unless a line is far from it', () => {
    assert.deepEqual(marksOn(scaleOf([3, 870], { withZero: true })), [0, 200, 400, 600, 800, 1000]);
    assert.deepEqual(marksOn(scaleOf([-0.4, 0.7], { withZero: false })), [-0.5, 0, 0.5, 1]);
    assert.deepEqual(marksOn(scaleOf([1, 5], { withZero: true, from: 0, to: 10 })), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    assert.ok(scaleOf([0.9, 0.95], { withZero: false }).from > 0.8);
    assert.deepEqual(marksOn(scaleOf([], { withZero: true })).at(0), 0);
  });
});
