import { applyScenario, findScenario } from '../company/changes.ts';
import type { OperatingModel } from '../company/operating-model.ts';
import type { Inputs } from '../model/inputs.ts';
import { solve } from '../model/readings/solve.ts';
import { Book } from './book.ts';
import {
  checksSheet,
  driversSheet,
  liveSheet,
  scenariosSheet,
  statementSheets,
  valuationSheet,
} from './book-layout.ts';
import type { Alert } from './alerts.ts';
import { makeChecksSheet, type SheetCheck } from './checks-sheet.ts';
import { chooseSheets, withoutLinksTo } from './choose-sheets.ts';
import { compsSheet, compsStatusCell } from './comps-layout.ts';
import { makeCompsSheet } from './comps-sheet.ts';
import { makeCoverSheet } from './cover-sheet.ts';
import { makeDriversSheet } from './drivers-sheet.ts';
import { inputChecks } from './input-checks.ts';
import { inputsTable, makeLiveSheet } from './live-sheet.ts';
import type { DefinedName, SheetPlan, WorkbookPlan } from './plan.ts';
import { makeScenariosSheet } from './scenarios-sheet.ts';
import { scenarioNameCell, scenarioNumberCell } from './sheet-frame.ts';
import { makeOwnershipSheet } from './ownership-sheet.ts';
import { makeFocusChartsSheet } from './focus-charts-sheet.ts';
import { makeSummarySheet } from './summary-sheet.ts';
import { makeIndustrySheet } from './industry-sheet.ts';
import { makeReconciliationSheet } from './reconciliation-sheet.ts';
import { makeReportNotesSheet } from './report-notes-sheet.ts';
import { sheetCatalogue } from './sheet-catalogue.ts';
import { makeValuationSheet } from './valuation-sheet.ts';
import { statementSheet } from './statement-sheet.ts';

type WorkbookOptions = {
  /** The inputs that stand on Drivers; the published base case if left out. */
  readonly inputs?: Inputs;
  /** Id or name of the scenario in use. */
  readonly scenario?: string;
  /** Names of the sheets wanted; those that their formulas read come along. All if left out. */
  readonly sheets?: readonly string[];
  /**
   * Whether functions of the add-in stand on the sheet of reconciliation, beside what the sheets calculate. A workbook
   * that is read without the add-in goes without them.
   */
  readonly withFunctions?: boolean;
};

/**
 * The whole operating model as a workbook of native formulas: pure data, for any host to write.
 *
 * @throws InputError for an unknown scenario or sheet.
 * @example buildWorkbook(desk, { scenario: 'bear' }).sheets.map(({ name }) => name)
 */
export function buildWorkbook(desk: OperatingModel, options: WorkbookOptions = {}): WorkbookPlan {
  const { company, model } = desk;
  const inputs = options.inputs ?? desk.base;
  const scenario = options.scenario === undefined ? 0 : company.scenarios.indexOf(findScenario(desk, options.scenario));
  const solution = solve(model, applyScenario(desk, inputs, company.scenarios[scenario]!.id));
  const bookWith = (failed?: number) => new Book(desk, inputs, solution, scenario, failed);
  const withFunctions = options.withFunctions === true;
  const everything = makeSheets(bookWith(), withFunctions);
  const kept = options.sheets
    ? chooseSheets(everything.sheets, options.sheets, checksSheet)
    : new Set<string>(sheetCatalogue.map(([name]) => name));
  // Every sheet echoes how many checks fail: known only once it is known which sheets there are.
  const failed = failedOn(kept, everything);
  const made = failed === everything.book.failedChecks ? everything : makeSheets(bookWith(failed), withFunctions);
  const { book } = made;
  const cover = kept.has('Cover') ? [makeCoverSheet(book, [...kept])] : [];
  const order = sheetCatalogue.map(([name]) => name as string);
  const sheets = [...cover, ...made.sheets.filter(({ name }) => kept.has(name)), makeChecks(made, kept)]
    .map((sheet) => withoutLinksTo(sheet, kept))
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return {
    properties: {
      title: `${company.name} (${company.ticker}): operating model`,
      author: 'ST Model',
      company: 'ST Model',
      created: `${company.report.pricingDate}T00:00:00Z`,
    },
    sheets,
    names: namesOf(book).filter(({ sheet }) => kept.has(sheet)),
  };
}

type Made = {
  readonly book: Book;
  /** All but the cover and the checks, which say what the others hold. */
  readonly sheets: readonly SheetPlan[];
  readonly checks: readonly SheetCheck[];
  readonly alerts: readonly Alert[];
};

function makeSheets(book: Book, withFunctions: boolean): Made {
  const valuation = makeValuationSheet(book);
  const comps = makeCompsSheet(book);
  const ownership = makeOwnershipSheet(book);
  const reconciliation = makeReconciliationSheet(book, withFunctions);
  const sheets = [
    makeSummarySheet(book, ownership),
    makeFocusChartsSheet(book, valuation.footballField),
    makeDriversSheet(book),
    makeScenariosSheet(book),
    makeLiveSheet(book),
    ...statementSheets.map((sheet) => (sheet.name === valuationSheet ? valuation.sheet : statementSheet(book, sheet))),
    comps.sheet,
    ownership.sheet,
    makeIndustrySheet(book),
    reconciliation.sheet,
    makeReportNotesSheet(book),
  ];
  return {
    book,
    sheets,
    checks: [...valuation.checks, ...reconciliation.checks, ...ownership.checks],
    alerts: comps.alerts,
  };
}

const failedOn = (kept: ReadonlySet<string>, { book, checks }: Made): number =>
  statementSheets.filter(({ name }) => kept.has(name)).reduce((sum, { name }) => sum + book.failed(name), 0) +
  checks.filter(({ sheet, cached }) => kept.has(sheet) && cached.flag === 1).length +
  inputChecks(book).filter(({ cached }) => cached !== 0).length;

function makeChecks({ book, sheets, checks, alerts }: Made, kept: ReadonlySet<string>): SheetPlan {
  const find = (name: string) => sheets.find((sheet) => sheet.name === name)!;
  return makeChecksSheet(book, {
    kept,
    drivers: find(driversSheet),
    live: find(liveSheet),
    checks: checks.filter(({ sheet }) => kept.has(sheet)),
    alerts,
  });
}

/** Names only where a machine must find a range. */
const namesOf = (book: Book): readonly DefinedName[] => [
  { name: 'ST_Inputs', sheet: liveSheet, range: inputsTable(book), comment: 'The inputs that the ST functions take' },
  { name: 'ST_Case', sheet: scenariosSheet, range: scenarioNumberCell, comment: 'Number of the scenario in use' },
  {
    name: 'ST_Scenario',
    sheet: scenariosSheet,
    range: scenarioNameCell,
    comment: 'The scenario in use: one cell drives all',
  },
  { name: 'ST_Drivers', sheet: driversSheet, range: inputsTable(book), comment: 'Scalars and drivers to type in' },
  { name: 'ST_COMPS_STATUS', sheet: compsSheet, range: compsStatusCell, comment: 'Where the comps come from and when' },
];
