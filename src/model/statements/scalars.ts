import type { Definitions } from '../definitions.ts';
import { choice, count, date, days, flag, hkd, mnShares, multiple, percent, rmb, text, year } from '../unit.ts';

export type Scalars = ReturnType<typeof scalars>;

/** Market, calendar and rating figures that belong to no year. Figures 68, 69 and 74. */
export function scalars(define: Definitions) {
  const sharePrice = define.scalar('share-price', 'Share price', hkd, undefined, { figure: 'rating_box' });
  const pricingDate = define.scalar('pricing-date', 'Pricing date', date, undefined, { figure: '69' });
  const sharesOutstanding = define.scalar(
    'shares-outstanding',
    'Shares outstanding, all classes',
    mnShares,
    undefined,
    {
      figure: '74',
    },
  );
  const classAShares = define.scalar('class-a-shares', 'Class A shares', mnShares, undefined, { figure: 'from 76' });
  const classBShares = define.scalar(
    'class-b-shares',
    'Class B shares, listed',
    mnShares,
    sharesOutstanding.minus(classAShares),
    { figure: 'stock_data' },
  );
  const rmbPerHkd = define.scalar('cny-per-hkd', 'RMB per HK$', rmb, undefined, { figure: 'text' });
  const ipoRmbPerHkd = define.scalar('ipo-cny-per-hkd', 'RMB per HK$ at the IPO', rmb, undefined, { figure: '74' });
  const hkdPerUsd = define.scalar('hkd-per-usd', 'HK$ per US$', hkd, undefined, { figure: 'from 75' });
  const rmbPerUsd = define.scalar('cny-per-usd', 'RMB per US$', rmb, rmbPerHkd.times(hkdPerUsd), { figure: 'from 75' });
  const daysInYear = define.scalar('days-in-year', 'Days in a year', days, undefined, { figure: 'from 59' });
  const monthsInYear = define.scalar('months-in-year', 'Months in a year', count('months'));
  const valuationYear = define.scalar('valuation-year', 'Valuation year', year, undefined, { figure: '68' });
  const targetEvSales = define.scalar('target-ev-sales', 'Target EV/sales', multiple, undefined, { figure: '68' });
  const multipleFromPeer = define.scalar('multiple-from-peer', 'Multiple from the peer', flag);
  const peerTicker = define.scalar('peer-ticker', 'Peer ticker', text, undefined, { figure: '69' });
  const peerEvSales = define.scalar('peer-ev-sales', 'Peer EV/sales in the valuation year', multiple, undefined, {
    figure: '69',
  });
  const peerPremium = define.scalar('peer-premium', 'Premium to the peer', percent, undefined, {
    figure: 'text',
    sign: 'either',
  });
  const multipleRounding = define.scalar('multiple-rounding', 'Rounding of the multiple', multiple);
  const buyThreshold = define.scalar('buy-threshold', 'BUY above', percent, undefined, {
    figure: 'text',
    sign: 'either',
  });
  const sellThreshold = define.scalar('sell-threshold', 'SELL below', percent, undefined, {
    figure: 'text',
    sign: 'either',
  });
  const netCashBasis = define.scalar('net-cash-basis', 'Net cash basis', choice('published', 'total cash'));
  const listingDate = define.scalar('listing-date', 'Listing date', date, undefined, { figure: '74' });
  const ipoPrice = define.scalar('ipo-price', 'IPO price', hkd, undefined, { figure: '74' });

  return {
    sharePrice,
    pricingDate,
    sharesOutstanding,
    classAShares,
    classBShares,
    rmbPerHkd,
    ipoRmbPerHkd,
    hkdPerUsd,
    rmbPerUsd,
    daysInYear,
    monthsInYear,
    valuationYear,
    targetEvSales,
    multipleFromPeer,
    peerTicker,
    peerEvSales,
    peerPremium,
    multipleRounding,
    buyThreshold,
    sellThreshold,
    netCashBasis,
    listingDate,
    ipoPrice,
  };
}
