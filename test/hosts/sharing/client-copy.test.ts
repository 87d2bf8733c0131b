import assert from 'node:assert/strict';
import { readXlsx } from 'hucre';
import { strFromU8, unzipSync } from 'fflate';
import { company } from '../../../src/company/index.ts';
import { operatingModel } from '../../../src/company/operating-model.ts';
import { functionsJson } from '../../../src/functions/metadata.ts';
import { ExcelWorkbook } from '../../../src/hosts/excel/excel-workbook.ts';
import { insertModel } from '../../../src/hosts/models/insert-model.ts';
import { clientCopy } from '../../../src/hosts/sharing/client-copy.ts';
import { mayTravel } from '../../../src/hosts/sharing/comps-for-client.ts';
import { readForLint } from '../../../src/hosts/xlsx/read-for-lint.ts';
import { WorkbookError } from '../../../src/hosts/workbook-port.ts';
import { address, parseAddress } from '../../../src/template/address.ts';
import { buildWorkbook } from '../../../src/template/build-workbook.ts';
import { cellsOf } from '../../../src/template/cells.ts';
import { compsColumns, compsLayout } from '../../../src/template/comps-layout.ts';
import { lintWorkbook } from '../../../src/template/lint-workbook.ts';
import type { FunctionsMetadata } from '../../support/excel-double/call-formula.ts';
import { connectClientLibrary } from '../../support/excel-double/client-library.ts';
import { ExcelDouble } from '../../support/excel-double/excel-double.ts';
import type { Value } from '../../support/excel-double/workbook-state.ts';
import { disagreements } from '../../support/disagreements.ts';
import { recalculate, valuesIn, type JudgedWorkbook } from '../../support/libreoffice.ts';

const desk = operatingModel(company);
const whole = buildWorkbook(desk);
const metadata = functionsJson('https://addin.example') as FunctionsMetadata;
const has = (_: string, version: string): boolean => Number(version.split('.')[1]) <= 17;
const layout = compsLayout(company);
const [peer] = layout.groups[0]!.peers;

/** A driver of the first estimate year whose cell holds a number. */
const drivers = whole.sheets.find(({ name }) => name === 'Drivers')!;
const driver = [...cellsOf(drivers)].find(
  ({ column, cell }) =>
    column > 6 && cell.style?.startsWith('input percent') && 'value' in cell && typeof cell.value === 'number',
)!;

async function inserted() {
  const double = new ExcelDouble({ namespace: 'ST', metadata });
  globalThis.Excel = connectClientLibrary(double).Excel;
  const port = new ExcelWorkbook(has);
  await insertModel(port, whole, { whereTaken: 'refuse' });
  const { workbook } = double;
  const type = (sheet: string, cell: string, content: Value) => {
    workbook.find(sheet)!.type(parseAddress(cell), content);
    workbook.engine.calculate();
  };
  return { double, port, workbook, type };
}

const refused = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    assert.ok(error instanceof WorkbookError, String(error));
    return error.message;
  }
  return assert.fail('It is refused.');
};

const isClose = (a: unknown, b: unknown): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b)) : a === b;

describe('a copy for a client', function () {
  this.timeout(300_000);
  after(() => {
    Reflect.deleteProperty(globalThis, 'Excel');
  });

  describe('of a model with a driver edited, own formulas, a call of the add-in and a provider’s peer', () => {
    let book: Awaited<ReturnType<typeof inserted>>;
    let untouched: object;
    let copy: Awaited<ReturnType<typeof clientCopy>>;
    let cached: JudgedWorkbook;

    before(async () => {
      book = await inserted();
      const { workbook, type } = book;
      type('Sheet1', 'A1', 5);
      type('Drivers', address(driver.row, driver.column), Number('value' in driver.cell && driver.cell.value) + 0.01);
      type('Income', 'Z60', '=Sheet1!A1*2');
      type('Income', 'Z59', `=Comps!${address(peer!.line, compsColumns.marketCap)}*2`);
      type('Income', 'Z61', '=SUM(I8:J8)');
      type('Income', 'Z62', '=ST.EVSALES("FY23E")');
      workbook.find('Income')!.show(parseAddress('Z62'), 12.5);
      type('Comps', address(peer!.line, layout.status), 'A data house');
      const disclosure = [...cellsOf(drivers)].find(({ cell }) => 'value' in cell && cell.value === 'Disclosure')!;
      const held = [...cellsOf(drivers)].find(({ row, column }) => row === disclosure.row && column > 3)!;
      type('Drivers', address(held.row, held.column), 'For professional investors only.');
      untouched = workbook.snapshot();
      copy = await clientCopy(book.port, desk, 1, { date: '2022-03-01' });
      cached = await valuesIn(copy.xlsx);
    });

    it('leaves the workbook as it was', () => {
      assert.deepEqual(book.workbook.snapshot(), untouched);
    });

    it('holds in every cell what the workbook shows, without Reconciliation, and so does LibreOffice', async () => {
      const [judged] = await recalculate([copy.xlsx]);
      const names = whole.sheets
        .map(({ name }) => name)
        .filter((name) => name !== 'Reconciliation' && name !== 'Report notes');
      assert.deepEqual([...cached.keys()], names);
      assert.ok(disagreements(whole, judged!).found.length > 500, 'The edited driver is in it.');
      let compared = 0;
      const found: string[] = [];
      for (const sheet of names) {
        for (const [cell, [, value]] of Object.entries(book.workbook.find(sheet)!.cells())) {
          if (isLeftOut(sheet, cell, value)) continue;
          compared++;
          for (const [who, one] of [
            ['cached', cached],
            ['LibreOffice', judged!],
          ] as const) {
            const got = one.get(sheet)!.get(cell) ?? '';
            if (!isClose(got, value))
              found.push(`${who} ${sheet}!${cell}: ${JSON.stringify(value)}, not ${JSON.stringify(got)}`);
          }
        }
      }
      assert.ok(compared > 8000, `${compared} cells`);
      assert.deepEqual(found, []);
    });

    it('has no call of the add-in, no broken reference and no link to what was left out', async () => {
      const files = Object.entries(unzipSync(copy.xlsx)).map(([, bytes]) => strFromU8(bytes));
      for (const text of files) {
        assert.doesNotMatch(text, /<f[^>]*>[^<]*\bST\./);
        assert.doesNotMatch(text, /#REF!|#NAME\?|#BUSY!/);
        assert.doesNotMatch(text, /<(c:)?f\b[^>]*>[^<]*Reconciliation|location="[^"]*Reconciliation/);
      }
      const findings = lintWorkbook(await readForLint(copy.xlsx, whole.sheets));
      assert.deepEqual(
        findings.filter(({ rule }) => rule === 'reference' || rule === 'name'),
        [],
      );
    });

    it('keeps drivers and statements live, and makes values of what reads other sheets', async () => {
      const { sheets } = await readXlsx(copy.xlsx);
      const formulaOf = (sheet: string, cell: string) => {
        const { row, column } = parseAddress(cell);
        return sheets.find(({ name }) => name === sheet)!.cells?.get(`${row - 1},${column - 1}`)?.formula;
      };
      assert.equal(formulaOf('Income', 'Z59'), undefined, 'It reads what a client may not have.');
      assert.equal(formulaOf('Income', 'Z60'), undefined);
      assert.equal(formulaOf('Income', 'Z62'), undefined);
      assert.equal(formulaOf('Income', 'Z61'), 'SUM(I8:J8)');
      assert.deepEqual(
        ['Z60', 'Z62'].map((cell) => cached.get('Income')!.get(cell)),
        [10, 12.5],
      );
      const income = whole.sheets.find(({ name }) => name === 'Income')!;
      const planned = [...cellsOf(income)].filter(({ cell }) => 'formula' in cell);
      assert.ok(planned.every(({ row, column }) => formulaOf('Income', address(row, column)) !== undefined));
    });

    it('has a provider’s price, market value and net debt emptied, its multiples kept and their source said', () => {
      const comps = cached.get('Comps')!;
      const at = (column: number) => comps.get(address(peer!.line, column));
      for (const column of [compsColumns.price, compsColumns.marketCap, compsColumns.netDebt])
        assert.equal(at(column), 'n.a.');
      const multiple = layout.fields.find(({ of }) => of(peer!.peer) !== null)!;
      assert.ok(isClose(at(multiple.column), multiple.of(peer!.peer)));
      assert.match(String(at(layout.basis)), /multiples: A data house/);
      assert.match(copy.leftOut.join(' '), new RegExp(`net debt of ${peer!.peer.name} are a provider's`));
    });

    it('says on the Cover the vintage, the day and the disclosure', () => {
      const texts = [...cached.get('Cover')!.values()].map(String);
      for (const text of ['Copy for client', 'Copied on', 'For professional investors only.', company.version])
        assert.ok(texts.includes(text), text);
      assert.match(copy.fileName, /2022-03-01\.xlsx$/);
    });
  });

  it('is refused where rows were moved, naming the sheet and the row', async () => {
    const { port, type } = await inserted();
    type('Income', 'B12', 'A row of my own');
    assert.match(
      await refused(clientCopy(port, desk, 1, { date: '2022-03-01' })),
      /The sheet "Income" was restructured: row 12 should say/,
    );
    assert.match(await refused(clientCopy(port, desk, 7, { date: '2022-03-01' })), /There is no model 7/);
  });

  it('is one of the model asked for, by the names that its sheets have', async () => {
    const { port, workbook, type } = await inserted();
    const small = buildWorkbook(desk, { sheets: ['Income'] });
    await insertModel(port, small, { whereTaken: 'keep both' });
    workbook.rename(workbook.find('Drivers (2)')!, "The desk's drivers");
    type("The desk's drivers", address(driver.row, driver.column), 0.5);
    const { xlsx } = await clientCopy(port, desk, 2, { date: '2022-03-01' });
    const [judged] = await recalculate([xlsx]);
    const own = new Set([...judged!.keys()]);
    assert.ok(own.has("The desk's drivers") && own.has('Income (2)') && !own.has('Income'));
    const shown = workbook.find('Income (2)')!.cells();
    const wrong = Object.entries(shown).filter(
      ([cell, [, value]]) =>
        value !== '' && !isClose(judged!.get('Income (2)')!.get(cell) ?? '', value) && cell !== 'D3',
    );
    assert.deepEqual(wrong, []);
  });

  it('takes along the figures of the report’s snapshot and no other', () => {
    assert.ok(mayTravel('printed'));
    for (const provider of ['A data house', 'live', '']) assert.ok(!mayTravel(provider), provider);
  });
});

/** What the copy is to leave out: what speaks of Reconciliation, and the figures of the provider's peer. */
function isLeftOut(sheet: string, cell: string, value: Value): boolean {
  const { row, column } = parseAddress(cell);
  if (/^(Reconciliation|Every printed figure|Report notes|The report.s inconsistencies)/.test(String(value)))
    return true;
  return sheet === 'Comps' && row === peer!.line && (column >= compsColumns.price || column === layout.basis);
}
