import { dateSerial } from '../model/figures.ts';
import type { FinancialYear } from '../model/financial-year.ts';
import { Exact, Inputs, key } from '../model/inputs.ts';
import { buildModel, type Model } from '../model/model.ts';
import { parsePeriod } from '../model/period.ts';
import type { Row } from '../model/row.ts';
import type { Company, ScalarData } from './company.ts';

/** A company's model with its published base case: what every function, sheet and command starts from. */
export type OperatingModel = { readonly company: Company; readonly model: Model; readonly base: Inputs };

/**
 * The operating model of a company with its base-case inputs.
 *
 * @throws InputError if the company's data names a row that the model does not have.
 */
export function operatingModel(company: Company): OperatingModel {
  const model = buildModel(company);
  return { company, model, base: baseInputs(company, model) };
}

/** A number as people write it for a row, percentages in points, as the model holds it. */
export const fromPoints = (row: Row, value: number): Exact => {
  const exact = new Exact(value);
  return row.unit.kind === 'percent' ? exact.div(100) : exact;
};

/** A model's number as people write it: percentages in points. */
export const toPoints = (row: Row, value: Exact): Exact => (row.unit.kind === 'percent' ? value.times(100) : value);

function baseInputs(company: Company, model: Model): Inputs {
  const values = new Map<string, Exact>();
  const texts = new Map<string, string>();
  const setYears = (id: string, byYear: Readonly<Record<number, number>>) => {
    const row = model.row(id);
    for (const [year, value] of Object.entries(byYear)) values.set(key(row, Number(year)), fromPoints(row, value));
  };
  for (const [id, byYear] of Object.entries(company.history)) setYears(id, byYear);
  for (const { id, values: byYear } of company.drivers) setYears(id, byYear);
  for (const scalar of company.scalars) {
    const row = model.row(scalar.id);
    if (row.unit.kind === 'text') texts.set(row.id, String(scalar.value));
    else values.set(key(row), scalarNumber(row, scalar, company.years));
  }
  return new Inputs(company.years, values, texts);
}

function scalarNumber(row: Row, { value }: ScalarData, years: readonly FinancialYear[]): Exact {
  if (typeof value === 'number') return fromPoints(row, value);
  if (row.unit.kind === 'date') return new Exact(dateSerial(value));
  if (row.unit.kind === 'year') return new Exact(parsePeriod(value, years).year);
  return new Exact(row.unit.words!.indexOf(value));
}
