import assert from 'node:assert/strict';
import { applyChanges, applyScenario } from '../../src/company/changes.ts';
import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import { solve } from '../../src/model/readings/solve.ts';
import { Book } from '../../src/template/book.ts';
import { stampedScenarios } from '../../src/template/stamped-scenarios.ts';

const desk = operatingModel(company);
const { value, sales, funding, cash } = desk.model;
const wanted = [
  [value.targetPrice, 0],
  [value.rating, 0],
  [sales.revenue, 6],
  [funding.totalCash, 6],
  [cash.runway, 6],
  [value.evSales, 0],
] as const;

describe('the scenarios stamped on the Summary', () => {
  const hold = (inputs: Inputs) => {
    const stamped = stampedScenarios(new Book(desk, inputs, solve(desk.model, inputs), 0), wanted);
    for (const [place, { id }] of company.scenarios.entries()) {
      const exact = new Book(desk, inputs, solve(desk.model, applyScenario(desk, inputs, id)), place);
      for (const [index, [row, year]] of wanted.entries()) {
        const [found, expected] = [stamped[place]![index], exact.value(row, year)];
        if (typeof expected !== 'number') assert.equal(found, expected, `${id}: ${row.label}`);
        else
          assert.ok(
            Math.abs(Number(found) - expected) <= 1e-12 * Math.max(1, Math.abs(expected)),
            `${id}: ${row.label}`,
          );
      }
    }
  };

  it('are what each scenario solves to', () => hold(desk.base));

  it('begin from the inputs in use, not from those published', () =>
    hold(
      applyChanges(desk, desk.base, [
        { name: 'trade-receivable-days', period: 'FY22E', value: 400 },
        { name: 'share-price', value: 9 },
      ]),
    ));
});
