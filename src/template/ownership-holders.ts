import { checks } from '../company/checks.ts';
import type { Holder } from '../company/company.ts';
import { absolute, address, onSheet } from './address.ts';
import { scenariosSheet } from './book-layout.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import { toleranceReference, type SheetCheck } from './checks-sheet.ts';
import { calculated, column, columnHeads, putHeading, scalarValue, text } from './page-sheet.ts';
import type { PlannedCell } from './plan.ts';
import { blockLine } from './scenarios-sheet.ts';
import { styled } from './style-name.ts';

export const ownershipSheet = 'Ownership';
/** Half a unit of the last printed digit of a holding. */
export const roundingCell = 'E4';
export const lastOwnershipColumn = 12;
const sheet = ownershipSheet;
const firstLine = 9;

export type Holders = {
  readonly lastLine: number;
  readonly lastBefore: number;
  readonly inputs: readonly string[];
  /** The largest holders after the offer that have a name of their own: name, cell of the share, share. */
  readonly largest: readonly { readonly name: string; readonly cell: string; readonly share: number }[];
};

const total = ({ classA, classB }: Holder): number => classA + classB;
const add = (holders: readonly Holder[], of: (holder: Holder) => number): number =>
  holders.reduce((sum, holder) => sum + of(holder), 0);

/** Holders by class, their shares of the capital before and after the offer, the printed ones beside them. */
export function putHolders(cells: Cells, { desk }: Book): Holders {
  const { ownership } = desk.company;
  putHeading(cells, firstLine - 2, 2, lastOwnershipColumn, 'Holders, mn shares');
  const heads = ['Holder', 'holds', '', 'Class A', 'Class B', 'Total', 'before, %', 'after, %', 'printed', 'printed'];
  cells.putRow(firstLine - 1, 2, columnHeads(heads, 2));
  const before = ownership.holders.filter(({ issuedAtIpo }) => !issuedAtIpo);
  const holders = [...before, ...ownership.holders.filter(({ issuedAtIpo }) => issuedAtIpo)];
  const lastBefore = firstLine + before.length - 1;
  const lastLine = firstLine + holders.length - 1;
  const all = add(holders, total);
  holders.forEach((holder, index) => {
    const line = firstLine + index;
    const share = (last: number, of: number) =>
      calculated(`G${line}/SUM(${column('G', firstLine, last)})`, total(holder) / of, styled('ratio', 'percent'));
    cells.putRow(line, 2, [
      text(holder.name, 'input', 'left'),
      text(holder.issuedAtIpo ? 'since the offer' : 'before the offer'),
      undefined,
      { value: holder.classA, style: styled('input', 'shares') },
      { value: holder.classB, style: styled('input', 'shares') },
      calculated(`E${line}+F${line}`, total(holder), styled('formula', 'shares')),
      holder.issuedAtIpo ? undefined : share(lastBefore, add(before, total)),
      share(lastLine, all),
      printedPercent(holder.preIpo),
      printedPercent(holder.postIpo),
    ]);
  });
  const totals = (letters: string, value: number) =>
    calculated(`SUM(${column(letters, firstLine, lastLine)})`, value, styled('formula', 'shares', 'total'));
  cells.putRow(lastLine + 1, 2, [
    text('All holders', 'label', 'total'),
    text('', 'label', 'total'),
    text('', 'label', 'total'),
    totals(
      'E',
      add(holders, ({ classA }) => classA),
    ),
    totals(
      'F',
      add(holders, ({ classB }) => classB),
    ),
    totals('G', all),
  ]);
  return {
    lastLine,
    lastBefore,
    inputs: [`B${firstLine}:B${lastLine}`, `E${firstLine}:F${lastLine}`, `J${firstLine}:K${lastLine}`],
    largest: before
      .filter(({ isGroup }) => !isGroup)
      .sort((a, b) => total(b) - total(a))
      .slice(0, 3)
      .map((holder) => ({
        name: holder.name,
        cell: `I${firstLine + holders.indexOf(holder)}`,
        share: total(holder) / all,
      })),
  };
}

const printedPercent = (percent: number | null): PlannedCell | undefined =>
  percent === null ? undefined : { value: Number((percent / 100).toPrecision(12)), style: styled('input', 'percent') };

export type Offer = {
  readonly checks: readonly SheetCheck[];
  readonly inputs: readonly string[];
  readonly newShares: string;
};

/** The shares of the offer, and the checks that holders and offer foot. */
export function putOffer(cells: Cells, book: Book, line: number, { lastLine, lastBefore }: Holders): Offer {
  const { desk } = book;
  const { ownership } = desk.company;
  putHeading(cells, line, 2, lastOwnershipColumn, 'The offer, mn shares; checks');
  const offer: readonly (readonly [string, number])[] = [
    ['Shares before the offer', ownership.sharesBeforeIpo],
    ['New shares', ownership.newShares],
    ['Over-allotment', ownership.overAllotment],
    ['Shares after the offer', ownership.sharesAfterIpo],
  ];
  offer.forEach(([label, shares], index) => {
    cells.put([line + 1 + index, 2], text(label, 'label'));
    cells.put([line + 1 + index, 5], { value: shares, style: styled('input', 'shares') });
  });
  const [before, newShares, overAllotment, after] = offer.map((_, index) => `$E$${line + 1 + index}`);
  const allowance = (last: number) => `COUNTIF($E$${firstLine}:$F$${last},">0")*${absolute(roundingCell)}`;
  const sumTo = (last: number) => `SUM($E$${firstLine}:$F$${last})`;
  const formulas: readonly (readonly [name: string, difference: string, allowance: string])[] = [
    ['Holders before the offer sum to the shares before it', `${sumTo(lastBefore)}-${before}`, allowance(lastBefore)],
    ['All holders sum to the shares after the offer', `${sumTo(lastLine)}-${after}`, allowance(lastLine)],
    [
      'Shares before the offer and new shares give the shares after it',
      `SUM(${before},${newShares},${overAllotment})-${after}`,
      '0',
    ],
    ['Shares of the model are those of the ownership table', `${publishedShares(book)}-${after}`, '0'],
  ];
  const known = checks(desk, book.solution);
  const made = formulas.map(([name, difference, allowed], index): SheetCheck => {
    const found = known.find((one) => one.name === name)!;
    const at = line + 1 + index;
    const cached = { difference: found.value.toNumber(), flag: found.passed ? 0 : 1 } as const;
    cells.put([at, 7], text(name, 'label'));
    cells.put([at, 11], calculated(difference, cached.difference, styled('check', 'check')));
    cells.put(
      [at, 12],
      calculated(
        `IF(ABS(K${at})<=${toleranceReference('shares')}+${allowed},0,1)`,
        cached.flag,
        styled('check', 'verdict'),
      ),
    );
    return { name, sheet, difference: `K${at}`, flag: `L${at}`, cached };
  });
  return { checks: made, inputs: [`E${line + 1}:E${line + 4}`], newShares: newShares! };
}

/** The shares of the published base case, which stand in the first block of Scenarios. */
function publishedShares(book: Book): string {
  const shares = book.desk.model.market.sharesOutstanding;
  const { line } = book.inputLines.find(({ of }) => of === shares)!;
  const cell = address(blockLine(book, 0, line), book.columns.year(book.columns.firstEstimate));
  return onSheet(scenariosSheet, absolute(cell));
}

/** Cornerstone investors: what their shares cost at the offer price, beside what is printed. */
export function putCornerstones(
  cells: Cells,
  book: Book,
  line: number,
  newShares: string,
): { readonly lastLine: number; readonly inputs: readonly string[] } {
  const { cornerstones, newShares: offered } = book.desk.company.ownership;
  const { market } = book.desk.model;
  if (cornerstones.length === 0) return { lastLine: line, inputs: [] };
  putHeading(cells, line, 2, lastOwnershipColumn, 'Cornerstone investors');
  const heads = [
    'Investor',
    '',
    '',
    'US$ mn',
    'mn shares',
    'at offer price',
    'difference',
    'of offer, %',
    'of capital, %',
  ];
  cells.putRow(line + 1, 2, columnHeads(heads, 2));
  const first = line + 2;
  const last = first + cornerstones.length - 1;
  const price = scalarValue(book, market.ipoPrice) / scalarValue(book, market.hkdPerUsd);
  const dollars = `${book.link(sheet, market.ipoPrice, 0)}/${book.link(sheet, market.hkdPerUsd, 0)}`;
  const capital = book.link(sheet, market.sharesOutstanding, 0);
  cornerstones.forEach(({ name, usdMn, shares }, index) => {
    const at = first + index;
    cells.putRow(at, 2, [
      text(name, 'input', 'left'),
      undefined,
      undefined,
      { value: usdMn, style: styled('input', 'shares') },
      { value: shares, style: styled('input', 'shares') },
      calculated(`F${at}*${dollars}`, shares * price, styled('formula', 'shares')),
      calculated(`G${at}/E${at}-1`, (shares * price) / usdMn - 1, styled('ratio', 'percent')),
      calculated(`F${at}/${newShares}`, shares / offered, styled('ratio', 'percent-2')),
      calculated(
        `F${at}/${capital}`,
        shares / scalarValue(book, market.sharesOutstanding),
        styled('ratio', 'percent-2'),
      ),
    ]);
  });
  const sum = (of: (one: (typeof cornerstones)[number]) => number) =>
    cornerstones.reduce((all, one) => all + of(one), 0);
  const totals = (letters: string, value: number) =>
    calculated(`SUM(${column(letters, first, last)})`, value, styled('formula', 'shares', 'total'));
  cells.putRow(last + 1, 2, [
    text('All cornerstone investors', 'label', 'total'),
    text('', 'label', 'total'),
    text('', 'label', 'total'),
    totals(
      'E',
      sum(({ usdMn }) => usdMn),
    ),
    totals(
      'F',
      sum(({ shares }) => shares),
    ),
    totals(
      'G',
      sum(({ shares }) => shares * price),
    ),
  ]);
  return { lastLine: last + 1, inputs: [`B${first}:B${last}`, `E${first}:F${last}`] };
}
