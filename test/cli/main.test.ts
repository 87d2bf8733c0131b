import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import { company } from '../../src/company/index.ts';

const run = (...args: string[]) => main(args, company, { colour: false });
const json = (...args: string[]) => JSON.parse(run(...args, '--json').out);

describe('the command line', () => {
  it('gives the earnings summary, the target price, the rating and the count of figures without a command', () => {
    const { out, exitCode } = run();
    assert.match(out, /Target price HK\$8\.08, \+20\.1% from HK\$6\.73: BUY \(the report's rating, not advice\)/);
    assert.match(out, /Reconciliation: 1290 of 1290 printed figures agree/);
    assert.match(out, /Revenue +RMB mn .*6,398\.7/);
    assert.equal(exitCode, 0);
  });

  it('prints a statement in the signs of the statement', () =>
    assert.match(run('statement', 'income statement').out, /Cost of sales +RMB mn +-806\.6/));

  it('prints a line in its own sign', () => assert.match(run('line', 'Cost of sales', 'FY18').out, / 806\.6/));

  it('gives a line unrounded to programs', () => {
    const { values } = json('line', 'revenue', 'FY22E');
    assert.ok(Math.abs(values.FY22E - 6398.68) < 0.005);
  });

  it('leaves a year without data empty in JSON and says where there is some when asked for it', () => {
    assert.equal(json('line', 'Smart City cities').values.FY18A, null);
    assert.match(run('line', 'Smart City cities', 'FY18').err, /no value in FY18A\. It has one in FY20A, FY21E/);
  });

  it('reconciles every printed number as an array of cells', () => {
    const cells = json('reconcile');
    assert.equal(cells.length, 1290);
    assert.deepEqual(
      cells.find(
        (cell: { figure: string; row: string; column: string }) =>
          cell.figure === '65' && cell.row === 'Cost of sales' && cell.column === 'FY20',
      ),
      {
        figure: '65',
        row: 'Cost of sales',
        column: 'FY20',
        computed: -1014.09,
        printed: -1014,
        tolerance: 0.5,
        within: true,
      },
    );
  });

  it('reconciles one figure by either of its names', () => {
    assert.equal(json('reconcile', '--figure', '65').length, 120);
    assert.equal(
      json('reconcile', '--figure', 'summary-key-ratios').length,
      json('reconcile', '--figure', 'FS.key_ratios').length,
    );
  });

  it('loses exactly seven cells without the unexplained adjustment, and exits with 1', () => {
    const { exitCode } = run('reconcile', '--set', 'other-adjustment@FY21E=0');
    assert.equal(exitCode, 1);
    const off = json('reconcile', '--set', 'other-adjustment@FY21E=0').filter(
      ({ within }: { within: boolean }) => !within,
    );
    assert.equal(off.length, 7);
  });

  it('takes percentages in points, with or without the sign', () => {
    for (const value of ['25', '25%'])
      assert.equal(json('line', 'peer-premium', '--set', `peer-premium=${value}`).value, 25);
  });

  it('changes a driver in every estimate year when no year is given', () => {
    const { values } = json('line', 'trade-receivable-days', '--set', 'trade-receivable-days=300');
    assert.deepEqual([values.FY21E, values.FY22E, values.FY23E], [300, 300, 300]);
  });

  it('reads back the inputs file that it prints and gives the same answer', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'st-model-'));
    try {
      const path = join(folder, 'inputs.json');
      await writeFile(path, run('inputs', '--json', '--set', 'target-ev-sales=30').out);
      assert.equal(
        json('line', 'target-price', '--inputs', path).value,
        json('line', 'target-price', '--set', 'target-ev-sales=30').value,
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('says what differs from the base case and what each change alone does to the target price', () => {
    const { changes, targetPrice } = json('diff', '--set', 'target-ev-sales=33', '--set', 'share-price=7');
    assert.deepEqual(
      changes.map(({ id, from, to }: { id: string; from: number; to: number }) => [id, from, to]),
      [
        ['share-price', 6.73, 7],
        ['target-ev-sales', 34, 33],
      ],
    );
    assert.equal(changes[0].effect, 0);
    assert.ok(Math.abs(changes[1].effect + 6398.676 / 33507.4 / 0.83) < 1e-6);
    assert.ok(Math.abs(targetPrice.effect - changes[1].effect) < 1e-12);
  });

  it('runs a scenario as its changes set one by one', () => {
    const bear = company.scenarios.find(({ id }) => id === 'bear')!;
    const settings = bear.changes.flatMap(({ id, year, value }) => [
      '--set',
      `${id}${year ? `@${year}` : ''}=${value}`,
    ]);
    assert.equal(
      json('line', 'target-price', '--scenario', 'bear').value,
      json('line', 'target-price', ...settings).value,
    );
  });

  it('keeps text that a spreadsheet would take for a formula as text in CSV', () => {
    const { out } = run('notes', '--csv');
    assert.ok(out.split('\n').every((line) => !/(^|,)[=+@]/.test(line)));
  });

  it('prints CSV with a header and as many cells on each line', () => {
    const [header, row] = run('line', 'revenue', '--csv').out.trim().split('\n');
    assert.equal(header, 'id,label,unit,FY18A,FY19A,FY20A,FY21E,FY22E,FY23E');
    assert.equal(row!.split(',').length, 9);
  });

  it('exits with 1 when a check fails', () => {
    const { out, exitCode } = run('checks', '--set', 'property-plant-equipment@FY22E=5000');
    assert.equal(exitCode, 1);
    assert.match(out, /^FAIL +Opening, capex and charge give property, plant and equipment +FY22E off by/m);
  });
});

describe('bad input on the command line', () => {
  const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown command', ['statment'], /no command "statment"\. The nearest is "statement"/],
    ['an unknown line', ['line', 'Revenu FY'], /There is no line "Revenu FY"\. The nearest/],
    ['an unknown statement', ['statement', 'Balance'], /no statement "Balance"\. The statements are Revenue, /],
    ['an unknown period', ['line', 'Revenue', 'FY30'], /no year "FY30"\. The years are FY18A/],
    ['an unknown figure', ['reconcile', '--figure', '99'], /no figure "99"\..*The figures are 58, 59/],
    ['an unknown scenario', ['--scenario', 'beer'], /no scenario "beer"\. The nearest .*"bear"/],
    [
      'an unknown driver',
      ['--set', 'trade-recievable-days@FY22E=300'],
      /no line "trade-recievable-days"\. The nearest is "trade-receivable-days"|The nearest (is|are) "[Tt]rade/,
    ],
    ['a computed row', ['--set', 'revenue@FY22E=1'], /Revenue is computed; change its drivers/],
    [
      'a driver in an actual year',
      ['--set', 'inventory-days@FY20=1'],
      /computed from history; a driver takes values in estimate years only/,
    ],
    ['a setting without a value', ['--set', 'share-price'], /is not a setting\. Write --set driver@FY22E=29\.52/],
    ['a percentage on a row of days', ['--set', 'trade-receivable-days@FY22E=20%'], /is in days, not a percentage/],
    [
      'a word for a number',
      ['--set', 'peer-premium=twenty percent'],
      /must be a number in percent, such as 29\.52, not "twenty percent"/,
    ],
    ['NaN', ['--set', 'share-price=NaN'], /must be a number in HK\$, not "NaN"/],
    [
      'FX the wrong way round',
      ['--set', 'cny-per-hkd=1.2'],
      /RMB per HK\$ is 1\.2, but must be from 0\.5 to 1\.1 RMB\. Give RMB per HK\$, about 0\.83, not HK\$ per RMB/,
    ],
    ['a percentage beyond 1,000%', ['--set', 'smart-life-growth@FY22E=1500'], /beyond 1,000% is taken for a mistake/],
    ['a scalar with a year', ['--set', 'share-price@FY22E=7'], /has one value, not one by year/],
    ['an unknown peer', ['--set', 'peer-ticker=XYZ'], /no peer "XYZ"\. The peers are/],
    [
      'a missing inputs file',
      ['--inputs', 'no-such-file.json'],
      /inputs file no-such-file\.json cannot be used: there is no such file/,
    ],
    ['an unknown option', ['--jsn'], /"st-model --help" lists the options/],
    ['both forms', ['--json', '--csv'], /exclude each other/],
    [
      'too many words',
      ['line', 'Trade', 'receivables', 'FY22E'],
      /takes LINE \[PERIOD\].*Put names with spaces in quotes/,
    ],
    ['a statement line explained without a period', ['explain', 'Revenue'], /needs a period, such as FY22E/],
  ];
  for (const [what, args, message] of refused)
    it(`refuses ${what} in a sentence and exits with 2`, () => {
      const { out, err, exitCode } = run(...args);
      assert.equal(exitCode, 2);
      assert.equal(out, '');
      assert.match(err, message);
      assert.equal(err.trim().split('\n').length, 1);
    });

  const files: readonly (readonly [string, string, RegExp])[] = [
    ['that is not JSON', '{', /is not JSON/],
    [
      'of another shape',
      '{"drivers": {"a": 1}}',
      /is not an inputs file: drivers: .*"st-model inputs --json" prints one/,
    ],
    ['without any inputs', '{}', /holds no "drivers", "scalars" or "lines"/],
    ['with an unknown driver', '{"drivers": [{"id": "x-y-z", "values": {"FY22E": 1}}]}', /There is no line "x-y-z"/],
    ['with an entry without a name', '{"scalars": [{"value": 1}]}', /an entry without "id" or "label"/],
  ];
  for (const [what, text, message] of files)
    it(`refuses an inputs file ${what}`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'st-model-'));
      try {
        const path = join(folder, 'inputs.json');
        await writeFile(path, text);
        const { err, exitCode } = run('--inputs', path);
        assert.equal(exitCode, 2);
        assert.match(err, message);
      } finally {
        await rm(folder, { recursive: true });
      }
    });
});
