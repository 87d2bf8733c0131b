import type { Row } from './row.ts';

/** How a row stands in a statement: an item, a subtotal or total, or a ratio beneath them. */
export type Role = 'item' | 'total' | 'ratio';

export type StatementRow = { readonly row: Row; readonly sign: 1 | -1; readonly role: Role };
export type StatementItem = StatementRow | { readonly heading: string };

/** An ordered list of rows with the signs and roles they have there. */
export type Statement = {
  readonly name: string;
  /** Figures of the source report that it follows. */
  readonly figure: string;
  readonly items: readonly StatementItem[];
  /** Differences that must be zero if the statement is whole. */
  readonly checks: readonly Row[];
};

export const heading = (text: string): StatementItem => ({ heading: text });
export const item = (row: Row): StatementRow => ({ row, sign: 1, role: 'item' });
/** An item shown with the opposite of the row's own sign, as costs are in an income statement. */
export const less = (row: Row): StatementRow => ({ row, sign: -1, role: 'item' });
export const total = (row: Row): StatementRow => ({ row, sign: 1, role: 'total' });
export const lessTotal = (row: Row): StatementRow => ({ row, sign: -1, role: 'total' });
export const ratio = (row: Row): StatementRow => ({ row, sign: 1, role: 'ratio' });

export const isHeading = (one: StatementItem): one is { readonly heading: string } => 'heading' in one;

/** The rows of a statement, headings left out. */
export const rowsOf = (statement: Statement): readonly StatementRow[] =>
  statement.items.filter((one): one is StatementRow => !isHeading(one));
