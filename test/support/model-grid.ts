import type { Inputs } from '../../src/model/inputs.ts';
import type { Plan } from '../../src/model/plan.ts';
import { formula, type Placement } from '../../src/model/readings/formula.ts';
import type { Output } from '../../src/model/readings/simulate.ts';
import type { Row } from '../../src/model/row.ts';

const columnLetter = (column: number) => String.fromCharCode(64 + column);
const firstYearColumn = 3;
const scalarColumn = 2;
const headerRow = 1;

/** A whole model on one bare sheet: a row a line, scalars in column B, years from C on, and each cell again at 15 digits. */
export class ModelGrid implements Placement {
  readonly #plan: Plan;
  readonly #lineOf: ReadonlyMap<Row, number>;
  readonly #words: readonly string[];

  constructor(plan: Plan, ratingBands: readonly string[]) {
    this.#plan = plan;
    this.#lineOf = new Map(plan.rows.map((row, index) => [row, index + 5]));
    this.#words = [...ratingBands, 'n.a.', 'net cash'];
  }

  /** The words stand in the second and third line, from column B on. */
  #word(text: string): string {
    return `$${columnLetter(2 + this.#words.indexOf(text))}$2`;
  }

  get ratingWords(): readonly [string, string, string] {
    const [best, middle, worst] = this.#words as [string, string, string];
    return [this.#word(best), this.#word(middle), this.#word(worst)];
  }

  otherwise(row: Row): string {
    return this.#word(row.otherwise);
  }

  cell(row: Row, yearIndex: number) {
    const column = row.isScalar ? scalarColumn : firstYearColumn + yearIndex;
    return { reference: `${columnLetter(column)}${this.#lineOf.get(row)!}`, sign: 1 } as const;
  }

  series(row: Row) {
    const last = columnLetter(firstYearColumn + this.#plan.years.length - 1);
    const span = (line: number) => `$C$${line}:$${last}$${line}`;
    return { values: span(this.#lineOf.get(row)!), years: span(headerRow), sign: 1 } as const;
  }

  /** Where a cell's value stands again as text at 15 digits. */
  exactCell({ row, year }: Output) {
    const { reference } = this.cell(row, year === undefined ? -1 : this.#plan.yearIndex(year));
    return { row: Number(reference.slice(1)), column: reference.charCodeAt(0) - 64 + 12 };
  }

  *cells(inputs: Inputs) {
    for (const [index, { year }] of this.#plan.years.entries())
      yield { row: headerRow, column: firstYearColumn + index, input: String(year) };
    for (const [index, word] of this.#words.entries()) yield { row: 2, column: 2 + index, input: word };
    for (const { row, yearIndex, expression } of this.#plan.steps) {
      const { reference } = this.cell(row, yearIndex);
      const line = Number(reference.slice(1));
      const column = reference.charCodeAt(0) - 64;
      const data = inputs.value(row, this.#plan.years[yearIndex]?.year)?.toNumber() ?? row.options.fallback;
      yield { row: line, column, input: expression ? `=${formula(row, expression, yearIndex, this)}` : String(data) };
      yield {
        row: line,
        column: column + 12,
        input: `=IF(ISNUMBER(${reference}),TEXT(${reference},"0.00000000000000E+00"),${reference})`,
      };
    }
  }
}
