import type { OperatingModel } from '../company/operating-model.ts';
import { figure } from '../model/figures.ts';
import { Exact, type Inputs } from '../model/inputs.ts';
import { solve, type Solution } from '../model/readings/solve.ts';
import type { RefreshPreview } from './preview-refresh.ts';

export type TargetAndRating = { readonly targetPrice: number; readonly rating: string; readonly multiple: number };

/**
 * The target price and the rating before and after a refresh, where the target rests on the multiple of a peer.
 *
 * @returns undefined where it does not, or the peer's multiple of the valuation year stays.
 */
export function targetWithPeer(
  desk: OperatingModel,
  inputs: Inputs,
  preview: RefreshPreview,
): { readonly before: TargetAndRating; readonly after: TargetAndRating } | undefined {
  const { market, value } = desk.model;
  if (inputs.value(market.multipleFromPeer)!.isZero()) return undefined;
  const ticker = inputs.textOf(market.peerTicker)!.toLowerCase();
  const year = inputs.value(market.valuationYear)!.toNumber();
  const peer = preview.rows.find((row) => row.ticker.toLowerCase() === ticker);
  const multiple = peer?.cells.find(({ key }) => key === `ev-sales-${year}`)?.new;
  if (typeof multiple !== 'number') return undefined;
  const read = (solution: Solution, of: Inputs): TargetAndRating => ({
    targetPrice: solution.value(value.targetPrice)!.toNumber(),
    rating: figure(solution.value(value.rating)!, value.rating.unit),
    multiple: of.value(market.peerEvSales)!.toNumber(),
  });
  const changed = inputs.with([{ row: market.peerEvSales, value: new Exact(multiple) }]);
  return { before: read(solve(desk.model, inputs), inputs), after: read(solve(desk.model, changed), changed) };
}
