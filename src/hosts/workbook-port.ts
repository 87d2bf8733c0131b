import type { ColourScheme } from '../template/colour-scheme.ts';
import type { SheetPlan } from '../template/plan.ts';

export type SheetRef = { readonly id: string; readonly name: string };

/** A name of the workbook, with what it stands for as a formula: ='Live'!$A$1:$K$84, or ="a text". */
export type NameRef = { readonly name: string; readonly formula: string };

export type WorkbookView = {
  readonly sheets: readonly SheetRef[];
  readonly names: readonly NameRef[];
  /** Whether sheets may be added and removed. */
  readonly isProtected: boolean;
};

/** A sheet that is there, and what is to stand on it. */
export type SheetToWrite = { readonly id: string; readonly plan: SheetPlan };

/**
 * What a spreadsheet must do for a model to live in it. Each call is one exchange with the spreadsheet; one that fails may
 * have done part of its work, which remove undoes.
 */
export interface WorkbookPort {
  /** What this spreadsheet cannot do, in sentences: the model goes without. */
  readonly lacking: readonly string[];
  look(): Promise<WorkbookView>;
  /** Adds empty sheets after those there are, and stops calculation until finish. */
  addSheets(names: readonly string[]): Promise<readonly SheetRef[]>;
  /** Fills sheets with cells, looks and all else that the plan says. */
  write(sheets: readonly SheetToWrite[], scheme: ColourScheme): Promise<void>;
  addNames(names: readonly (NameRef & { readonly comment?: string })[]): Promise<void>;
  /** Calculates all, once, and shows a sheet. */
  finish(sheetId: string): Promise<void>;
  /** Removes sheets and names, those that are gone already included, and calculates again as before. */
  remove(what: { readonly sheets: readonly string[]; readonly names: readonly string[] }): Promise<void>;
}

/** Why a spreadsheet would not: in a sentence that says what to do. */
export class WorkbookError extends Error {}
