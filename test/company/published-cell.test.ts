import assert from 'node:assert/strict';
import { publishedCell } from '../../src/company/published-cell.ts';

describe('a printed cell', () => {
  const cases: readonly (readonly [printed: string, value: number, tolerance: number])[] = [
    ['1,155', 1155, 0.5],
    ['(1,155)', -1155, 0.5],
    ['-0.05', -0.05, 0.005],
    ['44.3%', 44.3, 0.05],
    ['(44.3)%', -44.3, 0.05],
    ['+20.1%', 20.1, 0.05],
    ['34x', 34, 0.5],
    ['HK$8.08', 8.08, 0.005],
    ['(0)', 0, 0.5],
    ['-', 0, 0],
  ];
  for (const [printed, value, tolerance] of cases)
    it(`reads ${printed} as ${value}, give or take ${tolerance}`, () =>
      assert.deepEqual(publishedCell(printed), { value, tolerance }));

  for (const word of ['n.a.', 'net cash', 'FY21E', ''])
    it(`finds no number in "${word}"`, () => assert.equal(publishedCell(word), null));
});
