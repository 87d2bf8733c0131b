import assert from 'node:assert/strict';
import fc from 'fast-check';
import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import { rowFigure } from '../../src/model/figures.ts';
import { formula } from '../../src/model/readings/formula.ts';
import { simulate, type Output, type Variation } from '../../src/model/readings/simulate.ts';
import { solve, type Solution } from '../../src/model/readings/solve.ts';
import { words } from '../../src/model/readings/words.ts';
import { IronCalcSheet } from '../support/ironcalc.ts';
import { ModelGrid } from '../support/model-grid.ts';
import { movedCells, randomInputs } from '../support/random-inputs.ts';

const desk = operatingModel(company);
const { model, base } = desk;
const tolerance = (value: number) => 1e-9 * Math.max(1, Math.abs(value));

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
    const cases = fc.sample(randomInputs(desk), { numRuns: 60, seed: 11 });
    const outputs = everyCell(solve(model, base));
    const variations: Variation[] = [
      ...movedCells(desk),
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
    const cases = [base, ...fc.sample(randomInputs(desk), { numRuns: 8, seed: 12 })];
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
