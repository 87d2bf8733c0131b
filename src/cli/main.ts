import type { Company } from '../company/company.ts';
import { applyScenario } from '../company/changes.ts';
import { narrowYears } from '../company/narrow-years.ts';
import { operatingModel } from '../company/operating-model.ts';
import { InputError } from '../model/input-error.ts';
import { nearest } from '../model/nearest.ts';
import { solve } from '../model/readings/solve.ts';
import { checksCommand } from './commands/checks.ts';
import type { Command } from './commands/command.ts';
import { diffCommand } from './commands/diff.ts';
import { explainCommand } from './commands/explain.ts';
import { functionsCommand } from './commands/functions.ts';
import { inputsCommand } from './commands/inputs.ts';
import { lineCommand } from './commands/line.ts';
import { notesCommand } from './commands/notes.ts';
import { overviewCommand } from './commands/overview.ts';
import { reconcileCommand } from './commands/reconcile.ts';
import { statementCommand } from './commands/statement.ts';
import { workbookCommand } from './commands/workbook.ts';
import { help } from './help.ts';
import { parseCommandLine, type OwnOption } from './options.ts';
import { render, type Form, type Report } from './report.ts';
import { settle } from './settings.ts';
import { version } from './version.ts';

export const commands: readonly Command[] = [
  overviewCommand,
  statementCommand,
  lineCommand,
  explainCommand,
  reconcileCommand,
  checksCommand,
  inputsCommand,
  notesCommand,
  diffCommand,
  workbookCommand,
  functionsCommand,
];

export type Answer = {
  readonly out: string;
  readonly err: string;
  readonly exitCode: 0 | 1 | 2;
  /** To be written first; what is printed counts on it. */
  readonly file?: Report['file'];
};

/**
 * Runs a command line and gives what it prints, and its exit code: 0 fine, 1 a check failed, 2 bad input.
 *
 * @example main(['line', 'Revenue', 'FY22E'], company, { colour: false }).exitCode // 0
 */
export function main(args: readonly string[], company: Company, { colour }: { readonly colour: boolean }): Answer {
  try {
    return run(args, company, colour);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { out: '', err: `st-model: ${error.message}\n`, exitCode: 2 };
  }
}

function run(args: readonly string[], company: Company, colour: boolean): Answer {
  const { values, words: all, own } = parseCommandLine(args);
  const [name = overviewCommand.name, ...words] = all;
  if (values.help || name === 'help') return { out: help(commands), err: '', exitCode: 0 };
  if (values.version) return { out: `st-model ${version}\n`, err: '', exitCode: 0 };
  const command = findCommand(name);
  checkWords(command, words);
  checkOptions(command, own);
  if (values.json && values.csv) throw new InputError('--json and --csv exclude each other; give one.');
  const form: Form = values.json ? 'json' : values.csv ? 'csv' : 'text';
  const desk = narrowYears(operatingModel(company), values);
  const settings = { set: values.set ?? [], inputs: values.inputs };
  const base = settle(desk, settings);
  const inputs = values.scenario === undefined ? base : applyScenario(desk, base, values.scenario);
  const report = command.run({
    desk,
    base,
    solution: solve(desk.model, inputs),
    words,
    figure: values.figure,
    scenario: values.scenario,
    sheets: values.sheets?.split(',').map((sheet) => sheet.trim()),
    omitValues: values['no-values'] === true,
  });
  const aside = form === 'text' ? [] : (report.aside ?? []);
  return {
    out: render(report, form, colour),
    err: aside.map((line) => `${line}\n`).join(''),
    exitCode: report.exitCode ?? 0,
    ...(report.file && { file: report.file }),
  };
}

function findCommand(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (command) return command;
  const names = commands.map((one) => one.name);
  throw new InputError(`There is no command "${name}". ${nearest(name, names)} "st-model --help" lists them.`);
}

function checkWords({ name, usage, words: [fewest, most] }: Command, words: readonly string[]): void {
  if (words.length < fewest) throw new InputError(`"${name}" needs more words: st-model ${name} ${usage}.`);
  if (words.length <= most) return;
  const takes = most === 0 ? 'no words after it' : usage;
  throw new InputError(`"${name}" takes ${takes}, not "${words.join(' ')}". Put names with spaces in quotes.`);
}

function checkOptions({ name, options = [] }: Command, given: readonly OwnOption[]): void {
  const stray = given.find((option) => !options.includes(option));
  if (stray === undefined) return;
  const takers = commands.filter((one) => one.options?.includes(stray)).map((one) => `"${one.name}"`);
  throw new InputError(`"${name}" does not take --${stray}; ${takers.join(' and ')} does.`);
}
