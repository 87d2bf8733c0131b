import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Main from '../src/cli/main.ts';
import type * as CompanyIndex from '../src/company/index.ts';
import type * as OperatingModels from '../src/company/operating-model.ts';
import type * as Simulate from '../src/model/readings/simulate.ts';

/** A file with the hunks of a diff applied: each hunk's old lines are looked up in the file and replaced. */
function applyDiff(source: string, diff: string): string {
  const hunks = diff.split(/^@@.*\n/m).slice(1);
  return hunks.reduce((text, hunk) => {
    const lines = hunk.replace(/\n$/, '').split('\n');
    const side = (drop: string) =>
      lines
        .filter((line) => !line.startsWith(drop))
        .map((line) => line.slice(1))
        .join('\n');
    assert.equal(text.split(side('+')).length, 2, `the hunk fits once:\n${hunk}`);
    return text.replace(side('+'), () => side('-'));
  }, source);
}

describe('the row that CONTRIBUTING adds in one file', () => {
  let folder: string;
  let run: (...args: string[]) => { out: string; exitCode: number };
  let load: <T>(path: string) => Promise<T>;

  before(async () => {
    const guide = await readFile('CONTRIBUTING.md', 'utf8');
    const [, path, diff] = /```diff\n--- (\S+)\n([^]*?)```/.exec(guide)!;
    folder = await mkdtemp(join(tmpdir(), 'st-model-'));
    await cp('src', join(folder, 'src'), { recursive: true });
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await symlink(resolve('node_modules'), join(folder, 'node_modules'));
    const file = join(folder, path!);
    await writeFile(file, applyDiff(await readFile(file, 'utf8'), diff!));
    load = (module) => import(pathToFileURL(join(folder, module)).href);
    const { main } = await load<typeof Main>('src/cli/main.ts');
    const { company } = await load<typeof CompanyIndex>('src/company/index.ts');
    run = (...args) => main(args, company, { colour: false });
  });
  after(() => rm(folder, { recursive: true }));

  it('appears in its statement with the statement sign', () =>
    assert.match(run('statement', 'Income statement').out, /Restructuring cost +RMB mn .* -46\.8 +-64\.0 +-88\.3/));

  it('answers on the command line', () => {
    const { values } = JSON.parse(run('line', 'Restructuring cost', 'FY22E', '--json').out);
    assert.ok(Math.abs(values.FY22E - 63.98676) < 0.001);
  });

  it('takes another value of its driver and moves operating profit by it', () => {
    const profit = (...args: string[]) =>
      JSON.parse(run('line', 'Operating profit', 'FY22E', '--json', ...args).out).values.FY22E as number;
    assert.ok(Math.abs(profit() - profit('--set', 'restructuring-ratio@FY22E=2') - 63.98676) < 0.001);
  });

  it('is explained in words', () =>
    assert.match(
      run('explain', 'Restructuring cost', 'FY22E').out,
      /^Restructuring cost FY22E = Revenue 6,398\.7 RMB mn x Restructuring cost, % of revenue 1\.00% = 64\.0 RMB mn\.$/m,
    ));

  it('varies in a simulation', async () => {
    const { operatingModel } = await load<typeof OperatingModels>('src/company/operating-model.ts');
    const { simulate } = await load<typeof Simulate>('src/model/readings/simulate.ts');
    const { company } = await load<typeof CompanyIndex>('src/company/index.ts');
    const { model, base } = operatingModel(company);
    const [cost] = simulate(
      model,
      base,
      [{ row: model.row('restructuring-ratio'), year: 2022, values: Float64Array.of(0, 0.01, 0.02) }],
      [{ row: model.row('restructuring-cost'), year: 2022 }],
    );
    assert.deepEqual(
      [...cost!].map((value) => Math.round(value * 10) / 10),
      [0, 64, 128],
    );
  });
});
