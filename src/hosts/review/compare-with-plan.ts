import { parseAddress } from '../../template/address.ts';
import { relativeForm, tokens } from '../../template/formula-tokens.ts';
import { findingAt, type ModelFinding } from './finding.ts';
import type { SheetBesidePlan } from './live-plan.ts';
import { formulaOf } from './read-workbook.ts';

/** Formulas of a sheet that are no longer as planned: typed over, emptied, or others. */
export function compareWithPlan(
  { sheet, cells, isRestructured }: SheetBesidePlan,
  restructured: ReadonlySet<string>,
): readonly ModelFinding[] {
  if (isRestructured) return [];
  const findings: ModelFinding[] = [];
  for (const [at, planned] of cells) {
    if (!('formula' in planned)) continue;
    const live = sheet.cells.get(at);
    const formula = formulaOf(live);
    if (formula === planned.formula) continue;
    if (formula !== undefined) {
      if (formula.includes('#REF!') || sameFormula(formula, planned.formula, at)) continue;
      if (readsAnyOf(formula, restructured)) continue;
      findings.push(
        findingAt(
          sheet,
          at,
          'warning',
          'other formula',
          `${at} holds another formula than the model gave it: ${short(`=${planned.formula}`)}.`,
        ),
      );
    } else if (live)
      findings.push(
        findingAt(
          sheet,
          at,
          'error',
          'typed over',
          `${short(String(live.formula))} is typed over the formula of ${at}, ${short(`=${planned.formula}`)}: the cell no longer follows the model.`,
        ),
      );
    else
      findings.push(
        findingAt(
          sheet,
          at,
          'error',
          'emptied',
          `${at} is empty; the model has a formula there, ${short(`=${planned.formula}`)}.`,
        ),
      );
  }
  return findings;
}

/** Whether two formulas of a cell read the same, however a program writes spaces, quotes and capitals. */
function sameFormula(a: string, b: string, at: string): boolean {
  const place = parseAddress(at);
  return relativeForm(tokens(a), place) === relativeForm(tokens(b), place);
}

const readsAnyOf = (formula: string, sheets: ReadonlySet<string>): boolean =>
  sheets.size > 0 &&
  tokens(formula).some((token) => token.kind === 'reference' && sheets.has(token.reference.sheet ?? ''));

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);
