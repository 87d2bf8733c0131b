import { Exact } from '../model/inputs.ts';
import { notAvailable } from './cell-error.ts';
import { inputs, period, text, type FunctionSpec } from './function-spec.ts';
import { basis, basisOf, price, priceOf, unknownYear } from './valuation-arguments.ts';
import { enterpriseValue, known, marketCap, revenueOf } from './valuation-parts.ts';

const family = 'Valuation';

/** The currencies of a market capitalisation. */
export const currencies = ['HKD', 'RMB', 'USD'] as const;
/** Other ways to write them. */
const currencySigns: Readonly<Record<string, (typeof currencies)[number]>> = { HK$: 'HKD', US$: 'USD', CNY: 'RMB' };

/** Market multiples, with what each divides: the market capitalisation or the enterprise value. */
const multipleKinds = {
  'P/S': ['cap', 'revenue'],
  'EV/sales': ['ev', 'revenue'],
  'EV/gross profit': ['ev', 'gross-profit'],
  'EV/EBITDA': ['ev', 'adjusted-ebitda'],
  'P/B': ['cap', 'total-equity'],
  'P/E': ['cap', 'net-profit'],
} as const;
/** The multiples there are. */
export const multiples = Object.keys(multipleKinds) as readonly (keyof typeof multipleKinds)[];

/** The functions on market value: enterprise value, net cash and multiples at a price. */
export const valuationFunctions: readonly FunctionSpec[] = [
  {
    id: 'EVSALES',
    family,
    gives:
      'EV/sales at a share price: market capitalisation less total cash plus total debt and non-controlling interests',
    parameters: [period(), price, inputs],
    result: 'number',
    example: { call: '=ST.EVSALES()', gives: '27.15' },
    errors: [unknownYear],
    run(take) {
      const of = take.case();
      const year = take.period(of);
      return enterpriseValue(of, priceOf(take, of), year).div(revenueOf(of, year)).toNumber();
    },
  },
  {
    id: 'ENTERPRISEVALUE',
    family,
    gives: 'Enterprise value at a share price, RMB mn',
    parameters: [period(), price, inputs],
    result: 'number',
    example: { call: '=ST.ENTERPRISEVALUE()', gives: '173,733' },
    errors: [unknownYear],
    run(take) {
      const of = take.case();
      return enterpriseValue(of, priceOf(take, of), take.period(of)).toNumber();
    },
  },
  {
    id: 'MARKETCAP',
    family,
    gives: 'Market capitalisation of all share classes, in millions',
    parameters: [
      price,
      text('currency', 'HKD, RMB or USD; HK$, CNY and US$ are understood', 'currencies', 'HKD'),
      inputs,
    ],
    result: 'number',
    example: { call: '=ST.MARKETCAP()', gives: '225,505' },
    errors: ['#N/A for an unknown currency'],
    run(take) {
      const of = take.case();
      const rmb = marketCap(of, priceOf(take, of));
      const { rmbPerHkd, rmbPerUsd } = of.desk.model.market;
      const said = take.optionalText('currency');
      const currency = currencySigns[said?.toUpperCase() ?? ''] ?? take.word('currency', currencies, 'HKD');
      const rates = { HKD: known(of, rmbPerHkd), USD: known(of, rmbPerUsd), RMB: new Exact(1) };
      return rmb.div(rates[currency]).toNumber();
    },
  },
  {
    id: 'NETCASH',
    family,
    gives: 'Net cash, RMB mn: cash and equivalents less total debt as published, or total cash less total debt',
    parameters: [period(), basis, inputs],
    result: 'number',
    example: { call: '=ST.NETCASH()', gives: '7,187.8' },
    errors: [unknownYear],
    run(take) {
      const of = take.case();
      const { netCashPublished, netCashTotal } = of.desk.model.funding;
      const row = basisOf(take, of) === 'published' ? netCashPublished : netCashTotal;
      return known(of, row, take.period(of)).toNumber();
    },
  },
  {
    id: 'MULTIPLE',
    family,
    gives: 'A market multiple at a share price: P/S, EV/sales, EV/gross profit, EV/EBITDA, P/B or P/E',
    parameters: [
      text('kind', 'P/S, EV/sales, EV/gross profit, EV/EBITDA, P/B or P/E', 'multiples'),
      period(),
      price,
      inputs,
    ],
    result: 'number',
    example: { call: '=ST.MULTIPLE("P/S")', gives: '29.3' },
    errors: ['#N/A where what it divides by is not above zero'],
    run(take) {
      const of = take.case();
      const kind = take.word('kind', multiples);
      const year = take.period(of);
      const [over, id] = multipleKinds[kind];
      const row = of.desk.model.row(id);
      const under = known(of, row, year);
      if (!under.gt(0)) throw notAvailable(`${kind} has no meaning: ${row.label} is not above zero.`);
      const at = priceOf(take, of);
      return (over === 'cap' ? marketCap(of, at) : enterpriseValue(of, at, year)).div(under).toNumber();
    },
  },
];
