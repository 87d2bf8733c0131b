import type { Definitions } from '../definitions.ts';
import { ifPositive, opening, sum, zero } from '../expression.ts';
import { heading, item, ratio, total, type Statement } from '../statement.ts';
import { percentOf, rmbMn } from '../unit.ts';

const figure = '60';

export type Debt = ReturnType<typeof debt>;

/** Cash by kind, borrowings and other debt, net cash on each definition. RMB mn (Figure 60). */
export function debt(define: Definitions) {
  /** A balance that stays where it is. */
  const heldFlat = (id: string, label: string, where: string) => {
    const balance = define.line(id, label, rmbMn, { figure: where, neverNegative: true });
    return balance.when({ estimate: opening(balance) });
  };
  // The closing cash of estimates comes from the cash flow statement, which sets it.
  const cash = define.line('cash', 'Cash and cash equivalents', rmbMn, { figure: '66', neverNegative: true });
  const restrictedCash = heldFlat('restricted-cash', 'Restricted cash', '66');
  const termDeposits = heldFlat('term-deposits', 'Term deposits', '66');
  const structuredDeposits = heldFlat('structured-deposits', 'Structured deposits', figure);
  const totalCash = define.derived(
    'total-cash',
    'Total cash',
    rmbMn,
    sum(cash, restrictedCash, termDeposits, structuredDeposits),
    { figure },
  );

  const netNewBorrowing = define.line('net-new-borrowing', 'Net proceeds from borrowings', rmbMn, {
    figure: '67',
    sign: 'either',
  });
  const shortTermBorrowing = define.line('short-term-borrowing', 'Borrowings, current', rmbMn, {
    figure: '66',
    neverNegative: true,
  });
  const longTermBorrowing = define.line('long-term-borrowing', 'Borrowings, non-current', rmbMn, {
    figure: '66',
    neverNegative: true,
  });
  const borrowings = define.derived('borrowings', 'Borrowings', rmbMn, zero, { figure: 'text', neverNegative: true });
  const openingBorrowings = define.derived('opening-borrowings', 'Borrowings, opening', rmbMn, opening(borrowings), {
    figure: 'from 60',
  });
  borrowings.when({
    actual: shortTermBorrowing.plus(longTermBorrowing),
    estimate: openingBorrowings.plus(netNewBorrowing),
  });
  const shortTermShare = define.driver(
    'short-term-borrowing-share',
    'Short-term share of borrowings',
    percentOf('borrowings'),
    { figure: 'from 66', actual: shortTermBorrowing.div(borrowings) },
  );
  shortTermBorrowing.when({ estimate: borrowings.times(shortTermShare) });
  longTermBorrowing.when({ estimate: borrowings.minus(shortTermBorrowing) });
  const borrowingRate = define.driver('borrowing-rate', 'Borrowing rate', percentOf('opening debt'), {
    figure: 'from 58',
  });
  const financeExpense = define.line('finance-expense', 'Finance expense', rmbMn, {
    figure: '58',
    sign: 'cost',
    estimate: openingBorrowings.times(borrowingRate),
  });
  borrowingRate.when({ actual: ifPositive(openingBorrowings, financeExpense.div(openingBorrowings)) });

  const currentLeaseLiabilities = heldFlat(
    'current-lease-liabilities',
    'Lease liabilities, current',
    'FS.balance_sheet',
  );
  const nonCurrentLeaseLiabilities = heldFlat('non-current-lease-liabilities', 'Lease liabilities, non-current', '66');
  const otherDebt = define.line(
    'other-debt',
    'Other interest-bearing debt (total debt less borrowings and leases)',
    rmbMn,
    { figure: 'from 60' },
  );
  const totalDebt = define.derived(
    'total-debt',
    'Total debt, preferred shares left out',
    rmbMn,
    sum(shortTermBorrowing, longTermBorrowing, currentLeaseLiabilities, nonCurrentLeaseLiabilities, otherDebt),
    { figure },
  );
  const netDebt = define.derived('net-debt', 'Net debt (negative: net cash)', rmbMn, totalDebt.minus(totalCash), {
    figure: 'from 60',
    sign: 'either',
  });

  const netCashPublished = define.derived(
    'published-net-cash',
    'Net cash, as published',
    rmbMn,
    cash.minus(totalDebt),
    { figure: 'from 60', sign: 'either', note: 'cash and cash equivalents less total debt' },
  );
  const netCashTotal = define.derived('total-net-cash', 'Net cash on total cash', rmbMn, totalCash.minus(totalDebt), {
    figure: 'from 60',
    sign: 'either',
    note: 'total cash less total debt',
  });
  const netCashBank = define.derived(
    'bank-net-cash',
    'Net cash on bank borrowings only',
    rmbMn,
    totalCash.minus(borrowings),
    { figure: 'from 60', sign: 'either', note: 'total cash less borrowings, leases and other debt left out' },
  );
  const checkBorrowings = define.check(
    'check-borrowings',
    'Opening borrowings and net proceeds give borrowings',
    rmbMn,
    {
      actual: zero,
      estimate: shortTermBorrowing.plus(longTermBorrowing).minus(opening(borrowings).plus(netNewBorrowing)),
    },
  );

  const statement = (
    preferredShares: Parameters<typeof item>[0],
    netGearing: Parameters<typeof item>[0],
  ): Statement => ({
    name: 'Net debt',
    figure,
    checks: [checkBorrowings],
    items: [
      heading('Borrowings'),
      item(openingBorrowings),
      item(netNewBorrowing),
      total(borrowings),
      ratio(shortTermShare),
      item(financeExpense),
      ratio(borrowingRate),
      heading('Cash'),
      item(cash),
      item(restrictedCash),
      item(termDeposits),
      item(structuredDeposits),
      total(totalCash),
      heading('Debt'),
      item(shortTermBorrowing),
      item(longTermBorrowing),
      item(currentLeaseLiabilities),
      item(nonCurrentLeaseLiabilities),
      item(otherDebt),
      total(totalDebt),
      item(preferredShares),
      heading('Net cash'),
      total(netCashPublished),
      total(netCashTotal),
      item(netCashBank),
      item(netDebt),
      ratio(netGearing),
    ],
  });
  return {
    cash,
    restrictedCash,
    termDeposits,
    structuredDeposits,
    totalCash,
    netNewBorrowing,
    borrowings,
    shortTermBorrowing,
    longTermBorrowing,
    financeExpense,
    currentLeaseLiabilities,
    nonCurrentLeaseLiabilities,
    otherDebt,
    totalDebt,
    netDebt,
    netCashPublished,
    netCashTotal,
    netCashBank,
    statement,
  };
}
