import type { OperatingModel } from '../../company/operating-model.ts';
import { driversSheet } from '../../template/book-layout.ts';
import { templateVersion } from '../../template/template-version.ts';
import type { WorkbookPort } from '../workbook-port.ts';
import { checkCells } from './check-cells.ts';
import { checkFlags } from './check-flags.ts';
import { checkInputs } from './check-inputs.ts';
import { compareWithPlan } from './compare-with-plan.ts';
import { findingAt, sortFindings, type ModelFinding } from './finding.ts';
import { lineOf, lintLive } from './lint-live.ts';
import { besidePlan } from './live-plan.ts';
import { statusOf } from './model-status.ts';
import { modelsIn, type LiveModel } from './read-model.ts';
import { readWorkbook, type WorkbookRead } from './read-workbook.ts';

/**
 * Everything to look at in the inserted models and the rest of a workbook; it changes nothing.
 *
 * @returns Errors first, then warnings and notes, each in the order of the sheets; none for models as inserted.
 * @throws WorkbookError where the spreadsheet would not be read.
 * @example (await checkModel(port, desk)).filter(({ severity }) => severity === 'error')
 */
export async function checkModel(port: WorkbookPort, desk: OperatingModel): Promise<readonly ModelFinding[]> {
  const read = await readWorkbook(port);
  const models = modelsIn(read, desk);
  const found = [...models.flatMap((model) => checkOne(model, read)), ...checkCells(read, models)];
  return sortFindings(found, read.view.sheets);
}

function checkOne(model: LiveModel, read: WorkbookRead): readonly ModelFinding[] {
  const beside = besidePlan(model);
  const restructured = new Set(beside.flatMap(({ isRestructured, sheet }) => (isRestructured ? [sheet.name] : [])));
  const cells = beside.flatMap((one) => compareWithPlan(one, restructured));
  const drivers = beside.find(({ planned }) => planned === driversSheet);
  const inputs = drivers ? checkInputs(model, drivers) : [];
  const own = [...cells, ...inputs];
  const known = new Set(own.map(({ sheetName, range }) => lineOf(sheetName!, range!)));
  return [
    ...wholeModel(model, inputs.length > 0),
    ...beside.flatMap(({ isRestructured, sheet }) =>
      isRestructured
        ? [
            findingAt(
              sheet,
              'A1',
              'note',
              'restructured',
              `Rows or columns of ${sheet.name} were moved: its formulas are checked by themselves, not against the model.`,
            ),
          ]
        : [],
    ),
    ...own,
    ...checkFlags(model, beside),
    ...lintLive(beside, read, known),
  ];
}

function wholeModel(model: LiveModel, hasInputFaults: boolean): readonly ModelFinding[] {
  const { id, version, deleted, fault } = model;
  const findings: ModelFinding[] = deleted.map((name) => ({
    severity: 'error',
    kind: 'sheet deleted',
    sentence: `The sheet ${name} of model ${id} has been deleted; what read it shows #REF!. Insert the model again to have it.`,
  }));
  if (version < templateVersion)
    findings.push({
      severity: 'note',
      kind: 'version',
      sentence: `Model ${id} was inserted by an older version of the add-in (template ${version}, now ${templateVersion}): differences from the model may come from that.`,
    });
  if (fault !== undefined && !hasInputFaults) findings.push({ severity: 'error', kind: 'inputs', sentence: fault });
  const { changes, remarks } = statusOf(model);
  if (fault === undefined)
    for (const sentence of remarks) findings.push({ severity: 'warning', kind: 'shown', sentence });
  if (changes.length > 0)
    findings.push({
      severity: 'note',
      kind: 'base case',
      sentence: `${changes.length} ${changes.length === 1 ? 'input differs' : 'inputs differ'} from the published base case.`,
    });
  return findings;
}
