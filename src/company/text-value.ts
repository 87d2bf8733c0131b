import { dateSerial, isDay } from '../model/figures.ts';
import { yearLabel, type FinancialYear } from '../model/financial-year.ts';
import { InputError } from '../model/input-error.ts';
import { Exact } from '../model/inputs.ts';
import { parsePeriod } from '../model/period.ts';
import type { Row } from '../model/row.ts';
import { fromPoints } from './operating-model.ts';

const numberText = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/**
 * A value as people write it in text: percentages in points with or without a %, dates as 2022-01-31, periods as
 * FY22E, a choice by its word.
 *
 * @throws InputError naming the row, the year and what is allowed.
 */
export function valueFromText(
  row: Row,
  year: FinancialYear | undefined,
  raw: string | number,
  years: readonly FinancialYear[],
): Exact {
  const cell = year ? `${row.label} ${yearLabel(year)}` : row.label;
  const text = String(raw).trim();
  if (row.unit.kind === 'date') {
    if (!isDay(text)) throw new InputError(`${cell} must be a date such as 2022-01-31, not "${text}".`);
    return new Exact(dateSerial(text));
  }
  if (row.unit.kind === 'year') return new Exact(parsePeriod(text, years).year);
  if (row.unit.kind === 'choice') {
    const words = row.unit.words!;
    const found = words.indexOf(text.toLowerCase());
    if (found < 0)
      throw new InputError(`${cell} must be ${words.map((word) => `"${word}"`).join(' or ')}, not "${text}".`);
    return new Exact(found);
  }
  const isPercentage = text.endsWith('%');
  if (isPercentage && row.unit.kind !== 'percent')
    throw new InputError(`${cell} is in ${row.unit.name}, not a percentage: "${text}" cannot be used.`);
  const digits = isPercentage ? text.slice(0, -1).trim() : text;
  if (!numberText.test(digits) || !Number.isFinite(Number(digits)))
    throw new InputError(`${cell} must be ${allowed(row)}, not "${text}".`);
  return fromPoints(row, Number(digits));
}

function allowed({ unit }: Row): string {
  if (unit.kind === 'flag') return unit.name;
  return `a number in ${unit.kind === 'percent' ? 'percent, such as 29.52' : unit.name}`;
}
