import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import { address } from '../../src/template/address.ts';
import { cellsOf, plainValue } from '../../src/template/cells.ts';
import type { WorkbookPlan } from '../../src/template/plan.ts';
import type { JudgedWorkbook } from './libreoffice.ts';

const wasm = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm');
let ready = false;

function newModel(): Model {
  if (!ready) initSync({ module: readFileSync(wasm) });
  ready = true;
  return new Model('book', 'en', 'UTC', 'en');
}

/** Digits that the engine shows of a plain number: nine decimals. */
const asNumber = (shown: string): number | string =>
  shown === '' || Number.isNaN(Number(shown)) ? shown : Number(shown);

/** One sheet of an independent spreadsheet engine: cells go in as they are typed, values come out as shown. */
export class IronCalcSheet {
  readonly #model = newModel();

  /** Types into many cells, then calculates once. Rows and columns count from one. */
  type(cells: Iterable<{ readonly row: number; readonly column: number; readonly input: string }>): void {
    this.#model.pauseEvaluation();
    for (const { row, column, input } of cells) this.#model.setUserInput(0, row, column, input);
    this.#model.resumeEvaluation();
    this.#model.evaluate();
  }

  /** What a cell shows: a number if it is one, otherwise its text. */
  value(row: number, column: number): number | string {
    return asNumber(this.#model.getFormattedCellValue(0, row, column));
  }

  close(): void {
    this.#model.free();
  }
}

/** What the engine calculates of a plan's formulas, by sheet and cell; numbers to nine decimals. */
export function calculated(plan: WorkbookPlan): JudgedWorkbook {
  const model = newModel();
  model.pauseEvaluation();
  plan.sheets.forEach(({ name }, index) => {
    if (index > 0) model.newSheet();
    model.renameSheet(index, name);
  });
  const formulas = plan.sheets.map((sheet, index) => {
    const found: (readonly [number, number])[] = [];
    for (const { row, column, cell } of cellsOf(sheet)) {
      if ('formula' in cell) {
        model.setUserInput(index, row, column, `=${cell.formula}`);
        found.push([row, column]);
      } else if ('value' in cell) model.setUserInput(index, row, column, typed(plainValue(cell.value)));
    }
    return found;
  });
  model.resumeEvaluation();
  model.evaluate();
  const judged = new Map(
    plan.sheets.map(({ name }, index) => [
      name,
      new Map(
        formulas[index]!.map(([row, column]) => [
          address(row, column),
          asNumber(model.getFormattedCellValue(index, row, column)),
        ]),
      ),
    ]),
  );
  model.free();
  return judged;
}

/** A constant as it is typed: text that could be read as something else keeps its apostrophe. */
const typed = (value: number | string | boolean): string =>
  typeof value === 'string' ? (/^[=+\-@'\d]/.test(value) ? `'${value}` : value) : String(value).toUpperCase();
