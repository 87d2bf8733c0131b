import type { CompsRow, CompsTable, ReportedField } from '../model/comps/comps-table.ts';
import type { Company, Peer } from './company.ts';

/**
 * The comps that come with a company's report, as the normalised table: multiples as the report prints them.
 *
 * @example comparisonSnapshot(company).rows[0]?.ticker
 */
export function comparisonSnapshot({ comps, report }: Company): CompsTable {
  return {
    schema: 'st.comps/1',
    provider: 'snapshot',
    asOf: comps.asOf,
    currency: 'USD',
    rates: [],
    errors: {},
    rows: comps.peers.map((peer) => rowOf(peer, comps.asOf, report)),
  };
}

function rowOf(peer: Peer, date: string, report: Company['report']): CompsRow {
  const byYear = (field: ReportedField, values: Readonly<Record<number, number>>) =>
    Object.entries(values).map(([year, value]) => ({ field, year: Number(year), value }));
  const inPoints = (field: ReportedField, points: number | null) =>
    points === null ? [] : [{ field, year: null, value: Number((points / 100).toPrecision(12)) }];
  return {
    ticker: peer.ticker,
    name: peer.name,
    group: peer.group,
    rating: peer.rating,
    include: true,
    fiscalYearEndMonth: peer.fiscalYearEndMonth,
    basis: peer.basis,
    price: peer.price === null ? null : { amount: peer.price, currency: peer.currency, date },
    marketCap: peer.marketCapUsdMn === null ? null : { amount: peer.marketCapUsdMn * 1e6, currency: 'USD', date },
    netDebt: null,
    minorities: null,
    preferred: null,
    shares: null,
    periods: [],
    reported: [
      ...byYear('ev-sales', peer.evSales),
      ...byYear('price-sales', peer.priceSales),
      ...inPoints('sales-growth', peer.salesCagr),
      ...inPoints('eps-growth', peer.epsCagr),
      ...inPoints('gross-margin', peer.grossMargin),
      ...inPoints('cash-flow-margin', peer.freeCashFlowMargin),
    ],
    source: report.title,
    retrieved: report.date,
  };
}
