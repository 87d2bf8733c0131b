import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';

const wasm = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm');
let ready = false;

/** One sheet of an independent spreadsheet engine: cells go in as they are typed, values come out at 15 digits. */
export class IronCalcSheet {
  readonly #model: Model;

  constructor() {
    if (!ready) initSync({ module: readFileSync(wasm) });
    ready = true;
    this.#model = new Model('sheet', 'en', 'UTC', 'en');
  }

  /** Types into many cells, then calculates once. Rows and columns count from one. */
  type(cells: Iterable<{ readonly row: number; readonly column: number; readonly input: string }>): void {
    this.#model.pauseEvaluation();
    for (const { row, column, input } of cells) this.#model.setUserInput(0, row, column, input);
    this.#model.resumeEvaluation();
    this.#model.evaluate();
  }

  /** What a cell shows: a number if it is one, otherwise its text. */
  value(row: number, column: number): number | string {
    const shown = this.#model.getFormattedCellValue(0, row, column);
    const number = Number(shown);
    return shown === '' || Number.isNaN(number) ? shown : number;
  }

  close(): void {
    this.#model.free();
  }
}
