import { quartile } from '../model/comps/statistics.ts';
import type { Row } from '../model/row.ts';
import { absolute, address, absoluteOnSheet, columnLetters, onSheet, range } from './address.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import { column, putHeading, scalarValue, text, calculated } from './page-sheet.ts';
import { styled } from './style-name.ts';
import { valuationSheet as sheet } from './valuation-grids.ts';

export type FootballField = {
  readonly lastLine: number;
  readonly inputs: readonly string[];
  readonly irregular: readonly string[];
  readonly chart: { readonly categories: string; readonly low: string; readonly span: string };
};

type Held = { readonly formula: string; readonly value: number };
type Bar = { readonly label: string; readonly note: string } & (
  { readonly multiples: readonly [Held, Held] } | { readonly prices: readonly [Held | number, Held | number] }
);

/** The football field: what each method says the share is worth, from low to high, for the chart that shows it. */
export function putFootballField(cells: Cells, book: Book, line: number): FootballField {
  const { columns, desk } = book;
  const { value } = desk.model;
  const [lowMultiple, highMultiple, low, high, span] = [0, 1, 2, 3, 4].map((place) => columns.firstYear + place) as [
    number,
    number,
    number,
    number,
    number,
  ];
  putHeading(cells, line, 2, columns.growth, 'Football field, HK$ per share');
  cells.putRow(line + 1, 2, [
    text('Method', 'column-head', 'left'),
    text('unit', 'column-head', 'left'),
    text('', 'column-head'),
    ...['low, x', 'high, x', 'low', 'high', 'span'].map((head) => text(head, 'column-head')),
  ]);
  const scalar = (row: Row): Held => ({ formula: book.link(sheet, row, 0), value: scalarValue(book, row) });
  const [target, multiple, perTurn] = [value.targetPrice, value.multipleInUse, value.perTurn].map(scalar);
  const bars = barsOf(book);
  const inputs: string[] = [];
  bars.forEach((bar, index) => {
    const at = line + 2 + index;
    cells.putRow(at, 2, [text(bar.label, 'label'), text('HK$', 'unit')]);
    if (bar.note) cells.put([at, columns.note], text(bar.note, 'note'));
    const ends = [0, 1].map((end): number => {
      const priceColumn = end === 0 ? low : high;
      if ('prices' in bar) {
        const price = bar.prices[end]!;
        if (typeof price === 'number') {
          cells.put([at, priceColumn], { value: price, style: styled('input', 'per-share') });
          inputs.push(address(at, priceColumn));
          return price;
        }
        cells.put([at, priceColumn], calculated(price.formula, price.value, styled('link', 'per-share')));
        return price.value;
      }
      const turns = bar.multiples[end]!;
      const multipleColumn = end === 0 ? lowMultiple : highMultiple;
      cells.put([at, multipleColumn], calculated(turns.formula, turns.value, styled('link', 'multiple')));
      const worth = target!.value + (turns.value - multiple!.value) * perTurn!.value;
      const formula = `${target!.formula}+(${address(at, multipleColumn)}-${multiple!.formula})*${perTurn!.formula}`;
      cells.put([at, priceColumn], calculated(formula, worth, styled('formula', 'per-share')));
      return worth;
    }) as [number, number];
    cells.put(
      [at, span],
      calculated(`${address(at, high)}-${address(at, low)}`, ends[1]! - ends[0]!, styled('formula', 'per-share')),
    );
  });
  const [first, last] = [line + 2, line + 1 + bars.length];
  const whole = (at: number) => absoluteOnSheet(sheet, column(columnLetters(at), first, last));
  return {
    lastLine: last,
    inputs,
    irregular: [range({ top: first, left: lowMultiple, bottom: last, right: span })],
    chart: { categories: whole(columns.label), low: whole(low), span: whole(span) },
  };
}

function barsOf(book: Book): readonly Bar[] {
  const { desk, comps } = book;
  const { market, value } = desk.model;
  const scalar = (row: Row): Held => ({ formula: book.link(sheet, row, 0), value: scalarValue(book, row) });
  const field = [...comps.fields].reverse().find(({ kind }) => kind === 'ev-sales')!;
  const groups = comps.groups.map((group): Bar => {
    const numbers = group.peers.flatMap(({ peer }) => field.of(peer) ?? []);
    const quartileOf = (name: 'Lower quartile' | 'Upper quartile', which: 1 | 3): Held => ({
      formula: onSheet('Comps', absolute(address(comps.statisticLine(group, name), field.column))),
      value: quartile(numbers, which),
    });
    return {
      label: `${group.name}: quartiles of EV/sales`,
      note: field.head,
      multiples: [quartileOf('Lower quartile', 1), quartileOf('Upper quartile', 3)],
    };
  });
  const { low52Week, high52Week } = desk.company.market;
  return [
    ...groups,
    {
      label: 'The peer: without and with the premium',
      note: '',
      multiples: [scalar(market.peerEvSales), scalar(value.multipleFromPremium)],
    },
    {
      label: 'Net cash: as published and on total cash',
      note: '',
      prices: [scalar(value.targetPublished), scalar(value.targetTotal)],
    },
    { label: '52-week low and high', note: 'typed in', prices: [low52Week, high52Week] },
    { label: 'Offer price to share price', note: '', prices: [scalar(market.ipoPrice), scalar(market.sharePrice)] },
  ];
}
