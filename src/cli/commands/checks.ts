import { checks, type Check } from '../../company/checks.ts';
import type { Command } from './command.ts';

/** Null where the figures that a check compares have no meaning. */
const finite = ({ value }: Pick<Check, 'value'>): number | null => (value.isFinite() ? value.toNumber() : null);

export const checksCommand: Command = {
  name: 'checks',
  usage: '',
  summary: 'Every check and warning by name; exit code 1 if a check fails',
  words: [0, 0],
  run({ desk, solution }) {
    const found = checks(desk, solution);
    const failed = found.filter(({ kind, passed }) => kind === 'check' && !passed);
    const warned = found.filter(({ kind, passed }) => kind === 'warning' && !passed);
    const verdict = (kind: string, passed: boolean) => (passed ? 'pass' : kind === 'check' ? 'FAIL' : 'warning');
    return {
      textColumns: 3,
      lines: found.map(({ name, kind, passed, detail }) => ({
        cells: [verdict(kind, passed), name, detail],
        emphasis: kind === 'check' && !passed ? 'bad' : 'plain',
      })),
      after: [
        failed.length === 0 ? 'All checks pass.' : `${failed.length} checks fail.`,
        ...(warned.length === 0 ? [] : [`${warned.length} warnings.`]),
      ],
      json: found.map((check) => ({ ...check, value: finite(check) })),
      csv: {
        header: ['name', 'kind', 'passed', 'value', 'unit', 'detail'],
        rows: found.map(({ name, kind, passed, value, unit, detail }) => [
          name,
          kind,
          passed ? 'yes' : 'no',
          finite({ value }),
          unit,
          detail,
        ]),
      },
      exitCode: failed.length > 0 ? 1 : 0,
    };
  },
};
