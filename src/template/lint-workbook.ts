import { absoluteOnSheet, address, onSheet } from './address.ts';
import { cellsOf } from './cells.ts';
import { formulasOf, lintFormulas, lintYears } from './lint-formulas.ts';
import { lintColumns, lintInputs, lintSight, lintUnits, nameFault } from './lint-sheets.ts';
import type { Finding, LintCell, LintWorkbook, Report } from './lint-types.ts';
import type { PlannedCell, SheetPlan, WorkbookPlan } from './plan.ts';
import { styleParts } from './style-name.ts';

export type { Finding, LintCell, LintSheet, LintWorkbook } from './lint-types.ts';

/**
 * What is wrong with the build of a workbook: broken rows, numbers inside formulas, functions that differ between
 * programs, missing units, typed-in figures out of place, sheets that do not line up, broken references and names.
 * Values are no concern of it.
 *
 * @returns The findings, sheet by sheet; none for a sound workbook.
 */
export function lintWorkbook(workbook: LintWorkbook): Finding[] {
  const findings: Finding[] = [];
  const first = workbook.sheets.find(({ rules }) => rules.layout === 'time-series');
  for (const sheet of workbook.sheets) {
    const report: Report = (cell, rule, message, severity = 'error') =>
      findings.push({ severity, sheet: sheet.name, cell, rule, message });
    const formulas = formulasOf(sheet);
    lintFormulas(sheet, formulas, workbook, report);
    lintYears(sheet, formulas, workbook, report);
    lintUnits(sheet, report);
    lintInputs(sheet, report);
    lintSight(sheet, report);
    if (first && sheet !== first && sheet.rules.layout === 'time-series') lintColumns(sheet, first, report);
  }
  for (const { name, refersTo } of workbook.names) {
    const fault = nameFault(refersTo, workbook) ?? (isOurs(name) ? undefined : 'does not begin with ST_');
    if (fault) findings.push({ severity: 'error', sheet: '', cell: name, rule: 'name', message: `${name} ${fault}.` });
  }
  for (const { sheet, cell, from, refersTo } of workbook.pointers) {
    const fault = nameFault(refersTo, workbook);
    if (fault) findings.push({ severity: 'error', sheet, cell, rule: 'reference', message: `${from} ${fault}.` });
  }
  return findings;
}

const isOurs = (name: string): boolean => /^(ST_|_xlnm\.)/.test(name);

/** A planned workbook as the lint reads it. */
export const lintable = (plan: WorkbookPlan): LintWorkbook => ({
  complete: true,
  sheets: plan.sheets.map((sheet) => ({
    name: sheet.name,
    rules: sheet.rules,
    kind: sheet.kind,
    widths: sheet.widths,
    cells: new Map([...cellsOf(sheet)].map(({ row, column, cell }) => [address(row, column), lintCell(cell)])),
  })),
  names: plan.names.map(({ name, sheet, range }) => ({ name, refersTo: absoluteOnSheet(sheet, range) })),
  pointers: plan.sheets.flatMap(pointersOf),
});

const lintCell = (cell: PlannedCell): LintCell => ({
  ...(cell.style && { role: styleParts(cell.style).role }),
  ...('formula' in cell && { formula: cell.formula }),
  ...('value' in cell && { value: cell.value }),
});

const pointersOf = ({ name, charts, links, print }: SheetPlan): LintWorkbook['pointers'] => [
  ...charts.flatMap(({ title, covers, categories, series }) =>
    [categories, ...series.map(({ values }) => values)].map((refersTo) => ({
      sheet: name,
      cell: covers,
      from: `The chart "${title}"`,
      refersTo,
    })),
  ),
  ...links.flatMap(({ cell, to }) =>
    'url' in to ? [] : [{ sheet: name, cell, from: 'The link', refersTo: absoluteOnSheet(to.sheet, to.cell) }],
  ),
  { sheet: name, cell: print.area, from: 'The print area', refersTo: absoluteOnSheet(name, print.area) },
];

/** A finding in one line. */
export const findingText = ({ severity, sheet, cell, rule, message }: Finding): string =>
  `${severity} ${sheet && cell ? onSheet(sheet, cell) : sheet || cell} ${rule}: ${message}`;
