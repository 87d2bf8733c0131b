import type { FinancialYear } from '../model/financial-year.ts';
import type { CostNature, Segment } from '../model/shape.ts';

/** Values by financial year. Percentages in points (29.52 means 29.52%), costs and losses positive. */
export type ByYear = Readonly<Record<number, number>>;

/** Where a forecast value comes from. */
export type Provenance = 'printed' | 'round' | 'fitted' | 'interpolated' | 'residual' | 'ours';

/** One forecast driver: its values and what is known of them. */
export type DriverData = {
  readonly id: string;
  readonly values: ByYear;
  readonly source: Provenance | Readonly<Record<number, Provenance>>;
  /** What an analyst would call sensible, in the units of the values. Outside it a warning is given. */
  readonly range: readonly [number, number];
  readonly note?: string;
  /** Other values that would print the same, or how firmly the figure is known. */
  readonly evidence?: string;
  /** Why moving this driver alone moves results the wrong way round; what-if leaves it out unless named. */
  readonly composition?: string;
};

/** A figure that belongs to no year. Dates as "2022-01-31", percentages in points. */
export type ScalarData = {
  readonly id: string;
  readonly value: number | string;
  readonly source: string;
  /** The only values that make sense; outside it the input is refused. */
  readonly limits?: readonly [number, number];
  /** Said when the value is outside its limits. */
  readonly hint?: string;
};

/** A named scenario: changes to drivers and scalars, and the printed evidence behind them. */
export type Scenario = {
  readonly id: string;
  readonly name: string;
  readonly risk: string;
  readonly story: string;
  readonly evidence: readonly string[];
  readonly changes: readonly {
    readonly id: string;
    readonly year?: number;
    readonly value: number;
    readonly rule?: string;
  }[];
};

/** One row of a printed table: the row it reports, the sign it is printed with, and the cells as printed. */
export type PublishedRow = {
  readonly row: string;
  /** Id of the model's row; absent for a row that no model computes. */
  readonly line?: string;
  readonly sign?: 1 | -1;
  /** Cells as printed, in the table's column order; null where nothing is printed. */
  readonly printed: readonly (string | null)[];
};

/** A printed table of the report. */
export type PublishedTable = {
  /** "65", "FS.key_ratios", "earnings_summary". */
  readonly figure: string;
  /** The other name it goes by, such as "summary-key-ratios". */
  readonly file: string;
  readonly title: string;
  readonly unit: string;
  /** As printed: "FY18", "FY21E". */
  readonly columns: readonly string[];
  readonly rows: readonly PublishedRow[];
};

/** A number printed in the text, the rating box or the stock data that the model can compute. */
export type PublishedFact = {
  readonly id: string;
  readonly printed: string;
  readonly value: number;
  readonly tolerance: number;
  readonly unit: string;
  readonly where: string;
  /** How the model computes it, in the units printed. */
  readonly as:
    | {
        readonly kind: 'value';
        readonly line: string;
        readonly year?: number;
        readonly scale?: number;
        readonly sign?: 1 | -1;
      }
    | { readonly kind: 'cagr'; readonly line: string; readonly from: number; readonly to: number }
    | {
        readonly kind: 'change';
        readonly line: string;
        readonly from: number;
        readonly to: number;
        readonly sign?: 1 | -1;
      }
    | {
        readonly kind: 'ratio';
        readonly of: readonly string[];
        readonly less?: readonly string[];
        readonly to: string;
        readonly year?: number;
      };
  /** Set where the report itself is wrong, saying how. */
  readonly reportError?: string;
};

/** An inconsistency or a weakness of the report, and what it does to the target price. */
export type ReportNote = {
  readonly id: number;
  readonly kind: 'arithmetic' | 'definition' | 'modelling';
  readonly where: string;
  readonly printed: string;
  readonly implied: string;
  readonly cause: string;
  /** The target price, HK$, were it put right alone; none where it does not touch it, unknown where it cannot be said. */
  readonly targetPrice: number | 'none' | 'unknown';
};

/** A row of the peer comparison, as printed. Percentages in points; null is not printed. */
export type Peer = {
  readonly ticker: string;
  readonly name: string;
  readonly group: string;
  readonly rating: string | null;
  readonly marketCapUsdMn: number | null;
  readonly price: number | null;
  readonly currency: string;
  readonly fiscalYearEndMonth: number;
  readonly basis: string;
  readonly evSales: ByYear;
  readonly priceSales: ByYear;
  readonly salesCagr: number | null;
  readonly epsCagr: number | null;
  readonly grossMargin: number | null;
  readonly freeCashFlowMargin: number | null;
};

/** Printed mean and median of a peer group, by field, as printed. */
export type PeerStatistic = {
  readonly group: string;
  readonly statistic: 'mean' | 'median';
  readonly evSales: ByYear;
  readonly priceSales: ByYear;
  readonly salesCagr: number | null;
  readonly epsCagr: number | null;
  readonly grossMargin: number | null;
  readonly freeCashFlowMargin: number | null;
};

export type Comps = {
  readonly asOf: string;
  readonly groups: readonly string[];
  readonly peers: readonly Peer[];
  readonly statistics: readonly PeerStatistic[];
};

/** A holder of shares, in millions, before and after the offer. */
export type Holder = {
  readonly name: string;
  readonly classA: number;
  readonly classB: number;
  /** Percent of capital as printed; null where not printed. */
  readonly preIpo: number | null;
  readonly postIpo: number | null;
  /** Many under one heading, such as an employee plan or all others. */
  readonly isGroup: boolean;
  /** Whether the shares were first issued in the offer. */
  readonly issuedAtIpo: boolean;
};

export type Cornerstone = {
  readonly name: string;
  readonly usdMn: number;
  readonly shares: number;
  readonly ofOffer: number;
  readonly ofCapital: number;
};

/** Shares barred from sale until a date; days as "2022-06-29". */
export type LockUp = {
  readonly holder: string;
  readonly class: 'A' | 'B';
  readonly shares: number;
  readonly months: number;
  readonly lastLockedDay: string;
  readonly firstFreeDay: string;
  readonly note: string;
};

export type Ownership = {
  readonly holders: readonly Holder[];
  readonly cornerstones: readonly Cornerstone[];
  readonly lockUps: readonly LockUp[];
  /** Figure 74, in millions of shares. */
  readonly sharesBeforeIpo: number;
  readonly ordinaryBeforeIpo: number;
  readonly preferredBeforeIpo: number;
  readonly newShares: number;
  readonly overAllotment: number;
  readonly sharesAfterIpo: number;
};

/** A market's size in billions of its currency, printed or implied by printed growth. */
export type Market = {
  readonly id: string;
  readonly label: string;
  readonly currency: string;
  readonly sizes: ByYear;
  /** Years whose size is computed from printed growth rather than printed. */
  readonly implied: readonly number[];
  readonly growth: readonly { readonly from: number; readonly to: number; readonly percent: number }[];
  readonly figure: string;
};

/** One company of the operating comparison, as printed. */
export type OperatingPeer = { readonly name: string; readonly fields: Readonly<Record<string, number | string>> };

/** All that is known of a company: data only. */
export type Company = {
  readonly name: string;
  readonly ticker: string;
  readonly report: { readonly title: string; readonly date: string; readonly pricingDate: string };
  readonly version: string;
  readonly years: readonly FinancialYear[];
  readonly segments: readonly Segment[];
  readonly costNatures: readonly CostNature[];
  /** From the best to the worst, such as BUY, HOLD, SELL. */
  readonly ratingBands: readonly [string, string, string];
  readonly history: Readonly<Record<string, ByYear>>;
  readonly drivers: readonly DriverData[];
  readonly scalars: readonly ScalarData[];
  readonly scenarios: readonly Scenario[];
  readonly published: readonly PublishedTable[];
  readonly facts: readonly PublishedFact[];
  readonly notes: readonly ReportNote[];
  readonly comps: Comps;
  readonly ownership: Ownership;
  readonly markets: readonly Market[];
  readonly operatingPeers: readonly OperatingPeer[];
  readonly market: { readonly high52Week: number; readonly low52Week: number };
};
