import type { Place } from '../workbook-port.ts';

/** A figure with what it is. */
export type ExplainedFigure = { readonly label: string; readonly text: string };

/** Something that the explained cell rests on: where it stands, if it stands in the workbook. */
export type Support = ExplainedFigure & { readonly place?: Place & { readonly sheetName: string } };

/** What is to be said of a cell. */
export type Explanation = {
  readonly kind: 'row' | 'input' | 'function' | 'sheet';
  readonly place: Place & { readonly sheetName: string };
  /** What the cell is: Revenue FY22E. */
  readonly title: string;
  /** In sentences, the most important first. */
  readonly sentences: readonly string[];
  /** Figures of the cell itself: shown, exact, printed. */
  readonly figures: readonly ExplainedFigure[];
  /** What it rests on directly. */
  readonly restsOn: readonly Support[];
};

/** An explanation, or a sentence why there is none. */
export type Explained =
  { readonly explanation: Explanation } | { readonly explanation: undefined; readonly sentence: string };

/**
 * An explanation as plain text: title, sentences, figures, and what it rests on with its place.
 *
 * @example explanationText(await explainCell(port, desk))
 */
export function explanationText(explained: Explained): string {
  if (!explained.explanation) return explained.sentence;
  const { title, sentences, figures, restsOn } = explained.explanation;
  const line = ({ label, text, place }: Support) =>
    `${label}: ${text}${place ? ` (${place.sheetName}!${place.range})` : ''}`;
  return [
    title,
    ...sentences,
    ...figures.map(line),
    ...(restsOn.length > 0 ? ['Rests on:', ...restsOn.map(line)] : []),
  ].join('\n');
}
