import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { commands, main } from '../../src/cli/main.ts';
import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';

const run = (...args: string[]) => main(args, company, { colour: false });
const json = (...args: string[]) => JSON.parse(run(...args, '--json').out);

/** The cells of CSV, whose quoted ones may hold commas and doubled quotes. */
const cellsOf = (csv: string): readonly (readonly string[])[] =>
  csv
    .trimEnd()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare!,
      ),
    );

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

  it('says what an overridden line is in the base case', () => {
    const { changes } = json('diff', '--set', 'trade-receivables@FY22E=5000');
    assert.equal(changes[0].from, json('line', 'trade-receivables', 'FY22E').values.FY22E);
    assert.match(run('diff', '--set', 'trade-receivables@FY22E=5000').out, /FY22E +5,995\.5 +5,000\.0/);
  });

  it('gives days, ratings and choices as words to programs, wherever they stand', () => {
    const setting = ['--set', 'pricing-date=2022-02-01', '--set', 'net-cash-basis=total cash'];
    assert.equal(json('line', 'Pricing date').value, '2022-01-31');
    assert.equal(json('line', 'Rating').value, 'BUY');
    assert.equal(json('line', 'Net cash basis', ...setting).value, 'total cash');
    assert.match(run('statement', 'Valuation', '--csv').out, /^rating,Rating,rating,BUY,/m);
    assert.deepEqual(
      json('diff', ...setting).changes.map(({ from, to }: { from: unknown; to: unknown }) => [from, to]),
      [
        ['2022-01-31', '2022-02-01'],
        ['published', 'total cash'],
      ],
    );
  });

  it('says every warning after the checks and to programs, and none in the base case', () => {
    const slip = ['--set', 'administrative-ratio@FY22E=0.2952'];
    assert.match(
      run(...slip).out,
      /^All checks pass\.\nLook at: Driver outside its range: Admin.* is 0\.30%, outside 10 to/m,
    );
    assert.deepEqual(
      json('overview', ...slip).warnings.map(({ name }: { name: string }) => name),
      ['Driver outside its range', 'Inputs differ from the published base case'],
    );
    assert.match(run().out, /All checks pass\.\n$/);
    assert.deepEqual(json('overview').warnings, []);
  });

  it('dates the prices as the inputs do', () =>
    assert.match(run('--set', 'pricing-date=2022-03-25').out, /^[^\n]+, prices of 2022-03-25\n/));

  it('exits with 1 when a number of the text is off, and says so where the form has no place for it', () => {
    assert.equal(run('reconcile').exitCode, 0);
    const off = ['reconcile', '--set', 'smart-business-customers@FY20=900'];
    const { out, err, exitCode } = run(...off);
    assert.match(out, /^OFF  revenue by segment: printed 848, computed 900\.00$/m);
    assert.deepEqual([err, exitCode], ['', 1]);
    assert.match(run(...off, '--json').err, /^OFF  revenue by segment: printed 848, computed 900\.00$/m);
    assert.equal(run(...off, '--json').exitCode, 1);
  });

  it('names the figures of the Financial Summary in words', () => {
    assert.match(run('statement').out, /^Summary income statement +Financial Summary, income statement$/m);
    assert.match(run('statement', 'Key ratios').out, /^Key ratios \(Financial Summary, key ratios\)$/m);
  });

  it('is of the version of the package, and so is the company data', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    assert.equal(run('--version').out, `st-model ${version}\n`);
    assert.equal(company.version, version);
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

  it('prints every table as CSV with as many cells on each line as in its header', () => {
    const { statements } = operatingModel(company).model;
    const after: Readonly<Record<string, readonly (readonly string[])[]>> = {
      statement: [[], ...statements.map(({ name }) => [name])],
      line: [['Revenue'], ['Revenue', 'FY22E'], ['Rating']],
      explain: [['Revenue', 'FY22E']],
      workbook: [['model.xlsx']],
      functions: [[], ['WCDAYS']],
    };
    const settings = ['--set', 'smart-life-revenue@FY20=500', '--set', 'trade-receivables@FY22E=5000'];
    for (const { name } of commands)
      for (const words of after[name] ?? [[]]) {
        const [header, ...rows] = cellsOf(run(name, ...words, '--csv', ...settings).out);
        assert.ok(rows.length > 0, name);
        for (const row of rows) assert.equal(row.length, header!.length, `${name} ${words.join(' ')}: ${row.join()}`);
      }
  });

  it('leaves the names of printed rows as they are in CSV', () => {
    const names = new Set(cellsOf(run('reconcile', '--csv').out).map(([, row]) => row));
    for (const { row } of json('reconcile')) assert.ok(names.has(row), row);
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
    [
      'an unknown statement',
      ['statement', 'Balance'],
      /no statement "Balance"\. The nearest are "Balance sheet", .* The statements are Revenue, /,
    ],
    ['an unknown period', ['line', 'Revenue', 'FY30'], /no year "FY30"\. The years are FY18A/],
    ['an unknown figure', ['reconcile', '--figure', '99'], /no figure "99"\..*The figures are 58, 59/],
    ['an unknown scenario', ['--scenario', 'beer'], /no scenario "beer"\. The nearest .*"bear"/],
    [
      'an unknown driver',
      ['--set', 'trade-recievable-days@FY22E=300'],
      /no driver, scalar or line "trade-recievable-days"\. The nearest is "trade-receivable-days"/,
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
    ['both forms', ['--json', '--csv'], /exclude each other/],
    [
      'too many words',
      ['line', 'Trade', 'receivables', 'FY22E'],
      /takes LINE \[PERIOD\].*Put names with spaces in quotes/,
    ],
    ['too few words', ['line'], /^st-model: "line" needs more words: st-model line LINE \[PERIOD\]\.$/m],
    ['words after a command that takes none', ['checks', 'all'], /"checks" takes no words after it, not "all"/],
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
});
