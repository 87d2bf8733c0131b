import { normalise } from '../model/definitions.ts';
import type { FinancialYear } from '../model/financial-year.ts';
import { InputError } from '../model/input-error.ts';
import { Exact } from '../model/inputs.ts';
import { nearest } from '../model/nearest.ts';
import { parsePeriod } from '../model/period.ts';
import type { Solution } from '../model/readings/solve.ts';
import type { Row } from '../model/row.ts';
import type { PublishedFact, PublishedTable } from './company.ts';
import { toPoints, type OperatingModel } from './operating-model.ts';
import { publishedCell } from './published-cell.ts';

/** A printed number beside what the model computes, both in the unit and sign printed. */
export type Reconciled = {
  readonly figure: string;
  readonly row: string;
  readonly column: string;
  /** The year that the column stands for. */
  readonly year: FinancialYear;
  readonly line: Row;
  /** Unrounded; NaN where the model has no such figure. */
  readonly computed: Exact;
  readonly printed: number;
  readonly tolerance: number;
  readonly within: boolean;
};

/** A printed word, such as n.a. or net cash, beside the word that the model gives. */
export type ReconciledWord = {
  readonly figure: string;
  readonly row: string;
  readonly column: string;
  readonly computed: string;
  readonly printed: string;
  readonly within: boolean;
};

/** A number of the report's text beside what the model computes. */
export type ReconciledFact = { readonly fact: PublishedFact; readonly computed: Exact; readonly within: boolean };

/**
 * Every printed number of the report's tables, cell by cell, against the model. Inclusive at half a unit of the last
 * printed digit, compared in decimal.
 *
 * @param figure One figure only, such as "65" or "FS.key_ratios" (or "summary-key-ratios").
 * @throws InputError for a figure that is not among the tables.
 */
export function reconcile(desk: OperatingModel, solution: Solution, figure?: string): readonly Reconciled[] {
  return cells(desk, solution, figure).flatMap(({ table, row, column, year, line, value, text }) => {
    const printed = publishedCell(text);
    if (!printed) return [];
    const computed = value ?? new Exact(NaN);
    const within = computed.minus(printed.value).abs().lte(printed.tolerance);
    return [
      {
        figure: table.figure,
        row,
        column,
        year,
        line,
        computed,
        printed: printed.value,
        tolerance: printed.tolerance,
        within,
      },
    ];
  });
}

/** The printed cells that hold a word (n.a., net cash), compared as text. */
export function reconcileWords(desk: OperatingModel, solution: Solution, figure?: string): readonly ReconciledWord[] {
  return cells(desk, solution, figure).flatMap(({ table, row, column, line, value, text }) => {
    if (publishedCell(text)) return [];
    const computed = value === undefined ? 'no data' : value.isNaN() ? line.otherwise : value.toString();
    return [{ figure: table.figure, row, column, computed, printed: text, within: computed === text }];
  });
}

/** The numbers of the report's text, rating box and stock data that the model computes. */
export const reconcileFacts = (desk: OperatingModel, solution: Solution): readonly ReconciledFact[] =>
  desk.company.facts.map((fact) => {
    const computed = factValue(desk, solution, fact);
    return { fact, computed, within: computed.minus(fact.value).abs().lte(fact.tolerance) };
  });

function* cellsOf(desk: OperatingModel, solution: Solution, table: PublishedTable) {
  const years = table.columns.map((column) => parsePeriod(column, solution.inputs.years));
  for (const { row, line: id, sign = 1, printed } of table.rows) {
    if (id === undefined) continue;
    const line = desk.model.row(id);
    for (const [index, text] of printed.entries()) {
      if (text === null) continue;
      const year = years[index]!;
      const value = solution.value(line, year.year);
      const column = table.columns[index]!;
      yield { table, row, column, year, line, text, value: value && toPoints(line, value).times(sign) };
    }
  }
}

const cells = (desk: OperatingModel, solution: Solution, figure?: string) =>
  tables(desk, figure).flatMap((table) => [...cellsOf(desk, solution, table)]);

/** The printed tables, or the one of a figure by either of its names. */
export function tables({ company }: OperatingModel, figure?: string): readonly PublishedTable[] {
  if (figure === undefined) return company.published;
  const wanted = normalise(figure);
  const found = company.published.filter((table) =>
    [table.figure, table.file, `figure ${table.figure}`].some((name) => normalise(name) === wanted),
  );
  if (found.length > 0) return found;
  const names = company.published.map((table) => table.figure);
  throw new InputError(
    `There is no figure "${figure}". ${nearest(figure, names)} The figures are ${names.join(', ')}.`,
  );
}

function factValue(desk: OperatingModel, solution: Solution, { as }: PublishedFact): Exact {
  const valuationYear = solution.value(desk.model.market.valuationYear)!.toNumber();
  const read = (id: string, year: number = valuationYear) => {
    const row = desk.model.row(id);
    return { row, value: solution.value(row, year) ?? new Exact(NaN) };
  };
  const addUp = (ids: readonly string[], year?: number) =>
    ids.reduce((sum, id) => sum.plus(read(id, year).value), new Exact(0));
  switch (as.kind) {
    case 'value': {
      const { row, value } = read(as.line, as.year);
      return toPoints(row, value)
        .times(as.sign ?? 1)
        .times(as.scale ?? 1);
    }
    case 'cagr': {
      const growth = read(as.line, as.to).value.div(read(as.line, as.from).value);
      return growth
        .pow(new Exact(1).div(as.to - as.from))
        .minus(1)
        .times(100);
    }
    case 'change':
      return read(as.line, as.to)
        .value.div(read(as.line, as.from).value)
        .minus(1)
        .times(100)
        .times(as.sign ?? 1);
    case 'ratio':
      return addUp(as.of, as.year)
        .minus(addUp(as.less ?? [], as.year))
        .div(read(as.to, as.year).value)
        .times(100);
  }
}
