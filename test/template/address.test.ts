import assert from 'node:assert/strict';
import {
  absolute,
  absoluteOnSheet,
  address,
  columnLetters,
  columnNumber,
  contains,
  onSheet,
  parseAddress,
  parseRange,
  range,
} from '../../src/template/address.ts';

describe('an address', () => {
  it('counts columns the way a spreadsheet does', () => {
    assert.deepEqual([1, 26, 27, 52, 702, 703, 16_384].map(columnLetters), ['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA', 'XFD']);
  });

  it('reads every column back from its letters', () => {
    for (let column = 1; column <= 16_384; column++) assert.equal(columnNumber(columnLetters(column)), column);
  });

  it('refuses columns and rows that no sheet has', () => {
    assert.throws(() => columnLetters(0), /no column 0/);
    assert.throws(() => columnNumber('XFE'), /"XFE" is not a column/);
    assert.throws(() => parseAddress('A1048577'), /is not a cell/);
    assert.throws(() => parseAddress('12'), /"12" is not a cell such as B5/);
  });

  it('is read with or without dollars', () => {
    assert.deepEqual(parseAddress('$B$5'), { row: 5, column: 2 });
    assert.equal(address(5, 2), 'B5');
  });

  it('spans a range, whichever corner comes first', () => {
    assert.deepEqual(parseRange('D9:B5'), { top: 5, left: 2, bottom: 9, right: 4 });
    assert.equal(range(parseRange('D9:B5')), 'B5:D9');
    assert.equal(range(parseRange('C3')), 'C3');
    assert.ok(contains(parseRange('B5:D9'), { row: 9, column: 4 }));
    assert.ok(!contains(parseRange('B5:D9'), { row: 10, column: 4 }));
  });

  it('becomes absolute: cells, whole rows, whole columns', () => {
    assert.deepEqual(['b5:D9', '1:6', 'A:D', '$C$3'].map(absolute), ['$B$5:$D$9', '$1:$6', '$A:$D', '$C$3']);
  });
});

describe('a sheet in a reference', () => {
  it('is quoted where its name would be read as something else', () => {
    assert.equal(onSheet('Revenue', 'I8'), 'Revenue!I8');
    assert.equal(onSheet('Working capital', 'I8'), "'Working capital'!I8");
    assert.equal(onSheet('FY21', 'I8'), "'FY21'!I8");
    assert.equal(onSheet('R1C1', 'I8'), "'R1C1'!I8");
    assert.equal(onSheet("Tang's", 'I8'), "'Tang''s'!I8");
  });

  it('is always quoted in a defined name', () => {
    assert.equal(absoluteOnSheet('Live', 'A1:K84'), "'Live'!$A$1:$K$84");
  });
});
