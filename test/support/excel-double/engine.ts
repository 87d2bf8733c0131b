import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import type { Value } from './workbook-state.ts';

const cellType = { number: 1, text: 2, logical: 4, error: 16 } as const;
let isReady = false;

/** An independent spreadsheet engine that calculates the native formulas of the double. Sheets count from zero. */
export class Engine {
  readonly #model: Model;
  #isStale = false;
  #calculations = 0;

  /** How often it has calculated. */
  get calculations(): number {
    return this.#calculations;
  }

  constructor(firstSheet: string) {
    if (!isReady)
      initSync({ module: readFileSync(createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm')) });
    isReady = true;
    this.#model = new Model('book', 'en', 'UTC', 'en');
    this.#model.renameSheet(0, firstSheet);
    this.#model.pauseEvaluation();
  }

  addSheet(index: number, name: string): void {
    this.#model.newSheet();
    this.#model.renameSheet(index, name);
  }

  renameSheet(index: number, name: string): void {
    this.#model.renameSheet(index, name);
  }

  moveSheet(from: number, to: number): void {
    this.#model.moveSheet(from, to);
  }

  removeSheet(index: number): void {
    this.#model.deleteSheet(index);
    this.#isStale = true;
  }

  type(sheet: number, row: number, column: number, content: Value): void {
    const typed = typeof content === 'boolean' ? String(content).toUpperCase() : String(content);
    // A text that was typed with an apostrophe leaves its mark in the cell unless all of it goes.
    if (typed === '') this.#model.rangeClearAll(sheet, row, column, row, column);
    else this.#model.setUserInput(sheet, row, column, typed);
    this.#isStale = true;
  }

  content(sheet: number, row: number, column: number): string {
    return this.#model.getCellContent(sheet, row, column);
  }

  value(sheet: number, row: number, column: number): Value {
    const shown = this.#model.getFormattedCellValue(sheet, row, column);
    const type = this.#model.getCellType(sheet, row, column);
    if (type === cellType.number && shown !== '') {
      // What was typed in is shown rounded and held in full.
      const held = numberOf(this.content(sheet, row, column));
      return Number.isNaN(held) ? numberOf(shown) : held;
    }
    return type === cellType.logical ? shown === 'TRUE' : shown;
  }

  /** Calculates what has changed. */
  calculate(): void {
    if (!this.#isStale) return;
    this.#model.evaluate();
    this.#calculations++;
    this.#isStale = false;
  }
}

/** A number as the engine shows it: what was typed as 12% it shows so. */
const numberOf = (shown: string): number =>
  shown.endsWith('%') ? Number(shown.slice(0, -1)) / 100 : Number(shown.replaceAll(',', ''));
