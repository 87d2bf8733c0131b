import { differences } from '../../company/checks.ts';
import { yearLabel } from '../../model/financial-year.ts';
import { figure } from '../../model/figures.ts';
import { solve } from '../../model/readings/solve.ts';
import type { Command } from './command.ts';
import { plain, shown } from './values.ts';

export const diffCommand: Command = {
  name: 'diff',
  usage: '',
  summary: 'What differs from the base case, and what each change alone does to the target price',
  words: [0, 0],
  run({ desk, solution }) {
    const { targetPrice } = desk.model.value;
    const priceOf = (inputs: typeof desk.base) => solve(desk.model, inputs).value(targetPrice)!;
    const baseCase = solve(desk.model, desk.base);
    const base = baseCase.value(targetPrice)!;
    const now = solution.value(targetPrice)!;
    const changes = differences(desk, solution).map(({ row, year, from, to }) => ({
      row,
      period: year ? yearLabel(year) : '',
      // A line that is computed in the base case has no input there.
      from: from ?? baseCase.value(row, year?.year),
      to,
      effect: priceOf(desk.base.with([{ row, year: year?.year, value: to }])).minus(base),
    }));
    const price = (value: typeof base) => figure(value, targetPrice.unit);
    const together = now.minus(base);
    return {
      textColumns: 2,
      before: changes.length === 0 ? ['Nothing differs from the published base case.'] : [],
      lines: [
        ...(changes.length === 0
          ? []
          : [{ cells: ['Change', '', 'base', 'now', 'target HK$'], emphasis: 'total' as const }]),
        ...changes.map(({ row, period, from, to, effect }) => ({
          cells: [row.label, period, shown(row, from), shown(row, to), price(effect)],
        })),
      ],
      after: [`Target price: HK$${price(base)} in the base case, HK$${price(now)} now (${price(together)} together).`],
      json: {
        changes: changes.map(({ row, period, from, to, effect }) => ({
          id: row.id,
          label: row.label,
          period,
          unit: row.unit.name,
          from: plain(row, from),
          to: plain(row, to),
          effect: effect.toNumber(),
        })),
        targetPrice: { base: base.toNumber(), now: now.toNumber(), effect: together.toNumber() },
      },
      csv: {
        header: ['id', 'label', 'period', 'unit', 'from', 'to', 'effect on target price HK$'],
        rows: changes.map(({ row, period, from, to, effect }) => [
          row.id,
          row.label,
          period,
          row.unit.name,
          plain(row, from),
          plain(row, to),
          effect.toNumber(),
        ]),
      },
    };
  },
};
