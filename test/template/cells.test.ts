import assert from 'node:assert/strict';
import { Cells, cellsOf, cellDate } from '../../src/template/cells.ts';

describe('the cells of a sheet', () => {
  it('become one rectangle for each run of rows', () => {
    const blocks = new Cells('Drivers')
      .put('B2', { value: 1 })
      .putRow(4, 3, [{ value: 2 }, undefined, { formula: 'C4+B2' }])
      .put('D100', { value: 'far below' })
      .blocks();
    assert.deepEqual(blocks, [
      {
        row: 2,
        column: 2,
        cells: [
          [{ value: 1 }, null, null, null],
          [null, null, null, null],
          [null, { value: 2 }, null, { formula: 'C4+B2' }],
        ],
      },
      { row: 100, column: 4, cells: [[{ value: 'far below' }]] },
    ]);
  });

  it('are read back from the rectangles in reading order', () => {
    const blocks = new Cells('Drivers')
      .put('C9', { value: 3 })
      .put('B2', { value: 1 })
      .put('A9', { value: 2 })
      .blocks();
    assert.deepEqual(
      [...cellsOf({ blocks })].map(({ row, column }) => [row, column]),
      [
        [2, 2],
        [9, 1],
        [9, 3],
      ],
    );
  });

  it('are each placed once', () => {
    const cells = new Cells('Drivers').put('B2', { value: 1 });
    assert.throws(() => cells.put([2, 2], { value: 2 }), /Drivers!B2 is placed twice/);
  });

  it('hold formulas without the equals sign', () => {
    assert.throws(() => new Cells('Drivers').put('B2', { formula: '=1' }), /without its equals sign/);
  });
});

describe('a date', () => {
  it('is the number that spreadsheets count days with', () => {
    assert.equal(cellDate('2022-01-31'), 44_592);
    assert.equal(cellDate('1900-03-01'), 61);
  });

  it('is refused before March 1900, where spreadsheets disagree', () => {
    assert.throws(() => cellDate('1900-02-28'), /not a date/);
    assert.throws(() => cellDate('31 Jan 2022'), /not a date/);
  });
});
