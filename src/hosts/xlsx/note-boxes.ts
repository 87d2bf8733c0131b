import { parseAddress } from '../../template/address.ts';
import type { SheetPlan } from '../../template/plan.ts';

const boxWidth = 280;
const charactersPerLine = 46;
const lineHeight = 15;
const rowHeight = 17;
const pixelsPerCharacter = 6;

/** Gives each note's box the size of its text, in place of one size for all. */
export function noteAnchors(vml: string, sheet: SheetPlan): string {
  const notes = new Map(
    sheet.notes.map(({ cell, text }) => {
      const { row, column } = parseAddress(cell);
      return [`${row - 1},${column - 1}`, { row, column, text }];
    }),
  );
  return vml.replace(
    /<x:Anchor>[^<]*<\/x:Anchor>(.*?<x:Row>(\d+)<\/x:Row><x:Column>(\d+)<\/x:Column>)/g,
    (whole, rest: string, row: string, column: string) => {
      const note = notes.get(`${row},${column}`);
      return note ? `<x:Anchor>${anchor(note.row, note.column, note.text, sheet)}</x:Anchor>${rest}` : whole;
    },
  );
}

/** Left column and offset, top row and offset, right column and offset, bottom row and offset; counted from zero. */
function anchor(row: number, column: number, text: string, { widths }: SheetPlan): string {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersPerLine)), 0);
  const rows = Math.ceil(((lines + 1) * lineHeight) / rowHeight);
  let right = column;
  let left = boxWidth;
  for (let width = columnWidth(widths[right]); left > width; width = columnWidth(widths[right])) {
    left -= width;
    right += 1;
  }
  const top = Math.max(0, row - 2);
  return [column, 8, top, 6, right, Math.round(left), top + rows, 6].join(',');
}

const columnWidth = (characters = 9): number => characters * pixelsPerCharacter + 5;
