import { companyForFunctions } from '../company/company-for-functions.ts';
import { operatingModel, type OperatingModel } from '../company/operating-model.ts';
import type { Inputs } from '../model/inputs.ts';
import { solve, type Solution } from '../model/readings/solve.ts';
import type { Row } from '../model/row.ts';
import type { Raw } from './cell-value.ts';
import { readInputsTable } from './inputs-table.ts';
import { notAvailable } from './cell-error.ts';
import type { Cell } from './function-spec.ts';
import { yearLabel } from '../model/financial-year.ts';

/** A case of the model: its inputs, solved. */
export type Case = { readonly desk: OperatingModel; readonly inputs: Inputs; readonly solution: Solution };

export type Table = readonly (readonly Raw[])[];

/** A range as rows of cells, whatever a caller hands over as one. */
export const asTable = (raw: readonly Raw[]): Table => (raw.every(Array.isArray) ? (raw as Table) : [raw]);

/** How many tables are remembered: more than the cases that a desk compares side by side. */
const remembered = 40;
const tables: { readonly id: number; readonly cells: Table; solved?: Case }[] = [];
let lastId = 0;

let desk: OperatingModel | undefined;
let base: Case | undefined;

/** The model with the company's data; made at the first call, since a page may load and never calculate. */
export const theDesk = (): OperatingModel => (desk ??= operatingModel(companyForFunctions));

/** The published base case, solved once. */
export function baseCase(): Case {
  if (base) return base;
  const { model, base: inputs } = theDesk();
  return (base = { desk: theDesk(), inputs, solution: solve(model, inputs) });
}

/**
 * A number for what a table holds: the same content has the same number while it is remembered. Excel hands over a new
 * copy at every call; comparing it with the last ones is far quicker than reading it.
 */
export const tableId = (cells: Table): number => remember(cells).id;

/** The case of an inputs table. Refuses what it cannot use, naming the row. */
export function caseOfTable(cells: Table, name: string): Case {
  const table = remember(cells);
  if (table.solved) return table.solved;
  const inputs = readInputsTable(theDesk(), cells, name);
  return (table.solved = { desk: theDesk(), inputs, solution: solve(theDesk().model, inputs) });
}

function remember(cells: Table) {
  const place = tables.findIndex((table) => sameCells(table.cells, cells));
  // A copy, since a caller may change its own.
  const found = place < 0 ? { id: ++lastId, cells: cells.map((row) => [...row]) } : tables[place]!;
  if (place > 0) tables.splice(place, 1);
  if (place !== 0) tables.unshift(found);
  if (tables.length > remembered) tables.pop();
  return found;
}

function sameCells(a: Table, b: Table): boolean {
  if (a.length !== b.length) return false;
  for (let row = 0; row < a.length; row++) {
    const [left, right] = [a[row]!, b[row]!];
    if (left.length !== right.length) return false;
    for (let column = 0; column < left.length; column++) if (!Object.is(left[column], right[column])) return false;
  }
  return true;
}

/** A row's value as a cell holds it: a percentage as a fraction, a rating by its word, no meaning as #N/A. */
export function cellOf({ solution }: Case, row: Row, year?: number, sign: 1 | -1 = 1): Cell {
  const text = solution.inputs.textOf(row);
  if (text !== undefined) return text;
  const value = solution.value(row, year);
  const at = row.isScalar || year === undefined ? '' : ` ${labelOf(solution, year)}`;
  if (value === undefined) return notAvailable(`${row.label}${at} has no data that far back.`);
  if (value.isNaN()) return notAvailable(`${row.label}${at} has no meaning here: ${row.otherwise}.`);
  if (row.unit.words) return row.unit.words[value.toNumber()]!;
  return value.times(sign).toNumber() + 0;
}

const labelOf = ({ plan }: Solution, year: number): string =>
  yearLabel(plan.years.find((one) => one.year === year) ?? { year, status: 'actual' });
