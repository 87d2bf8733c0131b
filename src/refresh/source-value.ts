const longestName = 120;
const absent = /^(|-+|–|—|n\/?m\.?|n\/?a\.?|n\.a\.|n\.m\.|none|null|nil|nan|undefined|#n\/a.*)$/i;

/**
 * A number as sources write it: a number or a text with thousands grouped, brackets for negative, a % or an x behind.
 *
 * @param decimal What stands before the decimals in a text.
 * @returns null for what is absent ("None", "-", "NM", "n.a.") and for what is no number.
 * @example sourceNumber('(1,234.5)') // -1234.5
 */
export function sourceNumber(raw: unknown, decimal: '.' | ',' = '.'): number | null {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : null;
  if (typeof raw !== 'string' || raw.length > longestName) return null;
  const text = raw.trim();
  if (absent.test(text)) return null;
  const isNegative = /^\(.*\)$/.test(text);
  const bare = text
    .replace(/^\((.*)\)$/, '$1')
    .replace(/[\s'’]/g, '')
    .replace(/^(US\$|HK\$|RMB|[A-Z]{3}|[$€£¥])/, '')
    .replaceAll('−', '-');
  const plain = decimal === ',' ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '');
  const found = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)([%x]?)$/i.exec(plain);
  if (!found) return null;
  const value = Number(found[1]) / (found[2] === '%' ? 100 : 1);
  if (!Number.isFinite(value)) return null;
  return isNegative ? -value : value;
}

/** A number where 0 stands for unknown. */
export const knownNumber = (raw: unknown, decimal?: '.' | ','): number | null => sourceNumber(raw, decimal) || null;

/** A number that has to be above zero, such as a price. */
export const positiveNumber = (raw: unknown, decimal?: '.' | ','): number | null => {
  const value = sourceNumber(raw, decimal);
  return value !== null && value > 0 ? value : null;
};

/** A name or a note from a source: one line without control characters, of bounded length. */
export function sourceText(raw: unknown): string {
  if (typeof raw !== 'string' && typeof raw !== 'number') return '';
  const line = String(raw)
    .slice(0, longestName * 4)
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > longestName ? `${line.slice(0, longestName - 1)}…` : line;
}

/** A day from a source: 2022-01-31, with a time behind it or as seconds since 1970; null where it is none. */
export function sourceDay(raw: unknown): string | null {
  if (typeof raw === 'number' && raw > 0 && raw < 1e11) return new Date(raw * 1000).toISOString().slice(0, 10);
  const found = typeof raw === 'string' ? /^\d{4}-\d\d-\d\d/.exec(raw.trim())?.[0] : undefined;
  if (found === undefined) return null;
  const time = Date.parse(`${found}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== found ? null : found;
}

const hundredths: Readonly<Record<string, string>> = { GBp: 'GBP', GBX: 'GBP', ZAc: 'ZAR', ILA: 'ILS' };

/** A currency from a source, and what one of its units is worth of it: pence are hundredths of pounds. */
export function sourceCurrency(raw: unknown): { readonly currency: string; readonly unit: number } | null {
  const text = sourceText(raw);
  const whole = hundredths[text];
  if (whole) return { currency: whole, unit: 0.01 };
  if (/^RMB$/i.test(text)) return { currency: 'CNY', unit: 1 };
  return /^[A-Z]{3}$/.test(text) ? { currency: text, unit: 1 } : null;
}
