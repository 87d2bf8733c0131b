import { execFileSync } from 'node:child_process';
import { Bench } from 'tinybench';
import { company } from '../src/company/index.ts';
import { operatingModel } from '../src/company/operating-model.ts';
import { writeWorkbook } from '../src/hosts/xlsx/write-workbook.ts';
import { plan } from '../src/model/plan.ts';
import { simulate, type Output, type Variation } from '../src/model/readings/simulate.ts';
import { reachableSlots } from '../src/model/readings/reachable-slots.ts';
import { read, type Reading } from '../src/model/readings/read.ts';
import { solve } from '../src/model/readings/solve.ts';
import type { Row } from '../src/model/row.ts';
import { buildWorkbook } from '../src/template/build-workbook.ts';

const scenarios = 10_000;
const desk = operatingModel(company);
const { model, base } = desk;
const estimates = base.years.filter(({ status }) => status === 'estimate');

/** Every input of the estimates and every scalar that is a number, each moved by up to 5% either way. */
const variations: Variation[] = model.rows.flatMap((row, place): Variation[] => {
  if (row.estimate !== 'data' || ['text', 'date', 'year', 'flag', 'choice'].includes(row.unit.kind)) return [];
  return (row.isScalar ? [undefined] : estimates).map((year, index) => {
    const value = base.value(row, year?.year)?.toNumber() ?? 0;
    const values = Float64Array.from(
      { length: scenarios },
      (_, i) => value * (1 + 0.05 * Math.sin(i * (place + 1) + index)),
    );
    return year ? { row, year: year.year, values } : { row, values };
  });
});
const everyEstimate: Output[] = model.rows.flatMap((row) =>
  row.isScalar || row.kind === 'check'
    ? []
    : estimates.filter(({ year }) => solve(model, base).value(row, year)).map(({ year }) => ({ row, year })),
);
const target: Output[] = [{ row: model.value.targetPrice }];
const planned = plan(model.rows, base);

/** The operators that a simulation carries out for each scenario: those that combine something that varies. */
function operatorsOf(outputs: readonly Output[]): number {
  const slotOf = ({ row, year }: Output) => planned.slot(row, year === undefined ? -1 : planned.yearIndex(year))!;
  const varying = new Set(variations.map(slotOf));
  const needed = reachableSlots(planned, varying, outputs.map(slotOf));
  let count = 0;
  const varies = (row: Row, yearIndex: number) => varying.has(planned.slot(row, row.isScalar ? -1 : yearIndex)!);
  const reading: Reading<boolean> = {
    row: varies,
    opening: (row, yearIndex) => varies(row, yearIndex - 1),
    at: (row) => planned.years.some((_, yearIndex) => varies(row, yearIndex)),
    combine(operator, operands) {
      if (!operands.includes(true)) return false;
      count += operator === 'average' ? operands.length : Math.max(1, operands.length - 1);
      return true;
    },
  };
  for (const { slot, yearIndex, expression } of planned.steps)
    if (needed.has(slot) && !varying.has(slot) && expression && read(expression, yearIndex, reading)) varying.add(slot);
  return count;
}
const operators = operatorsOf(everyEstimate);

const workbook = buildWorkbook(desk);
const bench = new Bench({ time: 1000, warmupTime: 300 });
const a = new Float64Array(512).fill(1.1);
const b = new Float64Array(512).fill(0.9);
const out = new Float64Array(512);
bench
  .add('plan', () => void plan(model.rows, base))
  .add('exact solve, warm', () => void solve(model, base))
  .add(
    `simulate ${scenarios} scenarios, every estimate row`,
    () => void simulate(model, base, variations, everyEstimate),
  )
  .add(`simulate ${scenarios} scenarios, target price`, () => void simulate(model, base, variations, target))
  .add('workbook: plan', () => void buildWorkbook(desk))
  .add('workbook: write', async () => void (await writeWorkbook(workbook, { values: 'cached' })))
  .add(`bare float loop of ${operators} operations x ${scenarios}`, () => {
    for (let block = 0; block < scenarios; block += 512)
      for (let k = 0; k < operators; k++) for (let i = 0; i < 512; i++) out[i] = a[i]! * b[i]!;
  });
await bench.run();

console.log(
  `${model.rows.length} rows, ${planned.steps.length} cells, ${variations.length} inputs varied, ${operators} operators`,
);
console.table(
  bench.tasks.map(({ name, result }) => ({
    task: name,
    'median ms': 'latency' in result ? Number(result.latency.p50.toFixed(3)) : NaN,
    'best ms': 'latency' in result ? Number(result.latency.min.toFixed(3)) : NaN,
  })),
);

const starts = Array.from({ length: 7 }, () => {
  const from = performance.now();
  execFileSync(process.execPath, ['dist/cli/st-model.js', 'line', 'Revenue', 'FY22E']);
  return performance.now() - from;
});
console.log(`st-model line Revenue FY22E, from start to answer: best ${Math.min(...starts).toFixed(0)} ms of 7`);
