import type { Expression } from '../model/expression.ts';
import { yearLabel, type FinancialYear } from '../model/financial-year.ts';
import { InputError } from '../model/input-error.ts';
import { parsePeriod } from '../model/period.ts';
import { solve } from '../model/readings/solve.ts';
import type { Row } from '../model/row.ts';
import type { ByYear, Company, PublishedFact, PublishedTable } from './company.ts';
import { operatingModel, type OperatingModel } from './operating-model.ts';

/** The first and last year wanted, such as FY19 and FY22E; the company's own where left out. */
export type YearSpan = { readonly from?: string | number | undefined; readonly to?: string | number | undefined };

/**
 * The same operating model over fewer years. The year before the first lends its balances as the opening year; every
 * figure of the years that stay is what it was.
 *
 * @throws InputError where no actual year would be left, or the valuation year would not be one of the years.
 * @example narrowYears(desk, { from: 'FY19', to: 'FY22E' }).company.years.length // 5, FY18 as opening year
 */
export function narrowYears(desk: OperatingModel, { from, to }: YearSpan): OperatingModel {
  const { years } = desk.company;
  const calculated = years.filter(({ status }) => status !== 'opening');
  const first = from === undefined ? calculated[0]! : parsePeriod(from, years);
  const last = to === undefined ? calculated.at(-1)! : parsePeriod(to, years);
  checkSpan(desk, first, last);
  if (first === calculated[0] && last === calculated.at(-1)) return desk;
  const kept = years.flatMap((one): FinancialYear[] => {
    if (one.year < first.year - 1 || one.year > last.year) return [];
    return [one.year < first.year ? { year: one.year, status: 'opening' } : one];
  });
  const narrowed = operatingModel(narrowCompany(desk.company, kept));
  return first === calculated[0] ? narrowed : withOpening(desk, narrowed, first.year - 1);
}

function checkSpan(
  { company: { years }, model, base }: OperatingModel,
  first: FinancialYear,
  last: FinancialYear,
): void {
  const latestFirst = years.findLast(({ status }) => status === 'actual')!;
  if (first.year > latestFirst.year)
    throw new InputError(
      `The first year can be ${yearLabel(latestFirst)} at the latest, not ${yearLabel(first)}: one actual year must stay.`,
    );
  const { valuationYear } = model.market;
  const valued = years.find(({ year }) => base.value(valuationYear)!.eq(year))!;
  if (last.year < valued.year)
    throw new InputError(
      `The last year can be ${yearLabel(valued)} at the earliest, not ${yearLabel(last)}: the target price rests on it.`,
    );
}

function narrowCompany(company: Company, years: readonly FinancialYear[]): Company {
  const has = (year: number): boolean => years.some((one) => one.year === year);
  const calculates = (year: number): boolean => years.some((one) => one.year === year && one.status !== 'opening');
  const only = <Value>(byYear: Readonly<Record<number, Value>>): Readonly<Record<number, Value>> =>
    Object.fromEntries(Object.entries(byYear).filter(([year]) => has(Number(year))));
  return {
    ...company,
    years,
    history: Object.fromEntries(Object.entries(company.history).map(([id, byYear]) => [id, only(byYear) as ByYear])),
    drivers: company.drivers.map((driver) => ({
      ...driver,
      values: only(driver.values),
      source: typeof driver.source === 'string' ? driver.source : only(driver.source),
    })),
    scenarios: company.scenarios.map((scenario) => ({
      ...scenario,
      changes: scenario.changes.filter(({ year }) => year === undefined || has(year)),
    })),
    published: company.published.flatMap((table) => narrowTable(table, company.years, calculates)),
    facts: company.facts.filter(({ as }) => yearsOf(as).every(calculates)),
  };
}

/** The years that a fact rests on, beside the year before of a change. */
const yearsOf = (as: PublishedFact['as']): readonly number[] =>
  as.kind === 'cagr' || as.kind === 'change' ? [as.from, as.to] : as.year === undefined ? [] : [as.year];

/** A printed table with the columns of the years that stay; none where no figure of it is left. */
function narrowTable(
  table: PublishedTable,
  years: readonly FinancialYear[],
  stays: (year: number) => boolean,
): readonly PublishedTable[] {
  const kept = table.columns.map((column) => stays(parsePeriod(column, years).year));
  const rows = table.rows
    .map((row) => ({ ...row, printed: row.printed.filter((_, index) => kept[index]) }))
    .filter(({ printed }) => printed.some((cell) => cell !== null));
  return rows.length === 0 ? [] : [{ ...table, columns: table.columns.filter((_, index) => kept[index]), rows }];
}

/** Gives the opening year what the first year reads of it, as the whole model has it. */
function withOpening(desk: OperatingModel, narrowed: OperatingModel, year: number): OperatingModel {
  const solution = solve(desk.model, desk.base);
  const read = new Set<Row>();
  for (const { actual, estimate } of narrowed.model.rows)
    for (const side of [actual, estimate]) if (side !== 'data') addOpenings(side, read);
  const lent = [...read].flatMap((row) => {
    const value = solution.value(desk.model.row(row.id), year);
    return value?.isFinite() && !narrowed.base.value(row, year) ? [{ row, year, value }] : [];
  });
  return { ...narrowed, base: narrowed.base.with(lent) };
}

function addOpenings({ operator, operands }: Expression, found: Set<Row>): void {
  if (operator === 'opening') found.add(operands[0] as Row);
  else if (operator !== 'row') for (const operand of operands) addOpenings(operand, found);
}
