import { contains, range, type Area, type Position } from '../../template/address.ts';
import { WorkbookError, type CellContent, type Entry, type WorkbookPort } from '../workbook-port.ts';
import { formulaNow, namesOf, placeOf, remember, remembered, type Frozen, type Memory } from './frozen-memory.ts';
import { cellName, sheetsInScope, type Done, type LeftAlone, type Scope, type SheetInScope } from './scope.ts';

type ToRestore = { readonly frozen: Frozen; readonly entry: Entry };

/**
 * Brings back the formulas that freeze turned into values. References follow rows that were inserted or moved in
 * between. A cell whose value is not the frozen one any more, or whose table has been typed into, is left alone, and
 * so is a formula whose references are gone.
 *
 * @throws WorkbookError where the spreadsheet fails: what was not yet restored stays remembered.
 * @example const { formulas, leftAlone } = await restore(port, 'workbook')
 */
export async function restore(port: WorkbookPort, scope: Scope): Promise<Done> {
  const view = await port.look();
  const memory = await remembered(port, view);
  const byName = new Map(view.names.map((one) => [one.name, one.formula]));
  const sheets = memory.frozen.length > 0 ? await sheetsInScope(port, view, scope) : [];
  const leftAlone: LeftAlone[] = [];
  const chosen: ToRestore[] = [];
  const done: Frozen[] = [];
  for (const frozen of memory.frozen) {
    const place = placeOf(view, byName.get(frozen.name) ?? '');
    const sheet = sheets.find(({ id }) => id === place?.sheet.id);
    if (!place || !sheet || !contains(sheet.area, place.at)) continue;
    const formula = formulaNow(view, frozen);
    // It was never overwritten, or brought back by hand.
    if (sheet.read.formula(place.at) === formula && sheet.read.hasFormula(place.at)) {
      done.push(frozen);
      continue;
    }
    const why = whyNot(sheet, place.at, frozen, formula);
    if (why === undefined) chosen.push({ frozen, entry: entryOf(sheet, place.at, frozen, formula!) });
    else leftAlone.push({ cell: cellName(sheet, place.at), why });
  }
  if (chosen.length > 0) {
    try {
      await port.enter(chosen.map(({ entry }) => entry));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new WorkbookError(`${why} Formulas that were not yet restored are still remembered; try again.`, {
        cause: error,
      });
    }
    done.push(...chosen.map(({ frozen }) => frozen));
  }
  await forgetDone(port, memory, done);
  return {
    formulas: chosen.length,
    cells: chosen.reduce((sum, { entry: { cells } }) => sum + cells.length * cells[0]!.length, 0),
    leftAlone,
  };
}

/** Forgets what is back in its cell. What cannot be forgotten now is found to be done by the next freeze or restore. */
async function forgetDone(port: WorkbookPort, memory: Memory, done: readonly Frozen[]): Promise<void> {
  const names = [...memory.unused, ...done.flatMap(namesOf)];
  const left = memory.frozen.filter((one) => !done.includes(one));
  try {
    if (memory.isStale || done.length > 0) await remember(port, left);
    if (names.length > 0) await port.remove({ sheets: [], names });
  } catch {
    return;
  }
}

function whyNot(
  sheet: SheetInScope,
  { row, column }: Position,
  { values }: Frozen,
  formula: string | undefined,
): string | undefined {
  const changed = (down: number, across: number, held: CellContent): boolean => {
    const at = { row: row + down, column: column + across };
    const isBlank = sheet.read.formula(at) === '' && sheet.read.value(at) === '';
    if (isBlank && (down > 0 || across > 0)) return false;
    return sheet.read.hasFormula(at) || !isSame(sheet.read.value(at), held);
  };
  if (sheet.isProtected) return 'its sheet is protected';
  if (changed(0, 0, values[0]![0]!)) return 'it was changed since it was frozen';
  if (values.some((line, down) => line.some((held, across) => changed(down, across, held))))
    return 'its table was changed since it was frozen';
  return formula === undefined ? 'what its formula refers to is gone' : undefined;
}

const isSame = (a: CellContent, b: CellContent): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-14 * Math.abs(b) : a === b;

/** The formula in its cell, and the rest of its table emptied for it. */
function entryOf(sheet: SheetInScope, { row, column }: Position, { values }: Frozen, formula: string): Entry {
  const area: Area = {
    top: row,
    left: column,
    bottom: row + values.length - 1,
    right: column + values[0]!.length - 1,
  };
  const cells = values.map((line, down) => line.map((_, across) => (down === 0 && across === 0 ? formula : '')));
  return { sheetId: sheet.id, range: range(area), cells };
}
