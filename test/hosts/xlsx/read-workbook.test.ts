import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { company } from '../../../src/company/index.ts';
import { operatingModel } from '../../../src/company/operating-model.ts';
import { readWorkbook } from '../../../src/hosts/xlsx/read-workbook.ts';
import { writeWorkbook } from '../../../src/hosts/xlsx/write-workbook.ts';
import { WorkbookError } from '../../../src/hosts/workbook-port.ts';
import { address } from '../../../src/template/address.ts';
import { buildWorkbook } from '../../../src/template/build-workbook.ts';
import { cellsOf, plainValue } from '../../../src/template/cells.ts';
import type { PlannedCell, WorkbookPlan } from '../../../src/template/plan.ts';
import { resolveStyle, type CellLook } from '../../../src/template/styles.ts';

const plan = buildWorkbook(operatingModel(company));

const contents = ({ sheets }: WorkbookPlan) =>
  sheets.map((sheet) => [
    sheet.name,
    [...cellsOf(sheet)].flatMap(({ row, column, cell }) => {
      const held = contentOf(cell);
      return held === undefined ? [] : [`${address(row, column)} ${held}`];
    }),
  ]);

function contentOf(cell: PlannedCell): string | undefined {
  if ('formula' in cell) return `=${cell.formula}`;
  return 'value' in cell ? JSON.stringify(plainValue(cell.value)) : undefined;
}

describe('a workbook read from a file', function () {
  this.timeout(60_000);

  it('holds the cells, formulas, sizes, rules and charts that were written', async () => {
    const read = await readWorkbook(await writeWorkbook(plan, { values: 'cached' }));
    assert.deepEqual(contents(read.plan), contents(plan));
    assert.deepEqual(read.left, []);
    for (const [index, sheet] of read.plan.sheets.entries()) {
      const written = plan.sheets[index]!;
      assert.deepEqual(
        [sheet.kind, sheet.freeze ?? null, sheet.validations.length, sheet.conditionalFormats.length],
        [written.kind, written.freeze ?? null, written.validations.length, written.conditionalFormats.length],
        sheet.name,
      );
      assert.deepEqual(
        [sheet.notes.length, sheet.links, sheet.charts.map(({ title, kind }) => [title, kind])],
        [
          written.notes.length,
          written.links.map((link) => sheet.links.find(({ cell }) => cell === link.cell)),
          written.charts.map(({ title, kind }) => [title, kind]),
        ],
        sheet.name,
      );
    }
  });

  it('holds the looks that were written', async () => {
    const read = await readWorkbook(await writeWorkbook(plan, { values: 'cached' }));
    const looks = new Map<string, CellLook | undefined>(
      read.plan.sheets.flatMap((sheet) =>
        [...cellsOf(sheet)].map(
          ({ row, column, cell }) => [`${sheet.name}!${address(row, column)}`, read.looks.get(cell.style!)] as const,
        ),
      ),
    );
    for (const sheet of plan.sheets)
      for (const { row, column, cell } of cellsOf(sheet)) {
        if (!cell.style || !('formula' in cell)) continue;
        const at = `${sheet.name}!${address(row, column)}`;
        assert.deepEqual(looks.get(at), resolveStyle(cell.style), at);
      }
  });

  it('keeps looks, names and texts of somebody’s own through writing and reading', async () => {
    const first = await readWorkbook(await writeWorkbook(plan, { values: 'cached' }));
    const more = {
      looks: first.looks,
      names: [...first.names, { name: 'Mine', formula: '="version 1"' }],
      kept: new Map([['note', 'a text, <kept>']]),
    };
    const second = await readWorkbook(await writeWorkbook(first.plan, { values: 'cached', more }));
    assert.deepEqual(second.names, more.names);
    assert.deepEqual(second.kept, more.kept);
    assert.deepEqual(contents(second.plan), contents(plan));
  });

  it('is refused in a sentence where the file is no workbook, damaged, or would expand beyond all measure', async () => {
    const refused = async (bytes: Uint8Array) => {
      const error = await readWorkbook(bytes).catch((one: unknown) => one);
      assert.ok(error instanceof WorkbookError, String(error));
      return error.message;
    };
    assert.match(await refused(strToU8('no zip')), /no \.xlsx workbook, or is damaged/);
    assert.match(await refused(zipSync({ 'a.txt': strToU8('text') })), /no \.xlsx workbook/);
    assert.match(await refused(zipSync({ 'xl/workbook.xml': new Uint8Array(9_000_000) })), /would expand to 9 MB/);
    const many = Object.fromEntries(
      Array.from({ length: 5001 }, (_, index) => [`${index}.xml`, strToU8(String(index))]),
    );
    assert.match(await refused(zipSync(many)), /in 5001 parts/);
    assert.match(await refused(zipSync({ 'xl/workbook.xml': strToU8('<broken') })), /damaged or protected/);
  });
});
