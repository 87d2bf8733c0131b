import { onSheet } from '../../../src/template/address.ts';
import { DoubleError, type DoubleObject } from './double-object.ts';
import type { OnTyped } from './range-object.ts';
import { sheetObject } from './sheet-object.ts';
import type { WorkbookEvents } from './workbook-events.ts';
import type { NameState, SheetState, WorkbookState } from './workbook-state.ts';

/** The workbook as a request sees it. */
export function workbookObject(state: WorkbookState, onTyped: OnTyped, events: WorkbookEvents): DoubleObject {
  const objects = new Map<SheetState, DoubleObject>();
  const sheetOf = (sheet: SheetState): DoubleObject => {
    const object = objects.get(sheet) ?? sheetObject(state, sheet, onTyped, () => state.activate(sheet));
    objects.set(sheet, object);
    return object;
  };
  const found = (name: string): SheetState | undefined => state.find(name);
  const worksheets: DoubleObject = {
    type: 'WorksheetCollection',
    properties: {},
    methods: {
      Add: (name?: string | null) => sheetOf(state.add(name ?? undefined)),
      GetItem: (name: string) => {
        const sheet = found(name);
        if (!sheet) throw new DoubleError('ItemNotFound', `There is no sheet "${name}".`);
        return sheetOf(sheet);
      },
      GetItemOrNullObject: (name: string) => {
        const sheet = found(name);
        return sheet ? sheetOf(sheet) : null;
      },
      GetActiveWorksheet: () => sheetOf(state.active),
      GetCount: () => state.sheets.length,
      ...events.methods,
    },
    items: () => state.sheets.map(sheetOf),
  };
  return {
    type: 'Workbook',
    properties: {
      Worksheets: { get: () => worksheets },
      Names: { get: () => names(state) },
      Application: { get: () => application(state) },
      Protection: {
        get: () => ({
          type: 'WorkbookProtection',
          properties: { Protected: { get: () => state.isProtected } },
          methods: {},
        }),
      },
      Settings: { get: () => settings(state) },
      Styles: { get: () => styles() },
    },
    methods: {
      GetSelectedRanges: () => {
        const sheet = state.active;
        return {
          type: 'RangeAreas',
          properties: {
            Address: { get: () => onSheet(sheet.name, sheet.selected) },
            Worksheet: { get: () => sheetOf(sheet) },
          },
          methods: {},
        };
      },
    },
  };
}

function names(state: WorkbookState): DoubleObject {
  const object = (name: NameState): DoubleObject => ({
    type: 'NamedItem',
    id: name.name,
    properties: {
      Name: { get: () => name.name },
      Formula: { get: () => name.formula },
      Comment: { get: () => name.comment },
      Visible: { get: () => name.isHidden !== true, set: (visible) => void (name.isHidden = visible === false) },
    },
    methods: { Delete: () => void state.names.splice(state.names.indexOf(name), 1) },
  });
  const find = (name: string) => state.names.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return {
    type: 'NamedItemCollection',
    properties: {},
    methods: {
      Add: (name: string, formula: string, comment?: string | null) => {
        if (find(name)) throw new DoubleError('ItemAlreadyExists', `The name "${name}" is there already.`);
        if (!/^[A-Z_\\][\w.\\]*$/i.test(name)) throw new DoubleError('InvalidArgument', `"${name}" cannot be a name.`);
        const added = { name, formula, comment: comment ?? '' };
        state.names.push(added);
        return object(added);
      },
      GetItem: (name: string) => {
        const found = find(name);
        if (!found) throw new DoubleError('ItemNotFound', `There is no name "${name}".`);
        return object(found);
      },
      GetItemOrNullObject: (name: string) => {
        const found = find(name);
        return found ? object(found) : null;
      },
    },
    items: () => state.names.map(object),
  };
}

/** What the workbook keeps for add-ins. */
function settings(state: WorkbookState): DoubleObject {
  const object = (key: string): DoubleObject => ({
    type: 'Setting',
    id: key,
    properties: { Key: { get: () => key }, Value: { get: () => state.settings.get(key) } },
    methods: { Delete: () => void state.settings.delete(key) },
  });
  return {
    type: 'SettingCollection',
    properties: {},
    methods: {
      Add: (key: string, value: unknown) => {
        state.settings.set(key, value);
        return object(key);
      },
      GetItem: (key: string) => {
        if (!state.settings.has(key)) throw new DoubleError('ItemNotFound', `Nothing is kept as "${key}".`);
        return object(key);
      },
      GetItemOrNullObject: (key: string) => (state.settings.has(key) ? object(key) : null),
    },
    items: () => [...state.settings.keys()].map(object),
  };
}

/** The styles that come with a workbook, in the colours of its theme: Excel's own of 2013. */
const themed: Readonly<Record<string, string>> = {
  Normal: '#000000',
  Accent1: '#4472C4',
  Accent2: '#ED7D31',
  Accent3: '#A5A5A5',
  Accent4: '#FFC000',
  Accent5: '#5B9BD5',
  Accent6: '#70AD47',
};

function styles(): DoubleObject {
  const part = (type: string, colour: string): DoubleObject => ({
    type,
    properties: { Color: { get: () => colour } },
    methods: {},
  });
  return {
    type: 'StyleCollection',
    properties: {},
    methods: {
      GetItemOrNullObject: (name: string) => {
        const colour = themed[name];
        if (colour === undefined) return null;
        return {
          type: 'Style',
          id: name,
          properties: {
            Fill: { get: () => part('RangeFill', name === 'Normal' ? '' : colour) },
            Font: { get: () => part('RangeFont', name === 'Normal' ? colour : '#FFFFFF') },
          },
          methods: {},
        };
      },
    },
  };
}

function application(state: WorkbookState): DoubleObject {
  return {
    type: 'Application',
    properties: {
      CalculationMode: {
        get: () => state.calculationMode,
        set: (mode) => {
          if (mode !== 'Automatic' && mode !== 'Manual')
            throw new DoubleError('InvalidArgument', `There is no calculation mode "${String(mode)}".`);
          state.calculationMode = mode;
        },
      },
    },
    methods: {
      Calculate: (type: string) => {
        if (type !== 'Full') throw new DoubleError('ApiNotFound', `The double of Excel does not calculate "${type}".`);
        state.fullCalculations++;
        state.engine.calculate();
      },
      SuspendApiCalculationUntilNextSync: () => null,
      SuspendScreenUpdatingUntilNextSync: () => null,
    },
  };
}
