import { Exact } from '../../src/model/inputs.ts';
import type { Row } from '../../src/model/row.ts';

/** A row as a sentence names it: its label, the figure that stands between the marks, and the year said after it. */
export type Mention = { readonly label: string; readonly figure: Exact; readonly when: string };

/** A condition as a sentence states it, such as "Net cash basis is published". */
export type Stated = { readonly label: string; readonly said: string };

export type ParsedWords = {
  /** What the sentence comes to when it is calculated as it is written. */
  readonly value: Exact;
  readonly mentions: readonly Mention[];
  readonly stated: readonly Stated[];
  /** What stands after the last equals sign. */
  readonly result: string;
};

/** Figures as the parser finds them among labels that hold digits, commas and brackets of their own. */
export const marked = (_: Row, value: Exact): string => `⟨${value.toString()}⟩`;

/**
 * Reads a definition in words back: what stands in brackets first, then products, then sums, from left to right.
 * Knows the labels and units of the rows and nothing else of the model.
 */
export class WordsParser {
  readonly #units: ReadonlyMap<string, string>;
  readonly #labels: readonly string[];
  #text = '';
  #mentions: Mention[] = [];
  #stated: Stated[] = [];

  constructor(rows: readonly Row[]) {
    // A multiple's x is part of its figure, and would be taken for a times sign.
    this.#units = new Map(rows.map(({ label, unit }) => [label, unit.kind === 'multiple' ? '' : unit.name]));
    this.#labels = [...this.#units.keys()].sort((a, b) => b.length - a.length);
  }

  /** Reads the right-hand side of "Label FY22E = ... = result." */
  read(definition: string): ParsedWords {
    [this.#text, this.#mentions, this.#stated] = [definition, [], []];
    const value = this.#clause();
    this.#expect(' = ');
    return { value, mentions: this.#mentions, stated: this.#stated, result: this.#text };
  }

  #clause(): Exact {
    const value = this.#sum();
    const [rounded, digits] = this.#take(/^ rounded to (\d+) decimals/) ?? [];
    return rounded === undefined ? value : value.toDecimalPlaces(Number(digits), Exact.ROUND_HALF_UP);
  }

  #sum(): Exact {
    let value = this.#product();
    for (let found = this.#take(/^ ([+-]) /); found; found = this.#take(/^ ([+-]) /)) {
      const right = this.#product();
      value = found[1] === '+' ? value.plus(right) : value.minus(right);
    }
    return value;
  }

  #product(): Exact {
    let value = this.#signed();
    for (let found = this.#take(/^ ([x/]) /); found; found = this.#take(/^ ([x/]) /)) {
      const right = this.#signed();
      value = found[1] === 'x' ? value.times(right) : value.div(right);
    }
    return value;
  }

  #signed(): Exact {
    return this.#take(/^minus /) ? this.#atom().negated() : this.#atom();
  }

  #atom(): Exact {
    if (this.#take(/^zero\b/)) return new Exact(0);
    if (this.#take(/^1(?=[ ),]|$)/)) return new Exact(1);
    if (this.#take(/^the average of \(/)) {
      const terms = [this.#sum()];
      while (this.#take(/^, /)) terms.push(this.#sum());
      this.#expect(')');
      return terms.reduce((a, b) => a.plus(b)).div(terms.length);
    }
    if (!this.#take(/^\(/)) return this.#mention();
    const value = this.#inBrackets(this.#clause());
    this.#expect(')');
    return value;
  }

  /** What may follow a value before its bracket closes. */
  #inBrackets(value: Exact): Exact {
    if (this.#take(/^, or [^⟨]*? unless /)) {
      const condition = this.#sum();
      this.#expect(' is above zero');
      return condition.gt(0) ? value : new Exact(NaN);
    }
    if (this.#take(/^, since /)) {
      const label = this.#label();
      this.#stated.push({ label, said: this.#take(/^ is ([^;]*); otherwise /)![1]! });
      this.#sum();
      return value;
    }
    if (this.#take(/^, held against /)) {
      const above = this.#sum();
      this.#expect(' and ');
      const below = this.#sum();
      this.#take(/^, otherwise [^)]*/);
      return new Exact(value.gt(above) ? 2 : value.lt(below) ? 0 : 1);
    }
    return value;
  }

  #mention(): Exact {
    const label = this.#label();
    const found = this.#take(/^ ⟨([^⟩]*)⟩/);
    if (!found) throw new Error(`No figure after "${label}" at "${this.#text}".`);
    const unit = ` ${this.#units.get(label)}`;
    if (unit !== ' ' && this.#text.startsWith(unit)) this.#text = this.#text.slice(unit.length);
    const when = this.#take(/^ \(([^)]*FY\d\d[AE])\)/)?.[1] ?? '';
    const figure = new Exact(found[1]!);
    this.#mentions.push({ label, figure, when });
    return figure;
  }

  #label(): string {
    const label = this.#labels.find((one) => this.#text.startsWith(one));
    if (label === undefined) throw new Error(`No label at "${this.#text}".`);
    this.#text = this.#text.slice(label.length);
    return label;
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    const found = pattern.exec(this.#text);
    if (found) this.#text = this.#text.slice(found[0].length);
    return found ?? undefined;
  }

  #expect(text: string): void {
    if (!this.#text.startsWith(text)) throw new Error(`"${text}" must stand at "${this.#text}".`);
    this.#text = this.#text.slice(text.length);
  }
}
