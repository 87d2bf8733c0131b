import assert from 'node:assert/strict';
import fc from 'fast-check';
import { company } from '../../src/company/index.ts';
import { fromPoints, operatingModel } from '../../src/company/operating-model.ts';
import { rowFigure } from '../../src/model/figures.ts';
import { Exact, type Inputs } from '../../src/model/inputs.ts';
import { formula } from '../../src/model/readings/formula.ts';
import { simulate, type Output, type Variation } from '../../src/model/readings/simulate.ts';
import { solve, type Solution } from '../../src/model/readings/solve.ts';
import { words } from '../../src/model/readings/words.ts';
import type { Row } from '../../src/model/row.ts';
import { IronCalcSheet } from '../support/ironcalc.ts';
import { ModelGrid } from '../support/model-grid.ts';

const desk = operatingModel(company);
const { model, base } = desk;
const estimates = base.years.filter(({ status }) => status === 'estimate');
const tolerance = (value: number) => 1e-9 * Math.max(1, Math.abs(value));

type Cell = { readonly row: Row; readonly year?: number };

/** Every cell that a random case moves, with the range it moves in. */
const moved: readonly (Cell & { readonly low: Exact; readonly high: Exact })[] = [
  ...company.drivers.flatMap(({ id, range }) => {
    const row = model.row(id);
    const [low, high] = range.map((points) => fromPoints(row, points)) as [Exact, Exact];
    return estimates.map(({ year }) => ({ row, year, low, high }));
  }),
  ...['share-price', 'cny-per-hkd', 'target-ev-sales', 'peer-ev-sales', 'peer-premium', 'shares-outstanding'].map(
    (id) => {
      const row = model.row(id);
      const value = base.value(row)!;
      return { row, low: value.times(0.8), high: value.times(1.2) };
    },
  ),
];

/** Random inputs within each driver's range, the target's switches and the valuation year included. */
const randomInputs: fc.Arbitrary<Inputs> = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: moved.length, maxLength: moved.length }),
    fc.constantFrom(...estimates.map(({ year }) => year)),
    fc.constantFrom(0, 1),
    fc.constantFrom(0, 1),
  )
  .map(([places, year, fromPeer, basis]) =>
    base.with([
      ...moved.map(({ row, year: at, low, high }, index) => ({
        row,
        year: at,
        value: new Exact(low.plus(high.minus(low).times(places[index]! / 1000)).toPrecision(12)),
      })),
      { row: model.market.valuationYear, value: new Exact(year) },
      { row: model.market.multipleFromPeer, value: new Exact(fromPeer) },
      { row: model.market.netCashBasis, value: new Exact(basis) },
    ]),
  );

const everyCell = (solution: Solution): readonly Output[] =>
  model.rows.flatMap((row): Output[] =>
    row.isScalar
      ? solution.value(row) === undefined
        ? []
        : [{ row }]
      : base.years.flatMap(({ year }) => (solution.value(row, year) === undefined ? [] : [{ row, year }])),
  );

const nameOf = ({ row, year }: Output) => `${row.label}${year ? ` ${year}` : ''}`;

describe('the four readings of one definition', () => {
  it('agree between exact and simulated on every row and year, for random inputs', () => {
    const cases = fc.sample(randomInputs, { numRuns: 60, seed: 11 });
    const outputs = everyCell(solve(model, base));
    const variations: Variation[] = [
      ...moved,
      { row: model.market.valuationYear },
      { row: model.market.multipleFromPeer },
      { row: model.market.netCashBasis },
    ].map(({ row, ...rest }): Variation => {
      const year = 'year' in rest ? rest.year : undefined;
      const values = Float64Array.from(cases, (inputs) => inputs.value(row, year)!.toNumber());
      return year === undefined ? { row, values } : { row, year, values };
    });
    const columns = simulate(model, base, variations, outputs);
    for (const [place, inputs] of cases.entries()) {
      const solution = solve(model, inputs);
      for (const [index, output] of outputs.entries()) {
        const exact = solution.value(output.row, output.year)!.toNumber();
        const simulated = columns[index]![place]!;
        if (Number.isNaN(exact)) assert.ok(Number.isNaN(simulated), nameOf(output));
        else assert.ok(Math.abs(exact - simulated) <= tolerance(exact), `${nameOf(output)}: ${exact} and ${simulated}`);
      }
    }
  });

  it('agree between exact and the Excel formulas in an independent spreadsheet engine, for random inputs', () => {
    const cases = [base, ...fc.sample(randomInputs, { numRuns: 8, seed: 12 })];
    const grid = new ModelGrid(solve(model, base).plan, company.ratingBands);
    for (const inputs of cases) {
      const solution = solve(model, inputs);
      const sheet = new IronCalcSheet();
      sheet.type(grid.cells(inputs));
      for (const output of everyCell(solution)) {
        const exact = solution.value(output.row, output.year)!;
        const { row, column } = grid.exactCell(output);
        const shown = sheet.value(row, column);
        if (exact.isNaN()) assert.equal(shown, output.row.otherwise, nameOf(output));
        else if (output.row === model.value.rating) assert.equal(shown, rowFigure(output.row, exact), nameOf(output));
        else
          assert.ok(
            typeof shown === 'number' && Math.abs(shown - exact.toNumber()) <= tolerance(exact.toNumber()),
            `${nameOf(output)}: ${exact.toNumber()} and ${shown}`,
          );
      }
      sheet.close();
    }
  });

  it('agree between exact and words: each cell says its own figure and the rows that it is made of', () => {
    const solution = solve(model, base);
    for (const { row, expression, yearIndex } of solution.plan.steps) {
      const year = solution.plan.years[yearIndex]?.year;
      const text = words(solution, row, year);
      assert.ok(text.startsWith(row.label), text);
      assert.ok(text.includes(rowFigure(row, solution.value(row, year)!)), text);
      assert.equal(text.includes('(input)'), expression === undefined, text);
    }
  });

  it('write no constant besides zero, one and digits into a formula', () => {
    const { plan } = solve(model, base);
    const grid = new ModelGrid(plan, company.ratingBands);
    for (const { row, yearIndex, expression } of plan.steps) {
      if (!expression) continue;
      const text = formula(row, expression, yearIndex, grid);
      const constants = text.replace(/\$?[A-Z]+\$?\d+/g, '').match(/\d+(\.\d+)?/g) ?? [];
      assert.ok(
        constants.every((constant) => ['0', '1', '2'].includes(constant)),
        `${row.label}: ${text}`,
      );
    }
  });
});
