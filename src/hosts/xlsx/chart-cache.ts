import { address, parseRange } from '../../template/address.ts';
import { cellsOf, plainValue } from '../../template/cells.ts';
import type { WorkbookPlan } from '../../template/plan.ts';

type Values = ReadonlyMap<string, number | string | boolean>;

/**
 * Writes the values that a chart shows beside its references, for viewers that do not read cells.
 *
 * @returns A change of a chart's XML.
 */
export function cacheOf(plan: WorkbookPlan): (xml: string) => string {
  const known = new Map<string, Values>();
  const valuesOf = (name: string): Values => {
    const values = known.get(name) ?? sheetValues(plan, name);
    known.set(name, values);
    return values;
  };
  return (xml) =>
    xml.replace(
      /<c:f>'((?:[^'<]|'')+)'!([^<]+)<\/c:f><\/c:(num|str)Ref>/g,
      (_, sheet: string, range: string, kind: string) => {
        const name = sheet
          .replaceAll("''", "'")
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&');
        const points = cellsIn(range).map((cell) => valuesOf(name).get(cell));
        return `<c:f>'${sheet}'!${range}</c:f>${cache(points, kind)}</c:${kind}Ref>`;
      },
    );
}

function sheetValues(plan: WorkbookPlan, name: string): Values {
  const values = new Map<string, number | string | boolean>();
  const sheet = plan.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`A chart refers to a sheet "${name}" that the workbook does not have.`);
  for (const { row, column, cell } of cellsOf(sheet)) {
    const value = 'formula' in cell ? cell.cached : 'value' in cell ? cell.value : undefined;
    if (value !== undefined) values.set(address(row, column), plainValue(value));
  }
  return values;
}

function cellsIn(text: string): string[] {
  const { top, left, bottom, right } = parseRange(text);
  const cells: string[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) cells.push(address(row, column));
  return cells;
}

function cache(points: readonly (number | string | boolean | undefined)[], kind: string): string {
  const isNumber = kind === 'num';
  const written = points
    .map((point, index) => {
      if (point === undefined || (isNumber && (typeof point !== 'number' || !Number.isFinite(point)))) return '';
      return `<c:pt idx="${index}"><c:v>${escaped(String(point))}</c:v></c:pt>`;
    })
    .join('');
  const format = isNumber ? '<c:formatCode>General</c:formatCode>' : '';
  return `<c:${kind}Cache>${format}<c:ptCount val="${points.length}"/>${written}</c:${kind}Cache>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
