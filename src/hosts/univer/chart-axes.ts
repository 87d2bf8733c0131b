import { marksOn } from './chart-scale.ts';
import { lineHeight, placeOf, px, slot, text, wrapped, type Chart } from './chart-drawing.ts';

/** The axes of a chart as SVG, with their marks and titles. */
export function axes(chart: Chart): string {
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
