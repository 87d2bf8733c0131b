import { columnLetters, range } from './address.ts';
import type { Book } from './book.ts';
import { Cells } from './cells.ts';
import { calculated, columnHeads, pageSheet, putHeading, text } from './page-sheet.ts';
import type { PlannedCell, SheetPlan } from './plan.ts';
import { putHead } from './sheet-frame.ts';
import { styled } from './style-name.ts';

const name = 'Industry';
const lastColumn = 12;
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
    widths: [2.5, 46, 11, 9, 12, 12, 12, 12, 13, 13, 13, 26],
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
    if (implied) cells.put([at, firstGrowth + 2 * spans.length], text(implied, 'note'));
  });
  const last = line + 1 + markets.length;
  const right = firstGrowth + 2 * spans.length - 1;
  return { lastLine: last, inputs: [range({ top: line + 2, left: firstSize, bottom: last, right })] };
}

/** The operating comparison: a company in each column, as printed. */
function putPeers(cells: Cells, book: Book, line: number): { lastLine: number; inputs: readonly string[] } {
  const { operatingPeers } = book.desk.company;
  const fields = [...new Set(operatingPeers.flatMap((peer) => Object.keys(peer.fields)))];
  putHeading(cells, line, 2, lastColumn, 'Operating comparison, as printed; percentages in points');
  cells.putRow(line + 1, 2, [
    ...columnHeads(['', '', ''], 3),
    ...columnHeads(
      operatingPeers.map((peer) => peer.name),
      0,
    ),
  ]);
  fields.forEach((field, index) => {
    const at = line + 2 + index;
    cells.put([at, 2], text(field, 'label'));
    operatingPeers.forEach((peer, place) => {
      const value = peer.fields[field];
      if (value !== undefined) cells.put([at, firstSize + place], printedCell(field, value));
    });
  });
  const last = line + 1 + fields.length;
  const right = firstSize + operatingPeers.length - 1;
  return { lastLine: last, inputs: [range({ top: line + 2, left: firstSize, bottom: last, right })] };
}

function printedCell(field: string, value: number | string): PlannedCell {
  if (typeof value === 'string') return text(value, 'input', 'right');
  const format = /year/i.test(field) ? 'year' : Number.isInteger(value) ? 'count' : 'shares';
  return { value, style: styled('input', format) };
}
