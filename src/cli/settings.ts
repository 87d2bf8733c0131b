import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { applyChanges, type TextChange } from '../company/changes.ts';
import type { OperatingModel } from '../company/operating-model.ts';
import { InputError } from '../model/input-error.ts';
import type { Inputs } from '../model/inputs.ts';

const value = z.union([z.number(), z.string()]);
const named = { id: z.optional(z.string()), label: z.optional(z.string()) };
const byYear = z.object({ ...named, values: z.record(z.string(), value) });
const inputsFile = z.object({
  scalars: z.optional(z.array(z.object({ ...named, value }))),
  drivers: z.optional(z.array(byYear)),
  lines: z.optional(z.array(byYear)),
});

export type Settings = {
  /** "driver@FY22E=29.52", "scalar=value", "driver=value" for all estimate years. */
  readonly set: readonly string[];
  /** The path of a JSON file, in the shape that `st-model inputs --json` prints. */
  readonly inputs?: string | undefined;
};

/** The base case with an inputs file and single settings applied, in that order. */
export function settle(desk: OperatingModel, settings: Settings): Inputs {
  const changes = [
    ...(settings.inputs === undefined ? [] : readInputsFile(settings.inputs)),
    ...settings.set.map(parseSetting),
  ];
  return applyChanges(desk, desk.base, changes);
}

function parseSetting(text: string): TextChange {
  const found = /^([^=@]+)(?:@([^=]+))?=(.+)$/.exec(text);
  if (!found)
    throw new InputError(`"--set ${text}" is not a setting. Write --set driver@FY22E=29.52 or --set scalar=value.`);
  return { name: found[1]!.trim(), period: found[2]?.trim(), value: found[3]! };
}

/** The changes of an inputs file. Only what it holds is changed. */
export function readInputsFile(path: string): readonly TextChange[] {
  const parsed = z.safeParse(inputsFile, parseJson(path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue!.path.join('.') || 'the file';
    throw new InputError(
      `${path} is not an inputs file: ${where}: ${issue!.message.toLowerCase()}. It needs {"drivers": [{"id": "...", ` +
        '"values": {"FY22E": 29.52}}], "scalars": [{"id": "...", "value": 34}]}; "st-model inputs --json" prints one.',
    );
  }
  const { scalars = [], drivers = [], lines = [] } = parsed.data;
  if (scalars.length + drivers.length + lines.length === 0)
    throw new InputError(
      `${path} holds no "drivers", "scalars" or "lines". "st-model inputs --json" prints such a file.`,
    );
  const nameOf = ({ id, label }: { id?: string | undefined; label?: string | undefined }) => {
    const name = id ?? label;
    if (name === undefined) throw new InputError(`${path} has an entry without "id" or "label".`);
    return name;
  };
  return [
    ...scalars.map((one) => ({ name: nameOf(one), value: one.value })),
    ...[...drivers, ...lines].flatMap((one) =>
      Object.entries(one.values).map(([period, each]) => ({ name: nameOf(one), period, value: each })),
    ),
  ];
}

function parseJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : `it cannot be read (${code})`;
    throw new InputError(`The inputs file ${path} cannot be used: ${why}.`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new InputError(`The inputs file ${path} is not JSON: ${(error as Error).message}.`);
  }
}
