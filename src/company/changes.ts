import { normalise } from '../model/definitions.ts';
import { yearLabel, type FinancialYear } from '../model/financial-year.ts';
import { InputError } from '../model/input-error.ts';
import type { Inputs } from '../model/inputs.ts';
import { nearest } from '../model/nearest.ts';
import { parsePeriod } from '../model/period.ts';
import type { Scenario } from './company.ts';
import { edit, inputYears, peerMultiple, refuseComputed, type Edit } from './edit.ts';
import type { OperatingModel } from './operating-model.ts';
import { valueFromText } from './text-value.ts';

/** One change as people write it: a row by id or label, a period where it has years, a value in points. */
export type TextChange = {
  readonly name: string;
  readonly period?: string | undefined;
  readonly value: string | number;
};

/**
 * The inputs with changes applied, in order. A driver without a period changes in every estimate year; a peer's
 * ticker brings that peer's multiple with it.
 *
 * @throws InputError for the first change that cannot be used; the inputs given stay as they are.
 */
export function applyChanges(desk: OperatingModel, inputs: Inputs, changes: readonly TextChange[]): Inputs {
  return changes.reduce((from, change) => applyChange(desk, from, change), inputs);
}

function applyChange(desk: OperatingModel, inputs: Inputs, { name, period, value }: TextChange): Inputs {
  const row = desk.model.row(name);
  if (row.isScalar && period !== undefined) throw new InputError(`${row.label} has one value, not one by year.`);
  if (row === desk.model.market.peerTicker) {
    const multiple = peerMultiple(desk, String(value), inputs);
    const { peerEvSales } = desk.model.market;
    return inputs
      .withText(row, String(value).trim().toUpperCase())
      .with([edit(desk, peerEvSales, undefined, multiple)]);
  }
  const editIn = (year: FinancialYear | undefined): Edit => {
    refuseComputed(desk, row, year);
    return edit(desk, row, year, valueFromText(row, year, value, inputs.years));
  };
  if (row.isScalar) return inputs.with([editIn(undefined)]);
  if (period !== undefined) return inputs.with([editIn(parsePeriod(period, inputs.years))]);
  const years = row.kind === 'driver' || row.estimate === 'data' ? inputYears(desk, row) : [];
  return inputs.with(years.length === 0 ? [editIn(undefined)] : years.map(editIn));
}

/** The inputs under a named scenario of the company. */
export function applyScenario(desk: OperatingModel, inputs: Inputs, name: string): Inputs {
  const scenario = findScenario(desk, name);
  const labels = new Map(inputs.years.map((year) => [year.year, yearLabel(year)]));
  return applyChanges(
    desk,
    inputs,
    scenario.changes.map(({ id, year, value }) => ({
      name: id,
      period: year === undefined ? undefined : labels.get(year),
      value,
    })),
  );
}

/** A scenario by its id or name. An unknown one is an InputError that names those there are. */
export function findScenario({ company: { scenarios } }: OperatingModel, name: string): Scenario {
  const wanted = normalise(name);
  const scenario = scenarios.find((one) => [one.id, one.name].some((known) => normalise(known) === wanted));
  if (scenario) return scenario;
  const names = scenarios.map(({ id }) => id);
  throw new InputError(`There is no scenario "${name}". ${nearest(name, names)} They are ${names.join(', ')}.`);
}
