import { absolute, onSheet, range } from './address.ts';
import type { Book } from './book.ts';
import { driversSheet, firstRow, liveSheet } from './book-layout.ts';

/** A scenario: its line in the list, where all names stand, and how far below Drivers its block does. */
type Listed = { readonly line: number; readonly names: string; readonly shift: number; readonly isBase: boolean };

/**
 * The formula that counts what is wrong with a scenario: a name that is missing or taken, labels that are not those of
 * Drivers, text where a number is due; in the base case, cells left blank. A row put into Drivers and not into the
 * blocks shows here.
 */
export function scenarioFaults(book: Book, { line, names, shift, isBase }: Listed): string {
  const { columns, inputLines, driverHeadLine } = book;
  const first = columns.year(columns.firstEstimate);
  const lastScalar = Math.max(...inputLines.flatMap(({ line: at }) => (at < driverHeadLine ? [at] : [])));
  const scalars = (column: number, by: number) =>
    range({ top: firstRow + by, left: column, bottom: lastScalar + by, right: column });
  const drivers = (left: number, right: number, by: number) =>
    range({ top: driverHeadLine + 1 + by, left, bottom: inputLines.at(-1)!.line + by, right });
  const unlike = (own: string, onDrivers: string) => `SUMPRODUCT(1-(${own}=${onSheet(driversSheet, onDrivers)}))`;
  const filled = (cells: string) => `SUMPRODUCT(1-(${cells}=""))`;
  const values = drivers(first, columns.lastYear, shift);
  const { label } = columns;
  return [
    `IF(B${line}="",1,COUNTIF(${absolute(names)},B${line})-1)`,
    unlike(scalars(label, shift), scalars(label, 0)),
    unlike(drivers(label, label, shift), drivers(label, label, 0)),
    `${filled(values)}-COUNT(${values})`,
    ...(isBase
      ? [
          `${filled(onSheet(liveSheet, scalars(first, 0)))}-${filled(scalars(first, shift))}`,
          `${filled(onSheet(liveSheet, drivers(first, columns.lastYear, 0)))}-${filled(values)}`,
        ]
      : []),
  ].join('+');
}
