import { normalise } from '../model/definitions.ts';
import { yearLabel } from '../model/financial-year.ts';
import { nearest } from '../model/nearest.ts';
import type { Arguments } from './arguments.ts';
import { cellOf, type Case } from './case.ts';
import { notAvailable } from './cell-error.ts';
import { inputs, number, period, text, type Cell, type FunctionSpec, type Result } from './function-spec.ts';
import { shownYears } from './model-functions.ts';

const family = 'Growth and mix';

/** What may be asked of a segment. */
export const measures = ['revenue', 'growth', 'share'] as const;
type Measure = (typeof measures)[number];

/** The functions on segments and growth. */
export const growthFunctions: readonly FunctionSpec[] = [
  {
    id: 'SEGMENT',
    family,
    gives: 'Revenue, growth or share of a segment; without a segment and period, the table of all',
    parameters: [
      text('segment', 'The name of a segment', 'segments', 'all segments'),
      period(),
      text('measure', 'revenue, growth or share', 'measures', 'revenue'),
      inputs,
    ],
    result: 'number or table',
    example: { call: '=ST.SEGMENT()', gives: 'revenue, growth and share of every segment' },
    errors: ['#N/A for an unknown segment, year or measure, with those there are'],
    run: (take) => segment(take),
  },
  {
    id: 'CAGR',
    family,
    gives: 'Compound growth a year from a first to a last figure, both above zero',
    parameters: [
      number('first', 'The figure of the first year'),
      number('last', 'The figure of the last year'),
      number('years', 'The years between them'),
    ],
    result: 'number',
    example: { call: '=ST.CAGR(3446.2,8825.5,3)', gives: '36.8%' },
    errors: ['#N/A where a figure is not above zero: growth has no meaning then'],
    run(take) {
      const [first, last, years] = [take.number('first'), take.number('last'), take.positive('years')];
      if (first <= 0 || last <= 0)
        throw notAvailable('Compound growth has no meaning unless first and last are both above zero.');
      return (last / first) ** (1 / years) - 1;
    },
  },
  {
    id: 'YOY',
    family,
    gives: 'Growth on the year before, which must be above zero',
    parameters: [number('current', "This year's figure"), number('previous', "Last year's figure")],
    result: 'number',
    example: { call: '=ST.YOY(6398.7,4678.4)', gives: '36.8%' },
    errors: ['#N/A where the year before is not above zero: growth has no meaning then'],
    run(take) {
      const [current, previous] = [take.number('current'), take.number('previous')];
      if (previous <= 0) throw notAvailable('Growth has no meaning unless previous is above zero.');
      return current / previous - 1;
    },
  },
];

function segment(take: Arguments): Result {
  const of = take.case();
  const measure = take.word('measure', measures, 'revenue');
  const name = take.optionalText('segment');
  const year = take.optionalPeriod(of);
  const { segments } = of.desk.model.sales;
  if (name === undefined) {
    const years = year ? [year] : shownYears(of);
    const kinds = take.has('measure') ? [measure] : measures;
    const rows = kinds.flatMap((kind) =>
      segments.map((one): Cell[] => {
        const row = rowOf(one, kind);
        return [row.label, ...years.map((each) => cellOf(of, row, each.year))];
      }),
    );
    return [['', ...years.map(yearLabel)], ...rows];
  }
  const found = segments.find((one) =>
    [one.segment.id, one.segment.label].some((known) => normalise(known) === normalise(name)),
  );
  const names = segments.map((one) => one.segment.label);
  if (!found)
    throw notAvailable(`There is no segment "${name}". ${nearest(name, names)} They are ${names.join(', ')}.`);
  return cellOf(of, rowOf(found, measure), take.period(of).year);
}

const rowOf = ({ revenue, growth, share }: Case['desk']['model']['sales']['segments'][number], measure: Measure) =>
  ({ revenue, growth, share })[measure];
