import type { ColourScheme } from '../../template/colour-scheme.ts';
import {
  WorkbookError,
  type NameRef,
  type SheetRef,
  type SheetToWrite,
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
      worksheets.load('items/id,items/name');
      names.load('items/name,items/formula');
      protection.load('protected');
      await context.sync();
      if (!this.#isSuspended) this.#calculationMode = application.calculationMode as Excel.CalculationMode;
      return {
        sheets: worksheets.items.map(({ id, name }) => ({ id, name })),
        names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
        isProtected: protection.protected,
      };
    });
  }

  addSheets(names: readonly string[]): Promise<readonly SheetRef[]> {
    return run(async (context) => {
      const { application, worksheets } = context.workbook;
      this.#isSuspended = true;
      application.calculationMode = 'Manual';
      const added = names.map((name) => worksheets.add(name));
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

  addNames(names: readonly (NameRef & { readonly comment?: string })[]): Promise<void> {
    return run(async (context) => {
      for (const { name, formula, comment } of names) context.workbook.names.add(name, formula, comment);
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
      const found = [
        ...names.map((name) => workbook.names.getItemOrNullObject(name)),
        ...sheets.map((id) => workbook.worksheets.getItemOrNullObject(id)),
      ];
      await context.sync();
      for (const one of found) if (!one.isNullObject) one.delete();
      this.#calculateAgain(context);
      await context.sync();
      this.#isSuspended = false;
    });
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
