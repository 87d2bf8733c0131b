import { checks } from '../company/checks.ts';
import { effectOn } from '../company/effect-on.ts';
import { publishedCell } from '../company/published-cell.ts';
import { reconcile, tables } from '../company/reconcile.ts';
import type { Row } from '../model/row.ts';
import { parsePeriod } from '../model/period.ts';
import type { Arguments } from './arguments.ts';
import { baseCase, theDesk } from './case.ts';
import { lookUp, notAvailable } from './cell-error.ts';
import { headers, inputs, line, period, text, type Cell, type FunctionSpec, type Result } from './function-spec.ts';

const family = 'Model';
/** What is left of a difference of zero after forty digits. */
const nothing = 1e-12;
const figure = text('figure', 'A figure of the report, such as 65 or FS.key_ratios', 'figures', 'any');
/** A printed percentage is in points, a cell's a fraction. */
const scaleOf = ({ unit }: Row) => (unit.kind === 'percent' ? 100 : 1);

const withHeads = (take: Arguments, heads: readonly string[], body: readonly (readonly Cell[])[]): Result =>
  take.flag('headers') || body.length === 0 ? [heads, ...body] : body;

/** The functions that hold the model against the report. */
export const printFunctions: readonly FunctionSpec[] = [
  {
    id: 'PUBLISHED',
    family,
    gives: 'What the report printed for a line, in the sign printed; a percentage as a fraction',
    parameters: [line, period(), figure],
    result: 'number',
    example: { call: '=ST.PUBLISHED("Revenue","FY22E")', gives: '6,399' },
    errors: ['#N/A where the report prints no number, or two that differ and no figure is given'],
    run: (take) => published(take),
  },
  {
    id: 'RECONCILE',
    family,
    gives: 'Every printed figure against the model: figure, row, period, computed, printed, tolerance, within',
    parameters: [{ ...figure, default: 'all figures' }, headers, inputs],
    result: 'table',
    example: { call: '=ST.RECONCILE("65")', gives: 'a table, all within' },
    errors: ['#N/A for an unknown figure, with those there are'],
    run(take) {
      const of = take.case();
      const cells = lookUp(() => reconcile(of.desk, of.solution, take.optionalText('figure')));
      return withHeads(
        take,
        ['figure', 'row', 'period', 'computed', 'printed', 'tolerance', 'within'],
        cells.map((cell) => {
          const scale = scaleOf(cell.line);
          return [
            cell.figure,
            cell.row,
            cell.column,
            cell.computed.isNaN()
              ? notAvailable(`${cell.row} has no meaning here.`)
              : cell.computed.div(scale).toNumber(),
            cell.printed / scale,
            cell.tolerance / scale,
            cell.within,
          ];
        }),
      );
    },
  },
  {
    id: 'CHECKS',
    family,
    gives: 'Each check and warning by name: its value, and whether it passes',
    parameters: [headers, inputs],
    result: 'table',
    example: { call: '=ST.CHECKS()', gives: 'a table, every check passes' },
    errors: ['#VALUE! for an inputs table that cannot be read, naming the row and year'],
    run(take) {
      const of = take.case();
      return withHeads(
        take,
        ['name', 'kind', 'value', 'unit', 'result', 'detail'],
        checks(of.desk, of.solution).map(({ name, kind, value, unit, passed, detail }) => [
          name,
          kind,
          value.isFinite()
            ? value.abs().lt(nothing)
              ? 0
              : value.toNumber()
            : notAvailable(`${name} cannot be computed.`),
          unit,
          passed ? 'pass' : kind === 'check' ? 'fail' : 'look',
          detail,
        ]),
      );
    },
  },
  {
    id: 'REPORTNOTES',
    family,
    gives: "The report's own inconsistencies and weaknesses, and the target price were each put right alone",
    parameters: [headers],
    result: 'table',
    example: { call: '=ST.REPORTNOTES()', gives: 'a table of 31 notes' },
    errors: [],
    run: (take) =>
      withHeads(
        take,
        ['number', 'kind', 'where', 'printed', 'implied', 'cause', 'target price'],
        theDesk().company.notes.map((note) => [
          note.id,
          note.kind,
          note.where,
          note.printed,
          note.implied,
          note.cause,
          effectOn(note),
        ]),
      ),
  },
  {
    id: 'VERSION',
    family,
    gives: "The model, the company's data, the pricing date and the report they are of",
    parameters: [],
    result: 'text',
    example: { call: '=ST.VERSION()', gives: 'version, company and dates in a sentence' },
    errors: [],
    run() {
      const { name, ticker, version, report } = theDesk().company;
      return `ST Model ${version}, ${name} (${ticker}), ${report.title} of ${report.date}, prices of ${report.pricingDate}`;
    },
  },
];

function published(take: Arguments): Result {
  const of = baseCase();
  const row = lookUp(() => of.desk.model.row(take.text('line')));
  const { year } = take.period(of);
  const wanted = take.optionalText('figure');
  const found = lookUp(() => tables(of.desk, wanted)).flatMap((table) =>
    table.rows.flatMap(({ line: id, row: label, printed }) =>
      id !== row.id
        ? []
        : printed.flatMap((cell, index) =>
            cell !== null && parsePeriod(table.columns[index]!, of.inputs.years).year === year
              ? [{ figure: table.figure, label, cell }]
              : [],
          ),
    ),
  );
  const where = wanted === undefined ? 'in any table that the model is held against' : `in figure ${wanted}`;
  const what = row.isScalar ? row.label : `${row.label} of ${year}`;
  if (found.length === 0) throw notAvailable(`${what} is not printed ${where}.`);
  const values = found.map((one) => ({ ...one, number: publishedCell(one.cell) }));
  const numbers = values.filter(({ number }) => number !== null);
  if (numbers.length === 0) throw notAvailable(`${what} is printed as "${found[0]!.cell}".`);
  const distinct = [...new Set(numbers.map(({ number }) => number!.value))];
  if (distinct.length > 1) {
    const places = numbers.map((one) => `${one.cell} in figure ${one.figure}`).join(', ');
    // The same number in two roundings is one number, the finest.
    const finest = [...numbers].sort((a, b) => a.number!.tolerance - b.number!.tolerance)[0]!.number!;
    const agree = numbers.every(
      ({ number }) => Math.abs(Math.abs(number!.value) - Math.abs(finest.value)) <= number!.tolerance,
    );
    if (!agree) throw notAvailable(`${what} is printed as ${places}: say which figure.`);
    return finest.value / scaleOf(row);
  }
  return distinct[0]! / scaleOf(row);
}
