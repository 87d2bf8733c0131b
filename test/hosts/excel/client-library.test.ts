import assert from 'node:assert/strict';
import { functionsJson } from '../../../src/functions/metadata.ts';
import type { FunctionsMetadata } from '../../support/excel-double/call-formula.ts';
import { connectClientLibrary } from '../../support/excel-double/client-library.ts';
import { ExcelDouble } from '../../support/excel-double/excel-double.ts';

const open = () => {
  const metadata = functionsJson('https://addin.example') as FunctionsMetadata;
  const double = new ExcelDouble({ namespace: 'ST', metadata });
  return { double, ...connectClientLibrary(double) };
};

type Refusal = { readonly code: string; readonly message: string; readonly debugInfo: { errorLocation?: string } };

/** What the library throws when something is refused. */
const refused = async (work: Promise<unknown>): Promise<Refusal> => {
  try {
    await work;
  } catch (error) {
    return error as Refusal;
  }
  return assert.fail('It is refused.');
};

describe("Microsoft's Excel client library on the double", () => {
  it('writes and reads values and formulas of ranges', async () => {
    const { Excel } = open();
    const seen = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Model');
      const range = sheet.getRange('B2:C3');
      range.values = [
        [1, 'x'],
        [true, ''],
      ];
      range.load('values,address,rowCount,columnCount');
      const corner = range.getCell(1, 0);
      corner.load('values,formulas');
      await context.sync();
      return [range.address, range.values, range.rowCount, range.columnCount, corner.values, corner.formulas];
    });
    assert.deepEqual(seen, [
      'Model!B2:C3',
      [
        [1, 'x'],
        [true, ''],
      ],
      2,
      2,
      [[true]],
      [[true]],
    ]);
  });

  it('keeps a range across requests, and leaves alone the cells that it is given null for', async () => {
    const { Excel } = open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B1');
      range.values = [[1, 2]];
      await context.sync();
      range.values = [[null, 3]];
      await context.sync();
      range.load('values');
      await context.sync();
      assert.deepEqual(range.values, [[1, 3]]);
    });
  });

  it('adds, renames, lists, finds and removes sheets', async () => {
    const { Excel, double } = open();
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.add('Model');
      sheet.name = 'Operating model';
      worksheets.load('items/name');
      const none = worksheets.getItemOrNullObject('Nowhere');
      const active = worksheets.getActiveWorksheet();
      active.load('name');
      const count = worksheets.getCount();
      await context.sync();
      assert.deepEqual(
        [...worksheets.items].map(({ name }) => name),
        ['Sheet1', 'Operating model'],
      );
      assert.deepEqual([none.isNullObject, active.name, count.value], [true, 'Sheet1', 2]);
      worksheets.items[0]!.delete();
      await context.sync();
    });
    assert.deepEqual(
      double.workbook.sheets.map(({ name }) => name),
      ['Operating model'],
    );
  });

  it('calculates native formulas, across sheets, and keeps text that looks like one', async () => {
    const { Excel } = open();
    const seen = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add("It's two").getRange('A1:A3').values = [[1], [2], ["'=1+1"]];
      const range = worksheets.getItem('Sheet1').getRange('A1:A3');
      range.formulas = [["=SUM('It''s two'!A1:A2)"], ['=A1/0'], ['12%']];
      range.load('values,formulas');
      const text = worksheets.getItem("It's two").getRange('A3');
      text.load('values');
      await context.sync();
      return [range.values, range.formulas[0], text.values];
    });
    assert.deepEqual(seen, [[[3], ['#DIV/0!'], [0.12]], ["=SUM('It''s two'!A1:A2)"], [['=1+1']]]);
  });

  it('finds nothing of a sheet that was removed, and removes no other in its place', async () => {
    const { Excel, double } = open();
    const { code } = await refused(
      Excel.run(async (context) => {
        const added = context.workbook.worksheets.add('A');
        context.workbook.worksheets.add('B');
        const range = added.getRange('A1');
        await context.sync();
        added.delete();
        await context.sync();
        range.values = [[1]];
        await context.sync();
      }),
    );
    assert.equal(code, 'ItemNotFound');
    const twice = await refused(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('B');
        sheet.delete();
        sheet.delete();
        await context.sync();
      }),
    );
    assert.equal(twice.code, 'ItemNotFound');
    assert.deepEqual(
      double.workbook.sheets.map(({ name }) => name),
      ['Sheet1'],
    );
  });

  it('does not let a property be read that was not loaded', async () => {
    const { Excel } = open();
    const { code } = await refused(
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
        await context.sync();
        return range.values;
      }),
    );
    assert.equal(code, 'PropertyNotLoaded');
  });

  it('is told what the double does not have, rather than given something made up', async () => {
    const { Excel } = open();
    const first = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('Sheet1');
    const requests: readonly ((context: Excel.RequestContext) => unknown)[] = [
      (context) => first(context).getRange('A1').load('text'),
      (context) => first(context).getRange('A1').clear('Formats'),
      (context) => first(context).tables.add('A1:B2', true),
      (context) => first(context).charts.add('Line', first(context).getRange('A1:B2')).axes.valueAxis.load('majorUnit'),
      (context) => (context.workbook.application.iterativeCalculation.enabled = true),
    ];
    for (const request of requests) {
      const { code, message } = await refused(
        Excel.run(async (context) => {
          request(context);
          await context.sync();
        }),
      );
      assert.equal(code, 'ApiNotFound');
      assert.match(message, /The double of Excel has no/);
    }
  });

  it('is refused what Excel refuses, with the place; what went before it in the request stays done', async () => {
    const { Excel, double } = open();
    const cases: readonly (readonly [code: string, request: (sheets: Excel.WorksheetCollection) => unknown])[] = [
      ['ItemNotFound', (sheets) => sheets.getItem('Nowhere').getRange('A1').load('values')],
      ['InvalidArgument', (sheets) => (sheets.getItem('Sheet1').getRange('A1:B2').values = [[1, 2]])],
      ['InvalidArgument', (sheets) => sheets.getItem('Sheet1').getRange('nonsense').load('values')],
      ['InvalidArgument', (sheets) => sheets.add('a/b')],
      ['InvalidArgument', (sheets) => sheets.add('sheet1')],
      ['InvalidOperation', (sheets) => sheets.getItem('Sheet1').delete()],
      ['InvalidArgument', (sheets) => (sheets.getItem('Sheet1').getRange('A1').formulas = [['=ST.NOPE(1)']])],
      ['InvalidArgument', (sheets) => (sheets.getItem('Sheet1').getRange('A1').formulas = [['=ST.EVSALES()+1']])],
    ];
    for (const [expected, request] of cases) {
      const { code, message, debugInfo } = await refused(
        Excel.run(async (context) => {
          context.workbook.worksheets.getItem('Sheet1').getRange('Z1').values = [[expected]];
          request(context.workbook.worksheets);
          await context.sync();
        }),
      );
      assert.equal(code, expected);
      assert.ok(debugInfo.errorLocation, `${expected}: ${message}`);
      assert.equal(double.workbook.sheets[0]!.value({ row: 1, column: 26 }), expected);
    }
  });
});
