import { yearLabel } from '../../model/financial-year.ts';
import { parsePeriod } from '../../model/period.ts';
import { InputError } from '../../model/input-error.ts';
import type { Command } from './command.ts';
import { plain, plainScalar, shown, shownScalar, shownYears } from './values.ts';

export const lineCommand: Command = {
  name: 'line',
  usage: 'LINE [PERIOD]',
  summary: "A line, driver or scalar by id or label, in the row's own sign; without a period over all years",
  words: [1, 2],
  run({ desk, solution, words: [name, period] }) {
    const row = desk.model.row(name!);
    const { label, unit, id, figure, sign } = row;
    const known = { id, label, unit: unit.name, sign, figure };
    if (row.isScalar) {
      if (period !== undefined) throw new InputError(`${label} has one value, not one by year.`);
      const answer = plainScalar(solution, row);
      return {
        textColumns: 2,
        lines: [{ cells: [label, unit.name, shownScalar(solution, row)] }],
        json: { ...known, value: answer },
        csv: { header: ['id', 'label', 'unit', 'value'], rows: [[id, label, unit.name, answer]] },
      };
    }
    const all = shownYears(solution);
    const years = period === undefined ? all : [parsePeriod(period, solution.inputs.years)];
    const values = years.map(({ year }) => solution.value(row, year));
    if (period !== undefined && values[0] === undefined) {
      const filled = all.filter(({ year }) => solution.value(row, year) !== undefined).map(yearLabel);
      throw new InputError(`${label} has no value in ${yearLabel(years[0]!)}. It has one in ${filled.join(', ')}.`);
    }
    const labels = years.map(yearLabel);
    return {
      textColumns: 2,
      lines: [
        { cells: ['', '', ...labels], emphasis: 'total' },
        { cells: [label, unit.name, ...values.map((value) => shown(row, value))] },
      ],
      json: {
        ...known,
        values: Object.fromEntries(labels.map((one, index) => [one, plain(row, values[index])])),
      },
      csv: {
        header: ['id', 'label', 'unit', ...labels],
        rows: [[id, label, unit.name, ...values.map((value) => plain(row, value))]],
      },
    };
  },
};
