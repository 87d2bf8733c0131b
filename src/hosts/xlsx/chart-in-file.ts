import type { Sheet } from 'hucre';
import { range } from '../../template/address.ts';
import type { ChartPlan } from '../../template/chart-plan.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import { axisFormat, numberFormats, type FormatName } from '../../template/number-formats.ts';

type FileChart = NonNullable<Sheet['charts']>[number];

/** A chart of a file; undefined for a kind that plans do not know. */
export function chartInFile(found: FileChart, scheme: ColourScheme): ChartPlan | undefined {
  const { anchor, series = [] } = found;
  const kind = kindOf(found);
  const categories = absolutePlace(series.find(({ categoriesRef }) => categoriesRef)?.categoriesRef);
  if (!kind || !anchor?.to || !categories) return undefined;
  const planned = series.flatMap((one) => {
    const values = absolutePlace(one.valuesRef);
    if (!values) return [];
    const isOver = one.kind === 'line' && kind !== 'line';
    const colour = isOver
      ? placeOf(one.marker?.fill ?? one.color, scheme)
      : (placeOf(one.color, scheme) ?? (one.color === undefined ? ('none' as const) : undefined));
    const over = one.marker?.symbol === undefined || one.marker.symbol === 'none' ? 'line' : 'marks';
    return [
      {
        name: one.name ?? '',
        values,
        ...(colour !== undefined && { colour }),
        ...(one.dataLabels?.showValue && { labels: true }),
        ...(isOver && { over: over as 'line' | 'marks' }),
      },
    ];
  });
  return {
    kind,
    title: found.title ?? '',
    ...(found.altText && { description: found.altText }),
    categories,
    series: planned,
    covers: range({
      top: anchor.from.row + 1,
      left: anchor.from.col + 1,
      bottom: Math.max(anchor.to.row, anchor.from.row + 1),
      right: Math.max(anchor.to.col, anchor.from.col + 1),
    }),
    format: formatOf(found),
    ...(found.legend === false && { legend: false }),
    ...(found.gapWidth !== undefined && { gap: found.gapWidth }),
  };
}

function kindOf({ kinds, barGrouping, series = [] }: FileChart): ChartPlan['kind'] | undefined {
  if (kinds.length === 1 && kinds[0] === 'line') return 'line';
  if (!kinds.every((kind) => kind === 'bar' || kind === 'line') || series.length === 0) return undefined;
  return barGrouping === 'stacked' ? 'stacked-column' : 'column';
}

function formatOf({ axes }: FileChart): FormatName {
  const code = axes?.y?.numberFormat?.formatCode;
  return (Object.keys(numberFormats) as FormatName[]).find((name) => axisFormat(name) === code) ?? 'general';
}

/** The place of a colour among those of a scheme. */
function placeOf(colour: unknown, { series }: ColourScheme): number | undefined {
  const place = series.indexOf((typeof colour === 'string' ? colour : '').slice(-6).toUpperCase());
  return place < 0 ? undefined : place;
}

/** A reference with its sheet in quotes, as plans have it. */
function absolutePlace(reference: string | undefined): string | undefined {
  const found = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(reference ?? '');
  return found ? `'${found[1] ?? found[2]!.replaceAll("'", "''")}'!${found[3]!}` : undefined;
}
