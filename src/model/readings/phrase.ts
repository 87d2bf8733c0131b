import type { Row } from '../row.ts';
import type { Combining } from './read.ts';

/** From the loosest to the tightest: a clause, a sum, a product, what stands alone. */
const bindings = ['clause', 'sum', 'product', 'alone'] as const;
type Binding = (typeof bindings)[number];

/** A part of a definition in words. */
export type Phrase = {
  readonly text: string;
  /** How tightly its outermost words bind: brackets go around what binds less tightly than its place asks. */
  readonly binds: Binding;
  /** Of a single row: whether it is anything but zero, and that in words. */
  readonly holds?: boolean;
  readonly condition?: string;
};

const within = ({ text, binds }: Phrase, least: Binding): string =>
  bindings.indexOf(binds) < bindings.indexOf(least) ? `(${text})` : text;

/** What an operator makes of the phrases it combines, for the definition of a row. */
export function phrase(operator: Combining, operands: readonly Phrase[], digits: number, row: Row): Phrase {
  const [a, b, c] = operands as readonly [Phrase, Phrase, Phrase];
  const each = (least: Binding, between: string) => operands.map((one) => within(one, least)).join(between);
  switch (operator) {
    case 'zero':
      return { text: 'zero', binds: 'alone' };
    case 'one':
      return { text: '1', binds: 'alone' };
    case 'plus':
      return { text: each('sum', ' + '), binds: 'sum' };
    case 'sum':
      return operands.length === 1 ? a : { text: each('sum', ' + '), binds: 'sum' };
    case 'minus':
      return { text: `${within(a, 'sum')} - ${within(b, 'product')}`, binds: 'sum' };
    case 'times':
      return { text: each('product', ' x '), binds: 'product' };
    case 'div':
      return { text: `${within(a, 'product')} / ${within(b, 'alone')}`, binds: 'product' };
    case 'negated':
      return { text: `minus ${within(a, 'alone')}`, binds: 'product' };
    case 'average':
      return { text: `the average of (${each('sum', ', ')})`, binds: 'alone' };
    case 'ifPositive':
      return {
        text: `(${within(b, 'sum')}, or ${row.otherwise} unless ${within(a, 'sum')} is above zero)`,
        binds: 'alone',
      };
    case 'ifElse': {
      const [taken, other] = a.holds ? [b, c] : [c, b];
      return {
        text: `(${within(taken, 'sum')}, since ${a.condition}; otherwise ${within(other, 'sum')})`,
        binds: 'alone',
      };
    }
    case 'round':
      return { text: `${within(a, 'alone')} rounded to ${digits} decimals`, binds: 'clause' };
    case 'band': {
      const middle = row.unit.words?.[1] ?? '';
      return {
        text: `(${within(a, 'sum')}, held against ${within(b, 'sum')} and ${within(c, 'sum')}, otherwise ${middle})`,
        binds: 'alone',
      };
    }
  }
}
