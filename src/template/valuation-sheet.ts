import { statementSheets } from './book-layout.ts';
import type { Book } from './book.ts';
import type { SheetCheck } from './checks-sheet.ts';
import { putFootballField, type FootballField } from './football-field.ts';
import type { SheetPlan } from './plan.ts';
import { timeSeriesRules } from './sheet-frame.ts';
import { statementSheet } from './statement-sheet.ts';
import { putGrids, valuationSheet } from './valuation-grids.ts';

export type ValuationSheet = {
  readonly sheet: SheetPlan;
  readonly checks: readonly SheetCheck[];
  readonly footballField: FootballField['chart'];
};

/** Valuation: the statement, native grids whose middle is held to it, and the football field. */
export function makeValuationSheet(book: Book): ValuationSheet {
  const below = Math.max(...book.statementLines.get(valuationSheet)!.map(({ line }) => line)) + 2;
  let checks: readonly SheetCheck[] = [];
  let footballField: FootballField['chart'] | undefined;
  const sheet = statementSheet(
    book,
    statementSheets.find(({ name }) => name === valuationSheet)!,
    (cells) => {
      const grids = putGrids(cells, book, below);
      const field = putFootballField(cells, book, grids.lastLine + 2);
      ({ checks } = grids);
      footballField = field.chart;
      const rules = timeSeriesRules(book, valuationSheet, ['actual', ...grids.inputs, ...field.inputs]);
      return {
        rules: {
          ...rules,
          irregular: [...(rules.irregular ?? []), grids.body, ...field.irregular],
          lookAhead: grids.axes,
        },
      };
    },
  );
  const onPaper = { ...sheet, print: { ...sheet.print, breaks: [below] } };
  return { sheet: onPaper, checks, footballField: footballField! };
}
