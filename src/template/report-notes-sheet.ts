import { effectOn } from '../company/effect-on.ts';
import { range } from './address.ts';
import type { Book } from './book.ts';
import { Cells } from './cells.ts';
import { pageSheet, text } from './page-sheet.ts';
import type { PlannedCell, SheetPlan } from './plan.ts';
import { putHead } from './sheet-frame.ts';
import { styled } from './style-name.ts';

const name = 'Report notes';
const firstLine = 7;
const widths = [2.5, 34, 12, 9, 37, 37, 44, 13];
const lastColumn = widths.length;
const pointsPerLine = 12;

/** Report notes: where the report disagrees with itself or models weakly, and what that does to the target price. */
export function makeReportNotesSheet(book: Book): SheetPlan {
  const cells = new Cells(name);
  const links = putHead(cells, book, name, lastColumn, { priceColumn: 'none' });
  cells.put('B4', text('The target price were each put right alone; none where it is not touched.', 'note'));
  cells.putRow(
    firstLine - 1,
    2,
    ['Where', 'kind', 'number', 'printed', 'implied', 'cause', 'target, HK$'].map((head, place) =>
      text(head, 'column-head', ...(place === 6 ? [] : (['left', 'indent'] as const))),
    ),
  );
  const heights: Record<number, number> = {};
  book.desk.company.notes.forEach((note, index) => {
    const line = firstLine + index;
    const wrapped = (value: string) => text(value, 'text', 'wrap', 'indent');
    cells.putRow(line, 2, [
      wrapped(note.where),
      wrapped(note.kind),
      { value: note.id, style: styled('text', 'number', 'wrap', 'indent') },
      wrapped(note.printed),
      wrapped(note.implied),
      wrapped(note.cause),
      effectCell(effectOn(note)),
    ]);
    const lines = [
      [note.where, widths[1]!],
      [note.printed, widths[4]!],
      [note.implied, widths[5]!],
      [note.cause, widths[6]!],
    ].map(([said, width]) => Math.ceil((String(said).length * 1.05) / (Number(width) - 2)));
    heights[line] = Math.max(...lines) * pointsPerLine + 2;
  });
  return pageSheet(book, cells, {
    name,
    kind: 'working',
    layout: 'table',
    widths,
    heights,
    lastColumn,
    freeze: { rows: firstLine - 1, columns: 2 },
    inputs: [range({ top: firstLine, left: 8, bottom: firstLine + book.desk.company.notes.length - 1, right: 8 })],
    links,
    print: { repeatRows: `1:${firstLine - 1}` },
  });
}

const effectCell = (effect: number | string): PlannedCell =>
  typeof effect === 'number'
    ? { value: effect, style: styled('input', 'per-share-3', 'wrap', 'top') }
    : text(effect, 'text', 'wrap', 'right');
