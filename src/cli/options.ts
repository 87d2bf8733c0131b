import { parseArgs } from 'node:util';
import { InputError } from '../model/input-error.ts';
import { nearest } from '../model/nearest.ts';

/** Every option; `takes` is its value as the help shows it. */
const options = {
  set: { type: 'string', multiple: true, takes: 'NAME@PERIOD=VALUE' },
  inputs: { type: 'string', takes: 'FILE.json' },
  scenario: { type: 'string', takes: 'NAME' },
  figure: { type: 'string', takes: 'FIGURE' },
  sheets: { type: 'string', takes: '"NAME,NAME"' },
  from: { type: 'string', takes: 'FY19' },
  to: { type: 'string', takes: 'FY22E' },
  'no-values': { type: 'boolean' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** An option that only some commands take. */
export type OwnOption = 'figure' | 'sheets' | 'from' | 'to' | 'no-values';
const ownOptions: readonly OwnOption[] = ['figure', 'sheets', 'from', 'to', 'no-values'];

export type CommandLine = {
  readonly values: ReturnType<typeof parse>['values'];
  /** The command and the words after it. */
  readonly words: readonly string[];
  /** The options given that only some commands take. */
  readonly own: readonly OwnOption[];
};

/**
 * The options and words of a command line.
 *
 * @throws InputError for an unknown option, one without its value or with one it does not take, one given twice.
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const given = new Set<string>();
  for (const token of parseArgs({ args: [...args], options, strict: false, tokens: true }).tokens) {
    if (token.kind !== 'option') continue;
    checkOption(token);
    const isSingle = token.name !== 'set' && token.value !== undefined;
    if (isSingle && given.has(token.name)) throw new InputError(`--${token.name} is given twice; give it once.`);
    given.add(token.name);
  }
  const { values, positionals } = parse(args);
  return { values, words: positionals, own: ownOptions.filter((name) => given.has(name)) };
}

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true });

type Token = {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
};

function checkOption({ name, rawName, value, inlineValue }: Token): void {
  if (!isKnown(name)) {
    const near = nearest(
      rawName,
      Object.keys(options).map((one) => `--${one}`),
    );
    throw new InputError(`There is no option "${rawName}". ${near} "st-model --help" lists them.`);
  }
  const option = options[name];
  if (option.type === 'boolean') {
    if (value !== undefined)
      throw new InputError(`--${name} takes no value: write --${name}, not "--${name}=${value}".`);
    return;
  }
  const isOption = inlineValue === false && /^-./.test(value ?? '');
  if (value === undefined || value.trim() === '' || isOption)
    throw new InputError(`--${name} needs a value${isOption ? `, not "${value}"` : ''}: --${name} ${option.takes}.`);
}

const isKnown = (name: string): name is keyof typeof options => Object.hasOwn(options, name);
