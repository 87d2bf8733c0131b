import type { Cell, FunctionSpec, Result } from '../../functions/index.ts';

/** What is filled into the fields of a function, by the name of the argument. */
export type Filled = Readonly<Record<string, string>>;

const numeric = /^-?\d+(\.\d+)?(e[+-]?\d+)?%?$/i;

/** An argument as callFunction takes it: numbers as numbers, percentages as fractions, a blank as omitted. */
export function argumentOf(text: string): string | number | boolean | null {
  const said = text.trim();
  if (said === '') return null;
  if (/^(true|false)$/i.test(said)) return said.toLowerCase() === 'true';
  if (!numeric.test(said)) return said;
  return said.endsWith('%') ? Number(said.slice(0, -1)) / 100 : Number(said);
}

/**
 * The call as a formula, without the arguments omitted at its end.
 *
 * @example formulaOf('ST.EVSALES', spec, { period: 'FY22E' }) // =ST.EVSALES("FY22E")
 */
export function formulaOf(name: string, { parameters }: Pick<FunctionSpec, 'parameters'>, filled: Filled): string {
  const written = parameters.map(({ name: key, kind }) => {
    const said = (filled[key] ?? '').trim();
    if (said === '' || kind === 'table') return said;
    const value = argumentOf(said);
    return typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : said.toUpperCase();
  });
  while (written.at(-1) === '') written.pop();
  return `=${name}(${written.join(',')})`;
}

/** A result as rows of cells. */
export const rowsOf = (result: Result): readonly (readonly Cell[])[] =>
  Array.isArray(result) ? (result as readonly (readonly Cell[])[]) : [[result as Cell]];
