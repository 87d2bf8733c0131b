import assert from 'node:assert/strict';
import fc from 'fast-check';
import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import type { Expression } from '../../src/model/expression.ts';
import { rowFigure } from '../../src/model/figures.ts';
import { yearLabel } from '../../src/model/financial-year.ts';
import { Exact } from '../../src/model/inputs.ts';
import { formula } from '../../src/model/readings/formula.ts';
import { simulate, type Output, type Variation } from '../../src/model/readings/simulate.ts';
import { solve, type Solution } from '../../src/model/readings/solve.ts';
import { words } from '../../src/model/readings/words.ts';
import { Row } from '../../src/model/row.ts';
import { IronCalcSheet } from '../support/ironcalc.ts';
import { ModelGrid } from '../support/model-grid.ts';
import { marked, WordsParser } from '../support/parse-words.ts';
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

type Looked = { readonly row: Row; readonly value: Exact; readonly when: string };

/** The rows that an expression reads in a year, and the flags that it turns on, by a walk of its own. */
function readBy(solution: Solution, expression: Expression, yearIndex: number): { rows: Looked[]; flags: Looked[] } {
  const { years } = base;
  const rows: Looked[] = [];
  const flags: Looked[] = [];
  const look = (row: Row, index: number, when = ''): Looked => ({
    row,
    value: solution.value(row, years[index]?.year)!,
    when,
  });
  const walk = (one: Expression): void => {
    if (one instanceof Row) rows.push(look(one, yearIndex));
    else if (one.operator === 'opening')
      rows.push(look(one.operands[0] as Row, yearIndex - 1, yearLabel(years[yearIndex - 1]!)));
    else if (one.operator === 'at') {
      const [row, yearRow] = one.operands as readonly [Row, Row];
      const chosen = years.findIndex(({ year }) => solution.value(yearRow)!.eq(year));
      rows.push(look(row, chosen, `${yearRow.label.toLowerCase()} ${yearLabel(years[chosen]!)}`));
    } else if (one.operator === 'ifElse') {
      flags.push(look(one.operands[0] as Row, yearIndex));
      one.operands.slice(1).forEach(walk);
    } else one.operands.forEach(walk);
  };
  walk(expression);
  return { rows, flags };
}

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

  it('agree between exact and words: read back, each sentence comes to its own figure, for random inputs', () => {
    const parser = new WordsParser(model.rows);
    for (const inputs of [base, ...fc.sample(randomInputs(desk), { numRuns: 6, seed: 13 })]) {
      const solution = solve(model, inputs);
      for (const { row, expression, yearIndex } of solution.plan.steps) {
        if (!expression) continue;
        const year = base.years[yearIndex];
        const text = words(solution, row, year?.year, marked);
        const parsed = parser.read(text.slice(`${row.label}${year ? ` ${yearLabel(year)}` : ''} = `.length));
        const own = solution.value(row, year?.year)!;
        assert.ok(parsed.result.startsWith(marked(row, own)), text);
        if (own.isNaN()) assert.ok(parsed.value.isNaN(), text);
        else assert.ok(parsed.value.minus(own).abs().lte(own.abs().plus(1).times(1e-30)), `${text} is not ${own}`);
        const { rows, flags } = readBy(solution, expression, yearIndex);
        assert.deepEqual(
          parsed.mentions.map(({ label, figure, when }) => `${label} ${figure} ${when}`).sort(),
          rows.map(({ row: of, value, when }) => `${of.label} ${value} ${when}`).sort(),
          text,
        );
        assert.deepEqual(
          parsed.stated,
          flags.map(({ row: of, value }) => ({
            label: of.label,
            said: of.unit.words?.[value.toNumber()] ?? (value.isZero() ? 'not set' : 'set'),
          })),
          text,
        );
      }
    }
  });

  it('show in words the label and the rounded figure of each row that a cell reads, and say which cells are inputs', () => {
    const solution = solve(model, base);
    for (const { row, expression, yearIndex } of solution.plan.steps) {
      const year = base.years[yearIndex]?.year;
      const text = words(solution, row, year);
      assert.ok(text.startsWith(row.label), text);
      assert.ok(text.includes(` = ${rowFigure(row, solution.value(row, year)!)}`), text);
      assert.equal(text.includes('(input)'), expression === undefined, text);
      if (expression)
        for (const one of readBy(solution, expression, yearIndex).rows)
          assert.ok(text.includes(`${one.row.label} ${rowFigure(one.row, one.value)}`), `${one.row.label}: ${text}`);
    }
  });

  it('say in words which of two figures holds and why', () => {
    const said = (name: string, ...flags: readonly (readonly [Row, number])[]) =>
      words(solve(model, base.with(flags.map(([row, value]) => ({ row, value: new Exact(value) })))), model.row(name));
    const { netCashBasis, multipleFromPeer } = model.market;
    assert.equal(
      said('target-price'),
      'Target price = (Target price, as published 8.081 HK$, since Net cash basis is published; otherwise Target ' +
        'price on total cash 8.306 HK$) = 8.081 HK$.',
    );
    assert.match(
      said('target-price', [netCashBasis, 1]),
      /^Target price = \(Target price on total cash 8\.306 HK\$, since Net cash basis is total cash; otherwise /,
    );
    assert.match(said('multiple-in-use'), /= \(Target EV\/sales 34\.00x, since Multiple from the peer is not set; /);
    assert.match(
      said('multiple-in-use', [multipleFromPeer, 1]),
      /= \(Multiple on the peer 34\.00x, since Multiple from the peer is set; otherwise Target EV\/sales 34\.00x\)/,
    );
  });

  it('give in words the note of the side that the year is on, and no other', () => {
    const solution = solve(model, base);
    const said = (name: string, year: number) => words(solution, model.row(name), year);
    assert.match(said('reserves', 2020), /Note: what balances the balance sheet\.$/);
    assert.doesNotMatch(said('reserves', 2022), /Note/);
    assert.match(said('published-inventory-days', 2020), /Note: on the average balance\.$/);
    assert.match(said('published-inventory-days', 2022), /Note: on the year-end balance, as the report prints it\.$/);
    assert.match(said('net-gearing', 2020), /Note: net debt on total equity; net cash has no gearing\.$/);
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
