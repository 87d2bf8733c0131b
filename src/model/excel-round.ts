import { Exact } from './inputs.ts';

/** The digits that Excel keeps of a number. */
const excelDigits = 15;

/**
 * Rounds as Excel does: half away from zero, on the 15-digit decimal form.
 *
 * @example roundExact(new Exact('1.005'), 2) // 1.01
 */
export const roundExact = (value: Exact, digits: number): Exact =>
  value.toSignificantDigits(excelDigits, Exact.ROUND_HALF_UP).toDecimalPlaces(digits, Exact.ROUND_HALF_UP);

/**
 * The same for a float64.
 *
 * @example roundFloat(1.005, 2) // 1.01, where Math.round(1.005 * 100) / 100 is 1
 */
export function roundFloat(value: number, digits: number): number {
  if (!Number.isFinite(value)) return value;
  const size = Math.abs(value);
  const scale = 10 ** digits;
  const scaled = size * scale;
  const fromHalf = Math.abs(scaled - Math.floor(scaled) - 0.5);
  // Away from a half the fifteenth digit decides nothing.
  const rounded = fromHalf > (1 + scaled) * 1e-12 ? Math.round(scaled) : roundDecimal(size, digits);
  return (Math.sign(value) * rounded) / scale;
}

/** A positive number times a power of ten, rounded on its 15-digit decimal form. */
function roundDecimal(size: number, digits: number): number {
  const [mantissa, exponent] = size.toExponential(excelDigits - 1).split('e') as [string, string];
  const shifted = Number(`${mantissa}e${Number(exponent) + digits}`);
  // The decimal shift can itself fall a hair below the half that the digits show.
  return Math.floor(Number(shifted.toPrecision(excelDigits)) + 0.5);
}
