import { Cells } from '../../src/template/cells.ts';
import { styled } from '../../src/template/style-name.ts';
import type { SheetPlan, WorkbookPlan } from '../../src/template/plan.ts';
import { narrowMargins } from '../../src/template/print-plan.ts';

const print: SheetPlan['print'] = {
  orientation: 'landscape',
  area: 'A1:H14',
  pagesWide: 1,
  pagesTall: 0,
  repeatRows: '1:4',
  repeatColumns: 'A:C',
  header: { left: 'Acme & Sons', right: '{sheet}' },
  footer: { left: 'Source: Acme', centre: 'Prices as of 31 Jan 2022', right: 'page {page} of {pages}' },
  margins: narrowMargins,
};

const nothing = { validations: [], conditionalFormats: [], notes: [], links: [], charts: [] };
const years = { opening: [], actual: ['D', 'E'], estimate: ['F', 'G', 'H'] };
const columns = ['D', 'E', 'F', 'G', 'H'];
const widths = [2.5, 28, 10, 10, 10, 10, 10, 10];

const heads = (cells: Cells): Cells =>
  cells
    .putRow(
      3,
      4,
      [2019, 2020, 2021, 2022, 2023].map((value) => ({ value, style: styled('muted', 'year') })),
    )
    .putRow(
      4,
      4,
      columns.map((column, index) => ({
        formula: `IF(${column}3>2020,"E","A")`,
        cached: index > 1 ? 'E' : 'A',
        style: styled(
          index > 1 ? 'estimate-head' : 'column-head',
          'head',
          ...(index === 2 ? ['divider' as const] : []),
        ),
      })),
    );

const label = (text: string, unit: string) => [
  { value: text, style: styled('label') },
  { value: unit, style: styled('unit') },
];

const growth = [0.1, 0.2, 0.25, 0.2, 0.15];

/** Typed-in drivers, one of them in a list, with validations, notes and a conditional format. */
function drivers(): SheetPlan {
  const cells = heads(new Cells('Drivers'))
    .put('B1', { value: 'Acme | Drivers', style: styled('title') })
    .put('B2', { value: '=1+1', style: styled('subtitle') })
    .putRow(6, 2, label('Growth', '%'))
    .putRow(
      6,
      4,
      growth.map((value, index) => ({
        value,
        style: styled(
          'input',
          'percent',
          ...(index > 1 ? ['key' as const] : []),
          ...(index === 2 ? ['divider' as const] : []),
        ),
      })),
    )
    .putRow(7, 2, label('Margin', '%'))
    .putRow(
      7,
      4,
      [0.5, 0.5, 0.5, 0.52, 0.54].map((value) => ({ value, style: styled('input', 'percent') })),
    )
    .putRow(9, 2, [...label('Pricing date', 'date'), { value: { date: '2022-01-31' }, style: styled('input', 'date') }])
    .putRow(10, 2, [...label('Case', 'name'), { value: 'Base', style: styled('input', 'general', 'right', 'boxed') }])
    .putRow(11, 2, [...label('Linked', '0 or 1'), { value: true, style: styled('input') }])
    .putRow(12, 2, [...label('Missing', 'x'), { value: { error: '#N/A' }, style: styled('input', 'multiple') }])
    .putRow(13, 2, [...label('Looks missing', ''), { value: '#N/A', style: styled('text', 'general', 'right') }]);
  return {
    ...nothing,
    name: 'Drivers',
    kind: 'input',
    rules: { layout: 'time-series', firstRow: 6, years, inputs: ['all'] },
    widths,
    freeze: { rows: 4, columns: 3 },
    blocks: cells.blocks(),
    validations: [
      {
        range: 'F6:H6',
        allow: { kind: 'decimal', from: -0.5, to: 1 },
        blank: false,
        prompt: { title: 'Growth', text: 'Printed: 25%, 20%, 15%.' },
        refusal: { title: 'Growth', text: 'Growth lies between -50% and 100%.' },
        strict: true,
      },
      {
        range: 'D10',
        allow: { kind: 'list', words: ['Base', 'Bull', 'Bear'] },
        blank: false,
        refusal: { title: 'Case', text: 'Choose one of the three cases.' },
        strict: true,
      },
      {
        range: 'D9',
        allow: { kind: 'date', from: 36_526, to: 'DATE(2099,12,31)' },
        blank: true,
        refusal: { title: 'Date', text: 'A pricing date lies in this century.' },
        strict: false,
      },
    ],
    conditionalFormats: [
      { range: 'F6:H6', when: { kind: 'value', is: 'greaterThan', than: 0.22 }, look: 'warning' },
      { range: 'D6:H7', when: { kind: 'formula', formula: 'D6<0' }, look: 'error' },
    ],
    notes: [
      { cell: 'F6', text: 'Printed on page 12 & fitted' },
      {
        cell: 'F7',
        text: 'A longer remark that says where the figure comes from, why it was chosen, and what the next one would give.',
      },
    ],
    links: [{ cell: 'B7', to: { sheet: 'Profit & loss', cell: 'B8' }, tip: 'To the margin' }],
    print,
  };
}

/** Formulas over years and over sheets, a total, ratios, a text and an error among their values. */
function profit(): SheetPlan {
  const cells = heads(new Cells('Profit & loss')).put('B1', { value: 'Acme | Profit & loss', style: styled('title') });
  let sales = 1_000;
  for (const [index, column] of columns.entries()) {
    const before = columns[index - 1];
    const marks = index === 2 ? (['divider'] as const) : [];
    sales *= index ? 1 + growth[index]! : 1;
    const margin = [0.5, 0.5, 0.5, 0.52, 0.54][index]!;
    cells.put(
      `${column}6`,
      before
        ? { formula: `${before}6*(1+Drivers!${column}6)`, cached: sales, style: styled('formula', 'money', ...marks) }
        : { value: sales, style: styled('input', 'money') },
    );
    const [, , ...echo] = ['', '', growth[index]!];
    cells.put(`${column}7`, {
      formula: `Drivers!${column}6`,
      cached: echo[0]!,
      style: styled('echo', 'percent', ...marks),
    });
    cells.put(`${column}8`, {
      formula: `${column}6*Drivers!${column}7`,
      cached: sales * margin,
      style: styled('formula', 'money', 'total', ...marks),
    });
    cells.put(`${column}9`, {
      formula: `${column}8/${column}6`,
      cached: margin,
      style: styled('ratio', 'percent', ...marks),
    });
  }
  cells
    .putRow(6, 2, label('Sales', 'RMB mn'))
    .putRow(7, 2, label('Growth', '%'))
    .putRow(8, 2, [
      { value: 'Gross profit', style: styled('label', 'general', 'bold') },
      { value: 'RMB mn', style: styled('unit') },
    ])
    .putRow(9, 2, label('Margin', '%'))
    .putRow(10, 2, label('Price to nothing', 'x'))
    .put('D10', { formula: 'D6/(D6-D6)', cached: { error: '#DIV/0!' }, style: styled('formula', 'multiple') })
    .putRow(11, 2, label('Verdict', ''))
    .put('D11', { formula: 'IF(H9>D9,"up & <away>","down")', cached: 'up & <away>', style: styled('formula') })
    .putRow(12, 2, label('Sales in 2022', 'RMB mn'))
    .put('D12', { formula: 'INDEX(D6:H6,MATCH(2022,D3:H3,0))', cached: 1_800, style: styled('formula', 'money') })
    .putRow(13, 2, label('Is base', ''))
    .put('D13', { formula: 'Drivers!D10="Base"', cached: true, style: styled('link') });
  return {
    ...nothing,
    name: 'Profit & loss',
    kind: 'working',
    rules: { layout: 'time-series', firstRow: 6, years, inputs: ['actual'] },
    widths,
    heights: { 1: 20 },
    freeze: { rows: 4, columns: 3 },
    zoom: 90,
    blocks: cells.blocks(),
    conditionalFormats: [{ range: 'D8:H8', when: { kind: 'value', is: 'between', than: 0, and: 600 }, look: 'muted' }],
    print,
  };
}

/** The four kinds of chart, and the table that the football field reads. */
function charts(): SheetPlan {
  const on = (range: string) => `'Profit & loss'!${range}`;
  const here = (range: string) => `'Focus charts'!${range}`;
  const categories = on('$D$4:$H$4');
  const sales = { name: 'Sales', values: on('$D$6:$H$6') };
  const gross = { name: 'Gross profit', values: on('$D$8:$H$8') };
  const field = [
    ['Peers', 4, 5],
    ['52 weeks', 3.9, 5.5],
    ['Issue price', 3.85, 0.05],
  ] as const;
  const cells = new Cells('Focus charts').put('B1', { value: 'Acme | Focus charts', style: styled('title') });
  field.forEach(([name, low, width], index) =>
    cells.putRow(40 + index, 2, [
      { value: name, style: styled('label') },
      { value: low, style: styled('input', 'per-share') },
      { value: width, style: styled('input', 'per-share') },
    ]),
  );
  return {
    ...nothing,
    name: 'Focus charts',
    kind: 'output',
    rules: { layout: 'page', firstRow: 3, inputs: ['C40:D42'] },
    widths,
    blocks: cells.blocks(),
    charts: [
      {
        kind: 'column',
        title: 'Sales and profit',
        description: 'Sales and gross profit by year',
        categories,
        series: [sales, gross],
        covers: 'B3:D19',
        format: 'money',
        valueTitle: 'RMB mn',
      },
      {
        kind: 'stacked-column',
        title: 'Stacked',
        categories,
        series: [gross, { ...sales, colour: 3, labels: true }],
        covers: 'E3:H19',
        format: 'money',
      },
      {
        kind: 'line',
        title: 'Growth and margin',
        categories,
        series: [
          { name: 'Growth', values: on('$D$7:$H$7') },
          { name: 'Margin', values: on('$D$9:$H$9') },
        ],
        covers: 'B21:D37',
        format: 'percent',
      },
      {
        kind: 'stacked-bar',
        title: 'Football field',
        categories: here('$B$40:$B$42'),
        series: [
          { name: 'low', values: here('$C$40:$C$42'), colour: 'none' },
          { name: 'HK$ a share', values: here('$D$40:$D$42'), colour: 0 },
        ],
        covers: 'E21:H37',
        format: 'per-share',
        from: 0,
      },
    ],
    print: { ...print, orientation: 'portrait', area: 'A1:H43', pagesTall: 1, repeatRows: '1:1' },
  };
}

/** A small workbook that uses everything a plan can say. */
export const samplePlan = (): WorkbookPlan => ({
  properties: { title: 'Acme', author: 'ST Model', created: '2022-02-07T00:00:00Z' },
  sheets: [drivers(), profit(), charts()],
  names: [
    { name: 'ST_Inputs', sheet: 'Drivers', range: 'B3:H7' },
    { name: 'ST_Case', sheet: 'Drivers', range: 'D10' },
    { name: 'ST_Sales', sheet: 'Profit & loss', range: 'D6:H6' },
  ],
});
