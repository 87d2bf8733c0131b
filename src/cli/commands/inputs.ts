import { differences } from '../../company/checks.ts';
import type { Provenance } from '../../company/company.ts';
import { inputYears } from '../../company/edit.ts';
import { yearLabel, type FinancialYear } from '../../model/financial-year.ts';
import type { Row } from '../../model/row.ts';
import type { Line } from '../report.ts';
import type { Command, Context } from './command.ts';
import { plain, plainScalar, shown, shownScalar, shownYears } from './values.ts';

export const inputsCommand: Command = {
  name: 'inputs',
  usage: '',
  summary: 'Scalars, drivers and changed lines, as --set and --inputs take them; --json prints an inputs file',
  words: [0, 0],
  run(context) {
    const { desk, solution } = context;
    const scalars = desk.model.rows.filter((row) => row.isScalar && row.estimate === 'data');
    const drivers = desk.model.rows.filter((row) => row.estimate === 'data' && !row.isScalar);
    const lines = changedLines(context);
    const years = shownYears(solution).filter(
      (year) => year.status === 'estimate' || [...lines.values()].some((changed) => changed.includes(year)),
    );
    const labels = years.map(yearLabel);
    const valueIn = (row: Row, year: FinancialYear, held: readonly FinancialYear[]) =>
      held.includes(year) ? solution.value(row, year.year) : undefined;
    const head = ({ id, label, unit }: Row) => ({ id, label, unit: unit.name });
    const byYear = (row: Row, held: readonly FinancialYear[]) =>
      Object.fromEntries(held.map((year) => [yearLabel(year), plain(row, solution.value(row, year.year))]));
    const lineOf = (row: Row, held: readonly FinancialYear[], source: string): Line => ({
      cells: [row.label, row.unit.name, ...years.map((year) => shown(row, valueIn(row, year, held))), source],
    });
    return {
      textColumns: 2,
      lines: [
        { cells: ['Scalars', '', 'Value'], emphasis: 'total' },
        ...scalars.map((row) => ({ cells: [row.label, row.unit.name, shownScalar(solution, row)] })),
        { cells: ['Drivers', '', ...labels, 'source'], emphasis: 'total' },
        ...drivers.map((row) => lineOf(row, inputYears(desk, row), provenance(context, row))),
        ...(lines.size === 0 ? [] : [{ cells: ['Changed lines', '', ...labels], emphasis: 'total' as const }]),
        ...[...lines].map(([row, held]) => lineOf(row, held, '')),
      ],
      json: {
        scalars: scalars.map((row) => ({ ...head(row), value: plainScalar(solution, row) })),
        drivers: drivers.map((row) => ({
          ...head(row),
          values: byYear(row, inputYears(desk, row)),
          source: provenance(context, row),
        })),
        ...(lines.size > 0 && {
          lines: [...lines].map(([row, held]) => ({ ...head(row), values: byYear(row, held) })),
        }),
      },
      csv: {
        header: ['id', 'label', 'unit', 'value', ...labels],
        rows: [
          ...scalars.map((row) => [row.id, row.label, row.unit.name, plainScalar(solution, row)]),
          ...[...drivers.map((row) => [row, inputYears(desk, row)] as const), ...lines].map(([row, held]) => [
            row.id,
            row.label,
            row.unit.name,
            null,
            ...years.map((year) => plain(row, valueIn(row, year, held))),
          ]),
        ],
      },
    };
  },
};

/** What differs from the base case beside scalars and drivers: computed lines that are overridden, and history. */
function changedLines({ desk, solution }: Context): ReadonlyMap<Row, readonly FinancialYear[]> {
  const lines = new Map<Row, FinancialYear[]>();
  for (const { row, year } of differences(desk, solution)) {
    const isListed = !year || (row.estimate === 'data' && year.status === 'estimate');
    if (!isListed) lines.set(row, [...(lines.get(row) ?? []), year]);
  }
  return lines;
}

function provenance({ desk }: Context, row: Row): string {
  const source = desk.company.drivers.find(({ id }) => id === row.id)?.source;
  if (source === undefined) return '';
  const all: readonly Provenance[] = typeof source === 'string' ? [source] : Object.values(source);
  return [...new Set(all)].join(', ');
}
