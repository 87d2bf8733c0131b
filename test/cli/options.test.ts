import assert from 'node:assert/strict';
import { main } from '../../src/cli/main.ts';
import { company } from '../../src/company/index.ts';

const run = (...args: string[]) => main(args, company, { colour: false });

describe('an option', () => {
  const refused: readonly (readonly [what: string, args: readonly string[], message: string])[] = [
    ['without its value', ['--set'], '--set needs a value: --set NAME@PERIOD=VALUE.'],
    ['followed by another', ['--set', '--json'], '--set needs a value, not "--json": --set NAME@PERIOD=VALUE.'],
    ['with a blank value', ['--inputs', ''], '--inputs needs a value: --inputs FILE.json.'],
    ['with a value that it does not take', ['--json=yes'], '--json takes no value: write --json, not "--json=yes".'],
    [
      'that is not known',
      ['--jsn'],
      'There is no option "--jsn". The nearest is "--json". "st-model --help" lists them.',
    ],
    [
      'that is nothing like those there are',
      ['-x'],
      'There is no option "-x". None has a name like it. "st-model --help" lists them.',
    ],
    [
      'of another command',
      ['line', 'Revenue', 'FY22E', '--figure', '99'],
      '"line" does not take --figure; "reconcile" does.',
    ],
    ['of another command', ['--no-values'], '"overview" does not take --no-values; "workbook" does.'],
    [
      'given twice with one value each',
      ['--scenario', 'bull', '--scenario', 'bear'],
      '--scenario is given twice; give it once.',
    ],
    ['given twice with one file each', ['--inputs', 'a', '--inputs=b'], '--inputs is given twice; give it once.'],
  ];
  for (const [what, args, message] of refused)
    it(`${what} is refused in a sentence: ${args.join(' ')}`, () =>
      assert.deepEqual(run(...args), { out: '', err: `st-model: ${message}\n`, exitCode: 2 }));

  it('may have a value that begins with a dash, after an equals sign', () =>
    assert.match(run('reconcile', '--figure=-1').err, /There is no figure "-1"/));

  it('--set may be given again', () =>
    assert.equal(run('--set', 'share-price=7', '--set', 'target-ev-sales=33').exitCode, 0));
});
