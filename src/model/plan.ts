import type { Expression } from './expression.ts';
import { yearLabel, type FinancialYear } from './financial-year.ts';
import { InputError } from './input-error.ts';
import type { Inputs, Presence } from './inputs.ts';
import type { Row } from './row.ts';

/** One cell to fill: a row in a year (or a scalar), from data or by an expression. */
export type Step = {
  readonly row: Row;
  /** Place of the year in the plan's years; -1 for a scalar. */
  readonly yearIndex: number;
  readonly slot: number;
  /** Absent where the cell is data. */
  readonly expression: Expression | undefined;
};

/** The cells of a model in an order in which each can be filled from those before it. */
export type Plan = {
  readonly rows: readonly Row[];
  readonly years: readonly FinancialYear[];
  readonly steps: readonly Step[];
  readonly slots: number;
  /** The slot of a row in a year by its place, or of a scalar; undefined where there is nothing that far back. */
  slot(row: Row, yearIndex: number): number | undefined;
  /** The place of a year; -1 if it is not one of the plan's. */
  yearIndex(year: number): number;
};

enum State {
  Unseen,
  Open,
  Filled,
  Absent,
}

const plans = new WeakMap<readonly Row[], WeakMap<Presence, Map<readonly FinancialYear[], Plan>>>();

/** The plan for inputs, made once for all that hold data in the same cells of the same years. */
export function planFor(model: { readonly rows: readonly Row[] }, inputs: Inputs): Plan {
  const ofModel = plans.get(model.rows) ?? new WeakMap<Presence, Map<readonly FinancialYear[], Plan>>();
  plans.set(model.rows, ofModel);
  const ofPresence = ofModel.get(inputs.presence) ?? new Map<readonly FinancialYear[], Plan>();
  ofModel.set(inputs.presence, ofPresence);
  const known = ofPresence.get(inputs.years);
  if (known) return known;
  const made = plan(model.rows, inputs);
  ofPresence.set(inputs.years, made);
  return made;
}

/**
 * Orders every cell after those it needs. What has no data that far back is left out; a cycle or an estimate without
 * its data is an InputError that names the cells.
 */
export function plan(rows: readonly Row[], inputs: Inputs): Plan {
  const { years, presence } = inputs;
  const columns = years.length + 1; // The last column holds scalars.
  const placeOf = new Map(rows.map((row, index) => [row, index]));
  const states = new Uint8Array(rows.length * columns);
  const steps: Step[] = [];
  const path: string[] = [];

  const cellName = (row: Row, yearIndex: number) =>
    yearIndex < 0 ? row.label : `${row.label} ${yearLabel(years[yearIndex]!)}`;
  const slotOf = (row: Row, yearIndex: number) => {
    const place = placeOf.get(row);
    if (place === undefined) throw new Error(`Row "${row.id}" is used in an expression but is not in the model.`);
    return place * columns + (yearIndex < 0 ? years.length : yearIndex);
  };

  /** Whether the cell can be filled; fills what it needs first. */
  function visit(row: Row, index: number): boolean {
    const yearIndex = row.isScalar ? -1 : index;
    if (!row.isScalar && index < 0) return false; // Earlier than the first year.
    const slot = slotOf(row, yearIndex);
    if (states[slot] === State.Open) {
      const cell = cellName(row, yearIndex);
      const cycle = [...path.slice(path.indexOf(cell)), cell].join(' needs ');
      throw new InputError(`The model goes round in a circle: ${cycle}. Break it by reading an opening balance.`);
    }
    if (states[slot] !== State.Unseen) return states[slot] === State.Filled;
    states[slot] = State.Open;
    path.push(cellName(row, yearIndex));
    const filled = fill(row, yearIndex, slot);
    path.pop();
    states[slot] = filled ? State.Filled : State.Absent;
    return filled;
  }

  function fill(row: Row, yearIndex: number, slot: number): boolean {
    const status = years[yearIndex]?.status;
    const side = row.isScalar || status === 'estimate' ? row.estimate : row.actual;
    const hasData = presence.has(row, years[yearIndex]?.year);
    const mayHoldData = side === 'data' || row.kind === 'line' || status === 'opening';
    if (row.unit.kind === 'text') return false;
    if ((hasData && mayHoldData) || (side === 'data' && row.options.fallback !== undefined && status !== 'opening')) {
      steps.push({ row, yearIndex, slot, expression: undefined });
      return true;
    }
    if (status === 'opening') return false;
    if (side === 'data') {
      if (status === 'actual') return false;
      throw new InputError(`${cellName(row, yearIndex)} has no value. Give it one in ${row.unit.name}.`);
    }
    const missing = firstMissing(side, yearIndex);
    if (missing === undefined) {
      steps.push({ row, yearIndex, slot, expression: side });
      return true;
    }
    if (status === 'estimate' && row.kind === 'line')
      throw new InputError(`${cellName(row, yearIndex)} needs ${missing}, which has no data.`);
    return false;
  }

  /** The first cell that an expression reads and that cannot be filled. All of them are visited. */
  function firstMissing(expression: Expression, yearIndex: number): string | undefined {
    const { operator, operands } = expression;
    if (operator === 'row') {
      const row = expression as Row;
      return visit(row, yearIndex) ? undefined : cellName(row, row.isScalar ? -1 : yearIndex);
    }
    if (operator === 'opening') {
      const row = operands[0] as Row;
      if (visit(row, yearIndex - 1)) return undefined;
      return yearIndex < 1 ? `${row.label} of the year before` : cellName(row, yearIndex - 1);
    }
    if (operator === 'at') {
      const [row, yearRow] = operands as readonly [Row, Row];
      const found = years.map((_, index) => visit(row, index));
      return visit(yearRow, -1) && found.includes(true) ? undefined : cellName(row, -1);
    }
    for (const operand of operands) {
      const missing = firstMissing(operand, yearIndex);
      if (missing !== undefined) return missing;
    }
    return undefined;
  }

  for (const row of rows) {
    if (row.isScalar) visit(row, -1);
    else years.forEach((_, index) => visit(row, index));
  }
  return {
    rows,
    years,
    steps,
    slots: states.length,
    slot(row, yearIndex) {
      if (!row.isScalar && yearIndex < 0) return undefined;
      const slot = slotOf(row, row.isScalar ? -1 : yearIndex);
      return states[slot] === State.Filled ? slot : undefined;
    },
    yearIndex: (year) => years.findIndex((one) => one.year === year),
  };
}
