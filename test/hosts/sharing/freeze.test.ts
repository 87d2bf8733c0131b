import assert from 'node:assert/strict';
import { company } from '../../../src/company/index.ts';
import { operatingModel } from '../../../src/company/operating-model.ts';
import { functionsJson } from '../../../src/functions/metadata.ts';
import { ExcelWorkbook } from '../../../src/hosts/excel/excel-workbook.ts';
import { insertModel, removeModel } from '../../../src/hosts/models/insert-model.ts';
import { callsAddIn, hasBrokenCall, repaired } from '../../../src/hosts/sharing/add-in-calls.ts';
import { freeze } from '../../../src/hosts/sharing/freeze.ts';
import { repair } from '../../../src/hosts/sharing/repair.ts';
import { restore } from '../../../src/hosts/sharing/restore.ts';
import { WorkbookError } from '../../../src/hosts/workbook-port.ts';
import { parseAddress } from '../../../src/template/address.ts';
import { buildWorkbook } from '../../../src/template/build-workbook.ts';
import type { FunctionsMetadata } from '../../support/excel-double/call-formula.ts';
import { connectClientLibrary } from '../../support/excel-double/client-library.ts';
import { ExcelDouble } from '../../support/excel-double/excel-double.ts';
import type { Answered, Value } from '../../support/excel-double/workbook-state.ts';

const metadata = functionsJson('https://addin.example') as FunctionsMetadata;
const has = (_: string, version: string): boolean => Number(version.split('.')[1]) <= 17;

/** As many digits as the engine of the double holds. */
const third = 0.333333333333333;
const precise = 0.123456789012345;
const table = [
  ['Revenue', 'FY22E', 'FY23E'],
  ['=1+1', '', precise],
  ['12 Mar', true, { error: '#N/A' }],
] as const;
const nested = '=2*IFERROR(ST.EVSALES("FY23E"),5)';

/** A workbook with a number, a table, a nested call, one that calculates, and formulas that only look like calls. */
function open() {
  const double = new ExcelDouble({ namespace: 'ST', metadata });
  globalThis.Excel = connectClientLibrary(double).Excel;
  const port = new ExcelWorkbook(has);
  const [own] = double.workbook.sheets;
  const type = (cell: string, content: Value) => own!.type(parseAddress(cell), content);
  const show = (cell: string, answer: Answered | readonly (readonly Answered[])[]) =>
    own!.show(parseAddress(cell), answer);
  type('A1', 'My notes');
  type('B1', 41);
  type('B2', '=ST.EVSALES("FY23E",$B1)');
  show('B2', third);
  type('C2', '=SUM(B2:B2)');
  type('A4', '=ST.MODEL("Income statement")');
  show('A4', table);
  type('E4', nested);
  type('E5', '="ST.EVSALES("&1');
  type('E6', '=ST.EVSALES("FY24E")');
  double.workbook.engine.calculate();
  const formula = (cell: string): Value => own!.formula(parseAddress(cell));
  const value = (cell: string): Value => own!.value(parseAddress(cell));
  const cells = () => own!.cells();
  return { double, port, own: own!, type, show, formula, value, cells };
}

describe('formulas of the add-in frozen and restored', function () {
  this.timeout(120_000);
  after(() => {
    Reflect.deleteProperty(globalThis, 'Excel');
  });

  it('become their values, a table over all its cells, text staying text; what calculates is left and said', async () => {
    const book = open();
    const before = book.cells();
    const done = await freeze(book.port, 'sheet');
    assert.deepEqual(done, {
      formulas: 3,
      cells: 11,
      leftAlone: [{ cell: 'Sheet1!E6', why: 'it shows #BUSY!' }],
    });
    const after = book.cells();
    for (const [cell, [, value]] of Object.entries(before)) assert.deepEqual(after[cell]?.[1], value, cell);
    assert.deepEqual(
      Object.entries(after).filter(([, [formula]]) => String(formula).startsWith('=')),
      [
        ['C2', ['=SUM(B2:B2)', before['C2']?.[1]]],
        ['E5', ['="ST.EVSALES("&1', 'ST.EVSALES(1']],
        ['E6', ['=ST.EVSALES("FY24E")', '#BUSY!']],
        ['A5', ['=1+1', '=1+1']],
      ],
    );
    assert.equal(book.own.isBlank(parseAddress('B5')), true);
    assert.equal(book.value('C5'), precise);
  });

  it('are told apart from formulas and tables that stand beside them', async () => {
    const book = open();
    book.type('B3', '=ST.EVSALES("FY25E")');
    book.show('B3', 4);
    book.type('C3', '=SUM(C4:C6)');
    book.type('A8', '=ST.MODEL("Cash flow")');
    book.show('A8', [
      ['Cash', 1],
      ['Debt', 2],
    ]);
    book.type('C8', '=ST.MODEL("Balance sheet")');
    book.show('C8', [
      ['Assets', 3],
      ['Equity', 4],
    ]);
    book.type('G1', '=_xldudf_ST_EVSALES("FY23E")');
    const before = shown(book.cells());
    const { formulas, cells, leftAlone } = await freeze(book.port, 'sheet');
    assert.deepEqual([formulas, cells], [6, 20]);
    assert.deepEqual(leftAlone, [
      { cell: 'Sheet1!G1', why: 'it shows #NAME?' },
      { cell: 'Sheet1!E6', why: 'it shows #BUSY!' },
    ]);
    assert.equal(book.formula('C3'), '=SUM(C4:C6)');
    assert.deepEqual(shown(book.cells()), before);
    await restore(book.port, 'sheet');
    assert.deepEqual(['A8', 'B8', 'C8', 'D9'].map(book.formula), [
      '=ST.MODEL("Cash flow")',
      '',
      '=ST.MODEL("Balance sheet")',
      '',
    ]);
  });

  it('come back as they were, and nothing is left behind', async () => {
    const book = open();
    const before = book.double.workbook.snapshot();
    await freeze(book.port, 'workbook');
    assert.ok(book.double.workbook.names.length > 0);
    assert.ok(book.double.workbook.names.every(({ isHidden }) => isHidden));
    const done = await restore(book.port, 'workbook');
    assert.deepEqual(done, { formulas: 3, cells: 11, leftAlone: [] });
    assert.equal(book.value('B5'), '', 'The table has room to spill.');
    book.show('B2', third);
    book.show('A4', table);
    assert.deepEqual(sorted(book.double.workbook.snapshot()), sorted(before));
  });

  it('are those of the selection only', async () => {
    const book = open();
    book.own.selected = 'A:C';
    assert.equal((await freeze(book.port, 'selection')).formulas, 2);
    assert.equal(book.formula('E4'), nested);
    book.own.selected = 'B2';
    assert.equal((await restore(book.port, 'selection')).formulas, 1);
    assert.equal(book.formula('B2'), '=ST.EVSALES("FY23E",$B1)');
    assert.equal(book.formula('A4'), 'Revenue');
    book.own.selected = '4:4';
    assert.equal((await restore(book.port, 'selection')).formulas, 1);
    assert.equal(book.formula('A4'), '=ST.MODEL("Income statement")');
  });

  it('leave alone what the user typed in between, and remember it', async () => {
    const book = open();
    await freeze(book.port, 'sheet');
    book.type('B2', 7);
    book.type('B5', 'mine');
    const { formulas, leftAlone } = await restore(book.port, 'sheet');
    assert.equal(formulas, 1);
    assert.deepEqual(leftAlone, [
      { cell: 'Sheet1!B2', why: 'it was changed since it was frozen' },
      { cell: 'Sheet1!A4', why: 'its table was changed since it was frozen' },
    ]);
    assert.deepEqual([book.value('B2'), book.value('B5')], [7, 'mine']);
    book.type('B2', third);
    book.type('B5', '');
    assert.equal((await restore(book.port, 'sheet')).formulas, 2);
  });

  it('follow rows that were inserted, the cell and what it refers to', async () => {
    const book = open();
    book.type('E4', '');
    await freeze(book.port, 'sheet');
    // What Excel does to the names where two rows are inserted above row 1, and one more above row 2.
    const names = book.double.workbook.names;
    const frozen = names.find(({ formula }) => formula === "='Sheet1'!$B$2")!;
    const reference = names.find(({ formula }) => formula === "='Sheet1'!$B$1")!;
    frozen.formula = "='Sheet1'!$B$15";
    reference.formula = "='Sheet1'!$B$13";
    book.type('B2', '');
    book.type('B15', third);
    await restore(book.port, 'sheet');
    assert.equal(book.formula('B15'), '=ST.EVSALES("FY23E",$B13)');
    assert.equal(book.formula('B2'), '');
  });

  it('stay values where what they referred to is gone', async () => {
    const book = open();
    await freeze(book.port, 'sheet');
    book.double.workbook.names.find(({ formula }) => formula === "='Sheet1'!$B$1")!.formula = "='Sheet1'!#REF!";
    const { leftAlone } = await restore(book.port, 'sheet');
    assert.deepEqual(leftAlone, [{ cell: 'Sheet1!B2', why: 'what its formula refers to is gone' }]);
    assert.equal(book.value('B2'), third);
  });

  it('are forgotten with their sheet, and with the model whose sheet it is', async () => {
    const book = open();
    const small = buildWorkbook(operatingModel(company), { sheets: ['Drivers'] });
    await insertModel(book.port, small, { whereTaken: 'refuse' });
    const drivers = book.double.workbook.find('Drivers')!;
    drivers.type(parseAddress('Z5'), '=ST.EVSALES("FY23E")');
    drivers.show(parseAddress('Z5'), 2);
    await book.port.show({ sheetId: drivers.id, range: 'Z5' });
    assert.equal((await freeze(book.port, 'selection')).formulas, 1);
    await removeModel(book.port, 1);
    assert.deepEqual([...book.double.workbook.settings], []);
    assert.deepEqual(book.double.workbook.names, []);
    assert.deepEqual(await restore(book.port, 'workbook'), { formulas: 0, cells: 0, leftAlone: [] });
  });

  it('are left alone on a protected sheet', async () => {
    const book = open();
    book.own.isProtected = true;
    const { formulas, leftAlone } = await freeze(book.port, 'sheet');
    assert.equal(formulas, 0);
    assert.deepEqual(
      leftAlone.map(({ cell }) => cell),
      ['Sheet1!B2', 'Sheet1!A4', 'Sheet1!E4', 'Sheet1!E6'],
    );
    assert.ok(leftAlone.every(({ why }) => why === 'its sheet is protected'));
  });

  it('are never lost, whichever exchange of freezing fails, before it or half done', async () => {
    const counted = open();
    await freeze(counted.port, 'sheet');
    for (let at = 1; at <= counted.double.requests; at++)
      for (const when of ['before', 'half done'] as const) {
        const book = open();
        const before = book.cells();
        book.double.fault = (request) => (request === at ? { code: 'AccessDenied', when } : undefined);
        await freeze(book.port, 'sheet').catch((error: unknown) => assert.ok(error instanceof WorkbookError));
        book.double.fault = undefined;
        assert.deepEqual(shown(book.cells()), shown(before), `request ${at}, ${when}: what is shown stays`);
        await restore(book.port, 'sheet');
        assertHasFormulas(book, `request ${at}, ${when}`);
        assert.deepEqual(book.double.workbook.names, []);
        assert.deepEqual([...book.double.workbook.settings], []);
      }
  });

  it('are never lost, whichever exchange of restoring fails, before it or half done', async () => {
    const counted = open();
    await freeze(counted.port, 'sheet');
    const first = counted.double.requests + 1;
    await restore(counted.port, 'sheet');
    for (let at = first; at <= counted.double.requests; at++)
      for (const when of ['before', 'half done'] as const) {
        const book = open();
        await freeze(book.port, 'sheet');
        book.double.fault = (request) => (request === at ? { code: 'AccessDenied', when } : undefined);
        await restore(book.port, 'sheet').catch((error: unknown) => assert.ok(error instanceof WorkbookError));
        book.double.fault = undefined;
        await restore(book.port, 'sheet');
        assertHasFormulas(book, `request ${at}, ${when}`);
        assert.deepEqual(book.double.workbook.names, []);
        assert.deepEqual([...book.double.workbook.settings], []);
      }
  });
});

describe('broken calls of the add-in', function () {
  this.timeout(60_000);
  after(() => {
    Reflect.deleteProperty(globalThis, 'Excel');
  });

  it('are typed again as calls, unknown ones and look-alikes left alone', async () => {
    const book = open();
    book.type('G1', '=_xldudf_ST_EVSALES("FY23E")');
    book.type('G2', '=_xldudf_ST_NOSUCH(1)');
    book.type('G3', '="_xldudf_ST_EVSALES("');
    book.type('G4', '=NOSUCH(1)');
    const before = book.cells();
    const { formulas, leftAlone } = await repair(book.port, 'sheet');
    assert.equal(formulas, 1);
    assert.deepEqual(leftAlone, [{ cell: 'Sheet1!G2', why: 'there is no function ST.NOSUCH' }]);
    assert.equal(book.formula('G1'), '=ST.EVSALES("FY23E")');
    assert.deepEqual({ ...book.cells(), G1: [] }, { ...before, G1: [] });
  });
});

describe('a broken call of the add-in, read', () => {
  it('loses its prefix or path wherever it stands, and texts and names that only look like it stay', () => {
    for (const [given, expected] of [
      ['=_xlfn._xldudf_ST_EVSALES("FY23E")*2', '=ST.EVSALES("FY23E")*2'],
      ["='C:\\Desk\\st model.xlam'!ST.EVSALES(B1)", '=ST.EVSALES(B1)'],
      ["=IF('My sheet'!B1>0,'[it''s.xlam]x'!ST.MODEL(\"a\"),0)", '=IF(\'My sheet\'!B1>0,ST.MODEL("a"),0)'],
      ['=stmodel.xlam!ST.EVSALES(1)', '=ST.EVSALES(1)'],
      ['=_xludf.ST.EVSALES(1)+st.evsales(2)', '=ST.EVSALES(1)+ST.EVSALES(2)'],
    ] as const) {
      assert.ok(hasBrokenCall(given), given);
      assert.equal(repaired(given), expected);
    }
    for (const same of [
      '="ST.EVSALES("&"_xldudf_ST_EVSALES("',
      '=TEST.EVSALES(1)',
      '=ST_EVSALES(1)',
      "='ST.EVSALES('!A1",
    ]) {
      assert.ok(!callsAddIn(same), same);
      assert.equal(repaired(same), same);
    }
  });
});

const sorted = (snapshot: object): unknown => {
  const { sheets, ...rest } = snapshot as { sheets: { cells: object }[] };
  return { ...rest, sheets: sheets.map((one) => ({ ...one, cells: new Map(Object.entries(one.cells).sort()) })) };
};

const shown = (cells: Readonly<Record<string, readonly [Value, Value]>>) =>
  Object.fromEntries(
    Object.entries(cells)
      .map(([cell, [, value]]) => [cell, value] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

function assertHasFormulas({ formula }: ReturnType<typeof open>, when: string): void {
  assert.equal(formula('B2'), '=ST.EVSALES("FY23E",$B1)', when);
  assert.equal(formula('A4'), '=ST.MODEL("Income statement")', when);
  assert.equal(formula('E4'), nested, when);
}
