import { Expression } from './expression.ts';
import { hasSign, type Unit } from './unit.ts';

/** What a row holds on one side, actual or estimate: data, or an expression over rows. */
export type Side = 'data' | Expression;

export type RowKind = 'line' | 'driver' | 'derived' | 'scalar' | 'check';

/** How a row holds its figure: a size, a cost or outflow held as a positive number, or whatever the figure is. */
const signs = { positive: 'positive', cost: 'cost, held positive', either: 'either sign' } as const;

/** How a row is defined where its name does not say it: on both sides alike, or on one of them. */
export type RowNote = string | { readonly actual?: string; readonly estimate?: string };

export type RowOptions = {
  /** The figure of the report that prints the row, or "from 66": the one that it follows from. Left out: ours. */
  readonly figure?: string;
  /** Left out: positive. */
  readonly sign?: keyof typeof signs;
  readonly note?: RowNote;
  /** The word shown where the figure has no meaning. */
  readonly otherwise?: string;
  /** The value where the company's data is silent, in the row's own unit (percentages as fractions). */
  readonly fallback?: number;
  /** A balance that cannot sensibly fall below zero. */
  readonly neverNegative?: boolean;
};

/**
 * Anything the model holds: a statement line, a driver, a derived figure, a scalar, a check.
 * Its two sides may be set after it is made, since a driver and its line define each other.
 */
export class Row extends Expression {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly kind: RowKind;
  readonly options: RowOptions;
  actual: Side = 'data';
  estimate: Side = 'data';

  constructor(id: string, label: string, unit: Unit, kind: RowKind, options: RowOptions) {
    super('row');
    this.id = id;
    this.label = label;
    this.unit = unit;
    this.kind = kind;
    this.options = options;
  }

  /** A scalar belongs to no year. */
  get isScalar(): boolean {
    return this.kind === 'scalar';
  }

  /** The word shown where the figure has no meaning: n.a., or net cash. */
  get otherwise(): string {
    return this.options.otherwise ?? 'n.a.';
  }

  /** Where the row comes from: "66" prints it, it follows "from 66", or it is "ours". */
  get figure(): string {
    return this.options.figure ?? 'ours';
  }

  /** The sign that the row is held with; a statement may show the opposite. */
  get sign(): string {
    return hasSign(this.unit) ? signs[this.options.sign ?? 'positive'] : 'no sign';
  }

  /** What is to be said of one side; empty where the name says it all. */
  noteOn(side: 'actual' | 'estimate'): string {
    const { note = '' } = this.options;
    return typeof note === 'string' ? note : (note[side] ?? '');
  }

  /** What is to be said of the row as a whole. */
  get note(): string {
    const { note = '' } = this.options;
    if (typeof note === 'string') return note;
    return [note.actual && `history: ${note.actual}`, note.estimate && `forecasts: ${note.estimate}`]
      .filter(Boolean)
      .join('; ');
  }

  /** Sets one side or both, and returns the row. */
  when(sides: { readonly actual?: Side; readonly estimate?: Side }): this {
    return Object.assign(this, sides);
  }
}
