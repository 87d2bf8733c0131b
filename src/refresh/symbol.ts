const suffixes: Readonly<Record<string, string>> = {
  US: '',
  LN: '.L',
  JP: '.T',
  GR: '.DE',
  GY: '.DE',
  FP: '.PA',
  NA: '.AS',
  AU: '.AX',
  CN: '.TO',
  KS: '.KS',
  TT: '.TW',
  SP: '.SI',
  IN: '.NS',
  SW: '.SW',
};

/**
 * A ticker as terminals write it, as the symbol that web sources know: their exchange stands behind a dot.
 *
 * @example symbolOf('700 HK') // "0700.HK"
 */
export function symbolOf(ticker: string): string {
  const [code, exchange] = ticker.trim().split(/\s+/) as [string, string?];
  if (exchange === undefined) return code;
  if (exchange === 'HK') return `${code.padStart(4, '0')}.HK`;
  if (exchange === 'CH' || exchange === 'C1' || exchange === 'C2')
    return `${code}.${code.startsWith('6') ? 'SS' : 'SZ'}`;
  const suffix = suffixes[exchange];
  return suffix === undefined ? `${code}.${exchange}` : `${code.replace('/', '-')}${suffix}`;
}
