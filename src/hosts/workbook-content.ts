import type { WorkbookPlan } from '../template/plan.ts';
import type { StyleName } from '../template/style-name.ts';
import type { CellLook } from '../template/styles.ts';
import type { NameRef } from './workbook-port.ts';

/** Looks of cells by the names that a plan gives them, where they are not of the house. */
export type Looks = ReadonlyMap<StyleName, CellLook>;

/** A workbook as somebody has made it: more than a plan can say. */
export type WorkbookContent = {
  readonly plan: WorkbookPlan;
  readonly looks: Looks;
  /** Every name, those that stand for no range included. */
  readonly names: readonly NameRef[];
  /** Texts that the workbook keeps for us. */
  readonly kept: ReadonlyMap<string, string>;
};

/** Gathers looks, each under one name. */
export class LookNames {
  readonly #looks = new Map<StyleName, CellLook>();
  readonly #names = new Map<string, StyleName>();

  /** The name of a look: one of the house, if it is known to look like that, or one of its own. */
  nameOf(look: CellLook): StyleName {
    const key = keyOf(look);
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = `own-${this.#looks.size + 1}` as StyleName;
    this.#looks.set(name, look);
    this.#names.set(key, name);
    return name;
  }

  /** Says that a style of the house looks like that. */
  know(name: StyleName, look: CellLook): void {
    if (!this.#names.has(keyOf(look))) this.#names.set(keyOf(look), name);
  }

  get looks(): Looks {
    return this.#looks;
  }
}

const keyOf = ({ font, fill, borders, align, vertical, indent, wrap, numberFormat }: CellLook): string =>
  JSON.stringify([
    [font.name, font.size, font.bold, font.italic, font.underline, font.colour],
    fill ?? '',
    (['top', 'bottom', 'left', 'right'] as const).map(
      (side) => borders[side] && [borders[side].style, borders[side].colour],
    ),
    [align, vertical, indent, wrap, numberFormat],
  ]);
