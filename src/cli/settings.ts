import { applyChanges, type TextChange } from '../company/changes.ts';
import type { OperatingModel } from '../company/operating-model.ts';
import { InputError } from '../model/input-error.ts';
import type { Inputs } from '../model/inputs.ts';
import { applyInputsFile } from './inputs-file.ts';

export type Settings = {
  /** "driver@FY22E=29.52", "scalar=value", "driver=value" for all estimate years. */
  readonly set: readonly string[];
  /** The path of a JSON file, in the shape that `st-model inputs --json` prints. */
  readonly inputs?: string | undefined;
};

/** The base case with an inputs file and single settings applied, in that order. */
export function settle(desk: OperatingModel, { inputs: path, set }: Settings): Inputs {
  const from = path === undefined ? desk.base : applyInputsFile(desk, desk.base, path);
  return applyChanges(desk, from, set.map(parseSetting));
}

function parseSetting(text: string): TextChange {
  const found = /^([^=@]+)(?:@([^=]+))?=(.+)$/.exec(text);
  if (!found)
    throw new InputError(`"--set ${text}" is not a setting. Write --set driver@FY22E=29.52 or --set scalar=value.`);
  return { name: found[1]!.trim(), period: found[2]?.trim(), value: found[3]! };
}
