/** A printed number and half a unit of its last digit. */
export type PublishedCell = { readonly value: number; readonly tolerance: number };

/**
 * The number that a printed cell shows: brackets are negative, a dash is exactly zero, percentages are in points.
 *
 * @returns null for a cell that prints a word, such as n.a. or net cash.
 * @example publishedCell('(1,155)') // { value: -1155, tolerance: 0.5 }
 */
export function publishedCell(printed: string): PublishedCell | null {
  if (printed.trim() === '-') return { value: 0, tolerance: 0 };
  const found = /^\+?(?:HK\$)?(\()?(-?[\d,]*\.?\d+)\)?[%x]?\*?$/.exec(printed.trim());
  if (!found) return null;
  const digits = found[2]!.replaceAll(',', '');
  const decimals = digits.split('.')[1]?.length ?? 0;
  const size = Number(digits);
  return { value: found[1] ? 0 - size : size, tolerance: Number(`0.5e-${decimals}`) };
}
