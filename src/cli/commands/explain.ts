import { InputError } from '../../model/input-error.ts';
import { parsePeriod } from '../../model/period.ts';
import { words } from '../../model/readings/words.ts';
import type { Command } from './command.ts';

export const explainCommand: Command = {
  name: 'explain',
  usage: 'LINE PERIOD',
  summary: "How a figure is computed, in words with that year's numbers. A scalar needs no period",
  words: [1, 2],
  run({ desk, solution, words: [name, period] }) {
    const row = desk.model.row(name!);
    if (!row.isScalar && period === undefined)
      throw new InputError(`${row.label} needs a period, such as FY22E: st-model explain "${row.label}" FY22E.`);
    if (row.isScalar && period !== undefined) throw new InputError(`${row.label} has one value, not one by year.`);
    const year = period === undefined ? undefined : parsePeriod(period, solution.inputs.years).year;
    const text = words(solution, row, year);
    return {
      textColumns: 1,
      lines: [{ cells: [text] }],
      json: { id: row.id, label: row.label, words: text },
      csv: { header: ['id', 'words'], rows: [[row.id, text]] },
    };
  },
};
