import assert from 'node:assert/strict';
import { insertModel } from '../../../src/hosts/models/insert-model.ts';
import { explainCell } from '../../../src/hosts/review/explain-cell.ts';
import { explanationText } from '../../../src/hosts/review/explanation.ts';
import { planOf } from '../../../src/hosts/review/plan-of.ts';
import { address } from '../../../src/template/address.ts';
import { buildWorkbook } from '../../../src/template/build-workbook.ts';
import { sheetCatalogue } from '../../../src/template/sheet-catalogue.ts';
import { desk, inserted, type, whole } from './opened.ts';

const { book } = planOf(desk);
const cellOf = (id: string, year: number, on?: string) => {
  const row = desk.model.row(id);
  const { sheet, line } = book.home(row);
  const index = book.columns.years.findIndex((one) => one.year === year);
  return { sheet: on ?? sheet, cell: address(line, book.column(row, index)) };
};

async function explained(setUp: Awaited<ReturnType<typeof inserted>>, sheet: string, range: string) {
  const found = await explainCell(setUp.port, desk, { sheetId: setUp.double.workbook.find(sheet)!.id, range });
  return { found, text: explanationText(found) };
}

describe('the explanation of a cell', function () {
  this.timeout(120_000);
  after(() => {
    Reflect.deleteProperty(globalThis, 'Excel');
  });

  it('gives a row in words with its numbers, what it rests on and where, and what the report printed', async () => {
    const excel = await inserted();
    const { sheet, cell } = cellOf('trade-receivables', 2022);
    const { found, text } = await explained(excel, sheet, cell);
    assert.match(text, /Trade receivables FY22E = Revenue 6,398\.7 RMB mn x Trade receivable days 342\.0 days/);
    assert.match(text, /Printed in Figure \d+/);
    assert.match(text, /within its rounding/);
    const days = found.explanation!.restsOn.find(({ label }) => label === 'Trade receivable days FY22E')!;
    const { cell: at } = cellOf('trade-receivable-days', 2022);
    assert.deepEqual([days.place!.sheetName, days.place!.range], ['Live', at]);
  });

  it('gives an input its range, its source and what the published value would do', async () => {
    const excel = await inserted();
    const { cell } = cellOf('trade-receivable-days', 2022);
    assert.match((await explained(excel, 'Drivers', cell)).text, /It is as published, 342\.0\./);
    type(excel.double, 'Drivers', cell, 400);
    const { found, text } = await explained(excel, 'Drivers', cell);
    assert.equal(found.explanation!.kind, 'input');
    assert.match(text, /Sensible from .*Published: 342\.0\. With that the target price would change by HK\$/s);
  });

  it('says something of a cell of every sheet', async () => {
    const excel = await inserted();
    for (const [name, purpose] of sheetCatalogue) {
      const { found, text } = await explained(excel, name, 'B1');
      assert.equal(found.explanation!.place.sheetName, name);
      assert.ok(text.includes(purpose), text);
    }
  });

  it('follows a cell of a page to the row that it shows', async () => {
    const excel = await inserted();
    const { text } = await explained(excel, 'Summary', 'D7');
    assert.match(text, /Target price = /);
  });

  it('knows renamed sheets and a second model, with the inputs of its own', async () => {
    const excel = await inserted();
    await insertModel(excel.port, whole, { whereTaken: 'keep both' });
    const { sheet, cell } = cellOf('trade-receivables', 2022);
    const second = excel.double.workbook.find(`${sheet} (2)`)!;
    excel.double.workbook.rename(second, 'Days of theirs');
    type(excel.double, 'Drivers (2)', cellOf('trade-receivable-days', 2022).cell, 400);
    assert.match((await explained(excel, 'Days of theirs', cell)).text, /Trade receivable days 400\.0 days/);
    assert.match((await explained(excel, sheet, cell)).text, /Trade receivable days 342\.0 days/);
  });

  it('explains a call: its arguments, its inputs, its row', async () => {
    const excel = await inserted();
    excel.double.workbook.add('Mine');
    type(excel.double, 'Mine', 'A1', 'Revenue');
    type(excel.double, 'Mine', 'B1', '=ST.MODEL(A1,"FY22E")');
    const { text } = await explained(excel, 'Mine', 'B1');
    assert.match(text, /It runs on the published base case\./);
    assert.match(text, /line: A1 = Revenue\. /);
    assert.match(text, /Revenue FY22E = .* = 6,398\.7 RMB mn/);
  });

  it('says of any other cell that there is nothing to explain, and explains a model of a few sheets', async () => {
    const excel = await inserted();
    const { found, text } = await explained(excel, 'Sheet1', 'A1:B2');
    assert.equal(found.explanation, undefined);
    assert.match(text, /nothing to explain/);
    await insertModel(excel.port, buildWorkbook(desk, { sheets: ['Income'] }), { whereTaken: 'keep both' });
    const { sheet, cell } = cellOf('revenue', 2022);
    assert.match((await explained(excel, `${sheet} (2)`, cell)).text, /Revenue FY22E = /);
  });
});
