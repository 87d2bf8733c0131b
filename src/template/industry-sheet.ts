import type { OperatingPeer } from '../company/company.ts';
import { columnLetters, range } from './address.ts';
import type { Book } from './book.ts';
import { Cells } from './cells.ts';
import { calculated, columnHeads, pageSheet, putHeading, text } from './page-sheet.ts';
import type { FormatName, PlannedCell, SheetPlan } from './plan.ts';
import { putHead } from './sheet-frame.ts';
import { styled } from './style-name.ts';

const name = 'Industry';
const lastColumn = 13;
const noteColumn = 13;
const firstSize = 5;

/** Industry: market sizes and the growth they imply beside the printed one; the operating comparison. */
export function makeIndustrySheet(book: Book): SheetPlan {
  const cells = new Cells(name);
  const links = putHead(cells, book, name, lastColumn);
  const sizes = putMarkets(cells, book, 5);
  const peers = putPeers(cells, book, sizes.lastLine + 3);
  return pageSheet(book, cells, {
    name,
    kind: 'working',
    layout: 'table',
    widths: [2.5, 46, 11, 9, ...new Array<number>(8).fill(13), 24],
    lastColumn,
    freeze: { rows: 3, columns: 2 },
    links,
    inputs: [...sizes.inputs, ...peers.inputs],
    print: { pagesTall: 1 },
  });
}

function putMarkets(cells: Cells, book: Book, line: number): { lastLine: number; inputs: readonly string[] } {
  const { markets } = book.desk.company;
  const years = [...new Set(markets.flatMap(({ sizes }) => Object.keys(sizes).map(Number)))].sort();
  const columnOf = (year: number) => columnLetters(firstSize + years.indexOf(year));
  const spans = [...new Set(markets.flatMap(({ growth }) => growth.map(({ from, to }) => `${from}-${to}`)))].sort();
  const firstGrowth = firstSize + years.length;
  putHeading(cells, line, 2, lastColumn, 'Market sizes, billions; growth a year');
  cells.putRow(line + 1, 2, columnHeads(['Market', 'currency', 'figure'], 3));
  for (const year of years)
    cells.put(`${columnOf(year)}${line + 1}`, { value: year, style: styled('column-head', 'year') });
  spans.forEach((span, index) => {
    cells.put([line + 1, firstGrowth + 2 * index], text(`${span}`, 'column-head'));
    cells.put([line + 1, firstGrowth + 2 * index + 1], text('printed', 'column-head'));
  });
  markets.forEach((market, index) => {
    const at = line + 2 + index;
    cells.putRow(at, 2, [text(market.label, 'label'), text(market.currency, 'unit'), text(market.figure, 'source')]);
    for (const year of years) {
      const size = market.sizes[year];
      if (size !== undefined) cells.put(`${columnOf(year)}${at}`, { value: size, style: styled('input', 'shares') });
    }
    for (const { from, to, percent } of market.growth) {
      const column = firstGrowth + 2 * spans.indexOf(`${from}-${to}`);
      const [a, b] = [columnOf(from), columnOf(to)];
      cells.put(
        [at, column],
        calculated(
          `(${b}${at}/${a}${at})^(1/(${b}$${line + 1}-${a}$${line + 1}))-1`,
          (market.sizes[to]! / market.sizes[from]!) ** (1 / (to - from)) - 1,
          styled('ratio', 'percent'),
        ),
      );
      cells.put([at, column + 1], {
        value: Number((percent / 100).toPrecision(12)),
        style: styled('input', 'percent'),
      });
    }
    const implied = market.implied.map((year) => `${year} implied by growth`).join(', ');
    if (implied) cells.put([at, noteColumn], text(implied, 'note', 'indent'));
  });
  const last = line + 1 + markets.length;
  const right = firstGrowth + 2 * spans.length - 1;
  return { lastLine: last, inputs: [range({ top: line + 2, left: firstSize, bottom: last, right })] };
}

/** The operating comparison: a company in each column, as printed. */
function putPeers(cells: Cells, book: Book, line: number): { lastLine: number; inputs: readonly string[] } {
  const { operatingPeers } = book.desk.company;
  const fields = [...new Set(operatingPeers.flatMap((peer) => Object.keys(peer.fields)))];
  putHeading(cells, line, 2, lastColumn, 'Operating comparison, as printed');
  cells.putRow(line + 1, 2, [
    ...columnHeads(['', '', ''], 3),
    ...columnHeads(
      operatingPeers.map((peer) => peer.name),
      0,
    ),
  ]);
  fields.forEach((field, index) => {
    const at = line + 2 + index;
    const format = formatOf(field, operatingPeers);
    cells.put([at, 2], text(field, 'label'));
    operatingPeers.forEach((peer, place) => {
      const value = peer.fields[field];
      if (value !== undefined) cells.put([at, firstSize + place], printedCell(value, format));
    });
  });
  const last = line + 1 + fields.length;
  const right = firstSize + operatingPeers.length - 1;
  return { lastLine: last, inputs: [range({ top: line + 2, left: firstSize, bottom: last, right })] };
}

/** One format for all companies of a field: percentages are printed in points, some with a decimal. */
function formatOf(field: string, peers: readonly OperatingPeer[]): FormatName {
  if (/year/i.test(field)) return 'year';
  const whole = peers.every(({ fields }) => Number.isInteger(Number(fields[field] ?? 0)));
  if (/mix|margin|%/i.test(field)) return whole ? 'percent-0' : 'percent';
  return whole ? 'count' : 'shares';
}

function printedCell(value: number | string, format: FormatName): PlannedCell {
  if (typeof value === 'string') return text(value, 'input', 'right');
  const scale = format.startsWith('percent') ? 100 : 1;
  return { value: Number((value / scale).toPrecision(12)), style: styled('input', format) };
}
