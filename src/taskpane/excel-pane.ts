import { ExcelWorkbook } from '../hosts/excel/excel-workbook.ts';
import type { WorkbookPort } from '../hosts/workbook-port.ts';
import { openHelp, showHelp } from './open-help.ts';
import type { PaneCommand, PaneHost, PaneTheme } from './pane-host.ts';

/** The pane's surroundings in Excel, by Office.js; in a plain browser without a workbook. */
export function excelPaneHost(isInExcel: boolean): PaneHost {
  const found = workbook(isInExcel);
  const { diagnostics } = Office.context;
  return {
    ...found,
    language: (isInExcel && Office.context.displayLanguage) || navigator.language,
    theme: themeNow(),
    watchTheme,
    watchCommands,
    openHelp: () => (isInExcel ? showHelp() : void window.open('help.html', '_blank', 'noopener')),
    hostName: isInExcel ? `Excel ${diagnostics?.version ?? ''} (${diagnostics?.platform ?? ''})` : 'Browser',
    diagnostics: [`Language: ${Office.context.displayLanguage ?? navigator.language}`, navigator.userAgent],
    copyText: (text) => navigator.clipboard.writeText(text),
  };
}

function workbook(isInExcel: boolean): { readonly port: WorkbookPort | undefined; readonly whyNoPort?: string } {
  if (!isInExcel)
    return {
      port: undefined,
      whyNoPort: 'This page is not in Excel: open it there to insert a model. Functions can be tried here.',
    };
  try {
    return { port: new ExcelWorkbook() };
  } catch (error) {
    return { port: undefined, whyNoPort: (error as Error).message };
  }
}

const forcedColours = () => window.matchMedia('(forced-colors: active)');

function themeNow(): PaneTheme {
  if (forcedColours().matches) return 'high contrast';
  const background = Office.context.officeTheme?.bodyBackgroundColor;
  return background !== undefined && isDark(background) ? 'dark' : 'light';
}

/** Whether a colour such as #262626 is nearer to black than to white. */
function isDark(colour: string): boolean {
  const [red = 255, green = 255, blue = 255] = (colour.match(/[\da-f]{2}/gi) ?? []).map((part) => parseInt(part, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}

/** Excel tells of no other theme: it is looked at again whenever the user comes back to the pane. */
function watchTheme(told: (theme: PaneTheme) => void): () => void {
  const look = () => told(themeNow());
  const forced = forcedColours();
  forced.addEventListener('change', look);
  window.addEventListener('focus', look);
  return () => {
    forced.removeEventListener('change', look);
    window.removeEventListener('focus', look);
  };
}

const waiting: PaneCommand[] = [];
let listener: ((command: PaneCommand) => void) | undefined;

function watchCommands(told: (command: PaneCommand) => void): () => void {
  listener = told;
  for (const command of waiting.splice(0)) told(command);
  return () => {
    listener = undefined;
  };
}

/** Shows the pane and hands it a command; one that comes before the pane is drawn waits for it. */
const inPane =
  (command: PaneCommand) =>
  (event: Office.AddinCommands.Event): void => {
    void Office.addin.showAsTaskpane();
    if (listener) listener(command);
    else waiting.push(command);
    event.completed();
  };

/** Gives Excel the commands of the ribbon and the menu of cells. */
export function associateCommands(): void {
  Office.actions.associate('openHelp', openHelp);
  Office.actions.associate('insertModel', inPane('insert model'));
  Office.actions.associate('checkModel', inPane('check model'));
  Office.actions.associate('explainCell', inPane('explain cell'));
  Office.actions.associate('freezeFunctions', inPane('freeze'));
}
