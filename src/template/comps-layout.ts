import type { Company, Peer, PeerStatistic } from '../company/company.ts';
import { yearLabel, type FinancialYear } from '../model/financial-year.ts';
import type { FormatName } from './number-formats.ts';

/** A column of the comps that statistics are taken of: what a peer and a printed statistic hold there. */
export type CompsField = {
  readonly column: number;
  readonly head: string;
  /** The heading without its year, where it has one. */
  readonly stem?: string;
  readonly format: FormatName;
  readonly year?: number;
  readonly kind: 'ev-sales' | 'price-sales' | 'sales-growth' | 'eps-growth' | 'gross-margin' | 'cash-flow-margin';
  /** As a fraction where it is a percentage; null where not printed. */
  of(one: Peer | PeerStatistic): number | null;
};

/** The statistics under each group, from the top. */
export const statisticNames = [
  'Mean',
  'Median',
  'High',
  'Low',
  'Lower quartile',
  'Upper quartile',
  'Number of peers',
  'Mean, as printed',
  'Median, as printed',
] as const;
export type StatisticName = (typeof statisticNames)[number];

export type CompsGroup = { readonly name: string; readonly headLine: number; readonly peers: readonly PlacedPeer[] };
type PlacedPeer = { readonly line: number; readonly peer: Peer };

export type CompsLayout = {
  readonly ownLine: number;
  readonly groups: readonly CompsGroup[];
  readonly lastLine: number;
  readonly fields: readonly CompsField[];
  /** The years of EV/sales, from the first. */
  readonly years: readonly number[];
  /** The column of sales in each of these years. */
  readonly salesColumns: readonly number[];
  /** What stands behind the fields. */
  readonly status: number;
  readonly age: number;
  readonly basis: number;
  /** The line of a statistic of a group. */
  statisticLine(group: CompsGroup, name: StatisticName): number;
  /** The column that holds a field's value where the peer is included. */
  helperColumn(field: CompsField): number;
  /** The column of EV/sales in a year. */
  evSalesColumn(year: number): number | undefined;
};

export const compsColumns = {
  name: 2,
  rating: 3,
  currency: 4,
  ticker: 5,
  include: 6,
  yearEnd: 7,
  price: 8,
  marketCap: 9,
  netDebt: 10,
  enterpriseValue: 11,
  firstSales: 12,
} as const;
export const compsSheet = 'Comps';
export const compsYearsLine = 5;
export const compsHeadLine = 6;
export const compsDateCell = 'E4';
export const fewestPeersCell = 'I4';
/** Where the comps come from and when; the refresh finds it by its name. */
export const compsStatusCell = 'L4';
const firstLine = 8;

const fraction = (points: number | null): number | null =>
  points === null ? null : Number((points / 100).toPrecision(12));

/** Where everything stands on Comps: it follows from the company's peers alone. */
export function compsLayout({ comps, years: financialYears }: Company): CompsLayout {
  const years = [...new Set(comps.peers.flatMap(({ evSales }) => Object.keys(evSales).map(Number)))].sort();
  const firstField = compsColumns.firstSales + years.length;
  const fields = fieldsOf(years, financialYears, firstField);
  const status = firstField + fields.length;
  let line = firstLine + 2;
  const groups = comps.groups.map((name): CompsGroup => {
    const headLine = line++;
    const peers = comps.peers.filter(({ group }) => group === name).map((peer) => ({ line: line++, peer }));
    line += statisticNames.length + 1;
    return { name, headLine, peers };
  });
  return {
    ownLine: firstLine,
    groups,
    lastLine: line - 2,
    fields,
    years,
    salesColumns: years.map((_, index) => compsColumns.firstSales + index),
    status,
    age: status + 1,
    basis: status + 2,
    statisticLine: ({ headLine, peers }, name) => headLine + peers.length + 1 + statisticNames.indexOf(name),
    helperColumn: ({ column }) => column + fields.length + 3,
    evSalesColumn: (year) => fields.find((field) => field.kind === 'ev-sales' && field.year === year)?.column,
  };
}

function fieldsOf(
  years: readonly number[],
  financialYears: readonly FinancialYear[],
  firstField: number,
): readonly CompsField[] {
  const labelOf = (year: number) => {
    const known = financialYears.find((one) => one.year === year);
    return known ? yearLabel(known) : `FY${year}`;
  };
  const actual = financialYears.filter(({ status }) => status === 'actual').at(-1)!;
  const last = financialYears.at(-1)!;
  const span = `${yearLabel(actual).slice(0, 4)}-${yearLabel(last).slice(2)}`;
  const past = yearLabel(actual).slice(0, 4);
  const made: Omit<CompsField, 'column'>[] = [
    ...years.map((year) => ({
      head: `EV/sales ${labelOf(year)}`,
      stem: 'EV/sales',
      format: 'multiple' as const,
      year,
      kind: 'ev-sales' as const,
      of: (one: Peer | PeerStatistic) => one.evSales[year] ?? null,
    })),
    ...years.map((year) => ({
      head: `P/S ${labelOf(year)}`,
      stem: 'P/S',
      format: 'multiple' as const,
      year,
      kind: 'price-sales' as const,
      of: (one: Peer | PeerStatistic) => one.priceSales[year] ?? null,
    })),
    { head: `Sales CAGR ${span}`, format: 'percent-0', kind: 'sales-growth', of: (one) => fraction(one.salesCagr) },
    { head: `EPS CAGR ${span}`, format: 'percent-0', kind: 'eps-growth', of: (one) => fraction(one.epsCagr) },
    { head: `Gross margin ${past}`, format: 'percent-0', kind: 'gross-margin', of: (one) => fraction(one.grossMargin) },
    {
      head: `FCF margin ${past}`,
      format: 'percent-0',
      kind: 'cash-flow-margin',
      of: (one) => fraction(one.freeCashFlowMargin),
    },
  ];
  return made.map((field, index) => ({ ...field, column: firstField + index }));
}
