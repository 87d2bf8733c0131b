import type { NamedRange, WriteSheet } from 'hucre';
import { absoluteOnSheet } from '../../template/address.ts';
import type { PageText, PrintPlan } from '../../template/print-plan.ts';
import type { SheetPlan } from '../../template/plan.ts';
import { fontName } from '../../template/styles.ts';

const inches = (centimetres: number): number => Math.round((centimetres / 2.54) * 1000) / 1000;

/** Paper, scale, margins, header and footer. Print area and titles are names: see printNames. */
export function filePrint(
  print: PrintPlan,
  sheet: string,
): Pick<WriteSheet, 'pageSetup' | 'headerFooter' | 'rowBreaks'> {
  const { top, bottom, left, right, header, footer } = print.margins;
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: print.orientation,
      fitToPage: true,
      fitToWidth: print.pagesWide,
      fitToHeight: print.pagesTall,
      margins: {
        top: inches(top),
        bottom: inches(bottom),
        left: inches(left),
        right: inches(right),
        header: inches(header),
        footer: inches(footer),
      },
      horizontalCentered: true,
    },
    headerFooter: {
      oddHeader: pageText(print.header, sheet),
      oddFooter: pageText(print.footer, sheet),
    },
    ...(print.breaks && { rowBreaks: print.breaks.map((row) => row - 2) }),
  };
}

/** Header or footer in the code of a workbook: ampersands doubled, places for the page numbers. */
function pageText({ left, centre, right }: PageText, sheet: string): string {
  const part = (place: string, text: string | undefined) => {
    const code = text
      ?.replaceAll('&', '&&')
      .replaceAll('{pages}', '&N')
      .replaceAll('{page}', '&P')
      .replaceAll('{sheet}', '&A');
    return code ? `&${place}&8&"${fontName},Regular"${code}` : '';
  };
  const code = part('L', left) + part('C', centre) + part('R', right);
  if (code.length > 255)
    throw new Error(`${sheet}: a header or footer has ${code.length} characters; a workbook takes 255.`);
  return code;
}

/** The names that carry print areas and repeated rows and columns, their sheets always quoted. */
export const printNames = (sheets: readonly SheetPlan[]): NamedRange[] =>
  sheets.flatMap(({ name: scope, print }) => {
    const titles = [print.repeatColumns, print.repeatRows].filter((part) => part !== undefined);
    return [
      { name: '_xlnm.Print_Area', scope, range: absoluteOnSheet(scope, print.area) },
      ...(titles.length
        ? [{ name: '_xlnm.Print_Titles', scope, range: titles.map((part) => absoluteOnSheet(scope, part)).join(',') }]
        : []),
    ];
  });
