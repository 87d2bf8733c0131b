import type { SheetKind } from './colour-scheme.ts';

/** The first row below the headings of every sheet. */
export const firstRow = 8;

export const driversSheet = 'Drivers';
export const scenariosSheet = 'Scenarios';
export const liveSheet = 'Live';
export const checksSheet = 'Checks';
export const valuationSheet = 'Valuation';

/** Sheets of data of others: their figures are typed in beside what is calculated from them. */
export const dataSheets: ReadonlySet<string> = new Set([
  'Comps',
  'Ownership',
  'Industry',
  'Reconciliation',
  'Report notes',
]);

/** A time-series sheet and the statements that stand on it, from the top. */
export type StatementSheet = {
  readonly name: string;
  readonly kind: SheetKind;
  readonly statements: readonly string[];
  /** Rows of other sheets, by id, that a reader of this one asks for. */
  readonly memo?: { readonly heading: string; readonly rows: readonly (readonly [id: string, sign: 1 | -1])[] };
};

/** The sheets that show statements. */
export const statementSheets: readonly StatementSheet[] = [
  { name: 'Revenue', kind: 'working', statements: ['Revenue', 'Cost of sales'] },
  { name: 'Income', kind: 'working', statements: ['Income statement', 'Non-operating items'] },
  { name: 'Working capital', kind: 'working', statements: ['Working capital'] },
  { name: 'Capex and debt', kind: 'working', statements: ['Capex', 'Net debt'] },
  {
    name: 'Cash flow',
    kind: 'working',
    statements: ['Cash flow'],
    memo: {
      heading: 'Memo: no cash, yet not added back in the estimates',
      rows: [
        ['share-based-compensation', 1],
        ['foreign-exchange-gain', -1],
        ['share-of-losses', 1],
      ],
    },
  },
  { name: 'Balance sheet', kind: 'working', statements: ['Balance sheet'] },
  { name: valuationSheet, kind: 'working', statements: ['Valuation'] },
  {
    name: 'Financial summary',
    kind: 'output',
    statements: ['Summary income statement', 'Summary balance sheet', 'Summary cash flow', 'Key ratios'],
  },
];

/**
 * The statements by who calculates a row that several show: the first of these. A row is calculated once; every other
 * place shows it by a link.
 */
export const homeOrder: readonly string[] = [
  'Revenue',
  'Cost of sales',
  'Working capital',
  'Capex',
  'Income statement',
  'Non-operating items',
  'Cash flow',
  'Net debt',
  'Balance sheet',
  'Valuation',
  'Key ratios',
  'Summary income statement',
  'Summary balance sheet',
  'Summary cash flow',
];
