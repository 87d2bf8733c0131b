import type { Provenance } from '../../company/company.ts';
import { inputYears } from '../../company/edit.ts';
import { yearLabel } from '../../model/financial-year.ts';
import { isoDate } from '../../model/figures.ts';
import type { Solution } from '../../model/readings/solve.ts';
import type { Row } from '../../model/row.ts';
import type { Cell } from '../report.ts';
import type { Command, Context } from './command.ts';
import { plain, shown } from './values.ts';

export const inputsCommand: Command = {
  name: 'inputs',
  usage: '',
  summary: 'The scalars and drivers, in the units that --set and --inputs take; --json prints an inputs file',
  words: [0, 0],
  run(context) {
    const { desk, solution } = context;
    const scalars = desk.model.rows.filter((row) => row.isScalar && row.estimate === 'data');
    const drivers = desk.model.rows.filter((row) => row.estimate === 'data' && !row.isScalar);
    const years = solution.inputs.years.filter(({ status }) => status === 'estimate');
    const labels = years.map(yearLabel);
    const valuesOf = (row: Row) => years.map(({ year }) => solution.value(row, year));
    return {
      textColumns: 2,
      lines: [
        { cells: ['Scalars', '', 'Value'], emphasis: 'total' },
        ...scalars.map((row) => ({
          cells: [row.label, row.unit.name, solution.inputs.textOf(row) ?? shown(row, solution.value(row))],
        })),
        { cells: ['Drivers', '', ...labels, 'source'], emphasis: 'total' },
        ...drivers.map((row) => ({
          cells: [
            row.label,
            row.unit.name,
            ...valuesOf(row).map((value) => shown(row, value)),
            provenance(context, row),
          ],
        })),
      ],
      json: {
        scalars: scalars.map((row) => ({
          id: row.id,
          label: row.label,
          unit: row.unit.name,
          value: scalarText(solution, row),
        })),
        drivers: drivers.map((row) => ({
          id: row.id,
          label: row.label,
          unit: row.unit.name,
          values: Object.fromEntries(
            inputYears(desk, row).map((year) => [yearLabel(year), plain(row, solution.value(row, year.year))]),
          ),
          source: provenance(context, row),
        })),
      },
      csv: {
        header: ['id', 'label', 'unit', 'value', ...labels],
        rows: [
          ...scalars.map((row) => [row.id, row.label, row.unit.name, scalarText(solution, row)]),
          ...drivers.map((row) => [
            row.id,
            row.label,
            row.unit.name,
            null,
            ...valuesOf(row).map((value) => plain(row, value)),
          ]),
        ],
      },
    };
  },
};

function provenance({ desk }: Context, row: Row): string {
  const source = desk.company.drivers.find(({ id }) => id === row.id)?.source;
  if (source === undefined) return '';
  const all: readonly Provenance[] = typeof source === 'string' ? [source] : Object.values(source);
  return [...new Set(all)].join(', ');
}

/** A scalar as --set and --inputs take it. */
function scalarText({ inputs }: Solution, row: Row): Cell {
  const text = inputs.textOf(row);
  const value = inputs.value(row);
  if (text !== undefined || value === undefined) return text ?? null;
  if (row.unit.kind === 'date') return isoDate(value.toNumber());
  if (row.unit.kind === 'choice') return row.unit.words![value.toNumber()]!;
  return plain(row, value);
}
