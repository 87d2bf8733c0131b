import { absoluteOnSheet } from '../../template/address.ts';
import { brokerColours, type ColourScheme } from '../../template/colour-scheme.ts';
import { cellsOf } from '../../template/cells.ts';
import type { SheetPlan, WorkbookPlan } from '../../template/plan.ts';
import { renameSheets } from '../../template/rename-sheets.ts';
import { templateVersion } from '../../template/template-version.ts';
import { forgetGone } from '../sharing/frozen-memory.ts';
import {
  insertedModels,
  namesOfModel,
  marksOf,
  nameInModel,
  nextModelId,
  type InsertedModel,
} from './inserted-models.ts';
import type { ModelChoices } from './model-choices.ts';
import { recordKey, recordOf } from './model-record.ts';
import { readersOf, replaceModels, type Readers } from './replace-model.ts';
import {
  WorkbookError,
  type SheetRef,
  type SheetsPlace,
  type SheetToWrite,
  type WorkbookPort,
  type WorkbookView,
} from '../workbook-port.ts';

/** How far an insertion is: steps done of all, and what comes next. */
export type Progress = { readonly done: number; readonly of: number; readonly next: string };

export type InsertOptions = {
  /**
   * What to do where a sheet of the model has the name of one there is: keep both; do nothing; or replace the models of
   * ours that such sheets belong to. Sheets that are not ours stay in every case.
   */
  readonly whereTaken: 'keep both' | 'refuse' | 'replace';
  /** The model to replace, whatever its sheets are called. */
  readonly replaces?: number;
  /** What the plan was made with, to be kept with the workbook. */
  readonly choices?: ModelChoices;
  /** The plan without what was edited, where the one given has edited inputs in it: edits are told against it. */
  readonly asInserted?: WorkbookPlan;
  /** Where the new sheets go; after all others if left out. */
  readonly where?: SheetsPlace;
  readonly scheme?: ColourScheme;
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the insertion between two steps; nothing of it is left. */
  readonly signal?: AbortSignal;
};

/** What an insertion has made so far, and what there was before it. */
type Created = {
  readonly id: number;
  readonly before: ReadonlySet<string>;
  readonly planned: ReadonlySet<string>;
  sheets: readonly SheetRef[];
  names: readonly string[];
};

/** The most cells that one exchange carries: far below the five megabytes that Excel takes. */
const cellsAtOnce = 4500;

/**
 * Inserts a model into a workbook: its sheets after those there are, and names that mark them as ours. If a step fails
 * or the insertion is cancelled, all that it created is removed again, and nothing else.
 *
 * @throws WorkbookError saying what happened, that nothing was left, and what to do.
 * @example await insertModel(port, buildWorkbook(desk, { withFunctions: true }), { whereTaken: 'keep both' })
 */
export async function insertModel(
  port: WorkbookPort,
  plan: WorkbookPlan,
  options: InsertOptions,
): Promise<InsertedModel> {
  const {
    whereTaken,
    where = 'last',
    scheme = brokerColours,
    choices = {},
    asInserted = plan,
    onProgress,
    signal,
  } = options;
  const before = await port.look();
  if (before.isProtected)
    throw new WorkbookError(
      'The workbook is protected: take off its protection (Review > Protect Workbook), then insert.',
    );
  const replaced = toReplace(before, plan, options);
  const id = nextModelId(
    before.names,
    plan.names.map(({ name }) => name),
  );
  const free = freeNames(plan, before.sheets, whereTaken);
  const renamed = renameSheets(plan, free);
  const batches = inBatches(renamed);
  const created: Created = {
    id,
    before: new Set(before.sheets.map((sheet) => sheet.id)),
    planned: new Set(renamed.sheets.map(({ name }) => name)),
    sheets: [],
    names: [],
  };
  const addSheets = async () => {
    created.sheets = await port.addSheets(
      renamed.sheets.map(({ name }) => name),
      where,
    );
  };
  const write = (batch: readonly SheetPlan[]) =>
    port.write(
      batch.map((sheet): SheetToWrite => ({ id: idOf(created.sheets, sheet.name), plan: sheet })),
      scheme,
    );
  const addNames = async () => {
    const names = [...namesOf(renamed, id), ...marksOf(id, created.sheets)];
    created.names = names.map(({ name }) => name);
    await port.addNames(names);
  };
  const record = recordOf(asInserted, choices, scheme.name);
  const steps: readonly (readonly [what: string, run: () => Promise<unknown>])[] = [
    ['Adding sheets', addSheets],
    ...batches.map((batch) => [`Writing ${batch.map(({ name }) => name).join(', ')}`, () => write(batch)] as const),
    ['Adding names', addNames],
    ['Keeping what was chosen', () => port.keep({ [recordKey(id)]: record })],
    ['Calculating', () => port.finish(created.sheets[0]!.id)],
  ];
  const of = steps.length + (replaced.length > 0 ? 1 : 0);
  let readers: Readers | undefined;
  for (const [done, [next, run]] of steps.entries()) {
    onProgress?.({ done, of, next });
    try {
      signal?.throwIfAborted();
      await run();
      if (done === steps.length - 1 && replaced.length > 0) readers = await readersOf(port, before, replaced);
      signal?.throwIfAborted();
    } catch (error) {
      throw await undo(port, created, error, signal?.aborted === true);
    }
  }
  const inserted = { id, version: templateVersion, sheets: created.sheets };
  if (!readers) return inserted;
  onProgress?.({ done: steps.length, of, next: 'Replacing what was there' });
  return takePlace(port, before, replaced, inserted, { plan, record, readers, provisional: created.names });
}

/** The models that an insertion replaces. */
function toReplace(
  view: WorkbookView,
  { sheets }: WorkbookPlan,
  { whereTaken, replaces }: InsertOptions,
): readonly InsertedModel[] {
  const planned = new Set(sheets.map(({ name }) => name.toLowerCase()));
  return insertedModels(view).filter(
    (model) =>
      model.id === replaces ||
      (whereTaken === 'replace' && model.sheets.some(({ name }) => planned.has(name.toLowerCase()))),
  );
}

/** The lowest number of those replaced, unless a name that is not theirs is in the way. */
function numberOfSuccessor(
  before: WorkbookView,
  { names }: WorkbookPlan,
  replaced: readonly InsertedModel[],
  otherwise: number,
): number {
  const id = Math.min(...replaced.map((model) => model.id));
  const gone = new Set(replaced.flatMap((model) => namesOfModel(before, model)));
  const taken = new Set(before.names.flatMap(({ name }) => (gone.has(name) ? [] : [name.toLowerCase()])));
  return names.some(({ name }) => taken.has(nameInModel(name, id).toLowerCase())) ? otherwise : id;
}

/** Gives a model that stands whole the place and the number of those that it replaces. */
async function takePlace(
  port: WorkbookPort,
  before: WorkbookView,
  replaced: readonly InsertedModel[],
  { id: provisionalId, version, sheets: inserted }: InsertedModel,
  made: {
    readonly plan: WorkbookPlan;
    readonly record: string;
    readonly readers: Readers;
    readonly provisional: readonly string[];
  },
): Promise<InsertedModel> {
  const { plan, record, readers, provisional } = made;
  const id = numberOfSuccessor(before, plan, replaced, provisionalId);
  const gone = new Set(replaced.flatMap(({ sheets }) => sheets.map((sheet) => sheet.id)));
  const free = freeNames(
    plan,
    before.sheets.filter((sheet) => !gone.has(sheet.id)),
    'keep both',
  );
  const final = renameSheets(plan, free);
  const sheets = final.sheets.map(({ name }, index) => ({ id: inserted[index]!.id, name }));
  const names = [...namesOf(final, id), ...marksOf(id, sheets)];
  try {
    const texts = {
      ...Object.fromEntries(replaced.map((model) => [recordKey(model.id), undefined])),
      [recordKey(provisionalId)]: undefined,
      [recordKey(id)]: record,
    };
    await replaceModels(port, before, replaced, { sheets, names, provisional, texts }, readers);
  } catch (error) {
    throw new WorkbookError(
      `The new model stands whole, but it could not take the place of the old one: ${sentence(messageOf(error))} Undo the last steps (Ctrl+Z) where a formula of yours shows #REF!, and remove the model that you do not need.`,
      { cause: error },
    );
  }
  return { id, version, sheets };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const namesOf = (plan: WorkbookPlan, id: number) =>
  plan.names.map(({ name, sheet, range, comment }) => ({
    name: nameInModel(name, id),
    formula: `=${absoluteOnSheet(sheet, range)}`,
    ...(comment && { comment }),
  }));

const idOf = (sheets: readonly SheetRef[], name: string): string => sheets.find((sheet) => sheet.name === name)!.id;

/** Sheets in groups that one exchange can carry. */
function inBatches({ sheets }: WorkbookPlan): readonly (readonly SheetPlan[])[] {
  const batches: SheetPlan[][] = [];
  let cells = 0;
  for (const sheet of sheets) {
    const own = [...cellsOf(sheet)].length;
    if (batches.length === 0 || cells + own > cellsAtOnce) {
      batches.push([]);
      cells = 0;
    }
    batches.at(-1)!.push(sheet);
    cells += own;
  }
  return batches;
}

/** Other names for the sheets whose names are taken: Income (2). */
function freeNames(
  { sheets }: WorkbookPlan,
  there: readonly SheetRef[],
  whereTaken: InsertOptions['whereTaken'],
): ReadonlyMap<string, string> {
  const taken = new Set(there.map(({ name }) => name.toLowerCase()));
  const clashing = sheets.filter(({ name }) => taken.has(name.toLowerCase()));
  if (clashing.length > 0 && whereTaken === 'refuse')
    throw new WorkbookError(
      `The workbook already has ${clashing.map(({ name }) => `"${name}"`).join(', ')}: rename them, or keep both.`,
    );
  return new Map(
    clashing.map(({ name }) => {
      let number = 2;
      while (taken.has(`${name} (${number})`.toLowerCase())) number++;
      return [name, `${name} (${number})`];
    }),
  );
}

/** Removes what an insertion created, and says what happened. */
async function undo(
  port: WorkbookPort,
  created: Created,
  error: unknown,
  isCancelled: boolean,
): Promise<WorkbookError> {
  const why = isCancelled
    ? 'The insertion was cancelled.'
    : `The model could not be inserted: ${sentence(messageOf(error))}`;
  try {
    // An exchange that failed may have added sheets that it did not tell of.
    const { sheets } = await port.look();
    const own = sheets.filter(({ id, name }) => !created.before.has(id) && created.planned.has(name));
    await port.remove({ sheets: own.map(({ id }) => id), names: created.names });
    await port.keep({ [recordKey(created.id)]: undefined });
  } catch {
    return new WorkbookError(
      `${why} What was inserted could not be removed either; delete by hand the sheets that came last.`,
    );
  }
  return new WorkbookError(`${why} Nothing of it was left; the workbook is as it was.`, { cause: error });
}

const sentence = (text: string): string => text.replace(/\.?$/, '.');

/**
 * Removes one inserted model and nothing else: its sheets, wherever they stand and whatever they are called by now, and
 * its names.
 *
 * @throws WorkbookError where the workbook is protected, or holds no other sheet.
 */
export async function removeModel(port: WorkbookPort, id: number): Promise<void> {
  const view = await port.look();
  const model = insertedModels(view).find((one) => one.id === id);
  if (!model) throw new WorkbookError(`There is no model ${id} in the workbook.`);
  if (view.isProtected)
    throw new WorkbookError(
      'The workbook is protected: take off its protection (Review > Protect Workbook), then remove.',
    );
  if (model.sheets.length === view.sheets.length)
    throw new WorkbookError('The workbook holds nothing but the model: add a sheet first, since one must stay.');
  await port.remove({ sheets: model.sheets.map((sheet) => sheet.id), names: namesOfModel(view, model) });
  await port.keep({ [recordKey(id)]: undefined }).catch(() => undefined);
  // The model is gone by now: what cannot be tidied up now, the next freeze or restore does.
  await forgetGone(port).catch(() => undefined);
}
