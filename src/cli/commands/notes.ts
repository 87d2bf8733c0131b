import type { Command } from './command.ts';

export const notesCommand: Command = {
  name: 'notes',
  usage: '',
  summary: "The report's own inconsistencies and weaknesses, and what each does to the target price",
  words: [0, 0],
  run({ desk }) {
    const { notes } = desk.company;
    const target = (value: number | null) => (value === null ? '' : `HK$${value.toFixed(2)}`);
    return {
      textColumns: 6,
      lines: [
        { cells: ['#', 'kind', 'target', 'where', 'printed', 'implied'], emphasis: 'total' },
        ...notes.flatMap(({ id, kind, where, printed, implied, targetPrice }) => [
          { cells: [String(id), kind, target(targetPrice), where, printed, implied] },
        ]),
      ],
      json: notes,
      csv: {
        header: ['id', 'kind', 'where', 'printed', 'implied', 'cause', 'target price HK$'],
        rows: notes.map(({ id, kind, where, printed, implied, cause, targetPrice }) => [
          id,
          kind,
          where,
          printed,
          implied,
          cause,
          targetPrice,
        ]),
      },
    };
  },
};
