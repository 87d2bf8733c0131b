import { applyScenario } from '../company/changes.ts';
import { simulate, type Output, type Variation } from '../model/readings/simulate.ts';
import type { Row } from '../model/row.ts';
import type { Book } from './book.ts';
import type { CellValue } from './plan.ts';

/** A row in a year, by the place of the year. */
type Wanted = readonly [row: Row, yearIndex: number];

/**
 * What rows come to in every scenario of the company, worked out for all of them at once.
 *
 * @returns For each scenario, the values in the order wanted; undefined where there is no data that far back.
 */
export function stampedScenarios(
  book: Book,
  wanted: readonly Wanted[],
): readonly (readonly (CellValue | undefined)[])[] {
  const { company, model } = book.desk;
  const found = wanted.filter(([row, index]) => book.step(row, index));
  const outputs = found.map(([row, index]): Output => ({
    row,
    ...(!row.isScalar && { year: book.columns.years[index]!.year }),
  }));
  const columns = simulate(model, book.inputs, variationsOf(book), outputs);
  return company.scenarios.map((_, place) =>
    wanted.map((one) => {
      const column = columns[found.indexOf(one)];
      return column && held(one[0], column[place] ?? column[0]!);
    }),
  );
}

/** Every input that some scenario changes, with its value in each. */
function variationsOf(book: Book): readonly Variation[] {
  const { desk, inputs } = book;
  const changed = desk.company.scenarios.map(({ id }, place) =>
    inputs === desk.base ? book.scenarioInputs(place) : applyScenario(desk, inputs, id),
  );
  return desk.model.rows.flatMap((row) =>
    (row.isScalar ? [undefined] : inputs.years).flatMap((year): readonly Variation[] => {
      const [first, ...others] = changed.map((one) => one.value(row, year?.year));
      if (!first || others.every((value) => value === first || value?.eq(first))) return [];
      const values = Float64Array.from([first, ...others], (value) => value!.toNumber());
      return [{ row, ...(year && { year: year.year }), values }];
    }),
  );
}

function held(row: Row, value: number): CellValue {
  if (Number.isNaN(value)) return row.otherwise;
  return row.unit.kind === 'rating' ? row.unit.words![value]! : value + 0;
}
