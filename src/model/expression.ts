import type { Row } from './row.ts';

export type Operator =
  | 'row'
  | 'zero'
  | 'one'
  | 'plus'
  | 'minus'
  | 'times'
  | 'div'
  | 'negated'
  | 'sum'
  | 'average'
  | 'opening'
  | 'at'
  | 'ifPositive'
  | 'ifElse'
  | 'round'
  | 'band';

/**
 * Small data over rows: how a figure follows from others. Method names are those of decimal.js.
 * The same expression is solved, simulated, written as an Excel formula and explained in words.
 */
export class Expression {
  readonly operator: Operator;
  readonly operands: readonly Expression[];
  /** Decimals, for `round` only. */
  readonly digits: number;

  constructor(operator: Operator, operands: readonly Expression[] = [], digits = 0) {
    this.operator = operator;
    this.operands = operands;
    this.digits = digits;
  }

  plus(other: Expression): Expression {
    return new Expression('plus', [this, other]);
  }

  minus(other: Expression): Expression {
    return new Expression('minus', [this, other]);
  }

  times(other: Expression): Expression {
    return new Expression('times', [this, other]);
  }

  div(other: Expression): Expression {
    return new Expression('div', [this, other]);
  }

  negated(): Expression {
    return new Expression('negated', [this]);
  }
}

export const zero = new Expression('zero');
export const one = new Expression('one');

export const sum = (...terms: Expression[]): Expression => new Expression('sum', terms);
export const average = (...terms: Expression[]): Expression => new Expression('average', terms);

/** The same row a year earlier. */
export const opening = (row: Row): Expression => new Expression('opening', [row]);

/** A row's value in the year that a scalar names: INDEX/MATCH on the year row. */
export const at = (row: Row, yearRow: Row): Expression => new Expression('at', [row, yearRow]);

/** A value where the condition is above zero; otherwise not meaningful. */
export const ifPositive = (condition: Expression, value: Expression): Expression =>
  new Expression('ifPositive', [condition, value]);

/** One value where a 0-or-1 flag is set, another where it is not. */
export const ifElse = (flag: Row, whenSet: Expression, otherwise: Expression): Expression =>
  new Expression('ifElse', [flag, whenSet, otherwise]);

/** Rounded as Excel rounds: half away from zero, on the 15 digits that Excel keeps. */
export const round = (value: Expression, digits: number): Expression => new Expression('round', [value], digits);

/** The rating band of a value: best above the first threshold, worst below the second, otherwise the middle one. */
export const band = (value: Expression, above: Expression, below: Expression): Expression =>
  new Expression('band', [value, above, below]);

/** Growth on the year before; not meaningful on a base that is not positive. */
export const growth = (row: Row): Expression => ifPositive(opening(row), row.div(opening(row)).minus(one));

/** Closing less opening balance. */
export const change = (row: Row): Expression => row.minus(opening(row));
