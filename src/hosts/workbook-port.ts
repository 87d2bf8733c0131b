import type { ColourScheme } from '../template/colour-scheme.ts';
import type { SheetPlan } from '../template/plan.ts';

export type SheetRef = { readonly id: string; readonly name: string };

/** A name of the workbook, with what it stands for as a formula: ='Live'!$A$1:$K$84, or ="a text". */
export type NameRef = { readonly name: string; readonly formula: string };

export type WorkbookView = {
  /** From left to right. */
  readonly sheets: readonly (SheetRef & { readonly isProtected: boolean })[];
  readonly names: readonly (NameRef & { readonly comment?: string; readonly isHidden?: boolean })[];
  /** Whether sheets may not be added and removed. */
  readonly isProtected: boolean;
  /** The sheet that the user sees. */
  readonly activeSheetId: string;
};

/** Where new sheets go among those there are. */
export type SheetsPlace = 'first' | 'after the active sheet' | 'last';

/** A sheet that is there, and what is to stand on it. */
export type SheetToWrite = { readonly id: string; readonly plan: SheetPlan };

/** A rectangle of a sheet, such as B2:D4. */
export type Place = { readonly sheetId: string; readonly range: string };

/** What a cell holds or comes to: a formula with its equals sign, an error by its code, a blank as an empty text. */
export type CellContent = string | number | boolean;

/** Cells as they are: row and column of the first, what was typed into each, and what each comes to. */
export type CellsRead = {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly formulas: readonly (readonly CellContent[])[];
  readonly values: readonly (readonly CellContent[])[];
};

/** What is typed into a rectangle, cell by cell; null leaves a cell alone, an empty text empties it. */
export type Entry = Place & { readonly cells: readonly (readonly (CellContent | null)[])[] };

/** The colours of the workbook's own theme, six hexadecimal digits each. */
export type ThemeColours = {
  readonly text: string;
  /** The six accents, in order. */
  readonly accents: readonly string[];
};

/** Ends a watch. */
export type Unwatch = () => Promise<void>;

/**
 * What a spreadsheet must do for a model to live in it. Each call is one exchange with the spreadsheet; one that fails may
 * have done part of its work, which remove undoes.
 */
export interface WorkbookPort {
  /** What this spreadsheet cannot do, in sentences: the model goes without. */
  readonly lacking: readonly string[];
  look(): Promise<WorkbookView>;
  /** Adds empty sheets, and stops calculation until finish. */
  addSheets(names: readonly string[], where: SheetsPlace): Promise<readonly SheetRef[]>;
  /** Fills sheets with cells, looks and all else that the plan says. */
  write(sheets: readonly SheetToWrite[], scheme: ColourScheme): Promise<void>;
  addNames(names: readonly (NameRef & { readonly comment?: string; readonly isHidden?: boolean })[]): Promise<void>;
  /** Calculates all, once, and shows a sheet. */
  finish(sheetId: string): Promise<void>;
  /** Removes sheets and names, those that are gone already included, and calculates again as before. */
  remove(what: { readonly sheets: readonly string[]; readonly names: readonly string[] }): Promise<void>;
  /** Gives sheets other names; references follow. */
  renameSheets(sheets: readonly SheetRef[]): Promise<void>;
  /** The cells of rectangles, or of whole sheets as far as they are used; a sheet without a filled cell gives none. */
  read(what: readonly (Place | { readonly sheetId: string })[]): Promise<readonly CellsRead[]>;
  /** Types into cells, all at once. Text that must stay text comes with an apostrophe before it: see asText. */
  enter(entries: readonly Entry[]): Promise<void>;
  /** What the user has selected; of several areas the first. */
  selected(): Promise<Place & { readonly sheetName: string }>;
  /** Goes to a place and selects it. */
  show(place: Place): Promise<void>;
  /** Tells of every other selection of the user. */
  watchSelection(told: () => void): Promise<Unwatch>;
  /** Tells of every change of cells, typed or calculated. */
  watchCells(told: () => void): Promise<Unwatch>;
  /** Texts that the workbook keeps for us, by key, and travel with it; undefined where there is none. */
  kept(keys: readonly string[]): Promise<readonly (string | undefined)[]>;
  /** Keeps texts with the workbook; undefined forgets one. */
  keep(texts: Readonly<Record<string, string | undefined>>): Promise<void>;
  /** The theme's colours, where the spreadsheet tells. */
  themeColours(): Promise<ThemeColours | undefined>;
  /** Hands a new workbook to the user: opened beside this one, or as a file of that name. */
  openWorkbook(xlsx: Uint8Array, fileName: string): Promise<void>;
}

/** Why a spreadsheet would not: in a sentence that says what to do. */
export class WorkbookError extends Error {}
