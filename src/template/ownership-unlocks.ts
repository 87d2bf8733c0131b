import type { LockUp } from '../company/company.ts';
import { absolute, absoluteOnSheet, onSheet } from './address.ts';
import type { Book } from './book.ts';
import { cellDate, type Cells } from './cells.ts';
import { lastOwnershipColumn, ownershipSheet } from './ownership-holders.ts';
import { calculated, column, columnHeads, putHeading, scalarValue, text, twoLines } from './page-sheet.ts';
import type { FormulaCell } from './plan.ts';
import { styled } from './style-name.ts';

type Day = `${number}-${number}-${number}`;
const sheet = ownershipSheet;
/** How many characters of a note fit on a line of the last column. */
const noteWidth = 28;

/** A cell that another sheet reads, and what it holds. */
export type Read = { readonly formula: string; readonly cached: number | string };

/** Lock-ups: shares, months from the listing, the day they end, and whatever it was amended to. */
export function putLockUps(cells: Cells, book: Book, line: number) {
  const { lockUps } = book.desk.company.ownership;
  const { listingDate, sharesOutstanding } = book.desk.model.market;
  putHeading(cells, line, 2, lastOwnershipColumn, 'Lock-ups');
  const heads = [
    'Holder',
    'class',
    'months',
    'mn shares',
    'last locked',
    'first free',
    'printed',
    'amended to',
    'in use',
  ];
  cells.putRow(line + 1, 2, [
    ...columnHeads([...heads, 'of capital, %'], 2),
    text('note', 'column-head', 'left', 'indent'),
  ]);
  const first = line + 2;
  const last = first + lockUps.length - 1;
  lockUps.forEach((lock, index) => {
    const at = first + index;
    const free = cellDate(lock.firstFreeDay);
    cells.putRow(at, 2, [
      text(lock.holder, 'input', 'left'),
      text(lock.class, 'input', 'left'),
      { value: lock.months, style: styled('input', 'number') },
      { value: lock.shares, style: styled('input', 'shares') },
      calculated(`J${at}-1`, free - 1, styled('formula', 'date')),
      calculated(`EDATE(${book.link(sheet, listingDate, 0)},D${at})`, free, styled('formula', 'date')),
      { value: { date: lock.firstFreeDay as Day }, style: styled('input', 'date') },
      { style: styled('input', 'date') },
      calculated(`IF(I${at}="",G${at},I${at})`, free, styled('formula', 'date')),
      calculated(
        `E${at}/${book.link(sheet, sharesOutstanding, 0)}`,
        lock.shares / scalarValue(book, sharesOutstanding),
        styled('ratio', 'percent'),
      ),
      text(lock.note, 'note', 'wrap', 'indent'),
    ]);
  });
  const long = lockUps.flatMap(({ note }, index) =>
    note.length > noteWidth ? [[first + index, twoLines] as const] : [],
  );
  return {
    first,
    lastLine: last,
    inputs: [`B${first}:E${last}`, `H${first}:I${last}`],
    heights: Object.fromEntries(long),
  };
}

const sharesOf = (locks: readonly LockUp[]): number => locks.reduce((sum, { shares }) => sum + shares, 0);

/** Shares free to trade from the listing on, by each date on which a lock-up ends. Class A counts once converted. */
export function putUnlocks(cells: Cells, book: Book, line: number, lock: { first: number; lastLine: number }) {
  const { market } = book.desk.model;
  const { lockUps } = book.desk.company.ownership;
  putHeading(cells, line, 2, 9, 'Shares free to trade, by date (Class A once converted)');
  const heads = ['From', '', '', 'freed, mn', 'free, mn', 'of capital, %', 'of Class B, %', 'times listing'];
  cells.putRow(line + 1, 2, columnHeads(heads, 1));
  const [dates, shares] = [column('J', lock.first, lock.lastLine), column('E', lock.first, lock.lastLine)];
  const outstanding = scalarValue(book, market.sharesOutstanding);
  const listed = scalarValue(book, market.classBShares);
  const [capital, classB] = [market.sharesOutstanding, market.classBShares].map((row) => book.link(sheet, row, 0));
  const atListing = outstanding - sharesOf(lockUps);
  const start = line + 2;
  const put = (at: number, date: FormulaCell, freed: FormulaCell, free: FormulaCell) => {
    const held = free.cached as number;
    cells.putRow(at, 2, [
      date,
      undefined,
      undefined,
      freed,
      free,
      calculated(`F${at}/${capital}`, held / outstanding, styled('ratio', 'percent')),
      calculated(`F${at}/${classB}`, held / listed, styled('ratio', 'percent')),
      calculated(`F${at}/$F$${start}`, held / atListing, styled('ratio', 'multiple')),
    ]);
  };
  const dated = styled('formula', 'date', 'left');
  const counted = styled('formula', 'shares');
  put(
    start,
    calculated(book.link(sheet, market.listingDate, 0), scalarValue(book, market.listingDate), dated),
    calculated('0', 0, counted),
    calculated(`${capital}-SUM(${shares})`, atListing, counted),
  );
  const ends = [...new Set(lockUps.map(({ firstFreeDay }) => cellDate(firstFreeDay)))].sort((a, b) => a - b);
  ends.forEach((end, index) => {
    const at = start + 1 + index;
    const later = `COUNTIF(${dates},">"&B${at - 1})`;
    const freed = lockUps.filter(({ firstFreeDay }) => cellDate(firstFreeDay) === end);
    const free = atListing + sharesOf(lockUps.filter(({ firstFreeDay }) => cellDate(firstFreeDay) <= end));
    put(
      at,
      calculated(`IF(${later}=0,B${at - 1},LARGE(${dates},${later}))`, end, dated),
      calculated(`IF(B${at}=B${at - 1},0,SUMIF(${dates},B${at},${shares}))`, sharesOf(freed), counted),
      calculated(`F${at - 1}+E${at}`, free, counted),
    );
  });
  const last = start + ends.length;
  return {
    lastLine: Math.max(last, line + 7),
    chart: {
      categories: absoluteOnSheet(sheet, column('B', start, last)),
      values: absoluteOnSheet(sheet, column('F', start, last)),
    },
    today: putToday(cells, book, line, { dates, shares }),
  };
}

/** What is free on the pricing date, and the next date that frees more. */
function putToday(cells: Cells, book: Book, line: number, { dates, shares }: { dates: string; shares: string }) {
  const { market } = book.desk.model;
  const today = book.link(sheet, market.pricingDate, 0);
  const [capital, classB] = [market.sharesOutstanding, market.classBShares].map((row) => book.link(sheet, row, 0));
  const locked = book.desk.company.ownership.lockUps.filter(
    ({ firstFreeDay }) => cellDate(firstFreeDay) > scalarValue(book, market.pricingDate),
  );
  const float = scalarValue(book, market.sharesOutstanding) - sharesOf(locked);
  const nextDay = locked.map(({ firstFreeDay }) => firstFreeDay).sort()[0];
  const next = sharesOf(locked.filter(({ firstFreeDay }) => firstFreeDay === nextDay));
  const cell = (index: number) => `L${line + 1 + index}`;
  const after = `COUNTIF(${dates},">"&${today})`;
  putHeading(cells, line, 10, lastOwnershipColumn, 'On the pricing date');
  const entries = [
    ['Free to trade, mn', `${capital}-SUMIF(${dates},">"&${today},${shares})`, float, 'shares'],
    ['of capital, %', `${cell(0)}/${capital}`, float / scalarValue(book, market.sharesOutstanding), 'percent'],
    ['of Class B, %', `${cell(0)}/${classB}`, float / scalarValue(book, market.classBShares), 'percent'],
    ['Next unlock', `IF(${after}=0,"none",LARGE(${dates},${after}))`, nextDay ? cellDate(nextDay) : 'none', 'date'],
    ['freed then, mn', `IF(${after}=0,0,SUMIF(${dates},${cell(3)},${shares}))`, next, 'shares'],
    ['times the free shares', `${cell(4)}/${cell(0)}`, next / float, 'multiple'],
  ] as const;
  const [free, ofCapital, ofListed, date, frees, times] = entries.map(
    ([label, formula, cached, format], index): Read => {
      cells.put([line + 1 + index, 10], text(label, 'label', 'indent'));
      cells.put(cell(index), calculated(formula, cached, styled('formula', format)));
      return { formula: onSheet(sheet, absolute(cell(index))), cached };
    },
  );
  return { free: free!, ofCapital: ofCapital!, ofListed: ofListed!, date: date!, frees: frees!, times: times! };
}
