import { a1ToR1C1, r1c1ToA1, type Cell } from 'hucre';

/** The formula of each cell of a sheet by the library's key, those that share one written out. */
export function cellFormulas(cells: ReadonlyMap<string, Cell>): ReadonlyMap<string, string> {
  const shared = new Map<number, string>();
  for (const [key, { formula, formulaSharedIndex: index }] of cells)
    if (formula && index !== undefined) shared.set(index, a1ToR1C1(formula, ...placeOf(key)));
  return new Map(
    [...cells].flatMap(([key, cell]) => {
      const common = cell.formula === '' ? shared.get(cell.formulaSharedIndex!) : undefined;
      const formula = common === undefined ? cell.formula : r1c1ToA1(common, ...placeOf(key));
      return formula === undefined ? [] : [[key, formula] as const];
    }),
  );
}

/** The library counts rows and columns from zero: "8,1" is B9. */
export const placeOf = (key: string) => key.split(',').map(Number) as [row: number, column: number];
