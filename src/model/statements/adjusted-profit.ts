import type { Definitions } from '../definitions.ts';
import { sum, zero } from '../expression.ts';
import { heading, item, less, ratio, total, type StatementItem } from '../statement.ts';
import { rmbMn } from '../unit.ts';
import type { Capex } from './capex.ts';
import type { NetProfit } from './net-profit.ts';
import type { NonOperating } from './non-operating.ts';
import type { OperatingProfit } from './operating-profit.ts';
import type { Revenue } from './revenue.ts';
import { onRevenue } from './share-of-revenue.ts';

/** Adjusted net profit on both bases, adjusted and core EBITDA. RMB mn (Figures 58 and 65). */
export function adjustedProfit(
  define: Definitions,
  { revenue }: Revenue,
  { compensation, operatingProfit }: OperatingProfit,
  { fairValueLoss, netFinanceIncome }: NonOperating,
  { taxCredit, profitAfterTax, minorityInterest }: NetProfit,
  { depreciationAndAmortisation }: Capex,
) {
  const compensationToPreferredShareholder = define.line(
    'share-based-compensation-to-preferred-shareholder',
    'Share-based compensation to a preferred shareholder',
    rmbMn,
    { figure: '65', sign: 'cost', estimate: zero },
  );
  const otherAdjustment = define.driver('other-adjustment', 'Other adjustment', rmbMn, {
    figure: 'from 58',
    sign: 'either',
    actual: zero,
    note: 'the report does not explain it',
  });
  const adjustedNetProfit = define.derived(
    'adjusted-net-profit',
    'Adjusted net profit',
    rmbMn,
    sum(profitAfterTax, fairValueLoss, compensation.line, compensationToPreferredShareholder, otherAdjustment),
    { figure: '65', sign: 'either', note: 'before minorities' },
  );
  const adjustedNetMargin = onRevenue(
    define,
    revenue,
    'adjusted-net-margin',
    'Adjusted net margin',
    adjustedNetProfit,
    { figure: '65', sign: 'either' },
  );
  const adjustedAttributable = define.derived(
    'adjusted-net-profit-attributable',
    'Adjusted net profit attributable',
    rmbMn,
    adjustedNetProfit.minus(minorityInterest),
    { figure: 'earnings_summary', sign: 'either' },
  );
  const adjustedAttributableMargin = onRevenue(
    define,
    revenue,
    'adjusted-net-margin-attributable',
    'Adjusted net margin attributable',
    adjustedAttributable,
    { figure: 'FS.key_ratios', sign: 'either' },
  );
  const adjustedEbitda = define.derived(
    'adjusted-ebitda',
    'Adjusted EBITDA',
    rmbMn,
    adjustedNetProfit.minus(netFinanceIncome).plus(depreciationAndAmortisation).minus(taxCredit),
    { figure: '58', sign: 'either' },
  );
  const coreEbitda = define.derived(
    'core-ebitda',
    'Core EBITDA',
    rmbMn,
    sum(operatingProfit, depreciationAndAmortisation, compensation.line),
    {
      figure: 'from 65',
      sign: 'either',
      note: 'operating profit before depreciation, amortisation and share-based compensation: no grants, no gains',
    },
  );

  const items: readonly StatementItem[] = [
    heading('Adjusted net profit'),
    item(fairValueLoss),
    item(compensation.line),
    ratio(compensation.driver),
    item(compensationToPreferredShareholder),
    item(otherAdjustment),
    total(adjustedNetProfit),
    ratio(adjustedNetMargin),
    total(adjustedAttributable),
    heading('EBITDA'),
    less(netFinanceIncome),
    item(depreciationAndAmortisation),
    less(taxCredit),
    total(adjustedEbitda),
    total(coreEbitda),
  ];
  return { adjustedNetProfit, adjustedAttributable, adjustedAttributableMargin, adjustedEbitda, coreEbitda, items };
}
