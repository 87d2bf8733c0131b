import type { Command } from './commands/command.ts';

const options: readonly (readonly [string, string])[] = [
  ['--set NAME@PERIOD=VALUE', 'change a driver in a year, in points: --set administrative-ratio@FY22E=29.52'],
  ['--set NAME=VALUE', 'change a scalar, or a driver in every estimate year; may be given again'],
  ['--inputs FILE.json', 'change what the file holds; "st-model inputs --json" prints such a file'],
  ['--scenario NAME', 'a named scenario on top: what it changes wins, as in the workbook'],
  ['--figure FIGURE', 'one figure only, for reconcile'],
  ['--no-values', 'leave the values of the formulas out of a workbook'],
  ['--sheets NAMES', 'only these sheets of a workbook and those they need, with commas between'],
  ['--from YEAR, --to YEAR', 'the first and last year of a workbook; the year before the first lends its balances'],
  ['--json, --csv', 'for programs: unrounded, percentages in points'],
  ['', 'in CSV a text that a spreadsheet would take for a formula has an apostrophe before it'],
  ['--help, --version', ''],
];

/** The help text: commands, options, exit codes. */
export function help(commands: readonly Command[]): string {
  const columns = (rows: readonly (readonly [string, string])[]) => {
    const width = Math.max(...rows.map(([left]) => left.length));
    return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`.trimEnd()).join('\n');
  };
  return [
    'st-model: the operating model on the command line.',
    '',
    'Usage: st-model [COMMAND] [OPTIONS]',
    '',
    'Commands',
    columns(commands.map(({ name, usage, summary }) => [`${name} ${usage}`.trim(), summary])),
    '',
    'Options',
    columns(options),
    '',
    'A line is an id or a label: "Trade receivables" or trade-receivables. A period is FY22E, FY22 or 2022.',
    'Exit codes: 0 fine, 1 a check failed, 2 bad input.',
    '',
  ].join('\n');
}
