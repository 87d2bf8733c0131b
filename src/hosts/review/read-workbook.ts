import { keptChoices } from '../models/model-record.ts';
import type { ModelChoices } from '../models/model-choices.ts';
import { address } from '../../template/address.ts';
import type { CellContent, SheetRef, WorkbookPort, WorkbookView } from '../workbook-port.ts';

/** A cell as it is: what was typed, and what it comes to. */
export type LiveCell = { readonly formula: CellContent; readonly value: CellContent };

/** A sheet with its filled cells by address. */
export type LiveSheet = SheetRef & { readonly cells: ReadonlyMap<string, LiveCell> };

/** A workbook read in few exchanges: what there is, every filled cell, and what is kept of its models. */
export type WorkbookRead = {
  readonly view: WorkbookView;
  readonly sheets: readonly LiveSheet[];
  /** What each inserted model was made with, by its number. */
  readonly choices: ReadonlyMap<number, ModelChoices>;
};

/**
 * Reads every filled cell of a workbook.
 *
 * @throws WorkbookError where the spreadsheet would not.
 * @example (await readWorkbook(port)).sheets[0].cells.get('B2')
 */
export async function readWorkbook(port: WorkbookPort): Promise<WorkbookRead> {
  const view = await port.look();
  const found = await port.read(view.sheets.map(({ id }) => ({ sheetId: id })));
  const read = new Map(found.map((one) => [one.sheetId, one]));
  const sheets = view.sheets.map(({ id, name }): LiveSheet => {
    const cells = new Map<string, LiveCell>();
    const range = read.get(id);
    range?.formulas.forEach((line, down) =>
      line.forEach((formula, across) => {
        const value = range.values[down]?.[across] ?? '';
        if (formula !== '' || value !== '')
          cells.set(address(range.row + down, range.column + across), { formula, value });
      }),
    );
    return { id, name, cells };
  });
  return { view, sheets, choices: await keptChoices(port, view) };
}

/** The formula of a cell without its equals sign; undefined for a constant. */
export const formulaOf = (cell: LiveCell | undefined): string | undefined =>
  typeof cell?.formula === 'string' && cell.formula.startsWith('=') ? cell.formula.slice(1) : undefined;

/** The code of an error that a value is; undefined for any other. */
export const errorIn = (value: CellContent | undefined): string | undefined =>
  typeof value === 'string' &&
  /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|CONNECT!|BLOCKED!)$/.test(value)
    ? value
    : undefined;
