import { edit, type Edit } from '../company/edit.ts';
import type { OperatingModel } from '../company/operating-model.ts';
import { followPeer } from '../company/peer-multiple.ts';
import { dateSerial, isDay } from '../model/figures.ts';
import { normalise } from '../model/definitions.ts';
import { yearLabel, type FinancialYear } from '../model/financial-year.ts';
import { InputError } from '../model/input-error.ts';
import { Exact, type Inputs } from '../model/inputs.ts';
import { lookAmong, nearestOf } from '../model/nearest.ts';
import { parsePeriod } from '../model/period.ts';
import type { Row } from '../model/row.ts';
import { invalidValue, notAvailable } from './cell-error.ts';
import { errorCodeOf, isBlank, numberOfText, type Raw } from './cell-value.ts';
import { headerOf, isPlainlyHeader, type Column, type Columns } from './inputs-header.ts';

/**
 * The inputs that a table stands for: what it holds, and the company's data for all else.
 *
 * A row with years or Value is a header; a later one replaces it. A row is known by its label or id, left of the first
 * of these columns; only cells under a header are read.
 *
 * @throws CellError naming the row and year: a text where a number belongs, an error, an unknown row that carries
 * numbers, two rows named in one, a number under the wrong kind of header, a percentage beyond 1,000%, another company.
 */
export function readInputsTable(desk: OperatingModel, cells: readonly (readonly Raw[])[], name: string): Inputs {
  let columns: Columns = new Map();
  let inputs = desk.base;
  const edits: Edit[] = [];
  const rows = rowsByName(desk);
  let recognised = false;
  for (const line of cells) {
    const row = knownRow(rows, line, columns, name);
    const header = row && isRowOfYear(row) ? undefined : headerOf(desk.base.years, line, columns.size > 0, name);
    if (header && (row === undefined || isPlainlyHeader(line))) columns = header;
    else if (row) {
      recognised = true;
      if (row.unit.kind === 'text') {
        const said = valueColumn(columns)
          .map((column) => line[column])
          .find((cell) => !isBlank(cell));
        if (said !== undefined) inputs = inputs.withText(row, textOf(row, said, name));
      } else edits.push(...editsOf(desk, row, line, columns, name));
    } else if (isCompany(line)) {
      checkCompany(desk, line, name);
      recognised = true;
    } else refuseUnknown(desk, line, columns, name);
  }
  if (columns.size === 0)
    throw invalidValue(
      `${name} has no header: put years such as ${yearLabel(desk.base.years.at(-1)!)} over drivers, Value over scalars.`,
    );
  if (!recognised)
    throw invalidValue(`${name} has no row that the model knows by label or id: "ST.INPUTS()" gives a table that has.`);
  const { peerEvSales } = desk.model.market;
  const listed = desk.base.value(peerEvSales)!;
  // A table that ST.INPUTS gave lists the multiple; it is typed only where it is another.
  const isTyped = edits.some(({ row, value }) => row === peerEvSales && !value.eq(listed));
  return refusing(name, () => followPeer(desk, desk.base, inputs.with(edits), isTyped));
}

/** Says in which argument an input is refused. */
function refusing<Done>(name: string, work: () => Done): Done {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError) throw invalidValue(`${name}: ${error.message}`);
    throw error;
  }
}

function rowsByName({ model }: OperatingModel): ReadonlyMap<string, Row> {
  return new Map(model.rows.flatMap((row) => [row.id, row.label].map((one) => [normalise(one), row] as const)));
}

const texts = (line: readonly Raw[]): readonly string[] =>
  line.filter((cell): cell is string => typeof cell === 'string' && cell.trim() !== '' && !errorCodeOf(cell));

/** A row whose value is a year, which must not be taken for a header. */
const isRowOfYear = ({ unit }: Row): boolean => unit.kind === 'year';

/** The row that a line names, left of the columns that are read. */
function knownRow(
  rows: ReadonlyMap<string, Row>,
  line: readonly Raw[],
  columns: Columns,
  name: string,
): Row | undefined {
  const named = texts(line.slice(0, Math.min(line.length, ...columns.keys())));
  const found = [...new Set(named.flatMap((text) => rows.get(normalise(text)) ?? []))];
  if (found.length > 1)
    throw invalidValue(
      `${name} has a row that names both "${found[0]!.label}" and "${found[1]!.label}": which is it? Leave one.`,
    );
  return found[0];
}

const valueColumn = (columns: Columns): readonly number[] =>
  [...columns].filter(([, column]) => column === 'value').map(([index]) => index);

const isCompany = (line: readonly Raw[]): boolean => texts(line).some((text) => normalise(text) === 'company');

function checkCompany({ company }: OperatingModel, line: readonly Raw[], name: string): void {
  const known = [company.name, company.ticker].map(normalise);
  const said = texts(line).filter((text) => !['company', 'text', 'word'].includes(normalise(text)));
  if (said.length > 0 && !said.some((text) => known.includes(normalise(text))))
    throw notAvailable(`${name} is for the company "${said[0]}"; this model has ${company.name} (${company.ticker}).`);
}

function refuseUnknown({ model }: OperatingModel, line: readonly Raw[], columns: Columns, name: string): void {
  const [label] = texts(line);
  const carriesNumber = [...columns.keys()].some((index) => isFigure(line[index]));
  if (label === undefined || !carriesNumber) return;
  const near = nearestOf(
    lookAmong(
      label,
      model.rows.map((row) => [row.label, row.id]),
    ),
  );
  throw invalidValue(`${name} has a row "${label.slice(0, 60)}" that the model does not have. ${near}`);
}

function editsOf(
  desk: OperatingModel,
  row: Row,
  line: readonly Raw[],
  columns: Columns,
  name: string,
): readonly Edit[] {
  const under = [...columns].filter(([, column]) => (column === 'value') === row.isScalar);
  if (!under.some(([index]) => !isBlank(line[index]))) {
    const [misplaced] = [...columns].filter(([index]) => isFigure(line[index]));
    if (misplaced) throw invalidValue(`${name}: ${whereItBelongs(row, misplaced[1])}`);
  }
  return under.flatMap(([index, column]): Edit[] => {
    const cell = line[index];
    const year = column === 'value' ? undefined : column;
    if (isBlank(cell) || (year && row.kind === 'driver' && year.status !== 'estimate')) return [];
    const where = year ? `${row.label} ${yearLabel(year)}` : row.label;
    const code = errorCodeOf(cell);
    if (code) throw invalidValue(`${name}: ${where} holds ${code}; mend that cell first.`);
    return refusing(name, () => [edit(desk, row, year, valueOf(desk, row, cell, `${name}: ${where}`))]);
  });
}

const isFigure = (cell: Raw): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && numberOfText(cell) !== undefined);

const whereItBelongs = ({ label, isScalar }: Row, column: Column): string =>
  isScalar
    ? `${label} takes its number under Value, not under ${yearLabel(column as FinancialYear)}.`
    : `${label} takes its numbers under years, not under Value.`;

function textOf(row: Row, cell: Raw, name: string): string {
  const code = errorCodeOf(cell);
  if (code) throw invalidValue(`${name}: ${row.label} holds ${code}; mend that cell first.`);
  if (typeof cell !== 'string' && typeof cell !== 'number') throw invalidValue(`${name}: ${row.label} must be text.`);
  return String(cell).trim();
}

/** A cell's value in the row's own unit: numbers as text, dates, years and choices as people write them. */
function valueOf({ base }: OperatingModel, row: Row, cell: Raw, where: string): Exact {
  if (typeof cell === 'number' && Number.isFinite(cell)) return new Exact(cell);
  if (typeof cell === 'boolean' && row.unit.kind === 'flag') return new Exact(cell ? 1 : 0);
  if (typeof cell === 'string') {
    if (row.unit.words) {
      const place = row.unit.words.findIndex((word) => normalise(word) === normalise(cell));
      if (place >= 0) return new Exact(place);
    }
    if (row.unit.kind === 'date' && isDay(cell.trim())) return new Exact(dateSerial(cell.trim()));
    const year = isRowOfYear(row) ? yearOf(base.years, cell) : undefined;
    if (year) return new Exact(year.year);
    const number = numberOfText(cell);
    if (number !== undefined) return new Exact(number);
  }
  const said = typeof cell === 'string' ? `"${cell.slice(0, 40)}"` : typeof cell === 'number' ? String(cell) : 'that';
  throw invalidValue(`${where} must be ${allowed(row)}, not ${said}.`);
}

function yearOf(years: readonly FinancialYear[], cell: string): FinancialYear | undefined {
  try {
    return parsePeriod(cell, years);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function allowed({ unit }: Row): string {
  if (unit.words) return unit.words.join(' or ');
  return unit.kind === 'date' ? 'a date such as 2022-01-31' : `a number in ${unit.name}`;
}
