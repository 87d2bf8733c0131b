import { dateToSerial, readXlsx, type Cell, type CellStyle, type Sheet } from 'hucre';
import { absoluteOnSheet, address, columnLetters, range } from '../../template/address.ts';
import { brokerColours, type ColourScheme } from '../../template/colour-scheme.ts';
import type { LintCell, LintSheet, LintWorkbook } from '../../template/lint-types.ts';
import type { SheetPlan } from '../../template/plan.ts';
import type { Role } from '../../template/style-name.ts';
import { cellFormulas, placeOf } from './cell-formulas.ts';
import { namesIn } from './names-in-file.ts';

/** What a file cannot say of a sheet and the lint must know. */
type SheetKnowledge = Pick<SheetPlan, 'name' | 'kind' | 'rules'>;

/** A sheet that nobody planned: nothing may be typed into it. */
const unplanned: Omit<SheetKnowledge, 'name'> = { kind: 'working', rules: { layout: 'page', firstRow: 1, inputs: [] } };

/**
 * Reads a workbook as the lint sees it: formulas, what is typed in, colours as roles, names, charts, links, and whatever
 * is merged or out of sight.
 *
 * @param known The sheets as planned; of any other sheet the file has, the strictest is assumed.
 * @example lintWorkbook(await readForLint(bytes, plan.sheets))
 */
export async function readForLint(
  bytes: Uint8Array,
  known: readonly SheetKnowledge[],
  scheme: ColourScheme = brokerColours,
): Promise<LintWorkbook> {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return {
    complete: true,
    sheets: sheets.map((sheet) => lintSheet(sheet, known.find(({ name }) => name === sheet.name) ?? unplanned, scheme)),
    names: namesIn(bytes),
    pointers: sheets.flatMap(pointersOf),
  };
}

function lintSheet(sheet: Sheet, { kind, rules }: Omit<SheetKnowledge, 'name'>, scheme: ColourScheme): LintSheet {
  const columns = sheet.columns ?? [];
  return {
    name: sheet.name,
    kind,
    rules,
    cells: lintCells(sheet.cells ?? new Map<string, Cell>(), scheme),
    widths: columns.map(({ width }) => width ?? 0),
    merged: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) =>
      range({ top: startRow + 1, left: startCol + 1, bottom: endRow + 1, right: endCol + 1 }),
    ),
    hidden: [
      ...columns.flatMap(({ hidden, width }, index) => {
        const letters = columnLetters(index + 1);
        return hidden || width === 0 ? [`${letters}:${letters}`] : [];
      }),
      ...[...(sheet.rowDefs ?? [])].flatMap(([row, { hidden, height }]) =>
        hidden || height === 0 ? [`${row + 1}:${row + 1}`] : [],
      ),
    ],
    isHidden: sheet.hidden === true || sheet.veryHidden === true,
  };
}

function lintCells(cells: ReadonlyMap<string, Cell>, scheme: ColourScheme): Map<string, LintCell> {
  const formulas = cellFormulas(cells);
  return new Map(
    [...cells].map(([key, cell]) => {
      const formula = formulas.get(key);
      return [addressOf(key), lintCell({ ...cell, ...(formula && { formula }) }, scheme)];
    }),
  );
}

function addressOf(key: string): string {
  const [row, column] = placeOf(key);
  return address(row + 1, column + 1);
}

function lintCell({ value, formula, style }: Cell, scheme: ColourScheme): LintCell {
  const role = roleOf(style, scheme);
  const held = value instanceof Date ? dateToSerial(value) : value;
  return {
    ...(role && { role }),
    ...(formula !== undefined ? { formula } : held !== null && held !== undefined && { value: held }),
  };
}

/** What a cell's colour says it is for; black and grey say it only of figures, which stand on the right. */
function roleOf(style: CellStyle | undefined, scheme: ColourScheme): Role | undefined {
  const colour = style?.font?.color?.rgb?.slice(-6).toUpperCase();
  const isFigure = style?.alignment?.horizontal === 'right' && !style.fill;
  if (colour === scheme.input) return 'input';
  if (colour === scheme.link) return 'link';
  if (colour === scheme.text && isFigure) return 'formula';
  return colour === scheme.muted && isFigure && style?.font?.italic ? 'ratio' : undefined;
}

function pointersOf({ name: sheet, charts = [], cells }: Sheet): LintWorkbook['pointers'] {
  const ofCharts = charts.flatMap(({ title, series = [], anchor }) =>
    series
      .flatMap(({ valuesRef, categoriesRef }) => [valuesRef, categoriesRef])
      .filter((refersTo) => refersTo !== undefined)
      .map((refersTo) => {
        const from = anchor?.from;
        return {
          sheet,
          cell: from ? address(from.row + 1, from.col + 1) : '',
          from: `The chart "${title ?? ''}"`,
          refersTo,
        };
      }),
  );
  const ofLinks = [...(cells ?? [])].flatMap(([key, { hyperlink }]) =>
    hyperlink?.location
      ? [{ sheet, cell: addressOf(key), from: 'The link', refersTo: absolutePlace(hyperlink.location) }]
      : [],
  );
  return [...ofCharts, ...ofLinks];
}

/** A link's place, which needs no quotes and no dollars, as a name would have it. */
function absolutePlace(location: string): string {
  const at = location.lastIndexOf('!');
  if (at < 0) return location;
  const sheet = location.slice(0, at);
  return absoluteOnSheet(
    /^'.*'$/.test(sheet) ? sheet.slice(1, -1).replaceAll("''", "'") : sheet,
    location.slice(at + 1),
  );
}
