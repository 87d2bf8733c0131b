import { columnNumber, contains, parseAddress, parseRange, type Position } from './address.ts';
import { dataSheets } from './book-layout.ts';
import { tokens } from './formula-tokens.ts';
import type { LintCell, LintSheet, LintWorkbook, Report } from './lint-types.ts';
import type { Role } from './style-name.ts';

/** Roles that say a cell is calculated. */
const calculated: ReadonlySet<Role> = new Set(['formula', 'link', 'ratio', 'echo', 'check', 'headline']);

/** The column that says what a row is counted in. */
const unitColumn = 'C';

const columnsOf = ({ rules: { years } }: LintSheet): Set<number> =>
  new Set([...(years?.opening ?? []), ...(years?.actual ?? []), ...(years?.estimate ?? [])].map(columnNumber));

/** The unit of every row of figures. */
export function lintUnits(sheet: LintSheet, report: Report): void {
  if (sheet.rules.layout !== 'time-series') return;
  const years = columnsOf(sheet);
  const rows = new Set<number>();
  for (const [address, { formula, value }] of sheet.cells) {
    const { row, column } = parseAddress(address);
    const holdsFigure = formula !== undefined || typeof value === 'number';
    if (row >= sheet.rules.firstRow && years.has(column) && holdsFigure) rows.add(row);
  }
  for (const row of rows) {
    const unit = sheet.cells.get(`${unitColumn}${row}`);
    if (!unit?.formula && (typeof unit?.value !== 'string' || unit.value.trim() === ''))
      report(`${unitColumn}${row}`, 'unit', 'The row holds figures and does not say their unit.');
  }
}

/** Typed-in figures where they may stand, in the colour that says so, and nothing else in that colour. */
export function lintInputs(sheet: LintSheet, report: Report): void {
  const mayStand = inputPlaces(sheet);
  for (const [address, { formula, value, role }] of sheet.cells) {
    if (role === 'input' && formula !== undefined)
      report(address, 'input', 'A formula has the colour of what is typed in.');
    else if (role === 'input' && !mayStand(parseAddress(address), value))
      report(address, 'input', 'A typed-in figure stands where none is expected.');
    else if (role !== undefined && calculated.has(role) && formula === undefined && typeof value === 'number')
      report(address, 'typed-number', 'A typed-in number has the colour of a formula.');
  }
}

/**
 * Where figures may be typed in: on sheets of inputs; in the past of a time series; on sheets of data, where they say
 * so. No other sheet can allow it to itself, but to explain the colours in words.
 */
function inputPlaces({
  name,
  kind,
  rules: { inputs, years, layout, legend },
}: LintSheet): (at: Position, value: LintCell['value']) => boolean {
  if (kind === 'input') return () => true;
  const past = new Set([...(years?.opening ?? []), ...(years?.actual ?? [])].map(columnNumber));
  if (layout === 'time-series') return ({ column }) => inputs.includes('actual') && past.has(column);
  const areas = dataSheets.has(name) ? inputs.filter((one) => one !== 'actual' && one !== 'all').map(parseRange) : [];
  const words = legend === undefined ? undefined : parseRange(legend);
  return (at, value) =>
    areas.some((area) => contains(area, at)) ||
    (words !== undefined && typeof value === 'string' && contains(words, at));
}

/** Nothing merged, nothing out of sight. */
export function lintSight({ merged = [], hidden = [], isHidden = false }: LintSheet, report: Report): void {
  if (isHidden) report('', 'hidden', 'The sheet is hidden; nothing in a model is.');
  for (const range of merged) report(range, 'merged', 'Merged cells break sorting, filling and references.');
  for (const range of hidden) report(range, 'hidden', 'Nothing in a model is hidden.');
}

/** The same columns, as wide, on every sheet with years. */
export function lintColumns(sheet: LintSheet, first: LintSheet, report: Report): void {
  const { opening, actual, estimate } = sheet.rules.years ?? { opening: [], actual: [], estimate: [] };
  const like = first.rules.years ?? { opening: [], actual: [], estimate: [] };
  for (const [what, own, others] of [
    ['opening', opening, like.opening],
    ['actual', actual, like.actual],
    ['estimate', estimate, like.estimate],
  ] as const)
    if (own.join() !== others.join())
      report(
        '',
        'columns',
        `The ${what} years stand in ${own.join(', ') || 'no column'}; ${first.name} has ${others.join(', ') || 'none'}.`,
      );
  if (sheet.widths && first.widths && sheet.widths.join() !== first.widths.join())
    report('', 'columns', `The columns are not as wide as those of ${first.name}.`);
}

/** What a name must be: quoted, absolute references to sheets that exist. */
export function nameFault(refersTo: string, workbook: LintWorkbook): string | undefined {
  const parts = tokens(refersTo.replace(/^=/, ''));
  if (!parts.some(({ kind }) => kind === 'reference')) return `refers to ${refersTo}, which is no range`;
  for (const part of parts) {
    if (part.kind === 'comma') continue;
    if (part.kind !== 'reference') return `refers to ${refersTo}, which is no range`;
    const { sheet } = part.reference;
    if (sheet === undefined || !part.text.startsWith("'")) return `refers to ${part.text}, whose sheet is not quoted`;
    if (!workbook.sheets.some(({ name }) => name === sheet)) return `refers to "${sheet}", which is no sheet`;
    if (
      /[A-Z]/i.test(part.text.slice(part.text.lastIndexOf('!'))) &&
      !/!\$[A-Z]+(\$\d+)?(:\$[A-Z]+(\$\d+)?)?$/i.test(part.text)
    )
      return `refers to ${part.text}, which moves with the cell that reads it`;
  }
  return undefined;
}
