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

/** What a column holds: a year, or the values of scalars. */
type Column = FinancialYear | 'value';

/**
 * The inputs that a table stands for: what it holds, and the company's data for all else.
 *
 * A row with years or Value is a header; a later one replaces it. A row is known by the first of its texts that is a
 * label or id; only cells under a header are read.
 *
 * @throws CellError naming the row and year: a text where a number belongs, an error, an unknown row that carries
 * numbers, a percentage beyond 1,000%, another company.
 */
export function readInputsTable(desk: OperatingModel, cells: readonly (readonly Raw[])[], name: string): Inputs {
  let columns: ReadonlyMap<number, Column> = new Map();
  let inputs = desk.base;
  const edits: Edit[] = [];
  const rows = rowsByName(desk);
  let headed = false;
  let recognised = false;
  for (const line of cells) {
    const row = knownRow(rows, line);
    if (row === undefined) {
      const head = headerOf(desk, line);
      if (head.size > 0) [columns, headed] = [head, true];
      else if (isCompany(line)) {
        checkCompany(desk, line, name);
        recognised = true;
      } else refuseUnknown(desk, line, columns, name);
      continue;
    }
    recognised = true;
    if (row.unit.kind === 'text') {
      const said = valueColumn(columns)
        .map((column) => line[column])
        .find((cell) => !isBlank(cell));
      if (said !== undefined) inputs = inputs.withText(row, textOf(row, said, name));
      continue;
    }
    edits.push(...editsOf(desk, row, line, columns, name));
  }
  if (!headed)
    throw invalidValue(
      `${name} has no header: put years such as ${yearLabel(desk.base.years.at(-1)!)} over drivers, Value over scalars.`,
    );
  if (!recognised)
    throw invalidValue(`${name} has no row that the model knows by label or id: "ST.INPUTS()" gives a table that has.`);
  const isTyped = edits.some(({ row }) => row === desk.model.market.peerEvSales);
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

const knownRow = (rows: ReadonlyMap<string, Row>, line: readonly Raw[]): Row | undefined => {
  for (const text of texts(line)) {
    const found = rows.get(normalise(text));
    if (found) return found;
  }
  return undefined;
};

/** The columns that a header row names; none for any other row. */
function headerOf({ base }: OperatingModel, line: readonly Raw[]): ReadonlyMap<number, Column> {
  const found = new Map<number, Column>();
  line.forEach((cell, index) => {
    if (typeof cell === 'string' && normalise(cell) === 'value') found.set(index, 'value');
    const year = yearOf(base.years, cell);
    if (year) found.set(index, year);
  });
  return found;
}

function yearOf(years: readonly FinancialYear[], cell: Raw): FinancialYear | undefined {
  if (typeof cell !== 'string' && typeof cell !== 'number') return undefined;
  // A period may be written 22, but in a table that is a figure.
  if (/^\s*\d{1,2}\s*$/.test(String(cell))) return undefined;
  const opening = years.find((year) => year.status === 'opening' && [yearLabel(year), year.year].includes(cell));
  if (opening) return opening;
  try {
    return parsePeriod(cell, years);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

const valueColumn = (columns: ReadonlyMap<number, Column>): readonly number[] =>
  [...columns].filter(([, column]) => column === 'value').map(([index]) => index);

const isCompany = (line: readonly Raw[]): boolean => texts(line).some((text) => normalise(text) === 'company');

function checkCompany({ company }: OperatingModel, line: readonly Raw[], name: string): void {
  const known = [company.name, company.ticker].map(normalise);
  const said = texts(line).filter((text) => !['company', 'text', 'word'].includes(normalise(text)));
  if (said.length > 0 && !said.some((text) => known.includes(normalise(text))))
    throw notAvailable(`${name} is for the company "${said[0]}"; this model has ${company.name} (${company.ticker}).`);
}

function refuseUnknown(
  { model }: OperatingModel,
  line: readonly Raw[],
  columns: ReadonlyMap<number, Column>,
  name: string,
): void {
  const [label] = texts(line);
  if (label === undefined || ![...columns.keys()].some((index) => typeof line[index] === 'number')) return;
  const near = nearestOf(
    lookAmong(
      label,
      model.rows.map((row) => [row.label, row.id]),
    ),
  );
  throw invalidValue(`${name} has a row "${label}" that the model does not have. ${near}`);
}

function editsOf(
  desk: OperatingModel,
  row: Row,
  line: readonly Raw[],
  columns: ReadonlyMap<number, Column>,
  name: string,
): readonly Edit[] {
  return [...columns].flatMap(([index, column]): Edit[] => {
    const cell = line[index];
    if (isBlank(cell)) return [];
    const isValue = column === 'value';
    if (row.isScalar !== isValue) return [];
    const year = isValue ? undefined : column;
    if (year && row.kind === 'driver' && year.status !== 'estimate') return [];
    const where = year ? `${row.label} ${yearLabel(year)}` : row.label;
    const code = errorCodeOf(cell);
    if (code) throw invalidValue(`${name}: ${where} holds ${code}; mend that cell first.`);
    return refusing(name, () => [edit(desk, row, year, valueOf(desk, row, cell, `${name}: ${where}`))]);
  });
}

function textOf(row: Row, cell: Raw, name: string): string {
  const code = errorCodeOf(cell);
  if (code) throw invalidValue(`${name}: ${row.label} holds ${code}; mend that cell first.`);
  return String(cell).trim();
}

/** A cell's value in the row's own unit: numbers as text, dates, years and choices as people write them. */
function valueOf({ base }: OperatingModel, row: Row, cell: Raw, where: string): Exact {
  if (typeof cell === 'number' && Number.isFinite(cell)) return new Exact(cell);
  if (typeof cell === 'string') {
    if (row.unit.words) {
      const place = row.unit.words.findIndex((word) => normalise(word) === normalise(cell));
      if (place >= 0) return new Exact(place);
    }
    if (row.unit.kind === 'date' && isDay(cell.trim())) return new Exact(dateSerial(cell.trim()));
    const year = row.unit.kind === 'year' ? yearOf(base.years, cell) : undefined;
    if (year) return new Exact(year.year);
    const number = numberOfText(cell);
    if (number !== undefined) return new Exact(number);
  }
  const said = typeof cell === 'string' ? `"${cell.slice(0, 40)}"` : typeof cell === 'number' ? String(cell) : 'that';
  throw invalidValue(`${where} must be ${allowed(row)}, not ${said}.`);
}

function allowed({ unit }: Row): string {
  if (unit.words) return unit.words.join(' or ');
  return unit.kind === 'date' ? 'a date such as 2022-01-31' : `a number in ${unit.name}`;
}
