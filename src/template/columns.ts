import type { FinancialYear } from '../model/financial-year.ts';
import { columnLetters } from './address.ts';

/** The first column of years on every time-series sheet; flag, label, unit and source stand before it. */
const firstYearColumn = 5;

/** The columns that every time-series sheet shares. */
export type Columns = {
  readonly flag: 1;
  readonly label: 2;
  readonly unit: 3;
  readonly source: 4;
  readonly years: readonly FinancialYear[];
  /** The column of a year by its place. */
  year(index: number): number;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Places of the years that are no opening years. */
  readonly firstActual: number;
  readonly firstEstimate: number;
  /** Growth from the last actual to the last estimate year. */
  readonly growth: number;
  readonly note: number;
  /** Letters of the columns of each status. */
  readonly letters: { opening: readonly string[]; actual: readonly string[]; estimate: readonly string[] };
};

export function columnsOf(years: readonly FinancialYear[]): Columns {
  const year = (index: number) => firstYearColumn + index;
  const lettersOf = (status: FinancialYear['status']) =>
    years.flatMap((one, index) => (one.status === status ? [columnLetters(year(index))] : []));
  return {
    flag: 1,
    label: 2,
    unit: 3,
    source: 4,
    years,
    year,
    firstYear: firstYearColumn,
    lastYear: year(years.length - 1),
    firstActual: years.findIndex(({ status }) => status !== 'opening'),
    firstEstimate: years.findIndex(({ status }) => status === 'estimate'),
    growth: year(years.length),
    note: year(years.length + 1),
    letters: { opening: lettersOf('opening'), actual: lettersOf('actual'), estimate: lettersOf('estimate') },
  };
}

/** The columns beyond the shared ones: the range of a driver, whether it is left, and how many cells are blank. */
export const rangeColumns = ({ columns }: { readonly columns: Columns }) => ({
  low: columns.note + 1,
  high: columns.note + 2,
  outside: columns.note + 3,
  blank: columns.note + 4,
});
