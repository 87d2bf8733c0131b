import type { Position } from '../../../src/template/address.ts';

/** How the cells of a sheet look, and all else of a sheet that is no value: as it was set. */
export class SheetLooks {
  /** What every cell looks like unless it says otherwise. */
  readonly all = new Map<string, unknown>();
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly links = new Map<string, unknown>();
  readonly notes = new Map<string, string>();
  readonly validations: { readonly range: string; readonly kept: ReadonlyMap<string, unknown> }[] = [];
  /** The first goes first. */
  readonly conditionalFormats: {
    readonly range: string;
    readonly type: string;
    readonly kept: ReadonlyMap<string, unknown>;
  }[] = [];
  readonly charts: Map<string, unknown>[] = [];
  readonly pageBreaks: string[] = [];
  /** Grid lines, tab colour, frozen panes, page set-up. */
  readonly sheet = new Map<string, unknown>();
  readonly #cells = new Map<string, Map<string, unknown>>();

  set({ row, column }: Position, property: string, value: unknown): void {
    const key = `${row},${column}`;
    const known = this.#cells.get(key) ?? new Map<string, unknown>();
    this.#cells.set(key, known.set(property, value));
  }

  get({ row, column }: Position, property: string): unknown {
    return this.#cells.get(`${row},${column}`)?.get(property) ?? this.all.get(property);
  }

  /** What a cell says of itself, by property: font.bold, fill.color, borders.EdgeTop.style, numberFormat. */
  of({ row, column }: Position): Readonly<Record<string, unknown>> {
    return Object.fromEntries([...this.all, ...(this.#cells.get(`${row},${column}`) ?? [])]);
  }

  snapshot(): object {
    return structuredClone({
      all: this.all,
      columnWidths: this.columnWidths,
      rowHeights: this.rowHeights,
      links: this.links,
      notes: this.notes,
      validations: this.validations,
      conditionalFormats: this.conditionalFormats,
      charts: this.charts,
      pageBreaks: this.pageBreaks,
      sheet: this.sheet,
      cells: this.#cells,
    });
  }
}
