import type { Definitions } from '../definitions.ts';
import { ifPositive, opening, sum, zero } from '../expression.ts';
import { heading, item, less, ratio, total, type Statement } from '../statement.ts';
import { hkdMn, percentOf, rmbMn, years } from '../unit.ts';
import type { Capex } from './capex.ts';
import type { Debt } from './debt.ts';
import type { Income } from './income.ts';
import type { Revenue } from './revenue.ts';
import type { Scalars } from './scalars.ts';
import type { WorkingCapital } from './working-capital.ts';

const figure = '67';

export type CashFlow = ReturnType<typeof cashFlow>;

/** The cash flow statement, and the closing cash that it gives. RMB mn, inflows positive (Figure 67). */
export function cashFlow(
  define: Definitions,
  { ipoRmbPerHkd }: Scalars,
  { revenue }: Revenue,
  { changeInWorkingCapital }: WorkingCapital,
  { ppeCapex, intangibleCapex, landUseRightCapex, capex, depreciationAndAmortisation }: Capex,
  { cash, totalCash, termDeposits, netNewBorrowing, financeExpense }: Debt,
  { profitBeforeTax, taxCredit, fairValueLoss, financeIncome }: Income,
) {
  const interestIncome = define.derived('interest-income-in-cash-flow', 'Interest income in cash flow', rmbMn, zero, {
    figure,
    sign: 'either',
    note: 'always a dash in the report: finance income is shown under investing',
  });
  const incomeTaxPaid = define.line('income-tax-paid', 'Income tax paid', rmbMn, {
    figure,
    sign: 'either',
    estimate: taxCredit,
  });
  const otherOperating = define.line('other-operating-cash-flow', 'Other operating cash flow', rmbMn, {
    figure,
    sign: 'either',
    note: { estimate: 'the fair value loss added back, finance income taken out' },
    estimate: fairValueLoss.minus(financeIncome),
  });
  const operating = define.derived(
    'operating-cash-flow',
    'Cash flow from operating activities',
    rmbMn,
    sum(
      profitBeforeTax,
      financeExpense,
      interestIncome,
      depreciationAndAmortisation,
      changeInWorkingCapital,
      incomeTaxPaid,
      otherOperating,
    ),
    { figure, sign: 'either' },
  );

  const termDepositFlow = define.line('term-deposit-flow', 'Investment in term deposits', rmbMn, {
    figure,
    sign: 'either',
    estimate: opening(termDeposits).minus(termDeposits),
  });
  const otherInvesting = define.line('other-investing-cash-flow', 'Other investing cash flow', rmbMn, {
    figure,
    sign: 'either',
    note: { estimate: 'finance income' },
    estimate: financeIncome,
  });
  const investing = define.derived(
    'investing-cash-flow',
    'Cash flow from investing activities',
    rmbMn,
    sum(termDepositFlow, otherInvesting).minus(ppeCapex).minus(intangibleCapex).minus(landUseRightCapex),
    { figure, sign: 'either' },
  );

  const ipoNetProceeds = define.driver('ipo-net-proceeds', 'IPO net proceeds', hkdMn, { figure: '74', fallback: 0 });
  const equityProceeds = define.line('equity-proceeds', 'Proceeds from equity financing', rmbMn, {
    figure,
    sign: 'either',
    estimate: ipoNetProceeds.times(ipoRmbPerHkd),
  });
  ipoNetProceeds.when({ actual: equityProceeds.div(ipoRmbPerHkd) });
  const preferredShareProceeds = define.line(
    'preferred-share-proceeds',
    'Proceeds from preferred share liabilities',
    rmbMn,
    { figure, sign: 'either', estimate: zero },
  );
  const otherFinancing = define.line('other-financing-cash-flow', 'Other financing cash flow', rmbMn, {
    figure,
    sign: 'either',
    note: { estimate: 'finance expense' },
    estimate: financeExpense.negated(),
  });
  const financing = define.derived(
    'financing-cash-flow',
    'Cash flow from financing activities',
    rmbMn,
    sum(equityProceeds, netNewBorrowing, preferredShareProceeds, otherFinancing),
    { figure, sign: 'either' },
  );

  const netChange = define.derived(
    'net-change-in-cash',
    'Net change in cash',
    rmbMn,
    sum(operating, investing, financing),
    { figure, sign: 'either' },
  );
  const openingCash = define.derived('opening-cash', 'Cash, opening', rmbMn, opening(cash), { figure });
  const effectOfExchangeRates = define.derived(
    'effect-of-exchange-rates',
    'Effect of exchange rates on cash',
    rmbMn,
    {
      actual: cash.minus(openingCash).minus(netChange),
      estimate: zero,
    },
    {
      figure: 'from 67',
      sign: 'either',
      note: { actual: 'not printed: what the flows leave of the change in balances' },
    },
  );
  cash.when({ estimate: openingCash.plus(netChange) });

  const freeCashFlow = define.derived('free-cash-flow', 'Free cash flow', rmbMn, operating.minus(capex), {
    figure: 'from 67',
    sign: 'either',
  });
  const freeCashFlowMargin = define.derived(
    'free-cash-flow-margin',
    'Free cash flow margin',
    percentOf('revenue'),
    freeCashFlow.div(revenue),
    { figure: 'earnings_summary', sign: 'either' },
  );
  const runway = define.derived(
    'runway',
    'Runway',
    years,
    ifPositive(freeCashFlow.negated(), totalCash.div(freeCashFlow.negated())),
    { figure: 'from 67', note: "total cash over the year's free cash outflow; not meaningful without an outflow" },
  );
  const checkCash = define.check(
    'check-cash',
    'Opening cash, flows and exchange rates give closing cash',
    rmbMn,
    cash.minus(sum(opening(cash), operating, investing, financing, effectOfExchangeRates)),
  );

  const statement: Statement = {
    name: 'Cash flow',
    figure,
    checks: [checkCash],
    items: [
      heading('Operating activities'),
      item(profitBeforeTax),
      item(financeExpense),
      item(interestIncome),
      item(depreciationAndAmortisation),
      item(changeInWorkingCapital),
      item(incomeTaxPaid),
      item(otherOperating),
      total(operating),
      heading('Investing activities'),
      less(ppeCapex),
      less(intangibleCapex),
      less(landUseRightCapex),
      item(termDepositFlow),
      item(otherInvesting),
      total(investing),
      heading('Financing activities'),
      item(equityProceeds),
      ratio(ipoNetProceeds),
      item(netNewBorrowing),
      item(preferredShareProceeds),
      item(otherFinancing),
      total(financing),
      heading('Cash'),
      total(netChange),
      item(openingCash),
      item(effectOfExchangeRates),
      total(cash),
      heading('Free cash flow'),
      total(freeCashFlow),
      ratio(freeCashFlowMargin),
      ratio(runway),
    ],
  };
  return {
    operating,
    investing,
    financing,
    equityProceeds,
    netChange,
    openingCash,
    freeCashFlow,
    freeCashFlowMargin,
    runway,
    ipoNetProceeds,
    statement,
  };
}
