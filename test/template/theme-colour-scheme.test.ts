import assert from 'node:assert/strict';
import { brokerColours, type ColourScheme } from '../../src/template/colour-scheme.ts';
import { contrast, themeColourScheme } from '../../src/template/theme-colour-scheme.ts';

/** Accents of themes that come with Excel: of 2013, of 2023, and the palest. */
const themes = [
  ['4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47'],
  ['156082', 'E97132', '196B24', '0F9ED5', 'A02B93', '4EA72E'],
  ['FFFFE0', 'FFD700', 'F0E68C', 'FFFACD', 'EEE8AA', 'FAFAD2'],
];

/** Text of a colour on a fill, as the template puts them. */
const pairs = (scheme: ColourScheme): readonly (readonly [string, string])[] => [
  [scheme.onAccent, scheme.accent],
  ...[scheme.headFill, scheme.estimateFill, scheme.panelFill, 'FFFFFF'].flatMap(
    (fill) =>
      [
        [scheme.text, fill],
        [scheme.input, fill],
      ] as const,
  ),
];

describe("a colour scheme made from a workbook's theme", () => {
  it('can be read: every text stands apart from its fill, however pale the theme', () => {
    for (const accents of themes)
      for (const [text, fill] of pairs(themeColourScheme({ text: '000000', accents })))
        assert.ok(contrast(text, fill) >= 4.5, `${text} on ${fill} of ${accents.join()}`);
  });

  it('takes headings, tabs and charts from the theme, and leaves the colours that carry meaning', () => {
    const scheme = themeColourScheme({ text: '000000', accents: themes[0]! });
    assert.equal(scheme.accent, '4472C4');
    assert.deepEqual(scheme.series.slice(0, 3), ['4472C4', 'ED7D31', 'A5A5A5']);
    assert.equal(scheme.tabs.output, 'ED7D31');
    for (const same of ['input', 'link', 'keyFill', 'error', 'warning', 'ok'] as const)
      assert.equal(scheme[same], brokerColours[same]);
  });

  it('measures contrast as WCAG does', () => {
    assert.equal(contrast('000000', 'FFFFFF'), 21);
    assert.equal(contrast('777777', 'FFFFFF').toFixed(2), '4.48');
  });
});
