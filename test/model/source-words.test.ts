import assert from 'node:assert/strict';
import { sourceWords } from '../../src/model/source-words.ts';

describe('the source of a row in words', () => {
  const cases = Object.freeze([
    ['65', 'Figure 65'],
    ['from 65', 'from Figure 65'],
    ['FS.key_ratios', 'Financial Summary'],
    ['from FS.key_ratios', 'from Financial Summary'],
    ['rating_box', 'cover'],
    ['from stock_data', 'from cover'],
    ['text', 'text'],
    ['ours', 'ours'],
  ] as const);
  for (const [figure, said] of cases)
    it(`is "${said}" for ${figure}`, () => assert.equal(sourceWords({ figure }), said));
});
