import { address, range } from './address.ts';
import type { Book } from './book.ts';
import { Cells } from './cells.ts';
import type { Alert } from './alerts.ts';
import { compsAlerts, fewestPeers } from './comps-alerts.ts';
import { putCompany } from './comps-company.ts';
import { putGroup } from './comps-group.ts';
import {
  compsColumns as at,
  compsDateCell,
  compsHeadLine,
  compsStatusCell,
  compsSheet as name,
  compsYearsLine,
  fewestPeersCell,
} from './comps-layout.ts';
import { pageSheet, text, wrappedHead, yearHeadOf } from './page-sheet.ts';
import type { SheetPlan, Validation } from './plan.ts';
import { putHead } from './sheet-frame.ts';
import { styled } from './style-name.ts';

/** Comps: the company first, its peers as blue data, statistics of the peers included, the printed ones beside them. */
export function makeCompsSheet(book: Book): { sheet: SheetPlan; alerts: readonly Alert[] } {
  const cells = new Cells(name);
  const layout = book.comps;
  const { comps } = book.desk.company;
  const { fields, groups } = layout;
  const links = putHead(cells, book, name, layout.basis);
  cells.put('B4', text('Comps at closing prices of', 'label', 'bold'));
  cells.put(compsDateCell, { value: { date: comps.asOf as Day }, style: styled('input', 'date', 'key') });
  cells.put('H4', text('Fewest peers', 'note', 'right'));
  cells.put(fewestPeersCell, { value: fewestPeers, style: styled('input', 'number') });
  cells.put('K4', text('Source', 'note', 'right'));
  cells.put(compsStatusCell, text('as printed in the report', 'input', 'left'));
  putHeads(cells, book);
  putCompany(cells, book);
  for (const group of groups) putGroup(cells, book, group);
  cells.put([layout.lastLine + 2, at.name], text(implied, 'note'));
  const width = { name: 27, rating: 7, currency: 9, ticker: 11, include: 8, yearEnd: 9, price: 9, marketCap: 10.5 };
  const figures = new Array<number>(layout.status - at.netDebt).fill(11.5);
  const sheet = pageSheet(book, cells, {
    name,
    kind: 'working',
    layout: 'table',
    widths: [2.5, ...Object.values(width), ...figures, 8, 7, basisWidth, ...fields.map(() => 9)],
    heights: { [compsHeadLine]: 36, ...heightsOf(book) },
    print: { pagesTall: 1 },
    lastColumn: layout.basis,
    freeze: { rows: compsHeadLine, columns: at.ticker },
    links,
    inputs: [
      compsDateCell,
      fewestPeersCell,
      compsStatusCell,
      range({ top: compsYearsLine, left: at.netDebt, bottom: compsYearsLine, right: layout.basis }),
      ...groups.map(({ peers, headLine }) =>
        range({ top: headLine + 1, left: at.name, bottom: headLine + peers.length, right: layout.basis }),
      ),
      ...groups.map((group) =>
        range({
          top: layout.statisticLine(group, 'Mean, as printed'),
          left: fields[0]!.column,
          bottom: layout.statisticLine(group, 'Median, as printed'),
          right: layout.basis,
        }),
      ),
    ],
    validations: validationsOf(book),
  });
  return { sheet, alerts: compsAlerts(book) };
}

type Day = `${number}-${number}-${number}`;

const basisWidth = 42;
/** Letters are narrower than the figures that widths are counted in. */
const charactersPerWidth = 1.15;
const implied =
  'Implied, not printed: sales are market capitalisation over P/S, EV is EV/sales on the first year, net debt what lies between. ' +
  'Multiples have one decimal, so net debt is good to about a percent of market capitalisation.';

function putHeads(cells: Cells, book: Book): void {
  const { fields, salesColumns, status } = book.comps;
  cells.put([compsYearsLine, at.name], text('Year of the multiple', 'note'));
  for (const { year, column } of fields)
    if (year !== undefined) cells.put([compsYearsLine, column], { value: year, style: styled('input', 'year') });
  const yearOf = (column: number, year: number) => yearHeadOf(book, address(compsYearsLine, column), year);
  const onTheLeft = ['Company', 'Rating', 'Currency', 'Ticker'].map((head) => wrappedHead(head, true));
  const others = ['Include', 'Year-end month', 'Price', 'Mkt cap US$ mn', 'Net debt implied', 'EV implied'];
  cells.putRow(compsHeadLine, at.name, [
    ...onTheLeft,
    ...others.map((head) => wrappedHead(head)),
    ...salesColumns.map((_, place) =>
      wrappedHead('Sales implied', false, yearOf(fields[place]!.column, fields[place]!.year!)),
    ),
    ...fields.map(({ head, stem, column, year }) =>
      stem === undefined ? wrappedHead(head) : wrappedHead(stem, false, yearOf(column, year!)),
    ),
  ]);
  cells.putRow(compsHeadLine, status, [
    text('Status', 'column-head', 'left', 'indent'),
    wrappedHead('Age, days'),
    text('Basis', 'column-head', 'left', 'indent'),
  ]);
  for (const field of fields)
    cells.put([compsHeadLine, book.comps.helperColumn(field)], wrappedHead(`${field.head} included`));
}

/** A basis that is longer than its column takes a second line. */
const heightsOf = ({ comps }: Book): Record<number, number> =>
  Object.fromEntries(
    comps.groups
      .flatMap(({ peers }) => peers)
      .filter(({ peer }) => peer.basis.length > basisWidth * charactersPerWidth)
      .map(({ line }) => [line, 24]),
  );

function validationsOf({ comps }: Book): readonly Validation[] {
  const over = (column: number, words: readonly string[], title: string, prompt: string): readonly Validation[] =>
    comps.groups.map(({ peers, headLine }) => ({
      range: range({ top: headLine + 1, left: column, bottom: headLine + peers.length, right: column }),
      allow: { kind: 'list', words },
      blank: false,
      prompt: { title, text: prompt },
      refusal: { title, text: `Choose ${words.join(' or ')}.` },
      strict: true,
    }));
  return [
    ...over(at.include, ['0', '1'], 'Include', '1 counts the peer in its group, 0 leaves it out.'),
    ...over(
      comps.status,
      ['printed', 'refreshed', 'partly', 'stale', 'pending'],
      'Status',
      'printed in the report, refreshed since, partly so, stale: not refreshed, or pending: waiting for a figure.',
    ),
  ];
}
