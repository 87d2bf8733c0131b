import type { Expression } from './expression.ts';
import { InputError } from './input-error.ts';
import { Row, type RowKind, type RowOptions, type Side } from './row.ts';
import type { Unit } from './unit.ts';

type Sides = { readonly actual?: Side; readonly estimate?: Side };
type LineOptions = RowOptions & Sides;

/** A label or id as it is compared: case, spaces and punctuation do not count. */
export const normalise = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}%]+/gu, '');

/** Collects the rows of a model as its statements define them, and keeps their ids and labels apart. */
export class Definitions {
  readonly rows: Row[] = [];
  readonly #taken = new Map<string, Row>();

  /** A statement line: history as data, estimates as an expression, data, or both set later. */
  line(id: string, label: string, unit: Unit, { actual, estimate, ...options }: LineOptions = {}): Row {
    return this.#add(id, label, unit, 'line', options, { ...(actual && { actual }), ...(estimate && { estimate }) });
  }

  /** A forecast driver: estimates as data. Its actual side is the ratio that history implies. */
  driver(id: string, label: string, unit: Unit, { actual, ...options }: RowOptions & { actual?: Side } = {}): Row {
    return this.#add(id, label, unit, 'driver', options, actual ? { actual } : {});
  }

  /** A figure with the same definition in every year, or with one for history and one for estimates. */
  derived(id: string, label: string, unit: Unit, definition: Expression | Required<Sides>, options: RowOptions = {}) {
    return this.#add(id, label, unit, 'derived', options, sidesOf(definition));
  }

  /** A figure that belongs to no year: data, or an expression over other scalars and `at` a year. */
  scalar(id: string, label: string, unit: Unit, definition?: Expression, options: RowOptions = {}): Row {
    return this.#add(id, label, unit, 'scalar', options, definition ? sidesOf(definition) : {});
  }

  /** A difference that must be zero in every year, or once if it reads scalars alone. */
  check(id: string, label: string, unit: Unit, difference: Expression | Required<Sides>): Row {
    return this.#add(id, label, unit, 'check', { sign: 'either' }, sidesOf(difference));
  }

  #add(id: string, label: string, unit: Unit, kind: RowKind, options: RowOptions, sides: Sides): Row {
    const row = new Row(id, label, unit, kind, options).when(sides);
    for (const name of new Set([normalise(id), normalise(label)])) {
      const other = this.#taken.get(name);
      if (other)
        throw new InputError(`Rows "${other.id}" and "${id}" share the name "${name}": give one another label.`);
      this.#taken.set(name, row);
    }
    this.rows.push(row);
    return row;
  }
}

const sidesOf = (definition: Expression | Required<Sides>): Sides =>
  'actual' in definition && 'estimate' in definition && !('operator' in definition)
    ? definition
    : { actual: definition as Expression, estimate: definition as Expression };
