import { narrowYears } from '../../company/narrow-years.ts';
import type { OperatingModel } from '../../company/operating-model.ts';
import type { Area } from '../../template/address.ts';
import { buildWorkbook } from '../../template/build-workbook.ts';
import { cellsOf } from '../../template/cells.ts';
import { sheetsRead, withoutLinksTo } from '../../template/choose-sheets.ts';
import { compsSheet } from '../../template/comps-layout.ts';
import { tokens, type Reference } from '../../template/formula-tokens.ts';
import type { ConditionalFormat, SheetPlan, Validation, WorkbookPlan } from '../../template/plan.ts';
import { renameSheets } from '../../template/rename-sheets.ts';
import { sheetCatalogue } from '../../template/sheet-catalogue.ts';
import { keptChoices } from '../models/model-record.ts';
import { insertedModels } from '../models/inserted-models.ts';
import { WorkbookError, type SheetRef, type WorkbookPort } from '../workbook-port.ts';
import { writeWorkbook } from '../xlsx/write-workbook.ts';
import { callsAddIn } from './add-in-calls.ts';
import { compsForClient, emptiedAreas } from './comps-for-client.ts';
import { coverForClient, deskSheets, disclosureOn } from './cover-for-client.ts';
import { liveSheetPlan } from './live-sheet-plan.ts';
import { areaOf, overlaps, SheetCells } from './scope.ts';

export type ClientCopyOptions = {
  /** The day of the copy, as 2022-02-07. */
  readonly date: `${number}-${number}-${number}`;
};

export type ClientCopy = {
  readonly xlsx: Uint8Array;
  readonly fileName: string;
  /** What the client does not get, in sentences. */
  readonly leftOut: readonly string[];
};

/** The most places that a sentence names. */
const mostPlaces = 8;

/** What a user's formula may call and stay one in the copy, beside what the model itself calls. */
const plainFunctions = ['SUM', 'AVERAGE', 'MEDIAN', 'MIN', 'MAX', 'ABS', 'ROUND', 'IF', 'COUNT', 'COUNTA'];

/** Whether a formula of a sheet may stay one in the copy. */
type StaysLive = (formula: string, on: string) => boolean;

type Copied = { readonly template: string; readonly sheet: SheetRef; readonly live: SheetCells };

/**
 * A new workbook of an inserted model as it stands now, for a client: drivers, scenarios and statements stay live,
 * formulas of the add-in and those that read other sheets become values; the reconciliation, the report notes, a
 * provider's data and texts of the user's own stay behind. The Cover says what it is a copy of. The user's workbook is only read.
 *
 * @throws WorkbookError where there is no such model, its sheets were restructured (naming sheet and row), or a formula
 * of the add-in has no value yet.
 * @example const { xlsx, fileName } = await clientCopy(port, desk, 1, { date: '2022-02-07' })
 */
export async function clientCopy(
  port: WorkbookPort,
  desk: OperatingModel,
  id: number,
  { date }: ClientCopyOptions,
): Promise<ClientCopy> {
  const view = await port.look();
  const model = insertedModels(view).find((one) => one.id === id);
  if (!model || model.sheets.length === 0) throw new WorkbookError(`There is no model ${id} in the workbook.`);
  const read = await port.read(model.sheets.map((sheet) => ({ sheetId: sheet.id })));
  const there = model.sheets.map((sheet): Copied => {
    const live = new SheetCells(read.find(({ sheetId }) => sheetId === sheet.id));
    return { template: templateOf(sheet, live), sheet, live };
  });
  const { from, to } = (await keptChoices(port, view)).get(id) ?? {};
  const plan = planOf(narrowYears(desk, { from, to }), there);
  const copied = there.filter(({ template }) => !deskSheets.has(template));
  const names = new Set(copied.map(({ sheet }) => sheet.name));
  const comps = copied.find(({ template }) => template === compsSheet);
  const emptiedCells = comps ? { on: comps.sheet.name, areas: emptiedAreas(comps.live, desk.company) } : undefined;
  const staysLive = stayingLive(plan, names, emptiedCells);
  const leftOut: string[] = [];
  if (copied.length < there.length)
    leftOut.push('Reconciliation and report notes stay on the desk; what read them has become values.');
  if (disclosureOn(driversOf(copied)) === undefined)
    leftOut.push('There is no disclosure: type it in on Drivers and copy again before you send it.');
  const remarks: string[] = [];

  const sheets = plan.sheets.flatMap((planned): readonly SheetPlan[] => {
    const found = copied.find(({ sheet }) => sheet.name === planned.name);
    if (!found) return [];
    const now = liveSheetPlan(planned, found.live, (formula) => staysLive(formula, planned.name));
    remarks.push(...now.remarks);
    const live = withoutLinksTo(within(now.sheet, names), names);
    if (found.template === 'Cover')
      return [coverForClient(live, { desk, date, templateVersion: model.version, drivers: driversOf(copied) })];
    if (found.template !== compsSheet) return [live];
    const { sheet, emptied } = compsForClient(live, found.live, desk.company);
    if (emptied.length > 0)
      leftOut.push(`Prices, market values and net debt of ${emptied.join(', ')} are a provider's and were emptied.`);
    return [sheet];
  });
  if (remarks.length > 0) leftOut.push(`Texts of your own stay on the desk: ${listed(remarks)}.`);
  const frozen = frozenIn(copied, staysLive);
  if (frozen > 0) leftOut.push(`${frozen} formulas that call the add-in or read what is left out have become values.`);
  const copy: WorkbookPlan = {
    properties: { ...plan.properties, description: `Copy for client, ${date}`, created: `${date}T00:00:00Z` },
    sheets,
    names: plan.names.filter(({ sheet }) => names.has(sheet)),
  };
  return {
    xlsx: await writeWorkbook(copy, { values: 'cached' }),
    fileName: `${desk.company.ticker} operating model ${date}.xlsx`.replaceAll(/[\\/:*?"<>|]/g, '-'),
    leftOut,
  };
}

const listed = (places: readonly string[]): string =>
  places.length > mostPlaces
    ? `${places.slice(0, mostPlaces).join(', ')} and ${places.length - mostPlaces} more`
    : places.join(', ');

const catalogue = sheetCatalogue.map(([name]) => name as string);

/** Which sheet of the template a sheet is: its title says so, whatever it is called by now. */
function templateOf(sheet: SheetRef, live: SheetCells): string {
  const title = String(live.value({ row: 1, column: 2 }));
  const found = catalogue.find((name) => title.endsWith(`| ${name}`));
  if (found) return found;
  throw new WorkbookError(
    `The sheet "${sheet.name}" was restructured: row 1 should say in B1 which sheet of the model it is. Nothing was copied; undo the change.`,
  );
}

/** The plan of the sheets that are there, by the names that they have now. */
function planOf(desk: OperatingModel, there: readonly Copied[]): WorkbookPlan {
  const plan = buildWorkbook(desk, { sheets: there.map(({ template }) => template) });
  const own = plan.sheets.filter(({ name }) => there.some(({ template }) => template === name));
  const renamed = there.filter(({ template, sheet }) => template !== sheet.name);
  return renameSheets(
    { ...plan, sheets: own },
    new Map(renamed.map(({ template, sheet }) => [template, sheet.name] as const)),
  );
}

/** Whether a formula means in the copy what it means here: it reads only what goes along, and calls what any Excel has. */
function stayingLive(
  plan: WorkbookPlan,
  names: ReadonlySet<string>,
  emptied: { readonly on: string; readonly areas: readonly Area[] } | undefined,
): StaysLive {
  const functions = new Set(plainFunctions);
  for (const sheet of plan.sheets)
    for (const { cell } of cellsOf(sheet))
      if ('formula' in cell)
        for (const { kind, text } of tokens(cell.formula)) if (kind === 'function') functions.add(text.toUpperCase());
  const isThere = ({ sheet, ...ends }: Reference, on: string): boolean =>
    (sheet === undefined || names.has(sheet)) &&
    !((sheet ?? on) === emptied?.on && emptied.areas.some((area) => overlaps(area, areaOf(ends))));
  return (formula, on) =>
    !callsAddIn(formula) &&
    tokens(formula.slice(1)).every((token) => {
      if (token.kind === 'reference') return isThere(token.reference, on);
      if (token.kind === 'function') return functions.has(token.text.toUpperCase());
      if (token.kind === 'error') return !token.text.endsWith('#REF!');
      return token.kind !== 'name' && token.kind !== 'unknown';
    });
}

const frozenIn = (copied: readonly Copied[], staysLive: StaysLive): number =>
  copied.reduce(
    (sum, { live, sheet }) =>
      sum + [...live.formulas()].filter(({ formula }) => !staysLive(formula, sheet.name)).length,
    0,
  );

const driversOf = (copied: readonly Copied[]): SheetCells | undefined =>
  copied.find(({ template }) => template === 'Drivers')?.live;

/** A sheet without the rules and charts that read sheets left out. */
function within(sheet: SheetPlan, names: ReadonlySet<string>): SheetPlan {
  const isIn = (formulas: readonly unknown[]): boolean =>
    [...sheetsRead(formulas.filter((one) => typeof one === 'string'))].every((name) => names.has(name));
  const whenReads = ({ when }: ConditionalFormat) => (when.kind === 'formula' ? [when.formula] : [when.than, when.and]);
  const allowReads = ({ allow }: Validation): readonly unknown[] => {
    if (allow.kind === 'custom') return [allow.formula];
    if (allow.kind === 'list') return 'reference' in allow ? [allow.reference] : [];
    return [allow.from, allow.to];
  };
  return {
    ...sheet,
    validations: sheet.validations.filter((one) => isIn(allowReads(one))),
    conditionalFormats: sheet.conditionalFormats.filter((one) => isIn(whenReads(one))),
    charts: sheet.charts.filter(({ categories, series }) => isIn([categories, ...series.map(({ values }) => values)])),
  };
}
