import { effectOn } from '../company/effect-on.ts';
import type { Book } from './book.ts';
import { Cells } from './cells.ts';
import { columnHeads, pageSheet, text } from './page-sheet.ts';
import type { SheetPlan } from './plan.ts';
import { putHead } from './sheet-frame.ts';
import { styled } from './style-name.ts';

const name = 'Report notes';
const firstLine = 7;
const widths = [2.5, 36, 12, 9, 34, 34, 52, 13, 11, 16];
const pointsPerLine = 12;

/** Report notes: where the report disagrees with itself or models weakly, and what that does to the target price. */
export function makeReportNotesSheet(book: Book): SheetPlan {
  const cells = new Cells(name);
  const links = putHead(cells, book, name, 10);
  cells.put('B4', text('The target price were each put right alone; none where it is not touched.', 'note'));
  cells.putRow(
    firstLine - 1,
    2,
    columnHeads(['Where', 'kind', 'number', 'printed', 'implied', 'cause', 'target, HK$'], 7),
  );
  const heights: Record<number, number> = {};
  book.desk.company.notes.forEach((note, index) => {
    const line = firstLine + index;
    const wrapped = (value: string) => text(value, 'text', 'wrap');
    cells.putRow(line, 2, [
      wrapped(note.where),
      wrapped(note.kind),
      { value: note.id, style: styled('text', 'number', 'wrap') },
      wrapped(note.printed),
      wrapped(note.implied),
      wrapped(note.cause),
      { value: effectOn(note), style: styled('text', 'per-share-3', 'wrap', 'right') },
    ]);
    const lines = [
      [note.where, widths[1]!],
      [note.printed, widths[4]!],
      [note.implied, widths[5]!],
      [note.cause, widths[6]!],
    ].map(([said, width]) => Math.ceil((String(said).length * 1.05) / Number(width)));
    heights[line] = Math.max(...lines) * pointsPerLine + 2;
  });
  return pageSheet(book, cells, {
    name,
    kind: 'working',
    layout: 'table',
    widths,
    heights,
    lastColumn: 10,
    freeze: { rows: firstLine - 1, columns: 2 },
    links,
    print: { repeatRows: `1:${firstLine - 1}` },
  });
}
