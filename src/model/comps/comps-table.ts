import * as z from 'zod/mini';
import { isDay } from '../figures.ts';
import { InputError } from '../input-error.ts';

const text = z.string({ error: 'must be text' }).check(z.maxLength(500, 'must be shorter'));
const day = z
  .string({ error: 'must be a date such as 2022-01-31' })
  .check(z.refine(isDay, 'must be a date such as 2022-01-31'));
const finite = z.number({ error: 'must be a number' }).check(z.refine(Number.isFinite, 'must be a finite number'));
const currency = z
  .string({ error: 'must be a currency such as HKD' })
  .check(z.regex(/^[A-Z]{3}$/, 'must be a currency such as HKD'));
const money = z.strictObject({ amount: finite, currency, date: day });
const count = z.int({ error: 'must be a whole number' }).check(z.minimum(0, 'must not be negative'));

const period = z.strictObject({
  label: text,
  end: day,
  kind: z.enum(['actual', 'consensus'], { error: 'must be actual or consensus' }),
  analysts: z.nullable(count),
  revenue: z.nullable(money),
  grossProfit: z.nullable(money),
  eps: z.nullable(money),
  freeCashFlow: z.nullable(money),
});

/** What a source may print as a multiple, a growth or a margin. */
export const reportedFields = [
  'ev-sales',
  'price-sales',
  'sales-growth',
  'eps-growth',
  'gross-margin',
  'cash-flow-margin',
] as const;

const reported = z.strictObject({
  field: z.enum(reportedFields, { error: `must be one of ${reportedFields.join(', ')}` }),
  /** The year, where the field has one. */
  year: z.nullable(z.int({ error: 'must be a year' })),
  value: finite,
});

const row = z.strictObject({
  ticker: text.check(z.minLength(1, 'must not be empty')),
  name: text,
  group: text,
  rating: z.nullable(text),
  include: z.boolean({ error: 'must be true or false' }),
  fiscalYearEndMonth: z.nullable(
    z.int({ error: 'must be 1 to 12' }).check(z.minimum(1, 'must be 1 to 12'), z.maximum(12, 'must be 1 to 12')),
  ),
  basis: text,
  price: z.nullable(money),
  marketCap: z.nullable(money),
  netDebt: z.nullable(money),
  minorities: z.nullable(money),
  preferred: z.nullable(money),
  shares: z.nullable(finite),
  periods: z.array(period),
  reported: z.array(reported),
  source: text,
  retrieved: text,
});

const table = z.strictObject({
  schema: z.literal('st.comps/1', { error: 'must be st.comps/1' }),
  provider: text,
  asOf: day,
  currency,
  /** How many units of `to` one unit of `from` buys, and on which day. */
  rates: z.array(z.strictObject({ from: currency, to: currency, rate: finite.check(z.positive()), date: day })),
  /** Why there is no row, by ticker. */
  errors: z.record(z.string(), text),
  rows: z.array(row),
});

/** An amount with its currency and day. Unknown is null wherever one is expected, never 0. */
export type Money = z.infer<typeof money>;
/** A financial year of a company, as it ends. */
export type CompsPeriod = z.infer<typeof period>;
export type ReportedField = (typeof reportedFields)[number];
/** What is known of one company: facts, from which multiples are computed, and ratios that a source prints. */
export type CompsRow = z.infer<typeof row>;
/** Companies to compare, whatever source they come from. Amounts are in units of their currency, per share for EPS. */
export type CompsTable = z.infer<typeof table>;

/**
 * A table that arrived from outside, checked.
 *
 * @throws InputError naming the field that does not fit, and what is allowed there.
 * @example parseComps(JSON.parse(text)).rows.length
 */
export function parseComps(data: unknown): CompsTable {
  const found = table.safeParse(data);
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  throw new InputError(`These are no comps: ${issue!.path.join('.') || 'the table'} ${issue!.message}.`);
}
