import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import { company } from '../../src/company/index.ts';

const run = (...args: string[]) => main(args, company, { colour: false });

describe('an inputs file', () => {
  let folder: string;
  let path: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'st-model-'));
    path = join(folder, 'inputs.json');
  });
  after(() => rm(folder, { recursive: true }));

  const withFile = async (content: string | Uint8Array, ...args: string[]) => {
    await writeFile(path, content);
    return run(...args, '--inputs', path);
  };

  const settings: readonly (readonly string[])[] = [
    [],
    ['target-ev-sales=30', 'trade-receivable-days@FY22E=400', 'pricing-date=2022-02-01', 'net-cash-basis=total cash'],
    ['trade-receivables@FY22E=5000'],
    ['smart-life-revenue@FY20=500', 'cash@FY19=7000', 'trade-receivables@FY23E=1'],
    ['valuation-year=FY21E', 'multiple-from-peer=1', 'peer-ticker=688088 CH'],
  ];
  for (const one of settings)
    it(`that is printed gives the same inputs and results when read: ${one.join(' ') || 'base case'}`, async () => {
      const given = one.flatMap((setting) => ['--set', setting]);
      const printed = run('inputs', '--json', ...given).out;
      assert.equal((await withFile(printed, 'inputs', '--json')).out, printed);
      for (const command of ['diff', 'reconcile', 'overview'])
        assert.equal((await withFile(printed, command, '--json')).out, run(command, '--json', ...given).out);
    });

  it('lists lines only where they differ from the base case', () => {
    assert.equal(JSON.parse(run('inputs', '--json').out).lines, undefined);
    const { lines } = JSON.parse(run('inputs', '--json', '--set', 'trade-receivables@FY22E=5000').out);
    assert.deepEqual(lines, [
      { id: 'trade-receivables', label: 'Trade receivables', unit: 'RMB mn', values: { FY22E: 5000 } },
    ]);
  });

  it("brings the peer's multiple along when a setting after it changes the year", async () => {
    const printed = run('inputs', '--json').out;
    const { out } = await withFile(printed, 'line', 'peer-ev-sales', '--json', '--set', 'valuation-year=FY21E');
    assert.equal(JSON.parse(out).value, 40.6);
  });

  it('may hold what people write beside a value, and a label that only people know', async () => {
    const scalar = { id: 'peer-ev-sales', label: 'Peer (a maker of chips)', value: 30, source: 'ours', range: [1, 90] };
    const driver = { id: 'inventory-days', figure: '59', note: '', composition: '', values: { FY22E: 100 } };
    const file = JSON.stringify({ note: 'a case', scalars: [scalar], drivers: [driver] });
    assert.equal((await withFile(file)).exitCode, 0);
  });

  it('may begin with a byte-order mark, of UTF-8 or of UTF-16', async () => {
    const text = '\uFEFF{"scalars": [{"id": "share-price", "value": 7}]}';
    for (const bytes of [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')])
      assert.match((await withFile(bytes, 'line', 'Share price')).out, / 7\.000$/m);
  });

  it('is refused where there is none', () => {
    assert.match(
      run('--inputs', 'nowhere.json').err,
      /^st-model: The inputs file nowhere\.json cannot be used: there is/,
    );
    assert.match(run('--inputs', folder).err, /cannot be used: it is a folder\.$/m);
  });

  const drivers = (entry: string) => `{"drivers": [${entry}]}`;
  const refused: readonly (readonly [what: string, text: string, message: RegExp])[] = [
    ['that is not JSON', '{', /used: it is not JSON: .+ "st-model inputs --json" prints such a file\.$/m],
    ['that is a list', '[]', /used: it must be \{"scalars": \[\.\.\.\], "drivers": \[\.\.\.\]\}\. "st-model/],
    [
      'of another shape',
      '{"drivers": {"a": 1}}',
      /used: drivers must be a list\. "st-model inputs --json" prints such/,
    ],
    ['without any inputs', '{"drivers": []}', /it holds no "drivers", "scalars" or "lines"/],
    [
      'with a part that is not known',
      '{"drivers": [{"id": "inventory-days", "values": {"FY22E": 1}}], "scalers": []}',
      /it has "scalers", which is not known\. The nearest is "scalars"\. Known are note, scalars, drivers, lines\./,
    ],
    [
      'with a word that is not known in an entry',
      drivers('{"id": "inventory-days", "vaules": {}, "values": {"FY22E": 1}}'),
      /drivers, inventory-days has "vaules", which is not known\. The nearest is "values"\./,
    ],
    [
      'with no values',
      drivers('{"id": "inventory-days", "values": {}}'),
      /inventory-days, values must hold a value, su/,
    ],
    ['without values', drivers('{"id": "inventory-days"}'), /drivers, inventory-days, values must be values by year/],
    [
      'with a key that JavaScript minds',
      drivers('{"id": "inventory-days", "values": {"__proto__": 30}}'),
      /it has "__proto__", which is not known/,
    ],
    ['with an entry that is a number', drivers('7'), /drivers, entry 1 must be \{"id": "\.\.\.", "values": \{"FY22E"/],
    [
      'with a value that is none',
      '{"scalars": [{"label": "Share price", "value": true}]}',
      /used: scalars, Share price, value must be a number or text\./,
    ],
    [
      'with a value beyond all measure',
      '{"scalars": [{"id": "share-price", "value": 1e999}]}',
      /must be a number or te/,
    ],
    ['with an unknown driver', drivers('{"id": "x-y-z", "values": {"FY22E": 1}}'), /no driver, scalar or line "x-y-z"/],
    ['with an unknown year', drivers('{"id": "inventory-days", "values": {"FY30": 1}}'), /There is no year "FY30"/],
    ['with an entry without a name', '{"scalars": [{"value": 1}]}', /an entry without "id" or "label"/],
    [
      'whose id and label are two rows',
      '{"scalars": [{"id": "share-price", "label": "IPO price", "value": 7}]}',
      /the id "share-price" and the label "IPO price", which are two rows; give one/,
    ],
    [
      'with a cell given twice',
      drivers('{"id": "inventory-days", "values": {"FY22E": 1, "2022": 2}}'),
      /Inventory days \(average\) FY22E is given twice; give it once/,
    ],
  ];
  for (const [what, text, message] of refused)
    it(`${what} is refused in one sentence that names it, and exits with 2`, async () => {
      const { out, err, exitCode } = await withFile(text);
      assert.deepEqual([out, exitCode], ['', 2]);
      assert.ok(err.startsWith(`st-model: The inputs file ${path} cannot be used: `), err);
      assert.match(err, message);
      assert.match(err, /^[^\n]+\n$/);
    });
});
