import { figure, rowFigure } from '../figures.ts';
import { yearLabel } from '../financial-year.ts';
import { InputError } from '../input-error.ts';
import type { Exact } from '../inputs.ts';
import type { Row } from '../row.ts';
import { phrase, type Phrase } from './phrase.ts';
import { read, type Reading } from './read.ts';
import type { Solution } from './solve.ts';

/** The symbol of a unit that is said after a figure; percentages and multiples carry theirs already. */
const saidAfter = (row: Row): string =>
  ['percent', 'multiple', 'date', 'year', 'choice', 'rating', 'text'].includes(row.unit.kind)
    ? ''
    : ` ${row.unit.name}`;

/** What a flag or a choice says, for a sentence that turns on it. */
const saidOf = (row: Row, value: Exact): string =>
  row.unit.words ? figure(value, row.unit) : value.isZero() ? 'not set' : 'set';

/**
 * The definition of a row in words, with the numbers of one year in it.
 *
 * @param year Financial year; left out for a scalar.
 * @param figureOf How a row's figure is written. Default: rounded, as an analyst reads it.
 * @returns For instance "Trade receivables FY22E = Revenue 6,398.7 RMB mn x Trade receivable days 342.0 days / Days in
 * a year 365.0 days = 5,995.5 RMB mn".
 * @throws InputError if the row has no value in that year.
 */
export function words(
  solution: Solution,
  row: Row,
  year?: number,
  figureOf: (row: Row, value: Exact) => string = rowFigure,
): string {
  const { plan, inputs } = solution;
  const yearIndex = row.isScalar || year === undefined ? -1 : plan.yearIndex(year);
  const label = (index: number) => (index < 0 ? '' : ` ${yearLabel(plan.years[index]!)}`);
  const valueOf = (one: Row, index: number) => solution.value(one, plan.years[index]?.year);

  const named = (one: Row, index: number, when = ''): Phrase => {
    const value = valueOf(one, index)!;
    const unit = value.isNaN() ? '' : saidAfter(one);
    return {
      text: `${one.label} ${figureOf(one, value)}${unit}${when}`,
      binds: 'alone',
      holds: !value.isZero(),
      condition: `${one.label} is ${saidOf(one, value)}`,
    };
  };
  const reading: Reading<Phrase> = {
    row: (one, index) => named(one, one.isScalar ? -1 : index),
    opening: (one, index) => named(one, index - 1, ` (${label(index - 1).trim()})`),
    at(one, yearRow) {
      const chosen = plan.yearIndex(solution.value(yearRow)!.toNumber());
      return named(one, chosen, ` (${yearRow.label.toLowerCase()}${label(chosen)})`);
    },
    combine: (operator, operands, digits) => phrase(operator, operands, digits, row),
  };

  if (row.unit.kind === 'text') return `${row.label}: ${inputs.textOf(row) ?? 'not given'} (input)`;
  const value = valueOf(row, yearIndex);
  if (value === undefined) {
    const filled = plan.years.filter((_, index) => plan.slot(row, index) !== undefined).map(yearLabel);
    throw new InputError(`${row.label} has no value${label(yearIndex)}. It has one in ${filled.join(', ')}.`);
  }
  const result = `${figureOf(row, value)}${value.isNaN() ? ' (not meaningful here)' : saidAfter(row)}`;
  const step = plan.steps.find((one) => one.slot === plan.slot(row, yearIndex));
  const side = yearIndex < 0 || plan.years[yearIndex]!.status === 'estimate' ? 'estimate' : 'actual';
  const note = row.noteOn(side) && ` Note: ${row.noteOn(side)}.`;
  if (!step?.expression) return `${row.label}${label(yearIndex)} = ${result} (input).${note}`;
  return `${row.label}${label(yearIndex)} = ${read(step.expression, yearIndex, reading).text} = ${result}.${note}`;
}
