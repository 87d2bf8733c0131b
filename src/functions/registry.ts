import type { Choices, FunctionSpec } from './function-spec.ts';
import { bridgeOutputs } from './bridge.ts';
import { theDesk } from './case.ts';
import { growthFunctions, measures } from './growth-functions.ts';
import { modelFunctions } from './model-functions.ts';
import { printFunctions } from './print-functions.ts';
import { targetPriceFunctions } from './target-price-functions.ts';
import { currencies, multiples, valuationFunctions } from './valuation-functions.ts';
import { cashBases } from './valuation-parts.ts';
import { bases, items, workingCapitalFunctions } from './working-capital-functions.ts';

/** The prefix of every function in a cell. */
export const namespace = 'ST';

/** Every function, family by family: metadata, help, the pane and the cells all read this list. */
export const registry: readonly FunctionSpec[] = [
  ...modelFunctions,
  ...printFunctions,
  ...growthFunctions,
  ...workingCapitalFunctions,
  ...valuationFunctions,
  ...targetPriceFunctions,
];

/** A function by its id. */
export function functionNamed(id: string): FunctionSpec {
  const found = registry.find((spec) => spec.id === id);
  if (!found) throw new RangeError(`There is no function ${id}.`);
  return found;
}

/** The words that each kind of choice offers, from the model and the company's data. */
export function choices(): Readonly<Record<Choices, readonly string[]>> {
  const { model, company } = theDesk();
  return {
    lines: model.rows.filter(({ kind }) => kind !== 'check').map(({ label }) => label),
    statements: model.statements.map(({ name }) => name),
    items,
    segments: company.segments.map(({ label }) => label),
    measures,
    bases,
    cashBases,
    currencies,
    multiples,
    figures: company.published.map(({ figure }) => figure),
    outputs: bridgeOutputs,
  };
}
