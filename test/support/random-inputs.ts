import fc from 'fast-check';
import { fromPoints, type OperatingModel } from '../../src/company/operating-model.ts';
import { Exact, type Inputs } from '../../src/model/inputs.ts';
import type { Row } from '../../src/model/row.ts';

/** A cell that a random case moves, and the range it moves in. */
export type MovedCell = { readonly row: Row; readonly year?: number; readonly low: Exact; readonly high: Exact };

const movedScalars = [
  'share-price',
  'cny-per-hkd',
  'target-ev-sales',
  'peer-ev-sales',
  'peer-premium',
  'shares-outstanding',
];

/** Every driver in every estimate year within its range, and the scalars that are not settings. */
export function movedCells({ company, model, base }: OperatingModel): readonly MovedCell[] {
  const estimates = base.years.filter(({ status }) => status === 'estimate');
  return [
    ...company.drivers.flatMap(({ id, range }) => {
      const row = model.row(id);
      const [low, high] = range.map((points) => fromPoints(row, points)) as [Exact, Exact];
      return estimates.map(({ year }) => ({ row, year, low, high }));
    }),
    ...movedScalars.map((id) => {
      const row = model.row(id);
      const value = base.value(row)!;
      return { row, low: value.times(0.8), high: value.times(1.2) };
    }),
  ];
}

/** Random inputs within each driver's range, the target's switches and the valuation year included. */
export function randomInputs(desk: OperatingModel): fc.Arbitrary<Inputs> {
  const { base, model } = desk;
  const moved = movedCells(desk);
  const estimates = base.years.filter(({ status }) => status === 'estimate');
  return fc
    .tuple(
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: moved.length, maxLength: moved.length }),
      fc.constantFrom(...estimates.map(({ year }) => year)),
      fc.constantFrom(0, 1),
      fc.constantFrom(0, 1),
    )
    .map(([places, year, fromPeer, basis]) =>
      base.with([
        ...moved.map(({ row, year: at, low, high }, index) => ({
          row,
          year: at,
          value: new Exact(low.plus(high.minus(low).times(places[index]! / 1000)).toPrecision(12)),
        })),
        { row: model.market.valuationYear, value: new Exact(year) },
        { row: model.market.multipleFromPeer, value: new Exact(fromPeer) },
        { row: model.market.netCashBasis, value: new Exact(basis) },
      ]),
    );
}
