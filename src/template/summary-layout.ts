/** Where the parts of Summary stand: years from the first column to the last, a panel beside the first ones. */
export const summarySheet = 'Summary';
export const shownYears = 6;
export const firstSummaryYear = 5;
export const lastSummaryColumn = firstSummaryYear + shownYears - 1;

/** The first column of the panels on the right. */
export const panelLabel = 6;
