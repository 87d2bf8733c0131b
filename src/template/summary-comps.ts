import { median } from '../model/comps/statistics.ts';
import { absolute, address, onSheet } from './address.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import { calculated, columnHeads, putHeading, text } from './page-sheet.ts';
import { styled } from './style-name.ts';

/** EV/sales of the company beside the medians of its peer groups: premium or discount. Gives its last line. */
export function putSummaryComps(cells: Cells, book: Book, line: number): number {
  const { comps, desk, columns } = book;
  const fields = comps.fields.filter(({ kind }) => kind === 'ev-sales');
  const lastColumn = 10;
  putHeading(cells, line, 2, lastColumn, 'EV/sales beside the peers');
  cells.putRow(
    line + 1,
    2,
    columnHeads(
      [
        '',
        ...fields.map(({ head }) => head.replace('EV/sales ', '')),
        ...fields.map(({ head }) => head.replace('EV/sales FY', 'premium ')),
      ],
      1,
    ),
  );
  const onComps = (at: number, column: number) => onSheet('Comps', absolute(address(at, column)));
  const own = fields.map(({ year }) => {
    const index = columns.years.findIndex((one) => one.year === year);
    return index < 0 ? NaN : Number(book.value(desk.model.value.evSales, index));
  });
  cells.putRow(line + 2, 2, [
    text(desk.company.name, 'label', 'bold'),
    ...fields.map(({ column }, place) =>
      Number.isNaN(own[place])
        ? undefined
        : calculated(onComps(comps.ownLine, column), own[place]!, styled('link', 'multiple', 'bold')),
    ),
  ]);
  comps.groups.forEach((group, index) => {
    const at = line + 3 + index;
    const medians = fields.map((field) => median(group.peers.flatMap(({ peer }) => field.of(peer) ?? [])));
    cells.putRow(at, 2, [
      text(`${group.name}, median`, 'label'),
      ...fields.map(({ column }, place) =>
        calculated(onComps(comps.statisticLine(group, 'Median'), column), medians[place]!, styled('link', 'multiple')),
      ),
      ...fields.map((_, place) =>
        Number.isNaN(own[place])
          ? undefined
          : calculated(
              `${address(line + 2, 3 + place)}/${address(at, 3 + place)}-1`,
              own[place]! / medians[place]! - 1,
              styled('ratio', 'percent-0'),
            ),
      ),
    ]);
  });
  return line + 2 + comps.groups.length;
}
