/** Every sheet in its order, and what it is for. */
export const sheetCatalogue = [
  ['Cover', 'Rating, contents, colours, signs and how to use the workbook'],
  ['Summary', 'The first page: recommendation, earnings, bridge, scenarios, comps'],
  ['Focus charts', 'Eight charts on one page'],
  ['Drivers', 'Every assumption beside its history: type here'],
  ['Scenarios', 'Choose the scenario in use; each as changes to the base'],
  ['Live', 'The inputs in use, base or scenario: statements read these'],
  ['Revenue', 'Revenue by segment and cost of sales by nature'],
  ['Income', 'Income statement, non-operating items, adjusted profit, EBITDA'],
  ['Working capital', 'Balances, days on three bases, cash cycle'],
  ['Capex and debt', 'Fixed assets and depreciation, borrowings, net cash'],
  ['Cash flow', 'Cash flow statement, free cash flow, runway'],
  ['Balance sheet', 'Balance sheet and the reserves roll'],
  ['Valuation', 'Target price on both definitions of net cash, multiples, grids'],
  ['Financial summary', "The report's last page in its own grouping"],
  ['Comps', 'Peers with the company itself, statistics by group'],
  ['Ownership', 'Holders, cornerstone investors, lock-ups and unlocks'],
  ['Industry', 'Market sizes and the operating comparison'],
  ['Reconciliation', 'Every printed figure against the model'],
  ['Report notes', "The report's inconsistencies and weaknesses"],
  ['Checks', 'Every check, the master that all sheets echo, alerts'],
] as const;

export type SheetName = (typeof sheetCatalogue)[number][0];
