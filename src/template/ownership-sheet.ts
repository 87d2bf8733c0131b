import { absolute, onSheet } from './address.ts';
import type { Book } from './book.ts';
import { Cells } from './cells.ts';
import type { SheetCheck } from './checks-sheet.ts';
import { putCornerstones } from './ownership-cornerstones.ts';
import {
  firstHoldersLine,
  lastOwnershipColumn,
  ownershipSheet,
  putHolders,
  putOffer,
  roundingCell,
} from './ownership-holders.ts';
import { putLockUps, putUnlocks, type Read } from './ownership-unlocks.ts';
import { calculated, pageSheet, putHeading, scalarValue, text } from './page-sheet.ts';
import type { SheetPlan } from './plan.ts';
import { putHead } from './sheet-frame.ts';
import { styled } from './style-name.ts';

const rounding = 0.05;
const chartLines = 14;
const issueStep = 0.05;
const discountStep = 0.1;

export type OwnershipSheet = {
  readonly sheet: SheetPlan;
  readonly checks: readonly SheetCheck[];
  readonly today: ReturnType<typeof putUnlocks>['today'];
  readonly largest: readonly { readonly name: string; readonly read: Read }[];
};

/** Ownership: holders, the offer, cornerstone investors, lock-ups and what they free, dilution. */
export function makeOwnershipSheet(book: Book): OwnershipSheet {
  const cells = new Cells(ownershipSheet);
  const links = putHead(cells, book, ownershipSheet, lastOwnershipColumn);
  cells.put('B4', text('Half a unit of the last printed digit, mn shares', 'label'));
  cells.put(roundingCell, { value: rounding, style: styled('input', 'per-share') });
  const holders = putHolders(cells, book);
  const offerLine = holders.lastLine + 3;
  const offer = putOffer(cells, book, offerLine, holders);
  const cornerstonesLine = offerLine + 6;
  const cornerstones = putCornerstones(cells, book, cornerstonesLine, offer.newShares);
  const locksLine = cornerstones.lastLine + 2;
  const locks = putLockUps(cells, book, locksLine);
  const unlocksLine = locks.lastLine + 2;
  const unlocks = putUnlocks(cells, book, unlocksLine, locks);
  const chartLine = unlocks.lastLine + 2;
  const dilutionLine = chartLine + chartLines + 1;
  const dilution = putDilution(cells, book, dilutionLine);
  const sheet = pageSheet(book, cells, {
    name: ownershipSheet,
    kind: 'working',
    layout: 'table',
    widths: [2.5, 46, 17, 9, 12, 12, 13, 13, 13, 13, 13, 36],
    heights: locks.heights,
    lastColumn: lastOwnershipColumn,
    freeze: { rows: 3, columns: 2 },
    links,
    inputs: [roundingCell, ...[holders, offer, cornerstones, locks, dilution].flatMap(({ inputs }) => inputs)],
    charts: [
      {
        kind: 'column',
        title: 'Shares free to trade from each date, mn',
        description: 'Free shares at the listing and from each date on which a lock-up ends',
        categories: unlocks.chart.categories,
        series: [{ name: 'Shares free to trade, mn', values: unlocks.chart.values, labels: true }],
        covers: `B${chartLine}:H${chartLine + chartLines - 1}`,
        format: 'count',
        legend: false,
        gap: 80,
      },
    ],
    blocks: [firstHoldersLine, offerLine, cornerstonesLine, locksLine, unlocksLine, dilutionLine],
  });
  const largest = holders.largest.map(({ name, cell, share }) => ({
    name,
    read: { formula: onSheet(ownershipSheet, absolute(cell)), cached: share },
  }));
  return { sheet, checks: offer.checks, today: unlocks.today, largest };
}

/** The target price after an issue of shares at a discount to the share price: value per share, spread and added to. */
function putDilution(cells: Cells, book: Book, line: number): { readonly inputs: readonly string[] } {
  const { value, market } = book.desk.model;
  putHeading(cells, line, 2, lastOwnershipColumn, 'Target price after an issue of new shares, HK$');
  cells.put([line + 1, 2], text('Step of new shares, % of those outstanding', 'label'));
  cells.put([line + 1, 5], { value: issueStep, style: styled('input', 'percent') });
  cells.put([line + 2, 2], text('Step of the discount to the share price', 'label'));
  cells.put([line + 2, 5], { value: discountStep, style: styled('input', 'percent') });
  const head = line + 4;
  cells.put([head - 1, 5], text('discount', 'note', 'right'));
  cells.put([head, 2], text('New shares, % of those outstanding', 'column-head', 'left'));
  for (const at of [3, 4]) cells.put([head, at], text('', 'column-head'));
  const [target, price] = [value.targetPrice, market.sharePrice].map((row) => book.link(ownershipSheet, row, 0));
  const [targetValue, priceValue] = [value.targetPrice, market.sharePrice].map((row) => scalarValue(book, row));
  const letters = ['E', 'F', 'G', 'H'];
  const discounts = letters.map((_, index) => index * discountStep);
  letters.forEach((letter, index) => {
    const formula = index === 0 ? '0' : `${letters[index - 1]}${head}+$E$${line + 2}`;
    cells.put(`${letter}${head}`, calculated(formula, discounts[index]!, styled('column-head', 'percent-0')));
  });
  for (let index = 0; index < 5; index++) {
    const at = head + 1 + index;
    const issued = index * issueStep;
    const formula = index === 0 ? '0' : `D${at - 1}+$E$${line + 1}`;
    cells.put(`D${at}`, calculated(formula, issued, styled('formula', 'percent')));
    letters.forEach((letter, place) =>
      cells.put(
        `${letter}${at}`,
        calculated(
          `(${target}+$D${at}*${price}*(1-${letter}$${head}))/(1+$D${at})`,
          (targetValue! + issued * priceValue! * (1 - discounts[place]!)) / (1 + issued),
          styled('formula', 'per-share'),
        ),
      ),
    );
  }
  return { inputs: [`E${line + 1}:E${line + 2}`] };
}
