import { absoluteOnSheet, address, onSheet, type Position } from '../../template/address.ts';
import { tokens } from '../../template/formula-tokens.ts';
import type { CellContent, NameRef, WorkbookPort, WorkbookView } from '../workbook-port.ts';
import { referencesOf } from './add-in-calls.ts';

/** A formula that became values, and what it takes to bring it back. */
export type Frozen = {
  /** The hidden name that follows its cell. */
  readonly name: string;
  readonly formula: string;
  /** The values that took its place, over all that it had spilled into. */
  readonly values: readonly (readonly CellContent[])[];
  /** The hidden names that follow the references of the formula, in their order; null for what cannot be followed. */
  readonly references: readonly (string | null)[];
};

const key = 'ST_Frozen';
const namePattern = /^ST_Frozen_(\d+)(?:_\d+)?$/i;

export type Memory = {
  readonly frozen: readonly Frozen[];
  /** Names of ours that serve no formula any more. */
  readonly unused: readonly string[];
  /** Whether formulas are kept whose cells are gone. */
  readonly isStale: boolean;
  /** The number of the next formula that is frozen. */
  readonly next: number;
};

/** What a workbook remembers of frozen formulas whose cells are still there, and names of ours that serve none. */
export async function remembered(port: WorkbookPort, view: WorkbookView): Promise<Memory> {
  const [text] = await port.kept([key]);
  const there = new Map(view.names.map((one) => [one.name.toLowerCase(), one]));
  const all = readFrozen(text);
  const frozen = all.filter(({ name }) => {
    const found = there.get(name.toLowerCase());
    return found !== undefined && placeOf(view, found.formula) !== undefined;
  });
  const used = new Set(frozen.flatMap(namesOf).map((name) => name.toLowerCase()));
  const unused = view.names.filter(({ name }) => namePattern.test(name) && !used.has(name.toLowerCase()));
  const numbers = [...all, ...view.names].map(({ name }) => Number(namePattern.exec(name)?.[1] ?? 0));
  return {
    frozen,
    unused: unused.map(({ name }) => name),
    isStale: all.length > frozen.length,
    next: Math.max(0, ...numbers) + 1,
  };
}

function readFrozen(text: string | undefined): readonly Frozen[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? (found as readonly Frozen[]) : [];
  } catch {
    return [];
  }
}

/** Keeps the formulas with the workbook. */
export const remember = (port: WorkbookPort, frozen: readonly Frozen[]): Promise<void> =>
  port.keep({ [key]: frozen.length > 0 ? JSON.stringify(frozen) : undefined });

/** Forgets formulas whose cells are gone, with the names that served them. */
export async function forgetGone(port: WorkbookPort): Promise<void> {
  const view = await port.look();
  const { frozen, unused, isStale } = await remembered(port, view);
  if (unused.length > 0) await port.remove({ sheets: [], names: unused });
  if (isStale) await remember(port, frozen);
}

/** The hidden names of a frozen formula. */
export const namesOf = ({ name, references }: Frozen): readonly string[] => [
  name,
  ...references.filter((one) => one !== null),
];

/** A cell to freeze as it is remembered, and the names that do the following. */
export function toRemember(
  { sheets }: WorkbookView,
  number: number,
  sheet: string,
  { row, column, formula }: Position & { readonly formula: string },
  values: readonly (readonly CellContent[])[],
): { readonly frozen: Frozen; readonly names: readonly NameRef[] } {
  const name = `${key}_${number}`;
  const names: NameRef[] = [{ name, formula: `=${absoluteOnSheet(sheet, address(row, column))}` }];
  const references = referencesOf(formula).map(({ reference, text }, index) => {
    const on = reference.sheet ?? sheet;
    const found = sheets.find((one) => one.name.toLowerCase() === on.toLowerCase());
    if (!found) return null;
    const follower = `${name}_${index + 1}`;
    names.push({ name: follower, formula: `=${absoluteOnSheet(found.name, cellsPart(text))}` });
    return follower;
  });
  return { frozen: { name, formula, values, references }, names };
}

const cellsPart = (reference: string): string => reference.slice(reference.lastIndexOf('!') + 1);

/** The cell that a name stands for, while it and its sheet are there. */
export function placeOf(view: WorkbookView, formula: string) {
  const found = tokens(formula.slice(1));
  const [only] = found;
  if (found.length !== 1 || only?.kind !== 'reference') return undefined;
  const { sheet: name, from } = only.reference;
  const sheet = view.sheets.find((one) => one.name === name);
  if (!sheet || from.row === undefined || from.column === undefined) return undefined;
  return { sheet, at: { row: from.row, column: from.column } };
}

/** A frozen formula as it reads now that its references may have moved; undefined where one of them is gone. */
export function formulaNow(view: WorkbookView, { formula, references }: Frozen): string | undefined {
  const names = new Map(view.names.map((one) => [one.name.toLowerCase(), one.formula]));
  let text = '';
  let at = 0;
  for (const [index, token] of referencesOf(formula).entries()) {
    const follower = references[index];
    const start = formula.indexOf(token.text, at);
    text += formula.slice(at, start);
    at = start + token.text.length;
    if (follower === null || follower === undefined) {
      text += token.text;
      continue;
    }
    const target = tokens((names.get(follower.toLowerCase()) ?? '=').slice(1));
    const [only] = target;
    if (target.length !== 1 || only?.kind !== 'reference') return undefined;
    const { sheet } = only.reference;
    if (!view.sheets.some(({ name }) => name === sheet)) return undefined;
    const cells = withDollarsOf(cellsPart(token.text), cellsPart(only.text));
    text += token.reference.sheet === undefined ? cells : onSheet(sheet!, cells);
  }
  return text + formula.slice(at);
}

/** A reference with dollars where another has them. */
function withDollarsOf(model: string, reference: string): string {
  const ends = model.split(':');
  return reference
    .split(':')
    .map((end, index) => {
      const [, columnDollar, letters, rowDollar] = /^(\$?)([A-Z]*)(\$?)/i.exec(ends[index] ?? ends[0]!)!;
      const fixed = letters === '' ? ['', columnDollar] : [columnDollar, rowDollar];
      return end.replace(
        /^\$?([A-Z]*)\$?(\d*)$/i,
        (_, column: string, row: string) => `${column && `${fixed[0]}${column}`}${row && `${fixed[1]}${row}`}`,
      );
    })
    .join(':');
}
