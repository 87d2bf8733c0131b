import type { SheetKind } from './colour-scheme.ts';
import type { CellValue, SheetRules } from './plan.ts';
import type { Role } from './style-name.ts';

/** A cell as the lint sees it, planned or read from a workbook. Without formula and value it is a blank. */
export type LintCell = { readonly formula?: string; readonly value?: CellValue; readonly role?: Role };

export type LintSheet = {
  readonly name: string;
  readonly rules: SheetRules;
  readonly kind?: SheetKind;
  /** Cells by address. */
  readonly cells: ReadonlyMap<string, LintCell>;
  readonly widths?: readonly number[];
  /** Merged ranges, and rows and columns out of sight, as references. */
  readonly merged?: readonly string[];
  readonly hidden?: readonly string[];
  /** Whether the sheet itself is out of sight. */
  readonly isHidden?: boolean;
};

export type LintWorkbook = {
  readonly sheets: readonly LintSheet[];
  /** Names with what they refer to, as the workbook writes it. */
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
  /** Where charts and links of a sheet point. */
  readonly pointers: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly from: string;
    readonly refersTo: string;
  }[];
  /** Whether every cell that holds something, even if only a blank to fill in, is known. */
  readonly complete: boolean;
};

type Rule =
  | 'formula'
  | 'one-formula'
  | 'constant'
  | 'function'
  | 'hidden-error'
  | 'unit'
  | 'input'
  | 'typed-number'
  | 'columns'
  | 'merged'
  | 'hidden'
  | 'name'
  | 'reference'
  | 'empty-reference'
  | 'later-year';

/** Something wrong with a workbook, and where. */
export type Finding = {
  readonly severity: 'error' | 'warning';
  readonly sheet: string;
  /** The cell or range; empty where the sheet as a whole is meant. */
  readonly cell: string;
  readonly rule: Rule;
  readonly message: string;
};

/** Says what is wrong with a sheet; the workbook is known to the check. */
export type Report = (cell: string, rule: Rule, message: string, severity?: Finding['severity']) => void;
