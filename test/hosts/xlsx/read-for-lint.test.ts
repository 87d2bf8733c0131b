import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { company } from '../../../src/company/index.ts';
import { operatingModel } from '../../../src/company/operating-model.ts';
import { readForLint } from '../../../src/hosts/xlsx/read-for-lint.ts';
import { writeWorkbook } from '../../../src/hosts/xlsx/write-workbook.ts';
import { buildWorkbook } from '../../../src/template/build-workbook.ts';
import { findingText, lintable, lintWorkbook } from '../../../src/template/lint-workbook.ts';
import { samplePlan } from '../../support/sample-plan.ts';

const plan = samplePlan();
const drivers = 'xl/worksheets/sheet1.xml';
const profit = 'xl/worksheets/sheet2.xml';

describe('the lint of a written workbook', () => {
  let written: Uint8Array;
  before(async () => {
    written = await writeWorkbook(plan, { values: 'cached' });
  });

  /** What the lint finds that it did not find in the file as written, after a part of it was changed. */
  const findsAfter = async (part: string, change: (xml: string) => string): Promise<string[]> => {
    const parts = unzipSync(written);
    const before = strFromU8(parts[part]!);
    const after = change(before);
    assert.notEqual(after, before, 'the change changes something');
    parts[part] = strToU8(after);
    const lint = async (bytes: Uint8Array) => lintWorkbook(await readForLint(bytes, plan.sheets)).map(findingText);
    const known = await lint(written);
    return (await lint(zipSync(parts))).filter((finding) => !known.includes(finding));
  };

  it('finds in the file what it finds in the plan', async () => {
    const inPlan = lintWorkbook(lintable(plan)).map(findingText);
    const inFile = lintWorkbook(await readForLint(written, plan.sheets)).map(findingText);
    assert.deepEqual(inFile, inPlan);
  });

  it('reads formulas, typed-in values and blanks of every sheet as they were planned', async () => {
    const whole = buildWorkbook(operatingModel(company));
    const read = await readForLint(await writeWorkbook(whole, { values: 'cached' }), whole.sheets);
    const planned = lintable(whole);
    for (const [place, sheet] of planned.sheets.entries()) {
      const found = read.sheets[place]!;
      assert.equal(found.name, sheet.name);
      assert.deepEqual([...found.cells.keys()].sort(), [...sheet.cells.keys()].sort(), sheet.name);
      for (const [at, { formula, role }] of sheet.cells) {
        const cell = found.cells.get(at)!;
        assert.equal(cell.formula, formula, `${sheet.name}!${at}`);
        assert.equal(cell.role === 'input', role === 'input', `${sheet.name}!${at}`);
      }
    }
    assert.deepEqual(
      read.names.filter(({ name }) => name.startsWith('ST_')),
      planned.names,
    );
  });

  it('finds merged cells', async () =>
    assert.deepEqual(
      await findsAfter(profit, (xml) =>
        xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="B1:D1"/></mergeCells>'),
      ),
      ["error 'Profit & loss'!B1:D1 merged: Merged cells break sorting, filling and references."],
    ));

  it('finds rows and columns that are hidden, or have no height or width', async () => {
    const message = 'hidden: Nothing in a model is hidden.';
    assert.deepEqual(await findsAfter(drivers, (xml) => xml.replace('<row r="7"', '<row r="7" hidden="1"')), [
      `error Drivers!7:7 ${message}`,
    ]);
    assert.deepEqual(
      await findsAfter(drivers, (xml) => xml.replace('<row r="7"', '<row r="7" ht="0" customHeight="1"')),
      [`error Drivers!7:7 ${message}`],
    );
    assert.deepEqual(
      await findsAfter(drivers, (xml) => xml.replace('<col min="3" max="3"', '<col min="3" max="3" hidden="1"')),
      [`error Drivers!C:C ${message}`],
    );
  });

  it('finds sheets that are hidden', async () => {
    for (const state of ['hidden', 'veryHidden'])
      assert.deepEqual(
        await findsAfter('xl/workbook.xml', (xml) => xml.replace('sheetId="2"', `sheetId="2" state="${state}"`)),
        ['error Profit & loss hidden: The sheet is hidden; nothing in a model is.'],
      );
  });

  it('finds names whose sheet is not quoted or not there', async () => {
    const [name] = plan.names;
    const named = (reference: string) => (xml: string) =>
      xml.replace(new RegExp(`(<definedName name="${name!.name}"[^>]*>)[^<]*`), `$1${reference}`);
    assert.deepEqual(await findsAfter('xl/workbook.xml', named('Drivers!$D$6')), [
      `error ${name!.name} name: ${name!.name} refers to Drivers!$D$6, whose sheet is not quoted.`,
    ]);
    assert.deepEqual(await findsAfter('xl/workbook.xml', named("'Gone'!$D$6")), [
      `error ${name!.name} name: ${name!.name} refers to "Gone", which is no sheet.`,
    ]);
    assert.match(
      (
        await findsAfter('xl/workbook.xml', (xml) =>
          xml.replace(/(name="_xlnm.Print_Area"[^>]*>)'Drivers'/, '$1Drivers'),
        )
      ).join(),
      /_xlnm.Print_Area refers to Drivers!.*whose sheet is not quoted/,
    );
  });

  it('finds a number typed over a formula', async () => {
    const [typed] = await findsAfter(profit, (xml) => xml.replace(/(<c r="G6"[^>]*>)<f>[^<]*<\/f>/, '$1'));
    assert.match(typed!, /^error 'Profit & loss'!G6 one-formula: A typed-in value stands over the formula of the row/);
  });

  it('reads the formulas that a program shares among cells', async () => {
    const shared = (xml: string) =>
      xml
        .replace(/(<c r="F6"[^>]*>)<f>/, '$1<f t="shared" ref="F6:H6" si="0">')
        .replace(/(<c r="[GH]6"[^>]*>)<f>[^<]*<\/f>/g, '$1<f t="shared" si="0"/>');
    assert.deepEqual(await findsAfter(profit, shared), []);
  });

  it('finds charts that lead nowhere', async () => {
    const found = await findsAfter('xl/charts/chart1.xml', (xml) => xml.replace(/<c:f>'Profit[^!]*'!/, "<c:f>'Gone'!"));
    assert.match(found.join(), /error 'Focus charts'!B3 reference: The chart "Sales and profit" refers to "Gone"/);
  });

  it('assumes the strictest of a sheet that nobody planned', async () => {
    const unknown = plan.sheets.filter(({ name }) => name !== 'Drivers');
    const found = lintWorkbook(await readForLint(written, unknown)).map(findingText);
    assert.ok(
      found.some((finding) => /Drivers!\w+ input: A typed-in figure stands where none is expected/.test(finding)),
    );
  });
});
