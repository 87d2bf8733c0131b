import type { ICellData, IDisposable, IWorkbookData } from '@univerjs/core';
import { SetDefinedNameMutation, type FWorkbook, type FWorksheet } from '@univerjs/preset-sheets-core';
import { address, parseRange } from '../../template/address.ts';
import { brokerColours, type ColourScheme } from '../../template/colour-scheme.ts';
import type { SheetPlan, WorkbookPlan } from '../../template/plan.ts';
import type { Looks, WorkbookContent } from '../workbook-content.ts';
import {
  WorkbookError,
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
import { attempt } from './attempt.ts';
import { cellsIn, usedArea } from './cells-in.ts';
import { contentOf, planToday, type SheetNow } from './content-of.ts';
import { download } from './download.ts';
import type { Grid } from './open-grid.ts';
import { SheetCells, type GridCell } from './sheet-cells.ts';
import { typedContent } from './typed-content.ts';
import { newSheet, writeSheet } from './write-sheet.ts';

/** The workbook in the grid of the page. */
export class UniverWorkbook implements WorkbookPort {
  readonly lacking: readonly string[] = [
    'This preview does not print: page set-up is kept for the saved file.',
    'Charts are drawn over the cells and cannot be edited here; the saved file has them as native charts.',
  ];
  readonly #grid: Grid;
  #kept = new Map<string, string>();
  /** What was written to sheets from plans, by the id of the sheet. */
  #plans = new Map<string, Written>();
  /** Sheets whose rows or columns have moved since. */
  #moved = new Set<string>();
  /** Whether formulas that were written have their values. */
  #isCalculated = true;
  #looks: Looks = new Map();
  #scheme = brokerColours;
  /** Whether the page may draw itself and be clicked between two steps of long work, which takes longer then. */
  isResponsive = false;

  constructor(grid: Grid) {
    this.#grid = grid;
    this.#followLinks();
    this.#followMoves();
    grid.api.getFormula().calculationResultApplied(() => {
      this.#isCalculated = true;
    });
  }

  look(): Promise<WorkbookView> {
    const workbook = this.#workbook;
    return done({
      sheets: workbook
        .getSheets()
        .map((sheet) => ({ id: sheet.getSheetId(), name: sheet.getSheetName(), isProtected: false })),
      names: workbook
        .getDefinedNames()
        .map((name) => ({ name: name.getName(), formula: `=${name.getFormulaOrRefString().replace(/^=/, '')}` })),
      isProtected: false,
      activeSheetId: workbook.getActiveSheet().getSheetId(),
    });
  }

  addSheets(names: readonly string[], where: SheetsPlace): Promise<readonly SheetRef[]> {
    return this.#step(() => {
      const workbook = this.#workbook;
      const count = workbook.getSheets().length;
      const active = workbook.getActiveSheet();
      const first = where === 'first' ? 0 : where === 'last' ? count : active.getIndex() + 1;
      const added = names.map((name, index) => {
        const sheet = workbook.insertSheet(name, {
          index: first + index,
          sheet: newSheet,
        });
        return { id: sheet.getSheetId(), name: sheet.getSheetName() };
      });
      return added;
    });
  }

  /** @param looks Looks of the plans' cells that are not of the house. */
  write(sheets: readonly SheetToWrite[], scheme: ColourScheme, looks: Looks = new Map()): Promise<void> {
    return this.#step(() => {
      const ids = new Map(this.#workbook.getSheets().map((sheet) => [sheet.getSheetName(), sheet.getSheetId()]));
      this.#looks = new Map([...this.#looks, ...looks]);
      this.#scheme = scheme;
      if (sheets.some(({ plan }) => hasFormula(plan))) this.#isCalculated = false;
      for (const { id, plan } of sheets) {
        writeSheet(this.#grid.api, this.#sheet(id), plan, scheme, looks, {
          values: (sheetId, range) => this.#cells(sheetId, range),
          sheetId: (name) => this.#named(name),
          watch: (told) => this.#watchCells(told),
        });
        this.#plans.set(id, { plan, ids });
        this.#moved.delete(id);
      }
    });
  }

  addNames(names: readonly (NameRef & { readonly comment?: string; readonly isHidden?: boolean })[]): Promise<void> {
    return attempt(() => {
      const workbook = this.#workbook;
      for (const { name, formula, comment, isHidden } of names) {
        const isRange = /^=(?:'(?:[^']|'')+'|[^'!"]+)!\$?[A-Z]/i.test(formula);
        const builder = workbook
          .newDefinedNameBuilder()
          .setName(name)
          .setHidden(isHidden === true);
        const given = isRange ? builder.setRef(formula.slice(1)) : builder.setFormula(formula.slice(1));
        // The mutation itself: the command before it goes through every formula for each name.
        this.#grid.api.syncExecuteCommand(SetDefinedNameMutation.id, {
          ...(comment ? given.setComment(comment) : given).build(),
          unitId: workbook.getId(),
        });
      }
    });
  }

  async finish(sheetId: string): Promise<void> {
    await attempt(() => this.#sheet(sheetId).activate());
    await this.settled();
  }

  remove({ sheets, names }: { readonly sheets: readonly string[]; readonly names: readonly string[] }): Promise<void> {
    return attempt(() => {
      const workbook = this.#workbook;
      const there = new Set(workbook.getDefinedNames().map((name) => name.getName()));
      for (const name of names) if (there.has(name)) workbook.deleteDefinedName(name);
      for (const id of sheets) if (workbook.getSheetBySheetId(id)) workbook.deleteSheet(id);
    });
  }

  renameSheets(sheets: readonly SheetRef[]): Promise<void> {
    return attempt(() => {
      for (const { id, name } of sheets) this.#sheet(id).setName(name);
    });
  }

  read(what: readonly (Place | { readonly sheetId: string })[]): Promise<readonly CellsRead[]> {
    return attempt(() => what.flatMap((one) => this.#read(one)));
  }

  enter(entries: readonly Entry[]): Promise<void> {
    return attempt(() => {
      for (const { sheetId, range, cells } of entries) {
        if (cells.flat().some((content) => typeof content === 'string' && /^=./.test(content)))
          this.#isCalculated = false;
        const { top, left } = parseRange(range);
        // The grid counts the cells of such a table from the corner of the sheet.
        const typed: Record<number, Record<number, ICellData>> = {};
        cells.forEach((row, down) =>
          row.forEach((content, across) => {
            if (content !== null) (typed[top - 1 + down] ??= {})[left - 1 + across] = typedContent(content);
          }),
        );
        this.#sheet(sheetId).getRange(range).setValues(typed);
      }
    });
  }

  selected(): Promise<Place & { readonly sheetName: string }> {
    const sheet = this.#workbook.getActiveSheet();
    const [first] = sheet.getSelection()?.getActiveRangeList() ?? [];
    return done({
      sheetId: sheet.getSheetId(),
      sheetName: sheet.getSheetName(),
      range: first?.getA1Notation() ?? 'A1',
    });
  }

  show({ sheetId, range }: Place): Promise<void> {
    return attempt(() => {
      const sheet = this.#sheet(sheetId);
      sheet.activate();
      sheet.getRange(range).activate();
      const { top, left } = parseRange(range);
      // What stands near the corner is in sight with the headings above and beside it.
      sheet.scrollToCell(top <= 20 ? 0 : top - 4, left <= 8 ? 0 : left - 3);
    });
  }

  watchSelection(told: () => void): Promise<Unwatch> {
    const { api } = this.#grid;
    return done(unwatch(api.addEvent(api.Event.SelectionChanged, () => told())));
  }

  watchCells(told: () => void): Promise<Unwatch> {
    const end = this.#watchCells(told);
    return done(() => done(end()));
  }

  kept(keys: readonly string[]): Promise<readonly (string | undefined)[]> {
    return done(keys.map((key) => this.#kept.get(key)));
  }

  keep(texts: Readonly<Record<string, string | undefined>>): Promise<void> {
    for (const [key, text] of Object.entries(texts))
      if (text === undefined) this.#kept.delete(key);
      else this.#kept.set(key, text);
    return done(undefined);
  }

  themeColours(): Promise<ThemeColours | undefined> {
    return done(undefined);
  }

  openWorkbook(xlsx: Uint8Array, fileName: string): Promise<void> {
    return attempt(() => download(xlsx, fileName));
  }

  /** Waits until all is calculated. */
  async settled(): Promise<void> {
    const formula = this.#grid.api.getFormula();
    if (!this.#isCalculated)
      // A busy machine may begin later than the grid's own wait for it lasts.
      await new Promise<void>((done) => {
        const end = setTimeout(done, 60_000);
        const watch = formula.calculationResultApplied(() => {
          clearTimeout(end);
          watch.dispose();
          done();
        });
      });
    else await formula.onCalculationResultApplied();
  }

  /** The whole workbook with the values that it has, to be saved. */
  async content(properties: WorkbookPlan['properties']): Promise<WorkbookContent> {
    const { names } = await this.look();
    return contentOf(
      this.#workbook.getSheets().map((sheet): SheetNow => {
        const id = sheet.getSheetId();
        const plan = this.#planToday(id);
        return {
          name: sheet.getSheetName(),
          sheet: sheet.getSheet(),
          cells: this.cellsOf(id).all(),
          ...(plan && { plan }),
        };
      }),
      { names, kept: this.#kept, properties, looks: this.#looks, scheme: this.#scheme },
    );
  }

  /**
   * Puts another workbook in the place of this one. If that fails, this one is there as it was.
   *
   * @throws WorkbookError where the grid does not take it.
   */
  async replace({ plan, looks, names, kept }: WorkbookContent): Promise<void> {
    const before = this.#workbook.save();
    const memory = [this.#plans, this.#moved, this.#kept, this.#looks] as const;
    [this.#plans, this.#moved, this.#kept, this.#looks] = [new Map(), new Set(), new Map(kept), new Map()];
    try {
      const ids = plan.sheets.map((_, index) => `sheet-${index + 1}`);
      this.#instead({
        id: crypto.randomUUID(),
        sheetOrder: ids,
        sheets: Object.fromEntries(
          plan.sheets.map(({ name }, index) => [ids[index]!, { id: ids[index]!, name, ...newSheet }]),
        ),
      });
      await this.write(
        plan.sheets.map((sheet, index) => ({ id: ids[index]!, plan: sheet })),
        this.#scheme,
        looks,
      );
      await this.addNames(names);
      await this.finish(ids[0]!);
    } catch (error) {
      [this.#plans, this.#moved, this.#kept, this.#looks] = memory;
      this.#instead(before);
      throw error;
    }
  }

  #instead(workbook: Partial<IWorkbookData>): void {
    const { api } = this.#grid;
    api.disposeUnit(this.#workbook.getId());
    api.createWorkbook(workbook);
  }

  /** The names of sheets whose rows or columns have moved since they were written. */
  get moved(): readonly string[] {
    return this.#workbook
      .getSheets()
      .filter((sheet) => this.#moved.has(sheet.getSheetId()) && this.#plans.has(sheet.getSheetId()))
      .map((sheet) => sheet.getSheetName());
  }

  async #step<Value>(work: () => Value): Promise<Value> {
    const value = await attempt(work);
    if (this.isResponsive) await new Promise((resolve) => setTimeout(resolve, 20));
    return value;
  }

  #planToday(id: string): SheetPlan | undefined {
    const written = this.#plans.get(id);
    if (!written || this.#moved.has(id)) return undefined;
    const nameOf = (one: string) => this.#workbook.getSheetBySheetId(one)?.getSheetName();
    return planToday(written.plan, new Map([...written.ids].map(([name, one]) => [name, nameOf(one)])));
  }

  /** The cells of a sheet. */
  cellsOf(sheetId: string): SheetCells {
    return new SheetCells(
      this.#grid.univer.__getInjector(),
      this.#workbook.getWorkbook(),
      this.#sheet(sheetId).getSheet(),
    );
  }

  get #workbook(): FWorkbook {
    return this.#grid.api.getActiveWorkbook()!;
  }

  #sheet(id: string): FWorksheet {
    const sheet = this.#workbook.getSheetBySheetId(id);
    if (!sheet) throw new WorkbookError('The sheet is not there any more: look at the workbook again.');
    return sheet;
  }

  #named(name: string): string {
    const sheet = this.#workbook.getSheetByName(name);
    if (!sheet) throw new WorkbookError(`A chart refers to a sheet "${name}" that the workbook does not have.`);
    return sheet.getSheetId();
  }

  /** The cells of a range, row by row; none where the sheet is gone. */
  #cells(sheetId: string, range: string): readonly GridCell[] {
    return this.#workbook.getSheetBySheetId(sheetId) ? cellsIn(this.cellsOf(sheetId), parseRange(range)).flat() : [];
  }

  #read(what: Place | { readonly sheetId: string }): readonly CellsRead[] {
    const cells = this.cellsOf(what.sheetId);
    const area = 'range' in what ? parseRange(what.range) : usedArea(cells);
    if (!area) return [];
    const rows = cellsIn(cells, area);
    return [
      {
        sheetId: what.sheetId,
        row: area.top,
        column: area.left,
        formulas: rows.map((row) => row.map(({ formula, value, isSpilled }) => formula ?? (isSpilled ? '' : value))),
        values: rows.map((row) => row.map(({ value }) => value)),
      },
    ];
  }

  #watchCells(told: () => void): () => void {
    const { api } = this.#grid;
    let isTold = true;
    // One change tells of itself many times, once for each range.
    const soon = () => {
      if (!isTold) return;
      isTold = false;
      queueMicrotask(() => {
        isTold = true;
        told();
      });
    };
    const watches = [api.addEvent(api.Event.SheetValueChanged, soon), api.getFormula().calculationResultApplied(soon)];
    return () => {
      for (const watch of watches) watch.dispose();
    };
  }

  /** A click on a planned link goes where it leads. */
  #followLinks(): void {
    const { api } = this.#grid;
    api.addEvent(api.Event.CellClicked, ({ worksheet, row, column }) => {
      const at = address(row + 1, column + 1);
      const link = this.#planToday(worksheet.getSheetId())?.links.find(({ cell }) => cell === at);
      if (!link) return;
      if ('url' in link.to) window.open(link.to.url, '_blank', 'noopener');
      else {
        const target = this.#workbook.getSheetByName(link.to.sheet);
        if (target) void this.show({ sheetId: target.getSheetId(), range: link.to.cell });
      }
    });
  }

  /** What a plan says of places no longer holds where rows or columns have moved. */
  #followMoves(): void {
    const { api } = this.#grid;
    api.addEvent(api.Event.CommandExecuted, ({ id, params }) => {
      const sheet = (params as { readonly subUnitId?: string } | undefined)?.subUnitId;
      if (sheet !== undefined && /mutation\.(insert|remove|move)-(rows?|cols?|columns)$/.test(id))
        this.#moved.add(sheet);
    });
  }
}

/** A plan as it was written, and the sheets that there were by their names. */
type Written = { readonly plan: SheetPlan; readonly ids: ReadonlyMap<string, string> };

const hasFormula = (plan: SheetPlan): boolean =>
  plan.blocks.some(({ cells }) => cells.some((row) => row.some((cell) => cell !== null && 'formula' in cell)));

const done = <Value>(value: Value): Promise<Value> => Promise.resolve(value);

const unwatch =
  (watch: IDisposable): Unwatch =>
  () =>
    done(watch.dispose());
