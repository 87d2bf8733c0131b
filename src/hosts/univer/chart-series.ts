import { escaped, placeOf, px, slot, text, type Chart, type Drawn } from './chart-drawing.ts';

/** The columns or bars of one series. */
export function bars(chart: Chart, series: Drawn): string {
  const { plan, drawn, label } = chart;
  const isStacked = plan.kind.startsWith('stacked');
  const columns = drawn.filter(({ over }) => !over);
  const own = columns.indexOf(series);
  const gap = (plan.gap ?? (plan.kind === 'stacked-bar' ? 50 : 80)) / 100;
  return series.points
    .map((value, index) => {
      if (value === undefined || index >= chart.categories.length) return '';
      const { start, size } = slot(chart, index);
      const side = isStacked ? 1 : columns.length;
      const thickness = size / (side + gap);
      const across = start + (size - thickness * side) / 2 + (isStacked ? 0 : own * thickness);
      const below = isStacked
        ? columns
            .slice(0, own)
            .reduce((sum, { points }) => sum + ((points[index] ?? 0) * value > 0 ? points[index]! : 0), 0)
        : 0;
      const [a, b] = [placeOf(chart, below), placeOf(chart, below + value)];
      const [near, length] = [Math.min(a, b), Math.abs(a - b)];
      const shape =
        plan.kind === 'stacked-bar'
          ? { x: near, y: across, width: length, height: thickness }
          : { x: across, y: near, width: thickness, height: length };
      const rect = `<rect x="${px(shape.x)}" y="${px(shape.y)}" width="${px(shape.width)}" height="${px(shape.height)}" fill="${series.fill}"><title>${escaped(`${series.name}: ${label(value)}`)}</title></rect>`;
      return series.labels ? rect + text(across + thickness / 2, near - 3, 'middle', label(value)) : rect;
    })
    .join('');
}

/** A series as a line with a mark at each point, a dashed line across, or marks alone. */
export function line(chart: Chart, { points, fill, over, name, labels }: Drawn): string {
  const { label } = chart;
  const runs: string[][] = [[]];
  const marks: string[] = [];
  points.forEach((value, index) => {
    if (value === undefined || index >= chart.categories.length) {
      runs.push([]);
      return;
    }
    const { start, size } = slot(chart, index);
    const [x, y] = [start + size / 2, placeOf(chart, value)];
    runs.at(-1)!.push(`${px(x)},${px(y)}`);
    const tip = `<title>${escaped(`${name}: ${label(value)}`)}</title>`;
    if (over === 'marks') marks.push(`<path d="M${px(x)} ${px(y - 5)}l5 5l-5 5l-5 -5z" fill="${fill}">${tip}</path>`);
    else if (!over) marks.push(`<circle cx="${px(x)}" cy="${px(y)}" r="2.6" fill="${fill}">${tip}</circle>`);
    if (labels) marks.push(text(x, y - 7, 'middle', label(value)));
  });
  const dashes = over === 'line' ? ' stroke-dasharray="6 3"' : '';
  const strokes = over === 'marks' ? [] : runs.filter((run) => run.length > 1);
  return (
    strokes
      .map((run) => `<polyline points="${run.join(' ')}" fill="none" stroke="${fill}" stroke-width="2"${dashes}/>`)
      .join('') + marks.join('')
  );
}
