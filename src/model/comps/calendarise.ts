/**
 * A calendar year out of two financial years.
 *
 * @param fiscal The year that ends in that calendar year.
 * @param next The year after it.
 * @param month The month in which they end, 1 to 12.
 * @example calendarise(16675, 26914, 1) // 26060.75
 */
export const calendarise = (fiscal: number, next: number, month: number): number =>
  (fiscal * month + next * (12 - month)) / 12;
