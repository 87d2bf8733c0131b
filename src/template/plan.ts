import type { SheetKind } from './colour-scheme.ts';
import type { ChartPlan } from './chart-plan.ts';
import type { FormatName } from './number-formats.ts';
import type { PrintPlan } from './print-plan.ts';
import type { StyleName } from './style-name.ts';
import type { ConditionalLook } from './styles.ts';

/** The errors that a cell can hold. */
export type ErrorCode = '#N/A' | '#DIV/0!' | '#VALUE!' | '#REF!' | '#NAME?' | '#NUM!' | '#NULL!';

/** What a cell holds: dates as year-month-day, never a number that a reader would have to know is a date. */
export type CellValue =
  number | string | boolean | { readonly date: `${number}-${number}-${number}` } | { readonly error: ErrorCode };

/** A constant. Text stays text, whatever it begins with. */
export type ConstantCell = { readonly value: CellValue; readonly style?: StyleName };

/** A formula without its equals sign, in A1 references, and the value it had when the plan was made. */
export type FormulaCell = { readonly formula: string; readonly cached?: CellValue; readonly style?: StyleName };

/** Nothing but a look. */
type BlankCell = { readonly style: StyleName };

export type PlannedCell = ConstantCell | FormulaCell | BlankCell;

/** A rectangle of cells from its top left corner; null leaves a cell alone. Every row has the same length. */
export type Block = {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly (PlannedCell | null)[])[];
};

/** A number, or a formula without its equals sign. */
export type Limit = number | string;

/** What may be typed into cells, and what is said while typing and when it is refused. */
export type Validation = {
  readonly range: string;
  readonly allow:
    | { readonly kind: 'decimal' | 'whole' | 'date'; readonly from: Limit; readonly to: Limit }
    | { readonly kind: 'list'; readonly words: readonly string[] }
    | { readonly kind: 'list'; readonly reference: string }
    | { readonly kind: 'custom'; readonly formula: string };
  /** Blank is refused where false. */
  readonly blank: boolean;
  readonly prompt?: { readonly title: string; readonly text: string };
  readonly refusal: { readonly title: string; readonly text: string };
  /** Whether a value outside is refused, or only warned of. */
  readonly strict: boolean;
};

export type Comparison =
  | 'equal'
  | 'notEqual'
  | 'greaterThan'
  | 'greaterThanOrEqual'
  | 'lessThan'
  | 'lessThanOrEqual'
  | 'between'
  | 'notBetween';

/** A look that cells take on while something is true; earlier formats of a sheet go before later ones. */
export type ConditionalFormat = {
  readonly range: string;
  readonly when:
    | { readonly kind: 'value'; readonly is: Comparison; readonly than: Limit; readonly and?: Limit }
    /** A formula as seen from the top left cell of the range. */
    | { readonly kind: 'formula'; readonly formula: string };
  readonly look: ConditionalLook;
};

/** A remark on a cell: where its figure comes from. */
export type Note = { readonly cell: string; readonly text: string };

/** A cell that leads somewhere: to a place in the workbook, or to an address. */
export type Link = {
  readonly cell: string;
  readonly to: { readonly sheet: string; readonly cell: string } | { readonly url: string };
  readonly tip?: string;
};

/** What a reader, and the lint, may rely on in a sheet. */
export type SheetRules = {
  /** Years across, a table with columns of its own, or a page laid out freely. */
  readonly layout: 'time-series' | 'table' | 'page';
  /** The first row below the headings. */
  readonly firstRow: number;
  /** The columns of years, by letter, where there are any. */
  readonly years?: {
    readonly opening: readonly string[];
    readonly actual: readonly string[];
    readonly estimate: readonly string[];
  };
  /**
   * Where figures may be typed in, of a sheet that may hold any: "all" on a sheet of inputs, "actual" for the opening
   * and actual columns of a time series, ranges on a sheet of data.
   */
  readonly inputs: readonly (string | 'actual' | 'all')[];
  /** Where the colours are explained: words in the colour of what is typed in, no figures. */
  readonly legend?: string;
  /** Ranges whose formulas may differ along a row. */
  readonly irregular?: readonly string[];
  /** Ranges whose formulas may refer to later years. */
  readonly lookAhead?: readonly string[];
  /** Ranges whose formulas may use the functions of the add-in. */
  readonly customFunctions?: readonly string[];
};

export type SheetPlan = {
  readonly name: string;
  readonly kind: SheetKind;
  readonly rules: SheetRules;
  /** Width of each column from A, in characters. */
  readonly widths: readonly number[];
  /** Heights in points, by row number, where they are not the usual. */
  readonly heights?: Readonly<Record<number, number>>;
  /** How many rows and columns stay in sight. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** Size on the screen in percent. */
  readonly zoom?: number;
  readonly blocks: readonly Block[];
  readonly validations: readonly Validation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly notes: readonly Note[];
  readonly links: readonly Link[];
  readonly charts: readonly ChartPlan[];
  readonly print: PrintPlan;
};

/** A name for a range that a machine must find. Names begin with ST_. */
export type DefinedName = {
  readonly name: string;
  readonly sheet: string;
  readonly range: string;
  readonly comment?: string;
};

/** A whole workbook as data: what it holds and how it looks, nothing of who writes it. */
export type WorkbookPlan = {
  readonly properties: {
    readonly title: string;
    readonly subject?: string;
    readonly author: string;
    readonly company?: string;
    readonly keywords?: string;
    readonly description?: string;
    /** When the plan counts as made; fixed, so that the same model gives the same file. ISO 8601, UTC. */
    readonly created: string;
  };
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly DefinedName[];
};

export type { ChartPlan, FormatName, PrintPlan };
