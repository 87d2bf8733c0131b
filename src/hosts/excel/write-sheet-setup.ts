import { address, absolute, columnLetters } from '../../template/address.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import type { SheetPlan } from '../../template/plan.ts';
import { rowPoints } from '../../template/page-breaks.ts';
import type { PageText } from '../../template/print-plan.ts';
import { fontName } from '../../template/styles.ts';

/** Points that a column takes for a width in characters: seven pixels a character and five around. */
const columnPoints = (characters: number): number => (characters * 7 + 5) * 0.75;

/** How a sheet stands on the screen: widths, heights, what stays in sight, the colour of its tab. */
export function writeView(sheet: Excel.Worksheet, plan: SheetPlan, scheme: ColourScheme): void {
  for (const [from, to, width] of runsOf(plan.widths))
    sheet.getRange(`${columnLetters(from)}:${columnLetters(to)}`).untrack().format.columnWidth = columnPoints(width);
  // The user's workbook may have taller rows by itself, and pages would break elsewhere.
  sheet.getRange().untrack().format.rowHeight = rowPoints;
  for (const [row, height] of Object.entries(plan.heights ?? {}))
    sheet.getRange(`${row}:${row}`).untrack().format.rowHeight = height;
  if (plan.freeze) {
    const { rows, columns } = plan.freeze;
    sheet.freezePanes.freezeAt(sheet.getRange(`A1:${address(rows, columns)}`).untrack());
  }
  sheet.showGridlines = false;
  sheet.tabColor = `#${scheme.tabs[plan.kind]}`;
}

/** Widths that stand side by side and are the same, as one: from and to columns, counted from one. */
function runsOf(widths: readonly number[]): readonly (readonly [from: number, to: number, width: number])[] {
  const runs: [number, number, number][] = [];
  widths.forEach((width, index) => {
    const last = runs.at(-1);
    if (last?.[2] === width) last[1] = index + 1;
    else runs.push([index + 1, index + 1, width]);
  });
  return runs;
}

/** How a sheet goes on paper. */
export function writePrint(sheet: Excel.Worksheet, { print }: SheetPlan): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = 'A4';
  pageLayout.centerHorizontally = true;
  pageLayout.zoom = {
    ...(print.pagesWide > 0 && { horizontalFitToPages: print.pagesWide }),
    ...(print.pagesTall > 0 && { verticalFitToPages: print.pagesTall }),
  };
  pageLayout.setPrintMargins('Centimeters', print.margins);
  pageLayout.setPrintArea(print.area);
  if (print.repeatRows) pageLayout.setPrintTitleRows(absolute(print.repeatRows));
  if (print.repeatColumns) pageLayout.setPrintTitleColumns(absolute(print.repeatColumns));
  const { defaultForAllPages: page } = pageLayout.headersFooters;
  for (const [place, text] of [
    ['Header', print.header],
    ['Footer', print.footer],
  ] as const)
    for (const side of ['left', 'centre', 'right'] as const) {
      const code = pageCode(text[side]);
      if (code !== '') page[`${side === 'centre' ? 'center' : side}${place}`] = code;
    }
  for (const row of print.breaks ?? []) sheet.horizontalPageBreaks.add(`A${row}`);
}

/** Header or footer in Excel's code: ampersands doubled, places for the page numbers. */
const pageCode = (text: PageText[keyof PageText]): string =>
  text === undefined
    ? ''
    : `&8&"${fontName},Regular"${text
        .replaceAll('&', '&&')
        .replaceAll('{pages}', '&N')
        .replaceAll('{page}', '&P')
        .replaceAll('{sheet}', '&A')}`;
