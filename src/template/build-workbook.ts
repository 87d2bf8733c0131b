import { applyScenario, findScenario } from '../company/changes.ts';
import type { OperatingModel } from '../company/operating-model.ts';
import type { Inputs } from '../model/inputs.ts';
import { solve } from '../model/readings/solve.ts';
import { Book } from './book.ts';
import { driversSheet, liveSheet, scenariosSheet, statementSheets } from './book-layout.ts';
import { makeChecksSheet } from './checks-sheet.ts';
import { makeCompsSheet } from './comps-sheet.ts';
import { makeCoverSheet } from './cover-sheet.ts';
import { makeDriversSheet } from './drivers-sheet.ts';
import { inputsTable, makeLiveSheet } from './live-sheet.ts';
import type { DefinedName, WorkbookPlan } from './plan.ts';
import { makeScenariosSheet } from './scenarios-sheet.ts';
import { scenarioNameCell, scenarioNumberCell } from './sheet-frame.ts';
import { makeOwnershipSheet } from './ownership-sheet.ts';
import { makeIndustrySheet } from './industry-sheet.ts';
import { makeReconciliationSheet } from './reconciliation-sheet.ts';
import { makeReportNotesSheet } from './report-notes-sheet.ts';
import { sheetCatalogue } from './sheet-catalogue.ts';
import { valuationSheet } from './valuation-grids.ts';
import { makeValuationSheet } from './valuation-sheet.ts';
import { statementSheet } from './statement-sheet.ts';

export type WorkbookOptions = {
  /** The inputs that stand on Drivers; the published base case if left out. */
  readonly inputs?: Inputs;
  /** Id or name of the scenario in use. */
  readonly scenario?: string;
  /** Names of the sheets wanted; those that their formulas read come along. All if left out. */
  readonly sheets?: readonly string[];
};

/** The whole operating model as a workbook of native formulas: pure data, for any host to write. */
export function buildWorkbook(desk: OperatingModel, options: WorkbookOptions = {}): WorkbookPlan {
  const { company, model } = desk;
  const inputs = options.inputs ?? desk.base;
  const scenario = options.scenario === undefined ? 0 : company.scenarios.indexOf(findScenario(desk, options.scenario));
  const solution = solve(model, applyScenario(desk, inputs, company.scenarios[scenario]!.id));
  const book = new Book(desk, inputs, solution, scenario);
  const drivers = makeDriversSheet(book);
  const live = makeLiveSheet(book);
  const valuation = makeValuationSheet(book);
  const statements = statementSheets.map((sheet) =>
    sheet.name === valuationSheet ? valuation.sheet : statementSheet(book, sheet),
  );
  const comps = makeCompsSheet(book);
  const ownership = makeOwnershipSheet(book);
  const reconciliation = makeReconciliationSheet(book);
  const made = [
    drivers,
    makeScenariosSheet(book),
    live,
    ...statements,
    comps.sheet,
    ownership.sheet,
    makeIndustrySheet(book),
    reconciliation.sheet,
    makeReportNotesSheet(book),
    makeChecksSheet(
      book,
      { drivers, live },
      [...valuation.checks, ...reconciliation.checks, ...ownership.checks],
      comps.alerts,
    ),
  ];
  const names = ['Cover', ...made.map(({ name }) => name)];
  const order = sheetCatalogue.map(([name]) => name as string);
  const sheets = [makeCoverSheet(book, names), ...made].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return {
    properties: {
      title: `${company.name} (${company.ticker}): operating model`,
      author: 'ST Model',
      company: 'ST Model',
      created: `${company.report.pricingDate}T00:00:00Z`,
    },
    sheets,
    names: namesOf(book),
  };
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
];
