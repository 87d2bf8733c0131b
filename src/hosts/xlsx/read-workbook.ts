import { dateToSerial, readXlsx, type Cell, type Sheet, type Workbook } from 'hucre';
import { address, range } from '../../template/address.ts';
import { Cells } from '../../template/cells.ts';
import { brokerColours, type ColourScheme, type SheetKind } from '../../template/colour-scheme.ts';
import type { CellValue, ErrorCode, Link, PlannedCell, SheetPlan } from '../../template/plan.ts';
import { narrowMargins } from '../../template/print-plan.ts';
import { LookNames, type WorkbookContent } from '../workbook-content.ts';
import { WorkbookError } from '../workbook-port.ts';
import { cellFormulas, placeOf } from './cell-formulas.ts';
import { chartInFile } from './chart-in-file.ts';
import { guardFile } from './guard-file.ts';
import { lookInFile } from './look-in-file.ts';
import { namesIn } from './names-in-file.ts';
import { conditionalInFile, validationInFile } from './rules-in-file.ts';

/** What a file holds, and in sentences what of it was left out. */
export type FileContent = WorkbookContent & { readonly left: readonly string[] };

/**
 * Reads an .xlsx file: cells, looks, sizes, names, and of validations, conditional formats and charts those kinds that a
 * plan knows. What is too large or no workbook is refused before it is expanded.
 *
 * @throws WorkbookError in a sentence.
 * @example const { plan, left } = await readWorkbook(bytes)
 */
export async function readWorkbook(bytes: Uint8Array, scheme: ColourScheme = brokerColours): Promise<FileContent> {
  guardFile(bytes);
  const workbook = await readXlsx(bytes, { readStyles: true }).catch((error: unknown) => {
    throw new WorkbookError('The workbook is damaged or protected with a password: open it in a spreadsheet program.', {
      cause: error,
    });
  });
  const looks = new LookNames();
  const left = new Set<string>();
  const sheets = workbook.sheets.map((sheet) => sheetPlan(sheet, workbook, looks, scheme, left));
  const { title = '', creator = '', created, custom = {} } = workbook.properties ?? {};
  return {
    plan: {
      properties: { title, author: creator, created: (created ?? new Date(0)).toISOString() },
      sheets,
      names: [],
    },
    looks: looks.looks,
    names: namesIn(bytes)
      .filter(({ name, refersTo }) => !name.startsWith('_xlnm.') && !refersTo.includes('#REF!'))
      .map(({ name, refersTo }) => ({ name, formula: `=${refersTo}` })),
    kept: new Map(Object.entries(custom).map(([key, text]) => [key, String(text)])),
    left: [...left],
  };
}

function sheetPlan(
  sheet: Sheet,
  { themeColors = [] }: Workbook,
  looks: LookNames,
  scheme: ColourScheme,
  left: Set<string>,
): SheetPlan {
  const found = sheet.cells ?? new Map<string, Cell>();
  const formulas = cellFormulas(found);
  const cells = new Cells(sheet.name);
  let [bottom, right] = [1, 1];
  for (const [key, cell] of found) {
    const [row, column] = placeOf(key);
    const planned = plannedCell(cell, formulas.get(key), looks, themeColors);
    if (!planned) continue;
    cells.put([row + 1, column + 1], planned);
    [bottom, right] = [Math.max(bottom, row + 1), Math.max(right, column + 1)];
  }
  const known = <From, To>(all: readonly From[] | undefined, to: (one: From) => To | undefined, what: string) =>
    (all ?? []).flatMap((one) => {
      const planned = to(one);
      if (planned === undefined) left.add(`Some ${what} of "${sheet.name}" were left out.`);
      return planned === undefined ? [] : [planned];
    });
  if ((sheet.merges ?? []).length > 0) left.add(`Merged cells of "${sheet.name}" were taken apart.`);
  if ((sheet.images ?? []).length > 0) left.add(`Pictures of "${sheet.name}" were left out.`);
  const tab = sheet.view?.tabColor?.rgb?.slice(-6).toUpperCase();
  const kind = (Object.keys(scheme.tabs) as SheetKind[]).find((one) => scheme.tabs[one] === tab);
  const heights = [...(sheet.rowDefs ?? [])].flatMap(([row, { height }]) =>
    height ? [[row + 1, height] as const] : [],
  );
  return {
    name: sheet.name,
    kind: kind ?? 'working',
    rules: { layout: 'page', firstRow: 1, inputs: [] },
    widths: Array.from(
      { length: Math.max(right, sheet.columns?.length ?? 0) },
      (_, index) => sheet.columns?.[index]?.width ?? 9,
    ),
    ...(heights.length > 0 && { heights: Object.fromEntries(heights) }),
    ...(sheet.freezePane && {
      freeze: { rows: sheet.freezePane.rows ?? 0, columns: sheet.freezePane.columns ?? 0 },
    }),
    blocks: cells.blocks(),
    validations: known(sheet.dataValidations, validationInFile, 'validations'),
    conditionalFormats: known(
      [...(sheet.conditionalRules ?? [])].sort((a, b) => a.priority - b.priority),
      (rule) => conditionalInFile(rule, scheme),
      'conditional formats',
    ),
    notes: [...found].flatMap(([key, { comment }]) => (comment ? [{ cell: cellOf(key), text: comment.text }] : [])),
    links: [...found].flatMap(([key, { hyperlink }]) => linkOf(cellOf(key), hyperlink)),
    charts: known(sheet.charts, (chart) => chartInFile(chart, scheme), 'charts'),
    print: {
      orientation: sheet.pageSetup?.orientation ?? 'landscape',
      area: range({ top: 1, left: 1, bottom, right }),
      pagesWide: 1,
      pagesTall: 0,
      header: {},
      footer: {},
      margins: narrowMargins,
    },
  };
}

function cellOf(key: string): string {
  const [row, column] = placeOf(key);
  return address(row + 1, column + 1);
}

function linkOf(cell: string, link: Cell['hyperlink']): readonly Link[] {
  if (!link) return [];
  const tip = link.tooltip ? { tip: link.tooltip } : {};
  const found = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)/i.exec(link.location ?? '');
  if (found) {
    const sheet = found[1]?.replaceAll("''", "'") ?? found[2]!;
    return [{ cell, to: { sheet, cell: `${found[3]!}${found[4]!}` }, ...tip }];
  }
  return /^https?:\/\//i.test(link.target) ? [{ cell, to: { url: link.target }, ...tip }] : [];
}

function plannedCell(
  { value, type, style, formulaResult }: Cell,
  formula: string | undefined,
  looks: LookNames,
  themeColours: readonly string[],
): PlannedCell | undefined {
  const styled = style && { style: looks.nameOf(lookInFile(style, themeColours)) };
  const held = cellValue(formula === undefined ? value : (formulaResult ?? value), type);
  if (formula !== undefined) return { formula, ...(held !== undefined && { cached: held }), ...styled };
  return held === undefined ? styled : { value: held, ...styled };
}

function cellValue(value: Cell['value'], type: Cell['type']): CellValue | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return dateToSerial(value);
  return type === 'error' && typeof value === 'string' ? { error: value as ErrorCode } : value;
}
