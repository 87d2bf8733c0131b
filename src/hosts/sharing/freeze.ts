import { range, type Area } from '../../template/address.ts';
import { asText } from '../as-text.ts';
import { WorkbookError, type CellContent, type Entry, type NameRef, type WorkbookPort } from '../workbook-port.ts';
import { callsAddIn } from './add-in-calls.ts';
import { namesOf, placeOf, remember, remembered, toRemember, type Frozen } from './frozen-memory.ts';
import {
  cellName,
  formulasInScope,
  overlaps,
  sheetsInScope,
  type Done,
  type LeftAlone,
  type Scope,
  type SheetInScope,
} from './scope.ts';
import { spilledArea } from './spilled-area.ts';

const errorCode = /^#([A-Z_]+[!?]?|N\/A|DIV\/0!)$/;
/** The errors that may be typed as such. */
const constantErrors = /^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)$/;

type ToFreeze = { readonly sheet: SheetInScope; readonly area: Area; readonly formula: string };

/**
 * Turns every formula that calls the add-in into its present value, a table over all its cells, so that the workbook
 * reads the same where the add-in is missing. The formulas are remembered first, by hidden names that follow their
 * cells and what they refer to, so that restore brings them back. Formulas that show an error or still calculate are
 * left alone.
 *
 * @throws WorkbookError where the spreadsheet fails: each formula then stands as it was, or can be restored.
 * @example const { formulas, leftAlone } = await freeze(port, 'sheet')
 */
export async function freeze(port: WorkbookPort, scope: Scope): Promise<Done> {
  const view = await port.look();
  const sheets = await sheetsInScope(port, view, scope);
  const memory = await remembered(port, view);
  const leftAlone: LeftAlone[] = [];
  const chosen = sheets.flatMap((sheet) => chosenOn(sheet, leftAlone));
  if (chosen.length === 0) return { formulas: 0, cells: 0, leftAlone };

  const names: NameRef[] = [];
  const added = chosen.map(({ sheet, area, formula }, index): Frozen => {
    const at = { row: area.top, column: area.left, formula };
    const made = toRemember(view, memory.next + index, sheet.name, at, valuesIn(sheet, area));
    names.push(...made.names);
    return made.frozen;
  });
  const targets = new Set(chosen.map(({ sheet, area }) => cellName(sheet, { row: area.top, column: area.left })));
  const byName = new Map(view.names.map((one) => [one.name, one.formula]));
  // A formula that stands where one was frozen before takes the place of what was remembered there.
  const [replaced, others] = partition(memory.frozen, ({ name }) => {
    const place = placeOf(view, byName.get(name) ?? '');
    return place !== undefined && targets.has(cellName(place.sheet, place.at));
  });
  try {
    await port.addNames(names.map((name) => ({ ...name, isHidden: true })));
    await remember(port, [...others, ...added]);
  } catch (error) {
    await forget(
      port,
      memory.frozen,
      names.map(({ name }) => name),
    );
    throw failed(error, 'No formula was touched');
  }
  const entries = chosen.map(({ sheet, area }): Entry => ({
    sheetId: sheet.id,
    range: range(area),
    cells: valuesIn(sheet, area).map((row) => row.map(typed)),
  }));
  try {
    await port.enter(entries);
  } catch (error) {
    throw failed(error, 'Formulas that became values already are remembered, and restoring brings them back');
  }
  const unused = [...memory.unused, ...replaced.flatMap(namesOf)];
  // Names that serve nothing do no harm; the next freeze or restore removes what cannot be removed now.
  if (unused.length > 0) await port.remove({ sheets: [], names: unused }).catch(() => undefined);
  return {
    formulas: chosen.length,
    cells: entries.reduce((sum, { cells }) => sum + cells.length * cells[0]!.length, 0),
    leftAlone,
  };
}

const valuesIn = ({ read }: SheetInScope, { top, left, bottom, right }: Area): CellContent[][] =>
  Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, across) => read.value({ row: top + down, column: left + across })),
  );

const typed = (value: CellContent): CellContent =>
  typeof value === 'string' && !constantErrors.test(value) ? asText(value) : value;

/** The formulas of a sheet that can be frozen; the others are added to those left alone. */
function chosenOn(sheet: SheetInScope, leftAlone: LeftAlone[]): readonly ToFreeze[] {
  const inScope = formulasInScope(sheet).filter(({ formula }) => callsAddIn(formula));
  if (inScope.length === 0) return [];
  const areas = [...sheet.read.formulas()].map((at) => spilledArea(sheet.read, at));
  return inScope.flatMap(({ formula, ...at }) => {
    const area = spilledArea(sheet.read, at);
    const isMixed = areas.some((other) => (other.top !== at.row || other.left !== at.column) && overlaps(other, area));
    const why = whyNot(sheet, valuesIn(sheet, area), isMixed);
    if (why === undefined) return [{ sheet, area, formula }];
    leftAlone.push({ cell: cellName(sheet, at), why });
    return [];
  });
}

function whyNot(
  { isProtected }: SheetInScope,
  values: readonly (readonly CellContent[])[],
  isMixed: boolean,
): string | undefined {
  const own = String(values[0]![0]);
  const unfit = values.flat().find((value) => errorCode.test(String(value)) && !constantErrors.test(String(value)));
  if (isProtected) return 'its sheet is protected';
  if (errorCode.test(own)) return `it shows ${own}`;
  if (unfit !== undefined) return `its table shows ${unfit}`;
  return isMixed ? 'its table cannot be told from that of a formula beside it' : undefined;
}

/** Takes back what was to be remembered, as far as that goes: what is left serves nothing and is removed another time. */
async function forget(port: WorkbookPort, before: readonly Frozen[], names: readonly string[]): Promise<void> {
  try {
    await remember(port, before);
    await port.remove({ sheets: [], names });
  } catch {
    return;
  }
}

const failed = (error: unknown, kept: string): WorkbookError =>
  new WorkbookError(`${error instanceof Error ? error.message : String(error)} ${kept}; try again.`, { cause: error });

function partition<Each>(all: readonly Each[], is: (one: Each) => boolean): [Each[], Each[]] {
  return [all.filter(is), all.filter((one) => !is(one))];
}
