import type { Place, WorkbookPort } from '../hosts/workbook-port.ts';
import type { InputsRange } from './use-cases.ts';

const inputsName = /^ST_Inputs(_\d+)?$/i;
const ofRange = /^=(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z\d:]+)$/i;

/** The inputs of the models in a workbook, by their names: what the functions take as their last argument. */
export async function inputsRanges(port: WorkbookPort): Promise<readonly InputsRange[]> {
  const { names, sheets } = await port.look();
  const found = names.flatMap(({ name, formula }) => {
    const [, quoted, plain, range] = (inputsName.test(name) && ofRange.exec(formula)) || [];
    const on = quoted?.replaceAll("''", "'") ?? plain;
    const sheet = sheets.find((one) => one.name === on);
    return sheet && range ? [{ name, place: { sheetId: sheet.id, range: range.replaceAll('$', '') } }] : [];
  });
  const tables = found.length > 0 ? await port.read(found.map(({ place }) => place)) : [];
  return found.map(({ name }, index) => ({ name, table: tables[index]?.values ?? [] }));
}

/** Types a formula into the first cell of the selection. A cell that holds something is left alone unless told otherwise. */
export async function enterFormula(
  port: WorkbookPort,
  formula: string,
  overwrite: boolean,
): Promise<{ readonly place: Place & { readonly sheetName: string }; readonly isTaken: boolean }> {
  const selected = await port.selected();
  const place = { ...selected, range: firstCell(selected.range) };
  if (!overwrite) {
    const [cell] = await port.read([place]);
    if (cell && cell.formulas.flat().some((content) => content !== '')) return { place, isTaken: true };
  }
  await port.enter([{ sheetId: place.sheetId, range: place.range, cells: [[formula]] }]);
  return { place, isTaken: false };
}

/** The first cell of a range, of whole columns and rows too. */
function firstCell(range: string): string {
  const [, column = 'A', row = '1'] = /^([A-Z]+)?(\d+)?/i.exec(range) ?? [];
  return `${column}${row}`;
}
