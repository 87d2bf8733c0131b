import { dateSerial } from '../model/figures.ts';
import { asText } from '../hosts/as-text.ts';
import { WorkbookError, type CellContent, type Entry, type WorkbookPort } from '../hosts/workbook-port.ts';
import { absolute, address, parseRange, type Position } from '../template/address.ts';
import { keepHistory, keptHistory, type HistoryCell } from './comps-history.ts';
import { readCompsSheet, type CompsOnSheet } from './comps-on-sheet.ts';
import type { RefreshPreview, RowPreview } from './preview-refresh.ts';

type Written = Position & HistoryCell;

/** What a refresh did: how many companies it refreshed, which are stale, and what moved. */
export type Committed = {
  readonly refreshed: number;
  readonly stale: readonly string[];
  readonly moved: readonly string[];
};

const statusName = 'ST_COMPS_STATUS';

/**
 * Writes a preview into the comps of its sheet, in one write, and keeps what stood there.
 *
 * @throws WorkbookError where the sheet is not as it was in the preview, or the spreadsheet would not; the comps are
 * then as they were.
 */
export async function commitRefresh(port: WorkbookPort, preview: RefreshPreview): Promise<Committed> {
  const sheet = await readCompsSheet(port, preview.sheet.sheetId);
  refuseOther(sheet, preview.sheet);
  const status = await statusCell(port, preview);
  const written = [...preview.rows.flatMap((row) => cellsOf(row, sheet)), dateOf(sheet, preview), ...status];
  const before = await keptHistory(port);
  const { provider, asOf, retrieved } = preview;
  const moved = preview.rows.flatMap(movedIn);
  const cells = written.map(({ ticker, key, before: old, after }) => ({ ticker, key, before: old, after }));
  await keepHistory(port, [...before, { stamp: { provider, asOf, retrieved }, cells, moved }]);
  try {
    await port.enter(
      entriesOf(
        sheet.sheetId,
        written.map((one) => ({ ...one, content: one.after })),
      ),
    );
  } catch (error) {
    await keepHistory(port, before);
    throw error;
  }
  return {
    refreshed: preview.rows.filter((row) => row.status !== 'stale').length,
    stale: preview.rows.filter((row) => row.status === 'stale').map(({ ticker }) => ticker),
    moved,
  };
}

/**
 * Puts back, in one write, what the latest refresh wrote over. What the user has typed since stays.
 *
 * @returns How many cells were put back.
 * @throws WorkbookError where there is no refresh to undo.
 */
export async function undoRefresh(port: WorkbookPort, sheetId: string): Promise<number> {
  const history = await keptHistory(port);
  const last = history.at(-1);
  if (!last) throw new WorkbookError('There is no refresh to undo.');
  const sheet = await readCompsSheet(port, sheetId);
  const place = await placesOf(port, sheet);
  const back = last.cells.flatMap((cell) => {
    const at = place(cell);
    if (!at) return [];
    const isOurs = isMark(cell.key) || same(at.now, cell.after);
    return isOurs ? [{ ...at, content: cell.before }] : [];
  });
  await port.enter(entriesOf(sheetId, back));
  await keepHistory(port, history.slice(0, -1));
  return back.length;
}

const marks = ['status', 'age', 'basis', 'date', 'stamp'];
const isMark = (key: string): boolean => marks.includes(key);

function cellsOf(row: RowPreview, sheet: CompsOnSheet): readonly Written[] {
  const { ticker } = row;
  const line = sheet.peers.find((peer) => peer.ticker === ticker)!;
  const put = (key: string, column: number, after: CellContent): Written => ({
    ticker,
    key,
    row: line.row,
    column,
    before: asTyped(line.formulas[column - 1] ?? '', line.values[column - 1] ?? ''),
    after,
  });
  const date = absolute(address(sheet.date.row, sheet.date.column));
  return [
    ...row.cells.flatMap(({ key, column, new: value }) => (value === undefined ? [] : [put(key, column, value)])),
    put('status', sheet.columns.status, row.status),
    put('age', sheet.columns.age, `=${date}-${dateSerial(row.date)}`),
    put('basis', sheet.columns.basis, asText(row.basis)),
  ];
}

const dateOf = ({ date }: CompsOnSheet, { asOf, rows, sheet }: RefreshPreview): Written => {
  const hasMoved = rows.some(({ status }) => status !== 'stale');
  const after = hasMoved ? dateSerial(asOf) : sheet.date.formula;
  return { ticker: '', key: 'date', row: date.row, column: date.column, before: date.formula, after };
};

async function statusCell(port: WorkbookPort, { sheet, provider, asOf, retrieved, rows }: RefreshPreview) {
  const at = await statusPlace(port, sheet.sheetId);
  if (!at) return [];
  const stale = rows.filter(({ status }) => status === 'stale').length;
  const after = `${provider}, as of ${asOf}, retrieved ${retrieved}${stale === 0 ? '' : `; ${stale} of ${rows.length} stale`}`;
  const { now, ...position } = at;
  return [{ ticker: '', key: 'stamp', ...position, before: asText(String(now)), after: asText(after) }];
}

async function statusPlace(
  port: WorkbookPort,
  sheetId: string,
): Promise<(Position & { readonly now: CellContent }) | undefined> {
  const { names, sheets } = await port.look();
  const own = sheets.find(({ id }) => id === sheetId)?.name;
  for (const { name, formula } of names) {
    if (!name.toUpperCase().startsWith(statusName)) continue;
    const found = /^=(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(formula);
    if (!found || (found[1]?.replaceAll("''", "'") ?? found[2]) !== own) continue;
    const range = found[3]!.replaceAll('$', '');
    const { top, left } = parseRange(range);
    const [cells] = await port.read([{ sheetId, range }]);
    return { row: top, column: left, now: cells?.values[0]?.[0] ?? '' };
  }
  return undefined;
}

async function placesOf(port: WorkbookPort, sheet: CompsOnSheet) {
  const stamp = await statusPlace(port, sheet.sheetId);
  const { columns, date, figures, peers } = sheet;
  const columnOf: Readonly<Record<string, number>> = {
    price: columns.price,
    'market-cap': columns.marketCap,
    status: columns.status,
    age: columns.age,
    basis: columns.basis,
    ...Object.fromEntries(
      figures.map(({ asked, column }) => [
        `${asked.field}-${'year' in asked ? asked.year : `${asked.from}-${asked.to}`}`,
        column,
      ]),
    ),
  };
  return ({ ticker, key }: HistoryCell): (Position & { readonly now: CellContent }) | undefined => {
    if (key === 'date') return { row: date.row, column: date.column, now: date.formula };
    if (key === 'stamp') return stamp;
    const line = peers.find((peer) => peer.ticker === ticker);
    const column = columnOf[key];
    return line && column !== undefined ? { row: line.row, column, now: line.formulas[column - 1] ?? '' } : undefined;
  };
}

/** A text that looks like a formula but comes to itself is text, and is typed as such. */
const asTyped = (formula: CellContent, value: CellContent): CellContent =>
  typeof formula === 'string' && formula === value ? asText(formula) : formula;

const same = (a: CellContent, b: CellContent): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)) : a === b;

/** Cells side by side go in one rectangle. */
function entriesOf(
  sheetId: string,
  cells: readonly (Position & { readonly content: CellContent })[],
): readonly Entry[] {
  const sorted = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  const runs: (Position & { readonly content: CellContent })[][] = [];
  for (const cell of sorted) {
    const last = runs.at(-1)?.at(-1);
    if (last?.row === cell.row && last.column + 1 === cell.column) runs.at(-1)!.push(cell);
    else runs.push([cell]);
  }
  return runs.map((run) => ({
    sheetId,
    range: `${address(run[0]!.row, run[0]!.column)}:${address(run[0]!.row, run.at(-1)!.column)}`,
    cells: [run.map(({ content }) => content)],
  }));
}

function refuseOther(now: CompsOnSheet, then: CompsOnSheet): void {
  const seen = (sheet: CompsOnSheet) =>
    JSON.stringify(sheet.peers.map(({ row, ticker, formulas }) => [row, ticker, formulas]));
  if (seen(now) !== seen(then))
    throw new WorkbookError('The comps have changed since the preview; nothing was written. Look at a new preview.');
}

/** What moved in a line, in words. */
function movedIn({ ticker, cells }: RowPreview): readonly string[] {
  return cells.flatMap(({ head, old, new: value, change }) => {
    if (change === undefined || typeof old !== 'number' || typeof value !== 'number') return [];
    if (Math.abs(value - old) < 0.05) return [];
    return [`${ticker} ${head}: ${old.toFixed(1)}x to ${value.toFixed(1)}x`];
  });
}
