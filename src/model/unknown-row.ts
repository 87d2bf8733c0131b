import { normalise } from './definitions.ts';
import { InputError } from './input-error.ts';
import { lookAmong, nearestOf, quoted } from './nearest.ts';
import type { Row } from './row.ts';

/** What the rows are called where one is looked for, and where all of them are listed. */
export type Wanted = { readonly noun: string; readonly plural: string; readonly whereListed: string };

/** How many of the rows that a name fits are named. */
const most = 6;

/** The refusal of a name that none of some rows has: it says which rows it fits, or the nearest, or where all are. */
export function unknownRow(name: string, rows: readonly Row[], { noun, plural, whereListed }: Wanted): InputError {
  if (normalise(name) === '')
    return new InputError(`"${name}" names no ${noun}: give a label or an id, such as "${rows[0]!.label}".`);
  const isId = /^[a-z\d]+(-[a-z\d]+)+$/.test(name);
  const found = lookAmong(
    name,
    rows.map(({ label, id }) => (isId ? [id, label] : [label, id])),
  );
  const { kind, names } = found;
  if (kind === 'fits' && names.length > 1) {
    const others = names.length > most ? ` and ${names.length - most} more` : '';
    return new InputError(
      `"${name}" fits ${names.length} ${plural}: ${quoted(names.slice(0, most))}${others}; give one.`,
    );
  }
  return new InputError(
    `There is no ${noun} "${name}". ${nearestOf(found)}${names.length > 0 ? '' : ` ${whereListed}`}`,
  );
}
