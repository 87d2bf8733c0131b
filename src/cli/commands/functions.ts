import type { FunctionSpec, Parameter } from '../../functions/function-spec.ts';
import { signature } from '../../functions/metadata.ts';
import { choices, namespace, registry } from '../../functions/registry.ts';
import { InputError } from '../../model/input-error.ts';
import { nearest } from '../../model/nearest.ts';
import type { Report } from '../report.ts';
import type { Command } from './command.ts';

/** Most allowed values that people are shown of one argument. */
const most = 20;

export const functionsCommand: Command = {
  name: 'functions',
  usage: '[NAME]',
  summary: 'The functions for cells; with a name such as EVSALES, its arguments, example and errors',
  words: [0, 1],
  run({ words: [name] }) {
    return name === undefined ? listFunctions() : showFunction(findFunction(name));
  },
};

function listFunctions(): Report {
  const families = [...new Set(registry.map(({ family }) => family))];
  return {
    textColumns: 2,
    lines: families.flatMap((family) => [
      { cells: [family], emphasis: 'heading' as const },
      ...registry.filter((spec) => spec.family === family).map((spec) => ({ cells: [signature(spec), spec.gives] })),
    ]),
    json: registry.map((spec) => ({
      id: spec.id,
      signature: signature(spec),
      family: spec.family,
      result: spec.result,
      gives: spec.gives,
    })),
    csv: {
      header: ['id', 'signature', 'family', 'result', 'gives'],
      rows: registry.map((spec) => [spec.id, signature(spec), spec.family, spec.result, spec.gives]),
    },
  };
}

/** A function by its name in any case, with or without what stands around it in a cell: =ST.EVSALES(). */
function findFunction(name: string): FunctionSpec {
  const bare = name.trim().toUpperCase().replace(/^=/, '').replace(/\(.*$/, '');
  const written = bare.startsWith(`${namespace}.`) ? bare.slice(namespace.length + 1) : bare;
  const found = registry.find(({ id }) => id === written);
  if (found) return found;
  const ids = registry.map(({ id }) => id);
  throw new InputError(`There is no function "${name}". ${nearest(written, ids)} "st-model functions" lists them.`);
}

function showFunction(spec: FunctionSpec): Report {
  const allowed = ({ choices: kind }: Parameter): readonly string[] | undefined => kind && choices()[kind];
  return {
    textColumns: 4,
    before: [signature(spec), `${spec.gives}.`, ''],
    lines: spec.parameters.map((one) => ({
      cells: [one.name, one.kind, one.default === undefined ? 'required' : `omitted: ${one.default}`, one.meaning],
    })),
    after: [
      ...(spec.parameters.length > 0 ? [''] : []),
      ...spec.parameters.flatMap((one) => {
        const words = allowed(one);
        return words ? [`${one.name}: ${abridged(words)}.`] : [];
      }),
      `Result: ${spec.result}.`,
      `Example: ${spec.example.call} gives ${spec.example.gives}.`,
      ...spec.errors.map((error) => `Error: ${error}.`),
    ],
    json: {
      id: spec.id,
      signature: signature(spec),
      family: spec.family,
      gives: spec.gives,
      parameters: spec.parameters.map((one) => ({
        name: one.name,
        meaning: one.meaning,
        kind: one.kind,
        optional: one.optional,
        default: one.default ?? null,
        allowed: allowed(one) ?? null,
      })),
      result: spec.result,
      example: spec.example,
      errors: spec.errors,
    },
    csv: {
      header: ['function', 'name', 'meaning', 'kind', 'optional', 'default', 'allowed'],
      rows: spec.parameters.map((one) => [
        spec.id,
        one.name,
        one.meaning,
        one.kind,
        one.optional ? 'yes' : 'no',
        one.default ?? null,
        allowed(one)?.join('; ') ?? null,
      ]),
    },
  };
}

/** A long list is cut for people; --json gives all of it. */
const abridged = (words: readonly string[]): string =>
  words.length <= most
    ? words.join('; ')
    : `${words.slice(0, most).join('; ')} and ${words.length - most} more, which --json lists`;
