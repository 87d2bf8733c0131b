import type { Expression, Operator } from '../expression.ts';
import type { Row } from '../row.ts';

/** The operators that combine values: all but those that look a row up. */
export type Combining = Exclude<Operator, 'row' | 'opening' | 'at'>;

/** A way to read the one definition: what a row, a row looked up by year, and each operator give. */
export type Reading<T> = {
  row(row: Row, yearIndex: number): T;
  /** The same row a year earlier. */
  opening(row: Row, yearIndex: number): T;
  at(row: Row, yearRow: Row): T;
  combine(operator: Combining, operands: readonly T[], digits: number): T;
};

/** Walks an expression for one year (-1 for a scalar's) and reads it. */
export function read<T>(expression: Expression, yearIndex: number, reading: Reading<T>): T {
  const { operator, operands } = expression;
  switch (operator) {
    case 'row':
      return reading.row(expression as Row, yearIndex);
    case 'opening':
      return reading.opening(operands[0] as Row, yearIndex);
    case 'at':
      return reading.at(operands[0] as Row, operands[1] as Row);
    default:
      return reading.combine(
        operator,
        operands.map((operand) => read(operand, yearIndex, reading)),
        expression.digits,
      );
  }
}
