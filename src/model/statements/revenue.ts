import type { Definitions } from '../definitions.ts';
import { growth, one, opening, sum, zero } from '../expression.ts';
import type { Row } from '../row.ts';
import type { Segment, Shape } from '../shape.ts';
import { heading, item, ratio, total, type Statement } from '../statement.ts';
import { count, percent, percentOf, rmbMn, rmbMnEach } from '../unit.ts';

const figure = '64';

export type SegmentRows = {
  readonly segment: Segment;
  readonly revenue: Row;
  readonly growth: Row;
  readonly share: Row;
  /** Volume and price, of a segment that has them. */
  readonly drivers: readonly Row[];
};

export type Revenue = ReturnType<typeof revenue>;

/** Revenue by segment, volume times price or growth. RMB mn (Figure 64). */
export function revenue(define: Definitions, { segments }: Shape) {
  const built = segments.map((segment) => segmentRevenue(define, segment));
  const ofSegments = sum(...built.map((segment) => segment.revenue));

  const revenueChange = define.driver('revenue-change', 'Change to all revenue', percent, {
    sign: 'either',
    actual: zero,
    note: 'a lever over all segments; their own figures stay as they are',
    fallback: 0,
  });
  const revenueFromChange = define.derived(
    'revenue-from-change',
    'Revenue from the change',
    rmbMn,
    {
      actual: zero,
      estimate: ofSegments.times(revenueChange),
    },
    { sign: 'either' },
  );
  const revenueTotal = define.derived(
    'revenue',
    'Revenue',
    rmbMn,
    {
      actual: ofSegments,
      estimate: sum(...built.map((segment) => segment.revenue), revenueFromChange),
    },
    { figure: '65' },
  );
  const revenueGrowth = define.derived('revenue-growth', 'Revenue growth', percent, growth(revenueTotal), {
    figure,
    sign: 'either',
  });

  const withShares: SegmentRows[] = built.map(({ segment, ...rows }) => ({
    ...rows,
    segment,
    share: define.derived(
      `${segment.id}-share`,
      `${segment.label}, % of segment revenue`,
      percentOf('segment revenue'),
      rows.revenue.div(ofSegments),
      { figure },
    ),
  }));
  const sharesTotal = define.derived(
    'segment-shares-total',
    'Segments, % of segment revenue',
    percentOf('segment revenue'),
    sum(...withShares.map(({ share }) => share)),
    { figure: 'FS.key_ratios' },
  );
  const checkSegments = define.check(
    'check-segments',
    'Segments and the change sum to revenue',
    rmbMn,
    revenueTotal.minus(sum(...built.map((segment) => segment.revenue), revenueFromChange)),
  );
  const checkSegmentShares = define.check(
    'check-segment-shares',
    'Segment shares sum to 100%',
    percent,
    sharesTotal.minus(one),
  );

  const statement: Statement = {
    name: 'Revenue',
    figure,
    checks: [checkSegments, checkSegmentShares],
    items: [
      ...withShares.flatMap((rows) => [
        heading(rows.segment.label),
        ...rows.drivers.map(item),
        total(rows.revenue),
        ratio(rows.growth),
      ]),
      heading('Group'),
      ratio(revenueChange),
      item(revenueFromChange),
      total(revenueTotal),
      ratio(revenueGrowth),
      heading('Revenue mix'),
      ...withShares.map(({ share }) => ratio(share)),
      ratio(sharesTotal),
    ],
  };
  return { revenue: revenueTotal, revenueGrowth, revenueChange, revenueFromChange, segments: withShares, statement };
}

function segmentRevenue(define: Definitions, segment: Segment): Omit<SegmentRows, 'share'> {
  const revenue = define.line(`${segment.id}-revenue`, `${segment.label} revenue`, rmbMn, { figure });
  const growthId = `${segment.id}-growth`;
  const growthLabel = `${segment.label} revenue growth`;

  if (segment.method === 'growth') {
    const rate = define.driver(growthId, growthLabel, percent, { figure, sign: 'either', note: 'on the year before' });
    revenue.when({ estimate: opening(revenue).times(rate.plus(one)) });
    return { segment, revenue, growth: rate.when({ actual: growth(revenue) }), drivers: [] };
  }
  const volume = define.line(segment.volume.id, segment.volume.label, count(segment.volume.unit), { figure: 'text' });
  const price = define.driver(segment.price.id, segment.price.label, rmbMnEach, { figure: 'from 64' });
  revenue.when({ estimate: volume.times(price) });
  price.when({ actual: revenue.div(volume) });
  const growthRow = define.derived(growthId, growthLabel, percent, growth(revenue), { figure, sign: 'either' });
  return { segment, revenue, growth: growthRow, drivers: [volume, price] };
}
