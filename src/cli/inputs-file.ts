import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { applyChanges, type TextChange } from '../company/changes.ts';
import type { OperatingModel } from '../company/operating-model.ts';
import { yearLabel } from '../model/financial-year.ts';
import { InputError } from '../model/input-error.ts';
import type { Inputs } from '../model/inputs.ts';
import { nearest } from '../model/nearest.ts';
import { parsePeriod } from '../model/period.ts';

const advice = '"st-model inputs --json" prints such a file.';

const name = z.optional(z.string({ error: 'must be text' }));
const value = z.union([z.number(), z.string()], { error: 'must be a number or text' });
const remark = z.optional(z.unknown());
/** What people write beside an input; the model does not read it. */
const remarks = {
  unit: remark,
  figure: remark,
  source: remark,
  provenance: remark,
  range: remark,
  note: remark,
  evidence: remark,
  composition: remark,
};
const scalarShape = { id: name, label: name, value, ...remarks };
const values = z
  .record(z.string(), value, { error: 'must be values by year, such as {"FY22E": 29.52}' })
  .check(z.refine((one) => Object.keys(one).length > 0, 'must hold a value, such as {"FY22E": 29.52}'));
const byYearShape = { id: name, label: name, values, ...remarks };
const scalar = z.strictObject(scalarShape, { error: 'must be {"id": "...", "value": ...}' });
const byYear = z.strictObject(byYearShape, { error: 'must be {"id": "...", "values": {"FY22E": ...}}' });
const listOf = <Entry extends z.core.$ZodType>(entry: Entry) => z.optional(z.array(entry, { error: 'must be a list' }));
const fileShape = { note: remark, scalars: listOf(scalar), drivers: listOf(byYear), lines: listOf(byYear) };
/** The shape that `st-model inputs --json` prints; each part may be left out. */
const inputsFile = z.strictObject(fileShape, { error: 'must be {"scalars": [...], "drivers": [...]}' });

/**
 * Inputs with the changes of an inputs file. Only what it holds is changed; what it holds must be known to the last word.
 *
 * @throws InputError with one sentence that names the file, the place in it and what belongs there.
 */
export function applyInputsFile(desk: OperatingModel, inputs: Inputs, path: string): Inputs {
  try {
    return applyChanges(desk, inputs, changesOf(desk, parseJson(readText(path))));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`The inputs file ${path} cannot be used: ${error.message}`);
  }
}

function changesOf(desk: OperatingModel, data: unknown): readonly TextChange[] {
  const parsed = z.safeParse(inputsFile, data);
  if (!parsed.success) throw new InputError(`${sentence(parsed.error.issues[0]!, data)} ${advice}`);
  const { scalars = [], drivers = [], lines = [] } = parsed.data;
  const changes = [
    ...scalars.map((one) => ({ name: nameOf(desk, one), value: one.value })),
    ...[...drivers, ...lines].flatMap((one) =>
      Object.entries(one.values).map(([period, each]) => ({ name: nameOf(desk, one), period, value: each })),
    ),
  ];
  if (changes.length === 0) throw new InputError(`it holds no "drivers", "scalars" or "lines". ${advice}`);
  checkOnce(desk, changes);
  return changes;
}

/** The name of an entry: its id, or else its label. Both may stand there if they mean one row. */
function nameOf({ model }: OperatingModel, { id, label }: { id?: string | undefined; label?: string | undefined }) {
  const said = id ?? label;
  if (said === undefined) throw new InputError(`it has an entry without "id" or "label". ${advice}`);
  const [byId, byLabel] = [model.find(said), label === undefined ? undefined : model.find(label)];
  if (byId && byLabel && byId !== byLabel)
    throw new InputError(`an entry has the id "${id}" and the label "${label}", which are two rows; give one.`);
  return said;
}

function checkOnce({ model, base }: OperatingModel, changes: readonly TextChange[]): void {
  const taken = new Set<string>();
  for (const { name: said, period } of changes) {
    const year = period === undefined ? '' : ` ${yearLabel(parsePeriod(period, base.years))}`;
    const cell = `${model.find(said)?.label ?? said}${year}`;
    if (taken.has(cell)) throw new InputError(`${cell} is given twice; give it once.`);
    taken.add(cell);
  }
}

function sentence(issue: z.core.$ZodIssue, data: unknown): string {
  const place = placeOf(issue.path, data);
  if (issue.code !== 'unrecognized_keys') return `${place.join(', ') || 'it'} ${issue.message}.`;
  const [section] = place;
  const known = Object.keys(section === undefined ? fileShape : section === 'scalars' ? scalarShape : byYearShape);
  const [key] = issue.keys as [string];
  const near = nearest(key, known);
  return `${place.join(', ') || 'it'} has "${key}", which is not known. ${near} Known are ${known.join(', ')}.`;
}

/** Where something stands: the section, the entry by its name or number, what of it. */
function placeOf([section, entry, ...rest]: readonly PropertyKey[], data: unknown): readonly string[] {
  if (section === undefined) return [];
  if (entry === undefined) return [String(section)];
  const { id, label } =
    (data as Record<PropertyKey, Record<PropertyKey, { id?: unknown; label?: unknown } | null>>)[section]![entry] ?? {};
  const named = [id, label].find((one) => typeof one === 'string') ?? `entry ${Number(entry) + 1}`;
  return [String(section), named, ...rest.map(String)];
}

/** The text of a file as UTF-8, or as UTF-16 where its first two bytes say so, as Windows PowerShell writes it. */
function readText(path: string): string {
  try {
    const bytes = readFileSync(path);
    return bytes.toString(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : `it cannot be read (${code})`;
    throw new InputError(`${why}.`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (key, one: unknown) => {
      if (key === '__proto__') throw new InputError(`it has "__proto__", which is not known. ${advice}`);
      return one;
    });
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`it is not JSON: ${(error as Error).message}. ${advice}`);
  }
}
