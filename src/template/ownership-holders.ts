import type { Holder } from '../company/company.ts';
import { absolute } from './address.ts';
import type { Book } from './book.ts';
import type { Cells } from './cells.ts';
import type { SheetCheck } from './checks-sheet.ts';
import { calculated, column, columnHeads, putHeading, scalarValue, text, totalsOf } from './page-sheet.ts';
import type { PlannedCell } from './plan.ts';
import { styled } from './style-name.ts';

export const ownershipSheet = 'Ownership';
/** Half a unit of the last printed digit of a holding. */
export const roundingCell = 'E4';
export const lastOwnershipColumn = 12;
export const firstHoldersLine = 6;
const sheet = ownershipSheet;
const firstLine = firstHoldersLine + 2;

type Holders = {
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
  putHeading(cells, firstHoldersLine, 2, lastOwnershipColumn, 'Holders, mn shares');
  const heads = [
    'Holder',
    'holds',
    '',
    'Class A',
    'Class B',
    'Total',
    'before, %',
    'after, %',
    'print before',
    'print after',
  ];
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
  const byClass = [({ classA }: Holder) => classA, ({ classB }: Holder) => classB, total];
  const sums = byClass.map((of) => add(holders, of));
  cells.putRow(lastLine + 1, 2, totalsOf('All holders', 5, sums, firstLine, lastLine));
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

type Offer = {
  readonly checks: readonly SheetCheck[];
  readonly inputs: readonly string[];
  readonly newShares: string;
};

const modelShares = 'Shares of the model are those of the ownership table';
const flagOf = (passed: boolean): 0 | 1 => (passed ? 0 : 1);

/** The shares of the offer, and the checks that holders and offer foot. */
export function putOffer(cells: Cells, book: Book, line: number, { lastLine, lastBefore }: Holders): Offer {
  const { desk } = book;
  const { ownership } = desk.company;
  const { market } = desk.model;
  const tolerance = book.setting('tolerance');
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
    [modelShares, `${book.link(sheet, market.sharesOutstanding, 0)}-${after}`, '0'],
  ];
  const off = scalarValue(book, market.sharesOutstanding) - ownership.sharesAfterIpo;
  const sharesOff = { difference: off, flag: flagOf(Math.abs(off) <= tolerance.value) };
  const made = formulas.map(([name, difference, allowed], index): SheetCheck => {
    const found = book.checks.find((one) => one.name === name)!;
    const at = line + 1 + index;
    const cached =
      name === modelShares ? sharesOff : { difference: found.value.toNumber(), flag: flagOf(found.passed) };
    cells.put([at, 7], text(name, 'label'));
    cells.put([at, 11], calculated(difference, cached.difference, styled('check', 'check')));
    cells.put(
      [at, 12],
      calculated(
        `IF(ABS(K${at})<=${tolerance.formula}+${allowed},0,1)`,
        cached.flag,
        styled('check', 'verdict', 'left'),
      ),
    );
    return { name, unit: found.unit, sheet, difference: `K${at}`, flag: `L${at}`, cached };
  });
  return { checks: made, inputs: [`E${line + 1}:E${line + 4}`], newShares: newShares! };
}
