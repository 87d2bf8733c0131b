import { parseRange } from './address.ts';
import { statementSheets, valuationSheet } from './book-layout.ts';
import type { Book } from './book.ts';
import type { SheetCheck } from './checks-sheet.ts';
import { putFootballField, type FootballField } from './football-field.ts';
import type { SheetPlan } from './plan.ts';
import { timeSeriesRules } from './sheet-frame.ts';
import { statementSheet } from './statement-sheet.ts';
import { putTargetMultiples } from './target-multiples.ts';
import { putGrids } from './valuation-grids.ts';
import { putYearGridCheck } from './year-grid-check.ts';

type ValuationSheet = {
  readonly sheet: SheetPlan;
  readonly checks: readonly SheetCheck[];
  readonly footballField: FootballField['chart'];
};

/** Valuation: the statement, multiples at the target, native grids whose middle is held to it, the football field. */
export function makeValuationSheet(book: Book): ValuationSheet {
  const below = Math.max(...book.statementLines.get(valuationSheet)!.map(({ line }) => line)) + 2;
  let checks: readonly SheetCheck[] = [];
  let footballField: FootballField['chart'] | undefined;
  const sheet = statementSheet(
    book,
    statementSheets.find(({ name }) => name === valuationSheet)!,
    (cells) => {
      const multiples = putTargetMultiples(cells, book, below);
      const gridsLine = multiples.lastLine + 2;
      const grids = putGrids(cells, book, gridsLine);
      const fieldLine = grids.lastLine + 2;
      const field = putFootballField(cells, book, fieldLine);
      checks = [...grids.checks, putYearGridCheck(cells, book, grids.axes.at(-1)!, grids.lastLine)];
      footballField = field.chart;
      const rules = timeSeriesRules(book, valuationSheet, ['actual']);
      return {
        plan: {
          rules: {
            ...rules,
            irregular: [...(rules.irregular ?? []), multiples.irregular, grids.body, ...field.irregular],
            lookAhead: grids.axes,
          },
        },
        // The heading of a grid stands above its axis.
        pageBlocks: [below, gridsLine, ...grids.axes.map((axis) => parseRange(axis).top - 1), fieldLine],
      };
    },
  );
  return { sheet, checks, footballField: footballField! };
}
