import type { PublishedTable } from '../../company.ts';
import { figure58 } from './figure-58.ts';
import { figure59 } from './figure-59.ts';
import { figure60 } from './figure-60.ts';
import { figure61 } from './figure-61.ts';
import { figure64 } from './figure-64.ts';
import { figure65 } from './figure-65.ts';
import { figure66 } from './figure-66.ts';
import { figure67 } from './figure-67.ts';
import { figure68 } from './figure-68.ts';
import { earningsSummary } from './earnings-summary.ts';
import { summaryIncomeStatement } from './summary-income-statement.ts';
import { summaryBalanceSheet } from './summary-balance-sheet.ts';
import { summaryCashFlow } from './summary-cash-flow.ts';
import { summaryKeyRatios } from './summary-key-ratios.ts';

/** The tables that the model reproduces, in the report's order. */
export const published: readonly PublishedTable[] = [
  figure58,
  figure59,
  figure60,
  figure61,
  figure64,
  figure65,
  figure66,
  figure67,
  figure68,
  earningsSummary,
  summaryIncomeStatement,
  summaryBalanceSheet,
  summaryCashFlow,
  summaryKeyRatios,
];
