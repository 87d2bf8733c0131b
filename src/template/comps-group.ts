import type { Peer } from '../company/company.ts';
import { absolute, address, columnLetters } from './address.ts';
import type { Book } from './book.ts';
import { cellDate, type Cells } from './cells.ts';
import { compsColumns as at, compsDateCell, compsSheet, statisticNames, type CompsGroup } from './comps-layout.ts';
import { statisticCell } from './comps-statistics.ts';
import { calculated, orNotAvailable, scalarValue, text } from './page-sheet.ts';
import { styled } from './style-name.ts';

/** The peers of a group, typed in, with what their multiples imply; below them the statistics. */
export function putGroup(cells: Cells, book: Book, group: CompsGroup): void {
  const layout = book.comps;
  const { fields } = layout;
  const { pricingDate } = book.desk.model.market;
  for (let column = at.name; column <= layout.basis; column++)
    cells.put([group.headLine, column], text(column === at.name ? group.name : '', 'heading'));
  for (const { line, peer } of group.peers) {
    cells.putRow(line, at.name, [
      text(peer.name, 'input', 'left'),
      text(peer.rating ?? '', 'input', 'left'),
      text(peer.currency, 'input', 'left'),
      text(peer.ticker, 'input', 'left'),
      { value: 1, style: styled('input', 'number') },
      { value: peer.fiscalYearEndMonth, style: styled('input', 'number') },
      orNotAvailable(peer.price, 'per-share'),
      orNotAvailable(peer.marketCapUsdMn, 'count'),
    ]);
    putImplied(cells, book, line, peer);
    for (const field of fields) cells.put([line, field.column], orNotAvailable(field.of(peer), field.format));
    cells.putRow(line, layout.status, [
      text('printed', 'input', 'left', 'indent'),
      calculated(
        `${book.link(compsSheet, pricingDate, 0)}-${absolute(compsDateCell)}`,
        scalarValue(book, pricingDate) - cellDate(book.desk.company.comps.asOf),
        styled('link', 'number'),
      ),
      text(peer.basis, 'input', 'left', 'indent', 'wrap'),
    ]);
    for (const field of fields) {
      const value = field.of(peer);
      const cell = address(line, field.column);
      cells.put([line, layout.helperColumn(field)], {
        formula: `IF($${columnLetters(at.include)}${line}=1,IF(ISNUMBER(${cell}),${cell},""),"")`,
        cached: value ?? '',
        style: styled('muted', field.format),
      });
    }
  }
  for (const statistic of statisticNames) {
    const line = layout.statisticLine(group, statistic);
    cells.put([line, at.name], text(statistic, statistic.endsWith('printed') ? 'note' : 'label', 'indent'));
    for (const field of fields) cells.put([line, field.column], statisticCell(book, group, statistic, field));
  }
}

/** Sales as market capitalisation over P/S, enterprise value as EV/sales on them, net debt as what lies between. */
function putImplied(cells: Cells, { comps }: Book, line: number, peer: Peer): void {
  const { years, salesColumns, fields } = comps;
  const style = styled('formula', 'count');
  const cellOf = (kind: string, year: number) =>
    address(line, fields.find((field) => field.kind === kind && field.year === year)!.column);
  const capital = address(line, at.marketCap);
  const salesIn = (year: number): number | undefined => {
    const multiple = peer.priceSales[year];
    return peer.marketCapUsdMn !== null && multiple ? peer.marketCapUsdMn / multiple : undefined;
  };
  years.forEach((year, place) => {
    const multiple = cellOf('price-sales', year);
    const formula = `IF(AND(ISNUMBER(${capital}),ISNUMBER(${multiple})),${capital}/${multiple},"n.a.")`;
    cells.put([line, salesColumns[place]!], calculated(formula, salesIn(year) ?? 'n.a.', style));
  });
  const year = years[0]!;
  const [sales, multiple] = [address(line, salesColumns[0]!), cellOf('ev-sales', year)];
  const [soldFor, turns] = [salesIn(year), peer.evSales[year]];
  const enterprise = soldFor !== undefined && turns !== undefined ? soldFor * turns : undefined;
  cells.put(
    [line, at.enterpriseValue],
    calculated(
      `IF(AND(ISNUMBER(${sales}),ISNUMBER(${multiple})),${sales}*${multiple},"n.a.")`,
      enterprise ?? 'n.a.',
      style,
    ),
  );
  const cell = address(line, at.enterpriseValue);
  cells.put(
    [line, at.netDebt],
    calculated(
      `IF(ISNUMBER(${cell}),${cell}-${capital},"n.a.")`,
      enterprise === undefined ? 'n.a.' : enterprise - peer.marketCapUsdMn!,
      style,
    ),
  );
}
