import assert from 'node:assert/strict';
import { insertModel } from '../../../src/hosts/models/insert-model.ts';
import { checkModel } from '../../../src/hosts/review/check-model.ts';
import type { ModelFinding } from '../../../src/hosts/review/finding.ts';
import { buildWorkbook } from '../../../src/template/build-workbook.ts';
import { cellsOf } from '../../../src/template/cells.ts';
import { address } from '../../../src/template/address.ts';
import { placesOf } from '../../../src/template/places.ts';
import { planOf } from '../../../src/hosts/review/plan-of.ts';
import { desk, inserted, type, whole } from './opened.ts';

const brief = (found: readonly ModelFinding[]) =>
  found.map(({ severity, kind, sheetName = '', range = '' }) => `${severity} ${kind} ${sheetName}!${range}`);

/** The cell of a row in a year, on the sheet that calculates it. */
function cellOf(id: string, year: number) {
  const { book } = planOf(desk);
  const row = desk.model.row(id);
  const { sheet, line } = book.home(row);
  const index = book.columns.years.findIndex((one) => one.year === year);
  return { sheet, cell: address(line, book.column(row, index)) };
}

const driverCell = (id: string, year: number) => cellOf(id, year).cell;

describe('the check of inserted models', function () {
  this.timeout(120_000);
  after(() => {
    Reflect.deleteProperty(globalThis, 'Excel');
  });

  it('finds nothing in models as they were inserted, whole or in part, in few exchanges', async () => {
    const { double, port } = await inserted();
    const before = double.requests;
    assert.deepEqual(await checkModel(port, desk), []);
    assert.ok(double.requests - before <= 4, `${double.requests - before} exchanges`);
    await insertModel(port, buildWorkbook(desk, { sheets: ['Drivers'] }), { whereTaken: 'keep both' });
    assert.deepEqual(await checkModel(port, desk), []);
  });

  it('finds a number typed over a formula, though it is the same number, and only it', async () => {
    const { double, port } = await inserted();
    const { sheet, cell } = cellOf('revenue', 2023);
    const value = double.workbook
      .find(sheet)!
      .value({ row: Number(/\d+/.exec(cell)![0]), column: cell.charCodeAt(0) - 64 });
    type(double, sheet, cell, value!);
    const found = await checkModel(port, desk);
    assert.deepEqual(brief(found), [`error typed over ${sheet}!${cell}`]);
    assert.match(found[0]!.sentence, /no longer follows the model/);
  });

  it('finds another formula than the model gave, on a sheet that was renamed', async () => {
    const { double, port } = await inserted();
    const { sheet, cell } = cellOf('revenue', 2022);
    const [row, column] = [Number(/\d+/.exec(cell)![0]), cell.charCodeAt(0) - 64];
    const formula = double.workbook.find(sheet)!.formula({ row, column });
    type(double, sheet, cell, `${String(formula)}+0`);
    assert.deepEqual(brief(await checkModel(port, desk)), [`warning other formula ${sheet}!${cell}`]);
    double.workbook.rename(double.workbook.find(sheet)!, 'My own');
    // The engine of the double writes formulas that follow a rename with fewer brackets, as Excel does not.
    const found = (await checkModel(port, desk)).filter(({ sheetName }) => sheetName === 'My own');
    assert.deepEqual(brief(found), [`warning other formula My own!${cell}`]);
  });

  it('finds a blank driver, a text, and a value outside the sensible range', async () => {
    const [blank, text, wide] = [2022, 2023, 2023].map((year) => driverCell('trade-receivable-days', year));
    const { double, port } = await inserted();
    await port.enter([{ sheetId: double.workbook.find('Drivers')!.id, range: blank!, cells: [['']] }]);
    const blankFound = brief(await checkModel(port, desk));
    assert.ok(blankFound.includes(`error input Drivers!${blank}`), blankFound.join('\n'));
    type(double, 'Drivers', blank!, 342);
    type(double, 'Drivers', text!, 'many');
    const textFound = brief(await checkModel(port, desk));
    assert.ok(textFound.includes(`error input Drivers!${text}`), textFound.join('\n'));
    const { double: other, port: there } = await inserted();
    type(other, 'Drivers', wide!, 2000);
    const found = brief(await checkModel(there, desk));
    assert.ok(found.includes(`warning out of range Drivers!${wide}`), found.join('\n'));
    assert.ok(!found.some((one) => one.startsWith('error')), found.join('\n'));
  });

  it('finds functions that run on the base case while a model is there, and those that show an error', async () => {
    const { double, port } = await inserted();
    double.workbook.add('Mine');
    type(double, 'Mine', 'B2', '=ST.TARGETPRICE(30)');
    const found = (await checkModel(port, desk)).filter(({ sheetName }) => sheetName === 'Mine');
    assert.ok(brief(found).includes('note base case Mine!B2'), brief(found).join('\n'));
  });

  it('finds formulas and names whose cells are gone, and a sheet that was deleted', async () => {
    const { double, port } = await inserted();
    type(double, 'Sheet1', 'C3', '=#REF!+1');
    double.workbook.names.push({ name: 'Mine', formula: '=#REF!', comment: '' });
    assert.deepEqual(brief(await checkModel(port, desk)), ['error name !', 'error reference Sheet1!C3']);
    await port.remove({ sheets: [double.workbook.find('Report notes')!.id], names: [] });
    const found = await checkModel(port, desk);
    assert.ok(
      found.some(({ kind, sentence }) => kind === 'sheet deleted' && sentence.includes('Report notes')),
      brief(found).join('\n'),
    );
  });

  it('says of a model of an older template that it is', async () => {
    const { double, port } = await inserted();
    double.workbook.names.find(({ name }) => name === 'ST_Model_1')!.formula = '="version 0"';
    assert.deepEqual(brief(await checkModel(port, desk)), ['note version !']);
  });

  it('says once of a sheet that was restructured, and does not hold its cells against the model', async () => {
    const { double, port } = await inserted();
    const industry = whole.sheets.find(({ name }) => name === 'Report notes')!;
    const label = [...cellsOf(industry)].find(
      ({ column, row, cell }) => column === 2 && row > 8 && 'value' in cell && typeof cell.value === 'string',
    )!;
    const text = 'value' in label.cell ? String(label.cell.value) : '';
    type(double, 'Report notes', address(label.row, label.column), '');
    type(double, 'Report notes', 'Z90', text);
    const found = brief(await checkModel(port, desk));
    assert.deepEqual(
      found.filter((one) => one.includes('restructured')),
      ['note restructured Report notes!A1'],
    );
  });

  it('knows the row of every line and the year of every column', () => {
    const places = placesOf(planOf(desk).book);
    for (const [sheet, lines] of places.lines) {
      const cells = new Map(
        [...cellsOf(whole.sheets.find(({ name }) => name === sheet)!)].map((one) => [
          address(one.row, one.column),
          one.cell,
        ]),
      );
      for (const { line, row } of lines) {
        const cell = cells.get(address(line, 2));
        assert.equal(cell && 'value' in cell ? cell.value : '', row.label, `${sheet} ${line}`);
      }
    }
  });
});
