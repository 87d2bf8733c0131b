import { address, columnLetters } from '../../template/address.ts';
import { checksSheet, driversSheet, liveSheet } from '../../template/book-layout.ts';
import { tokens } from '../../template/formula-tokens.ts';
import { checks } from '../../company/checks.ts';
import { findingAt, type ModelFinding } from './finding.ts';
import type { SheetBesidePlan } from './live-plan.ts';
import type { LiveModel } from './read-model.ts';

/** Columns of the sheet of checks: what is checked, what was found, and the flag. */
const [labelColumn, foundColumn, flagColumn] = [2, 5, 6];

/** The checks of a model that fail, and the alerts that the published base case does not raise. */
export function checkFlags(model: LiveModel, beside: readonly SheetBesidePlan[]): readonly ModelFinding[] {
  const own = beside.find(({ planned }) => planned === checksSheet);
  if (!own || own.isRestructured) return exactChecks(model);
  return [...own.cells].flatMap(([at, planned]): readonly ModelFinding[] => {
    if (!at.startsWith(columnLetters(flagColumn)) || !('formula' in planned)) return [];
    const line = Number(/\d+/.exec(at)![0]);
    const label = own.sheet.cells.get(address(line, labelColumn))?.value;
    const flag = own.sheet.cells.get(at)?.value;
    if (typeof label !== 'string') return [];
    if (typeof planned.cached === 'number') {
      if (flag === 0) return [];
      const { sheet, range } = placeOf(own, beside, line);
      const found = own.sheet.cells.get(address(line, foundColumn))?.value;
      const off = typeof found === 'number' ? `off by ${Number(found.toPrecision(6))}` : `showing ${String(found)}`;
      return [findingAt(sheet, range, 'error', 'check', `The check "${label}" fails: ${off}.`)];
    }
    const raised = own.cells.get(address(line, foundColumn));
    if (
      flag === 'ok' ||
      flag === planned.cached ||
      (raised && 'formula' in raised && countsMarks(raised.formula, model))
    )
      return [];
    return [findingAt(own.sheet, at, 'warning', 'alert', `Alert: ${label}.`)];
  });
}

/** Where the sheet of checks leads to from a line; the line itself where it leads nowhere. */
function placeOf({ plan, sheet }: SheetBesidePlan, beside: readonly SheetBesidePlan[], line: number) {
  const link = plan.links.find(({ cell }) => cell === address(line, 4));
  const target = link && 'sheet' in link.to ? link.to : undefined;
  const there = target && beside.find((one) => one.sheet.name === target.sheet);
  return there ? { sheet: there.sheet, range: target.cell } : { sheet, range: address(line, labelColumn) };
}

/** Whether an alert counts marks beside inputs, which are reported one by one, or the choice of a scenario. */
function countsMarks(formula: string, { sheets }: LiveModel): boolean {
  const inputs = [driversSheet, liveSheet, 'Scenarios'].map((name) => sheets.get(name)?.name);
  const read = tokens(formula).flatMap((token) => (token.kind === 'reference' ? [token.reference.sheet] : []));
  return read.length > 0 && read.every((name) => name !== undefined && inputs.includes(name));
}

/** The checks by the exact solve, where the workbook has no sheet of checks that can be read. */
function exactChecks({ desk, live }: LiveModel): readonly ModelFinding[] {
  if (!live) return [];
  return checks(desk, live.solution).flatMap(({ kind, passed, name, detail }): readonly ModelFinding[] =>
    kind === 'check' && !passed
      ? [{ severity: 'error', kind: 'check', sentence: `The check "${name}" fails: ${detail}.` }]
      : [],
  );
}
