import type * as everyFunction from '../functions/index.ts';
import type { Explained } from '../hosts/review/explanation.ts';
import type { ModelFinding } from '../hosts/review/finding.ts';
import type { ModelStatus } from '../hosts/review/model-status.ts';
import type { Done, Scope } from '../hosts/sharing/scope.ts';
import type { Progress } from '../hosts/models/insert-model.ts';
import type { Updated } from '../hosts/models/update-model.ts';
import type { InsertedModel } from '../hosts/models/inserted-models.ts';
import type { Place, SheetsPlace, WorkbookPort } from '../hosts/workbook-port.ts';

/** What to do where the workbook has sheets of the same names. */
export type WhereTaken = 'keep both' | 'replace';

/** What an analyst chooses of a model before it is inserted. */
export type InsertChoices = {
  /** Names of the sheets; all if left out. */
  readonly sheets?: readonly string[];
  readonly firstYear: string;
  readonly lastYear: string;
  readonly scenario: string;
  readonly colours: 'broker' | 'theme';
  readonly where: SheetsPlace;
  /** Left out, sheets of the same names are told of and nothing is inserted. */
  readonly whereTaken?: WhereTaken;
};

/** How long work tells how far it is, and is stopped. */
export type WorkTools = {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
};

/** A model of the workbook as the pane lists it. */
export type ListedModel = InsertedModel & { readonly isOutOfDate: boolean };

export type Inserted = { readonly model: InsertedModel } | { readonly taken: readonly string[] };

export type Copied = { readonly fileName: string; readonly leftOut: readonly string[] };

/** A range of the workbook that the functions may take as their inputs. */
export type InputsRange = { readonly name: string; readonly table: readonly (readonly unknown[])[] };

export type About = {
  readonly addIn: string;
  readonly template: number;
  readonly company: string;
  readonly reportTitle: string;
  readonly reportDate: string;
  readonly pricingDate: string;
  readonly rating: string;
};

/** The ST functions, as src/functions/index.ts hands them out. */
export type Functions = Pick<typeof everyFunction, 'callFunction' | 'choices' | 'registry' | 'signature'>;

/** All that the pane can have done. A use case that is left out is not offered. */
export type UseCases = {
  readonly about: About;
  /** Every sheet with what it is for. */
  readonly sheets: readonly (readonly [name: string, about: string])[];
  /** The sheets of the preset of summary and statements. */
  readonly statementSheets: readonly string[];
  /** The years that a model may begin and end with, from the earliest to the latest. */
  readonly years: { readonly first: readonly string[]; readonly last: readonly string[] };
  readonly scenarios: readonly { readonly id: string; readonly name: string }[];
  /** The unit of the target price. */
  readonly priceUnit: string;
  readonly whereTaken: readonly WhereTaken[];
  readonly functions: Functions;
  models(port: WorkbookPort): Promise<readonly ListedModel[]>;
  insert(port: WorkbookPort, choices: InsertChoices, tools: WorkTools): Promise<Inserted>;
  remove(port: WorkbookPort, id: number): Promise<void>;
  /** Brings a model up to date; tells what of the edited inputs came along. */
  update(port: WorkbookPort, id: number, tools: WorkTools): Promise<Updated>;
  status(port: WorkbookPort, id: number): Promise<ModelStatus>;
  copyForClient(port: WorkbookPort, id: number): Promise<Copied>;
  freeze(port: WorkbookPort, scope: Scope): Promise<Done>;
  restore(port: WorkbookPort, scope: Scope): Promise<Done>;
  repair(port: WorkbookPort, scope: Scope): Promise<Done>;
  check(port: WorkbookPort): Promise<readonly ModelFinding[]>;
  explain(port: WorkbookPort, place?: Place): Promise<Explained>;
  inputsRanges(port: WorkbookPort): Promise<readonly InputsRange[]>;
  /** Types a formula into the active cell; tells where, or that the cell is not empty. */
  enterFormula(
    port: WorkbookPort,
    formula: string,
    overwrite: boolean,
  ): Promise<{ readonly place: Place & { readonly sheetName: string }; readonly isTaken: boolean }>;
};

/** Loads what does the work: later than the pane is drawn. */
export const loadUseCases = async (): Promise<UseCases> =>
  (await import(/* webpackChunkName: "pane-work" */ './real-use-cases.ts')).useCases;
