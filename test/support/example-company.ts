import type { ByYear, Company, DriverData, ScalarData } from '../../src/company/company.ts';
import type { FinancialYear } from '../../src/model/financial-year.ts';
import { buildModel } from '../../src/model/model.ts';
import type { Row } from '../../src/model/row.ts';
import type { Shape } from '../../src/model/shape.ts';

const shape: Shape = {
  segments: [
    {
      id: 'ferries',
      label: 'Ferries',
      method: 'volume x price',
      volume: { id: 'ferry-routes', label: 'Ferry routes', unit: 'routes' },
      price: { id: 'revenue-per-route', label: 'Revenue per route' },
    },
    { id: 'harbours', label: 'Harbours', method: 'growth' },
  ],
  costNatures: [
    { id: 'fuel-cost', label: 'Fuel', ratio: { id: 'fuel-ratio', label: 'Fuel, % of revenue' } },
    { id: 'crew-cost', label: 'Crew', ratio: { id: 'crew-ratio', label: 'Crew, % of revenue' } },
  ],
  ratingBands: ['ADD', 'HOLD', 'REDUCE'],
};

const years: readonly FinancialYear[] = [
  { year: 2030, status: 'opening' },
  ...[2031, 2032].map((year) => ({ year, status: 'actual' }) as const),
  ...[2033, 2034, 2035, 2036, 2037].map((year) => ({ year, status: 'estimate' }) as const),
];
const yearsOf = (...statuses: FinancialYear['status'][]) =>
  years.filter(({ status }) => statuses.includes(status)).map(({ year }) => year);

const scalars: readonly ScalarData[] = Object.entries({
  'share-price': 20,
  'pricing-date': '2033-03-31',
  'shares-outstanding': 500,
  'class-a-shares': 0,
  'cny-per-hkd': 0.9,
  'ipo-cny-per-hkd': 0.85,
  'hkd-per-usd': 7.8,
  'target-ev-sales': 12,
  'valuation-year': 'FY34E',
  'peer-ev-sales': 10,
  'peer-premium': 10,
  'multiple-from-peer': 0,
  'peer-ticker': 'SAIL LN',
  'multiple-rounding': 0.5,
  'net-cash-basis': 'published',
  'buy-threshold': 10,
  'sell-threshold': -10,
  'listing-date': '2029-06-01',
  'ipo-price': 15,
  'days-in-year': 365,
  'months-in-year': 12,
}).map(([id, value]) => ({ id, value, source: 'example' }));

/** A number for a cell: different for every row, in no pattern that a fault could hide behind. */
const figureFor = (row: Row, place: number, year: number): number => {
  const size = 20 + ((place * 37) % 90) + (year - 2030) * 3;
  return row.unit.kind === 'percent' ? size / 10 : size;
};
const byYear = (over: readonly number[], valueIn: (year: number) => number): ByYear =>
  Object.fromEntries(over.map((year) => [year, valueIn(year)]));

/** A made-up company: other years, other segments, other words for its rating, five estimate years. */
export function exampleCompany(): Company {
  const { rows } = buildModel(shape);
  const holdsHistory = ({ kind, actual }: Row) => kind === 'line' && actual === 'data';
  const holdsEstimates = ({ kind, estimate, options }: Row) =>
    kind !== 'scalar' && estimate === 'data' && options.fallback === undefined;
  const history = rows.flatMap((row, place) =>
    holdsHistory(row) ? [[row.id, byYear(yearsOf('opening', 'actual'), (year) => figureFor(row, place, year))]] : [],
  );
  const drivers = rows.flatMap((row, place): DriverData[] =>
    holdsEstimates(row)
      ? [
          {
            id: row.id,
            values: byYear(yearsOf('estimate'), (year) => figureFor(row, place, year)),
            source: 'round',
            range: [0, 1000],
          },
        ]
      : [],
  );
  return {
    ...shape,
    name: 'Example Ferries',
    ticker: '99 HK',
    report: { title: 'Example', date: '2033-04-01', pricingDate: '2033-03-31' },
    version: '1.0.0',
    years,
    history: Object.fromEntries(history) as Company['history'],
    drivers,
    scalars,
    scenarios: [
      {
        id: 'storm',
        name: 'Storm',
        risk: 'weather',
        story: 'Fewer routes sail.',
        evidence: [],
        changes: [{ id: 'ferry-routes', year: 2034, value: 10 }],
      },
    ],
    published: [],
    facts: [],
    notes: [],
    comps: {
      asOf: '2033-03-31',
      groups: ['Ferries'],
      peers: [
        {
          ticker: 'SAIL LN',
          name: 'Sail',
          group: 'Ferries',
          rating: null,
          marketCapUsdMn: 900,
          price: 4.2,
          currency: 'GBP',
          fiscalYearEndMonth: 3,
          basis: 'example',
          evSales: { 2034: 10 },
          priceSales: {},
          salesCagr: null,
          epsCagr: null,
          grossMargin: 40,
          freeCashFlowMargin: null,
        },
      ],
      statistics: [],
    },
    ownership: {
      holders: [
        { name: 'Founder', classA: 0, classB: 500, preIpo: 100, postIpo: 100, isGroup: false, issuedAtIpo: false },
      ],
      cornerstones: [],
      lockUps: [],
      sharesBeforeIpo: 500,
      ordinaryBeforeIpo: 500,
      preferredBeforeIpo: 0,
      newShares: 0,
      overAllotment: 0,
      sharesAfterIpo: 500,
    },
    markets: [],
    operatingPeers: [],
    market: { high52Week: 25, low52Week: 12 },
  };
}
