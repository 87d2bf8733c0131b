import type { Area, Position } from '../../../src/template/address.ts';
import { DoubleError, type DoubleObject, type Property } from './double-object.ts';
import type { SheetLooks } from './sheet-looks.ts';
import { rectangle } from './workbook-state.ts';

/** Ranges of a sheet; every cell of it where areas is undefined. */
export type Places = { readonly looks: SheetLooks; readonly areas: readonly Area[] | undefined };

const fontProperties = ['Name', 'Size', 'Bold', 'Italic', 'Underline', 'Color'];
const cellProperties = ['HorizontalAlignment', 'VerticalAlignment', 'WrapText', 'IndentLevel'];
const edges: Readonly<Record<string, (area: Area, at: Position) => boolean>> = {
  EdgeTop: ({ top }, { row }) => row === top,
  EdgeBottom: ({ bottom }, { row }) => row === bottom,
  EdgeLeft: ({ left }, { column }) => column === left,
  EdgeRight: ({ right }, { column }) => column === right,
};

/** The format of ranges: what is set on it each cell keeps. */
export function rangeFormat({ looks, areas }: Places): DoubleObject {
  const cells = (within: (area: Area, at: Position) => boolean = () => true): Position[] =>
    (areas ?? []).flatMap((area) =>
      rectangle(area, (at) => at)
        .flat()
        .filter((at) => within(area, at)),
    );
  const property = (name: string, within?: (area: Area, at: Position) => boolean): Property => ({
    get: () => {
      const found = new Set(areas ? cells(within).map((at) => looks.get(at, name)) : [looks.all.get(name)]);
      return found.size === 1 ? ([...found][0] ?? null) : null;
    },
    set: (value) => {
      if (areas === undefined) looks.all.set(name, value);
      else for (const at of cells(within)) looks.set(at, name, value);
    },
  });
  const properties = (prefix: string, names: readonly string[], within?: (area: Area, at: Position) => boolean) =>
    Object.fromEntries(names.map((name) => [name, property(`${prefix}${name}`, within)]));
  const part = (type: string, own: Record<string, Property>): DoubleObject => ({ type, properties: own, methods: {} });
  const sizes = (name: 'columnWidths' | 'rowHeights'): Property => ({
    get: () => null,
    set: (value) => {
      if (areas === undefined) looks.all.set(name === 'columnWidths' ? 'ColumnWidth' : 'RowHeight', value);
      for (const { left, right, top, bottom } of areas ?? [])
        for (let at = name === 'columnWidths' ? left : top; at <= (name === 'columnWidths' ? right : bottom); at++)
          looks[name].set(at, Number(value));
    },
  });
  const borders: DoubleObject = {
    type: 'RangeBorderCollection',
    properties: {},
    methods: {
      GetItem: (side: string) => {
        const edge = edges[side];
        if (!edge) throw new DoubleError('InvalidArgument', `The double of Excel has no border "${side}".`);
        return part('RangeBorder', properties(`Borders.${side}.`, ['Style', 'Weight', 'Color'], edge));
      },
    },
  };
  return {
    type: 'RangeFormat',
    properties: {
      ...properties('', cellProperties),
      ColumnWidth: sizes('columnWidths'),
      RowHeight: sizes('rowHeights'),
      Font: { get: () => part('RangeFont', properties('Font.', fontProperties)) },
      Fill: { get: () => part('RangeFill', properties('Fill.', ['Color'])) },
      Borders: { get: () => borders },
    },
    methods: {},
  };
}
