import assert from 'node:assert/strict';
import { findingText, lintable, lintWorkbook, type LintWorkbook } from '../../src/template/lint-workbook.ts';
import { Cells } from '../../src/template/cells.ts';
import type { ChartPlan, SheetPlan, SheetRules, WorkbookPlan } from '../../src/template/plan.ts';
import { narrowMargins } from '../../src/template/print-plan.ts';
import { styled } from '../../src/template/style-name.ts';

const years = { opening: ['E'], actual: ['F'], estimate: ['G', 'H', 'I'] };
const input = styled('input', 'percent');
const formula = styled('formula', 'money');

const sheet = (name: string, cells: Cells, rules: Partial<SheetRules>): SheetPlan => ({
  name,
  kind: 'working',
  rules: { layout: 'time-series', firstRow: 6, years, inputs: [], ...rules },
  widths: [2, 30, 10, 8, 9, 9, 9, 9, 9],
  blocks: cells.blocks(),
  validations: [],
  conditionalFormats: [],
  notes: [],
  links: [],
  charts: [],
  print: {
    orientation: 'landscape',
    area: 'A1:I9',
    pagesWide: 1,
    pagesTall: 0,
    header: {},
    footer: {},
    margins: narrowMargins,
  },
});

const drivers = () =>
  new Cells('Drivers')
    .putRow(6, 2, [{ value: 'Growth' }, { value: '%' }])
    .putRow(
      6,
      6,
      [0.1, 0.2, 0.3, 0.2].map((value) => ({ value, style: input })),
    )
    .putRow(7, 2, [{ value: 'Target year' }, { value: 'year' }])
    .put('I7', { value: 2022, style: input });

const statement = () =>
  new Cells('Income')
    .putRow(6, 2, [{ value: 'Sales' }, { value: 'RMB mn' }])
    .putRow(
      6,
      5,
      [100, 110].map((value) => ({ value, style: styled('input', 'money') })),
    )
    .putRow(
      6,
      7,
      ['F', 'G', 'H'].map((before, index) => ({ formula: `${before}6*(1+Drivers!${'GHI'[index]}6)`, style: formula })),
    )
    .putRow(7, 2, [{ value: 'Rounded' }, { value: 'RMB mn' }])
    .putRow(
      7,
      6,
      ['F', 'G', 'H', 'I'].map((column) => ({ formula: `ROUND(${column}6/ST_Year,2)`, style: formula })),
    );

type Change = {
  readonly drivers?: (cells: Cells) => Cells;
  readonly statement?: (cells: Cells) => Cells;
  readonly rules?: Partial<SheetRules>;
  readonly sheet?: Partial<SheetPlan>;
  readonly names?: WorkbookPlan['names'];
};

const plan = (change: Change = {}): WorkbookPlan => ({
  properties: { title: 'Acme', author: 'ST Model', created: '2022-02-07T00:00:00Z' },
  sheets: [
    { ...sheet('Drivers', (change.drivers ?? same)(drivers()), { inputs: ['all'] }), kind: 'input' },
    {
      ...sheet('Income', (change.statement ?? same)(statement()), { inputs: ['actual'], ...change.rules }),
      ...change.sheet,
    },
  ],
  names: change.names ?? [{ name: 'ST_Year', sheet: 'Drivers', range: 'I7' }],
});

const same = (cells: Cells) => cells;

/** Another formula in row 9, the same way across unless a cell is said. */
const row =
  (write: (column: string) => string, columns = ['G', 'H', 'I']) =>
  (cells: Cells) =>
    columns.reduce(
      (all, column) => all.put(`${column}9`, { formula: write(column), style: formula }),
      cells.putRow(9, 2, [{ value: 'More' }, { value: 'RMB mn' }]),
    );

const lint = (change?: Change) => lintWorkbook(lintable(plan(change))).map(findingText);
const finds = (change: Change, ...expected: RegExp[]) => {
  const found = lint(change);
  assert.equal(found.length, expected.length, found.join('\n'));
  expected.forEach((pattern, index) => assert.match(found[index]!, pattern));
};

describe('the lint of a workbook', () => {
  it('has nothing to say of a sound workbook', () => finds({}));

  it('finds a formula unlike the others of its row', () =>
    finds(
      { statement: row((column) => (column === 'H' ? 'H6+H7' : `${column}6-${column}7`)) },
      /error Income!H9 one-formula: The formula differs from that of G9/,
    ));

  it('finds a number typed over a formula, and a gap in a row', () =>
    finds(
      { statement: (cells) => row((column) => `${column}6`, ['G'])(cells).put('H9', { value: 5, style: formula }) },
      /Income!H9 one-formula: A typed-in value stands over the formula of the row, that of G9/,
      /Income!I9 one-formula: The row has a formula in G9 and none here/,
      /Income!H9 typed-number: A typed-in number has the colour of a formula/,
    ));

  it('lets formulas differ where that is stated', () =>
    finds({
      statement: row((column) => (column === 'H' ? 'H6+H7' : `${column}6-${column}7`)),
      rules: { irregular: ['G9:I9'] },
    }));

  it('finds numbers inside formulas, besides 0, 1, the digits of ROUND and which quartile is meant', () => {
    finds({ statement: row((column) => `QUARTILE($F$6:${column}6,1)+QUARTILE($F$6:${column}6,3)`) });
    finds({ statement: row(() => 'LARGE($E$6:$F$6,2)', ['F']) }, /Income!F9 constant: The number 2 stands/);
    finds({ statement: row((column) => `ROUND(${column}6*(1+0),1)`) });
    finds(
      { statement: row((column) => `${column}6*2`) },
      ...['G', 'H', 'I'].map((column) => new RegExp(`Income!${column}9 constant: The number 2 stands`)),
    );
    finds({ statement: row((column) => `ROUND(${column}6*50%,2)`, ['F']) }, /Income!F9 constant: The number 50 stands/);
  });

  it('finds functions that differ between programs', () => {
    finds({ statement: row(() => 'OFFSET(F6,0,1)', ['F']) }, /Income!F9 function: OFFSET is not among the functions/);
    finds({ statement: row(() => 'ST.MODEL()', ['F']) }, /function: ST.MODEL is not among/);
    const call = row(() => 'ST.MODEL()', ['F']);
    finds({ statement: call, rules: { customFunctions: ['F9'] } });
    finds({ statement: call, rules: { customFunctions: ['G9:I12'] } }, /Income!F9 function: ST.MODEL is not among/);
  });

  it('warns of IFERROR in a row that others are calculated from', () =>
    finds({ statement: row(() => 'IFERROR(F6/F7,0)', ['F']) }, /warning Income!F9 hidden-error/));

  it('finds a row of figures without a unit', () =>
    finds(
      { statement: (cells) => cells.put('B9', { value: 'More' }).put('F9', { formula: 'F6', style: formula }) },
      /Income!C9 unit: The row holds figures and does not say their unit/,
    ));

  it('finds typed-in figures where none are expected, and formulas in their colour', () => {
    finds(
      {
        statement: (cells) =>
          cells.putRow(9, 2, [{ value: 'More' }, { value: '%' }]).put('G9', { value: 5, style: input }),
      },
      /Income!G9 input: A typed-in figure stands where none is expected/,
    );
    finds(
      { drivers: (cells) => cells.put('E7', { formula: 'I7', style: input }) },
      /Drivers!E7 later-year/,
      /Drivers!E7 input: A formula has the colour of what is typed in/,
    );
  });

  it('lets typed-in figures stand in history', () =>
    finds({
      statement: (cells) =>
        cells.putRow(9, 2, [{ value: 'More' }, { value: '%' }]).put('F9', { value: 5, style: input }),
    }));

  it('lets no statement, no page and no control sheet allow itself typed-in figures', () => {
    const typed = (cells: Cells) =>
      cells.putRow(9, 2, [{ value: 'More' }, { value: '%' }]).put('I9', { value: 5, style: input });
    for (const inputs of [
      ['actual', 'I9:I12'],
      ['actual', 'all'],
    ])
      finds(
        { statement: typed, rules: { inputs } },
        /Income!I9 input: A typed-in figure stands where none is expected/,
      );
    for (const layout of ['page', 'table'] as const)
      finds(
        { statement: typed, rules: { layout, inputs: ['E6:F6', 'I9'] } },
        ...['E6', 'F6', 'I9'].map((cell) => new RegExp(`Income!${cell} input`)),
      );
  });

  it('lets typed-in figures stand on a sheet of data where it says so', () => {
    const page = { rules: { layout: 'table', inputs: ['E6:F6'] }, sheet: { name: 'Comps' } } as const;
    finds(page);
    finds(
      { ...page, statement: (cells) => cells.put('I9', { value: 5, style: input }) },
      /Comps!I9 input: A typed-in figure stands where none is expected/,
    );
  });

  it('lets the colours be explained in words', () => {
    const rules = { layout: 'page', legend: 'H9:H10' } as const;
    const statement = (cells: Cells, value: string | number) =>
      new Cells('Cover').put('B1', cells.get('B6')!).put('H9', { value, style: input });
    finds({ statement: (cells) => statement(cells, '1,234'), rules });
    finds({ statement: (cells) => statement(cells, 1234), rules }, /H9 input: A typed-in figure/);
  });

  it('finds a sheet whose years stand in other columns, or are not as wide', () => {
    finds(
      { rules: { years: { opening: ['E'], actual: ['F', 'G'], estimate: ['H', 'I'] }, inputs: ['actual'] } },
      /Income columns: The actual years stand in F, G; Drivers has F/,
      /Income columns: The estimate years stand in H, I; Drivers has G, H, I/,
    );
    finds({ sheet: { widths: [2, 30, 10] } }, /Income columns: The columns are not as wide as those of Drivers/);
  });

  it('finds what is merged or hidden in a workbook that was read', () => {
    const read: LintWorkbook = lintable(plan());
    const sheets = read.sheets.map((one) =>
      one.name === 'Income' ? { ...one, merged: ['B1:D1'], hidden: ['5:6'], isHidden: true } : one,
    );
    assert.deepEqual(lintWorkbook({ ...read, sheets }).map(findingText), [
      'error Income hidden: The sheet is hidden; nothing in a model is.',
      'error Income!B1:D1 merged: Merged cells break sorting, filling and references.',
      'error Income!5:6 hidden: Nothing in a model is hidden.',
    ]);
  });

  it('finds names that are no quoted reference to a sheet of the workbook', () => {
    const read: LintWorkbook = { ...lintable(plan()), complete: false };
    const named = (refersTo: string, name = 'ST_Year') =>
      lintWorkbook({ ...read, names: [{ name, refersTo }] }).map(({ message }) => message);
    assert.deepEqual(named("='Drivers'!$I$7"), []);
    assert.deepEqual(named("'Drivers'!$A:$D,'Drivers'!$1:$6"), []);
    assert.deepEqual(named('Drivers!$I$7'), ['ST_Year refers to Drivers!$I$7, whose sheet is not quoted.']);
    assert.deepEqual(named("'Gone'!$I$7"), ['ST_Year refers to "Gone", which is no sheet.']);
    assert.deepEqual(named("'Drivers'!I7"), [
      `ST_Year refers to 'Drivers'!I7, which moves with the cell that reads it.`,
    ]);
    assert.deepEqual(named('2022'), ['ST_Year refers to 2022, which is no range.']);
    assert.ok(named("'Drivers'!$I$7", 'Year').includes('Year does not begin with ST_.'));
  });

  it('finds references to sheets, names and cells that are not there', () => {
    finds({ statement: row(() => 'Gone!F6', ['F']) }, /Income!F9 reference: There is no sheet "Gone"/);
    finds({ statement: row(() => 'F6*ST_Rate', ['F']) }, /Income!F9 name: The workbook has no name ST_Rate/);
    finds({ statement: row(() => 'F6*#REF!', ['F']) }, /Income!F9 reference: The formula holds #REF!/);
    finds({ statement: row(() => "'Drivers'!F60", ['F']) }, /Income!F9 empty-reference: Drivers!F60 is empty/);
    finds({ statement: row(() => 'F6*{1}', ['F']) }, /"{" is not understood/, /"}" is not understood/);
  });

  it('finds references to later years, and lets them stand where stated', () => {
    const ahead = row((column) => `SUM(${column}6:${String.fromCharCode(column.charCodeAt(0) + 1)}6)`, ['F']);
    finds({ statement: ahead }, /Income!F9 later-year: F6:G6 is a later year than the formula's own/);
    finds({ statement: ahead, rules: { lookAhead: ['F9'] } });
    finds({ statement: row(() => 'INDEX($E6:$I6,MATCH(ST_Year,$E7:$I7,0))', ['F']) });
  });

  it('finds charts and links that lead nowhere', () => {
    const chart: ChartPlan = {
      kind: 'line',
      title: 'Sales',
      categories: "'Income'!$F$6:$I$6",
      series: [{ name: 'Sales', values: "'Gone'!$F$6:$I$6" }],
      covers: 'B8:F24',
      format: 'money',
    };
    finds(
      { sheet: { charts: [chart], links: [{ cell: 'B1', to: { sheet: 'Nowhere', cell: 'A1' } }] } },
      /Income!B8:F24 reference: The chart "Sales" refers to "Gone", which is no sheet/,
      /Income!B1 reference: The link refers to "Nowhere", which is no sheet/,
    );
  });
});
