import { onSheet, quoted } from './address.ts';
import { tokens } from './formula-tokens.ts';
import type { Block, Limit, PlannedCell, SheetPlan, Validation, WorkbookPlan } from './plan.ts';

/**
 * The same workbook with other names for its sheets: every reference, chart, link and name follows.
 *
 * @example renameSheets(plan, new Map([['Income', 'Income (2)']]))
 */
export function renameSheets(plan: WorkbookPlan, names: ReadonlyMap<string, string>): WorkbookPlan {
  if (names.size === 0) return plan;
  const renamed = (name: string): string => names.get(name) ?? name;
  const formula = (text: string): string => renameInFormula(text, names);
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => renameSheet(sheet, renamed, formula)),
    names: plan.names.map((one) => ({ ...one, sheet: renamed(one.sheet) })),
  };
}

function renameInFormula(formula: string, names: ReadonlyMap<string, string>): string {
  if (!formula.includes('!')) return formula;
  const found = tokens(formula);
  // White space between tokens is kept by copying what lies between them.
  let at = 0;
  let text = '';
  for (const token of found) {
    const start = formula.indexOf(token.text, at);
    text += formula.slice(at, start);
    at = start + token.text.length;
    const name = token.kind === 'reference' ? token.reference.sheet : undefined;
    const other = name === undefined ? undefined : names.get(name);
    text += other === undefined ? token.text : onSheet(other, token.text.slice(token.text.lastIndexOf('!') + 1));
  }
  return text + formula.slice(at);
}

type Renamed = (text: string) => string;

function renameSheet(sheet: SheetPlan, renamed: Renamed, formula: Renamed): SheetPlan {
  const limit = (one: Limit): Limit => (typeof one === 'string' ? formula(one) : one);
  const reference = (text: string): string => {
    const place = text.lastIndexOf('!');
    const name = text
      .slice(0, place)
      .replace(/^'(.*)'$/, '$1')
      .replaceAll("''", "'");
    return place < 0 ? text : `${quoted(renamed(name))}${text.slice(place)}`;
  };
  return {
    ...sheet,
    name: renamed(sheet.name),
    blocks: sheet.blocks.map((block): Block => ({
      ...block,
      cells: block.cells.map((row) => row.map((cell) => cell && renameCell(cell, formula))),
    })),
    validations: sheet.validations.map((one) => ({ ...one, allow: renameAllowed(one.allow, formula, limit) })),
    conditionalFormats: sheet.conditionalFormats.map((one) => ({
      ...one,
      when:
        one.when.kind === 'formula'
          ? { kind: 'formula', formula: formula(one.when.formula) }
          : {
              ...one.when,
              than: limit(one.when.than),
              ...(one.when.and !== undefined && { and: limit(one.when.and) }),
            },
    })),
    links: sheet.links.map((link) =>
      'sheet' in link.to ? { ...link, to: { ...link.to, sheet: renamed(link.to.sheet) } } : link,
    ),
    charts: sheet.charts.map((chart) => ({
      ...chart,
      categories: reference(chart.categories),
      series: chart.series.map((one) => ({ ...one, values: reference(one.values) })),
    })),
  };
}

const renameCell = (cell: PlannedCell, formula: Renamed): PlannedCell =>
  'formula' in cell ? { ...cell, formula: formula(cell.formula) } : cell;

function renameAllowed(
  allow: Validation['allow'],
  formula: Renamed,
  limit: (one: Limit) => Limit,
): Validation['allow'] {
  switch (allow.kind) {
    case 'list':
      return 'reference' in allow ? { ...allow, reference: formula(allow.reference) } : allow;
    case 'custom':
      return { ...allow, formula: formula(allow.formula) };
    default:
      return { ...allow, from: limit(allow.from), to: limit(allow.to) };
  }
}
