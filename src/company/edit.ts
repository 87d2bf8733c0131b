import { dateSerial, figure, rowFigure } from '../model/figures.ts';
import { yearLabel, type FinancialYear } from '../model/financial-year.ts';
import { InputError } from '../model/input-error.ts';
import { Exact } from '../model/inputs.ts';
import type { Row } from '../model/row.ts';
import type { ScalarData } from './company.ts';
import { toPoints, type OperatingModel } from './operating-model.ts';

/** One validated change to the inputs. */
export type Edit = { readonly row: Row; readonly year: number | undefined; readonly value: Exact };

/** A percentage beyond this, as a fraction, is a figure typed in the wrong unit. */
const largestFraction = 10;
const largestDays = 100_000;
/** In whatever unit: no company counts so many millions, shares or customers. */
const largestAmount = 1e12;
/** The days that every spreadsheet numbers alike. */
const [firstDay, lastDay] = ['1900-03-01', '9999-12-31'];

const isInput = (row: Row, status: FinancialYear['status']): boolean =>
  row.kind === 'line' || (row.kind === 'driver' && status === 'estimate');

/** The years in which a row takes an input. */
export const inputYears = ({ base }: OperatingModel, row: Row): readonly FinancialYear[] =>
  row.isScalar ? [] : base.years.filter(({ status }) => status === 'estimate' && isInput(row, status));

/**
 * Checks a change to one cell of the inputs and gives it to apply.
 *
 * @param value In the row's own unit, a percentage as a fraction.
 * @throws InputError naming the row and the year: a computed row, a value that is no number, a percentage beyond
 * 1,000%, an amount that no company has, a scalar outside the limits that make sense.
 */
export function edit(desk: OperatingModel, row: Row, year: FinancialYear | undefined, value: Exact): Edit {
  const cell = cellName(row, year);
  refuseComputed(desk, row, year);
  if (!value.isFinite()) throw new InputError(`${cell} must be a number in ${row.unit.name}.`);
  if (row.unit.kind === 'percent' && value.abs().gt(largestFraction))
    throw new InputError(
      `${cell} would be ${rowFigure(row, value)}; a percentage beyond 1,000% is taken for a mistake. ` +
        'In a cell 20.1% is 0.201; on the command line it is 20.1.',
    );
  if (row.isScalar) checkScalar(desk, row, value);
  checkSize(cell, row, value);
  return { row, year: row.isScalar ? undefined : year?.year, value };
}

const cellName = (row: Row, year: FinancialYear | undefined): string =>
  year && !row.isScalar ? `${row.label} ${yearLabel(year)}` : row.label;

/** Refuses a cell that the model computes, saying what to change instead. */
export function refuseComputed(desk: OperatingModel, row: Row, year: FinancialYear | undefined): void {
  if (row.isScalar) {
    if (row.estimate !== 'data') throw new InputError(`${row.label} is computed; change what it is computed from.`);
    return;
  }
  if (row.kind === 'derived' || row.kind === 'check')
    throw new InputError(`${row.label} is computed; change its drivers.`);
  if (!year) throw new InputError(`${row.label} needs a year, such as ${yearLabel(desk.base.years.at(-1)!)}.`);
  if (!isInput(row, year.status))
    throw new InputError(
      `${cellName(row, year)} is computed from history; a driver takes values in estimate years only.`,
    );
}

function checkSize(cell: string, row: Row, value: Exact): void {
  if (row.unit.kind === 'percent') return;
  const largest = row.unit.kind === 'days' ? largestDays : largestAmount;
  if (value.abs().gt(largest))
    throw new InputError(
      `${cell} would be ${value.toString()} ${row.unit.name}; beyond ${figure(new Exact(largest), row.unit, 0)} it is taken for a mistake.`,
    );
}

function checkScalar({ company, base }: OperatingModel, row: Row, value: Exact): void {
  if (row.unit.kind === 'year') {
    const years = base.years.filter(({ status }) => status !== 'opening');
    if (!years.some(({ year }) => value.eq(year)))
      throw new InputError(`${row.label} must be one of ${years.map(yearLabel).join(', ')}.`);
  }
  if (
    row.unit.kind === 'date' &&
    !(value.isInteger() && value.gte(dateSerial(firstDay)) && value.lte(dateSerial(lastDay)))
  )
    throw new InputError(`${row.label} must be a day from ${firstDay} to ${lastDay}.`);
  if (row.unit.words && !(value.isInteger() && value.gte(0) && value.lt(row.unit.words.length)))
    throw new InputError(`${row.label} must be ${row.unit.words.map((word) => `"${word}"`).join(' or ')}.`);
  const scalar: ScalarData | undefined = company.scalars.find(({ id }) => id === row.id);
  const points = toPoints(row, value);
  const hint = scalar?.hint ? ` ${scalar.hint}` : '';
  if (row.unit.kind === 'flag' && !(value.eq(0) || value.eq(1)))
    throw new InputError(`${row.label} must be 0 or 1, not ${points.toString()}.${hint}`);
  if (!scalar?.limits) return;
  const [low, high] = scalar.limits;
  if (points.gte(low) && points.lte(high)) return;
  const allowed = low === high ? `must be ${low}` : `must be from ${low} to ${high}`;
  const unit = row.unit.kind === 'percent' ? '%' : row.unit.name;
  throw new InputError(`${row.label} is ${points.toString()}, but ${allowed} ${unit}.${hint}`);
}
