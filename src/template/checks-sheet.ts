import type { Row } from '../model/row.ts';
import { address, columnLetters, onSheet, range } from './address.ts';
import { alertsOf, type Alert } from './alerts.ts';
import { checksSheet, firstRow } from './book-layout.ts';
import type { Book } from './book.ts';
import { Cells } from './cells.ts';
import { sheetsRead } from './choose-sheets.ts';
import { inputChecks, type InputCheck } from './input-checks.ts';
import { titlePoints } from './page-breaks.ts';
import type { Link, SheetPlan } from './plan.ts';
import { masterCell, masterCountCell, masterWord, printed, putHead } from './sheet-frame.ts';
import { styled } from './style-name.ts';

export const alertCountCell = 'E6';
const firstLine = 10;

/** A check that a sheet beside the statements makes: the cell that is 1 where it fails. */
export type SheetCheck = {
  readonly name: string;
  readonly unit: string;
  readonly sheet: string;
  /** The cell with the difference, and the one that is 1 where it is too large. */
  readonly difference: string;
  readonly flag: string;
  readonly cached: { readonly difference: number; readonly flag: 0 | 1 };
};

/** What the checks are made from: the sheets that the workbook has, and what they check and ask to look at. */
type ChecksParts = {
  readonly kept: ReadonlySet<string>;
  readonly drivers: SheetPlan;
  readonly live: SheetPlan;
  readonly checks: readonly SheetCheck[];
  readonly alerts: readonly Alert[];
};

/** Checks: every check of every sheet, the master that all sheets echo, and alerts counted apart. */
export function makeChecksSheet(
  book: Book,
  { kept, drivers, live, checks, alerts: moreAlerts }: ChecksParts,
): SheetPlan {
  const cells = new Cells(checksSheet);
  const links: Link[] = [...putHead(cells, book, checksSheet, 10)];
  const label = (cell: string, text: string) =>
    cells.put(cell, { value: text, style: styled('label', 'general', 'bold') });
  label('B4', 'Master check');
  label('B5', 'Checks that fail');
  label('B6', 'Alerts (no errors: they ask for a look)');

  const own = [...book.statementLines].flatMap(([sheet, lines]) =>
    lines.flatMap(({ line, of }) => ('check' in of && kept.has(sheet) ? [{ sheet, line, row: of.check }] : [])),
  );
  const head = (line: number, texts: readonly string[]) =>
    cells.putRow(
      line,
      2,
      texts.map((value, index) => ({
        value,
        style: styled('column-head', 'text', ...(index < 3 ? (['left'] as const) : [])),
      })),
    );
  head(firstLine - 1, ['Check', 'unit', 'sheet', 'largest', 'result']);
  let line = firstLine;
  for (const check of own) putOwn(cells, book, links, line++, check);
  for (const check of checks) putSheetCheck(cells, links, line++, check);
  for (const check of inputChecks(book)) putInputCheck(cells, book, links, line++, check);
  const lastCheck = line - 1;

  const alerts = [...alertsOf(book, drivers, live), ...moreAlerts].filter(({ formula }) =>
    [...sheetsRead([formula])].every((sheet) => kept.has(sheet)),
  );
  line += 2;
  head(line - 1, ['Alert', '', '', 'found', 'result']);
  const firstAlert = line;
  for (const alert of alerts) putAlert(cells, line++, alert);

  const flags = range({ top: firstLine, left: 6, bottom: lastCheck, right: 6 });
  const names = range({ top: firstLine, left: 2, bottom: lastCheck, right: 2 });
  const raised = range({ top: firstAlert, left: 5, bottom: line - 1, right: 5 });
  cells.put(masterCountCell, {
    // Whatever is not zero fails: an error, too.
    formula: `SUMPRODUCT(1-(${names}=""))-COUNTIF(${flags},0)`,
    cached: book.failedChecks,
    style: styled('headline', 'number'),
  });
  cells.put(masterCell, {
    formula: `IF(${masterCountCell}=0,"${masterWord(0)}","${masterWord(1)}")`,
    cached: masterWord(book.failedChecks),
    style: styled('headline', 'text'),
  });
  cells.put(alertCountCell, {
    formula: `COUNTIF(${raised},">0")`,
    cached: alerts.filter(({ cached }) => cached > 0).length,
    style: styled('headline', 'number'),
  });
  return {
    name: checksSheet,
    kind: 'control',
    rules: { layout: 'table', firstRow, inputs: [] },
    widths: [2.5, 66, 11, 18, 16, 12, 10, 12, 10, 18],
    heights: { 1: titlePoints, 4: 16, 5: 16, 6: 16 },
    freeze: { rows: 3, columns: 2 },
    blocks: cells.blocks(),
    validations: [],
    conditionalFormats: [
      { range: flags, when: { kind: 'value', is: 'greaterThan', than: 0 }, look: 'error' },
      { range: flags, when: { kind: 'value', is: 'equal', than: 0 }, look: 'ok' },
      { range: raised, when: { kind: 'value', is: 'greaterThan', than: 0 }, look: 'warning' },
      { range: masterCell, when: { kind: 'formula', formula: `${masterCountCell}>0` }, look: 'error' },
    ],
    notes: [],
    links,
    charts: [],
    print: printed(book, checksSheet, range({ top: 1, left: 1, bottom: line - 1, right: 10 }), {
      repeatRows: '1:3',
      breaks: [firstAlert - 1],
    }),
  };
}

function putOwn(
  cells: Cells,
  book: Book,
  links: Link[],
  line: number,
  check: { sheet: string; line: number; row: Row },
): void {
  const { columns } = book;
  const years = onSheet(
    check.sheet,
    range({ top: check.line, left: columns.firstYear, bottom: check.line, right: columns.lastYear }),
  );
  const values = columns.years.flatMap((_, index) => {
    const value = book.value(check.row, index);
    return typeof value === 'number' ? [value] : [];
  });
  putCheckLine(cells, links, line, check.row.label, check.row.unit.name, check.sheet, check.line);
  cells.put([line, 5], {
    formula: `MAX(MAX(${years}),-MIN(${years}))`,
    cached: Math.max(Math.max(...values), -Math.min(...values)) + 0,
    style: styled('link', 'check'),
  });
  cells.put([line, 6], {
    formula: onSheet(check.sheet, `${columnLetters(columns.growth)}${check.line}`),
    cached: book.fails(check.row) ? 1 : 0,
    style: styled('link', 'verdict'),
  });
}

function putSheetCheck(cells: Cells, links: Link[], line: number, check: SheetCheck): void {
  putCheckLine(cells, links, line, check.name, check.unit, check.sheet, Number(/\d+/.exec(check.difference)![0]));
  cells.put([line, 5], {
    formula: `ABS(${onSheet(check.sheet, check.difference)})`,
    cached: Math.abs(check.cached.difference),
    style: styled('link', 'check'),
  });
  cells.put([line, 6], {
    formula: onSheet(check.sheet, check.flag),
    cached: check.cached.flag,
    style: styled('link', 'verdict'),
  });
}

function putInputCheck(cells: Cells, book: Book, links: Link[], line: number, check: InputCheck): void {
  const tolerance = book.setting('tolerance');
  putCheckLine(cells, links, line, check.name, check.unit, check.sheet, check.line);
  cells.put([line, 5], { formula: check.formula, cached: check.cached, style: styled('link', 'check') });
  cells.put([line, 6], {
    formula: `IF(ABS(E${line})<=${tolerance.formula},0,1)`,
    cached: check.cached === 0 ? 0 : 1,
    style: styled('check', 'verdict'),
  });
}

function putCheckLine(
  cells: Cells,
  links: Link[],
  line: number,
  name: string,
  unit: string,
  sheet: string,
  to: number,
): void {
  cells.putRow(line, 2, [
    { value: name, style: styled('label') },
    { value: unit, style: styled('unit') },
    { value: sheet, style: styled('hyperlink') },
  ]);
  links.push({ cell: address(line, 4), to: { sheet, cell: address(to, 2) } });
}

function putAlert(cells: Cells, line: number, { name, formula, cached }: Alert): void {
  cells.put([line, 2], { value: name, style: styled('label') });
  cells.put([line, 5], { formula, cached, style: styled('link', 'count') });
  cells.put([line, 6], {
    formula: `IF(E${line}>0,"look","ok")`,
    cached: cached > 0 ? 'look' : 'ok',
    style: styled('check', 'text', 'right'),
  });
}
