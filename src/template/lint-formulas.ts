import { columnLetters, columnNumber, contains, parseAddress, parseRange, type Position } from './address.ts';
import { cellOf, isSingleCell, placed, relativeForm, tokens, type Reference, type Token } from './formula-tokens.ts';
import type { LintSheet, LintWorkbook, Report } from './lint-types.ts';

/** The functions that give the same in every Excel, in LibreOffice and in the grid of the browser. */
const safeFunctions: ReadonlySet<string> = new Set(
  (
    'SUM AVERAGE MEDIAN QUARTILE MIN MAX IF IFERROR INDEX MATCH SUMPRODUCT SUMIF ROUND CHOOSE ABS AND OR NOT ' +
    'ISNUMBER COUNT COUNTIF DATE EDATE LARGE RANK'
  ).split(' '),
);

/**
 * Arguments that say how, not how much: a number may stand there. The digits of ROUND, and which quartile is meant;
 * a quartile has no other form in the functions that are the same everywhere.
 */
const numberMayStand = new Set(['ROUND 1', 'QUARTILE 1']);

/** A formula of a sheet, taken apart once for every check. */
type SheetFormula = { readonly address: string; readonly at: Position; readonly parts: readonly Token[] };

export const formulasOf = (sheet: LintSheet): SheetFormula[] =>
  [...sheet.cells].flatMap(([address, { formula }]) =>
    formula === undefined ? [] : [{ address, at: parseAddress(address), parts: tokens(formula) }],
  );

/** Each formula by itself: what it is made of and what it refers to. */
export function lintFormulas(
  sheet: LintSheet,
  formulas: readonly SheetFormula[],
  workbook: LintWorkbook,
  report: Report,
): void {
  const names = new Set(workbook.names.map(({ name }) => name.toUpperCase()));
  const sheets = new Map(workbook.sheets.map((one) => [one.name, one]));
  for (const { address, parts } of formulas) {
    for (const { token, within, argument } of placed(parts)) {
      if (token.kind === 'number' && Number(token.text) !== 0 && Number(token.text) !== 1) {
        if (!numberMayStand.has(`${within} ${argument}`))
          report(address, 'constant', `The number ${token.text} stands in the formula; give it a cell with a name.`);
      } else if (token.kind === 'function') lintFunction(token.text.toUpperCase(), address, sheet, report);
      else if (token.kind === 'name' && !names.has(token.text.toUpperCase()))
        report(address, 'name', `The workbook has no name ${token.text}.`);
      else if (token.kind === 'error') report(address, 'reference', `The formula holds ${token.text}.`);
      else if (token.kind === 'unknown') report(address, 'formula', `"${token.text}" is not understood in a formula.`);
      else if (token.kind === 'reference') lintReference(token.reference, address, sheet, sheets, workbook, report);
    }
  }
}

function lintFunction(name: string, address: string, { rules, kind, cells }: LintSheet, report: Report): void {
  const at = parseAddress(address);
  const isOwn =
    name.startsWith('ST.') && rules.customFunctions?.some((where) => contains(parseRange(where), at)) === true;
  if (!safeFunctions.has(name) && !isOwn)
    report(address, 'function', `${name} is not among the functions that give the same everywhere.`);
  const role = cells.get(address)?.role;
  if (name === 'IFERROR' && kind === 'working' && (role === 'formula' || role === 'link'))
    report(address, 'hidden-error', 'IFERROR hides a fault in a row that others are calculated from.', 'warning');
}

function lintReference(
  reference: Reference,
  address: string,
  own: LintSheet,
  sheets: ReadonlyMap<string, LintSheet>,
  { complete }: LintWorkbook,
  report: Report,
): void {
  const target = reference.sheet === undefined ? own : sheets.get(reference.sheet);
  if (!target) report(address, 'reference', `There is no sheet "${reference.sheet}".`);
  else if (complete && isSingleCell(reference) && !target.cells.has(cellOf(reference)))
    report(address, 'empty-reference', `${target.name}!${cellOf(reference)} is empty.`);
}

/** The formulas of a row beside each other: one for all estimate years, and none that looks ahead. */
export function lintYears(
  sheet: LintSheet,
  formulas: readonly SheetFormula[],
  workbook: LintWorkbook,
  report: Report,
): void {
  const { years, irregular = [], lookAhead = [] } = sheet.rules;
  if (!years || sheet.rules.layout !== 'time-series') return;
  const isOneOf = (ranges: readonly string[], at: Position) => ranges.some((text) => contains(parseRange(text), at));
  const estimates = new Set(years.estimate.map(columnNumber));
  const all = [...years.opening, ...years.actual, ...years.estimate].map(columnNumber);
  const rows = new Map<number, SheetFormula[]>();
  for (const formula of formulas) {
    const { at, address, parts } = formula;
    if (!all.includes(at.column) || at.row < sheet.rules.firstRow) continue;
    if (!isOneOf(lookAhead, at)) lintLookAhead(address, at, parts, sheet, workbook, report);
    if (estimates.has(at.column) && !isOneOf(irregular, at)) rows.set(at.row, [...(rows.get(at.row) ?? []), formula]);
  }
  for (const [row, cells] of rows) {
    const [first, ...others] = cells.map((cell) => ({ ...cell, form: relativeForm(cell.parts, cell.at) }));
    for (const { address, form } of others)
      if (form !== first!.form)
        report(address, 'one-formula', `The formula differs from that of ${first!.address} in the same row.`);
    for (const column of estimates) {
      const address = `${columnLetters(column)}${row}`;
      const cell = sheet.cells.get(address);
      if (cell?.formula === undefined && !isOneOf(irregular, { row, column }))
        report(
          address,
          'one-formula',
          cell?.value === undefined
            ? `The row has a formula in ${first!.address} and none here.`
            : `A typed-in value stands over the formula of the row, that of ${first!.address}.`,
        );
    }
  }
}

/** A reference whose column moves with the formula must not reach a later year. */
function lintLookAhead(
  address: string,
  at: Position,
  parts: readonly Token[],
  sheet: LintSheet,
  workbook: LintWorkbook,
  report: Report,
): void {
  for (const token of parts) {
    if (token.kind !== 'reference') continue;
    const target = workbook.sheets.find(({ name }) => name === (token.reference.sheet ?? sheet.name));
    const years = target?.rules.layout === 'time-series' ? target.rules.years : undefined;
    const columns = [...(years?.opening ?? []), ...(years?.actual ?? []), ...(years?.estimate ?? [])].map(columnNumber);
    const { from, to } = token.reference;
    const later = [from, to].find(
      ({ column, columnFixed }) =>
        column !== undefined && !columnFixed && column > at.column && columns.includes(column),
    );
    if (later) report(address, 'later-year', `${token.text} is a later year than the formula's own.`);
  }
}
