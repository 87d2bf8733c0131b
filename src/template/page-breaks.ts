import { narrowMargins, type PrintPlan } from './print-plan.ts';

/** What decides how a sheet falls on paper. */
export type OnPaper = {
  readonly orientation: PrintPlan['orientation'];
  /** Widths of the columns that are printed, in characters. */
  readonly widths: readonly number[];
  readonly heights?: Readonly<Record<number, number>>;
  /** The rows at the top that every page repeats. */
  readonly headRows: number;
  /** Rows where a block begins: a page may begin there and nowhere else. */
  readonly blocks: readonly number[];
  readonly lastRow: number;
};

const paper = { long: 29.7, short: 21 };
const pointsPerCentimetre = 72 / 2.54;
const centimetresPerCharacter = 0.1773;
export const rowPoints = 12.75;
/** The height of the first row, which holds the sheet's title. */
export const titlePoints = 20;
/** A sheet that is a little too long for one page is printed smaller, down to this. */
const leastScale = 0.62;
/** Programs differ by a little in how wide a character is. */
const slack = 0.97;

/**
 * The rows before which a page begins so that no block is cut, the pages about as full as each other. One page for a
 * sheet that fits when it is printed a little smaller: programs heed breaks only where the number of pages is left open.
 */
export function onPages(sheet: OnPaper): Pick<PrintPlan, 'pagesTall' | 'breaks'> {
  const { room, scale } = roomOf(sheet);
  const head = points(sheet, 1, sheet.headRows);
  const blocks = sheet.blocks.map((from, index) => {
    const next = sheet.blocks[index + 1] ?? sheet.lastRow + 1;
    return { from, points: points(sheet, index === 0 ? sheet.headRows + 1 : from, next - 1) };
  });
  const whole = points(sheet, 1, sheet.lastRow);
  if (whole <= room || (scale * room) / whole >= leastScale) return { pagesTall: 1 };
  return { pagesTall: 0, breaks: evened(blocks, room - head, breaksWithin(blocks, room - head)) };
}

/** As many breaks, placed so that the fullest page is as little full as can be. */
function evened(blocks: readonly Part[], limit: number, breaks: readonly number[]): readonly number[] {
  const next = breaksWithin(blocks, limit - rowPoints);
  return limit > rowPoints && next.length === breaks.length ? evened(blocks, limit - rowPoints, next) : breaks;
}

type Part = { readonly from: number; readonly points: number };

function breaksWithin(blocks: readonly Part[], limit: number): readonly number[] {
  const breaks: number[] = [];
  let used = 0;
  for (const block of blocks) {
    if (used > 0 && used + block.points > limit) {
      breaks.push(block.from);
      used = 0;
    }
    used += block.points;
  }
  return breaks;
}

const points = ({ heights = {} }: OnPaper, from: number, to: number): number => {
  let sum = 0;
  for (let row = from; row <= to; row++) sum += heights[row] ?? (row === 1 ? titlePoints : rowPoints);
  return sum;
};

/** How many points of rows a page holds, and how much smaller they are printed for the columns to fit. */
function roomOf({ orientation, widths }: OnPaper): { room: number; scale: number } {
  const { top, bottom, left, right } = narrowMargins;
  const [across, down] = orientation === 'landscape' ? [paper.long, paper.short] : [paper.short, paper.long];
  const wanted = widths.reduce((sum, width) => sum + width, 0) * centimetresPerCharacter;
  const scale = Math.min(1, (across - left - right) / wanted);
  return { room: ((down - top - bottom) * pointsPerCentimetre * slack) / scale, scale };
}
