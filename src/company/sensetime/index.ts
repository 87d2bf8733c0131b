import type { Company } from '../company.ts';
import { companyCore } from './core.ts';
import { driverNotes } from './driver-notes.ts';
import { markets } from './markets.ts';
import { operatingPeers } from './operating-peers.ts';
import { facts } from './published/facts.ts';
import { scenarios } from './scenarios.ts';
import { drivers } from './drivers.ts';

/** SenseTime (20 HK): all that is known of the company and of the report the model reproduces. */
export const company: Company = {
  ...companyCore,
  drivers: drivers.map((driver) => ({ ...driver, ...driverNotes[driver.id] })),
  scenarios,
  facts,
  markets,
  operatingPeers,
};
