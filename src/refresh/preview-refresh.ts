import { compsFigure, type CompsFigure, type CompsQuestion } from '../model/comps/comps-figures.ts';
import type { CompsRow, CompsTable } from '../model/comps/comps-table.ts';
import { enterpriseValue } from '../model/comps/enterprise-value.ts';
import { exchange } from '../model/comps/exchange.ts';
import type { Basis } from '../model/comps/year-amount.ts';
import { dateSerial, isoDate } from '../model/figures.ts';
import type { CellContent } from '../hosts/workbook-port.ts';
import type { CompsOnSheet, PeerLine } from './comps-on-sheet.ts';
import { committedCells, type History } from './comps-history.ts';
import { sourceText } from './source-value.ts';
import { splitChange, type ChangeSplit } from './split-change.ts';

/** What becomes of a cell: refreshed, kept for want of a new figure, or the user's own and left alone. */
export type CellOutcome = 'refreshed' | 'not meaningful' | 'kept' | 'your own';

export type CellPreview = {
  readonly key: string;
  readonly column: number;
  readonly head: string;
  readonly old: CellContent;
  /** undefined where the cell stays as it is. */
  readonly new: number | 'NM' | undefined;
  readonly outcome: CellOutcome;
  readonly why: string | undefined;
  /** For multiples of which value and sales are known before and after. */
  readonly change: ChangeSplit | undefined;
};

export type RowPreview = {
  readonly ticker: string;
  readonly name: string;
  readonly row: number;
  readonly status: 'refreshed' | 'partly' | 'stale';
  readonly message: string | undefined;
  /** The day of the close, and how many days it is before the day of the comps. */
  readonly date: string;
  readonly age: number;
  readonly basis: string;
  readonly cells: readonly CellPreview[];
};

export type RefreshPreview = {
  readonly sheet: CompsOnSheet;
  readonly provider: string;
  readonly asOf: string;
  readonly retrieved: string;
  readonly rows: readonly RowPreview[];
};

export type PreviewOptions = {
  readonly basis: Basis;
  /** What has been committed before; a cell that differs from it is the user's own. */
  readonly history?: History | undefined;
  /** The comps that the sheet came with, for cells that were never refreshed. */
  readonly original?: CompsTable | undefined;
  readonly retrieved: string;
};

/**
 * What a refresh would do to the comps of a sheet, line by line and cell by cell; nothing is written.
 *
 * A company that did not come keeps its last values and is stale, with the age of its close. Lines, their order, whether
 * they are included, and what the user typed over figures stay.
 */
export function previewRefresh(sheet: CompsOnSheet, fetched: CompsTable, options: PreviewOptions): RefreshPreview {
  return {
    sheet,
    provider: sourceText(fetched.provider),
    asOf: fetched.asOf,
    retrieved: options.retrieved,
    rows: sheet.peers.map((line) => previewRow(line, sheet, fetched, options)),
  };
}

function previewRow(line: PeerLine, sheet: CompsOnSheet, fetched: CompsTable, options: PreviewOptions): RowPreview {
  const { ticker, name, row } = line;
  const found = fetched.rows.find((one) => one.ticker === ticker);
  const oldCurrency = sourceText(line.values[sheet.columns.currency - 1]);
  const newCurrency = found?.price?.currency;
  const isOther = newCurrency !== undefined && oldCurrency !== '' && newCurrency !== oldCurrency;
  const facts = found && !isOther ? found : undefined;
  const message = isOther
    ? `The price came in ${newCurrency} and stands in ${oldCurrency}: check the ticker. The last values were kept.`
    : (fetched.errors[ticker] ?? (found ? undefined : 'Nothing came for this company. The last values were kept.'));
  const cells = cellsOf(line, sheet, facts, fetched, options);
  const moved = cells.filter(({ outcome }) => outcome === 'refreshed' || outcome === 'not meaningful').length;
  const kept = cells.filter(({ outcome, old }) => outcome === 'kept' && typeof old === 'number');
  const status = moved === 0 ? 'stale' : kept.length > 0 ? 'partly' : 'refreshed';
  const date = status === 'stale' ? lastDate(line, sheet) : (facts?.price?.date ?? fetched.asOf);
  const oldBasis = sourceText(line.values[sheet.columns.basis - 1]);
  return {
    ticker,
    name,
    row,
    status,
    message: sourceText(message ?? keptMessage(kept[0])) || undefined,
    date,
    age: Math.max(0, dateSerial(fetched.asOf) - dateSerial(date)),
    basis: status === 'stale' || !facts ? oldBasis : basisText(facts, fetched, options.basis),
    cells,
  };
}

const keptMessage = (cell: CellPreview | undefined): string =>
  cell === undefined ? '' : `${cell.head}: ${cell.why} The last value was kept.`;

function cellsOf(
  line: PeerLine,
  sheet: CompsOnSheet,
  facts: CompsRow | undefined,
  fetched: CompsTable,
  options: PreviewOptions,
): readonly CellPreview[] {
  const { columns, figures } = sheet;
  const capital = facts?.marketCap && exchange(facts.marketCap, 'USD', fetched.rates);
  const original = options.original?.rows.find(({ ticker }) => ticker === line.ticker);
  const typed = committedCells(options.history);
  const cell = (
    key: string,
    column: number,
    head: string,
    figure: CompsFigure,
    came: number | undefined,
    asked?: CompsQuestion,
  ): CellPreview => {
    const old = line.values[column - 1] ?? '';
    const formula = line.formulas[column - 1] ?? '';
    const about = { key, column, head, old };
    const last = typed.get(`${line.ticker}|${key}`) ?? came;
    if (isOwn(formula, old, last))
      return { ...about, new: undefined, outcome: 'your own', why: 'You typed over it.', change: undefined };
    if (figure.kind === 'not available' || (figure.kind === 'value' && !Number.isFinite(figure.value)))
      return {
        ...about,
        new: undefined,
        outcome: 'kept',
        why: 'why' in figure ? figure.why : undefined,
        change: undefined,
      };
    if (figure.kind === 'not meaningful')
      return { ...about, new: 'NM', outcome: 'not meaningful', why: figure.why, change: undefined };
    const change = asked && facts && changeOf(line, sheet, facts, fetched, { asked, old, value: figure.value });
    return { ...about, new: figure.value, outcome: 'refreshed', why: undefined, change };
  };
  const given = (amount: number | undefined, what: string): CompsFigure =>
    amount === undefined
      ? { kind: 'not available', why: `No ${what} came.` }
      : { kind: 'value', value: amount, from: 'facts', rates: [] };
  return [
    cell('price', columns.price, 'Price', given(facts?.price?.amount, 'price'), original?.price?.amount),
    cell(
      'market-cap',
      columns.marketCap,
      'Mkt cap US$ mn',
      given(capital ? capital.amount / 1e6 : undefined, 'market capitalisation or its exchange rate'),
      original?.marketCap ? original.marketCap.amount / 1e6 : undefined,
    ),
    ...figures.map(({ column, head, asked }) => {
      const figure: CompsFigure = facts
        ? compsFigure(facts, fetched, asked, options.basis)
        : { kind: 'not available', why: 'The company did not come.' };
      const before = original && options.original && compsFigure(original, options.original, asked, 'as labelled');
      const key = `${asked.field}-${'year' in asked ? asked.year : `${asked.from}-${asked.to}`}`;
      return cell(key, column, head, figure, before?.kind === 'value' ? before.value : undefined, asked);
    }),
  ];
}

/** A formula, or a number other than what we put there. Where we know of none, a number is ours to replace. */
function isOwn(formula: CellContent, value: CellContent, ours: CellContent | undefined): boolean {
  if (typeof formula === 'string' && formula.startsWith('=')) return true;
  if (typeof value !== 'number' || ours === undefined) return false;
  return typeof ours !== 'number' || Math.abs(value - ours) > 1e-9 * Math.max(1, Math.abs(ours));
}

function changeOf(
  line: PeerLine,
  sheet: CompsOnSheet,
  facts: CompsRow,
  fetched: CompsTable,
  { asked, old, value }: { asked: CompsQuestion; old: CellContent; value: number },
): ChangeSplit | undefined {
  if (asked.field !== 'ev-sales' && asked.field !== 'price-sales') return undefined;
  const column = sheet.sales.get(asked.year);
  const sales = column === undefined ? undefined : line.values[column - 1];
  const worth =
    asked.field === 'ev-sales'
      ? enterpriseValue(facts, 'USD', fetched.rates)
      : facts.marketCap && exchange(facts.marketCap, 'USD', fetched.rates);
  const wasCalendarised = /^calendarised/i.test(sourceText(line.values[sheet.columns.basis - 1]));
  const onOld = compsFigure(facts, fetched, asked, wasCalendarised ? 'calendarised' : 'as labelled');
  if (typeof old !== 'number' || typeof sales !== 'number' || sales <= 0 || !worth || onOld.kind !== 'value')
    return undefined;
  return splitChange({ multiple: old, sales }, { value: worth.amount / 1e6, onOldBasis: onOld.value, multiple: value });
}

/** The day of the close of a line: its own where it was stale before, else the day of the comps. */
function lastDate(line: PeerLine, { columns, date }: CompsOnSheet): string {
  const own = /^=\$[A-Z]+\$\d+-(\d+)$/.exec(String(line.formulas[columns.age - 1] ?? ''));
  if (own) return isoDate(Number(own[1]));
  return typeof date.formula === 'number' ? isoDate(date.formula) : '1970-01-01';
}

function basisText(facts: CompsRow, fetched: CompsTable, basis: Basis): string {
  const ends = facts.fiscalYearEndMonth;
  const years = ends === null || ends === 12 ? '' : `, financial year ends in month ${ends}`;
  const used = new Set(
    [facts.marketCap, facts.netDebt, facts.periods[0]?.revenue].flatMap((one) => one?.currency ?? []),
  );
  const rates = fetched.rates
    .filter(({ from, to }) => used.size > 1 && used.has(from) && used.has(to))
    .map(({ from, to, rate, date }) => `; ${from}/${to} ${rate} of ${date}`);
  const reported = facts.periods.length === 0 && facts.reported.length > 0 ? ', ratios as the source gives them' : '';
  return sourceText(`${basis}${years}${reported}; ${sourceText(fetched.provider)}${rates.join('')}`);
}
