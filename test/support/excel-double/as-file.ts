import { writeXlsx, type Cell, type CellStyle, type ConditionalRule, type NamedRange, type WriteSheet } from 'hucre';
import { absoluteOnSheet, address, parseRange } from '../../../src/template/address.ts';
import { rectangle, type SheetState, type WorkbookState } from './workbook-state.ts';

type Looks = Readonly<Record<string, unknown>>;

const sides = { top: 'EdgeTop', bottom: 'EdgeBottom', left: 'EdgeLeft', right: 'EdgeRight' } as const;
const horizontal = { Left: 'left', Right: 'right', Center: 'center' } as const;
const vertical = { Top: 'top', Center: 'center' } as const;
const weights = { Thin: 'thin', Medium: 'medium', Thick: 'double' } as const;
const operators: Readonly<Record<string, ConditionalRule['operator']>> = {
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  GreaterThanOrEqual: 'greaterThanOrEqual',
  LessThan: 'lessThan',
  LessThanOrEqual: 'lessThanOrEqual',
  Between: 'between',
  NotBetween: 'notBetween',
};

/**
 * The sheets of a double's workbook as a file that another program can print: cells, formats, looks, widths, heights,
 * links, conditional
 * formats, and how they go on paper. Charts, notes and validations are not in it.
 */
export function asFile(workbook: WorkbookState, names: readonly string[]): Promise<Uint8Array> {
  const sheets = names.map((name) => workbook.find(name)!);
  return writeXlsx({
    defaultFont: { name: 'Arial', size: 9 },
    sheets: sheets.map(fileSheet),
    namedRanges: sheets.flatMap(printNames),
  });
}

const layoutOf = ({ looks }: SheetState) => {
  const of = <Kept>(name: string) => looks.sheet.get(`PageLayout.${name}`) as Kept | undefined;
  return {
    area: of<string>('PrintArea')!,
    titleRows: of<string>('TitleRows'),
    titleColumns: of<string>('TitleColumns'),
    orientation: of<'Landscape' | 'Portrait'>('Orientation')!,
    zoom: of<{ horizontalFitToPages?: number; verticalFitToPages?: number }>('Zoom')!,
    margins: of<readonly [unit: string, Readonly<Record<string, number>>]>('Margins')!,
    text: (place: string) => of<string>(`HeadersFooters.DefaultForAllPages.${place}`) ?? '',
  };
};

function fileSheet(sheet: SheetState): WriteSheet {
  const { looks } = sheet;
  const { area, orientation, zoom, margins, text } = layoutOf(sheet);
  // What is not printed may still be calculated with.
  const [printed, used] = [parseRange(area), sheet.used()];
  const [right, bottom] = [Math.max(printed.right, used?.right ?? 1), Math.max(printed.bottom, used?.bottom ?? 1)];
  const cells = new Map<string, Partial<Cell>>();
  for (const at of rectangle({ top: 1, left: 1, bottom, right }, (one) => one).flat()) {
    const formula = sheet.formula(at);
    const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== sheet.value(at);
    cells.set(`${at.row - 1},${at.column - 1}`, {
      ...(isFormula ? { formula: formula.slice(1) } : formula !== '' && { value: formula }),
      style: styleOf(looks.of(at)),
      ...linkOf(looks.links.get(address(at.row, at.column))),
    });
  }
  // As many decimals as the file has.
  const inches = (name: string) => Number((margins[1][name]! / 2.54).toFixed(3));
  const page = (kind: 'Header' | 'Footer') =>
    (['Left', 'Center', 'Right'] as const)
      .map((side) => [side[0]!, text(`${side}${kind}`)] as const)
      .map(([letter, code]) => (code === '' ? '' : `&${letter}${code}`))
      .join('');
  return {
    name: sheet.name,
    columns: Array.from({ length: right }, (_, index) => {
      const points = looks.columnWidths.get(index + 1);
      return points === undefined ? {} : { width: (points / 0.75 - 5) / 7 };
    }),
    rowDefs: new Map(
      Array.from({ length: bottom }, (_, index) => [
        index,
        { height: looks.rowHeights.get(index + 1) ?? Number(looks.all.get('RowHeight') ?? 15) },
      ]),
    ),
    cells,
    view: { showGridLines: looks.sheet.get('Gridlines') !== false },
    conditionalRules: looks.conditionalFormats.map(({ range, type, kept }, index) =>
      ruleOf(type, { range, priority: index + 1 }, kept),
    ),
    pageSetup: {
      paperSize: 'a4',
      orientation: orientation === 'Landscape' ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: zoom.horizontalFitToPages ?? 0,
      fitToHeight: zoom.verticalFitToPages ?? 0,
      margins: {
        top: inches('top'),
        bottom: inches('bottom'),
        left: inches('left'),
        right: inches('right'),
        header: inches('header'),
        footer: inches('footer'),
      },
      horizontalCentered: looks.sheet.get('PageLayout.CenterHorizontally') === true,
    },
    headerFooter: { oddHeader: page('Header'), oddFooter: page('Footer') },
    ...(looks.pageBreaks.length > 0 && { rowBreaks: looks.pageBreaks.map((cell) => Number(cell.slice(1)) - 2) }),
  };
}

function linkOf(kept: unknown): Pick<Partial<Cell>, 'hyperlink'> {
  const link = kept as { readonly address?: string; readonly documentReference?: string } | undefined;
  if (!link) return {};
  return {
    hyperlink: { target: link.address ?? '', ...(link.documentReference && { location: link.documentReference }) },
  };
}

function printNames(sheet: SheetState): NamedRange[] {
  const { area, titleRows, titleColumns } = layoutOf(sheet);
  const titles = [titleColumns, titleRows].filter((one) => one !== undefined);
  return [
    { name: '_xlnm.Print_Area', scope: sheet.name, range: absoluteOnSheet(sheet.name, area) },
    ...(titles.length > 0
      ? [
          {
            name: '_xlnm.Print_Titles',
            scope: sheet.name,
            range: titles.map((one) => absoluteOnSheet(sheet.name, one.replaceAll('$', ''))).join(','),
          },
        ]
      : []),
  ];
}

const rgb = (colour: unknown): { rgb: string } => ({ rgb: String(colour).slice(1) });

function styleOf(kept: Looks): CellStyle {
  const border = Object.entries(sides).flatMap(([side, edge]) => {
    const [style, weight] = [kept[`Borders.${edge}.Style`], kept[`Borders.${edge}.Weight`]];
    if (!style) return [];
    const line = style === 'Dot' ? 'dotted' : weights[weight as keyof typeof weights];
    return [[side, { style: line, color: rgb(kept[`Borders.${edge}.Color`]) }] as const];
  });
  const align = horizontal[kept['HorizontalAlignment'] as keyof typeof horizontal];
  const format = kept['NumberFormat'];
  return {
    font: {
      name: String(kept['Font.Name']),
      size: Number(kept['Font.Size']),
      bold: kept['Font.Bold'] === true,
      italic: kept['Font.Italic'] === true,
      underline: kept['Font.Underline'] === 'Single',
      color: rgb(kept['Font.Color']),
    },
    ...(kept['Fill.Color'] !== undefined && {
      fill: { type: 'pattern', pattern: 'solid', fgColor: rgb(kept['Fill.Color']) },
    }),
    border: Object.fromEntries(border),
    alignment: {
      ...(align && { horizontal: align }),
      vertical: vertical[kept['VerticalAlignment'] as keyof typeof vertical] ?? 'bottom',
      ...(kept['WrapText'] === true && { wrapText: true }),
      ...(kept['IndentLevel'] !== undefined && { indent: Number(kept['IndentLevel']) }),
    },
    ...(format !== undefined && format !== 'General' && { numFmt: String(format) }),
  };
}

function ruleOf(
  type: string,
  place: { readonly range: string; readonly priority: number },
  kept: ReadonlyMap<string, unknown>,
): ConditionalRule {
  const part = type === 'Custom' ? 'Custom' : 'CellValue';
  const fill = kept.get(`${part}.Format.Fill.Color`);
  const style: CellStyle = {
    font: {
      color: rgb(kept.get(`${part}.Format.Font.Color`)),
      ...(kept.get(`${part}.Format.Font.Bold`) === true && { bold: true }),
    },
    ...(fill !== undefined && { fill: { type: 'pattern', pattern: 'solid', bgColor: rgb(fill) } }),
  };
  const plain = (formula: unknown) => String(formula).replace(/^=/, '');
  if (type === 'Custom')
    return { type: 'expression', ...place, style, formula: plain(kept.get('Custom.Rule.Formula')) };
  const rule = kept.get('CellValue.Rule') as { operator: string; formula1: string; formula2?: string };
  const formula = [rule.formula1, rule.formula2].filter((one) => one !== undefined).map(plain);
  return { type: 'cellIs', operator: operators[rule.operator]!, ...place, style, formula };
}
