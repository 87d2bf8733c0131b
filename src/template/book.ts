import { applyScenario } from '../company/changes.ts';
import { checks, toleranceOf, type Check } from '../company/checks.ts';
import type { OperatingModel } from '../company/operating-model.ts';
import type { Exact, Inputs } from '../model/inputs.ts';
import type { Step } from '../model/plan.ts';
import type { Placement } from '../model/readings/formula.ts';
import type { Solution } from '../model/readings/solve.ts';
import type { Row } from '../model/row.ts';
import { heading, isHeading, rowsOf, type StatementItem } from '../model/statement.ts';
import { absolute, address, onSheet, range } from './address.ts';
import { driversSheet, firstRow, homeOrder, liveSheet, statementSheets, type StatementSheet } from './book-layout.ts';
import { columnsOf, type Columns } from './columns.ts';
import { compsLayout, type CompsLayout } from './comps-layout.ts';
import type { CellValue } from './plan.ts';
import { blockStrideOf } from './scenario-blocks.ts';
import { layOutSettings, type SettingId, type SettingLine } from './settings.ts';
import type { Held } from './target-price.ts';

/** Where a row is calculated: every other place shows it by a link. */
type Home = { readonly sheet: string; readonly line: number; readonly sign: 1 | -1 };

/** What stands on a line of a statement sheet. */
export type PlacedLine = {
  readonly line: number;
  readonly of: StatementItem | { readonly check: Row } | { readonly title: string };
};

/** A line of Drivers and, at the same place, of Scenarios and Live. */
type InputLine = { readonly line: number; readonly of: Row | { readonly heading: string } };

/** The model laid out over the sheets of a workbook: which line each row stands on, and how cells refer to each other. */
export class Book {
  readonly desk: OperatingModel;
  /** The inputs that stand on Drivers. */
  readonly inputs: Inputs;
  /** The model solved under the scenario chosen. */
  readonly solution: Solution;
  /** The scenario chosen, by its place; the first is the base case. */
  readonly scenario: number;
  readonly columns: Columns;
  readonly comps: CompsLayout;
  readonly statementLines: ReadonlyMap<string, readonly PlacedLine[]>;
  readonly inputLines: readonly InputLine[];
  /** How many lines apart the blocks of two scenarios stand. */
  readonly blockStride: number;
  /** What stands at the foot of Drivers, below the inputs. */
  readonly settingLines: readonly SettingLine[];
  /** The line of the years' headings above the drivers. */
  readonly driverHeadLine: number;
  /** The company's checks and warnings on the solution. */
  readonly checks: readonly Check[];
  /** How many checks of the whole workbook are off. */
  readonly failedChecks: number;
  readonly #homes = new Map<Row, Home>();
  readonly #scenarioInputs: Inputs[] = [];
  readonly #steps: ReadonlyMap<number, Step>;

  constructor(desk: OperatingModel, inputs: Inputs, solution: Solution, scenario: number, failedChecks?: number) {
    this.desk = desk;
    this.inputs = inputs;
    this.solution = solution;
    this.scenario = scenario;
    this.columns = columnsOf(inputs.years);
    this.comps = compsLayout(desk.company);
    this.#steps = new Map(solution.plan.steps.map((step) => [step.slot, step]));
    const { lines, headLine } = layOutInputs(desk);
    this.inputLines = lines;
    this.blockStride = blockStrideOf(desk.company.scenarios, lines.at(-1)!.line);
    this.settingLines = layOutSettings(desk.company, lines.at(-1)!.line + 2);
    this.driverHeadLine = headLine;
    this.statementLines = new Map(statementSheets.map((sheet) => [sheet.name, layOutStatements(desk, sheet)]));
    this.#findHomes();
    this.checks = checks(desk, solution);
    this.failedChecks = failedChecks ?? this.checks.filter(({ kind, passed }) => kind === 'check' && !passed).length;
  }

  #findHomes(): void {
    for (const { line, of } of this.inputLines)
      if (!('heading' in of) && (of.isScalar || of.kind === 'driver'))
        this.#homes.set(of, { sheet: liveSheet, line, sign: 1 });
    for (const name of homeOrder) {
      const statement = this.desk.model.statement(name);
      const sheet = statementSheets.find(({ statements }) => statements.includes(name))!.name;
      const own = new Set(statement.items);
      for (const { line, of } of this.statementLines.get(sheet)!)
        if ('row' in of && own.has(of) && !this.#homes.has(of.row))
          this.#homes.set(of.row, { sheet, line, sign: of.sign });
    }
    for (const [sheet, lines] of this.statementLines)
      for (const { line, of } of lines) if ('check' in of) this.#homes.set(of.check, { sheet, line, sign: 1 });
  }

  /** The published base case under a scenario, by its place; the first is the base case itself. */
  scenarioInputs(place: number): Inputs {
    const { base, company } = this.desk;
    return (this.#scenarioInputs[place] ??=
      place === 0 ? base : applyScenario(this.desk, base, company.scenarios[place]!.id));
  }

  /** Where a row is calculated. */
  home(row: Row): Home {
    const home = this.#homes.get(row);
    if (!home) throw new Error(`Row "${row.id}" stands on no sheet: add it to a statement.`);
    return home;
  }

  /** The lines of a sheet that hold scalars. */
  scalarLines(sheet: string): readonly number[] {
    const placed = this.statementLines.get(sheet);
    if (placed) return placed.flatMap(({ line, of }) => ('row' in of && of.row.isScalar ? [line] : []));
    return this.inputLines.flatMap(({ line, of }) => (!('heading' in of) && of.isScalar ? [line] : []));
  }

  /** The column of a row's cell in a year; a scalar stands under the first estimate year. */
  column(row: Row, yearIndex: number): number {
    return this.columns.year(row.isScalar ? this.columns.firstEstimate : yearIndex);
  }

  /** The step that fills a row in a year; undefined where there is no data that far back. */
  step(row: Row, yearIndex: number): Step | undefined {
    const slot = this.solution.plan.slot(row, row.isScalar ? -1 : yearIndex);
    return slot === undefined ? undefined : this.#steps.get(slot);
  }

  /** The reference to a row's cell as a cell of a sheet writes it, and the sign it is held with. */
  refer(from: string, row: Row, yearIndex: number): { readonly reference: string; readonly sign: 1 | -1 } {
    const { sheet, line, sign } = this.home(row);
    const cell = address(line, this.column(row, yearIndex));
    const reference = row.isScalar ? absolute(cell) : cell;
    return { reference: sheet === from ? reference : onSheet(sheet, reference), sign };
  }

  /** The reference in the row's own sign, as a formula of its own: with a minus where the cell holds the opposite. */
  link(from: string, row: Row, yearIndex: number, sign: 1 | -1 = 1): string {
    const found = this.refer(from, row, yearIndex);
    return `${found.sign === sign ? '' : '-'}${found.reference}`;
  }

  /** The row's cells over all years, with dollars, and the sign they are held with. */
  series(from: string, row: Row): { readonly reference: string; readonly sign: 1 | -1 } {
    const { sheet, line, sign } = this.home(row);
    const cells = absolute(this.#years(line));
    return { reference: sheet === from ? cells : onSheet(sheet, cells), sign };
  }

  /** The cell on Drivers that holds a setting, as any other sheet refers to it. */
  settingCell(id: SettingId): string {
    const { line } = this.settingLines.find(({ of }) => 'id' in of && of.id === id)!;
    return onSheet(driversSheet, absolute(address(line, this.columns.year(this.columns.firstEstimate))));
  }

  /** A setting that is a number: its cell and its value. */
  setting(id: SettingId): Held {
    const found = this.settingLines.find(({ of }) => 'id' in of && of.id === id);
    const value = found && 'id' in found.of ? found.of.setting.value : undefined;
    if (value === undefined) throw new Error(`The setting "${id}" has no number.`);
    return { formula: this.settingCell(id), value };
  }

  /** What a zero check may be off by: percentages, which are fractions, have a tolerance of their own. */
  tolerance({ unit }: Pick<Row, 'unit'>): Held {
    return this.setting(unit.kind === 'percent' ? 'percentTolerance' : 'tolerance');
  }

  /** Formula references as seen from a sheet. */
  placement(from: string): Placement {
    const [best, middle, worst] = this.desk.company.ratingBands.map((word) => `"${word}"`) as [string, string, string];
    return {
      cell: (row, yearIndex) => this.refer(from, row, yearIndex),
      series: (row) => {
        const { reference, sign } = this.series(from, row);
        const { sheet } = this.home(row);
        const years = absolute(this.#years(4));
        return { values: reference, years: sheet === from ? years : onSheet(sheet, years), sign };
      },
      ratingWords: [best, middle, worst],
      otherwise: (row) => `"${row.otherwise}"`,
    };
  }

  #years(line: number): string {
    const { firstYear, lastYear } = this.columns;
    return range({ top: line, left: firstYear, bottom: line, right: lastYear });
  }

  /** Whether a check is off in any year. */
  fails(check: Row): boolean {
    return this.solution.plan.years.some(({ year }) => {
      const value = this.solution.value(check, year);
      return value !== undefined && !value.abs().lte(toleranceOf(check));
    });
  }

  /** How many checks of a sheet are off. */
  failed(sheet: string): number {
    return this.statementLines.get(sheet)!.filter(({ of }) => 'check' in of && this.fails(of.check)).length;
  }

  /** The value of a row in a year (any for a scalar), as a cell holds it. */
  value(row: Row, yearIndex: number, sign: 1 | -1 = 1): CellValue | undefined {
    const { solution } = this;
    const text = solution.inputs.textOf(row);
    if (text !== undefined) return text;
    const value = solution.value(row, solution.plan.years[yearIndex]?.year);
    return value === undefined ? undefined : this.#held(row, value, sign);
  }

  #held(row: Row, value: Exact, sign: 1 | -1): CellValue {
    if (value.isNaN()) return row.otherwise;
    if (row.unit.kind === 'rating') return row.unit.words![value.toNumber()]!;
    return value.times(sign).toNumber() + 0;
  }
}

function layOutStatements({ model }: OperatingModel, { statements, memo }: StatementSheet): readonly PlacedLine[] {
  const placed: PlacedLine[] = [];
  let line = firstRow;
  const found = statements.map((name) => model.statement(name));
  for (const statement of found) {
    if (found.length > 1) placed.push({ line: line++, of: { title: statement.name } });
    for (const [index, of] of statement.items.entries()) {
      if (isHeading(of) && index > 0) line++;
      placed.push({ line: line++, of });
    }
    line++;
  }
  if (memo) {
    placed.push({ line: line++, of: heading(memo.heading) });
    for (const [id, sign] of memo.rows) placed.push({ line: line++, of: { row: model.row(id), sign, role: 'item' } });
    line++;
  }
  const checks = found.flatMap((statement) => statement.checks);
  if (checks.length > 0) placed.push({ line: line++, of: { title: 'Checks' } });
  for (const check of checks) placed.push({ line: line++, of: { check } });
  return placed;
}

function layOutInputs({ model }: OperatingModel): { lines: readonly InputLine[]; headLine: number } {
  const lines: InputLine[] = [];
  let line = firstRow;
  for (const row of model.rows) if (row.isScalar && row.estimate === 'data') lines.push({ line: line++, of: row });
  const headLine = ++line;
  line++;
  const placed = new Set<Row>();
  for (const name of homeOrder) {
    const drivers = rowsOf(model.statement(name))
      .map(({ row }) => row)
      .filter((row) => row.estimate === 'data' && !row.isScalar && !placed.has(row));
    if (drivers.length === 0) continue;
    lines.push({ line: line++, of: { heading: name } });
    for (const row of new Set(drivers)) {
      placed.add(row);
      lines.push({ line: line++, of: row });
    }
    line++;
  }
  return { lines, headLine };
}
