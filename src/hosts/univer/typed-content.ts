import { CellValueType, type ICellData } from '@univerjs/core';
import type { CellContent } from '../workbook-port.ts';
import { plainFormula, textContent } from './write-sheet.ts';

/** What typing comes to: a formula, a text kept by its apostrophe, a number, or a text. */
export function typedContent(content: CellContent): ICellData {
  const blank = { f: null, si: null, p: null };
  if (typeof content === 'number') return { ...blank, v: content, t: CellValueType.NUMBER };
  if (typeof content === 'boolean') return { ...blank, v: content ? 1 : 0, t: CellValueType.BOOLEAN };
  if (content === '') return { ...blank, v: null, t: null };
  if (content.startsWith("'")) return { ...blank, v: content.slice(1), t: CellValueType.FORCE_STRING };
  if (/^=./.test(content)) return { f: plainFormula(content), v: null, si: null, p: null };
  if (/^(true|false)$/i.test(content)) return typedContent(content.toLowerCase() === 'true');
  const number = Number(content);
  return content.trim() !== '' && Number.isFinite(number)
    ? typedContent(number)
    : { ...blank, ...textContent(content) };
}
