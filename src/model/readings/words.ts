import { figure, rowFigure } from '../figures.ts';
import { yearLabel } from '../financial-year.ts';
import { InputError } from '../input-error.ts';
import type { Row } from '../row.ts';
import { read, type Combining, type Reading } from './read.ts';
import type { Solution } from './solve.ts';

type Phrase = { readonly text: string; readonly binds: number };

const additive = 1;
const multiplicative = 2;
const atomic = 3;

const within = ({ text, binds }: Phrase, least: number): string => (binds < least ? `(${text})` : text);

/** The symbol of a unit that is said after a figure; percentages and multiples carry theirs already. */
const saidAfter = (row: Row): string =>
  ['percent', 'multiple', 'date', 'year', 'choice', 'rating', 'text'].includes(row.unit.kind)
    ? ''
    : ` ${row.unit.name}`;

/**
 * The definition of a row in words, with the numbers of one year in it.
 *
 * @param year Financial year; left out for a scalar.
 * @returns For instance "Trade receivables FY22E = Revenue 6,398.7 RMB mn x Trade receivable days 342.0 days / Days in
 * a year 365.0 days = 5,995.5 RMB mn".
 * @throws InputError if the row has no value in that year.
 */
export function words(solution: Solution, row: Row, year?: number): string {
  const { plan, inputs } = solution;
  const yearIndex = row.isScalar || year === undefined ? -1 : plan.yearIndex(year);
  const label = (index: number) => (index < 0 ? '' : ` ${yearLabel(plan.years[index]!)}`);
  const valueOf = (one: Row, index: number) => solution.value(one, plan.years[index]?.year);

  const named = (one: Row, index: number): string => {
    const value = valueOf(one, index);
    return value === undefined
      ? one.label
      : `${one.label} ${rowFigure(one, value)}${value.isNaN() ? '' : saidAfter(one)}`;
  };
  const reading: Reading<Phrase> = {
    row: (one, index) => ({ text: named(one, one.isScalar ? -1 : index), binds: atomic }),
    opening: (one, index) => ({ text: `${named(one, index - 1)} (${label(index - 1).trim()})`, binds: atomic }),
    at(one, yearRow) {
      const chosen = plan.yearIndex(solution.value(yearRow)!.toNumber());
      return { text: `${named(one, chosen)} (${yearRow.label.toLowerCase()}${label(chosen)})`, binds: atomic };
    },
    combine: (operator, operands, digits) => combine(operator, operands, digits, row),
  };

  if (row.unit.kind === 'text') return `${row.label}: ${inputs.textOf(row) ?? 'not given'} (input)`;
  const value = valueOf(row, yearIndex);
  if (value === undefined) {
    const filled = plan.years.filter((_, index) => plan.slot(row, index) !== undefined).map(yearLabel);
    throw new InputError(`${row.label} has no value${label(yearIndex)}. It has one in ${filled.join(', ')}.`);
  }
  const result = value.isNaN()
    ? `${row.otherwise} (not meaningful here)`
    : `${figure(value, row.unit)}${saidAfter(row)}`;
  const step = plan.steps.find((one) => one.slot === plan.slot(row, yearIndex));
  const note = row.options.note ? ` Note: ${row.options.note}.` : '';
  if (!step?.expression) return `${row.label}${label(yearIndex)} = ${result} (input).${note}`;
  return `${row.label}${label(yearIndex)} = ${read(step.expression, yearIndex, reading).text} = ${result}.${note}`;
}

function combine(operator: Combining, operands: readonly Phrase[], digits: number, row: Row): Phrase {
  const [a, b, c] = operands as readonly [Phrase, Phrase, Phrase];
  const list = operands.map(({ text }) => text).join(', ');
  switch (operator) {
    case 'zero':
      return { text: 'zero', binds: atomic };
    case 'one':
      return { text: '1', binds: atomic };
    case 'plus':
      return { text: `${a.text} + ${b.text}`, binds: additive };
    case 'sum':
      return { text: operands.map(({ text }) => text).join(' + '), binds: operands.length > 1 ? additive : a.binds };
    case 'minus':
      return { text: `${a.text} - ${within(b, multiplicative)}`, binds: additive };
    case 'times':
      return { text: `${within(a, multiplicative)} x ${within(b, multiplicative)}`, binds: multiplicative };
    case 'div':
      return { text: `${within(a, multiplicative)} / ${within(b, atomic)}`, binds: multiplicative };
    case 'negated':
      return { text: `minus ${within(a, atomic)}`, binds: multiplicative };
    case 'average':
      return { text: `the average of (${list})`, binds: atomic };
    case 'ifPositive':
      return { text: `(${b.text}, or ${row.otherwise} unless ${a.text} is above zero)`, binds: atomic };
    case 'ifElse':
      return { text: `(${b.text} where ${a.text} is set, otherwise ${c.text})`, binds: atomic };
    case 'round':
      return { text: `(${a.text}) rounded to ${digits} decimals`, binds: atomic };
    case 'band': {
      const middle = row.unit.words?.[1] ?? '';
      return {
        text: `${a.text}, held against ${b.text} and ${c.text}, otherwise ${middle}`,
        binds: additive,
      };
    }
  }
}
