import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { dateToSerial, readXlsx, type Cell } from 'hucre';
import { company } from '../../../src/company/index.ts';
import { operatingModel } from '../../../src/company/operating-model.ts';
import { functionsJson } from '../../../src/functions/metadata.ts';
import { ExcelWorkbook } from '../../../src/hosts/excel/excel-workbook.ts';
import { insertModel } from '../../../src/hosts/models/insert-model.ts';
import { writeWorkbook } from '../../../src/hosts/xlsx/write-workbook.ts';
import { absoluteOnSheet, address } from '../../../src/template/address.ts';
import { buildWorkbook } from '../../../src/template/build-workbook.ts';
import { cellsOf } from '../../../src/template/cells.ts';
import type { FunctionsMetadata } from '../../support/excel-double/call-formula.ts';
import { connectClientLibrary } from '../../support/excel-double/client-library.ts';
import { ExcelDouble } from '../../support/excel-double/excel-double.ts';

type Looks = Readonly<Record<string, unknown>>;

const sides = { top: 'EdgeTop', bottom: 'EdgeBottom', left: 'EdgeLeft', right: 'EdgeRight' } as const;
const alignments: Readonly<Record<string, string>> = { left: 'Left', right: 'Right', center: 'Center' };

/** How a cell of the file looks, in the words of the double. */
function looksInFile({ style = {} }: Pick<Cell, 'style'>): Looks {
  const { font, fill, alignment, border, numFmt } = style;
  const colour = (of: unknown) => (of as { readonly rgb?: string } | undefined)?.rgb?.slice(-6);
  return {
    bold: font?.bold === true,
    italic: font?.italic === true,
    underlined: font?.underline !== undefined && font.underline !== false,
    size: font?.size ?? 9,
    colour: colour(font?.color) ?? '000000',
    fill: fill?.type === 'pattern' ? (colour(fill.fgColor) ?? '') : '',
    align: alignments[alignment?.horizontal ?? ''] ?? '',
    wraps: alignment?.wrapText === true,
    indent: alignment?.indent ?? 0,
    borders: Object.keys(sides).filter((side) => border?.[side as keyof typeof sides]?.style !== undefined),
    format: numFmt ?? 'General',
  };
}

/** How a cell looks in the double, in the same words. */
const looksInExcel = (kept: Looks): Looks => ({
  bold: kept['Font.Bold'] === true,
  italic: kept['Font.Italic'] === true,
  underlined: kept['Font.Underline'] === 'Single',
  size: kept['Font.Size'],
  colour: String(kept['Font.Color']).slice(1),
  fill: String(kept['Fill.Color'] ?? '#').slice(1),
  align: kept['HorizontalAlignment'] ?? '',
  wraps: kept['WrapText'] === true,
  indent: kept['IndentLevel'] ?? 0,
  borders: Object.entries(sides).flatMap(([side, edge]) => (kept[`Borders.${edge}.Style`] ? [side] : [])),
  format: kept['NumberFormat'] ?? 'General',
});

/** How each series of a chart is drawn: its name, its figures and their labels, as columns or a line, off which axis. */
type Drawn = readonly (readonly [name: string, values: string, labels: string, as: string, axis: string])[];

const plain = (reference: string): string => reference.replaceAll('$', '').replaceAll("'", '');

/** The charts of a file, in the order of the plan. */
function chartsInFile(xlsx: Uint8Array): readonly Drawn[] {
  const parts = unzipSync(xlsx);
  const texts = Object.keys(parts)
    .filter((path) => /^xl\/charts\/chart\d+\.xml$/.test(path))
    .sort((a, b) => Number(/\d+/.exec(a)![0]) - Number(/\d+/.exec(b)![0]))
    .map((path) => strFromU8(parts[path]!));
  const unescape = (text: string) => text.replaceAll('&apos;', "'").replaceAll('&amp;', '&');
  return texts.map((xml) => {
    const right = /<c:valAx><c:axId val="(\d+)"\/>(?:(?!<\/c:valAx>).)*<c:axPos val="r"\/>/.exec(xml)?.[1];
    const series = [...xml.matchAll(/<c:(bar|line)Chart>.*?<\/c:\1Chart>/g)].flatMap(([group, as]) =>
      [...group.matchAll(/<c:ser><c:idx val="(\d+)"\/>.*?<\/c:ser>/g)].map(([text, index]) => {
        const found = (pattern: RegExp) => unescape(pattern.exec(text)![1]!);
        const axis = right !== undefined && group.includes(`<c:axId val="${right}"/>`) ? 'right' : 'left';
        const [name, labels, values] = [
          found(/<c:tx>.*?<c:v>(.*?)<\/c:v>/),
          plain(found(/<c:cat>.*?<c:f>(.*?)<\/c:f>/)),
          plain(found(/<c:val>.*?<c:f>(.*?)<\/c:f>/)),
        ];
        return [Number(index), [name, values, labels, as!, axis]] as const;
      }),
    );
    return series.sort(([a], [b]) => a - b).map(([, drawn]) => drawn);
  });
}

/** A chart of the double, in the same words. */
function drawnInExcel(chart: ReadonlyMap<string, unknown>): Drawn {
  const kept = chart.get('Series') as readonly ReadonlyMap<string, unknown>[];
  return kept.map((one) => [
    String(one.get('Name')),
    plain(String(one.get('Values'))),
    plain(String(one.get('Categories'))),
    String(one.get('ChartType') ?? chart.get('Type')).startsWith('Line') ? 'line' : 'bar',
    one.get('AxisGroup') === 'Secondary' ? 'right' : 'left',
  ]);
}

/** Holds a constant in the double, which shows nine decimals, against the file's. */
function assertSame(inExcel: unknown, inFile: Cell['value'], at: string): void {
  const expected = inFile instanceof Date ? dateToSerial(inFile) : (inFile ?? '');
  if (typeof expected === 'number') assert.ok(Math.abs(Number(inExcel) - expected) <= 1e-9, at);
  else assert.equal(inExcel, expected, at);
}

describe('the same plan in a file and in Excel', function () {
  this.timeout(60_000);
  after(() => {
    Reflect.deleteProperty(globalThis, 'Excel');
  });

  it('has the same cells, looks, names, validations and charts', async () => {
    const plan = buildWorkbook(operatingModel(company));
    const double = new ExcelDouble({
      namespace: 'ST',
      metadata: functionsJson('https://addin.example') as FunctionsMetadata,
    });
    globalThis.Excel = connectClientLibrary(double).Excel;
    await insertModel(
      new ExcelWorkbook(() => true),
      { ...plan, sheets: plan.sheets.map((one) => ({ ...one, notes: [] })) },
      {
        whereTaken: 'refuse',
      },
    );
    const written = await writeWorkbook(plan, { values: 'cached' });
    const file = await readXlsx(written, { readStyles: true });
    let compared = 0;
    for (const sheet of plan.sheets) {
      const inExcel = double.workbook.find(sheet.name)!;
      const inFile = file.sheets.find(({ name }) => name === sheet.name)!;
      for (const { row, column } of cellsOf(sheet)) {
        const at = `${sheet.name}!${address(row, column)}`;
        const cell = inFile.cells!.get(`${row - 1},${column - 1}`)!;
        const place = { row, column };
        assert.deepEqual(looksInExcel(inExcel.looks.of(place)), looksInFile(cell), at);
        const formula = String(inExcel.formula(place));
        if (cell.formula) assert.equal(formula, `=${cell.formula}`, at);
        else assertSame(inExcel.value(place), cell.value, at);
        compared++;
      }
      assert.deepEqual(
        inExcel.looks.validations.map(({ range }) => range),
        (inFile.dataValidations ?? []).map(({ range }) => range),
        sheet.name,
      );
      assert.deepEqual(
        inExcel.looks.conditionalFormats.map(({ range }) => range),
        (inFile.conditionalRules ?? []).map(({ range }) => range),
        sheet.name,
      );
    }
    const charts = plan.sheets.flatMap(({ name }) => double.workbook.find(name)!.looks.charts.map(drawnInExcel));
    assert.deepEqual(charts, chartsInFile(written));
    assert.ok(charts.flat().some(([, , , as, axis]) => as === 'line' && axis === 'right'));
    assert.ok(compared > 15_000);
    for (const { name, sheet, range } of plan.names)
      assert.equal(
        double.workbook.names.find((one) => one.name === name)?.formula,
        `=${absoluteOnSheet(sheet, range)}`,
        name,
      );
  });
});
