import {
  reconcile,
  reconcileFacts,
  reconcileWords,
  type ReconciledFact,
  type ReconciledWord,
} from '../../company/reconcile.ts';
import type { Command } from './command.ts';

export const reconcileCommand: Command = {
  name: 'reconcile',
  usage: '[--figure 65]',
  summary: 'Every printed figure of the report against the model; exit code 1 if one is off',
  words: [0, 0],
  options: ['figure'],
  run({ desk, solution, figure }) {
    const cells = reconcile(desk, solution, figure);
    const wordCells = reconcileWords(desk, solution, figure);
    const facts = figure === undefined ? reconcileFacts(desk, solution) : [];
    const off = cells.filter(({ within }) => !within);
    const figures = [...new Set([...cells, ...wordCells].map((cell) => cell.figure))];
    const counted = figures.map((one) => {
      const ofFigure = cells.filter((cell) => cell.figure === one);
      return [one, ofFigure.filter(({ within }) => within).length, ofFigure.length] as const;
    });
    const total = cells.length - off.length;
    const offWords = wordCells.filter(({ within }) => !within).map(wordLine);
    const offFacts = facts
      .filter(({ fact, within }) => !within && !fact.reportError)
      .map((one) => `OFF  ${factText(one)}`);
    return {
      textColumns: 1,
      lines: [
        { cells: ['Figure', 'within', 'of'], emphasis: 'total' },
        ...counted.map(([one, within, of]) => ({
          cells: [one, String(within), String(of)],
          emphasis: within === of ? ('plain' as const) : ('bad' as const),
        })),
        { cells: ['All figures', String(total), String(cells.length)], emphasis: 'total' },
      ],
      after: [
        ...off.map(
          ({ figure: where, row, column, computed, printed, tolerance }) =>
            `OFF  ${where}, ${row}, ${column}: printed ${printed} (to ${tolerance}), computed ${computed.toFixed(3)}`,
        ),
        ...wordsSummary(wordCells),
        ...factsSummary(facts),
      ],
      json: cells.map(({ figure: where, row, column, computed, printed, tolerance, within }) => ({
        figure: where,
        row,
        column,
        computed: computed.isNaN() ? null : computed.toNumber(),
        printed,
        tolerance,
        within,
      })),
      csv: {
        header: ['figure', 'row', 'column', 'computed', 'printed', 'tolerance', 'within'],
        rows: cells.map((cell) => [
          cell.figure,
          cell.row,
          cell.column,
          cell.computed.isNaN() ? null : cell.computed.toNumber(),
          cell.printed,
          cell.tolerance,
          cell.within ? 'yes' : 'no',
        ]),
      },
      aside: [...offWords, ...offFacts],
      exitCode: off.length + offWords.length + offFacts.length > 0 ? 1 : 0,
    };
  },
};

const wordLine = ({ figure, row, column, printed, computed }: ReconciledWord): string =>
  `OFF  ${figure}, ${row}, ${column}: printed ${printed}, computed ${computed}`;

function wordsSummary(cells: readonly ReconciledWord[]): readonly string[] {
  if (cells.length === 0) return [];
  const off = cells.filter(({ within }) => !within);
  return [
    ...off.map(wordLine),
    `Cells that print a word (n.a., net cash): ${cells.length - off.length} of ${cells.length}.`,
  ];
}

const factText = ({ fact, computed }: ReconciledFact): string =>
  `${fact.where}: printed ${fact.printed}, computed ${computed.toFixed(2)}`;

function factsSummary(facts: readonly ReconciledFact[]): readonly string[] {
  if (facts.length === 0) return [];
  const off = facts.filter(({ within }) => !within);
  return [
    `Numbers in the text, the rating box and the stock data: ${facts.length - off.length} of ${facts.length}.`,
    ...off.map((one) => {
      const { reportError } = one.fact;
      return reportError ? `  ${factText(one)} (the report's own error: ${reportError})` : `OFF  ${factText(one)}`;
    }),
  ];
}
