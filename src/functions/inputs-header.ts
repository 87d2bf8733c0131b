import { yearLabel, type FinancialYear } from '../model/financial-year.ts';
import { InputError } from '../model/input-error.ts';
import { parsePeriod } from '../model/period.ts';
import { invalidValue } from './cell-error.ts';
import type { Raw } from './cell-value.ts';

/** What a column of an inputs table holds: a year, or the values of scalars. */
export type Column = FinancialYear | 'value';
export type Columns = ReadonlyMap<number, Column>;

const valueWord = /^\s*value\b/i;
/** A year as only a header writes it: FY22E, FY 2022, 2022E. A bare 2022 may be a figure. */
const writtenYear = /^\s*(FY\s*\d{2}(\d{2})?[AE]?|\d{4}[AE])\s*$/i;

/** Whether a row says by the form of its cells that it is a header. */
export const isPlainlyHeader = (line: readonly Raw[]): boolean =>
  line.some((cell) => typeof cell === 'string' && (valueWord.test(cell) || writtenYear.test(cell)));

/**
 * The columns that a header row names; undefined for any other row. Bare years make a header where there is none yet, or
 * where they follow each other; otherwise 2022 is a figure.
 *
 * @throws CellError for a year that the model does not have, and for a year or Value that stands twice.
 */
export function headerOf(
  years: readonly FinancialYear[],
  line: readonly Raw[],
  hasHeader: boolean,
  name: string,
): Columns | undefined {
  const isPlain = isPlainlyHeader(line);
  if (!isPlain && !barelyHeader(years, line, hasHeader)) return undefined;
  const found = new Map<number, Column>();
  line.forEach((cell, index) => {
    const column = columnOf(years, cell, name);
    if (column === undefined) return;
    if ([...found.values()].includes(column))
      throw invalidValue(
        `${name} has ${column === 'value' ? 'Value' : yearLabel(column)} twice in one header: give one case at a time.`,
      );
    found.set(index, column);
  });
  return found;
}

function columnOf(years: readonly FinancialYear[], cell: Raw, name: string): Column | undefined {
  if (typeof cell !== 'string') return bareYear(years, cell);
  if (valueWord.test(cell)) return 'value';
  if (!writtenYear.test(cell)) return bareYear(years, cell);
  try {
    return openingYear(years, cell) ?? parsePeriod(cell.replaceAll(/\s/g, ''), years);
  } catch (error) {
    if (error instanceof InputError) throw invalidValue(`${name}: ${error.message}`);
    throw error;
  }
}

/** An opening year, which lends balances and is no period of its own. */
const openingYear = (years: readonly FinancialYear[], cell: string): FinancialYear | undefined =>
  years.find((year) => {
    const [, digits = '', status = ''] = /(\d+)([AE]?)\s*$/i.exec(cell) ?? [];
    return year.status === 'opening' && Number(digits) % 100 === year.year % 100 && status.toUpperCase() !== 'E';
  });

const bareYear = (years: readonly FinancialYear[], cell: Raw): FinancialYear | undefined =>
  typeof cell === 'number' || (typeof cell === 'string' && /^\s*\d{4}\s*$/.test(cell))
    ? years.find(({ year }) => year === Number(cell))
    : undefined;

function barelyHeader(years: readonly FinancialYear[], line: readonly Raw[], hasHeader: boolean): boolean {
  const bare = line.flatMap((cell) => bareYear(years, cell)?.year ?? []);
  if (!hasHeader) return bare.length > 0;
  return bare.length > 1 && bare.every((year, index) => index === 0 || year === bare[index - 1]! + 1);
}
