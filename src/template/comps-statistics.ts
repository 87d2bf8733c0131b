import { mean, median, quartile } from '../model/comps/statistics.ts';
import { range } from './address.ts';
import type { Book } from './book.ts';
import type { CompsField, CompsGroup, StatisticName } from './comps-layout.ts';
import { orNotAvailable } from './page-sheet.ts';
import type { PlannedCell } from './plan.ts';
import { styled, type Mark } from './style-name.ts';

/** A statistic of a field over the peers of a group that are included; the printed ones as printed. */
export function statisticCell(book: Book, group: CompsGroup, statistic: StatisticName, field: CompsField): PlannedCell {
  if (statistic === 'Mean, as printed' || statistic === 'Median, as printed') {
    const word = statistic === 'Mean, as printed' ? 'mean' : 'median';
    const printed = book.desk.company.comps.statistics.find(
      (one) => one.group === group.name && one.statistic === word,
    );
    return orNotAvailable(printed ? field.of(printed) : null, field.format);
  }
  const [first, last] = [group.peers[0]!.line, group.peers.at(-1)!.line];
  const column = book.comps.helperColumn(field);
  const values = range({ top: first, left: column, bottom: last, right: column });
  const numbers = group.peers.flatMap(({ peer }) => field.of(peer) ?? []);
  const [call, value] = ((): [string, number] => {
    switch (statistic) {
      case 'Mean':
        return [`AVERAGE(${values})`, mean(numbers)];
      case 'Median':
        return [`MEDIAN(${values})`, median(numbers)];
      case 'High':
        return [`MAX(${values})`, Math.max(...numbers)];
      case 'Low':
        return [`MIN(${values})`, Math.min(...numbers)];
      case 'Lower quartile':
        return [`QUARTILE(${values},1)`, quartile(numbers, 1)];
      case 'Upper quartile':
        return [`QUARTILE(${values},3)`, quartile(numbers, 3)];
      case 'Number of peers':
        return [`COUNT(${values})`, numbers.length];
    }
  })();
  const marks: readonly Mark[] = statistic === 'Median' ? ['bold'] : statistic === 'Mean' ? ['total'] : [];
  if (statistic === 'Number of peers') return { formula: call, cached: value, style: styled('formula', 'number') };
  return {
    formula: `IF(COUNT(${values})=0,"n.a.",${call})`,
    cached: numbers.length === 0 ? 'n.a.' : value,
    style: styled('formula', field.format, ...marks),
  };
}
