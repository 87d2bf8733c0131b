import type { ColourScheme } from '../../template/colour-scheme.ts';
import {
  WorkbookError,
  type CellContent,
  type CellsRead,
  type Entry,
  type NameRef,
  type Place,
  type SheetRef,
  type SheetsPlace,
  type SheetToWrite,
  type ThemeColours,
  type Unwatch,
  type WorkbookPort,
  type WorkbookView,
} from '../workbook-port.ts';
import {
  excelFeatures,
  lackingOf,
  requiredExcelApi,
  type ExcelFeatures,
  type IsSetSupported,
} from './excel-features.ts';
import { sentenceOf } from './excel-errors.ts';
import { base64 } from '../base64.ts';
import { onCells, onSelection } from './watch.ts';
import { writeSheet } from './write-sheet.ts';

/** The workbook that is open in Excel. Every method is one exchange with it. */
export class ExcelWorkbook implements WorkbookPort {
  readonly lacking: readonly string[];
  readonly #features: ExcelFeatures;
  /** How the user has Excel calculate, as last seen while no insertion was under way. */
  #calculationMode: Excel.CalculationMode | undefined;
  #isSuspended = false;

  /** @throws WorkbookError where this Excel is too old. */
  constructor(
    isSetSupported: IsSetSupported = (name, version) => Office.context.requirements.isSetSupported(name, version),
  ) {
    if (!isSetSupported('ExcelApi', requiredExcelApi))
      throw new WorkbookError(
        `This Excel is too old to insert a model (it needs ExcelApi ${requiredExcelApi}): write the workbook as a file with st-model workbook FILE.xlsx.`,
      );
    this.#features = excelFeatures(isSetSupported);
    this.lacking = lackingOf(this.#features);
  }

  look(): Promise<WorkbookView> {
    return run(async (context) => {
      const { application, worksheets, names, protection } = context.workbook;
      if (!this.#isSuspended) application.load('calculationMode');
      worksheets.load('items/id,items/name,items/protection/protected');
      const active = worksheets.getActiveWorksheet();
      active.load('id');
      names.load('items/name,items/formula,items/comment,items/visible');
      protection.load('protected');
      await context.sync();
      if (!this.#isSuspended) this.#calculationMode = application.calculationMode as Excel.CalculationMode;
      return {
        sheets: worksheets.items.map((sheet) => ({
          id: sheet.id,
          name: sheet.name,
          isProtected: sheet.protection.protected,
        })),
        names: names.items.map(({ name, formula, comment, visible }) => ({
          name,
          formula: String(formula),
          ...(comment !== '' && { comment }),
          ...(!visible && { isHidden: true }),
        })),
        isProtected: protection.protected,
        activeSheetId: active.id,
      };
    });
  }

  addSheets(names: readonly string[], where: SheetsPlace): Promise<readonly SheetRef[]> {
    return run(async (context) => {
      const { application, worksheets } = context.workbook;
      this.#isSuspended = true;
      application.calculationMode = 'Manual';
      let first = 0;
      if (where === 'after the active sheet') {
        const active = worksheets.getActiveWorksheet();
        active.load('position');
        await context.sync();
        first = active.position + 1;
      }
      const added = names.map((name, index) => {
        const sheet = worksheets.add(name);
        if (where !== 'last') sheet.position = first + index;
        return sheet;
      });
      for (const sheet of added) sheet.load('id,name');
      await context.sync();
      return added.map(({ id, name }) => ({ id, name }));
    });
  }

  write(sheets: readonly SheetToWrite[], scheme: ColourScheme): Promise<void> {
    return run(async (context) => {
      const { application, worksheets } = context.workbook;
      application.suspendApiCalculationUntilNextSync();
      application.suspendScreenUpdatingUntilNextSync();
      for (const { id, plan } of sheets) writeSheet(worksheets, id, plan, scheme, this.#features);
      await context.sync();
    });
  }

  addNames(names: readonly (NameRef & { readonly comment?: string; readonly isHidden?: boolean })[]): Promise<void> {
    return run(async (context) => {
      for (const { name, formula, comment, isHidden } of names) {
        const added = context.workbook.names.add(name, formula, comment);
        if (isHidden) added.visible = false;
      }
      await context.sync();
    });
  }

  finish(sheetId: string): Promise<void> {
    return run(async (context) => {
      this.#calculateAgain(context);
      context.workbook.worksheets.getItem(sheetId).activate();
      await context.sync();
      this.#isSuspended = false;
    });
  }

  remove({ sheets, names }: { readonly sheets: readonly string[]; readonly names: readonly string[] }): Promise<void> {
    return run(async (context) => {
      const { workbook } = context;
      // Sheets first: where one cannot be removed, the names still tell which sheets are ours.
      const found = [
        ...sheets.map((id) => workbook.worksheets.getItemOrNullObject(id)),
        ...names.map((name) => workbook.names.getItemOrNullObject(name)),
      ];
      await context.sync();
      for (const one of found) if (!one.isNullObject) one.delete();
      this.#calculateAgain(context);
      await context.sync();
      this.#isSuspended = false;
    });
  }

  renameSheets(sheets: readonly SheetRef[]): Promise<void> {
    return run(async (context) => {
      for (const { id, name } of sheets) context.workbook.worksheets.getItem(id).name = name;
      await context.sync();
    });
  }

  read(what: readonly (Place | { readonly sheetId: string })[]): Promise<readonly CellsRead[]> {
    return run(async (context) => {
      const ranges = what.map((one) => {
        const sheet = context.workbook.worksheets.getItem(one.sheetId);
        const range = 'range' in one ? sheet.getRange(one.range) : sheet.getUsedRangeOrNullObject(true);
        range.load('rowIndex,columnIndex,formulas,values');
        return range;
      });
      await context.sync();
      return ranges.flatMap((range, index) =>
        range.isNullObject
          ? []
          : [
              {
                sheetId: what[index]!.sheetId,
                row: range.rowIndex + 1,
                column: range.columnIndex + 1,
                formulas: range.formulas as CellContent[][],
                values: range.values as CellContent[][],
              },
            ],
      );
    });
  }

  enter(entries: readonly Entry[]): Promise<void> {
    return run(async (context) => {
      for (const { sheetId, range, cells } of entries)
        context.workbook.worksheets.getItem(sheetId).getRange(range).untrack().formulas = cells as CellContent[][];
      await context.sync();
    });
  }

  selected(): Promise<Place & { readonly sheetName: string }> {
    return run(async (context) => {
      // A selection of several areas has no single range: the cell that is typed into stands for it.
      const areas = context.workbook.getSelectedRanges();
      const { worksheet } = areas;
      areas.load('address');
      worksheet.load('id,name');
      await context.sync();
      const [first] = areas.address.split(/,(?=(?:[^']*'[^']*')*[^']*$)/);
      return {
        sheetId: worksheet.id,
        sheetName: worksheet.name,
        range: first!.slice(first!.lastIndexOf('!') + 1).replaceAll('$', ''),
      };
    });
  }

  show({ sheetId, range }: Place): Promise<void> {
    return run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      sheet.activate();
      sheet.getRange(range).select();
      await context.sync();
    });
  }

  watchSelection(told: () => void): Promise<Unwatch> {
    return run((context) => onSelection(context, told));
  }

  watchCells(told: () => void): Promise<Unwatch> {
    return run((context) => onCells(context, told));
  }

  kept(keys: readonly string[]): Promise<readonly (string | undefined)[]> {
    return run(async (context) => {
      const found = keys.map((key) => context.workbook.settings.getItemOrNullObject(key));
      for (const one of found) one.load('value');
      await context.sync();
      return found.map((one) => (one.isNullObject ? undefined : String(one.value)));
    });
  }

  keep(texts: Readonly<Record<string, string | undefined>>): Promise<void> {
    return run(async (context) => {
      const { settings } = context.workbook;
      const forgotten = Object.entries(texts).flatMap(([key, text]) =>
        text === undefined ? [settings.getItemOrNullObject(key)] : [],
      );
      for (const [key, text] of Object.entries(texts)) if (text !== undefined) settings.add(key, text);
      await context.sync();
      if (forgotten.length === 0) return;
      for (const one of forgotten) if (!one.isNullObject) one.delete();
      await context.sync();
    });
  }

  themeColours(): Promise<ThemeColours | undefined> {
    return run(async (context) => {
      // Excel tells of a theme only through the cell styles that come with every workbook.
      const { styles } = context.workbook;
      const accents = [1, 2, 3, 4, 5, 6].map((number) => styles.getItemOrNullObject(`Accent${number}`));
      const normal = styles.getItemOrNullObject('Normal');
      for (const { fill } of accents) fill.load('color');
      normal.font.load('color');
      await context.sync();
      if ([normal, ...accents].some(({ isNullObject }) => isNullObject)) return undefined;
      const plain = (colour: string) => colour.replace('#', '').toUpperCase();
      return { text: plain(normal.font.color), accents: accents.map(({ fill }) => plain(fill.color)) };
    });
  }

  openWorkbook(xlsx: Uint8Array): Promise<void> {
    return run(() => Excel.createWorkbook(base64(xlsx)));
  }

  /** Takes up the user's way of calculating again, and calculates all once. */
  #calculateAgain({ workbook: { application } }: Excel.RequestContext): void {
    if (!this.#isSuspended || this.#calculationMode === undefined) return;
    application.calculationMode = this.#calculationMode;
    application.calculate('Full');
  }
}

/** An exchange whose failure is a sentence. */
async function run<Given>(exchange: (context: Excel.RequestContext) => Promise<Given>): Promise<Given> {
  try {
    return await Excel.run(exchange);
  } catch (error) {
    throw new WorkbookError(sentenceOf(error), { cause: error });
  }
}
