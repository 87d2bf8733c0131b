import { Exact } from './inputs.ts';
import type { Row } from './row.ts';
import type { Unit } from './unit.ts';

const thousands = (fixed: string): string => {
  const [whole, decimals] = fixed.split('.') as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
};

/** The days from the date that spreadsheets count from to the first of January 1970. */
const serialOf1970 = 25569;
const dayInMilliseconds = 86_400_000;

/** "2022-01-31" as the day number that spreadsheets use. */
export const dateSerial = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / dayInMilliseconds + serialOf1970;

/** The day number that spreadsheets use as "2022-01-31". */
export const isoDate = (serial: number): string =>
  new Date((serial - serialOf1970) * dayInMilliseconds).toISOString().slice(0, 10);

/** Whether a text is a day that exists, such as "2022-01-31"; "2022-02-30" is none. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(dateSerial(text)) && isoDate(dateSerial(text)) === text;

/**
 * A figure as an analyst reads it: thousands grouped, percentages in points with a %, multiples with an x.
 *
 * @example figure(new Exact('0.201'), percent) // "20.10%"
 */
export function figure(value: Exact, unit: Unit, decimals: number = unit.decimals): string {
  const fixed = (of: Exact) => thousands(of.toFixed(decimals, Exact.ROUND_HALF_UP).replace(/^-(0(\.0*)?)$/, '$1'));
  switch (unit.kind) {
    case 'percent':
      return `${fixed(value.times(100))}%`;
    case 'multiple':
      return `${fixed(value)}x`;
    case 'date':
      return isoDate(value.toNumber());
    case 'year':
      return value.toFixed(0);
    case 'choice':
    case 'rating':
      return unit.words?.[value.toNumber()] ?? value.toString();
    default:
      return fixed(value);
  }
}

/** A row's figure as an analyst reads it; the row's own word where it has no meaning. */
export const rowFigure = (row: Row, value: Exact): string => (value.isNaN() ? row.otherwise : figure(value, row.unit));
