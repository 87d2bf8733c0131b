import type { Definitions } from '../definitions.ts';
import { at, band, ifElse, ifPositive, one, round, type Expression } from '../expression.ts';
import type { Row } from '../row.ts';
import type { Shape } from '../shape.ts';
import { heading, item, ratio, total, type Statement } from '../statement.ts';
import { hkd, hkdMn, multiple, percent, ratingOf, rmbMn, usdMn } from '../unit.ts';
import type { BalanceSheet } from './balance-sheet.ts';
import type { Debt } from './debt.ts';
import type { Income } from './income.ts';
import type { Revenue } from './revenue.ts';
import type { Scalars } from './scalars.ts';

const figure = '68';

export type Valuation = ReturnType<typeof valuation>;

/**
 * Target price on both definitions of net cash, rating, market multiples. RMB mn and HK$ (Figure 68).
 *
 * The published target counts cash and equivalents and the minority in profit; the published multiples count total
 * cash and non-controlling interests. Each has its rows.
 */
export function valuation(
  define: Definitions,
  { ratingBands }: Shape,
  scalars: Scalars,
  { revenue }: Revenue,
  { netCashPublished, netCashTotal, totalCash, totalDebt }: Debt,
  { grossProfit, minorityInterest, adjustedEbitda, netProfit }: Income,
  { nonControllingInterests, totalEquity }: BalanceSheet,
) {
  const { sharePrice, sharesOutstanding, rmbPerHkd, rmbPerUsd, valuationYear } = scalars;
  const inValuationYear = (id: string, label: string, row: Row) =>
    define.scalar(id, label, row.unit, at(row, valuationYear));

  const multipleFromPremium = define.scalar(
    'multiple-on-peer',
    'Multiple on the peer',
    multiple,
    round(scalars.peerEvSales.times(scalars.peerPremium.plus(one)).div(scalars.multipleRounding), 0).times(
      scalars.multipleRounding,
    ),
    { figure: 'from 69', note: 'peer times one plus the premium, rounded' },
  );
  const multipleInUse = define.scalar(
    'multiple-in-use',
    'Multiple in use',
    multiple,
    ifElse(scalars.multipleFromPeer, multipleFromPremium, scalars.targetEvSales),
    { figure },
  );
  const premiumToPeer = define.scalar(
    'multiple-premium-to-peer',
    'Premium of the multiple to the peer',
    percent,
    multipleInUse.div(scalars.peerEvSales).minus(one),
    { figure: 'text', sign: 'either' },
  );

  const enterpriseValue = define.derived(
    'target-enterprise-value',
    'Target enterprise value',
    rmbMn,
    multipleInUse.times(revenue),
    {
      figure,
    },
  );
  const targetNetCash = define.derived('target-net-cash', 'Net cash in the target', rmbMn, netCashPublished, {
    figure,
    sign: 'either',
  });
  const targetMinority = define.derived(
    'target-minority-interest',
    'Minority interest in the target',
    rmbMn,
    minorityInterest,
    { figure, sign: 'either', note: 'the report takes the minority in profit' },
  );
  const perShare = (equity: Row): Expression => equity.div(sharesOutstanding).div(rmbPerHkd);
  const equityValue = define.derived(
    'target-equity-value',
    'Target equity value',
    rmbMn,
    enterpriseValue.plus(targetNetCash).minus(targetMinority),
    { figure },
  );
  const targetByYear = define.derived(
    'target-price-by-year',
    'Target price by valuation year, as published',
    hkd,
    perShare(equityValue),
    { figure: 'from 68' },
  );
  const equityValueTotal = define.derived(
    'target-equity-value-total-cash',
    'Target equity value on total cash',
    rmbMn,
    enterpriseValue.plus(netCashTotal).minus(nonControllingInterests),
  );
  const targetByYearTotal = define.derived(
    'target-price-by-year-total-cash',
    'Target price by valuation year, on total cash',
    hkd,
    perShare(equityValueTotal),
  );
  const targetPublished = inValuationYear('target-price-published', 'Target price, as published', targetByYear);
  const targetTotal = inValuationYear('target-price-total-cash', 'Target price on total cash', targetByYearTotal);
  const targetPrice = define.scalar(
    'target-price',
    'Target price',
    hkd,
    ifElse(scalars.netCashBasis, targetTotal, targetPublished),
    { figure },
  );
  const targetRounded = define.scalar('target-price-rounded', 'Target price, to the cent', hkd, round(targetPrice, 2), {
    figure: 'from 68',
  });
  const upside = define.scalar('upside', 'Upside', percent, targetRounded.div(sharePrice).minus(one), {
    figure: 'rating_box',
    sign: 'either',
  });
  const rating = define.scalar(
    'rating',
    'Rating',
    ratingOf(ratingBands),
    band(upside, scalars.buyThreshold, scalars.sellThreshold),
    { figure: 'rating_box' },
  );
  const buyEdge = define.scalar(
    'target-at-buy-edge',
    'Target price at the upper band edge',
    hkd,
    sharePrice.times(scalars.buyThreshold.plus(one)),
  );
  const sellEdge = define.scalar(
    'target-at-sell-edge',
    'Target price at the lower band edge',
    hkd,
    sharePrice.times(scalars.sellThreshold.plus(one)),
  );

  const marketCap = define.scalar('market-cap', 'Market capitalisation', hkdMn, sharePrice.times(sharesOutstanding), {
    figure: 'stock_data',
  });
  const marketCapRmb = define.scalar(
    'market-cap-rmb',
    'Market capitalisation in RMB',
    rmbMn,
    marketCap.times(rmbPerHkd),
    { figure: 'from stock_data' },
  );
  const marketCapUsd = define.scalar(
    'market-cap-usd',
    'Market capitalisation in US$',
    usdMn,
    marketCapRmb.div(rmbPerUsd),
    { figure: 'from stock_data' },
  );
  /** Enterprise value at a market capitalisation: total cash out, total debt and non-controlling interests in. */
  const atMarketCap = (cap: Expression) => cap.minus(totalCash).plus(totalDebt).plus(nonControllingInterests);
  const marketEnterpriseValue = define.derived(
    'enterprise-value',
    'Enterprise value',
    rmbMn,
    atMarketCap(marketCapRmb),
    {
      figure: 'from earnings_summary',
      note: 'market capitalisation less total cash plus total debt and non-controlling interests',
    },
  );
  const evSales = define.derived('ev-sales', 'EV/sales', multiple, marketEnterpriseValue.div(revenue), {
    figure: 'earnings_summary',
  });
  const ofPositive = (id: string, label: string, value: Expression, base: Row) =>
    define.derived(id, label, multiple, ifPositive(base, value.div(base)));
  const priceSales = ofPositive('price-to-sales', 'P/S', marketCapRmb, revenue);
  const evGrossProfit = ofPositive('ev-gross-profit', 'EV/gross profit', marketEnterpriseValue, grossProfit);
  const evEbitda = ofPositive('ev-ebitda', 'EV/EBITDA', marketEnterpriseValue, adjustedEbitda);
  const priceBook = ofPositive('price-to-book', 'P/B', marketCapRmb, totalEquity);
  const priceEarnings = ofPositive('price-to-earnings', 'P/E', marketCapRmb, netProfit);

  const evSalesAt = (id: string, label: string, target: Row) =>
    define.derived(id, label, multiple, atMarketCap(target.times(sharesOutstanding).times(rmbPerHkd)).div(revenue));
  const evSalesAtTarget = evSalesAt('ev-sales-at-target', 'EV/sales at the target price', targetPublished);
  const evSalesAtTotal = evSalesAt(
    'ev-sales-at-total-cash-target',
    'EV/sales at the total-cash target price of the year',
    targetByYearTotal,
  );
  const checkTargetMultiple = define.check(
    'check-target-multiple',
    'EV/sales at the total-cash target equals the multiple',
    multiple,
    evSalesAtTotal.minus(multipleInUse),
  );

  const perTurn = define.scalar(
    'target-per-turn',
    'Target price per turn of the multiple',
    hkd,
    at(revenue, valuationYear).div(sharesOutstanding).div(rmbPerHkd),
  );

  const statement: Statement = {
    name: 'Valuation',
    figure,
    checks: [checkTargetMultiple],
    items: [
      heading('Target price'),
      item(multipleFromPremium),
      item(multipleInUse),
      ratio(premiumToPeer),
      item(enterpriseValue),
      item(targetNetCash),
      item(targetMinority),
      total(equityValue),
      item(sharesOutstanding),
      total(targetByYear),
      heading('Target price on total cash'),
      item(netCashTotal),
      item(nonControllingInterests),
      total(equityValueTotal),
      total(targetByYearTotal),
      heading('Rating'),
      item(targetPublished),
      item(targetTotal),
      total(targetPrice),
      item(targetRounded),
      item(sharePrice),
      ratio(upside),
      total(rating),
      item(buyEdge),
      item(sellEdge),
      item(perTurn),
      heading('At the share price'),
      item(scalars.classBShares),
      item(rmbPerUsd),
      item(marketCap),
      item(marketCapRmb),
      item(marketCapUsd),
      item(totalCash),
      item(totalDebt),
      total(marketEnterpriseValue),
      ratio(evSales),
      ratio(priceSales),
      ratio(evGrossProfit),
      ratio(evEbitda),
      ratio(priceBook),
      ratio(priceEarnings),
      heading('At the target price'),
      ratio(evSalesAtTarget),
      ratio(evSalesAtTotal),
    ],
  };
  return {
    multipleFromPremium,
    multipleInUse,
    premiumToPeer,
    enterpriseValue,
    targetNetCash,
    targetMinority,
    equityValue,
    targetByYear,
    equityValueTotal,
    targetByYearTotal,
    targetPublished,
    targetTotal,
    targetPrice,
    targetRounded,
    upside,
    rating,
    buyEdge,
    sellEdge,
    perTurn,
    marketCap,
    marketCapRmb,
    marketCapUsd,
    marketEnterpriseValue,
    evSales,
    priceSales,
    evGrossProfit,
    evEbitda,
    priceBook,
    priceEarnings,
    evSalesAtTarget,
    evSalesAtTotal,
    statement,
  };
}
