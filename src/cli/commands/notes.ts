import { effectOn } from '../../company/effect-on.ts';
import type { ReportNote } from '../../company/company.ts';
import { figure } from '../../model/figures.ts';
import { Exact } from '../../model/inputs.ts';
import { solve } from '../../model/readings/solve.ts';
import type { Line } from '../report.ts';
import type { Command } from './command.ts';

export const notesCommand: Command = {
  name: 'notes',
  usage: '',
  summary: "The report's own inconsistencies and weaknesses, and what each does to the target price",
  words: [0, 0],
  run({ desk }) {
    const { notes } = desk.company;
    const { targetPrice } = desk.model.value;
    const base = solve(desk.model, desk.base).value(targetPrice)!;
    const changeOf = (note: ReportNote): Exact | undefined =>
      note.targetPrice === 'unknown'
        ? undefined
        : note.targetPrice === 'none'
          ? new Exact(0)
          : new Exact(note.targetPrice).minus(base);
    const effect = (note: ReportNote): string => {
      if (typeof note.targetPrice !== 'number') return effectOn(note).toString();
      const change = changeOf(note)!;
      const price = figure(new Exact(note.targetPrice), targetPrice.unit);
      return `HK$${price}, ${change.isNegative() ? '' : '+'}${figure(change, targetPrice.unit)}`;
    };
    const linesOf = (note: ReportNote): readonly Line[] => [
      { cells: [`${note.id}. ${note.where}`], emphasis: 'total' },
      ...(
        [
          ['kind', note.kind],
          ['printed', note.printed],
          ['implied', note.implied],
          ['cause', note.cause],
          ['target price', effect(note)],
        ] as const
      ).map(([head, said]): Line => ({ cells: [`    ${head.padEnd(12)}  ${said}`] })),
    ];
    return {
      textColumns: 1,
      before: [`Target price as published HK$${figure(base, targetPrice.unit)}; below, were each put right alone.`, ''],
      lines: notes.flatMap(linesOf),
      json: notes.map((note) => ({ ...note, change: changeOf(note)?.toNumber() ?? null })),
      csv: {
        header: ['id', 'kind', 'where', 'printed', 'implied', 'cause', 'target price HK$', 'change HK$'],
        rows: notes.map((note) => [
          note.id,
          note.kind,
          note.where,
          note.printed,
          note.implied,
          note.cause,
          note.targetPrice,
          changeOf(note)?.toNumber() ?? null,
        ]),
      },
    };
  },
};
