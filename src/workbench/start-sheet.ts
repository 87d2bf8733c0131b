import { Cells } from '../template/cells.ts';
import type { SheetPlan } from '../template/plan.ts';
import { narrowMargins } from '../template/print-plan.ts';
import { styled } from '../template/style-name.ts';

/** Where the formulas of the first sheet stand, and what each is about. */
const lines = [
  ['EV/sales of the valuation year at the price', 'ST.EVSALES()', 'multiple'],
  ['Target price, HK$', 'ST.TARGETPRICE()', 'per-share'],
  ['Target price at 30 times sales, HK$', 'ST.TARGETPRICE(30)', 'per-share'],
  ['Trade receivables in 2022, days of revenue', 'ST.WCDAYS("Trade receivables",2022)', 'days'],
] as const;

const firstLine = 7;
const tableLine = 13;
const tableRows = 5;

/** The first sheet of the preview: ST functions at work, and room to try them. */
export const startSheet: SheetPlan = {
  name: 'Start',
  kind: 'control',
  rules: { layout: 'page', firstRow: firstLine, inputs: [], customFunctions: ['B7:I17'] },
  widths: [2, 42, 10, 11, 10, 10, 10, 10],
  heights: { 1: 20 },
  blocks: startCells().blocks(),
  validations: [],
  conditionalFormats: [],
  notes: [],
  links: [{ cell: 'B4', to: { sheet: 'Summary', cell: 'A1' } }],
  charts: [],
  print: {
    orientation: 'landscape',
    area: 'A1:H24',
    pagesWide: 1,
    pagesTall: 1,
    header: {},
    footer: {},
    margins: narrowMargins,
  },
};

function startCells(): Cells {
  const cells = new Cells('Start')
    .put('B1', { value: 'Try the model', style: styled('title') })
    .put('B2', {
      value: 'A preview in the browser, not Excel. The whole model stands on the sheets to the right.',
      style: styled('subtitle'),
    })
    .put('B4', { value: 'Go to the Summary', style: styled('hyperlink') })
    .putRow(firstLine - 1, 2, [
      { value: 'Functions of the base case', style: styled('column-head', 'general', 'left') },
      { value: 'Value', style: styled('column-head') },
      { value: 'Formula', style: styled('column-head', 'general', 'left') },
      ...Array.from({ length: 4 }, () => ({ style: styled('column-head') })),
    ])
    .put([tableLine - 1, 2], {
      value: 'A table spills: working-capital days',
      style: styled('label', 'general', 'bold'),
    })
    .put([tableLine, 2], { formula: 'ST.WCDAYS()', style: styled('column-head', 'general', 'left') });
  for (let column = 3; column <= 8; column++) {
    cells.put([tableLine, column], { style: styled('column-head') });
    for (let row = 1; row <= tableRows; row++)
      cells.put([tableLine + row, column], { style: styled('formula', 'days-1') });
  }
  lines.forEach(([label, formula, format], index) =>
    cells.putRow(firstLine + index, 2, [
      { value: label, style: styled('label') },
      { formula, style: styled('formula', format) },
      { value: `=${formula}`, style: styled('note') },
    ]),
  );
  return cells;
}
