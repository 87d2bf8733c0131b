import type { Company } from './company.ts';
import { companyCore } from './sensetime/core.ts';

/** The company as the functions need it: without what no function reads, since every kilobyte delays the first value. */
export const companyForFunctions: Company = {
  ...companyCore,
  scenarios: [],
  facts: [],
  markets: [],
  operatingPeers: [],
};
