import { LocaleType, LogLevel, mergeLocales, Univer, type Plugin, type PluginCtor } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalFormattingWords from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreWords from '@univerjs/preset-sheets-core/locales/en-US';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import dataValidationWords from '@univerjs/preset-sheets-data-validation/locales/en-US';
import { UniverSheetsDrawingPreset } from '@univerjs/preset-sheets-drawing';
import drawingWords from '@univerjs/preset-sheets-drawing/locales/en-US';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteWords from '@univerjs/preset-sheets-note/locales/en-US';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-drawing/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';
import { ChartBox, chartBox } from './chart-box.ts';
import { guardEngine } from './guard-engine.ts';
import { addFunctions } from './add-functions.ts';
import { quickenValidations } from './quicken-validations.ts';
import { newSheet } from './write-sheet.ts';

export type Grid = { readonly univer: Univer; readonly api: FUniver };

type Registered = readonly [plugin: PluginCtor<Plugin>, settings: unknown];

/**
 * Opens a spreadsheet grid in an element of the page, with one workbook, its engine guarded and the ST functions in it.
 *
 * @example openGrid(document.getElementById('grid')!)
 */
export function openGrid(element: HTMLElement): Grid {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    logLevel: LogLevel.ERROR,
    locales: {
      [LocaleType.EN_US]: mergeLocales(
        coreWords,
        conditionalFormattingWords,
        dataValidationWords,
        drawingWords,
        noteWords,
      ),
    },
  });
  for (const [plugin, settings] of plugins(element)) univer.registerPlugin(plugin, settings);
  const api = FUniver.newAPI(univer);
  // The engine takes functions only once there is a workbook.
  api.createWorkbook({
    name: 'Workbook',
    sheetOrder: ['first'],
    sheets: { first: { id: 'first', name: 'Sheet1', ...newSheet } },
  });
  const injector = univer.__getInjector();
  guardEngine(injector);
  quickenValidations();
  addFunctions(injector);
  api.registerComponent(chartBox, ChartBox);
  return { univer, api };
}

/** The plugins of all presets, each once, with the settings that come last. */
function plugins(container: HTMLElement): Iterable<Registered> {
  const presets = [
    UniverSheetsCorePreset({ container, sheets: { disableForceStringAlert: true, disableForceStringMark: true } }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
    UniverSheetsDrawingPreset(),
    UniverSheetsNotePreset(),
  ];
  const found = new Map<string, Registered>();
  for (const one of presets.flatMap((preset) => preset.plugins)) {
    const [plugin, settings]: Registered = Array.isArray(one) ? one : [one, undefined];
    found.delete(plugin.pluginName);
    found.set(plugin.pluginName, [plugin, settings]);
  }
  return found.values();
}
