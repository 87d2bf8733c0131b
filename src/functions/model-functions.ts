import { isoDate } from '../model/figures.ts';
import { inputYears } from '../company/edit.ts';
import { yearLabel } from '../model/financial-year.ts';
import { words } from '../model/readings/words.ts';
import type { Row } from '../model/row.ts';
import { isHeading, rowsOf, type Statement } from '../model/statement.ts';
import type { Arguments } from './arguments.ts';
import { baseCase, cellOf, theDesk, type Case } from './case.ts';
import { lookUp } from './cell-error.ts';
import { headers, inputs, line, period, text, type Cell, type FunctionSpec, type Result } from './function-spec.ts';

const family = 'Model';
const unknownName = '#N/A for an unknown name or year, with the nearest ones';
const badInputs = '#VALUE! for an inputs table that cannot be read, naming the row and year';

/** The years that are shown: all but those that only lend balances. */
export const shownYears = ({ inputs: { years } }: Case) => years.filter(({ status }) => status !== 'opening');

/** The functions that give the model itself. */
export const modelFunctions: readonly FunctionSpec[] = [
  {
    id: 'MODEL',
    family,
    gives: 'A line, driver or scalar of the model in its own sign; without a period, the row over all years',
    parameters: [line, { ...period('all years') }, headers, inputs],
    result: 'number or row',
    example: { call: '=ST.MODEL("Revenue","FY22E")', gives: '6,398.68' },
    errors: [unknownName, badInputs],
    run(take) {
      const of = take.case();
      const row = lookUp(() => of.desk.model.row(take.text('line')));
      const year = take.optionalPeriod(of);
      if (row.isScalar || year) return cellOf(of, row, year?.year);
      const years = shownYears(of);
      const values = years.map((one) => cellOf(of, row, one.year));
      return take.flag('headers') ? [years.map(yearLabel), values] : [values];
    },
  },
  {
    id: 'STATEMENT',
    family,
    gives: 'A statement over all years, in its own signs: costs negative in the income statement',
    parameters: [text('name', 'The name of a statement', 'statements'), headers, inputs],
    result: 'table',
    example: { call: '=ST.STATEMENT("Income statement")', gives: 'its lines with their units, over all years' },
    errors: [unknownName, badInputs],
    run: (take) => statementTable(take),
  },
  {
    id: 'LINES',
    family,
    gives: 'Every line that the model knows: id, label, unit, sign in its statement, statement, figure',
    parameters: [text('statement', 'Only the lines of this statement', 'statements', 'all statements')],
    result: 'table',
    example: { call: '=ST.LINES("Capex")', gives: 'a table' },
    errors: [unknownName],
    run: (take) => linesTable(take),
  },
  {
    id: 'INPUTS',
    family,
    gives: 'The base-case inputs, ready to paste as values, edit and give back as inputs; percentages as fractions',
    parameters: [
      { ...headers, meaning: 'Whether the header comes along, without which the table cannot be given back' },
    ],
    result: 'table',
    example: { call: '=ST.INPUTS()', gives: 'a table of scalars and drivers' },
    errors: [],
    run: (take) => inputsTable(take.flag('headers')),
  },
  {
    id: 'EXPLAIN',
    family,
    gives: "How a figure is computed, in words with that year's numbers",
    parameters: [line, period(), inputs],
    result: 'text',
    example: {
      call: '=ST.EXPLAIN("Trade receivables","FY22E")',
      gives: 'Trade receivables FY22E = Revenue ... x Trade receivable days ... = 5,995.5 RMB mn',
    },
    errors: [unknownName, badInputs],
    run(take) {
      const of = take.case();
      const row = lookUp(() => of.desk.model.row(take.text('line')));
      const { year } = take.period(of);
      return lookUp(() => words(of.solution, row, row.isScalar ? undefined : year));
    },
  },
];

function statementTable(take: Arguments): Result {
  const of = take.case();
  const statement = lookUp(() => of.desk.model.statement(take.text('name')));
  const years = shownYears(of);
  const blank = years.map(() => '');
  const body = statement.items.map((item): Cell[] => {
    if (isHeading(item)) return [item.heading, '', ...blank];
    const { row, sign } = item;
    const values = row.isScalar
      ? [cellOf(of, row, undefined, sign), ...blank.slice(1)]
      : years.map(({ year }) => cellOf(of, row, year, sign));
    return [row.label, row.unit.name, ...values];
  });
  return take.flag('headers') ? [[statement.name, 'unit', ...years.map(yearLabel)], ...body] : body;
}

function linesTable(take: Arguments): Result {
  const { model } = theDesk();
  const name = take.optionalText('statement');
  const wanted = name === undefined ? model.statements : [lookUp(() => model.statement(name))];
  const head = ['id', 'label', 'unit', 'sign', 'statement', 'figure'];
  const listed = new Set<Row>();
  const lineOf = (row: Row, sign: number, statement: string) => {
    listed.add(row);
    return [row.id, row.label, row.unit.name, sign, statement, row.figure];
  };
  const ofStatement = (statement: Statement) =>
    rowsOf(statement).map(({ row, sign }) => lineOf(row, sign, statement.name));
  const rows = wanted.flatMap(ofStatement);
  const rest = name === undefined ? model.rows.filter((row) => !listed.has(row)).map((row) => lineOf(row, 1, '')) : [];
  return [head, ...rows, ...rest];
}

/** The inputs table of the published base case: scalars under Value, drivers under their years. */
function inputsTable(withHeaders: boolean): Result {
  const { desk, solution } = baseCase();
  const { company, model } = desk;
  const years = company.years.filter(({ status }) => status === 'estimate');
  const held = (row: Row, year?: number): Cell => {
    const cell = cellOf(baseCase(), row, year);
    return row.unit.kind === 'date' ? isoDate(solution.value(row)!.toNumber()) : cell;
  };
  const blank = years.map(() => '');
  const scalars = model.rows.filter((row) => row.isScalar && row.estimate === 'data');
  const drivers = model.rows.filter((row) => row.estimate === 'data' && !row.isScalar);
  const sourceOf = (id: string) => {
    const source = [...company.drivers, ...company.scalars].find((one) => one.id === id)?.source ?? '';
    return typeof source === 'string' ? source : [...new Set(Object.values(source))].join(', ');
  };
  const body: Cell[][] = [
    ['company', 'text', company.name, ...blank, ''],
    ...scalars.map((row): Cell[] => [row.label, row.unit.name, held(row), ...blank, sourceOf(row.id)]),
    ...drivers.map((row): Cell[] => {
      const takes = inputYears(desk, row);
      const values = years.map((year) => (takes.includes(year) ? held(row, year.year) : ''));
      return [row.label, row.unit.name, '', ...values, sourceOf(row.id)];
    }),
  ];
  return withHeaders ? [['Inputs', 'unit', 'Value', ...years.map(yearLabel), 'source'], ...body] : body;
}
