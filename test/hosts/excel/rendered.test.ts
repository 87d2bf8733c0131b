import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { company } from '../../../src/company/index.ts';
import { operatingModel } from '../../../src/company/operating-model.ts';
import { functionsJson } from '../../../src/functions/metadata.ts';
import { ExcelWorkbook } from '../../../src/hosts/excel/excel-workbook.ts';
import { insertModel } from '../../../src/hosts/models/insert-model.ts';
import { writeWorkbook } from '../../../src/hosts/xlsx/write-workbook.ts';
import { buildWorkbook } from '../../../src/template/build-workbook.ts';
import { asFile } from '../../support/excel-double/as-file.ts';
import type { FunctionsMetadata } from '../../support/excel-double/call-formula.ts';
import { connectClientLibrary } from '../../support/excel-double/client-library.ts';
import { ExcelDouble } from '../../support/excel-double/excel-double.ts';
import { convert, run, withDirectory } from '../../support/soffice.ts';

const dotsPerInch = 60;

/** The pages of workbooks as LibreOffice prints them: pixels, page by page. */
const pagesOf = (files: Readonly<Record<string, Uint8Array>>): Promise<Buffer[][]> =>
  withDirectory(async (directory) => {
    const paths = Object.keys(files).map((name) => join(directory, `${name}.xlsx`));
    for (const [index, bytes] of Object.values(files).entries()) await writeFile(paths[index]!, bytes);
    await convert(paths, 'pdf', directory);
    const pages: Buffer[][] = [];
    for (const name of Object.keys(files)) {
      const to = join(directory, name);
      await run('pdftoppm', ['-r', String(dotsPerInch), `${to}.pdf`, to], 120);
      const made = (await readdir(directory)).filter((one) => one.startsWith(`${name}-`) && one.endsWith('.ppm'));
      pages.push(await Promise.all(made.sort().map((one) => readFile(join(directory, one)))));
    }
    return pages;
  });

/** The share of bytes that differ between two pictures. */
function differing(a: Buffer, b: Buffer): number {
  if (a.length !== b.length) return 1;
  let count = 0;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) count++;
  return count / a.length;
}

describe('a model inserted into Excel and the same in a file', function () {
  this.timeout(240_000);
  after(() => {
    Reflect.deleteProperty(globalThis, 'Excel');
  });

  it('look the same on paper, page by page, charts aside', async () => {
    const whole = buildWorkbook(operatingModel(company));
    const plan = { ...whole, sheets: whole.sheets.map((one) => ({ ...one, charts: [], notes: [] })) };
    const metadata = functionsJson('https://addin.example') as FunctionsMetadata;
    const double = new ExcelDouble({ namespace: 'ST', metadata });
    globalThis.Excel = connectClientLibrary(double).Excel;
    await insertModel(new ExcelWorkbook(() => true), plan, { whereTaken: 'refuse' });
    const inserted = await asFile(
      double.workbook,
      plan.sheets.map(({ name }) => name),
    );
    const written = await writeWorkbook(plan, { values: 'cached' });
    const [inExcel, inFile] = await pagesOf({ inserted, written });
    assert.ok(inFile!.length > 20);
    assert.equal(inExcel!.length, inFile!.length);
    const unlike = inExcel!.flatMap((page, index) => {
      const share = differing(page, inFile![index]!);
      return share > 0 ? [`page ${index + 1}: ${share}`] : [];
    });
    assert.deepEqual(unlike, []);
  });
});
