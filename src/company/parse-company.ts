import * as z from 'zod/mini';
import { yearLabel } from '../model/financial-year.ts';
import { InputError } from '../model/input-error.ts';
import { parsePeriod } from '../model/period.ts';
import { solve } from '../model/readings/solve.ts';
import { applyScenario } from './changes.ts';
import type { Company } from './company.ts';
import { edit } from './edit.ts';
import { operatingModel, type OperatingModel } from './operating-model.ts';
import { followPeer } from './peer-multiple.ts';
import { companySchema } from './schema.ts';

/**
 * A company's data, checked: its shape, what belongs together, and that the model can be solved from it.
 *
 * @param data Anything, such as parsed JSON.
 * @throws InputError with one sentence that names the place and says what belongs there.
 * @example parseCompany(JSON.parse(text)).years.length // 7
 */
export function parseCompany(data: unknown): Company {
  const parsed = z.safeParse(companySchema, data);
  if (!parsed.success) throw new InputError(sentence(parsed.error.issues[0]!));
  const company = parsed.data;
  checkYears(company);
  checkNames(company);
  const desk = operatingModel(company);
  checkHistory(desk);
  checkDrivers(desk);
  checkScalars(desk);
  solve(desk.model, desk.base);
  for (const { id } of company.scenarios) applyScenario(desk, desk.base, id);
  checkPrint(desk);
  checkTables(company);
  return company;
}

function sentence(issue: z.core.$ZodIssue): string {
  const place = ['The company', ...issue.path.map(String)].join(' > ');
  if (issue.code === 'unrecognized_keys') return `${place} has "${issue.keys.join('", "')}", which is not known.`;
  if (issue.code === 'invalid_key') return `${place} is not allowed: ${issue.issues[0]!.message}.`;
  return `${place} ${issue.message.replace(/^Invalid input(: )?/, 'is not as it must be: ')}.`;
}

const refuse = (refused: boolean, reason: string): void => {
  if (refused) throw new InputError(reason);
};

function checkYears({ years }: Company): void {
  const order = ['opening', 'actual', 'estimate'];
  const inOrder = years.every(({ year, status }, index) => {
    const before = years[index - 1];
    return !before || (year === before.year + 1 && order.indexOf(status) >= order.indexOf(before.status));
  });
  const named = years.map(({ year, status }) => `${year} ${status}`).join(', ');
  refuse(!inOrder, `Years must follow one another, opening before actual before estimate, not ${named}.`);
  for (const status of ['actual', 'estimate'])
    refuse(!years.some((year) => year.status === status), `Years must hold at least one ${status} year.`);
}

function checkNames({ drivers, scalars, scenarios, facts, notes, published, comps, markets }: Company): void {
  const lists = {
    driver: drivers.map(({ id }) => id),
    scalar: scalars.map(({ id }) => id),
    scenario: scenarios.map(({ id }) => id),
    fact: facts.map(({ id }) => id),
    note: notes.map(({ id }) => String(id)),
    figure: published.map(({ figure }) => figure),
    peer: comps.peers.map(({ ticker }) => ticker),
    market: markets.map(({ id }) => id),
  };
  for (const [kind, names] of Object.entries(lists)) {
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    refuse(twice !== undefined, `The ${kind} "${twice}" is there twice.`);
  }
}

function checkHistory({ company, model }: OperatingModel): void {
  for (const [id, byYear] of Object.entries(company.history)) {
    const row = model.row(id);
    refuse(row.kind !== 'line' && row.actual !== 'data', `History of ${row.label} is computed and cannot be given.`);
    for (const year of Object.keys(byYear).map(Number)) {
      const known = company.years.find((one) => one.year === year);
      refuse(known?.status === 'estimate', `History of ${row.label} holds ${year}, which is an estimate year.`);
      refuse(!known, `History of ${row.label} holds ${year}, which is none of the company's years.`);
    }
  }
}

function checkDrivers({ company, model }: OperatingModel): void {
  const estimates = company.years.filter(({ status }) => status === 'estimate');
  for (const { id, values, source, range } of company.drivers) {
    const row = model.row(id);
    refuse(row.isScalar || row.kind === 'derived', `Driver ${row.label} is no row that takes estimates.`);
    const stray = Object.keys(values).find((year) => !estimates.some((one) => one.year === Number(year)));
    refuse(stray !== undefined, `Driver ${row.label} holds ${stray}, which is no estimate year.`);
    for (const year of estimates) {
      const cell = `${row.label} ${yearLabel(year)}`;
      const value = values[year.year];
      if (value === undefined) throw new InputError(`Driver ${cell} has no value.`);
      const [low, high] = range;
      refuse(value < low || value > high, `Driver ${cell} is ${value}, outside its own range of ${low} to ${high}.`);
      refuse(typeof source === 'object' && !source[year.year], `Driver ${cell} does not say where it comes from.`);
    }
  }
}

function checkScalars(desk: OperatingModel): void {
  const { company, model, base } = desk;
  const given = new Set(company.scalars.map(({ id }) => model.row(id)));
  for (const row of model.rows) {
    if (!row.isScalar || row.estimate !== 'data') continue;
    refuse(!given.has(row), `Scalar ${row.label} (${row.id}) has no value. Give it one in ${row.unit.name}.`);
    if (row.unit.kind !== 'text') edit(desk, row, undefined, base.value(row)!);
  }
  followPeer(desk, base, base, false);
}

function checkPrint({ company, model }: OperatingModel): void {
  for (const { figure, columns, rows } of company.published) {
    for (const column of columns) parsePeriod(column, company.years);
    for (const { row, line, printed } of rows) {
      if (line !== undefined) model.row(line);
      refuse(
        printed.length !== columns.length,
        `Figure ${figure}, row "${row}" has ${printed.length} cells for ${columns.length} columns.`,
      );
    }
  }
  for (const { as } of company.facts)
    for (const name of as.kind === 'ratio' ? [...as.of, ...(as.less ?? []), as.to] : [as.line]) model.row(name);
}

function checkTables({ comps, ownership, markets, market }: Company): void {
  for (const { group, ...row } of [...comps.peers, ...comps.statistics]) {
    const name = 'ticker' in row ? row.ticker : `The ${row.statistic}`;
    refuse(!comps.groups.includes(group), `${name} is of the group "${group}", which is none of the comps' groups.`);
  }
  for (const { holder, lastLockedDay, firstFreeDay } of ownership.lockUps)
    refuse(firstFreeDay <= lastLockedDay, `The lock-up of ${holder} is free on ${firstFreeDay}, before it ends.`);
  for (const { label, sizes, implied, growth } of markets)
    for (const year of [...implied, ...growth.flatMap(({ from, to }) => [from, to])])
      refuse(sizes[year] === undefined, `The market ${label} has no size for ${year}.`);
  refuse(market.low52Week > market.high52Week, 'The 52-week low is above the 52-week high.');
}
