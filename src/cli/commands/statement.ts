import { yearLabel } from '../../model/financial-year.ts';
import { isHeading, rowsOf, type Statement, type StatementItem, type StatementRow } from '../../model/statement.ts';
import type { Line, Report } from '../report.ts';
import type { Solution } from '../../model/readings/solve.ts';
import type { Command } from './command.ts';
import { plain, shown, shownYears, yearLabels } from './values.ts';

export const statementCommand: Command = {
  name: 'statement',
  usage: 'NAME',
  summary: 'A statement over all years, in its own signs. Without a name, the statements there are',
  words: [0, 1],
  run({ desk, solution, words: [name] }) {
    return name === undefined
      ? listStatements(desk.model.statements)
      : showStatement(desk.model.statement(name), solution);
  },
};

function listStatements(statements: readonly Statement[]): Report {
  return {
    textColumns: 2,
    lines: statements.map(({ name, figure }) => ({ cells: [name, figureName(figure)] })),
    json: statements.map(({ name, figure }) => ({ name, figure })),
    csv: { header: ['name', 'figure'], rows: statements.map(({ name, figure }) => [name, figure]) },
  };
}

/** How people call a figure: Figure 65; Financial Summary, key ratios. */
function figureName(figure: string): string {
  if (/^\d/.test(figure)) return `Figure ${figure}`;
  const words = figure.replace(/^FS\./, 'Financial Summary, ').replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A statement as a report. A scalar stands under the first year alone for programs, and so for people. */
export function showStatement(statement: Statement, solution: Solution): Report {
  const years = shownYears(solution);
  const labels = yearLabels(solution);
  const valuesOf = (one: StatementRow) => {
    const { row, sign } = one;
    if (row.isScalar) return [solution.value(row)?.times(sign)];
    return years.map(({ year }) => solution.value(row, year)?.times(sign));
  };
  const lineOf = (one: StatementItem): Line => {
    if (isHeading(one)) return { cells: [one.heading], emphasis: 'heading' };
    return {
      cells: [one.row.label, one.row.unit.name, ...valuesOf(one).map((value) => shown(one.row, value))],
      emphasis: one.role === 'item' ? 'plain' : one.role,
    };
  };
  const rows = rowsOf(statement);
  return {
    textColumns: 2,
    before: [`${statement.name} (${figureName(statement.figure)})`],
    lines: [{ cells: ['', '', ...labels], emphasis: 'total' }, ...statement.items.map(lineOf)],
    json: {
      statement: statement.name,
      figure: statement.figure,
      rows: rows.map((one) => {
        const values = valuesOf(one).map((value) => plain(one.row, value));
        const { id, label, unit } = one.row;
        return {
          id,
          label,
          unit: unit.name,
          sign: one.sign,
          ...(one.row.isScalar
            ? { value: values[0] }
            : { values: Object.fromEntries(years.map((year, index) => [yearLabel(year), values[index]])) }),
        };
      }),
    },
    csv: {
      header: ['id', 'label', 'unit', ...labels],
      rows: rows.map((one) => [
        one.row.id,
        one.row.label,
        one.row.unit.name,
        ...valuesOf(one).map((value) => plain(one.row, value)),
      ]),
    },
  };
}
