import type { ReportedField } from '../model/comps/comps-table.ts';
import { sourceText } from './source-value.ts';

export type ColumnMeaning =
  | {
      readonly what: 'text';
      readonly field: 'ticker' | 'name' | 'group' | 'rating' | 'currency' | 'reporting' | 'date';
    }
  | { readonly what: 'year-end' }
  | {
      readonly what: 'amount';
      readonly field: 'price' | 'marketCap' | 'netDebt' | 'minorities' | 'preferred' | 'shares';
    }
  | {
      readonly what: 'period';
      readonly field: 'revenue' | 'grossProfit' | 'eps' | 'freeCashFlow';
      readonly year: number;
    }
  | { readonly what: 'reported'; readonly field: ReportedField; readonly year: number | null };

/** A column of a table that people made, and what it is taken for; undefined is left aside. */
export type MappedColumn = {
  readonly column: number;
  readonly head: string;
  readonly meaning: ColumnMeaning | undefined;
  /** What one unit of its amounts is: millions are 1,000,000. */
  readonly unit: number;
  readonly isPercent: boolean;
  /** The currency that the heading names. */
  readonly currency: string | undefined;
};

const currencies: readonly [RegExp, string][] = [
  [/US\$|\bUSD\b/i, 'USD'],
  [/HK\$|\bHKD\b/i, 'HKD'],
  [/\bRMB\b|\bCNY\b/i, 'CNY'],
  [/€|\bEUR\b/i, 'EUR'],
  [/£|\bGBP\b/i, 'GBP'],
  [/\bJPY\b/i, 'JPY'],
];

/**
 * What the columns of a table are taken for, by their headings: the preview that a user sees before anything is read.
 *
 * @example mapColumns(['Ticker', 'Mkt cap US$ mn', 'Sales FY22E'])[1]?.unit // 1000000
 */
export function mapColumns(heads: readonly unknown[]): readonly MappedColumn[] {
  return heads.map((raw, column) => {
    const head = sourceText(raw);
    const unit = /\b(bn|billions?)\b/i.test(head) ? 1e9 : /\b(mn|m|mm|millions?)\b/i.test(head) ? 1e6 : 1;
    return {
      column,
      head,
      meaning: meaningOf(head),
      unit,
      isPercent: /%|\bpercent\b/i.test(head),
      currency: currencies.find(([form]) => form.test(head))?.[1],
    };
  });
}

function meaningOf(head: string): ColumnMeaning | undefined {
  const year = yearIn(head);
  const has = (form: RegExp) => form.test(head);
  if (has(/^(ticker|symbol|code)\b/i)) return { what: 'text', field: 'ticker' };
  if (has(/implied|included|status|age\b|basis/i)) return undefined;
  if (has(/\bev ?\/ ?(sales|revenue)/i)) return { what: 'reported', field: 'ev-sales', year };
  if (has(/\bp ?\/ ?s\b|price ?(\/|to) ?sales/i)) return { what: 'reported', field: 'price-sales', year };
  if (has(/eps.*cagr|cagr.*eps/i)) return { what: 'reported', field: 'eps-growth', year: null };
  if (has(/cagr/i)) return { what: 'reported', field: 'sales-growth', year: null };
  if (has(/gpm|gross margin/i)) return { what: 'reported', field: 'gross-margin', year: null };
  if (has(/(fcf|cash flow) margin/i)) return { what: 'reported', field: 'cash-flow-margin', year: null };
  if (has(/(market|mkt) ?cap/i)) return { what: 'amount', field: 'marketCap' };
  if (has(/net debt/i)) return { what: 'amount', field: 'netDebt' };
  if (has(/minorit/i)) return { what: 'amount', field: 'minorities' };
  if (has(/preferred|preference/i)) return { what: 'amount', field: 'preferred' };
  if (has(/reporting currency/i)) return { what: 'text', field: 'reporting' };
  if (has(/currency/i)) return { what: 'text', field: 'currency' };
  if (has(/year.?end|fye/i)) return { what: 'year-end' };
  if (has(/\bdate\b/i)) return { what: 'text', field: 'date' };
  if (has(/^(share )?price|^px|^close/i)) return { what: 'amount', field: 'price' };
  if (has(/^shares/i)) return { what: 'amount', field: 'shares' };
  if (has(/^(name|company)/i)) return { what: 'text', field: 'name' };
  if (has(/^(group|sector)/i)) return { what: 'text', field: 'group' };
  if (has(/^rating/i)) return { what: 'text', field: 'rating' };
  if (year === null) return undefined;
  if (has(/gross profit/i)) return { what: 'period', field: 'grossProfit', year };
  if (has(/\beps\b/i)) return { what: 'period', field: 'eps', year };
  if (has(/fcf|free cash/i)) return { what: 'period', field: 'freeCashFlow', year };
  if (has(/sales|revenue|turnover/i)) return { what: 'period', field: 'revenue', year };
  return undefined;
}

/** The year of "FY22E", "2022" or "2022E". */
function yearIn(head: string): number | null {
  const long = /\b(?:FY)?((?:19|20)\d\d)[AE]?\b/i.exec(head);
  if (long) return Number(long[1]);
  const short = /\bFY(\d\d)[AE]?\b/i.exec(head);
  return short ? 2000 + Number(short[1]) : null;
}
