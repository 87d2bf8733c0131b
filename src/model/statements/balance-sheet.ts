import type { Definitions } from '../definitions.ts';
import { change, opening, sum, zero } from '../expression.ts';
import type { RowOptions } from '../row.ts';
import { heading, item, less, ratio, total, type Statement } from '../statement.ts';
import { rmbMn } from '../unit.ts';
import type { Capex } from './capex.ts';
import type { CashFlow } from './cash-flow.ts';
import type { Debt } from './debt.ts';
import type { Income } from './income.ts';
import type { WorkingCapital } from './working-capital.ts';

const figure = '66';

export type BalanceSheet = ReturnType<typeof balanceSheet>;

/** The balance sheet with the roll of its reserves. RMB mn (Figure 66). */
export function balanceSheet(
  define: Definitions,
  working: WorkingCapital,
  { propertyPlantEquipment, intangibleAssets }: Capex,
  debt: Debt,
  { fairValueLoss, netProfit, minorityInterest }: Income,
  { equityProceeds }: CashFlow,
) {
  const { cash, restrictedCash, termDeposits, structuredDeposits } = debt;
  const line = (id: string, label: string, options: RowOptions = {}) =>
    define.line(id, label, rmbMn, { figure, ...options });
  /** A balance that stays where it is. */
  const heldFlat = (id: string, label: string, options?: RowOptions) => {
    const balance = line(id, label, options);
    return balance.when({ estimate: opening(balance) });
  };

  const contractAssets = heldFlat('contract-assets', 'Contract assets', { figure: 'FS.balance_sheet' });
  const otherCurrentAssets = define.line('other-current-assets', 'Other current assets', rmbMn, {
    figure,
    note: { estimate: 'contract assets; the rest is written out against reserves' },
    estimate: contractAssets,
  });
  const totalCurrentAssets = define.derived(
    'total-current-assets',
    'Total current assets',
    rmbMn,
    sum(
      cash,
      working.inventories,
      working.receivables,
      restrictedCash,
      termDeposits,
      structuredDeposits,
      otherCurrentAssets,
    ),
    { figure },
  );
  const rightOfUseAssets = heldFlat('right-of-use-assets', 'Right-of-use assets');
  const financialAssets = heldFlat(
    'financial-assets-at-fair-value',
    'Financial assets at fair value through profit or loss',
  );
  const otherNonCurrentAssets = heldFlat('other-non-current-assets', 'Other non-current assets');
  const totalNonCurrentAssets = define.derived(
    'total-non-current-assets',
    'Total non-current assets',
    rmbMn,
    sum(propertyPlantEquipment, intangibleAssets, rightOfUseAssets, financialAssets, otherNonCurrentAssets),
    { figure: 'FS.balance_sheet' },
  );
  const totalAssets = define.derived(
    'total-assets',
    'Total assets',
    rmbMn,
    totalCurrentAssets.plus(totalNonCurrentAssets),
    {
      figure,
    },
  );

  const currentPreferredShares = define.line(
    'current-preferred-shares',
    'Preferred share liabilities, current',
    rmbMn,
    {
      figure,
      note: { estimate: 'converted into ordinary shares at the listing' },
      estimate: zero,
    },
  );
  const otherCurrentLiabilitiesBesidesLeases = define.driver(
    'other-current-liabilities-besides-leases',
    'Other current liabilities besides leases',
    rmbMn,
    { figure: 'from 66' },
  );
  const otherCurrentLiabilities = define.line('other-current-liabilities', 'Other current liabilities', rmbMn, {
    figure,
    estimate: otherCurrentLiabilitiesBesidesLeases.plus(debt.currentLeaseLiabilities),
  });
  otherCurrentLiabilitiesBesidesLeases.when({ actual: otherCurrentLiabilities.minus(debt.currentLeaseLiabilities) });
  const totalCurrentLiabilities = define.derived(
    'total-current-liabilities',
    'Total current liabilities',
    rmbMn,
    sum(
      working.payables,
      working.currentContractLiabilities,
      debt.shortTermBorrowing,
      currentPreferredShares,
      otherCurrentLiabilities,
    ),
    { figure },
  );
  const nonCurrentPreferredShares = define.line(
    'non-current-preferred-shares',
    'Preferred share liabilities, non-current',
    rmbMn,
    { figure, note: { estimate: 'converted into ordinary shares at the listing' }, estimate: zero },
  );
  const preferredShares = define.derived(
    'preferred-shares',
    'Preferred share liabilities',
    rmbMn,
    currentPreferredShares.plus(nonCurrentPreferredShares),
    { figure: '60' },
  );
  const otherNonCurrentLiabilities = heldFlat('other-non-current-liabilities', 'Other non-current liabilities');
  const deferredTaxLiabilities = heldFlat('deferred-tax-liabilities', 'Deferred tax liabilities', {
    figure: 'FS.balance_sheet',
  });
  const totalNonCurrentLiabilities = define.derived(
    'total-non-current-liabilities',
    'Total non-current liabilities',
    rmbMn,
    sum(
      debt.nonCurrentLeaseLiabilities,
      debt.longTermBorrowing,
      working.nonCurrentContractLiabilities,
      nonCurrentPreferredShares,
      otherNonCurrentLiabilities,
    ),
    { figure: 'FS.balance_sheet' },
  );
  const totalLiabilities = define.derived(
    'total-liabilities',
    'Total liabilities',
    rmbMn,
    totalCurrentLiabilities.plus(totalNonCurrentLiabilities),
    { figure },
  );

  const shareCapital = heldFlat('share-capital', 'Share capital');
  const currencyTranslationReserve = heldFlat('currency-translation-reserve', 'Currency translation reserve', {
    sign: 'either',
  });
  const accumulatedLosses = line('accumulated-losses', 'Accumulated losses', {
    sign: 'either',
    note: 'losses are negative within equity',
  });
  accumulatedLosses.when({ estimate: opening(accumulatedLosses).plus(netProfit) });
  const nonControllingInterests = line('non-controlling-interests', 'Non-controlling interests', { sign: 'either' });
  nonControllingInterests.when({ estimate: opening(nonControllingInterests).plus(minorityInterest) });

  const preferredConverted = define.derived(
    'preferred-shares-converted',
    'Preferred shares converted',
    rmbMn,
    opening(preferredShares).minus(preferredShares),
    { figure: 'from 66', sign: 'either' },
  );
  const otherAssetsWrittenOut = define.derived(
    'other-current-assets-written-out',
    'Change in other current assets, without cash',
    rmbMn,
    change(otherCurrentAssets),
    { figure: 'from 66', sign: 'either' },
  );
  const otherLiabilitiesWrittenOut = define.derived(
    'other-current-liabilities-written-out',
    'Change in other current liabilities, without cash',
    rmbMn,
    change(otherCurrentLiabilities),
    { figure: 'from 66', sign: 'either' },
  );
  const reserves = define.derived('reserves', 'Reserves', rmbMn, zero, {
    figure,
    sign: 'either',
    note: { actual: 'what balances the balance sheet' },
  });
  const openingReserves = define.derived('opening-reserves', 'Reserves, opening', rmbMn, opening(reserves), {
    figure: 'from 66',
    sign: 'either',
  });
  reserves.when({
    actual: totalAssets
      .minus(totalLiabilities)
      .minus(shareCapital)
      .minus(currencyTranslationReserve)
      .minus(accumulatedLosses)
      .minus(nonControllingInterests),
    estimate: sum(openingReserves, preferredConverted, fairValueLoss, equityProceeds, otherAssetsWrittenOut).minus(
      otherLiabilitiesWrittenOut,
    ),
  });
  const totalEquity = define.derived(
    'total-equity',
    'Total equity',
    rmbMn,
    sum(shareCapital, reserves, currencyTranslationReserve, accumulatedLosses, nonControllingInterests),
    { figure, sign: 'either' },
  );

  const checkBalanceSheet = define.check(
    'check-balance-sheet',
    'Assets equal liabilities and equity',
    rmbMn,
    totalAssets.minus(totalLiabilities).minus(totalEquity),
  );
  const roll = (id: string, label: string, difference: Parameters<typeof total>[0] | ReturnType<typeof sum>) =>
    define.check(id, label, rmbMn, { actual: zero, estimate: difference });
  const checkAccumulatedLosses = roll(
    'check-accumulated-losses',
    'Opening losses and net profit give accumulated losses',
    accumulatedLosses.minus(opening(accumulatedLosses).plus(netProfit)),
  );
  const checkNonControllingInterests = roll(
    'check-non-controlling-interests',
    'Opening interests and minority interest give non-controlling interests',
    nonControllingInterests.minus(opening(nonControllingInterests).plus(minorityInterest)),
  );
  const checkReservesRoll = roll(
    'check-reserves-roll',
    'Opening reserves and their movements give reserves',
    reserves
      .minus(sum(opening(reserves), preferredConverted, fairValueLoss, equityProceeds, change(otherCurrentAssets)))
      .plus(change(otherCurrentLiabilities)),
  );
  const checkTotalCash = define.check(
    'check-total-cash',
    'Figure 60 ties to the balance sheet: total cash',
    rmbMn,
    debt.totalCash.minus(
      totalCurrentAssets.minus(working.inventories).minus(working.receivables).minus(otherCurrentAssets),
    ),
  );
  const checkTotalDebt = define.check(
    'check-total-debt',
    'Figure 60 ties to the balance sheet: total debt',
    rmbMn,
    debt.totalDebt
      .minus(debt.otherDebt)
      .minus(debt.currentLeaseLiabilities)
      .minus(
        sum(totalCurrentLiabilities, totalNonCurrentLiabilities)
          .minus(working.payables)
          .minus(working.currentContractLiabilities)
          .minus(working.nonCurrentContractLiabilities)
          .minus(preferredShares)
          .minus(otherCurrentLiabilities)
          .minus(otherNonCurrentLiabilities),
      ),
  );

  const statement: Statement = {
    name: 'Balance sheet',
    figure,
    checks: [
      checkBalanceSheet,
      checkAccumulatedLosses,
      checkNonControllingInterests,
      checkReservesRoll,
      checkTotalCash,
      checkTotalDebt,
    ],
    items: [
      heading('Current assets'),
      item(cash),
      item(working.inventories),
      item(working.receivables),
      item(restrictedCash),
      item(termDeposits),
      item(structuredDeposits),
      item(otherCurrentAssets),
      total(totalCurrentAssets),
      heading('Non-current assets'),
      item(propertyPlantEquipment),
      item(intangibleAssets),
      item(rightOfUseAssets),
      item(financialAssets),
      item(otherNonCurrentAssets),
      total(totalNonCurrentAssets),
      total(totalAssets),
      heading('Current liabilities'),
      item(working.payables),
      item(working.currentContractLiabilities),
      item(debt.shortTermBorrowing),
      item(currentPreferredShares),
      item(otherCurrentLiabilities),
      ratio(otherCurrentLiabilitiesBesidesLeases),
      total(totalCurrentLiabilities),
      heading('Non-current liabilities'),
      item(debt.nonCurrentLeaseLiabilities),
      item(debt.longTermBorrowing),
      item(working.nonCurrentContractLiabilities),
      item(nonCurrentPreferredShares),
      item(otherNonCurrentLiabilities),
      total(totalNonCurrentLiabilities),
      total(totalLiabilities),
      heading('Equity'),
      item(shareCapital),
      item(reserves),
      item(currencyTranslationReserve),
      item(accumulatedLosses),
      item(nonControllingInterests),
      total(totalEquity),
      heading('Reserves'),
      item(openingReserves),
      item(preferredConverted),
      item(fairValueLoss),
      item(equityProceeds),
      item(otherAssetsWrittenOut),
      less(otherLiabilitiesWrittenOut),
    ],
  };
  return {
    contractAssets,
    otherCurrentAssets,
    totalCurrentAssets,
    rightOfUseAssets,
    financialAssets,
    otherNonCurrentAssets,
    totalNonCurrentAssets,
    totalAssets,
    currentPreferredShares,
    preferredShares,
    otherCurrentLiabilities,
    totalCurrentLiabilities,
    otherNonCurrentLiabilities,
    deferredTaxLiabilities,
    totalNonCurrentLiabilities,
    totalLiabilities,
    shareCapital,
    reserves,
    currencyTranslationReserve,
    accumulatedLosses,
    nonControllingInterests,
    totalEquity,
    statement,
  };
}
