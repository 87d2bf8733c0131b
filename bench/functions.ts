import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Bench } from 'tinybench';
import { callFunction } from '../src/functions/call-function.ts';
import type { Result } from '../src/functions/function-spec.ts';
import { functionNamed } from '../src/functions/registry.ts';
import { startBrowser } from '../test/support/browser.ts';
import { addInUrl, buildAddIn } from '../test/support/build-add-in.ts';
import { ExcelDouble, metadataOf } from '../test/support/excel-double/excel-double.ts';
import { openExcelOnTheWeb } from '../test/support/excel-double/excel-on-the-web.ts';

const calls = 10_000;
const callsWithTable = 500;
const model = functionNamed('MODEL');
const statement = functionNamed('STATEMENT');
const table = callFunction(functionNamed('INPUTS'), []) as readonly (readonly unknown[])[];
/** Excel hands over a new copy of a range at every call. */
const copy = () => table.map((row) => [...row]);
const copies = Array.from({ length: callsWithTable }, copy);
const lines = callFunction(functionNamed('LINES'), []) as readonly (readonly string[])[];
const labels = lines.slice(1, 101).map(([, label]) => label!);

console.log('In process');
const coldStart = (call: string) =>
  Math.min(
    ...Array.from({ length: 3 }, () =>
      Number(execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', call]).toString()),
    ),
  );
const cold = `
  const { callFunction, functionNamed } = await import('./src/functions/index.ts');
  const from = performance.now();
  callFunction(functionNamed('EVSALES'), []);
  console.log(performance.now() - from);`;
console.log(`  first call of a process: best ${coldStart(cold).toFixed(0)} ms of 3`);

const edited = copies.map((cells, index) =>
  cells.map((row) => (row[0] === 'Share price' ? [row[0], row[1], 5 + index / 1000, ...row.slice(3)] : row)),
);
let turn = 0;
const next = <Each>(list: readonly Each[]): Each => list[turn++ % list.length]!;
const call = (...args: readonly unknown[]): Result => callFunction(model, args);
const bench = new Bench({ time: 500, warmupTime: 100 });
bench
  .add('one warm call', () => void call('Revenue', 'FY22E', null, null))
  .add('one warm call, the line varying', () => void call(next(labels), 'FY22E', null, null))
  .add('one warm call with a table', () => void call('Revenue', 'FY22E', null, next(copies)))
  .add('one call with a table just edited', () => void call('Revenue', 'FY22E', null, next(edited)))
  .add(`${calls} calls`, () => {
    for (let index = 0; index < calls; index++) call(labels[index % labels.length], 'FY22E', null, null);
  })
  .add(`${callsWithTable} calls with a table`, () => {
    for (const cells of copies) call('Revenue', 'FY22E', null, cells);
  })
  .add('a statement spills', () => void callFunction(statement, ['Income statement', null, next(copies)]));
await bench.run();
console.table(
  bench.tasks.map(({ name, result }) => ({
    task: name,
    'median microseconds': 'latency' in result ? Number((result.latency.p50 * 1000).toFixed(2)) : NaN,
  })),
);

console.log("Through Microsoft's runtime in Chromium");
const folder = await buildAddIn();
const bytes = (name: string) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length;
console.log(`  functions.js: ${bytes('functions.js')} bytes gzipped; taskpane.js: ${bytes('taskpane.js')}`);
const browser = await startBrowser();
const double = new ExcelDouble({ namespace: 'ST', metadata: metadataOf(join(folder, 'functions.json')) });
const opened = performance.now();
const first = double.functions.call('EVSALES', null, null, null).then(() => performance.now() - opened);
const excel = await openExcelOnTheWeb(await browser.newContext(), double, { folder, url: addInUrl });
console.log(`  page start to first value: ${(await first).toFixed(0)} ms`);

/** Milliseconds in the browser from the message with the calls to the one with the last answers. */
async function timed(
  args: (index: number) => readonly unknown[],
  count: number,
  functionId = 'MODEL',
): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 600));
  const made = Array.from({ length: count }, (_, index) => ({ functionId, args: args(index) }));
  await Promise.all(double.functions.callAll(made));
  const took = await excel.page.evaluate(() => {
    const { sentAt, answeredAt } = globalThis as unknown as { sentAt: number; answeredAt: number };
    return answeredAt - sentAt;
  });
  return `${took.toFixed(0)} ms`;
}
for (const round of [1, 2, 3]) {
  const plain = await timed((index) => [labels[index % labels.length], 'FY22E', null, null], calls);
  const withTable = await timed(() => ['Revenue', 'FY22E', null, table], callsWithTable);
  const spill = await timed(() => ['Income statement', null, null], 1, 'STATEMENT');
  console.log(
    `  round ${round}: ${calls} calls ${plain}; ${callsWithTable} with a table ${withTable}; a statement ${spill}`,
  );
}
await browser.close();
