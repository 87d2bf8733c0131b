import { addressOf, areaOf, rangeObject, type OnTyped } from './range-object.ts';
import { chartObject } from './chart-object.ts';
import { DoubleError, type DoubleObject, type Property } from './double-object.ts';
import { keeper, keeps } from './keeper.ts';
import { rangeFormat } from './range-format.ts';
import type { SheetState, WorkbookState } from './workbook-state.ts';

const page = ['Left', 'Center', 'Right'].flatMap((side) => [`${side}Header`, `${side}Footer`]);

/** A sheet as a request sees it. */
export function sheetObject(
  book: WorkbookState,
  sheet: SheetState,
  onTyped: OnTyped,
  activate: () => void,
): DoubleObject {
  const { looks } = sheet;
  const guard = () => book.checkThere(sheet);
  const kept = (name: string): Property => ({
    get: () => looks.sheet.get(name) ?? null,
    set: (value) => void looks.sheet.set(name, value),
  });
  const part = (type: string, methods: DoubleObject['methods']): Property => ({
    get: () => ({ type, guard, properties: {}, methods }),
  });
  const wholeSheet: DoubleObject = {
    type: 'Range',
    properties: { Format: { get: () => rangeFormat({ looks, areas: undefined }) } },
    methods: {},
  };
  return {
    type: 'Worksheet',
    guard,
    id: sheet.id,
    properties: {
      Id: { get: () => sheet.id },
      Name: { get: () => sheet.name, set: (name) => book.rename(sheet, String(name)) },
      Position: {
        get: () => book.sheets.indexOf(sheet),
        set: (position) => book.move(sheet, Number(position)),
      },
      Protection: {
        get: () => ({
          type: 'WorksheetProtection',
          properties: { Protected: { get: () => sheet.isProtected } },
          methods: {},
        }),
      },
      TabColor: kept('TabColor'),
      Gridlines: kept('Gridlines'),
      FreezePanes: part('WorksheetFreezePanes', {
        FreezeAt: (to: DoubleObject) => void looks.sheet.set('FreezeAt', addressOf(to)),
      }),
      PageLayout: {
        get: () =>
          keeper(
            'PageLayout',
            {
              properties: ['Orientation', 'PaperSize', 'CenterHorizontally', 'Zoom'],
              parts: { HeadersFooters: { parts: { DefaultForAllPages: { properties: page } } } },
              methods: {
                SetPrintMargins: keeps('Margins'),
                SetPrintArea: keeps('PrintArea'),
                SetPrintTitleRows: keeps('TitleRows'),
                SetPrintTitleColumns: keeps('TitleColumns'),
              },
            },
            looks.sheet,
            'PageLayout',
          ),
      },
      HorizontalPageBreaks: part('PageBreakCollection', {
        Add: (at: string) => {
          looks.pageBreaks.push(at);
          return keeper('PageBreak', {}, new Map());
        },
      }),
      Notes: part('NoteCollection', {
        Add: (cell: string, text: string) => {
          looks.notes.set(cell, text);
          return keeper('Note', {}, new Map());
        },
      }),
      Charts: part('ChartCollection', {
        Add: (type: string, source: DoubleObject, seriesBy: string) => {
          const chart = new Map<string, unknown>([
            ['Type', type],
            ['SeriesBy', seriesBy],
          ]);
          looks.charts.push(chart);
          return chartObject(chart, addressOf(source));
        },
      }),
    },
    methods: {
      Activate: activate,
      Delete: () => book.remove(sheet),
      GetRange: (text?: string | null) => {
        return text ? rangeObject(sheet, areaOf(text), onTyped, guard) : wholeSheet;
      },
      GetUsedRangeOrNullObject: (valuesOnly?: boolean | null) => {
        if (valuesOnly !== true)
          throw new DoubleError('ApiNotFound', 'The double of Excel knows the used range of values only.');
        const used = sheet.used();
        return used ? rangeObject(sheet, used, onTyped, guard) : null;
      },
      GetRanges: (text: string) => {
        if (text.length > 8192) throw new DoubleError('InvalidArgument', 'The address of the ranges is too long.');
        const areas = text.split(',').map(areaOf);
        return {
          type: 'RangeAreas',
          properties: { Format: { get: () => rangeFormat({ looks, areas }) } },
          methods: {},
        };
      },
      GetCell: (row: number, column: number) =>
        rangeObject(sheet, { top: row + 1, bottom: row + 1, left: column + 1, right: column + 1 }, onTyped, guard),
    },
  };
}
