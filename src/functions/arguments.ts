import { normalise } from '../model/definitions.ts';
import type { FinancialYear } from '../model/financial-year.ts';
import { nearest } from '../model/nearest.ts';
import { parsePeriod } from '../model/period.ts';
import { asTable, baseCase, caseOfTable, type Case } from './case.ts';
import { CellError, invalidValue, lookUp, notAvailable } from './cell-error.ts';
import { errorCodeOf, isBlank, numberOfText, type Raw } from './cell-value.ts';
import type { FunctionSpec } from './function-spec.ts';

/** Longer than any name there is. */
const longestText = 255;

/** The arguments of one call, read as people type them: numbers as text, FY22 or 2022, a cell or a range of one. */
export class Arguments {
  readonly #spec: Pick<FunctionSpec, 'parameters'>;
  readonly #raw: readonly Raw[];

  constructor(spec: Pick<FunctionSpec, 'parameters'>, raw: readonly Raw[]) {
    this.#spec = spec;
    this.#raw = raw;
  }

  /** Whether an argument is given. */
  has(name: string): boolean {
    return this.#cell(name) !== undefined;
  }

  /** A number; refused where it is none. */
  number(name: string): number {
    const found = this.optionalNumber(name);
    if (found === undefined) throw invalidValue(`${name} is missing: give a number.`);
    return found;
  }

  optionalNumber(name: string): number | undefined {
    const cell = this.#cell(name);
    if (cell === undefined) return undefined;
    const value = typeof cell === 'string' ? numberOfText(cell) : cell;
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw invalidValue(`${name} must be a number, not ${shown(cell)}.`);
    return value;
  }

  /** A number above zero. */
  positive(name: string): number {
    const value = this.number(name);
    if (value <= 0) throw invalidValue(`${name} must be above zero, not ${value}.`);
    return value;
  }

  optionalPositive(name: string): number | undefined {
    return this.has(name) ? this.positive(name) : undefined;
  }

  text(name: string): string {
    const found = this.optionalText(name);
    if (found === undefined) throw invalidValue(`${name} is missing: give its name as text.`);
    return found;
  }

  optionalText(name: string): string | undefined {
    const cell = this.#cell(name);
    if (cell === undefined) return undefined;
    if (typeof cell !== 'string' && typeof cell !== 'number')
      throw invalidValue(`${name} must be text, not ${shown(cell)}.`);
    const said = String(cell).trim();
    if (said.length > longestText)
      throw invalidValue(`${name} is a text of ${said.length} characters: give a name of up to ${longestText}.`);
    return said;
  }

  /** One of some words, whatever the case, spaces and punctuation; the first if it is omitted and may be. */
  word<Word extends string>(name: string, words: readonly Word[], defaultIs?: Word): Word {
    const said = this.optionalText(name);
    if (said === undefined) {
      if (defaultIs !== undefined) return defaultIs;
      throw invalidValue(`${name} is missing: give ${words.join(', ')}.`);
    }
    const found = words.find((word) => normalise(word) === normalise(said));
    if (found === undefined)
      throw notAvailable(`${name} is not "${said}". ${nearest(said, words)} It is one of ${words.join(', ')}.`);
    return found;
  }

  /** TRUE or FALSE; TRUE if omitted. */
  flag(name: string): boolean {
    const cell = this.#cell(name);
    if (cell === undefined) return true;
    if (typeof cell === 'boolean') return cell;
    const word = typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim().toUpperCase() : '';
    if (word === 'TRUE' || word === '1') return true;
    if (word === 'FALSE' || word === '0') return false;
    throw invalidValue(`${name} must be TRUE or FALSE, not ${shown(cell)}.`);
  }

  /** A year of the case; undefined if omitted. */
  optionalPeriod(of: Case, name = 'period'): FinancialYear | undefined {
    const cell = this.#cell(name);
    if (cell === undefined) return undefined;
    if (typeof cell !== 'string' && typeof cell !== 'number')
      throw invalidValue(`${name} must be a year such as FY22E or 2022, not ${shown(cell)}.`);
    return lookUp(() => parsePeriod(cell, of.inputs.years));
  }

  /** A year of the case; the valuation year if omitted. */
  period(of: Case, name = 'period'): FinancialYear {
    const given = this.optionalPeriod(of, name);
    if (given) return given;
    const year = of.solution.value(of.desk.model.market.valuationYear)!.toNumber();
    const found = of.inputs.years.find((one) => one.year === year);
    if (!found) throw notAvailable(`The valuation year ${year} is none of the model's years.`);
    return found;
  }

  /** The case that an inputs table stands for; the published one if it is omitted. */
  case(name = 'inputs'): Case {
    const raw = this.#given(name);
    if (isBlank(raw)) return baseCase();
    if (!Array.isArray(raw)) {
      const code = errorCodeOf(raw);
      if (code) throw passedOn(name, code);
      throw invalidValue(`${name} must be a range with an inputs table, not ${shown(raw)}.`);
    }
    const table = asTable(raw as readonly Raw[]);
    if (table.length === 1 && table[0]!.length === 1 && isBlank(table[0]![0])) return baseCase();
    if (table.every((row) => row.every(isBlank)))
      throw invalidValue(`${name} is a blank range: give one that holds an inputs table, or leave it out.`);
    return caseOfTable(table, name);
  }

  #given(name: string): Raw {
    return this.#raw[this.#spec.parameters.findIndex((parameter) => parameter.name === name)];
  }

  /** The one cell of an argument; undefined if it is blank or omitted. */
  #cell(name: string): Raw | undefined {
    let raw = this.#given(name);
    if (Array.isArray(raw)) {
      const rows = raw as readonly Raw[];
      const first = rows[0];
      const cells = Array.isArray(first) ? rows.length * first.length : rows.length;
      if (cells !== 1) throw invalidValue(`${name} takes one cell, not a range of ${cells}.`);
      raw = Array.isArray(first) ? (first as readonly Raw[])[0] : first;
    }
    const code = errorCodeOf(raw);
    if (code) throw passedOn(name, code);
    return isBlank(raw) ? undefined : raw;
  }
}

const passedOn = (name: string, code: string): CellError =>
  new CellError(code === '#N/A' ? '#N/A' : '#VALUE!', `${name} holds ${code}: mend that cell first.`);

const shown = (raw: Raw): string =>
  typeof raw === 'string'
    ? `"${raw.slice(0, 40)}"`
    : typeof raw === 'object' || typeof raw === 'function'
      ? 'what it was given'
      : String(raw);
