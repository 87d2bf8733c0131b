import { Definitions } from '../../src/model/definitions.ts';
import type { FinancialYear } from '../../src/model/financial-year.ts';
import { Exact, Inputs, key } from '../../src/model/inputs.ts';
import type { Row } from '../../src/model/row.ts';

export const define = () => new Definitions();

/** Years from a first one: so many opening, actual and estimate. */
export const yearsFrom = (first: number, opening: number, actual: number, estimate: number): readonly FinancialYear[] =>
  Object.freeze(
    Array.from({ length: opening + actual + estimate }, (_, index) => ({
      year: first + index,
      status:
        index < opening ? ('opening' as const) : index < opening + actual ? ('actual' as const) : ('estimate' as const),
    })),
  );

/** Inputs from rows and their values by year, or one value for a scalar. */
export function inputsOf(
  years: readonly FinancialYear[],
  data: readonly (readonly [Row, Readonly<Record<number, number>> | number])[],
): Inputs {
  const values = new Map<string, Exact>();
  for (const [row, byYear] of data) {
    if (typeof byYear === 'number') values.set(key(row), new Exact(byYear));
    else for (const [year, value] of Object.entries(byYear)) values.set(key(row, Number(year)), new Exact(value));
  }
  return new Inputs(years, values);
}
