import assert from 'node:assert/strict';
import { company } from '../../src/company/index.ts';
import { operatingModel } from '../../src/company/operating-model.ts';
import { buildWorkbook } from '../../src/template/build-workbook.ts';
import { onPages, type OnPaper } from '../../src/template/page-breaks.ts';

/** A landscape sheet as wide as the paper, some 31 rows below the headings of a page. */
const sheet = (change: Partial<OnPaper>): OnPaper => ({
  orientation: 'landscape',
  widths: [50, 50, 50],
  headRows: 6,
  blocks: [7],
  lastRow: 30,
  ...change,
});

describe('a sheet on paper', () => {
  it('is one page where it fits', () => assert.deepEqual(onPages(sheet({})), { pagesTall: 1 }));

  it('is one page, printed smaller, where it is a little too long', () =>
    assert.deepEqual(onPages(sheet({ lastRow: 55, blocks: [7, 30, 50] })), { pagesTall: 1 }));

  it('breaks where a block begins and nowhere else', () => {
    const blocks = [7, 20, 35, 60, 75];
    const { pagesTall, breaks } = onPages(sheet({ blocks, lastRow: 90 }));
    assert.equal(pagesTall, 0);
    assert.ok(breaks!.length > 0 && breaks!.every((row) => blocks.includes(row)));
  });

  it('has pages about as full as each other, in place of a last one that is almost blank', () => {
    const blocks = Array.from({ length: 14 }, (_, index) => 7 + 5 * index);
    assert.deepEqual(onPages(sheet({ blocks, lastRow: 76 })).breaks, [32, 57]);
  });

  it('counts rows that are higher than the others', () => {
    const blocks = [7, 20, 33];
    const high = Object.fromEntries(Array.from({ length: 46 }, (_, index) => [7 + index, 40]));
    assert.deepEqual(onPages(sheet({ blocks, lastRow: 45, heights: high })).breaks, [20, 33]);
  });

  it('shows its master check and names its sheet on every page of the workbook', () => {
    for (const { name, print, conditionalFormats } of buildWorkbook(operatingModel(company)).sheets) {
      const master = conditionalFormats.find(({ range }) => /^[A-Z]+1$/.test(range))?.range ?? 'A1';
      const column = (cell: string) => /[A-Z]+/.exec(cell)![0].padStart(3);
      assert.ok(column(master) <= column(print.area.split(':')[1]!), `${name}: ${master} lies outside ${print.area}`);
      if (print.pagesTall !== 1) assert.ok(print.repeatRows, `${name} repeats no rows`);
    }
  });
});
