import type { OperatingModel } from '../../company/operating-model.ts';
import { address, parseAddress, parseRange } from '../../template/address.ts';
import { isSingleCell, tokens } from '../../template/formula-tokens.ts';
import { sheetCatalogue } from '../../template/sheet-catalogue.ts';
import type { Place, WorkbookPort } from '../workbook-port.ts';
import { explainCall } from './explain-call.ts';
import type { Explained } from './explanation.ts';
import { explainRow, type ShownRow } from './explain-row.ts';
import { modelsIn, type LiveModel } from './read-model.ts';
import { formulaOf, readWorkbook, type LiveCell, type LiveSheet } from './read-workbook.ts';
import { stCalls } from './st-calls.ts';

/** The line and label column where time series say their years and rows. */
const [yearLine, labelColumn] = [5, 2];

/**
 * Explains a cell: of an inserted model its row and year, with what it rests on; of a formula with a function of the
 * add-in the call; of any other cell nothing, and why.
 *
 * @param place The cell; what is selected if left out. Of a range the first cell counts.
 * @throws WorkbookError where the spreadsheet would not be read.
 * @example explanationText(await explainCell(port, desk))
 */
export async function explainCell(port: WorkbookPort, desk: OperatingModel, place?: Place): Promise<Explained> {
  const at = place ?? (await port.selected());
  const read = await readWorkbook(port);
  const sheet = read.sheets.find(({ id }) => id === at.sheetId);
  if (!sheet) return { explanation: undefined, sentence: 'The sheet of that cell is gone.' };
  const cell = firstCell(at.range);
  const here = { sheetId: sheet.id, sheetName: sheet.name, range: cell };
  const live = sheet.cells.get(cell);
  const [call] = stCalls(formulaOf(live) ?? '');
  if (live && call) return { explanation: { ...explainCall(read, desk, sheet, live, call), place: here } };
  for (const model of modelsIn(read, desk)) {
    const planned = [...model.sheets].find(([, one]) => one.id === sheet.id)?.[0];
    if (planned === undefined) continue;
    const { shown, moved } = rowOn(model, planned, sheet, cell) ?? linkedRow(model, sheet, live) ?? {};
    if (!shown || !live) return { explanation: { ...ofSheet(planned, live), place: here } };
    const found = explainRow(model, shown, live.value);
    const sentences = moved ? [...found.sentences, restructured] : found.sentences;
    return { explanation: { ...found, sentences, place: here } };
  }
  return {
    explanation: undefined,
    sentence: `${sheet.name}!${cell} belongs to no inserted model and calls no ST function: there is nothing to explain.`,
  };
}

const restructured = 'This sheet was restructured: the row was found by its label, the year by its heading.';

function firstCell(range: string): string {
  // Whole columns and rows are selected as A:A and 1:1.
  if (/^[A-Z]+:[A-Z]+$/i.test(range)) return `${range.split(':')[0]}1`;
  if (/^\d+:\d+$/.test(range)) return `A${range.split(':')[0]}`;
  const { top, left } = parseRange(range.replaceAll('$', ''));
  return address(top, left);
}

type Found = { readonly shown: ShownRow; readonly moved: boolean };

/** The row and year of a cell in a sheet of years: by its place, or by label and heading where these have moved. */
function rowOn({ places, book }: LiveModel, planned: string, sheet: LiveSheet, cell: string): Found | undefined {
  const lines = places.lines.get(planned);
  const { row: line, column } = parseAddress(cell);
  const label = sheet.cells.get(address(line, labelColumn))?.value;
  const inPlace = lines?.find((one) => one.line === line && one.row.label === label);
  const found = inPlace ?? lines?.find(({ row }) => row.label === label);
  if (!found) return undefined;
  const heading = String(sheet.cells.get(address(yearLine, column))?.value ?? '');
  const own = places.columns.get(heading);
  if (own === undefined) return undefined;
  const year = places.years.get(own)!;
  const moved = inPlace === undefined || own !== column;
  const { row, sign } = found;
  if (row.isScalar) {
    const only = book.column(row, 0);
    return own === only ? { shown: { row, sign, year: undefined }, moved } : undefined;
  }
  return { shown: { row, sign, year }, moved };
}

/** The row of a cell that does nothing but show another of the model. */
function linkedRow(model: LiveModel, own: LiveSheet, cell: LiveCell | undefined): Found | undefined {
  const parts = tokens(formulaOf(cell) ?? '');
  const token = parts.at(-1);
  const isNegated = parts.length === 2 && parts[0]!.text === '-';
  if (token?.kind !== 'reference' || !isSingleCell(token.reference) || !(parts.length === 1 || isNegated))
    return undefined;
  const { sheet: name = own.name, from } = token.reference;
  const target = [...model.sheets].find(([, sheet]) => sheet.name === name);
  const found = target && rowOn(model, ...target, address(from.row!, from.column!));
  if (!found || !isNegated) return found;
  return { ...found, shown: { ...found.shown, sign: found.shown.sign === 1 ? -1 : 1 } };
}

/** A heading, a label, or a cell that only helps: what its sheet is for. */
function ofSheet(planned: string, cell: LiveCell | undefined) {
  const purpose = sheetCatalogue.find(([name]) => name === planned)?.[1] ?? '';
  return {
    kind: 'sheet' as const,
    title: planned,
    sentences: [`This sheet: ${purpose}.`],
    figures: cell
      ? [
          { label: 'Shown', text: String(cell.value) },
          ...(formulaOf(cell) === undefined ? [] : [{ label: 'Formula', text: String(cell.formula) }]),
        ]
      : [],
    restsOn: [],
  };
}
