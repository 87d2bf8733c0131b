import { Exact } from '../model/inputs.ts';
import type { Arguments } from './arguments.ts';
import type { Case } from './case.ts';
import { number, text } from './function-spec.ts';
import { cashBases, known } from './valuation-parts.ts';

/** The arguments that functions on value share. */
export const price = number('price', 'HK$ per share', "the inputs' share price");
export const basis = text('basis', 'published or total cash', 'cashBases', "the inputs' basis: published");
export const unknownYear = '#N/A for an unknown year, with those there are';

/** The share price asked for, or that of the inputs. HK$. */
export const priceOf = (take: Arguments, of: Case): Exact =>
  take.has('price') ? new Exact(take.positive('price')) : known(of, of.desk.model.market.sharePrice);

/** The basis asked for, or that of the inputs. */
export function basisOf(take: Arguments, of: Case): (typeof cashBases)[number] {
  const own = known(of, of.desk.model.market.netCashBasis).isZero() ? 'published' : 'total cash';
  return take.word('basis', cashBases, own);
}
