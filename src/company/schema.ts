import * as z from 'zod/mini';
import { isDay } from '../model/figures.ts';
import type { Company } from './company.ts';

const finite = z.number({ error: 'must be a number' }).check(z.refine(Number.isFinite, 'must be a finite number'));
const text = z.string({ error: 'must be text' }).check(z.minLength(1, 'must not be empty'));
const maybe = z.nullable(finite);
const share = z.nullable(finite.check(z.minimum(0, 'must be 0 to 100'), z.maximum(100, 'must be 0 to 100')));
const positive = finite.check(z.positive('must be above zero'));
const notNegative = finite.check(z.minimum(0, 'must not be negative'));
const id = z.string({ error: 'must be text' }).check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be words-with-hyphens'));
const ticker = z.string({ error: 'must be text' }).check(z.regex(/^\S+ [A-Z]{2}$/, 'must be a ticker such as 700 HK'));
const sign = z.exactOptional(z.union([z.literal(1), z.literal(-1)], { error: 'must be 1 or -1' }));
const date = z
  .string({ error: 'must be a date such as 2022-01-31' })
  .check(z.refine(isDay, 'must be a date such as 2022-01-31'));
const yearNumber = z.int({ error: 'must be a year' }).check(z.minimum(1900, 'must be a year'));
const yearKey = z.coerce.number().check(z.refine((year) => Number.isInteger(year) && year >= 1900, 'must be a year'));
const byYear = <Value extends z.core.$ZodType>(value: Value) => z.record(yearKey, value);
const pair = (from: z.ZodMiniNumber) =>
  z
    .tuple([from, from], { error: 'must be [low, high]' })
    .check(z.refine(([low, high]) => low <= high, 'must go from low to high'));
const listOf = <Item extends z.core.$ZodType>(item: Item) =>
  z.array(item, { error: 'must be a list' }).check(z.minLength(1, 'must not be empty'));
const oneOf = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });

const named = z.strictObject({ id, label: text });
const segment = z.union(
  [
    z.strictObject({
      id,
      label: text,
      method: z.literal('volume x price'),
      volume: z.strictObject({ id, label: text, unit: text }),
      price: named,
    }),
    z.strictObject({ id, label: text, method: z.literal('growth') }),
  ],
  { error: 'must be a segment by volume x price or by growth' },
);

const provenance = oneOf('printed', 'round', 'fitted', 'interpolated', 'residual', 'ours');
const driver = z.strictObject({
  id,
  values: byYear(finite),
  source: z.union([provenance, byYear(provenance)], { error: 'must say where the values come from' }),
  range: pair(finite),
  note: z.exactOptional(text),
  evidence: z.exactOptional(text),
  composition: z.exactOptional(text),
});
const scalar = z.strictObject({
  id,
  value: z.union([finite, text], { error: 'must be a number or text' }),
  source: text,
  limits: z.exactOptional(pair(finite)),
  hint: z.exactOptional(text),
});
const scenario = z.strictObject({
  id,
  name: text,
  risk: text,
  story: text,
  evidence: z.array(text),
  changes: z.array(
    z.strictObject({ id, year: z.exactOptional(yearNumber), value: finite, rule: z.exactOptional(text) }),
  ),
});

const publishedTable = z.strictObject({
  figure: text,
  file: text,
  title: text,
  unit: text,
  columns: listOf(text),
  rows: listOf(z.strictObject({ row: text, line: z.exactOptional(id), sign, printed: listOf(z.nullable(text)) })),
});
const fact = z.strictObject({
  id,
  printed: text,
  value: finite,
  tolerance: notNegative,
  unit: text,
  where: text,
  as: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('value'),
      line: id,
      year: z.exactOptional(yearNumber),
      scale: z.exactOptional(finite),
      sign,
    }),
    z.strictObject({ kind: z.literal('cagr'), line: id, from: yearNumber, to: yearNumber }),
    z.strictObject({ kind: z.literal('change'), line: id, from: yearNumber, to: yearNumber, sign }),
    z.strictObject({
      kind: z.literal('ratio'),
      of: listOf(id),
      less: z.exactOptional(listOf(id)),
      to: id,
      year: z.exactOptional(yearNumber),
    }),
  ]),
  reportError: z.exactOptional(text),
});
const note = z.strictObject({
  id: z.int(),
  kind: oneOf('arithmetic', 'definition', 'modelling'),
  where: text,
  printed: text,
  implied: text,
  cause: text,
  targetPrice: z.union([positive, z.literal('none'), z.literal('unknown')], {
    error: 'must be a price, none or unknown',
  }),
});

const statisticFields = {
  evSales: byYear(finite),
  priceSales: byYear(finite),
  salesCagr: maybe,
  epsCagr: maybe,
  grossMargin: maybe,
  freeCashFlowMargin: maybe,
};
const comps = z.strictObject({
  asOf: date,
  groups: listOf(text),
  peers: listOf(
    z.strictObject({
      ticker,
      name: text,
      group: text,
      rating: z.nullable(text),
      marketCapUsdMn: z.nullable(positive),
      price: z.nullable(positive),
      currency: text.check(z.length(3, 'must be a currency code such as HKD')),
      fiscalYearEndMonth: z
        .int({ error: 'must be 1 to 12' })
        .check(z.minimum(1, 'must be 1 to 12'), z.maximum(12, 'must be 1 to 12')),
      basis: text,
      ...statisticFields,
    }),
  ),
  statistics: z.array(z.strictObject({ group: text, statistic: oneOf('mean', 'median'), ...statisticFields })),
});
const ownership = z.strictObject({
  holders: listOf(
    z.strictObject({
      name: text,
      classA: notNegative,
      classB: notNegative,
      preIpo: share,
      postIpo: share,
      isGroup: z.boolean(),
      issuedAtIpo: z.boolean(),
    }),
  ),
  cornerstones: z.array(
    z.strictObject({ name: text, usdMn: positive, shares: positive, ofOffer: finite, ofCapital: finite }),
  ),
  lockUps: z.array(
    z.strictObject({
      holder: text,
      class: oneOf('A', 'B'),
      shares: notNegative,
      months: z.int(),
      lastLockedDay: date,
      firstFreeDay: date,
      note: z.string(),
    }),
  ),
  sharesBeforeIpo: positive,
  ordinaryBeforeIpo: positive,
  preferredBeforeIpo: notNegative,
  newShares: notNegative,
  overAllotment: notNegative,
  sharesAfterIpo: positive,
});
const market = z.strictObject({
  id,
  label: text,
  currency: text,
  sizes: byYear(positive),
  implied: z.array(yearNumber),
  growth: z.array(z.strictObject({ from: yearNumber, to: yearNumber, percent: finite })),
  figure: text,
});

/** The shape of a company's data. What belongs together is checked by parseCompany. */
export const companySchema: z.ZodMiniType<Company> = z.strictObject({
  name: text,
  ticker,
  report: z.strictObject({ title: text, date, pricingDate: date }),
  version: text,
  years: listOf(z.strictObject({ year: yearNumber, status: oneOf('opening', 'actual', 'estimate') })),
  segments: listOf(segment),
  costNatures: listOf(z.strictObject({ id, label: text, ratio: named })),
  ratingBands: z.tuple([text, text, text], { error: 'must be three words, from the best to the worst' }),
  history: z.record(id, byYear(finite)),
  drivers: listOf(driver),
  scalars: listOf(scalar),
  scenarios: listOf(scenario),
  published: z.array(publishedTable),
  facts: z.array(fact),
  notes: z.array(note),
  comps,
  ownership,
  markets: z.array(market),
  operatingPeers: z.array(z.strictObject({ name: text, fields: z.record(z.string(), z.union([finite, text])) })),
  market: z.strictObject({ high52Week: positive, low52Week: positive }),
});
