import assert from 'node:assert/strict';
import { main } from '../../src/cli/main.ts';
import { company } from '../../src/company/index.ts';
import { choices, registry } from '../../src/functions/registry.ts';

const run = (...args: string[]) => main(['functions', ...args], company, { colour: false });
const json = (...args: string[]) => JSON.parse(run(...args, '--json').out);

describe('the functions on the command line', () => {
  it('are listed by family with their arguments and what each gives', () => {
    const { out, exitCode } = run();
    assert.equal(exitCode, 0);
    assert.match(out, /^Valuation\nST\.EVSALES\(\[period\], \[price\], \[inputs\]\) +EV\/sales at a share price/m);
    assert.equal(out.match(/^ST\./gm)!.length, registry.length);
  });

  it('are listed for programs one by one', () => {
    const listed = json();
    assert.deepEqual(
      listed.map(({ id }: { id: string }) => id),
      registry.map(({ id }) => id),
    );
    assert.deepEqual(Object.keys(listed[0]), ['id', 'signature', 'family', 'result', 'gives']);
    const [header, ...rows] = run('--csv').out.trim().split('\n');
    assert.equal(header, 'id,signature,family,result,gives');
    assert.equal(rows.length, registry.length);
  });

  for (const name of ['WCDAYS', 'wcdays', 'ST.WCDAYS', 'st.WcDays', '=st.wcdays("Inventories")', ' wcdays '])
    it(`are found as "${name}"`, () => assert.equal(json(name).id, 'WCDAYS'));

  it('are shown with arguments, allowed values, result, example and errors', () => {
    const { out } = run('segment');
    assert.match(out, /^ST\.SEGMENT\(\[segment\], \[period\], \[measure\], \[inputs\]\)\nRevenue, growth or share/);
    assert.match(out, /^measure +text +omitted: revenue +revenue, growth or share$/m);
    assert.match(out, /^measure: revenue; growth; share\.$/m);
    assert.match(out, /^Result: number or table\.\nExample: =ST\.SEGMENT\(\) gives/m);
    assert.match(out, /^Error: #N\/A for an unknown segment, year or measure/m);
  });

  it('say which arguments are required', () =>
    assert.match(run('cagr').out, /^years +number +required +The years between them$/m));

  it('are shown without arguments where they have none', () =>
    assert.match(run('version').out, /^ST\.VERSION\(\)\n[^\n]+\.\n\nResult: text\.\n/));

  it('cut a long list of allowed values for people and give it whole to programs', () => {
    const { lines } = choices();
    const { out } = run('model');
    assert.ok(out.includes(`\nline: ${lines[0]}; ${lines[1]}; `));
    assert.ok(out.includes(`; ${lines[19]} and ${lines.length - 20} more, which --json lists.\n`));
    assert.deepEqual(json('model').parameters[0].allowed, lines);
  });

  it('give each argument to programs with what it may be', () => {
    const { parameters, example } = json('wcdays');
    assert.deepEqual(parameters[2], {
      name: 'basis',
      meaning: 'published (average in history, year-end in estimates), average or year-end',
      kind: 'text',
      optional: true,
      default: 'published',
      allowed: ['published', 'average', 'year-end'],
    });
    assert.equal(example.call, '=ST.WCDAYS("Trade receivables","FY22E")');
    const [header, ...rows] = run('wcdays', '--csv').out.trim().split('\n');
    assert.equal(header, 'function,name,meaning,kind,optional,default,allowed');
    assert.equal(rows.length, 4);
  });

  it('can all be shown in every form', () => {
    for (const { id } of registry)
      for (const form of [[], ['--json'], ['--csv']]) assert.equal(run(id, ...form).exitCode, 0);
  });

  it('name the nearest for one that is not there, and exit with 2', () => {
    const { out, err, exitCode } = run('st.evsals');
    assert.equal(exitCode, 2);
    assert.equal(out, '');
    assert.equal(
      err,
      'st-model: There is no function "st.evsals". The nearest is "EVSALES". "st-model functions" lists them.\n',
    );
  });
});
