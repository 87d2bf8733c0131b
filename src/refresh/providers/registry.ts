import type { FetchComps } from '../fetch-options.ts';
import { fetchComps as csvOrJson } from './csv-or-json.ts';
import * as financialModelingPrep from './financial-modeling-prep.ts';
import * as openbb from './openbb.ts';
import { fetchComps as snapshot } from './snapshot.ts';
import { fetchComps as workbookRange } from './workbook-range.ts';

export type Provider = {
  readonly id: string;
  readonly name: string;
  readonly fetchComps: FetchComps;
  /** Requests for each company where the source counts them; they are shown before any is made. */
  readonly requestsPerCompany: number;
  readonly isMetered: boolean;
};

/** The sources that comps can be refreshed from, as they are offered. */
export const providers: readonly Provider[] = [
  { id: 'snapshot', name: 'The report', fetchComps: snapshot, requestsPerCompany: 0, isMetered: false },
  { id: 'csv-or-json', name: 'CSV or JSON', fetchComps: csvOrJson, requestsPerCompany: 0, isMetered: false },
  { id: 'workbook-range', name: 'A range', fetchComps: workbookRange, requestsPerCompany: 0, isMetered: false },
  {
    id: 'openbb',
    name: 'OpenBB',
    fetchComps: openbb.fetchComps,
    requestsPerCompany: openbb.requestsPerCompany,
    isMetered: false,
  },
  {
    id: 'financial-modeling-prep',
    name: 'Financial Modeling Prep',
    fetchComps: financialModelingPrep.fetchComps,
    requestsPerCompany: financialModelingPrep.requestsPerCompany,
    isMetered: true,
  },
];

/**
 * What a refresh will cost, in requests, to be shown before it is made; retries come on top.
 *
 * @example costOf(provider, 20) // "120 requests of your plan for 20 companies, exchange rates aside."
 */
export function costOf({ requestsPerCompany, isMetered }: Provider, companies: number): string {
  if (!isMetered) return 'No cost.';
  const requests = (requestsPerCompany * companies).toLocaleString('en-GB');
  return `${requests} requests of your plan for ${companies} companies, exchange rates aside.`;
}
