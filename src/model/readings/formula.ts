import type { Expression } from '../expression.ts';
import type { Row } from '../row.ts';
import { read, type Combining, type Reading } from './read.ts';

/** Where a row's cells stand on a grid, as the cell that is being written refers to them. */
export type Placement = {
  /** The reference to a row's cell in a year (-1 for a scalar), and the sign that the cell holds the row with. */
  cell(row: Row, yearIndex: number): { readonly reference: string; readonly sign: 1 | -1 };
  /** The row's cells over all years and the numbers of those years, as ranges. */
  series(row: Row): { readonly values: string; readonly years: string; readonly sign: 1 | -1 };
  /** References to the words of the rating bands, from the best to the worst. */
  readonly ratingWords: readonly [string, string, string];
  /** A reference to the text shown where a figure has no meaning. */
  otherwise(row: Row): string;
};

/** Formula text, how tightly its outermost operator binds, and whether it stands for its negative. */
type Text = { readonly text: string; readonly binds: number; readonly negative: boolean };

const additive = 1;
const multiplicative = 2;
const atomic = 3;

const positive = (text: string, binds: number): Text => ({ text, binds, negative: false });
const signed = (text: string, sign: 1 | -1): Text => ({ text, binds: atomic, negative: sign < 0 });
const flipped = (text: Text): Text => ({ ...text, negative: !text.negative });

/** The text as it stands alone: with its minus, if it has one. */
const whole = ({ text, binds, negative }: Text): string =>
  negative ? `-${binds <= additive ? `(${text})` : text}` : text;

/** The text as an operand of an operator that binds so tightly. */
const inside = (part: Text, binds: number): string =>
  part.negative || part.binds < binds ? `(${whole(part)})` : part.text;

/**
 * The Excel formula of an expression in one year, in A1 references, without the equals sign.
 * Uses only functions and operators that give the same in every spreadsheet; no constant besides 0, 1 and digits.
 *
 * @param row The row whose formula it is: it says the word for a figure without meaning.
 * @param sign -1 where the statement shows the row with the opposite of its own sign.
 * @example formula(row, expression, 4, placement) // "I8*I10"
 */
export function formula(
  row: Row,
  expression: Expression,
  yearIndex: number,
  placement: Placement,
  sign: 1 | -1 = 1,
): string {
  const refer = (to: Row, index: number): Text => {
    const { reference, sign: cellSign } = placement.cell(to, to.isScalar ? -1 : index);
    return signed(reference, cellSign);
  };
  const reading: Reading<Text> = {
    row: refer,
    opening: (to, index) => refer(to, index - 1),
    at(to, yearRow) {
      const { values, years, sign: seriesSign } = placement.series(to);
      return signed(`INDEX(${values},MATCH(${whole(refer(yearRow, -1))},${years},0))`, seriesSign);
    },
    combine: (operator, operands, digits) => combine(operator, operands, digits, row, placement),
  };
  const text = read(expression, yearIndex, reading);
  return whole(sign < 0 ? flipped(text) : text);
}

function combine(operator: Combining, operands: readonly Text[], digits: number, row: Row, placement: Placement): Text {
  const [a, b, c] = operands as readonly [Text, Text, Text];
  const list = (parts: readonly Text[]) => parts.map(whole).join(',');
  switch (operator) {
    case 'zero':
      return positive('0', atomic);
    case 'one':
      return positive('1', atomic);
    case 'plus':
      return added(a, b);
    case 'minus':
      return added(a, flipped(b));
    case 'sum':
      return operands.length === 1 ? a : operands.slice(1).reduce(added, a);
    case 'negated':
      return flipped(a);
    case 'times':
      return {
        text: `${inside(unsigned(a), multiplicative)}*${inside(unsigned(b), multiplicative)}`,
        binds: multiplicative,
        negative: a.negative !== b.negative,
      };
    case 'div':
      return {
        text: `${inside(unsigned(a), multiplicative)}/${inside(unsigned(b), atomic)}`,
        binds: multiplicative,
        negative: a.negative !== b.negative,
      };
    case 'average':
      return positive(`AVERAGE(${list(operands)})`, atomic);
    case 'ifPositive':
      return positive(`IF(${whole(a)}>0,${whole(b)},${placement.otherwise(row)})`, atomic);
    case 'ifElse':
      return positive(`IF(${whole(a)}=0,${whole(c)},${whole(b)})`, atomic);
    case 'round':
      return positive(`ROUND(${whole(a)},${digits})`, atomic);
    case 'band': {
      const [best, middle, worst] = placement.ratingWords;
      return positive(`IF(${whole(a)}>${whole(b)},${best},IF(${whole(a)}<${whole(c)},${worst},${middle}))`, atomic);
    }
  }
}

const unsigned = (text: Text): Text => ({ ...text, negative: false });

/** A sum of two texts; signs are folded so that no "+-" or "--" is written. */
function added(a: Text, b: Text): Text {
  const right = b.binds <= additive && b.negative ? `(${b.text})` : b.text;
  return positive(`${whole(a)}${b.negative ? '-' : '+'}${right}`, additive);
}
