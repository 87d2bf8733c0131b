/** Red, green and blue in six hexadecimal digits. */
export type Colour = string;

/** What a sheet is for; its tab tells. */
export type SheetKind = 'output' | 'input' | 'working' | 'control';

/** Every colour that a workbook uses, by what it means. */
export type ColourScheme = {
  readonly name: string;
  readonly text: Colour;
  readonly muted: Colour;
  readonly input: Colour;
  readonly link: Colour;
  readonly hyperlink: Colour;
  readonly accent: Colour;
  readonly onAccent: Colour;
  readonly rule: Colour;
  readonly keyFill: Colour;
  readonly headFill: Colour;
  readonly estimateFill: Colour;
  readonly panelFill: Colour;
  readonly ok: Colour;
  readonly okFill: Colour;
  readonly warning: Colour;
  readonly warningFill: Colour;
  readonly error: Colour;
  readonly errorFill: Colour;
  readonly tabs: Readonly<Record<SheetKind, Colour>>;
  /** Series of a chart, in order. */
  readonly series: readonly Colour[];
  /** Axes and grid lines of a chart. */
  readonly chartLine: Colour;
};

/** The colours of a broker's model: blue inputs, green links, key assumptions on pale yellow, navy headings. */
export const brokerColours: ColourScheme = {
  name: 'broker',
  text: '000000',
  muted: '6B6B6B',
  input: '0000FF',
  link: '00803C',
  hyperlink: '0B5394',
  accent: '14375E',
  onAccent: 'FFFFFF',
  rule: '7F7F7F',
  keyFill: 'FFF8CC',
  headFill: 'E7ECF3',
  estimateFill: 'D3DEEC',
  panelFill: 'F4F6F9',
  ok: '00662C',
  okFill: 'E2F2E6',
  warning: '8A5A00',
  warningFill: 'FFEFD0',
  error: 'B00020',
  errorFill: 'FBDDDF',
  tabs: { output: 'C00000', input: 'F2C230', working: '8C8C8C', control: '2E8B57' },
  series: ['14375E', 'C0504D', '6F9BC8', 'E0A030', '5B8C5A', '8064A2', '7F7F7F', '2AA5A0'],
  chartLine: 'BFBFBF',
};
