import { yearLabel, type FinancialYear } from './financial-year.ts';
import { InputError } from './input-error.ts';

/**
 * The financial year that a person means: "FY22E", "FY22", 2022 and "2022E" are the same.
 *
 * @throws InputError for a year the model does not have, for "FY22A" while FY22 is an estimate, and for halves.
 */
export function parsePeriod(period: string | number, years: readonly FinancialYear[]): FinancialYear {
  const text = String(period).trim().toUpperCase();
  const known = `The years are ${years
    .filter(({ status }) => status !== 'opening')
    .map(yearLabel)
    .join(', ')}.`;
  if (/^[12]H\d{2}(\d{2})?[AE]?$/.test(text))
    throw new InputError(`"${period}" is a half year; the model is by year. ${known}`);
  const found = /^(?:FY)?(\d{2}|\d{4})([AE]?)$/.exec(text);
  if (!found) throw new InputError(`"${period}" is not a period such as FY22E or 2022. ${known}`);
  const digits = Number(found[1]);
  const number = digits < 100 ? 2000 + digits : digits;
  const year = years.find((one) => one.year === number);
  if (!year || year.status === 'opening') throw new InputError(`There is no year "${period}". ${known}`);
  const isEstimate = year.status === 'estimate';
  if ((found[2] === 'A' && isEstimate) || (found[2] === 'E' && !isEstimate))
    throw new InputError(
      `"${period}" is ${isEstimate ? 'still an estimate' : 'an actual year'}: write ${yearLabel(year)}.`,
    );
  return year;
}
