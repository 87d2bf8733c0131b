import { absolute, onSheet, range } from './address.ts';
import type { Book } from './book.ts';
import { compsColumns, compsSheet, compsYearsLine } from './comps-layout.ts';
import type { FormulaCell } from './plan.ts';

/** The peer's multiple on Comps in the latest of its years that is not after the valuation year. */
export function peerMultipleCell(book: Book, ticker: string, year: string): Omit<FormulaCell, 'style'> | undefined {
  const layout = book.comps;
  const { model } = book.desk;
  const columns = layout.fields.filter(({ kind }) => kind === 'ev-sales').map(({ column }) => column);
  const [left, right] = [columns[0]!, columns.at(-1)!];
  const span = (from: number, to: number, top: number, bottom: number) =>
    onSheet(compsSheet, absolute(range({ top, left: from, bottom, right: to })));
  const [top, bottom] = [layout.ownLine, layout.lastLine];
  const valuationYear = book.inputs.value(model.market.valuationYear)!.toNumber();
  const shown = layout.years.filter((one) => one <= valuationYear).at(-1);
  const peer = layout.groups
    .flatMap(({ peers }) => peers)
    .find((one) => one.peer.ticker === book.inputs.textOf(model.market.peerTicker))?.peer;
  const multiple = shown === undefined ? undefined : peer?.evSales[shown];
  if (multiple === undefined || multiple === null) return undefined;
  return {
    formula:
      `INDEX(${span(left, right, top, bottom)},MATCH(${ticker},${span(compsColumns.ticker, compsColumns.ticker, top, bottom)},0),` +
      `MATCH(${year},${span(left, right, compsYearsLine, compsYearsLine)},1))`,
    cached: multiple,
  };
}
