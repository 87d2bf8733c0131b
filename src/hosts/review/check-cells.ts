import { findingAt, type ModelFinding } from './finding.ts';
import type { LiveModel } from './read-model.ts';
import { errorIn, formulaOf, type LiveSheet, type WorkbookRead } from './read-workbook.ts';
import { statusOf } from './model-status.ts';
import { stCalls, tableOf } from './st-calls.ts';

/** What is wrong in the cells and names of a workbook, whoever they belong to. */
export function checkCells({ view, sheets }: WorkbookRead, models: readonly LiveModel[]): readonly ModelFinding[] {
  const isChanged = models.some((model) => !model.live || statusOf(model).changes.length > 0);
  const inserted = models.length > 0;
  const names = view.names.flatMap(({ name, formula }): readonly ModelFinding[] =>
    formula.includes('#REF!') && !/^ST_Model_\d+_Sheet_\d+$/i.test(name)
      ? [
          {
            severity: 'error',
            kind: 'name',
            sentence: `The name ${name} is broken (${formula}): what it stood for is gone.`,
          },
        ]
      : [],
  );
  return [...names, ...sheets.flatMap((sheet) => checkSheet(sheet, inserted, isChanged))];
}

function checkSheet(sheet: LiveSheet, inserted: boolean, isChanged: boolean): readonly ModelFinding[] {
  const findings: ModelFinding[] = [];
  const following = new Map<string, string[]>();
  for (const [at, cell] of sheet.cells) {
    const formula = formulaOf(cell);
    const error = errorIn(cell.value);
    const calls = formula === undefined ? [] : stCalls(formula);
    if (formula?.includes('#REF!'))
      findings.push(
        findingAt(sheet, at, 'error', 'reference', `${at} refers to cells that are gone: =${formula.slice(0, 60)}.`),
      );
    else if (error !== undefined && /\bST\./i.test(formula ?? ''))
      findings.push(findingAt(sheet, at, error === '#NAME?' ? 'error' : 'warning', 'error', stError(at, error)));
    else if (error !== undefined) following.set(error, [...(following.get(error) ?? []), at]);
    if (inserted && calls.some((call) => tableOf(call) === undefined))
      findings.push(
        findingAt(
          sheet,
          at,
          isChanged ? 'warning' : 'note',
          'base case',
          `${at} gives the published base case, not the inserted model: give it the inputs table (ST_Inputs).`,
        ),
      );
  }
  for (const [error, [first, ...more]] of following) {
    const others = more.length > 0 ? ` and ${more.length} more ${more.length === 1 ? 'cell' : 'cells'}` : '';
    findings.push(
      findingAt(
        sheet,
        first!,
        'warning',
        'error',
        `${first}${others} of ${sheet.name} ${others ? 'show' : 'shows'} ${error}.`,
      ),
    );
  }
  return findings;
}

const stError = (at: string, error: string): string =>
  error === '#NAME?'
    ? `${at} shows #NAME?: the add-in is not loaded, or the function has another name. Open the add-in and calculate again.`
    : `${at} shows ${error}: select the cell and explain it to see why.`;
