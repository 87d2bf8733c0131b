import { InputError } from '../model/input-error.ts';
import { nearest } from '../model/nearest.ts';
import { normalise } from '../model/definitions.ts';
import { parseAddress } from './address.ts';
import { cellsOf } from './cells.ts';
import { tokens } from './formula-tokens.ts';
import type { SheetPlan } from './plan.ts';
import { sheetCatalogue } from './sheet-catalogue.ts';

/** The sheets that formulas refer to by name. */
export function sheetsRead(formulas: Iterable<string>): Set<string> {
  const found = new Set<string>();
  for (const formula of formulas)
    for (const token of tokens(formula))
      if (token.kind === 'reference' && token.reference.sheet !== undefined) found.add(token.reference.sheet);
  return found;
}

function* formulasOf(sheet: SheetPlan): Generator<string> {
  for (const { cell } of cellsOf(sheet)) if ('formula' in cell) yield cell.formula;
  for (const { categories, series } of sheet.charts) yield* [categories, ...series.map(({ values }) => values)];
}

/**
 * The names of the sheets wanted and of those that they read, through any number of sheets.
 *
 * @param echoed A sheet that all others echo; it comes along, and what it reads does not.
 * @throws InputError for a name that is no sheet's.
 */
export function chooseSheets(
  sheets: readonly SheetPlan[],
  wanted: readonly string[],
  echoed: string,
): ReadonlySet<string> {
  const names = sheetCatalogue.map(([name]) => name as string);
  const pending = wanted.map((one) => {
    const found = names.find((name) => normalise(name) === normalise(one));
    if (!found)
      throw new InputError(`There is no sheet "${one}". ${nearest(one, names)} The sheets are ${names.join(', ')}.`);
    return found;
  });
  const chosen = new Set([echoed]);
  while (pending.length > 0) {
    const name = pending.pop()!;
    if (chosen.has(name)) continue;
    chosen.add(name);
    const sheet = sheets.find((one) => one.name === name);
    if (sheet) pending.push(...sheetsRead(formulasOf(sheet)));
  }
  return chosen;
}

/** A sheet without the links that lead to sheets left out. */
export function withoutLinksTo(sheet: SheetPlan, kept: ReadonlySet<string>): SheetPlan {
  const leads = ({ to }: SheetPlan['links'][number]) => 'url' in to || kept.has(to.sheet);
  const links = sheet.links.filter(leads);
  if (links.length === sheet.links.length) return sheet;
  const blank = new Set(sheet.links.filter((link) => !leads(link)).map(({ cell }) => cell));
  const isBlank = (row: number, column: number) =>
    [...blank].some((cell) => {
      const at = parseAddress(cell);
      return at.row === row && at.column === column;
    });
  const blocks = sheet.blocks.map((block) => ({
    ...block,
    cells: block.cells.map((line, down) =>
      line.map((cell, across) => (cell && isBlank(block.row + down, block.column + across) ? null : cell)),
    ),
  }));
  return { ...sheet, links, blocks };
}
