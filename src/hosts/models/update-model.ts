import type { OperatingModel } from '../../company/operating-model.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import { sheetCatalogue } from '../../template/sheet-catalogue.ts';
import { templateVersion } from '../../template/template-version.ts';
import { themeColourScheme } from '../../template/theme-colour-scheme.ts';
import { SheetCells } from '../sharing/scope.ts';
import { WorkbookError, type SheetRef, type WorkbookPort } from '../workbook-port.ts';
import { carryInputs, editedInputs, type EditedInput } from './carry-inputs.ts';
import { inputRows, type SheetInputs } from './input-cells.ts';
import { insertModel, type Progress } from './insert-model.ts';
import { insertedModels, type InsertedModel } from './inserted-models.ts';
import { planModel, type ModelChoices } from './model-choices.ts';
import { readRecord, recordKey } from './model-record.ts';

/** What an update did with the inputs that someone had edited. */
export type Updated = {
  readonly model: InsertedModel;
  readonly carried: number;
  /** Inputs that have no place in this version, with what stood there. */
  readonly lost: readonly string[];
  /** Inputs whose formula reads the model itself: their value was kept. */
  readonly asValues: readonly string[];
};

/** Whether a model was inserted with an older template than this one. */
export const isOutOfDate = ({ version }: Pick<InsertedModel, 'version'>): boolean => version < templateVersion;

/**
 * Brings an inserted model up to date: the model of today's template in its place, with the inputs that were edited
 * kept. What reads the model elsewhere in the workbook goes on reading it.
 *
 * @throws WorkbookError where there is no such model, or the workbook will not: the model is then as it was.
 * @example (await updateModel(port, desk, 1, {})).carried // 3
 */
export async function updateModel(
  port: WorkbookPort,
  desk: OperatingModel,
  id: number,
  {
    scheme,
    onProgress,
    signal,
  }: {
    readonly scheme?: ColourScheme;
    readonly onProgress?: (progress: Progress) => void;
    readonly signal?: AbortSignal;
  } = {},
): Promise<Updated> {
  const model = insertedModels(await port.look()).find((one) => one.id === id);
  if (!model || model.sheets.length === 0) throw new WorkbookError(`There is no model ${id} in the workbook.`);
  const [text] = await port.kept([recordKey(id)]);
  const read = await port.read(model.sheets.map((sheet) => ({ sheetId: sheet.id })));
  const live = new Map(
    model.sheets.map((sheet) => {
      const cells = new SheetCells(read.find(({ sheetId }) => sheetId === sheet.id));
      return [templateSheet(sheet, cells), cells] as const;
    }),
  );
  const record = readRecord(text);
  const choices: ModelChoices = record?.choices ?? { sheets: [...live.keys()] };
  const { plan } = planModel(desk, choices);
  const before = record?.sheets ?? plan.sheets.map((sheet) => ({ name: sheet.name, rows: inputRows(sheet) }));
  const { edited, gone } = allEdited(before, live);
  const carried = carryInputs(
    plan,
    edited,
    model.sheets.map(({ name }) => name),
  );
  const colours = scheme ?? (record?.scheme === 'theme' ? await themeScheme(port) : undefined);
  const inserted = await insertModel(port, carried.plan, {
    whereTaken: 'keep both',
    replaces: id,
    where: 'last',
    choices,
    asInserted: plan,
    ...(colours && { scheme: colours }),
    ...(onProgress && { onProgress }),
    ...(signal && { signal }),
  });
  return { model: inserted, carried: carried.carried, lost: [...gone, ...carried.lost], asValues: carried.asValues };
}

/**
 * Which sheet of the template a sheet is, by the title in its first row.
 *
 * @throws WorkbookError where it does not say: what was edited there would be lost.
 */
function templateSheet(sheet: SheetRef, cells: SheetCells): string {
  const title = String(cells.value({ row: 1, column: 2 }));
  const found = sheetCatalogue.map(([name]) => name as string).find((name) => title.endsWith(`| ${name}`));
  if (found !== undefined) return found;
  throw new WorkbookError(
    `The sheet "${sheet.name}" was restructured: row 1 should say in B1 which sheet of the model it is, such as "... | Drivers". Nothing was updated; undo the change.`,
  );
}

/** The colours of the workbook's own theme, where it tells of them. */
async function themeScheme(port: WorkbookPort): Promise<ColourScheme | undefined> {
  const theme = await port.themeColours();
  return theme && themeColourScheme(theme);
}

function allEdited(
  sheets: readonly SheetInputs[],
  live: ReadonlyMap<string, SheetCells>,
): { readonly edited: readonly EditedInput[]; readonly gone: readonly string[] } {
  const found = sheets.flatMap((sheet) => {
    const cells = live.get(sheet.name);
    return cells ? [editedInputs(sheet, cells)] : [];
  });
  return { edited: found.flatMap(({ edited }) => edited), gone: found.flatMap(({ gone }) => gone) };
}
