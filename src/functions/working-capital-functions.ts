import { normalise } from '../model/definitions.ts';
import { yearLabel } from '../model/financial-year.ts';
import { nearest } from '../model/nearest.ts';
import type { Arguments } from './arguments.ts';
import { cellOf } from './case.ts';
import { notAvailable } from './cell-error.ts';
import { inputs, number, period, text, type Cell, type FunctionSpec, type Result } from './function-spec.ts';
import { shownYears } from './model-functions.ts';

const family = 'Working capital';

/** The bases of days, the published one first: average in history, year-end in estimates. */
export const bases = ['published', 'average', 'year-end'] as const;

/** The items of Figure 59, with the part of a row's id that each has. */
const itemIds = {
  'Trade receivables': 'trade-receivable',
  'Other receivables': 'other-receivable',
  Inventories: 'inventory',
  'Trade payables': 'trade-payable',
  'Other payables': 'other-payable',
} as const;
/** The items that days are given of. */
export const items = Object.keys(itemIds) as readonly (keyof typeof itemIds)[];

const basis = text(
  'basis',
  'published (average in history, year-end in estimates), average or year-end',
  'bases',
  'published',
);
const daysInYear = number('daysInYear', 'Days in a year', '365');
const opening = number('opening', 'The opening balance: the average of both is used', 'the closing balance alone');

/** The functions on working capital and cash. */
export const workingCapitalFunctions: readonly FunctionSpec[] = [
  {
    id: 'WCDAYS',
    family,
    gives: 'Days of a working-capital item; without an item, the five rows of Figure 59',
    parameters: [text('item', 'An item of working capital', 'items', 'all five'), period(), basis, inputs],
    result: 'number or table',
    example: { call: '=ST.WCDAYS("Trade receivables","FY22E")', gives: '342' },
    errors: ['#N/A for an unknown item, year or basis, with those there are'],
    run: (take) => days(take),
  },
  {
    id: 'TURNOVERDAYS',
    family,
    gives: 'Days that a balance is of a flow: of the closing balance, or of the average if the opening one is given',
    parameters: [
      number('balance', 'The closing balance'),
      number('flow', 'Revenue or cost of sales of the year'),
      opening,
      daysInYear,
    ],
    result: 'number',
    example: { call: '=ST.TURNOVERDAYS(5995.5,6398.7)', gives: '342.0' },
    errors: ['#N/A where the flow is not above zero: days have no meaning then'],
    run(take) {
      const [closing, flow, year] = [take.number('balance'), take.number('flow'), take.optionalPositive('daysInYear')];
      const open = take.optionalNumber('opening');
      if (flow <= 0) throw notAvailable('Days have no meaning on a flow that is not above zero.');
      return ((open === undefined ? closing : (open + closing) / 2) / flow) * (year ?? 365);
    },
  },
  {
    id: 'BALANCEFROMDAYS',
    family,
    gives: 'The closing balance that days of a flow give: the inverse of TURNOVERDAYS',
    parameters: [number('days', 'Days'), number('flow', 'Revenue or cost of sales of the year'), opening, daysInYear],
    result: 'number',
    example: { call: '=ST.BALANCEFROMDAYS(342,6398.7)', gives: '5,995.5' },
    errors: ['#VALUE! where the flow or the days in the year are not above zero'],
    run(take) {
      const [held, flow, year] = [take.number('days'), take.positive('flow'), take.optionalPositive('daysInYear')];
      const open = take.optionalNumber('opening');
      const balance = (held * flow) / (year ?? 365);
      return open === undefined ? balance : 2 * balance - open;
    },
  },
  {
    id: 'CASHCYCLE',
    family,
    gives: 'Receivable plus inventory less payable days, trade items only',
    parameters: [period(), basis, inputs],
    result: 'number',
    example: { call: '=ST.CASHCYCLE("FY22E")', gives: '269.4' },
    errors: ['#N/A for an unknown year or basis'],
    run(take) {
      const of = take.case();
      const row = of.desk.model.row(`${take.word('basis', bases, 'published')}-cash-cycle`);
      return cellOf(of, row, take.period(of).year);
    },
  },
  {
    id: 'RUNWAY',
    family,
    gives: "Years that total cash lasts at the year's free cash outflow",
    parameters: [period(), inputs],
    result: 'number',
    example: { call: '=ST.RUNWAY("FY22E")', gives: '5.8' },
    errors: ['#N/A in a year without an outflow'],
    run(take) {
      const of = take.case();
      return cellOf(of, of.desk.model.cash.runway, take.period(of).year);
    },
  },
];

function days(take: Arguments): Result {
  const of = take.case();
  const base = take.word('basis', bases, 'published');
  const rowOf = (item: (typeof items)[number]) => of.desk.model.row(`${base}-${itemIds[item]}-days`);
  const name = take.optionalText('item');
  if (name !== undefined) {
    const found = items.find((item) => [item, itemIds[item]].some((known) => normalise(known) === normalise(name)));
    if (!found)
      throw notAvailable(`There are no days of "${name}". ${nearest(name, items)} The items are ${items.join(', ')}.`);
    return cellOf(of, rowOf(found), take.period(of).year);
  }
  const year = take.optionalPeriod(of);
  const years = year ? [year] : shownYears(of);
  return [
    ['Days', ...years.map(yearLabel)],
    ...items.map((item): Cell[] => [item, ...years.map((each) => cellOf(of, rowOf(item), each.year))]),
  ];
}
