import type { Arguments } from './arguments.ts';
import type { CellError } from './cell-error.ts';

/** What a function gives for one cell. Percentages are fractions, dates ISO texts. */
export type Cell = number | string | boolean | CellError;
/** A single value, or a table: rows of the same length. */
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

/** One argument of a function, as it is shown and read. */
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

/** What a function is about; the help is in this order. */
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

/** A parameter that takes a number; optional where a default is said. */
export const number = (name: string, meaning: string, defaultIs?: string): Parameter =>
  parameter(name, 'number', meaning, defaultIs === undefined ? {} : { default: defaultIs });
/** A parameter that takes a word or name; choices are offered while it is typed. */
export const text = (name: string, meaning: string, choices?: Choices, defaultIs?: string): Parameter =>
  parameter(name, 'text', meaning, {
    ...(choices && { choices }),
    ...(defaultIs !== undefined && { default: defaultIs }),
  });

/** The parameter by which a row is named. */
export const line = text(
  'line',
  'A row of the model by label or id; case, spaces and punctuation do not count',
  'lines',
);
/** The parameter for a financial year. */
export const period = (defaultIs = "the inputs' valuation year"): Parameter =>
  parameter('period', 'period', 'FY22E, FY22 or 2022', { default: defaultIs });
/** The parameter for a table's first row. */
export const headers = parameter('headers', 'flag', 'Whether the first row says what the columns are', {
  default: 'TRUE',
});
/** The parameter for an inputs table of the sheet. */
export const inputs = parameter(
  'inputs',
  'table',
  'An inputs table: rows by label or id, years and Value as column headers; a blank cell counts as omitted',
  { default: 'the published base case' },
);
