import { columnLetters, range } from '../../template/address.ts';
import { cellsOf, plainValue } from '../../template/cells.ts';
import type { CellValue, PlannedCell, SheetPlan } from '../../template/plan.ts';
import { cleanText, escaped } from './text.ts';

/** Where the cells of a workbook find their styles and texts. */
export type CellTables = {
  readonly values: 'cached' | 'omit';
  /** The number of a cell's style in the file. */
  readonly styleOf: (cell: PlannedCell) => number;
  /** The number of a text among the texts that the sheets share. */
  readonly textOf: (text: string) => number;
};

/**
 * The rows and cells of a sheet in the form of a file, and the range that they fill. The library could write them too,
 * but looks each cell's style up by all that it says: that takes longer than all else.
 */
export function sheetData(sheet: SheetPlan, tables: CellTables): { readonly xml: string; readonly covers: string } {
  const letters: string[] = [];
  const rows = new Map<number, Map<number, PlannedCell>>();
  for (const row of Object.keys(sheet.heights ?? {})) rows.set(Number(row), new Map());
  let [bottom, right] = [1, sheet.widths.length];
  for (const { row, column, cell } of cellsOf(sheet)) {
    const cells = rows.get(row) ?? new Map<number, PlannedCell>();
    rows.set(row, cells.set(column, cell));
    letters[column] ??= columnLetters(column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  let xml = '';
  for (const [row, cells] of inOrder(rows)) {
    const height = sheet.heights?.[row];
    let written = '';
    for (const [column, cell] of inOrder(cells)) written += cellXml(`${letters[column]!}${row}`, cell, tables);
    if (written || height !== undefined)
      xml += `<row r="${row}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${written}</row>`;
  }
  return { xml: `<sheetData>${xml}</sheetData>`, covers: range({ top: 1, left: 1, bottom, right }) };
}

/** What a map holds by rising key; most are in order already. */
function inOrder<T>(map: ReadonlyMap<number, T>): Iterable<readonly [number, T]> {
  let last = 0;
  for (const key of map.keys()) {
    if (key < last) return [...map].sort(([a], [b]) => a - b);
    last = key;
  }
  return map;
}

function cellXml(at: string, cell: PlannedCell, { values, styleOf, textOf }: CellTables): string {
  const style = styleOf(cell);
  const styled = style === 0 ? '' : ` s="${style}"`;
  if ('formula' in cell) {
    const [type, value] = values === 'cached' && cell.cached !== undefined ? formulaValue(cell.cached) : ['', ''];
    return `<c r="${at}"${styled}${type}><f>${escaped(cell.formula)}</f>${value}</c>`;
  }
  const held = 'value' in cell ? constant(cell.value, textOf) : undefined;
  if (held) return `<c r="${at}"${held.type}${styled}><v>${held.value}</v></c>`;
  return styled && `<c r="${at}"${styled}/>`;
}

function constant(value: CellValue, textOf: CellTables['textOf']): { type: string; value: string } | undefined {
  if (typeof value === 'string') return { type: ' t="s"', value: String(textOf(cleanText(value))) };
  if (typeof value === 'boolean') return { type: ' t="b"', value: value ? '1' : '0' };
  if (typeof value === 'object' && 'error' in value) return { type: ' t="e"', value: value.error };
  const plain = plainValue(value) as number;
  return Number.isFinite(plain) ? { type: '', value: String(plain) } : undefined;
}

/** The type of a formula's value and the value itself, each as the file writes it. */
function formulaValue(value: CellValue): readonly [type: string, value: string] {
  if (typeof value === 'string') return [' t="str"', value === '' ? '<v/>' : `<v>${escaped(cleanText(value))}</v>`];
  if (typeof value === 'boolean') return [' t="b"', `<v>${value ? 1 : 0}</v>`];
  if (typeof value === 'object' && 'error' in value) return [' t="e"', `<v>${value.error}</v>`];
  const plain = plainValue(value) as number;
  return Number.isFinite(plain) ? ['', `<v>${plain}</v>`] : [' t="e"', '<v>#NUM!</v>'];
}
