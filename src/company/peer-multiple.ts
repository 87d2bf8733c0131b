import { yearLabel } from '../model/financial-year.ts';
import { InputError } from '../model/input-error.ts';
import { Exact, type Inputs } from '../model/inputs.ts';
import type { Peer } from './company.ts';
import type { OperatingModel } from './operating-model.ts';

/** The peer of a ticker, in any case. An unknown one is an InputError that names those there are. */
function findPeer({ company: { comps } }: OperatingModel, ticker: string): Peer {
  const wanted = ticker.trim().toLowerCase();
  const peer = comps.peers.find((one) => one.ticker.toLowerCase() === wanted);
  if (peer) return peer;
  throw new InputError(
    `There is no peer "${ticker}". The peers are ${comps.peers.map((one) => one.ticker).join(', ')}.`,
  );
}

/**
 * Changed inputs with the peer's multiple that the comps give for their peer ticker and valuation year.
 *
 * A multiple that was typed stays, whatever peer and year are. While the target does not rest on the peer, a valuation
 * year that the comps do not reach takes their latest multiple before it, as the workbook does, or keeps what there is.
 *
 * @param from The inputs before the changes, to know a multiple that was typed earlier.
 * @param isTyped Whether the changes themselves give the peer's multiple.
 * @throws InputError for an unknown peer, and for a valuation year in which the peer has no multiple if the target
 * rests on it.
 */
export function followPeer(desk: OperatingModel, from: Inputs, to: Inputs, isTyped: boolean): Inputs {
  const { peerTicker, peerEvSales, multipleFromPeer } = desk.model.market;
  const ticker = to.textOf(peerTicker)!;
  const peer = findPeer(desk, ticker);
  const changed = ticker === peer.ticker ? to : to.withText(peerTicker, peer.ticker);
  if (isTyped || wasTyped(desk, from)) return changed;
  if (!to.value(multipleFromPeer)!.isZero()) refuseMissingYear(desk, peer, to);
  const multiple = latestMultiple(desk, to);
  if (multiple === undefined || to.value(peerEvSales)!.eq(multiple)) return changed;
  return changed.with([{ row: peerEvSales, value: new Exact(multiple) }]);
}

const valuationYear = ({ model }: OperatingModel, inputs: Inputs): number =>
  inputs.value(model.market.valuationYear)!.toNumber();

/** What the comps give for the peer of some inputs, in the latest year that is not after their valuation year. */
function latestMultiple(desk: OperatingModel, inputs: Inputs): number | undefined {
  const { evSales } = findPeer(desk, inputs.textOf(desk.model.market.peerTicker)!);
  const years = Object.keys(evSales).map(Number);
  const reached = years.filter((year) => year <= valuationYear(desk, inputs));
  return reached.length === 0 ? undefined : evSales[Math.max(...reached)];
}

/** Whether inputs hold another multiple than the comps give. */
function wasTyped(desk: OperatingModel, inputs: Inputs): boolean {
  const multiple = latestMultiple(desk, inputs);
  return multiple !== undefined && !inputs.value(desk.model.market.peerEvSales)!.eq(multiple);
}

function refuseMissingYear(desk: OperatingModel, { name, ticker, evSales }: Peer, inputs: Inputs): void {
  const year = valuationYear(desk, inputs);
  if (evSales[year] !== undefined) return;
  const label = (one: number) =>
    yearLabel(inputs.years.find((known) => known.year === one) ?? { year: one, status: 'estimate' });
  const { multipleFromPeer, peerEvSales } = desk.model.market;
  throw new InputError(
    `${name} (${ticker}) has no EV/sales for ${label(year)}, on which the target would rest. ` +
      `Give ${peerEvSales.id}, a valuation year of ${Object.keys(evSales).map(Number).map(label).join(' or ')}, ` +
      `or ${multipleFromPeer.id} 0.`,
  );
}
