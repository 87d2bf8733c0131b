/** What Excel passes for one cell of a range or a scalar argument. */
export type Raw = unknown;

const codes =
  /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BUSY!|GETTING_DATA|CONNECT!|BLOCKED!)$/;

/** The code of a cell that holds an error: as text, as Excel's error value, or as the functions' runtime has it. */
export function errorCodeOf(raw: Raw): string | undefined {
  if (typeof raw === 'string') return codes.test(raw) ? raw : undefined;
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  const { basicValue, code } = raw as { readonly basicValue?: unknown; readonly code?: unknown };
  return [basicValue, code].find((one): one is string => typeof one === 'string' && codes.test(one));
}

/** Whether a cell holds nothing: empty, omitted, or spaces, which is how some clear one. */
export const isBlank = (raw: Raw): boolean =>
  raw === null || raw === undefined || (typeof raw === 'string' && raw.trim() === '');

/**
 * A cell as plain as it can be: an error is its code, and what Excel passes as an object (a formatted number, a field of
 * a stock) is the number or text that it shows.
 */
export function plain(raw: Raw): Raw {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  const { basicValue } = raw as { readonly basicValue?: unknown };
  return errorCodeOf(raw) ?? (['number', 'string', 'boolean'].includes(typeof basicValue) ? basicValue : raw);
}

const decimal = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
/** Commas only where they part thousands: 0,5 is not a number here, whatever it is elsewhere. */
const withThousands = /^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/;

/** The number that a text stands for: 1,234.5, (12), 20.1%; undefined for any other text. */
export function numberOfText(text: string): number | undefined {
  const trimmed = text.trim();
  const bracketed = /^\(([^-+].*)\)$/.exec(trimmed);
  const unsigned = bracketed ? bracketed[1]! : trimmed;
  const percent = unsigned.endsWith('%');
  const written = percent ? unsigned.slice(0, -1).trim() : unsigned;
  const digits = withThousands.test(written) ? written.replaceAll(',', '') : written;
  if (!decimal.test(digits)) return undefined;
  const value = (percent ? Number(digits) / 100 : Number(digits)) * (bracketed ? -1 : 1);
  return Number.isFinite(value) ? value : undefined;
}
