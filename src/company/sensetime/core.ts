import type { Company } from '../company.ts';
import { comps } from './comps.ts';
import { drivers } from './drivers.ts';
import { history } from './history.ts';
import { notes } from './notes.ts';
import { ownership } from './ownership.ts';
import { published } from './published/index.ts';
import { scalars } from './scalars.ts';
import { costNatures, segments } from './segments.ts';

/** SenseTime (20 HK): what the model and its reconciliation are made from. */
export const companyCore: Omit<Company, 'scenarios' | 'facts' | 'markets' | 'operatingPeers'> = {
  name: 'SenseTime',
  ticker: '20 HK',
  report: { title: 'BUY (Initiation)', date: '2022-01-31', pricingDate: '2022-01-31' },
  version: '0.1.0',
  years: [
    { year: 2017, status: 'opening' },
    { year: 2018, status: 'actual' },
    { year: 2019, status: 'actual' },
    { year: 2020, status: 'actual' },
    { year: 2021, status: 'estimate' },
    { year: 2022, status: 'estimate' },
    { year: 2023, status: 'estimate' },
  ],
  segments,
  costNatures,
  ratingBands: ['BUY', 'HOLD', 'SELL'],
  history,
  drivers,
  scalars,
  published,
  notes,
  comps,
  ownership,
  market: { high52Week: 9.7, low52Week: 3.9 },
};
