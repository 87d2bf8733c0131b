import Decimal from 'decimal.js';
import type { FinancialYear } from './financial-year.ts';
import type { Row } from './row.ts';

/** Decimals of 40 digits, apart from any other use of the library. */
export const Exact = Decimal.clone({ precision: 40 });
export type Exact = Decimal;

/** Which cells hold data: the same for all inputs that differ in values only, so that a plan serves them all. */
export type Presence = { has(row: Row, year?: number): boolean };

/**
 * What the model is solved for: its years, and the data of rows by year, of scalars, and of text.
 * Immutable; percentages are fractions. Built by the edge that validates, so that the model need not.
 */
export class Inputs {
  readonly years: readonly FinancialYear[];
  readonly presence: Presence;
  readonly #values: ReadonlyMap<string, Exact>;
  readonly #texts: ReadonlyMap<string, string>;

  constructor(
    years: readonly FinancialYear[],
    values: ReadonlyMap<string, Exact>,
    texts: ReadonlyMap<string, string> = new Map(),
    presence?: Presence,
  ) {
    this.years = years;
    this.#values = values;
    this.#texts = texts;
    this.presence = presence ?? { has: (row, year) => values.has(key(row, year)) };
  }

  /** The data of a row in a year, or of a scalar. */
  value(row: Row, year?: number): Exact | undefined {
    return this.#values.get(key(row, year));
  }

  /** The text of a scalar that is one, such as a ticker. */
  textOf(row: Row): string | undefined {
    return this.#texts.get(row.id);
  }

  /** The same inputs with some data changed. */
  with(changes: Iterable<{ readonly row: Row; readonly year?: number | undefined; readonly value: Exact }>): Inputs {
    const values = new Map(this.#values);
    let samePresence = true;
    for (const { row, year, value } of changes) {
      const at = key(row, year);
      samePresence &&= values.has(at);
      values.set(at, value);
    }
    return new Inputs(this.years, values, this.#texts, samePresence ? this.presence : undefined);
  }

  /** The same inputs with the text of a scalar changed. */
  withText(row: Row, text: string): Inputs {
    return new Inputs(this.years, this.#values, new Map(this.#texts).set(row.id, text), this.presence);
  }
}

/** The key of a row's data in a year, or of a scalar's. */
export const key = (row: { readonly id: string; readonly isScalar: boolean }, year?: number): string =>
  row.isScalar || year === undefined ? row.id : `${row.id}@${year}`;
