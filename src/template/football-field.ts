import { median, quartile } from '../model/comps/statistics.ts';
import type { Row } from '../model/row.ts';
import { absolute, address, absoluteOnSheet, columnLetters, onSheet, range } from './address.ts';
import type { Book } from './book.ts';
import { valuationSheet as sheet } from './book-layout.ts';
import type { Cells } from './cells.ts';
import type { StatisticName } from './comps-layout.ts';
import { calculated, column, columnHeads, figureCell, putHeading, scalarValue, text } from './page-sheet.ts';
import { styled } from './style-name.ts';
import type { Held } from './target-price.ts';

export type FootballField = {
  readonly lastLine: number;
  readonly irregular: readonly string[];
  /** The cells of the chart: a bar from low over its span, marks at the medians, lines at both prices. */
  readonly chart: Readonly<Record<'categories' | 'low' | 'span' | 'median' | 'sharePrice' | 'targetPrice', string>>;
};

type Bar = { readonly label: string } & (
  { readonly multiples: readonly [Held, Held]; readonly median?: Held } | { readonly prices: readonly [Held, Held] }
);

/** Where the field stands in the columns of its sheet. */
const placesOf = ({ columns: { source } }: Book) => ({
  lowMultiple: source,
  highMultiple: source + 1,
  medianMultiple: source + 2,
  low: source + 3,
  high: source + 4,
  span: source + 5,
  median: source + 6,
  sharePrice: source + 7,
  targetPrice: source + 8,
});
type Places = ReturnType<typeof placesOf>;

/** The football field: what each method says the share is worth, from low to high, for the chart that shows it. */
export function putFootballField(cells: Cells, book: Book, line: number): FootballField {
  const { columns, desk } = book;
  const at = placesOf(book);
  const { market, value } = desk.model;
  putHeading(cells, line, 2, columns.growth, 'Football field, HK$ per share');
  const heads = ['low, x', 'high, x', 'median, x', 'low', 'high', 'span', 'median', 'price', 'target'];
  cells.putRow(line + 1, 2, columnHeads(['Method', 'unit', ...heads], 2));
  const bars = barsOf(book);
  bars.forEach((bar, index) => {
    const row = line + 2 + index;
    cells.putRow(row, 2, [text(bar.label, 'label'), text('HK$', 'unit')]);
    const [low, high] = 'prices' in bar ? putPrices(cells, at, row, bar.prices) : putWorth(cells, book, row, bar);
    const span = `${address(row, at.high)}-${address(row, at.low)}`;
    cells.put([row, at.span], calculated(span, high - low, styled('formula', 'per-share')));
    for (const [place, price] of [
      [at.sharePrice, market.sharePrice],
      [at.targetPrice, value.targetPrice],
    ] as const)
      cells.put(
        [row, place],
        figureCell(book, sheet, price, 0, { role: book.home(price).sheet === sheet ? 'formula' : 'link' }),
      );
  });
  const [first, last] = [line + 2, line + 1 + bars.length];
  const whole = (place: number) => absoluteOnSheet(sheet, column(columnLetters(place), first, last));
  return {
    lastLine: last,
    irregular: [range({ top: first, left: at.lowMultiple, bottom: last, right: at.targetPrice })],
    chart: {
      categories: whole(columns.label),
      low: whole(at.low),
      span: whole(at.span),
      median: whole(at.median),
      sharePrice: whole(at.sharePrice),
      targetPrice: whole(at.targetPrice),
    },
  };
}

/** Two prices, the lower one first whichever it is. */
function putPrices(
  cells: Cells,
  at: Places,
  row: number,
  prices: readonly [Held, Held],
): readonly [low: number, high: number] {
  const formulas = prices.map(({ formula }) => formula).join(',');
  const values = prices.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  cells.put([row, at.low], calculated(`MIN(${formulas})`, low, styled('link', 'per-share')));
  cells.put([row, at.high], calculated(`MAX(${formulas})`, high, styled('link', 'per-share')));
  return [low, high];
}

/** What the share is worth at two multiples, the lower one first whichever it is, and at their median. */
function putWorth(
  cells: Cells,
  book: Book,
  row: number,
  { multiples, median }: { readonly multiples: readonly [Held, Held]; readonly median?: Held },
): readonly [number, number] {
  const at = placesOf(book);
  const { value } = book.desk.model;
  const [target, multiple, perTurn] = [value.targetPrice, value.multipleInUse, value.perTurn].map((one) => ({
    formula: book.link(sheet, one, 0),
    value: scalarValue(book, one),
  })) as [Held, Held, Held];
  const places = [at.lowMultiple, at.highMultiple, at.medianMultiple];
  for (const [index, turns] of [...multiples, ...(median ? [median] : [])].entries())
    cells.put([row, places[index]!], calculated(turns.formula, turns.value, styled('link', 'multiple')));
  const ends = `${address(row, at.lowMultiple)},${address(row, at.highMultiple)}`;
  const put = (place: number, turns: Held): number => {
    const worth = target.value + (turns.value - multiple.value) * perTurn.value;
    const formula = `${target.formula}+(${turns.formula}-${multiple.formula})*${perTurn.formula}`;
    cells.put([row, place], calculated(formula, worth, styled('formula', 'per-share')));
    return worth;
  };
  const turns = multiples.map((one) => one.value);
  if (median) put(at.median, { formula: address(row, at.medianMultiple), value: median.value });
  return [
    put(at.low, { formula: `MIN(${ends})`, value: Math.min(...turns) }),
    put(at.high, { formula: `MAX(${ends})`, value: Math.max(...turns) }),
  ];
}

function barsOf(book: Book): readonly Bar[] {
  const { desk, comps } = book;
  const { market, value } = desk.model;
  const scalar = (row: Row): Held => ({ formula: book.link(sheet, row, 0), value: scalarValue(book, row) });
  const field = [...comps.fields].reverse().find(({ kind }) => kind === 'ev-sales')!;
  const groups = comps.groups.map((group): Bar => {
    const numbers = group.peers.flatMap(({ peer }) => field.of(peer) ?? []);
    const statistic = (name: StatisticName, value: number): Held => ({
      formula: onSheet('Comps', absolute(address(comps.statisticLine(group, name), field.column))),
      value,
    });
    return {
      label: `${group.name}: quartiles of ${field.head}`,
      multiples: [statistic('Lower quartile', quartile(numbers, 1)), statistic('Upper quartile', quartile(numbers, 3))],
      median: statistic('Median', median(numbers)),
    };
  });
  return [
    ...groups,
    {
      label: 'The peer: without and with the premium',
      multiples: [scalar(market.peerEvSales), scalar(value.multipleFromPremium)],
    },
    {
      label: 'Net cash: as published and on total cash',
      prices: [scalar(value.targetPublished), scalar(value.targetTotal)],
    },
    { label: '52-week low and high', prices: [book.setting('low52Week'), book.setting('high52Week')] },
    { label: 'Offer price to share price', prices: [scalar(market.ipoPrice), scalar(market.sharePrice)] },
  ];
}
