import assert from 'node:assert/strict';
import { main } from '../../src/cli/main.ts';
import { company } from '../../src/company/index.ts';

/** What st-model gives for a line in FY22E, or for a scalar, with settings such as "target-ev-sales=30". */
export function onTheCommandLine(line: string, ...settings: readonly string[]): number {
  const args = settings.flatMap((one) => ['--set', one]);
  const { out, err } = main(['line', line, '--json', ...args], company, { colour: false });
  assert.equal(err, '');
  const { values, value } = JSON.parse(out) as { values?: Record<string, number>; value?: number };
  return (values ? values['FY22E'] : value)!;
}
