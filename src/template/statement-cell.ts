import { formula } from '../model/readings/formula.ts';
import type { StatementRow } from '../model/statement.ts';
import { address, onSheet } from './address.ts';
import { liveSheet } from './book-layout.ts';
import type { Book } from './book.ts';
import type { PlannedCell } from './plan.ts';
import { divider } from './sheet-frame.ts';
import { styled, type Role } from './style-name.ts';
import { formatOf } from './unit-format.ts';

/** A year's place on the line of a statement. */
type Place = { readonly book: Book; readonly sheet: string; readonly item: StatementRow; readonly index: number };

/** A row's figure in a year: worked out where the row is at home, linked anywhere else. */
export const statementCell = (place: Place, atHome: boolean): PlannedCell =>
  atHome ? homeCell(place) : linkCell(place);

const isOpening = ({ book, index }: Place): boolean => book.columns.years[index]!.status === 'opening';

const lookOf = ({ book, item: { row, role }, index }: Place, look: Role) =>
  styled(
    look,
    formatOf(row.unit),
    ...(role === 'total' ? (['total'] as const) : []),
    ...(row.isScalar ? [] : divider(book, index)),
    ...(row.unit.kind === 'rating' || row.unit.kind === 'text' ? (['right'] as const) : []),
  );

function homeCell(place: Place): PlannedCell {
  const { book, sheet, item, index } = place;
  const { row, sign, role } = item;
  const { expression } = book.step(row, index)!;
  const cached = book.value(row, index, sign)!;
  if (expression) {
    const text = formula(row, expression, row.isScalar ? -1 : index, book.placement(sheet), sign);
    const look = isOpening(place) ? 'muted' : role === 'ratio' ? 'ratio' : 'formula';
    return { formula: text, cached, style: lookOf(place, look) };
  }
  const estimate = book.columns.years[index]!.status === 'estimate';
  if (estimate && row.estimate === 'data') {
    const line = book.inputLines.find(({ of }) => of === row)!.line;
    const reference = onSheet(liveSheet, address(line, book.columns.year(index)));
    return { formula: `${sign < 0 ? '-' : ''}${reference}`, cached, style: lookOf(place, 'link') };
  }
  return { value: cached, style: lookOf(place, 'input') };
}

function linkCell(place: Place): PlannedCell {
  const { book, sheet, item, index } = place;
  const { row, sign, role } = item;
  const here = book.home(row).sheet === sheet;
  const own: Role = role === 'ratio' ? (here ? 'ratio' : 'echo') : here ? 'formula' : 'link';
  return {
    formula: book.link(sheet, row, index, sign),
    cached: book.value(row, index, sign)!,
    style: lookOf(place, isOpening(place) ? 'muted' : own),
  };
}
