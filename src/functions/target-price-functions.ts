import { roundExact } from '../model/excel-round.ts';
import { Exact } from '../model/inputs.ts';
import type { Arguments } from './arguments.ts';
import { bridge, bridgeOutputs } from './bridge.ts';
import type { Case } from './case.ts';
import { invalidValue, notAvailable } from './cell-error.ts';
import { inputs, number, period, text, type FunctionSpec } from './function-spec.ts';
import { basis, basisOf, price, priceOf, unknownYear } from './valuation-arguments.ts';
import { known, marketCap, netCashLessMinorities, perShare, revenueOf } from './valuation-parts.ts';

const family = 'Valuation';

/** New shares up to this are a multiple of those outstanding: 10 is 1,000%. */
const highestShare = 10;

function targetPrice(take: Arguments, of: Case): Exact {
  const year = take.period(of);
  const multiple = take.has('multiple')
    ? new Exact(take.positive('multiple'))
    : known(of, of.desk.model.value.multipleInUse);
  return perShare(of, multiple.times(revenueOf(of, year)).plus(netCashLessMinorities(of, year, basisOf(take, of))));
}

/** The functions on the target price: what gives it, and what it implies. */
export const targetPriceFunctions: readonly FunctionSpec[] = [
  {
    id: 'TARGETPRICE',
    family,
    gives: 'The target price, HK$ per share, unrounded: multiple times sales plus net cash less minorities, per share',
    parameters: [number('multiple', 'EV/sales', "the inputs' multiple in use"), period(), basis, inputs],
    result: 'number',
    example: { call: '=ST.TARGETPRICE()', gives: '8.081' },
    errors: [unknownYear],
    run: (take) => targetPrice(take, take.case()).toNumber(),
  },
  {
    id: 'UPSIDE',
    family,
    gives: 'The target price rounded to the cent, over the share price, less one',
    parameters: [number('target', 'HK$ per share', "the inputs' target price"), price, inputs],
    result: 'number',
    example: { call: '=ST.UPSIDE()', gives: '20.06%' },
    errors: ['#VALUE! for a price that is not above zero'],
    run(take) {
      const of = take.case();
      const target = take.has('target') ? new Exact(take.number('target')) : known(of, of.desk.model.value.targetPrice);
      return roundExact(target, 2).div(priceOf(take, of)).minus(1).toNumber();
    },
  },
  {
    id: 'RATING',
    family,
    gives: "The rating of an upside by the report's bands; not advice",
    parameters: [number('upside', 'A fraction: 0.2 is 20%', "the inputs' upside"), inputs],
    result: 'text',
    example: { call: '=ST.RATING()', gives: 'BUY' },
    errors: ['#VALUE! for an upside beyond 1,000%'],
    run(take) {
      const of = take.case();
      const { value, market } = of.desk.model;
      const upside = take.has('upside') ? new Exact(take.number('upside')) : known(of, value.upside);
      if (upside.abs().gt(10)) throw invalidValue('upside is beyond 1,000%: 20% is 0.2.');
      const [worst, middle, best] = value.rating.unit.words!;
      if (upside.gt(known(of, market.buyThreshold))) return best!;
      return upside.lt(known(of, market.sellThreshold)) ? worst! : middle!;
    },
  },
  {
    id: 'IMPLIEDMULTIPLE',
    family,
    gives: 'The EV/sales that a target price implies; on total cash the exact inverse of EVSALES',
    parameters: [number('target', 'HK$ per share', "the inputs' target price"), period(), basis, inputs],
    result: 'number',
    example: { call: '=ST.IMPLIEDMULTIPLE(8.08)', gives: '34.0' },
    errors: [unknownYear, '#N/A where the target price is worth no more than the net cash'],
    run(take) {
      const of = take.case();
      const year = take.period(of);
      const target = take.has('target')
        ? new Exact(take.positive('target'))
        : known(of, of.desk.model.value.targetPrice);
      const enterprise = marketCap(of, target).minus(netCashLessMinorities(of, year, basisOf(take, of)));
      if (!enterprise.gt(0))
        throw notAvailable('The target price implies no multiple: it is worth no more than the net cash.');
      return enterprise.div(revenueOf(of, year)).toNumber();
    },
  },
  {
    id: 'IMPLIEDSALES',
    family,
    gives: 'The sales, RMB mn, that a target price and a multiple imply',
    parameters: [
      number('target', 'HK$ per share'),
      number('multiple', 'EV/sales'),
      number('netCashAmount', 'Net cash, RMB mn; negative is net debt'),
      number('shares', 'Shares, mn'),
      number('rmbPerHkd', 'RMB per HK$, about 0.83'),
      number('minority', 'Minorities, RMB mn', '0'),
    ],
    result: 'number',
    example: { call: '=ST.IMPLIEDSALES(8.081,34,7187.8,33507.4,0.83)', gives: '6,398.6' },
    errors: ['#VALUE! for a multiple, share count or rate that is not above zero'],
    run(take) {
      const equity = take.positive('target') * take.positive('shares') * take.positive('rmbPerHkd');
      const minority = take.optionalNumber('minority') ?? 0;
      const sales = (equity - take.number('netCashAmount') + minority) / take.positive('multiple');
      if (sales <= 0) throw notAvailable('No sales are implied: the target price is worth no more than the net cash.');
      return sales;
    },
  },
  {
    id: 'DILUTION',
    family,
    gives: 'The target price after an issue of shares, HK$',
    parameters: [
      number('newShares', 'Millions of shares; up to 10, a share of those outstanding: 0.05 is 5%, 1 is 100%'),
      number('issuePrice', 'HK$ per new share'),
      inputs,
    ],
    result: 'number',
    example: { call: '=ST.DILUTION(5%,6.06)', gives: '7.98' },
    errors: ['#VALUE! for new shares or an issue price that are not above zero'],
    run(take) {
      const of = take.case();
      const { market, value } = of.desk.model;
      const outstanding = known(of, market.sharesOutstanding);
      const asked = new Exact(take.positive('newShares'));
      const issued = asked.lte(highestShare) ? asked.times(outstanding) : asked;
      return known(of, value.targetPrice)
        .times(outstanding)
        .plus(issued.times(take.positive('issuePrice')))
        .div(outstanding.plus(issued))
        .toNumber();
    },
  },
  {
    id: 'BRIDGE',
    family,
    gives: 'The walk from one case to another: sales, multiple, net cash, shares, exchange rate, nothing left over',
    parameters: [
      text('output', 'Target price, Equity value or Enterprise value', 'outputs'),
      { ...inputs, name: 'fromInputs' },
      { ...inputs, name: 'toInputs' },
      period('the valuation year of toInputs'),
    ],
    result: 'table',
    example: { call: '=ST.BRIDGE("Target price",,Drivers!B7:K120)', gives: 'five steps from the one to the other' },
    errors: ['#VALUE! for an inputs table that cannot be read, naming the row and year'],
    run: (take) => bridge(take, take.word('output', bridgeOutputs)),
  },
];
