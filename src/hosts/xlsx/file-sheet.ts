import type { Cell, CellStyle as FileStyle, DataValidation, ConditionalRule, WriteSheet } from 'hucre';
import { parseAddress } from '../../template/address.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import type { ConditionalFormat, Limit, SheetPlan, Validation } from '../../template/plan.ts';
import { onSheet } from '../../template/address.ts';
import { conditionalStyle } from './cell-style.ts';
import { fileChart } from './file-chart.ts';
import { filePrint } from './file-print.ts';
import { cleanText } from './text.ts';

/** A planned sheet in the form that the file library writes, but for what its cells hold. */
export function fileSheet(sheet: SheetPlan, scheme: ColourScheme, author: string): WriteSheet {
  return {
    name: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    cells: attachments(sheet, author),
    ...(sheet.freeze && { freezePane: sheet.freeze }),
    view: {
      showGridLines: false,
      tabColor: { rgb: scheme.tabs[sheet.kind] },
      ...(sheet.zoom !== undefined && { zoomScale: sheet.zoom }),
    },
    dataValidations: sheet.validations.map((validation) => fileValidation(validation, sheet.name)),
    conditionalRules: sheet.conditionalFormats.map((format, index) => fileRule(format, index + 1, scheme)),
    charts: sheet.charts.map((chart) => fileChart(chart, scheme)),
    ...filePrint(sheet.print, sheet.name),
  };
}

/** The key of a cell in the library's map. */
const keyOf = (row: number, column: number): string => `${row - 1},${column - 1}`;

/** Notes and links. What the cells themselves hold comes when the file is finished. */
function attachments({ notes, links }: SheetPlan, author: string): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  const add = (at: string, more: Partial<Cell>) => {
    const { row, column } = parseAddress(at);
    const key = keyOf(row, column);
    cells.set(key, { ...cells.get(key), ...more });
  };
  for (const { cell, text } of notes) add(cell, { comment: { author, text: cleanText(text) } });
  for (const { cell, to, tip } of links) {
    const target = 'url' in to ? { target: to.url } : { target: '', location: onSheet(to.sheet, to.cell) };
    add(cell, { hyperlink: { ...target, ...(tip && { tooltip: tip }) } });
  }
  return cells;
}

/**
 * A sheet with a sample of every style in its first row, and with a text. From them the library makes the tables of
 * styles and texts; finishing reads the numbers off the samples and puts the cells in their place.
 */
export function withSamples(sheet: WriteSheet, styles: Iterable<FileStyle>): WriteSheet {
  const cells = new Map(sheet.cells);
  let column = 1;
  for (const style of styles) {
    const key = keyOf(1, column++);
    cells.set(key, { ...cells.get(key), style });
  }
  return { ...sheet, cells: cells.set(keyOf(2, 1), { ...cells.get(keyOf(2, 1)), value: 'text' }) };
}

function fileValidation({ range, allow, blank, prompt, refusal, strict }: Validation, sheet: string): DataValidation {
  const short = (text: string, most: number, what: string): string => {
    if (text.length > most)
      throw new Error(`${sheet}!${range}: the ${what} has ${text.length} characters; a workbook takes ${most}.`);
    return text;
  };
  return {
    range,
    ...allowed(allow, short),
    allowBlank: blank,
    showErrorMessage: true,
    errorStyle: strict ? 'stop' : 'warning',
    errorTitle: short(refusal.title, 32, 'title of the refusal'),
    errorMessage: short(refusal.text, 225, 'refusal'),
    ...(prompt && {
      showInputMessage: true,
      inputTitle: short(prompt.title, 32, 'title of the prompt'),
      inputMessage: short(prompt.text, 255, 'prompt'),
    }),
  };
}

function allowed(
  allow: Validation['allow'],
  short: (text: string, most: number, what: string) => string,
): Pick<DataValidation, 'type' | 'operator' | 'formula1' | 'formula2'> {
  const text = (limit: Limit) => String(limit);
  switch (allow.kind) {
    case 'list': {
      if ('reference' in allow) return { type: 'list', formula1: allow.reference };
      if (allow.words.some((word) => /[",]/.test(word))) throw new Error('The words of a list hold no comma or quote.');
      return { type: 'list', formula1: `"${short(allow.words.join(','), 255, 'list')}"` };
    }
    case 'custom':
      return { type: 'custom', formula1: allow.formula };
    default:
      return { type: allow.kind, operator: 'between', formula1: text(allow.from), formula2: text(allow.to) };
  }
}

function fileRule({ range, when, look }: ConditionalFormat, priority: number, scheme: ColourScheme): ConditionalRule {
  const style = conditionalStyle(look, scheme);
  if (when.kind === 'formula') return { type: 'expression', priority, range, style, formula: when.formula };
  const formula = [when.than, when.and].filter((limit) => limit !== undefined).map(String);
  return { type: 'cellIs', operator: when.is, priority, range, style, formula };
}
