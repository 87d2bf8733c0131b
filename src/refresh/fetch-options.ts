import type { CompsTable } from '../model/comps/comps-table.ts';
import type { Company } from '../company/company.ts';
import type { Place, WorkbookPort } from '../hosts/workbook-port.ts';
import type { Clock } from './clock.ts';

/** What a source needs to know of the user. A key is held by the caller and is written nowhere. */
export type ProviderSettings = {
  readonly key?: string;
  readonly baseUrl?: string;
  /** Where OpenBB gets prices and statements, and where estimates. */
  readonly dataSource?: string;
  readonly estimateSource?: string;
  /** CSV or JSON as text, or the URL of it. */
  readonly text?: string;
  readonly url?: string;
  readonly port?: WorkbookPort;
  readonly place?: Place;
  readonly company?: Company;
  /** Exchange rates that the user or the model gives. */
  readonly rates?: CompsTable['rates'];
  /** Companies fetched at once. */
  readonly atOnce?: number;
  readonly timeOut?: number;
  readonly attempts?: number;
};

export type FetchOptions = {
  /** The day that the figures are wanted for, 2022-01-31. */
  readonly asOf: string;
  readonly signal?: AbortSignal;
  readonly settings?: ProviderSettings;
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
  readonly onProgress?: (done: number, of: number) => void;
};

/** Facts of companies from one source; companies it does not give are among the errors of the table. */
export type FetchComps = (tickers: readonly string[], options: FetchOptions) => Promise<CompsTable>;
