import { absolute, address, onSheet, range } from './address.ts';
import type { Book } from './book.ts';
import { cellDate } from './cells.ts';
import type { Alert } from './alerts.ts';
import { compsDateCell, compsSheet, compsYearsLine, fewestPeersCell } from './comps-layout.ts';
import { scalarValue } from './page-sheet.ts';

export const fewestPeers = 3;

/** What Comps asks to look at: closes of another day than the share price, groups too small for a statistic. */
export function compsAlerts(book: Book): readonly Alert[] {
  const { model, company } = book.desk;
  const layout = book.comps;
  const date = onSheet(compsSheet, absolute(compsDateCell));
  const priced = scalarValue(book, model.market.pricingDate);
  const asOf = cellDate(company.comps.asOf);
  const [field] = layout.fields;
  const counts = layout.groups.map((group) =>
    onSheet(compsSheet, absolute(address(layout.statisticLine(group, 'Number of peers'), field!.column))),
  );
  const { multipleFromPeer, valuationYear } = model.market;
  const evSales = layout.fields.filter(({ kind }) => kind === 'ev-sales').map(({ column }) => column);
  const years = onSheet(
    compsSheet,
    absolute(range({ top: compsYearsLine, left: evSales[0]!, bottom: compsYearsLine, right: evSales.at(-1)! })),
  );
  const restsOnPeer = scalarValue(book, multipleFromPeer) === 1;
  const isBeyond = scalarValue(book, valuationYear) > Math.max(...layout.years);
  const fewest = onSheet(compsSheet, absolute(fewestPeersCell));
  return [
    {
      name: 'Comps and share price of different dates',
      formula: `IF(${date}=${book.link('Checks', model.market.pricingDate, 0)},0,1)`,
      cached: asOf === priced ? 0 : 1,
    },
    {
      name: "The target rests on a peer's multiple of an earlier year",
      formula:
        `IF(AND(${book.link('Checks', multipleFromPeer, 0)}=1,` +
        `${book.link('Checks', valuationYear, 0)}>MAX(${years})),1,0)`,
      cached: restsOnPeer && isBeyond ? 1 : 0,
    },
    {
      name: 'Peer groups with too few peers for a statistic',
      formula: counts.map((cell) => `IF(${cell}<${fewest},1,0)`).join('+'),
      cached: layout.groups.filter(
        (group) => group.peers.flatMap(({ peer }) => field!.of(peer) ?? []).length < fewestPeers,
      ).length,
    },
  ];
}
