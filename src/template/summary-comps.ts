import { median } from '../model/comps/statistics.ts';
import { absolute, address, onSheet, range } from './address.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import { compsColumns, compsSheet, compsYearsLine, type CompsField } from './comps-layout.ts';
import { calculated, putHeading, text, wrappedHead, yearHeadOf } from './page-sheet.ts';
import type { PlannedCell } from './plan.ts';
import { styled } from './style-name.ts';
import { lastSummaryColumn, summarySheet as sheet } from './summary-layout.ts';

/** A multiple that the company is set beside: by year, undefined or words where there is none. */
type Beside = {
  readonly label: PlannedCell;
  readonly multiples: readonly { formula: string; value: number | string }[];
};

const onComps = (row: number, column: number): string => onSheet(compsSheet, absolute(address(row, column)));

/** EV/sales of the company beside its peer and the medians of the peer groups, and its premium over each. */
export function putSummaryComps(cells: Cells, book: Book, line: number): void {
  const { comps, desk, columns } = book;
  const fields = comps.fields.filter(({ kind }) => kind === 'ev-sales');
  putHeading(cells, line, 2, lastSummaryColumn, 'EV/sales beside the peers, and the premium over each');
  const yearOf = ({ column, year }: CompsField) => yearHeadOf(book, onComps(compsYearsLine, column), year!);
  cells.putRow(line + 1, 2, [
    wrappedHead('', true),
    ...fields.map((field) => wrappedHead('EV/sales', false, yearOf(field))),
    ...fields.map((field) => wrappedHead('premium', false, yearOf(field))),
  ]);
  const own = fields.map(({ year }) => {
    const index = columns.years.findIndex((one) => one.year === year);
    return index < 0 ? undefined : Number(book.value(desk.model.value.evSales, index));
  });
  cells.putRow(line + 2, 2, [
    text(desk.company.name, 'label', 'bold'),
    ...fields.map(({ column }, place) =>
      own[place] === undefined
        ? undefined
        : calculated(onComps(comps.ownLine, column), own[place], styled('link', 'multiple', 'bold')),
    ),
  ]);
  [peer(book, fields), ...medians(book, fields)].forEach(({ label, multiples }, index) => {
    const at = line + 3 + index;
    cells.putRow(at, 2, [
      label,
      ...multiples.map(({ formula, value }) => calculated(formula, value, styled('link', 'multiple'))),
      ...multiples.map(({ value }, place) => {
        const [company, other] = [address(line + 2, 3 + place), address(at, 3 + place)];
        const premium = typeof value === 'number' ? own[place]! / value - 1 : 'n.a.';
        return own[place]
          ? calculated(`IF(ISNUMBER(${other}),${company}/${other}-1,"n.a.")`, premium, styled('ratio', 'percent-0'))
          : undefined;
      }),
    ]);
  });
}

/** The peer that the target multiple may be linked to, whichever it is. */
function peer(book: Book, fields: readonly CompsField[]): Beside {
  const { comps, desk, solution } = book;
  const ticker = book.link(sheet, desk.model.market.peerTicker, 0);
  const column = (at: number) =>
    onSheet(compsSheet, absolute(range({ top: comps.ownLine, left: at, bottom: comps.lastLine, right: at })));
  const tickers = column(compsColumns.ticker);
  const found = (at: number, otherwise: string) =>
    `IF(COUNTIF(${tickers},${ticker})=0,${otherwise},INDEX(${column(at)},MATCH(${ticker},${tickers},0)))`;
  const known = solution.inputs.textOf(desk.model.market.peerTicker)!;
  const one = comps.groups.flatMap(({ peers }) => peers).find((placed) => placed.peer.ticker === known)?.peer;
  return {
    label: calculated(
      `"The peer: "&${found(compsColumns.name, ticker)}`,
      `The peer: ${one?.name ?? known}`,
      styled('link', 'text', 'left'),
    ),
    multiples: fields.map((field) => ({
      formula: found(field.column, '"n.a."'),
      value: (one && field.of(one)) ?? 'n.a.',
    })),
  };
}

const medians = ({ comps }: Book, fields: readonly CompsField[]): readonly Beside[] =>
  comps.groups.map((group) => ({
    label: text(`${group.name}, median`, 'label'),
    multiples: fields.map((field) => {
      const numbers = group.peers.flatMap((placed) => field.of(placed.peer) ?? []);
      return {
        formula: onComps(comps.statisticLine(group, 'Median'), field.column),
        value: numbers.length === 0 ? 'n.a.' : median(numbers),
      };
    }),
  }));
