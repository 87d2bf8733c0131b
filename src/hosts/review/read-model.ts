import { narrowYears } from '../../company/narrow-years.ts';
import type { OperatingModel } from '../../company/operating-model.ts';
import { CellError } from '../../functions/cell-error.ts';
import { readInputsTable } from '../../functions/inputs-table.ts';
import { InputError } from '../../model/input-error.ts';
import type { Inputs } from '../../model/inputs.ts';
import { solve, type Solution } from '../../model/readings/solve.ts';
import { address, parseRange } from '../../template/address.ts';
import { tokens } from '../../template/formula-tokens.ts';
import { sheetCatalogue } from '../../template/sheet-catalogue.ts';
import { insertedModels, nameInModel } from '../models/inserted-models.ts';
import type { ModelChoices } from '../models/model-choices.ts';
import { WorkbookError, type CellContent, type WorkbookPort } from '../workbook-port.ts';
import { planOf, type ModelPlan } from './plan-of.ts';
import { readWorkbook, type LiveSheet, type WorkbookRead } from './read-workbook.ts';

/** An inserted model as it stands in the workbook. */
export type LiveModel = ModelPlan & {
  readonly desk: OperatingModel;
  readonly id: number;
  /** The version of the template that it was inserted with. */
  readonly version: number;
  /** The sheets that are still there, by their planned names. */
  readonly sheets: ReadonlyMap<string, LiveSheet>;
  /** Planned names of sheets that have been deleted. */
  readonly deleted: readonly string[];
  /** The inputs in use, solved; undefined where they cannot be used. */
  readonly live?: { readonly inputs: Inputs; readonly solution: Solution };
  /** Why the inputs cannot be used. */
  readonly fault?: string;
  /** The name of the scenario in use, as its cell says it. */
  readonly scenario: string;
};

/**
 * Reads an inserted model as it stands: its cells, whatever its sheets are called by now, and the inputs in use.
 *
 * @throws WorkbookError where there is no such model.
 * @example (await readModel(port, desk, 1)).scenario // "Base"
 */
export async function readModel(port: WorkbookPort, desk: OperatingModel, id: number): Promise<LiveModel> {
  return modelIn(await readWorkbook(port), desk, id);
}

/** Every inserted model of a workbook that has been read. */
export const modelsIn = (read: WorkbookRead, desk: OperatingModel): readonly LiveModel[] =>
  insertedModels(read.view).map(({ id }) => modelIn(read, desk, id));

/** A model of a workbook that has been read. @throws WorkbookError where there is none of that number. */
export function modelIn(read: WorkbookRead, whole: OperatingModel, id: number): LiveModel {
  const found = insertedModels(read.view).find((one) => one.id === id);
  if (!found) throw new WorkbookError(`There is no model ${id} in the workbook.`);
  const desk = narrowed(whole, read.choices.get(id));
  const marked = marksIn(read, id);
  const catalogue = sheetCatalogue.map(([name]) => name as string);
  const isWhole = marked.length === catalogue.length;
  const kept = marked.flatMap((sheet) => (sheet ? (plannedName(sheet) ?? []) : []));
  const made = planOf(desk, isWhole ? undefined : kept);
  const order = made.plan.sheets.map(({ name }) => name);
  const sheets = new Map<string, LiveSheet>();
  marked.forEach((sheet, index) => {
    const name = order.length === marked.length ? order[index] : sheet && plannedName(sheet);
    if (sheet && name !== undefined) sheets.set(name, sheet);
  });
  const scenario = namedCells(read, nameInModel('ST_Scenario', id))?.[0]?.[0];
  return {
    ...made,
    desk,
    id,
    version: found.version,
    sheets,
    deleted: order.filter((name) => !sheets.has(name)),
    scenario: String(scenario ?? ''),
    ...inputsInUse(read, desk, id),
  };
}

const spans = new WeakMap<OperatingModel, Map<string, OperatingModel>>();

/** The operating model over the years that an inserted one was made with; the same each time, so that its plan is kept. */
function narrowed(desk: OperatingModel, { from, to }: ModelChoices = {}): OperatingModel {
  const known = spans.get(desk) ?? new Map<string, OperatingModel>();
  spans.set(desk, known);
  const key = `${from}-${to}`;
  const found = known.get(key) ?? narrowYears(desk, { from, to });
  known.set(key, found);
  return found;
}

/** The sheets that a model's marks stand for, in the order of its plan; undefined for one that is gone. */
function marksIn({ view, sheets }: WorkbookRead, id: number): readonly (LiveSheet | undefined)[] {
  const mark = new RegExp(`^ST_Model_${id}_Sheet_(\\d+)$`, 'i');
  const found: (LiveSheet | undefined)[] = [];
  for (const { name, formula } of view.names) {
    const place = Number(mark.exec(name)?.[1]);
    if (place) found[place - 1] = sheets.find((sheet) => sheet.name === rangeOf(formula)?.sheet);
  }
  return Array.from(found);
}

/** The planned name of a sheet: its own name without a number behind it, or what its title ends in. */
function plannedName({ name, cells }: LiveSheet): string | undefined {
  const catalogue = sheetCatalogue.map(([one]) => one as string);
  const plain = name.replace(/ \(\d+\)$/, '');
  return (
    catalogue.find((one) => one === plain) ??
    catalogue.find((one) => String(cells.get('B1')?.value).endsWith(` | ${one}`))
  );
}

function rangeOf(formula: string): { readonly sheet: string; readonly range: string } | undefined {
  const [token] = tokens(formula.replace(/^=/, ''));
  if (token?.kind !== 'reference' || token.reference.sheet === undefined) return undefined;
  return { sheet: token.reference.sheet, range: token.text.slice(token.text.lastIndexOf('!') + 1) };
}

/** What the range of a name comes to; undefined where the name is gone or broken. */
function namedCells({ view, sheets }: WorkbookRead, name: string): CellContent[][] | undefined {
  const found = view.names.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const place = found && rangeOf(found.formula);
  const sheet = place && sheets.find((one) => one.name === place.sheet);
  if (!sheet) return undefined;
  const { top, left, bottom, right } = parseRange(place.range);
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, across) => {
      return sheet.cells.get(address(top + down, left + across))?.value ?? '';
    }),
  );
}

function inputsInUse(read: WorkbookRead, desk: OperatingModel, id: number): Pick<LiveModel, 'live' | 'fault'> {
  const name = nameInModel('ST_Inputs', id);
  const table = namedCells(read, name);
  if (!table) return { fault: `The name ${name} is gone or broken, so the inputs in use cannot be read.` };
  try {
    const inputs = readInputsTable(desk, table, name);
    return { live: { inputs, solution: solve(desk.model, inputs) } };
  } catch (error) {
    if (error instanceof CellError || error instanceof InputError) return { fault: error.message };
    throw error;
  }
}
