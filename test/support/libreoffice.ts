import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dateToSerial, readXlsx } from 'hucre';
import { writeWorkbook } from '../../src/hosts/xlsx/write-workbook.ts';
import { address } from '../../src/template/address.ts';
import { Cells } from '../../src/template/cells.ts';
import type { ErrorCode, WorkbookPlan } from '../../src/template/plan.ts';
import { narrowMargins } from '../../src/template/print-plan.ts';
import { convert, withDirectory, type ConvertOptions } from './soffice.ts';

/** A value that LibreOffice gives: a date is its number, an error is not a text. */
export type Judged = number | string | boolean | { readonly error: ErrorCode };

/** Cells by address: "I12". Empty cells are not in it. */
export type JudgedSheet = ReadonlyMap<string, Judged>;
export type JudgedWorkbook = ReadonlyMap<string, JudgedSheet>;

/**
 * Lets LibreOffice calculate workbooks anew and reads back what it found, in full precision.
 * A workbook with wrong cached values goes along with every batch: should it come back wrong, the cached
 * values were believed instead of calculated, nothing that came back is worth anything, and an error says so.
 *
 * @param files Paths of workbooks, or their bytes.
 * @throws when soffice is not installed, takes too long, or the canary comes back poisoned.
 */
export async function recalculate(
  files: readonly (string | Uint8Array)[],
  options: ConvertOptions = {},
): Promise<JudgedWorkbook[]> {
  return withDirectory(async (directory) => {
    const given = [...files, await writeWorkbook(canary, { values: 'cached' })];
    const paths = await Promise.all(
      given.map(async (file, index) => {
        const path = join(directory, `${index}.xlsx`);
        await writeFile(path, typeof file === 'string' ? await readFile(file) : file);
        return path;
      }),
    );
    const out = join(directory, 'calculated');
    await convert(paths, 'xlsx:Calc MS Excel 2007 XML', out, options);
    const judged: JudgedWorkbook[] = [];
    for (const index of given.keys()) {
      const bytes = await readFile(join(out, `${index}.xlsx`)).catch(() => {
        const name = typeof files[index] === 'string' ? files[index] : `workbook ${index + 1}`;
        throw new Error(`LibreOffice gave nothing back for ${name}: it could not read it.`);
      });
      judged.push(await valuesIn(bytes));
    }
    checkCanary(judged.pop()!);
    return judged;
  });
}

/** The values of a workbook's cells, as they are stored in it. */
export async function valuesIn(bytes: Uint8Array): Promise<JudgedWorkbook> {
  const { sheets } = await readXlsx(bytes);
  return new Map(
    sheets.map(({ name, rows, cells }) => {
      const values = new Map<string, Judged>();
      for (const [row, line] of rows.entries())
        for (const [column, value] of line.entries()) {
          if (value === null || value === undefined) continue;
          const isError = cells?.get(`${row},${column}`)?.type === 'error';
          const judged = value instanceof Date ? dateToSerial(value) : value;
          values.set(address(row + 1, column + 1), isError ? { error: String(judged) as ErrorCode } : judged);
        }
      return [name, values];
    }),
  );
}

const poisoned = 42;

const canary: WorkbookPlan = {
  properties: { title: 'Canary', author: 'ST Model', created: '2022-02-07T00:00:00Z' },
  names: [],
  sheets: [
    {
      name: 'Canary',
      kind: 'control',
      rules: { layout: 'page', firstRow: 1, inputs: ['all'] },
      widths: [10],
      blocks: new Cells('Canary')
        .putRow(1, 1, [{ value: 6 }, { value: 7 }])
        .put('A2', { formula: 'A1+B1', cached: poisoned })
        .put('A3', { formula: 'A2*INDEX(A1:B1,MATCH(7,A1:B1,0))', cached: poisoned })
        .put('A4', { formula: 'IF(A3>A1,"alive","dead")', cached: 'poisoned' })
        .blocks(),
      validations: [],
      conditionalFormats: [],
      notes: [],
      links: [],
      charts: [],
      print: {
        orientation: 'portrait',
        area: 'A1:B4',
        pagesWide: 1,
        pagesTall: 1,
        header: {},
        footer: {},
        margins: narrowMargins,
      },
    },
  ],
};

function checkCanary(judged: JudgedWorkbook): void {
  const cells = judged.get('Canary');
  const found = ['A2', 'A3', 'A4'].map((cell) => cells?.get(cell));
  if (found[0] === 13 && found[1] === 91 && found[2] === 'alive') return;
  throw new Error(
    `LibreOffice believed cached values instead of calculating: the canary came back with ${JSON.stringify(found)} ` +
      'where 13, 91 and alive are right. Nothing of this batch may be relied on.',
  );
}
