import { address } from '../../template/address.ts';
import { tokens } from '../../template/formula-tokens.ts';
import { SheetCells } from '../sharing/scope.ts';
import { WorkbookError, type Entry, type SheetRef, type WorkbookPort, type WorkbookView } from '../workbook-port.ts';
import { namesOfModel, type InsertedModel } from './inserted-models.ts';

/** What takes the place of models that were there: its sheets with the names they are to have, names to add and to drop, texts to keep. */
export type Successor = {
  readonly sheets: readonly SheetRef[];
  readonly names: WorkbookView['names'];
  readonly provisional: readonly string[];
  readonly texts: Readonly<Record<string, string | undefined>>;
};

/** What of the user's reads models that are to go: formulas of cells, and names. */
export type Readers = { readonly formulas: readonly Entry[]; readonly names: WorkbookView['names'] };

/** Finds what reads the sheets and names of models, on sheets that are not theirs. */
export async function readersOf(
  port: WorkbookPort,
  view: WorkbookView,
  models: readonly InsertedModel[],
): Promise<Readers> {
  const gone = new Set(models.flatMap(({ sheets }) => sheets.map(({ id }) => id)));
  const names = new Set(models.flatMap((model) => namesOfModel(view, model)).map((name) => name.toLowerCase()));
  const sheets = new Set(view.sheets.filter(({ id }) => gone.has(id)).map(({ name }) => name.toLowerCase()));
  const reads = (formula: string): boolean =>
    tokens(formula.replace(/^=/, '')).some((token) =>
      token.kind === 'reference'
        ? sheets.has(token.reference.sheet?.toLowerCase() ?? '')
        : token.kind === 'name' && names.has(token.text.toLowerCase()),
    );
  const read = await port.read(view.sheets.filter(({ id }) => !gone.has(id)).map(({ id }) => ({ sheetId: id })));
  const formulas = read.flatMap((one): Entry[] =>
    [...new SheetCells(one).formulas()]
      .filter(({ formula }) => reads(formula))
      .map(({ row, column, formula }) => ({
        sheetId: one.sheetId,
        range: address(row, column),
        cells: [[formula]],
      })),
  );
  const locked = view.sheets.find(
    ({ id, isProtected }) => isProtected && formulas.some(({ sheetId }) => sheetId === id),
  );
  if (locked)
    throw new WorkbookError(
      `The sheet "${locked.name}" is protected and has formulas that read the model: take off its protection (Review > Unprotect Sheet), then try again.`,
    );
  return {
    formulas,
    names: view.names.filter(({ name, formula }) => !names.has(name.toLowerCase()) && reads(formula)),
  };
}

/**
 * Puts a model that stands whole into the place of others: they are removed, it takes their names, and what of the
 * user's read them reads it. Each step is tried again where it fails, since the one before cannot be taken back.
 */
export async function replaceModels(
  port: WorkbookPort,
  view: WorkbookView,
  models: readonly InsertedModel[],
  successor: Successor,
  readers: Readers,
): Promise<void> {
  const gone = models.flatMap((model) => namesOfModel(view, model));
  const moved = readers.names.map(({ name }) => name);
  const steps: readonly (() => Promise<void>)[] = [
    () =>
      port.remove({
        sheets: models.flatMap(({ sheets }) => sheets.map(({ id }) => id)),
        names: [...gone, ...moved, ...successor.provisional],
      }),
    () => port.renameSheets(successor.sheets),
    async () => {
      const added = [...successor.names, ...readers.names];
      await port.remove({ sheets: [], names: added.map(({ name }) => name) });
      await port.addNames(added);
    },
    () => port.enter(readers.formulas),
    () => port.keep(successor.texts),
  ];
  for (const step of steps) await step().catch(step);
}
