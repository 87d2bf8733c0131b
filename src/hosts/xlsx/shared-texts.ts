import { escaped } from './text.ts';

/** The texts of all cells, each once, numbered in the order in which they are first used. */
export class SharedTexts {
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** The texts as a part of a file. */
  xml(): string {
    const count = this.#numbers.size;
    let items = '';
    for (const text of this.#numbers.keys()) items += `<si>${item(text)}</si>`;
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
      `count="${count}" uniqueCount="${count}">${items}</sst>`
    );
  }
}

const item = (text: string): string =>
  text === '' ? '<t/>' : `<t${/^ | $|[\n\t]/.test(text) ? ' xml:space="preserve"' : ''}>${escaped(text)}</t>`;
