import type { Arguments } from './arguments.ts';
import type { CellError } from './cell-error.ts';

export type Cell = number | string | boolean | CellError;
export type Result = Cell | readonly (readonly Cell[])[];

/** Lists of words that an argument takes, offered while typing. */
export type Choices =
  | 'lines'
  | 'statements'
  | 'items'
  | 'segments'
  | 'measures'
  | 'bases'
  | 'cashBases'
  | 'currencies'
  | 'multiples'
  | 'figures'
  | 'outputs';

export type Parameter = {
  readonly name: string;
  readonly meaning: string;
  /** A table is a range; all else is a single cell. */
  readonly kind: 'number' | 'text' | 'period' | 'flag' | 'table';
  readonly optional: boolean;
  /** What an omitted argument stands for. */
  readonly default?: string;
  readonly choices?: Choices;
};

export type Family = 'Model' | 'Growth and mix' | 'Working capital' | 'Valuation';

/** A function as everything else knows it: metadata, help page, pane, command line and the cell. */
export type FunctionSpec = {
  readonly id: string;
  readonly family: Family;
  /** What it gives, in a sentence. */
  readonly gives: string;
  readonly parameters: readonly Parameter[];
  readonly result: 'number' | 'text' | 'table' | 'number or row' | 'number or table';
  /** A call, and what it gives in the published base case. */
  readonly example: { readonly call: string; readonly gives: string };
  /** When it gives an error, and which. */
  readonly errors: readonly string[];
  readonly run: (take: Arguments) => Result;
};

const parameter = (
  name: string,
  kind: Parameter['kind'],
  meaning: string,
  more: Partial<Pick<Parameter, 'optional' | 'default' | 'choices'>> = {},
): Parameter => ({ name, kind, meaning, optional: more.default !== undefined, ...more });

export const number = (name: string, meaning: string, defaultIs?: string): Parameter =>
  parameter(name, 'number', meaning, defaultIs === undefined ? {} : { default: defaultIs });
export const text = (name: string, meaning: string, choices?: Choices, defaultIs?: string): Parameter =>
  parameter(name, 'text', meaning, {
    ...(choices && { choices }),
    ...(defaultIs !== undefined && { default: defaultIs }),
  });

export const line = text(
  'line',
  'A row of the model by label or id; case, spaces and punctuation do not count',
  'lines',
);
export const period = (defaultIs = "the inputs' valuation year"): Parameter =>
  parameter('period', 'period', 'FY22E, FY22 or 2022', { default: defaultIs });
export const headers = parameter('headers', 'flag', 'Whether the first row says what the columns are', {
  default: 'TRUE',
});
export const inputs = parameter(
  'inputs',
  'table',
  'An inputs table: rows by label or id, years and Value as column headers; a blank cell counts as omitted',
  { default: 'the published base case' },
);
