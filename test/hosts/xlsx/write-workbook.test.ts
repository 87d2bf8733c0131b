import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx, type Workbook } from 'hucre';
import { writeWorkbook } from '../../../src/hosts/xlsx/write-workbook.ts';
import { address } from '../../../src/template/address.ts';
import { cellsOf, plainValue } from '../../../src/template/cells.ts';
import type { SheetPlan, WorkbookPlan } from '../../../src/template/plan.ts';
import { recalculate, valuesIn, type JudgedWorkbook } from '../../support/libreoffice.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { convert, withDirectory } from '../../support/soffice.ts';

/** A change to the first sheet of the sample. */
const withFirst = (change: Partial<SheetPlan>): WorkbookPlan => {
  const plan = samplePlan();
  return { ...plan, sheets: plan.sheets.map((sheet, index) => (index ? sheet : { ...sheet, ...change })) };
};

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

describe('a workbook written to a file', () => {
  let cached: Uint8Array;
  let omitted: Uint8Array;
  let read: Workbook;
  let parts: Record<string, string>;

  before(async () => {
    cached = await writeWorkbook(samplePlan(), { values: 'cached' });
    omitted = await writeWorkbook(samplePlan(), { values: 'omit' });
    read = await readXlsx(cached, { readStyles: true });
    parts = partsOf(cached);
  });

  it('has the same bytes each time it is written', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    assert.deepEqual(await writeWorkbook(samplePlan(), { values: 'cached' }), cached);
  });

  it('carries the values of its formulas for programs that do not calculate', async () => {
    const values = await valuesIn(cached);
    const cell = (at: string) => values.get('Profit & loss')?.get(at);
    assert.equal(cell('H6'), 2_070);
    assert.equal(cell('D11'), 'up & <away>');
    assert.equal(cell('D13'), true);
    assert.deepEqual(cell('D10'), { error: '#DIV/0!' });
  });

  it('carries no value of a formula where a judge is to calculate', () => {
    const sheet = partsOf(omitted)['xl/worksheets/sheet2.xml']!;
    assert.ok(/<c [^>]*><f>/.test(sheet));
    assert.ok(!/<\/f><v>/.test(sheet));
    assert.ok(!partsOf(omitted)['xl/charts/chart1.xml']!.includes('Cache'));
  });

  it('differs with and without values in nothing else', () => {
    const strip = (xml: string) =>
      xml
        .replace(/(<c [^>]*?)(?: t="(?:str|b|e)")?(>)(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1$2$3')
        .replace(/<c:(num|str)Cache>.*?<\/c:\1Cache>/g, '');
    const bare = partsOf(omitted);
    for (const [path, xml] of Object.entries(parts)) assert.equal(strip(xml), bare[path], path);
  });

  it('keeps text that begins like a formula or looks like an error as text', async () => {
    const drivers = (await valuesIn(cached)).get('Drivers')!;
    assert.equal(drivers.get('B2'), '=1+1');
    assert.equal(drivers.get('D13'), '#N/A');
    assert.deepEqual(drivers.get('D12'), { error: '#N/A' });
    const style = Number(/<c r="B2" [^>]*s="(\d+)"/.exec(parts['xl/worksheets/sheet1.xml']!)![1]);
    const formats = parts['xl/styles.xml']!.split('<cellXfs')[1]!.match(/<xf [^>]*>/g)!;
    assert.match(formats[style]!, /quotePrefix="1"/);
    assert.equal(formats.filter((format) => format.includes('quotePrefix')).length, 1);
  });

  it('names print areas and repeated rows as quoted references to sheets that exist', () => {
    const names = [...parts['xl/workbook.xml']!.matchAll(/<definedName name="([^"]+)"[^>]*>([^<]+)</g)];
    assert.equal(names.length, 3 + 2 * 3);
    const sheets = read.sheets.map(({ name }) => name);
    for (const [, name, reference] of names)
      for (const part of reference!.replaceAll('&amp;', '&').split(/,(?=')/)) {
        const [, sheet, cells] = /^'((?:[^']|'')+)'!(.+)$/.exec(part) ?? [];
        assert.ok(sheet && sheets.includes(sheet.replaceAll("''", "'")), `${name}: ${part}`);
        assert.match(cells!, /^\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?$|^\$[A-Z]+:\$[A-Z]+$|^\$\d+:\$\d+$/);
      }
  });

  it('has its validations, and shows a message when it refuses', () => {
    const validations = read.sheets[0]!.dataValidations!;
    assert.deepEqual(
      validations.map(({ type, range, errorStyle, showErrorMessage }) => [type, range, errorStyle, showErrorMessage]),
      [
        ['decimal', 'F6:H6', 'stop', true],
        ['list', 'D10', 'stop', true],
        ['date', 'D9', 'warning', true],
      ],
    );
    assert.equal(validations[0]!.inputMessage, 'Printed: 25%, 20%, 15%.');
  });

  it('has its notes, links, conditional formats and charts', () => {
    const [drivers, profit, charts] = read.sheets;
    assert.equal(drivers!.cells?.get('5,5')?.comment?.text, 'Printed on page 12 & fitted');
    assert.equal(drivers!.cells?.get('6,1')?.hyperlink?.location, "'Profit & loss'!B8");
    assert.deepEqual(
      [drivers, profit].map((sheet) => sheet!.conditionalRules?.map(({ type }) => type)),
      [['cellIs', 'expression'], ['cellIs']],
    );
    assert.deepEqual(
      charts!.charts?.map(({ kinds, title, seriesCount }) => [kinds[0], title, seriesCount]),
      [
        ['bar', 'Sales and profit', 2],
        ['bar', 'Stacked', 2],
        ['line', 'Growth and margin', 2],
        ['bar', 'Football field', 2],
      ],
    );
  });

  it('gives charts the values they show, and the first series of a football field no fill', () => {
    const field = parts['xl/charts/chart4.xml']!;
    assert.match(field, /<c:numCache>.*<c:pt idx="1"><c:v>3\.9<\/c:v>/);
    assert.match(field, /<c:strCache><c:ptCount val="3"\/><c:pt idx="0"><c:v>Peers</);
    assert.match(field, /<c:idx val="0"\/>.*?<c:spPr><a:noFill\/>/);
  });

  it('has its tab colours, frozen panes and A4 pages, and hides grid lines', () => {
    const [drivers, , charts] = read.sheets;
    assert.deepEqual(drivers!.freezePane, { rows: 4, columns: 3 });
    assert.equal(drivers!.view?.tabColor?.rgb, 'F2C230');
    assert.equal(drivers!.view?.showGridLines, false);
    assert.equal(drivers!.pageSetup?.paperSize, 'a4');
    assert.deepEqual([drivers!.pageSetup?.orientation, charts!.pageSetup?.orientation], ['landscape', 'portrait']);
    assert.equal(drivers!.headerFooter?.oddHeader, '&L&8&"Arial,Regular"Acme && Sons&R&8&"Arial,Regular"&A');
  });

  it('names a font in every style', () => {
    const fonts = parts['xl/styles.xml']!.match(/<fonts.*?<\/fonts>/)![0].match(/<font>.*?<\/font>/g)!;
    assert.ok(fonts.every((font) => font.includes('<name val="Arial"/>')));
  });

  it('merges and hides nothing', () => {
    assert.ok(!Object.values(parts).some((xml) => /<mergeCell| hidden="/.test(xml)));
  });

  it('is refused with the place when a text is longer than a workbook takes', async () => {
    const [first] = samplePlan().sheets;
    const validations = [{ ...first!.validations[0]!, prompt: { title: 'Growth', text: 'x'.repeat(256) } }];
    await assert.rejects(
      writeWorkbook(withFirst({ validations }), { values: 'omit' }),
      /Drivers!F6:H6: the prompt has 256 characters; a workbook takes 255/,
    );
    const print = { ...first!.print, footer: { left: 'x'.repeat(240) } };
    await assert.rejects(
      writeWorkbook(withFirst({ print }), { values: 'omit' }),
      /Drivers: a header or footer has 2\d\d/,
    );
  });
});

describe('LibreOffice as the judge of a written workbook', function () {
  this.timeout(120_000);
  let judged: JudgedWorkbook;

  before(async () => {
    const bytes = await writeWorkbook(samplePlan(), { values: 'omit' });
    judged = (await recalculate([bytes]))[0]!;
  });

  it('finds the value of every formula', () => {
    let formulas = 0;
    for (const sheet of samplePlan().sheets)
      for (const { row, column, cell } of cellsOf(sheet)) {
        if (!('formula' in cell)) continue;
        formulas += 1;
        const at = address(row, column);
        const found = judged.get(sheet.name)?.get(at);
        const expected = plainValue(cell.cached!);
        if (typeof expected === 'number')
          assert.ok(Math.abs(Number(found) - expected) <= 1e-9 * Math.max(1, Math.abs(expected)), `${at}: ${found}`);
        else assert.deepEqual(typeof found === 'object' ? found.error : found, expected, `${sheet.name}!${at}`);
      }
    assert.equal(formulas, 33);
  });

  it('tells text, numbers, dates, yes and errors apart', () => {
    const drivers = judged.get('Drivers')!;
    assert.deepEqual(
      ['B2', 'D6', 'D9', 'D11', 'D12', 'D13'].map((at) => drivers.get(at)),
      ['=1+1', 0.1, 44_592, true, { error: '#N/A' }, '#N/A'],
    );
  });

  it('is not believed when it keeps cached values: the canary tells', async () => {
    const bytes = await writeWorkbook(samplePlan(), { values: 'omit' });
    await assert.rejects(recalculate([bytes], { recalculate: false }), /believed cached values instead of calculating/);
  });

  it('calculates a file whose cached values are wrong', async () => {
    const plan = samplePlan();
    const sheets = plan.sheets.map((sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => ({
        ...block,
        cells: block.cells.map((line) =>
          line.map((cell) => (cell && 'formula' in cell ? { ...cell, cached: 42 } : cell)),
        ),
      })),
    }));
    const [found] = await recalculate([await writeWorkbook({ ...plan, sheets }, { values: 'cached' })]);
    assert.equal(found!.get('Profit & loss')?.get('H6'), 2_070);
  });

  it('understands the names, validations, notes, conditional formats and charts', async () => {
    const understood = await withDirectory(async (folder) => {
      const path = join(folder, 'sample.xlsx');
      await writeFile(path, await writeWorkbook(samplePlan(), { values: 'cached' }));
      await convert([path], 'xlsx:Calc MS Excel 2007 XML', join(folder, 'out'));
      return readXlsx(await readFile(join(folder, 'out', 'sample.xlsx')));
    });
    const [drivers, profit, charts] = understood.sheets;
    assert.equal(understood.namedRanges?.filter(({ name }) => name.startsWith('ST_')).length, 3);
    assert.deepEqual(
      [drivers, profit, charts].map((sheet) => sheet!.pageSetup?.printArea),
      ['$A$1:$H$14', '$A$1:$H$14', '$A$1:$H$43'],
    );
    assert.equal(drivers!.dataValidations?.length, 3);
    assert.equal([...drivers!.cells!.values()].filter(({ comment }) => comment).length, 2);
    assert.equal(drivers!.conditionalRules?.length, 2);
    assert.equal(profit!.conditionalRules?.length, 1);
    assert.equal(charts!.charts?.length, 4);
  });

  it('is an error when it is missing, never silence', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = '/nowhere';
    try {
      await assert.rejects(recalculate([]), /soffice is not installed; it comes with the package libreoffice-calc/);
    } finally {
      process.env['PATH'] = path;
    }
  });
});
