import assert from 'node:assert/strict';
import { brokerColours } from '../../src/template/colour-scheme.ts';
import { marked, styled, styleParts, type StyleName } from '../../src/template/style-name.ts';
import { resolveStyle } from '../../src/template/styles.ts';

describe('a style', () => {
  it('has one name however its marks are ordered', () => {
    assert.equal(styled('input', 'percent', 'key', 'divider'), styled('input', 'percent', 'divider', 'key', 'key'));
    assert.equal(marked(styled('input', 'percent', 'key'), 'divider'), styled('input', 'percent', 'divider', 'key'));
  });

  it('says its parts again', () => {
    assert.deepEqual(styleParts(styled('link', 'money', 'total')), { role: 'link', format: 'money', marks: ['total'] });
  });

  it('is blue for what is typed in, on pale yellow for a key assumption', () => {
    const { font, fill, numberFormat } = resolveStyle(styled('input', 'percent', 'key'));
    assert.equal(font.colour, '0000FF');
    assert.equal(fill, brokerColours.keyFill);
    assert.equal(numberFormat, '0.0%_);-0.0%_);"-"_);@_)');
  });

  it('is bold under a line for a total', () => {
    const { font, borders } = resolveStyle(styled('formula', 'money', 'total'));
    assert.ok(font.bold);
    assert.deepEqual(borders, { top: { style: 'thin', colour: brokerColours.rule } });
  });

  it('has a dotted line on the left of the first estimate column', () => {
    assert.equal(resolveStyle(styled('estimate-head', 'head', 'divider')).borders.left?.style, 'dotted');
  });

  it('takes its colours from the scheme it is given', () => {
    const plain = { ...brokerColours, input: '123456' };
    assert.equal(resolveStyle(styled('input'), plain).font.colour, '123456');
  });

  it('always names a font, since a nameless one falls back to another face', () => {
    assert.equal(resolveStyle(styled('text')).font.name, 'Arial');
  });

  it('is refused when nothing is known of it', () => {
    assert.throws(() => resolveStyle('loud general' as StyleName), /no style "loud general"/);
  });
});
