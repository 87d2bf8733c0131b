import type { Cell, CellStyle as FileStyle, DataValidation, ConditionalRule, WriteSheet } from 'hucre';
import { parseAddress } from '../../template/address.ts';
import { cellsOf, plainValue } from '../../template/cells.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import type { ConditionalFormat, Limit, PlannedCell, SheetPlan, Validation } from '../../template/plan.ts';
import type { StyleName } from '../../template/style-name.ts';
import { onSheet } from '../../template/address.ts';
import { conditionalStyle, keptAsText } from './cell-style.ts';
import { fileChart } from './file-chart.ts';
import { filePrint } from './file-print.ts';
import { cleanText, marker } from './marker.ts';

/** What a sheet needs from its workbook to become a file's sheet. */
export type SheetSetting = {
  readonly values: 'cached' | 'omit';
  readonly scheme: ColourScheme;
  readonly author: string;
  readonly style: (name: StyleName) => FileStyle;
};

/** A planned sheet in the form that the file library writes. */
export function fileSheet(sheet: SheetPlan, setting: SheetSetting): WriteSheet {
  const { scheme } = setting;
  return {
    name: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    cells: fileCells(sheet, setting),
    rowDefs: new Map(Object.entries(sheet.heights ?? {}).map(([row, height]) => [Number(row) - 1, { height }])),
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
const keyAt = (cell: string): string => {
  const { row, column } = parseAddress(cell);
  return keyOf(row, column);
};

function fileCells(sheet: SheetPlan, setting: SheetSetting): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (const { row, column, cell } of cellsOf(sheet)) cells.set(keyOf(row, column), fileCell(cell, setting));
  const add = (at: string, more: Partial<Cell>) => {
    const key = keyAt(at);
    cells.set(key, { ...cells.get(key), ...more });
  };
  for (const { cell, text } of sheet.notes) add(cell, { comment: { author: setting.author, text: cleanText(text) } });
  for (const { cell, to, tip } of sheet.links) {
    const target = 'url' in to ? { target: to.url } : { target: '', location: onSheet(to.sheet, to.cell) };
    add(cell, { hyperlink: { ...target, ...(tip && { tooltip: tip }) } });
  }
  return cells;
}

function fileCell(cell: PlannedCell, { values, style: styleOf }: SheetSetting): Partial<Cell> {
  const style = cell.style && styleOf(cell.style);
  if ('formula' in cell) {
    if (cell.formula.startsWith('=')) throw new Error(`A formula is written without its equals sign: ${cell.formula}`);
    const cached = values === 'cached' ? cell.cached : undefined;
    return {
      formula: cell.formula,
      ...(style && { style }),
      ...(cached !== undefined && { formulaResult: cachedValue(cached) }),
    };
  }
  if (!('value' in cell)) return style ? { style } : {};
  if (typeof cell.value !== 'string') return { value: plainValue(cell.value), ...(style && { style }) };
  const text = cleanText(cell.value);
  const value = /^#[A-Z]/.test(text) ? marker + text : text;
  return /^[=+\-@'\t]/.test(text) ? { value, style: keptAsText(style) } : { value, ...(style && { style }) };
}

function cachedValue(value: Parameters<typeof plainValue>[0]): number | string | boolean {
  const plain = plainValue(value);
  if (typeof plain === 'number' && !Number.isFinite(plain)) return `${marker}#NUM!`;
  if (typeof value === 'object' && 'error' in value) return marker + value.error;
  return typeof plain === 'string' ? cleanText(plain) : plain;
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
