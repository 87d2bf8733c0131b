import { normalise } from '../model/definitions.ts';
import { yearLabel, type FinancialYear } from '../model/financial-year.ts';
import { InputError } from '../model/input-error.ts';
import type { Inputs } from '../model/inputs.ts';
import { nearest } from '../model/nearest.ts';
import { parsePeriod } from '../model/period.ts';
import type { Row } from '../model/row.ts';
import { unknownRow } from '../model/unknown-row.ts';
import type { Scenario } from './company.ts';
import { edit, inputYears, refuseComputed, type Edit } from './edit.ts';
import type { OperatingModel } from './operating-model.ts';
import { followPeer } from './peer-multiple.ts';
import { valueFromText } from './text-value.ts';

/** One change as people write it: a row by id or label, a period where it has years, a value in points. */
export type TextChange = {
  readonly name: string;
  readonly period?: string | undefined;
  readonly value: string | number;
};

/**
 * The inputs with changes applied, in order. A driver without a period changes in every estimate year; once all are
 * made, the peer's multiple follows its ticker and the valuation year unless one of the changes gives it.
 *
 * @throws InputError for the first change that cannot be used; the inputs given stay as they are.
 */
export function applyChanges(desk: OperatingModel, inputs: Inputs, changes: readonly TextChange[]): Inputs {
  const named = changes.map((change) => ({ ...change, row: inputRow(desk, change.name) }));
  const changed = named.reduce((from, change) => applyChange(desk, from, change), inputs);
  const isTyped = named.some(({ row }) => row === desk.model.market.peerEvSales);
  return followPeer(desk, inputs, changed, isTyped);
}

/** The row that a change names. An unknown name is an InputError that names the nearest of what can be changed. */
function inputRow({ model }: OperatingModel, name: string): Row {
  const isInput = (row: Row) =>
    row.kind === 'driver' || row.kind === 'line' || (row.isScalar && row.estimate === 'data');
  const row = model.find(name);
  if (row) return row;
  throw unknownRow(name, model.rows.filter(isInput), {
    noun: 'driver, scalar or line',
    plural: 'inputs',
    whereListed: '"st-model inputs" lists the drivers and scalars.',
  });
}

type RowChange = Omit<TextChange, 'name'> & { readonly row: Row };

function applyChange(desk: OperatingModel, inputs: Inputs, { row, period, value }: RowChange): Inputs {
  if (row.isScalar && period !== undefined) throw new InputError(`${row.label} has one value, not one by year.`);
  if (row.unit.kind === 'text') return inputs.withText(row, String(value).trim());
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
