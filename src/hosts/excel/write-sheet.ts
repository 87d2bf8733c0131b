import { address, onSheet } from '../../template/address.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import { numberFormats } from '../../template/number-formats.ts';
import type { Block, PlannedCell, SheetPlan } from '../../template/plan.ts';
import { styleParts } from '../../template/style-name.ts';
import type { ExcelFeatures } from './excel-features.ts';
import { typedCell } from './typed-cell.ts';
import { writeCharts } from './write-charts.ts';
import { writeLooks } from './write-looks.ts';
import { writeRules } from './write-rules.ts';
import { writePrint, writeView } from './write-sheet-setup.ts';

/**
 * Says all that a planned sheet holds; the next sync does it. No range is tracked: each that is would cost an entry in
 * this exchange and all together an exchange more.
 */
export function writeSheet(
  worksheets: Excel.WorksheetCollection,
  id: string,
  plan: SheetPlan,
  scheme: ColourScheme,
  features: ExcelFeatures,
): void {
  const sheet = worksheets.getItem(id);
  for (const block of plan.blocks) writeBlock(sheet, block);
  for (const { cell, to, tip } of plan.links)
    sheet.getRange(cell).untrack().hyperlink = {
      ...('url' in to ? { address: to.url } : { documentReference: onSheet(to.sheet, to.cell) }),
      ...(tip && { screenTip: tip }),
    };
  writeLooks(sheet, plan, scheme);
  writeRules(sheet, plan, scheme);
  writeView(sheet, plan, scheme);
  writePrint(sheet, plan);
  if (features.notes) for (const { cell, text } of plan.notes) sheet.notes.add(cell, text);
  writeCharts(worksheets, sheet, plan, scheme);
}

/** The cells of a block and their number formats, each in one piece. */
function writeBlock(sheet: Excel.Worksheet, { row, column, cells }: Block): void {
  const [height, width] = [cells.length, cells[0]!.length];
  const range = sheet.getRange(`${address(row, column)}:${address(row + height - 1, column + width - 1)}`).untrack();
  // Formats first: a text format must be there before the text.
  range.numberFormat = cells.map((line) => line.map(formatOf));
  range.formulas = cells.map((line) => line.map(typedCell));
}

const formatOf = (cell: PlannedCell | null): string =>
  cell?.style ? numberFormats[styleParts(cell.style).format] : numberFormats.general;
